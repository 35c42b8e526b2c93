import { MOTS_COTE } from '@/lib/competences/words'
import { isDateCivile } from '@/lib/platform/dates'
import type { EtatAnalyse } from '../types/contexte'
import { addErreur, readTexte, type LigneLue } from './lecture'
import { isPareil } from './valeurs'
import type { LignePlate } from '../types/tableur'

/** What a row must respect beyond each of its cells. */

export function checkDebutFin(ligne: LigneLue, apres: LignePlate, cleDebut: string, cleFin: string): void {
  const [debut, fin] = [apres[cleDebut] ?? null, apres[cleFin] ?? null]
  if (isDateCivile(debut) && isDateCivile(fin) && debut > fin)
    addErreur(ligne, cleFin, 'La fin précède le début : inversez les deux dates, ou corrigez-en une.')
}

const DECIDES: ReadonlySet<unknown> = new Set(['REPORTEE', 'ABANDONNEE'])
/** A file may name a side that is none. */
const NOMS_COTES: Readonly<Partial<Record<string, string>>> = MOTS_COTE

function checkMesure(analyseur: EtatAnalyse, ligne: LigneLue, apres: LignePlate, actuelle: LignePlate | null): void {
  checkDebutFin(ligne, apres, 'debut', 'fin')
  if (['valeur', 'valeurPrevue', 'texte'].every((cle) => (apres[cle] ?? null) === null))
    addErreur(ligne, 'valeur', 'Cette ligne ne donne aucune valeur : remplissez-la, ou retirez-la du fichier.')
  const attendu = readTexte(analyseur.indicateurs.parRef.get(String(apres.indicateur))?.confirmation)
  const change =
    actuelle === null || Object.keys(apres).some((cle) => !isPareil(apres[cle] ?? null, actuelle[cle] ?? null))
  if (attendu !== null && change && apres.etat === 'CONFIRMEE' && !analyseur.contexte.cotes.includes(attendu))
    addErreur(
      ligne,
      'etat',
      `Cette valeur est à confirmer par ${NOMS_COTES[attendu] ?? attendu} : écrivez « Proposée » et sa raison.`,
    )
  if (apres.etat === 'PROPOSEE') apres.confirmeeLe = null
}

function checkBudget(ligne: LigneLue, apres: LignePlate): void {
  for (const cle of ['prevu', 'realise']) {
    const montant = readTexte(apres[cle])
    if (montant !== null && (montant.startsWith('-') || (montant.split('.')[1]?.length ?? 0) > 2))
      addErreur(ligne, cle, 'Un montant est positif, avec deux décimales au plus : corrigez-le.')
  }
}

/** Checks one row as it would be written. */
export function checkLigne(
  analyseur: EtatAnalyse,
  ligne: LigneLue,
  apres: LignePlate,
  actuelle: LignePlate | null,
): void {
  const { table } = ligne
  if (table === 'PLAN' && Array.isArray(apres.niveaux) && apres.niveaux.length > 3)
    addErreur(ligne, 'niveaux', 'Un plan a trois niveaux au plus : retirez les lignes en trop.')
  if (
    table === 'FICHES' &&
    DECIDES.has(apres.statut) &&
    apres.statut !== actuelle?.statut &&
    analyseur.contexte.plan.existe &&
    analyseur.contexte.gesteReserve
  )
    addErreur(ligne, 'statut', analyseur.contexte.gesteReserve)
  if (table === 'CIBLES') checkDebutFin(ligne, apres, 'debut', 'fin')
  if (table === 'MESURES') checkMesure(analyseur, ligne, apres, actuelle)
  if (table === 'BUDGET') checkBudget(ligne, apres)
  if (table === 'LIENS' && readTexte(apres.adresse) !== null && !/^https?:\/\/\S+$/.test(String(apres.adresse)))
    addErreur(
      ligne,
      'adresse',
      'Une adresse commence par https:// et ne contient pas d’espace : corrigez-la, ou videz la cellule.',
    )
  if (table === 'INDICATEURS') {
    const origine = analyseur.indicateurs.parRef.get(String(apres.origine))
    if (
      apres.origine === apres.ref ||
      (origine && (origine.fiche !== apres.fiche || (origine.origine ?? null) !== null))
    )
      addErreur(
        ligne,
        'origine',
        'Une ligne se partage d’une ligne entière de la même fiche : corrigez cette référence, ou videz la cellule.',
      )
  }
}

/** Places of the axes, once all are known: every parent is there, none is above itself, no more levels than the plan names. */
export function checkAxes(analyseur: EtatAnalyse): void {
  const { creees, changees } = analyseur.ecritures
  const niveaux = [...creees.PLAN, ...changees.PLAN, ...analyseur.contexte.plan.lignes.PLAN][0]?.niveaux
  const profondeur = Array.isArray(niveaux) ? niveaux.length : 1
  const refuser = new Set<LignePlate>()
  for (const axe of [...creees.AXES, ...changees.AXES]) {
    let courant: LignePlate | undefined = axe
    let hauteur = 0
    while (courant && hauteur <= profondeur) {
      hauteur += 1
      const parent = readTexte(courant.parent)
      const ref = analyseur.axes.findRef(parent)
      if (parent !== null && ref === null) hauteur = profondeur + 1
      if (parent !== null && ref !== null) courant.parent = ref
      courant = ref === null ? undefined : analyseur.axes.parRef.get(ref)
    }
    if (hauteur > profondeur) refuser.add(axe)
  }
  if (refuser.size === 0) return
  const refs = new Set([...refuser].map(({ ref }) => ref))
  for (const table of [creees, changees]) table.AXES = table.AXES.filter(({ ref }) => !refs.has(ref ?? null))
  // What was to hang on them does not find them, and says so.
  for (const ref of refs) analyseur.axes.remove(String(ref))
  for (const axe of analyseur.contexte.plan.lignes.AXES) if (refs.has(axe.ref ?? null)) analyseur.axes.add(axe)
  for (const ligne of analyseur.lignes) {
    if (ligne.table !== 'AXES' || !refs.has(ligne.valeurs.ref ?? null)) continue
    addErreur(
      ligne,
      'parent',
      'Le niveau au-dessus n’est pas dans le plan, ou il y a plus de niveaux que le plan n’en nomme : corrigez cette référence, ou videz la cellule.',
    )
    const verdict = analyseur.verdicts.find(
      ({ table, ligne: rang, feuille }) => table === 'AXES' && feuille === ligne.feuille && rang === ligne.rang + 1,
    )
    if (verdict) Object.assign(verdict, { verdict: 'REFUSEE', erreurs: ligne.erreurs, changements: [] })
  }
}
