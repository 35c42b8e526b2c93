import { createBrouillons } from '@/components/formulaire/brouillons'
import { VISIBILITES, type Visibilite } from '@/lib/plan-action/suivi/words/suivi'

/** A comment being written, kept on the device. */
export interface BrouillonCommentaire {
  texte: string
  visibilite: Visibilite
  /** people chosen after an « @ » */
  cites: { id: number; nom: string }[]
}

const rangement = createBrouillons('commentaire')
const readCle = (acteur: number, convention: string, fiche: number): string => `${acteur}:${convention}:${fiche}`

function isCite(valeur: unknown): valeur is BrouillonCommentaire['cites'][number] {
  return (
    typeof valeur === 'object' &&
    valeur !== null &&
    'id' in valeur &&
    typeof valeur.id === 'number' &&
    'nom' in valeur &&
    typeof valeur.nom === 'string'
  )
}

/** What this person had begun to write on this fiche, on this device. */
export function readBrouillonCommentaire(
  acteur: number,
  convention: string,
  fiche: number,
): BrouillonCommentaire | null {
  const valeur = rangement.read(readCle(acteur, convention, fiche))?.valeur
  if (
    typeof valeur !== 'object' ||
    valeur === null ||
    !('texte' in valeur) ||
    typeof valeur.texte !== 'string' ||
    valeur.texte.trim() === ''
  )
    return null
  const visibilite = 'visibilite' in valeur ? VISIBILITES.find((une) => une === valeur.visibilite) : undefined
  const cites = 'cites' in valeur && Array.isArray(valeur.cites) ? valeur.cites.filter(isCite) : []
  return { texte: valeur.texte, visibilite: visibilite ?? 'PAIRE', cites }
}

/** Keeps what is being written; an empty comment leaves nothing behind. */
export function keepBrouillonCommentaire(
  acteur: number,
  convention: string,
  fiche: number,
  brouillon: BrouillonCommentaire,
): void {
  const cle = readCle(acteur, convention, fiche)
  if (brouillon.texte.trim() === '') rangement.forget(cle)
  else rangement.keep(cle, { valeur: brouillon, depuis: null })
}

/** It is posted, or given up. */
export function forgetBrouillonCommentaire(acteur: number, convention: string, fiche: number): void {
  rangement.forget(readCle(acteur, convention, fiche))
}
