/** What somebody in post must stay within: the period, the post, its line, full time, the absence they cover. */
import { formatDateCourte, formatIntervalle } from '@/lib/platform/dates'
import type { Bornes } from '@/lib/platform/dates'
import { checkOccupations, type OccupationRegle } from '@/lib/cooperation/schemas/rules/occupations'
import type { Duree, OccupationPoste } from '@/lib/cooperation/postes/rules/pourvu'
import type { CadrePoste, OccupationLue, PosteLu } from '../types/postes'

export type VerdictOccupation =
  | { ok: true }
  | { ok: false; champ: 'quotite' | 'debut' | 'fin' | 'remplace'; message: string }

const refuse = (champ: 'quotite' | 'debut' | 'fin' | 'remplace', texte: string): VerdictOccupation => ({
  ok: false,
  champ,
  message: texte,
})

const isInside = ({ debut, fin }: Duree, dehors: Duree): boolean =>
  dehors.debut <= debut && (dehors.fin === null || (fin !== null && fin <= dehors.fin))

function checkPeriode({ debut, fin }: Duree, { schema }: CadrePoste): VerdictOccupation {
  const { debut: premier, fin: dernier } = schema
  const periode =
    premier !== null && dernier !== null
      ? formatIntervalle({ debut: premier, fin: dernier } satisfies Bornes)
      : `du schéma « ${schema.libelle} »`
  if (premier !== null && debut < premier)
    return refuse(
      'debut',
      `Cette date précède la période du schéma, ${periode} : commencez au plus tôt le ${formatDateCourte(premier)}.`,
    )
  if (dernier !== null && debut > dernier)
    return refuse(
      'debut',
      `Cette date suit la période du schéma, ${periode} : décrivez ce poste dans le schéma suivant.`,
    )
  if (dernier !== null && fin !== null && fin > dernier)
    return refuse(
      'fin',
      `Cette date suit la période du schéma, ${periode} : terminez au plus tard le ${formatDateCourte(dernier)}.`,
    )
  return { ok: true }
}

function checkRemplacement(occupation: OccupationPoste, occupations: readonly OccupationLue[]): VerdictOccupation {
  const remplacee = occupations.find(({ id }) => id === occupation.remplace)
  if (!remplacee || remplacee.remplace !== null)
    return refuse('remplace', 'Choisissez la personne remplacée parmi celles qui tiennent ce poste.')
  if (occupation.quotite !== null && remplacee.quotite !== null && occupation.quotite > remplacee.quotite)
    return refuse(
      'quotite',
      `Un remplacement ne dépasse pas la quotité de la personne remplacée, ${remplacee.nom} : réduisez-la.`,
    )
  if (!remplacee.absences.some((absence) => isInside(occupation, absence))) {
    return refuse(
      'debut',
      `Ce remplacement sort de l’absence de ${remplacee.nom} : enregistrez d’abord l’absence, ou corrigez les dates.`,
    )
  }
  return { ok: true }
}

/** Who stands in for somebody leans on their dates, quotité and absences: a change may not take that away. */
function checkRemplacants(occupation: OccupationPoste, autres: readonly OccupationLue[]): VerdictOccupation {
  for (const remplacant of autres.filter(({ remplace }) => remplace === occupation.id && occupation.id !== 0)) {
    if (remplacant.quotite !== null && occupation.quotite !== null && remplacant.quotite > occupation.quotite)
      return refuse(
        'quotite',
        `${remplacant.nom} remplace cette personne à une quotité plus haute : réduisez d’abord le remplacement.`,
      )
    if (remplacant.debut < occupation.debut)
      return refuse('debut', `Le remplacement par ${remplacant.nom} commence avant cette date : corrigez-le d’abord.`)
    if (!isInside(remplacant, occupation))
      return refuse('fin', `Le remplacement par ${remplacant.nom} va au-delà de cette date : terminez-le d’abord.`)
  }
  const orpheline = occupation.absences.find(
    ({ debut }) => debut < occupation.debut || (occupation.fin !== null && debut > occupation.fin),
  )
  if (orpheline)
    return refuse(
      orpheline.debut < occupation.debut ? 'debut' : 'fin',
      `Une absence enregistrée le ${formatDateCourte(orpheline.debut)} sortirait de l’occupation : retirez-la d’abord.`,
    )
  return { ok: true }
}

/** What counts against a limit, under one key. */
const toRegle = ({ charge, quotite, debut, fin }: OccupationPoste, ligne: string): OccupationRegle => ({
  personne: String(charge),
  ligne,
  quotite,
  debut,
  fin,
})

/**
 * Judges one occupation as it would be written among the others.
 * @param poste the post, with its other occupations
 * @param autresDeLaLigne occupations of the other posts of the same line
 * @param autresDeLaPersonne what the person does elsewhere, as far as whoever asks may see: PostgreSQL judges the rest at commit
 */
export function checkOccupation(
  occupation: OccupationPoste & { nom: string },
  poste: PosteLu,
  cadre: CadrePoste,
  {
    autresDeLaLigne,
    autresDeLaPersonne,
  }: { autresDeLaLigne: readonly OccupationPoste[]; autresDeLaPersonne: readonly OccupationPoste[] },
): VerdictOccupation {
  const periode = checkPeriode(occupation, cadre)
  if (!periode.ok) return periode
  const autres = poste.occupations.filter(({ id }) => id !== occupation.id)
  if (occupation.remplace !== null) {
    const remplacement = checkRemplacement(occupation, autres)
    if (!remplacement.ok) return remplacement
  } else {
    const remplacants = checkRemplacants(occupation, autres)
    if (!remplacants.ok) return remplacants
  }
  const titulaires = [
    ...autres.filter(({ remplace }) => remplace === null),
    ...(occupation.remplace === null ? [occupation] : []),
  ]
  const dePoste = checkOccupations(
    titulaires.map((o, i) => ({ ...toRegle(o, 'poste'), personne: `poste ${i}` })),
    [{ ligne: 'poste', libelle: poste.intitule, quotite: poste.quotite }],
  )
  if (!dePoste.ok) return refuse('quotite', dePoste.message)
  if (cadre.ligne !== null && cadre.ligne.quotite !== null) {
    const deLaLigne = [...titulaires, ...autresDeLaLigne.filter(({ remplace }) => remplace === null)]
    const verdict = checkOccupations(
      deLaLigne.map((o, i) => ({ ...toRegle(o, 'ligne'), personne: `ligne ${i}` })),
      [{ ligne: 'ligne', libelle: cadre.ligne.libelle, quotite: cadre.ligne.quotite }],
    )
    if (!verdict.ok) return refuse('quotite', verdict.message)
  }
  const siennes = [
    ...autresDeLaPersonne.filter(({ id }) => id !== occupation.id),
    ...autres.filter(({ charge }) => charge === occupation.charge),
    occupation,
  ]
  const uniques = [...new Map(siennes.map((o) => [o.id, o])).values()]
  const personne = checkOccupations(
    uniques.map((o) => ({ ...toRegle(o, 'personne'), personne: occupation.nom })),
    [],
  )
  return personne.ok ? { ok: true } : refuse('quotite', personne.message)
}
