import { checkOccupations, type LigneOccupee, type OccupationRegle } from '@/lib/cooperation/schemas/rules/equilibre'
import { centiemesFromDecimal } from '@/lib/platform/nombres'
import { formatExtrait, type Erreurs } from './erreurs'
import type { Dossier } from '@/lib/dossier/schema/dossier'

type Schema = Dossier['schemas'][number]
type Occupation = Schema['postes'][number]['occupations'][number]

/** Far above what a convention has in five years. */
const OCCUPATIONS_AU_PLUS = 2_000

const covers = (absence: { debut: string; fin: string | null }, { debut, fin }: Occupation): boolean =>
  absence.debut <= debut && (absence.fin === null || (fin !== null && fin <= absence.fin))

/** A replacement stands in for somebody of the same post, while they are away, for no more than they do. */
function checkRemplacement(
  occupation: Occupation,
  rang: number,
  toutes: readonly Occupation[],
  chemin: string,
  erreurs: Erreurs,
): void {
  if (occupation.remplace === null) return
  const remplacee = occupation.remplace === rang ? undefined : toutes[occupation.remplace]
  if (!remplacee || remplacee.remplace !== null)
    erreurs.add(
      `${chemin}.remplace`,
      'Un remplacement cite le rang d’une autre occupation du même poste, qui n’en est pas un : corrigez ce rang.',
    )
  else if (!remplacee.absences.some((absence) => covers(absence, occupation))) {
    erreurs.add(
      `${chemin}.debut`,
      `Ce remplacement sort de l’absence de ${formatExtrait(remplacee.personne)} : corrigez ses dates, ou celles de l’absence.`,
    )
  }
}

function checkDates(
  { debut, fin, quotite, absences }: Occupation,
  schema: Schema,
  chemin: string,
  erreurs: Erreurs,
): void {
  if (quotite !== null && centiemesFromDecimal(quotite) === 0)
    erreurs.add(`${chemin}.quotite`, 'Une occupation à 0 n’en est pas une : écrivez sa quotité, ou retirez-la.')
  if (fin !== null && debut > fin)
    erreurs.add(`${chemin}.fin`, 'Cette occupation finit avant de commencer : vérifiez les deux dates.')
  const avant = schema.debut !== null && debut < schema.debut
  const apres = schema.fin !== null && (debut > schema.fin || (fin !== null && fin > schema.fin))
  if (avant || apres)
    erreurs.add(
      `${chemin}.debut`,
      `Cette occupation sort de la période du schéma ${formatExtrait(schema.libelle)} : corrigez ses dates.`,
    )
  absences.forEach((absence, i) => {
    if (absence.fin !== null && absence.debut > absence.fin)
      erreurs.add(`${chemin}.absences[${i}].fin`, 'Cette absence finit avant de commencer : vérifiez les deux dates.')
    const chevauche = absences
      .slice(0, i)
      .some((autre) => autre.debut <= (absence.fin ?? autre.debut) && absence.debut <= (autre.fin ?? absence.debut))
    if (chevauche)
      erreurs.add(`${chemin}.absences[${i}].debut`, 'Cette absence en chevauche une autre : réunissez-les.')
  })
}

/** What the rule of occupations reads: people over everything, posts, lines, and those who are replaced. */
interface Lecture {
  occupations: OccupationRegle[]
  lignes: LigneOccupee[]
  chemins: Map<string, string>
}

function readSchema(schema: Schema, i: number, { occupations, lignes, chemins }: Lecture, erreurs: Erreurs): void {
  const add = (cle: string, libelle: string, quotite: string, chemin: string) => {
    lignes.push({ ligne: cle, libelle, quotite: centiemesFromDecimal(quotite) })
    chemins.set(cle, chemin)
  }
  schema.affectations.forEach(({ marge, libelle, quotite }, j) => {
    if (marge === 'PORTEUR' && quotite !== null)
      add(`ligne:${i}:${libelle}`, libelle, quotite, `schemas[${i}].affectations[${j}]`)
  })
  schema.postes.forEach((poste, j) => {
    add(`poste:${poste.ref}`, poste.intitule, poste.quotite, `schemas[${i}].postes[${j}]`)
    poste.occupations.forEach((occupation, k) => {
      const chemin = `schemas[${i}].postes[${j}].occupations[${k}]`
      checkDates(occupation, schema, chemin, erreurs)
      checkRemplacement(occupation, k, poste.occupations, chemin, erreurs)
      const { personne, quotite, debut, fin, remplace } = occupation
      const regle = { personne, quotite: quotite === null ? null : centiemesFromDecimal(quotite), debut, fin }
      // A person counts everywhere; a post and its line count whoever holds them, and not who stands in for them.
      if (remplace === null) {
        occupations.push({ ...regle, ligne: `poste:${poste.ref}` })
        if (poste.affectation !== null)
          occupations.push({ ...regle, personne: '', ligne: `ligne:${i}:${poste.affectation}` })
      } else {
        const cle = `remplacee:${poste.ref}:${remplace}`
        const remplacee = poste.occupations[remplace]
        // What is replaced of a quotité that nobody gives has no limit of its own.
        if (!chemins.has(cle) && remplacee?.quotite !== null)
          add(cle, `remplacement de ${remplacee?.personne ?? ''}`, remplacee?.quotite ?? '0', chemin)
        occupations.push({ ...regle, ligne: cle })
      }
      chemins.set(`personne:${personne}`, chemin)
    })
  })
}

/** People and posts of a dossier: nobody beyond full time, nothing filled beyond what is planned, at any date. */
export function checkPostes(schemas: readonly Schema[], erreurs: Erreurs): void {
  const combien = schemas.reduce(
    (total, { postes }) => total + postes.reduce((somme, { occupations }) => somme + occupations.length, 0),
    0,
  )
  if (combien > OCCUPATIONS_AU_PLUS) {
    erreurs.add(
      'schemas',
      `Une convention a ${OCCUPATIONS_AU_PLUS} occupations de poste au plus : retirez celles qui n’en sont pas.`,
    )
    return
  }
  const lecture: Lecture = { occupations: [], lignes: [], chemins: new Map() }
  schemas.forEach((schema, i) => readSchema(schema, i, lecture, erreurs))
  const { occupations, lignes, chemins } = lecture
  const occupees = new Set(occupations.map(({ ligne }) => ligne))
  const personnes = checkOccupations(
    occupations.filter(({ personne }) => personne !== ''),
    [],
  )
  const remplies = checkOccupations(
    occupations.map((o) => ({ ...o, personne: `${o.ligne} ${o.debut}`, quotite: o.quotite })),
    lignes.filter(({ ligne }) => occupees.has(ligne)),
  )
  for (const verdict of [personnes, remplies]) {
    if (verdict.ok) continue
    for (const { nature, cle, message } of verdict.depassements) {
      if (verdict === remplies && nature === 'PERSONNE') continue
      erreurs.add(chemins.get(nature === 'PERSONNE' ? `personne:${cle}` : cle) ?? 'schemas', message)
    }
  }
}

/** What stands beside the schémas names posts and people that are there. */
export function checkSuitePostes(
  { schemas, financements, reglagesFinancement, repartitionsAfas, activites }: Dossier,
  erreurs: Erreurs,
): void {
  const postes = schemas.flatMap((schema) => schema.postes)
  const refs = new Set(postes.map(({ ref }) => ref))
  const noms = new Set(postes.flatMap(({ occupations }) => occupations.map(({ personne }) => personne)))
  const inconnue = (nom: string) =>
    `${formatExtrait(nom)} n’occupe aucun poste de ce dossier : corrigez le nom, ou ajoutez son occupation.`
  financements.forEach(({ poste }, i) => {
    if (poste !== null && !refs.has(poste))
      erreurs.add(`financements[${i}].poste`, `Aucun poste ne porte la référence « ${poste} » : corrigez-la.`)
  })
  reglagesFinancement.forEach(({ nature, valeur, valableDu, valableAu }, i) => {
    if (valeur.startsWith('-') || (nature === 'TAUX' && Number(valeur) > 100))
      erreurs.add(
        `reglagesFinancement[${i}].valeur`,
        'Un taux va de 0 à 100, un montant n’est pas négatif : corrigez la valeur.',
      )
    if (valableDu !== null && valableAu !== null && valableDu > valableAu)
      erreurs.add(
        `reglagesFinancement[${i}].valableAu`,
        'Ce réglage finit avant de commencer : vérifiez les deux dates.',
      )
  })
  const parts = new Set<string>()
  repartitionsAfas.forEach(({ annee, personne, theme, part }, i) => {
    if (!noms.has(personne)) erreurs.add(`repartitionsAfas[${i}].personne`, inconnue(personne))
    if (part.startsWith('-') || Number(part) > 100)
      erreurs.add(`repartitionsAfas[${i}].part`, 'Une part va de 0 à 100 pour cent : corrigez-la.')
    const cle = JSON.stringify([annee, personne, theme])
    if (parts.has(cle))
      erreurs.add(
        `repartitionsAfas[${i}]`,
        'Cette personne a déjà une part pour ce thème cette année-là : gardez une seule ligne.',
      )
    parts.add(cle)
  })
  activites.forEach(({ personne }, i) => {
    if (personne !== null && !noms.has(personne)) erreurs.add(`activites[${i}].personne`, inconnue(personne))
  })
}
