/** Who validates minutes: one person for the Caf, another for the coordination. */
import { COTE_PAR_ROLE, MOTS_COTE } from '@/lib/competences/words'
import type { CoteAttendu, CoteReleve, EtatReleve } from '../types'

export const COTES: readonly CoteReleve[] = ['CAF', 'COORDINATION']

/** A co-lead named among the members of the instance, whose account may validate. */
export interface Coanimateur {
  utilisateurId: number
  nom: string
  cote: CoteReleve
}

export interface SituationReleve {
  etat: EtatReleve
  validations: readonly { cote: CoteReleve; nom: string; utilisateurId: number }[]
  coanimateurs: readonly Coanimateur[]
}

export interface Validateur {
  utilisateurId: number
  roles: readonly string[]
}

const listNoms = (coanimateurs: readonly Coanimateur[], cote: CoteReleve): string[] => [
  ...new Set(coanimateurs.filter((coanimateur) => coanimateur.cote === cote).map(({ nom }) => nom)),
]

/** The sides a person stands for, out of their roles on the convention. Whoever administers stands for none. */
export function computeCotes(roles: readonly string[]): CoteReleve[] {
  if (roles.includes('ADMINISTRATEUR')) return []
  return COTES.filter((cote) => roles.some((role) => COTE_PAR_ROLE[role] === cote))
}

export type Verdict = { ok: true } | { ok: false; code: string; message: string }

const refuse = (code: string, message: string): Verdict => ({ ok: false, code, message })

/**
 * Whether a person may validate these minutes for a side. Where co-leads with an account are named for that side, they
 * alone do; otherwise whoever stands for it on the convention.
 */
export function checkValidation(
  { etat, validations, coanimateurs }: SituationReleve,
  qui: Validateur,
  cote: CoteReleve,
): Verdict {
  if (etat === 'VALIDE')
    return refuse('DEJA_VALIDE', 'Ce relevé est déjà validé par la Caf et la coordination : il n’attend plus rien.')
  if (etat === 'BROUILLON')
    return refuse('EN_BROUILLON', 'Ce relevé est encore en brouillon : soumettez-le à validation d’abord.')
  const donnee = validations.find((validation) => validation.cote === cote)
  const sienne = validations.find(({ utilisateurId }) => utilisateurId === qui.utilisateurId)
  if (sienne && sienne.cote === cote)
    return refuse(
      'DEJA_VALIDE_PAR_VOUS',
      `Vous avez déjà validé ce relevé pour ${MOTS_COTE[cote]} : l’autre côté est attendu.`,
    )
  if (sienne)
    return refuse(
      'DEUX_PERSONNES',
      `Vous avez déjà validé ce relevé pour ${MOTS_COTE[sienne.cote]} : ${MOTS_COTE[cote]} valide par une autre personne.`,
    )
  if (donnee) return refuse('COTE_DEJA_VALIDE', `Ce relevé est déjà validé pour ${MOTS_COTE[cote]}, par ${donnee.nom}.`)
  if (!computeCotes(qui.roles).includes(cote))
    return refuse('AUTRE_COTE', `Vous ne validez pas pour ${MOTS_COTE[cote]} : chaque côté valide pour lui-même.`)
  const noms = listNoms(coanimateurs, cote)
  if (
    noms.length > 0 &&
    !coanimateurs.some((coanimateur) => coanimateur.cote === cote && coanimateur.utilisateurId === qui.utilisateurId)
  )
    return refuse(
      'COANIMATEURS_NOMMES',
      `Pour ${MOTS_COTE[cote]}, ce relevé est validé par qui coanime l’instance : ${noms.join(', ')}.`,
    )
  return { ok: true }
}

/** The sides a person may validate for now. */
export function listCotesOuvertes(situation: SituationReleve, qui: Validateur): CoteReleve[] {
  return COTES.filter((cote) => checkValidation(situation, qui, cote).ok)
}

/** The sides that submitted minutes await. */
export function listAttendus({ etat, validations, coanimateurs }: SituationReleve): CoteAttendu[] {
  if (etat !== 'A_VALIDER') return []
  return COTES.filter((cote) => !validations.some((validation) => validation.cote === cote)).map((cote) => ({
    cote,
    noms: listNoms(coanimateurs, cote),
  }))
}
