/**
 * What is known of a subject, in three states that are never told one for another: known; the document is silent, and a
 * lacune says why; nobody entered it. Only a lacune lets a screen say that the document says nothing.
 */
export type Connaissance = 'CONNU' | 'MUET' | 'NON_SAISI'

/** Why the document says nothing of a subject; null when no lacune says it. */
export function findRaison(lacunes: readonly { sujet: string; raison: string }[], sujet: string): string | null {
  return lacunes.find((lacune) => lacune.sujet === sujet)?.raison ?? null
}

/**
 * @param connu something is known of it
 * @param lacune why the document says nothing, where a lacune does
 */
export function computeConnaissance(connu: boolean, lacune: string | null): Connaissance {
  if (connu) return 'CONNU'
  return lacune === null ? 'NON_SAISI' : 'MUET'
}

/**
 * What stands beside a label of which nothing is known: « non saisie », « non précisée par le document ».
 * @param accord end of the participle: « e », « s », « es »
 */
export function formatAbsence(lacune: string | null, accord: '' | 'e' | 's' | 'es' = ''): string {
  return computeConnaissance(false, lacune) === 'MUET' ? `non précisé${accord} par le document` : `non saisi${accord}`
}

/**
 * How many communes, as they are known: all of them, or those that could be named, beside the number the document gives.
 * @param connues communes that are named
 * @param annoncees number that the document gives
 * @param lacune why the document does not list them all
 * @returns null when neither is known
 */
export function formatCommunes(connues: number, annoncees: number | null, lacune: string | null): string | null {
  const accorde = (nombre: number, mot: string) => `${mot}${nombre > 1 ? 's' : ''}`
  const compte = (nombre: number) => `${nombre} ${accorde(nombre, 'commune')}`
  if (annoncees !== null && annoncees > 0)
    return annoncees === connues
      ? compte(annoncees)
      : `${compte(annoncees)} ${accorde(annoncees, 'annoncée')}, ${connues} ${accorde(connues, 'connue')}`
  if (connues === 0) return null
  return lacune === null ? compte(connues) : `${compte(connues)} ${accorde(connues, 'connue')}`
}
