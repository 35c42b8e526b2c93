/** Two voices on one fiche: what they say, and whether they say the same. */
import { MOTS_NIVEAU, type Cote, type NiveauAppreciation } from '../words/suivi'

interface Voix {
  cote: Cote
  niveau: NiveauAppreciation
}

const quote = (niveau: NiveauAppreciation): string => `« ${MOTS_NIVEAU[niveau]} »`

/** The disagreement of two voices, to be said after « avis différents »; null when they say the same, or when one says nothing. */
export function formatDesaccord(appreciations: readonly Voix[]): string | null {
  const coordination = appreciations.find(({ cote }) => cote === 'COORDINATION')
  const caf = appreciations.find(({ cote }) => cote === 'CAF')
  if (!coordination || !caf || coordination.niveau === caf.niveau) return null
  return `${quote(coordination.niveau)} pour la coordination, ${quote(caf.niveau)} pour la Caf`
}
