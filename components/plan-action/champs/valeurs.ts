import { formatEuros, formatNombre, formatPourcent } from '@/lib/platform/nombres'
import type { NatureIndicateur } from '@/lib/plan-action/indicateurs/words'

/** A value of an indicator in French: '12 réunions', '64 %', 'oui'. Exact decimals come as text. */
export function formatValeur(nature: NatureIndicateur, valeur: string, unite: string | null): string {
  if (nature === 'POURCENTAGE') return formatPourcent(valeur)
  if (nature === 'MONTANT') return formatEuros(valeur)
  if (nature === 'LIVRABLE') return Number(valeur) > 0 ? 'oui' : 'pas encore'
  return unite ? `${formatNombre(valeur)} ${unite}` : formatNombre(valeur)
}

interface Mesure {
  valeur: string | null
  prevue: string | null
  texte: string | null
}

/** What was measured, in words: '9 sur 12', '412 jours', or the text that was written. */
export function formatMesure(
  nature: NatureIndicateur,
  { valeur, prevue, texte }: Mesure,
  unite: string | null,
): string {
  if (valeur === null)
    return texte ?? (prevue === null ? 'non renseigné' : `prévu : ${formatValeur(nature, prevue, unite)}`)
  if (nature === 'LIVRABLE' && texte) return texte
  return prevue === null
    ? formatValeur(nature, valeur, unite)
    : `${formatNombre(valeur)} sur ${formatValeur(nature, prevue, unite)}`
}
