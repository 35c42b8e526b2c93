import { cleanSaisie } from '@/lib/platform/nettoyage'
import { checkReferences } from '@/lib/dossier/check/rules/references'
import { Erreurs, type ErreurDossier } from '@/lib/dossier/check/rules/erreurs'
import { canonicalDossier } from './canonique'
import { checkLimites, parseTexte } from './limites'
import { collectErreurs, createFormatIssue } from './messages'
import { dossierSchema, type Dossier } from '@/lib/dossier/schema/dossier'

export type { ErreurDossier } from '@/lib/dossier/check/rules/erreurs'

export type LectureDossier = { ok: true; dossier: Dossier } | { ok: false; erreurs: ErreurDossier[] }

/**
 * Reads a dossier that nobody has checked: the text of a JSON document, or the value it holds.
 * Answers the whole dossier, every text cleaned, every field present, in its canonical form; or what is wrong and
 * where, at most 200 errors. Nothing of the database is looked at.
 */
export function readDossier(input: unknown): LectureDossier {
  const texte = typeof input === 'string' ? parseTexte(input) : { ok: true as const, valeur: input }
  if (!texte.ok) return { ok: false, erreurs: [texte.erreur] }
  const limite = checkLimites(texte.valeur)
  if (limite !== null) return { ok: false, erreurs: [limite] }
  const propre = cleanSaisie(texte.valeur)
  if (!propre.ok) return { ok: false, erreurs: propre.champs.map(({ champ, message }) => ({ chemin: champ, message })) }
  const lecture = dossierSchema.safeParse(propre.valeur, { error: createFormatIssue() })
  if (!lecture.success) {
    const erreurs = new Erreurs()
    collectErreurs(lecture.error.issues, erreurs)
    return { ok: false, erreurs: erreurs.list() }
  }
  const dossier = canonicalDossier(lecture.data)
  const erreurs = checkReferences(dossier)
  return erreurs.length > 0 ? { ok: false, erreurs } : { ok: true, dossier }
}
