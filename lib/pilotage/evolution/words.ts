/** The words of a comparison: statuses, values and names as a sentence needs them. */
import { formatEuros, formatNombre, formatPourcent } from '@/lib/platform/nombres'
import type { EtapeLue, FicheLue, MesureLue } from './types'

export { formatCompteStatut, MOTS_STATUT_PHRASE as MOTS_STATUT_EVOLUTION } from '@/lib/plan-action/champs/words/statuts'

export const quote = (texte: string): string => `« ${texte} »`

/** '1.1 « Titre »', or the title alone between quotation marks. */
export const formatObjet = ({ numero, titre }: Pick<FicheLue | EtapeLue, 'numero' | 'titre'>): string =>
  numero ? `${numero} ${quote(titre)}` : quote(titre)

type ValeurLue = Pick<MesureLue, 'valeur' | 'prevue' | 'texte'>

function formatUn(nature: string, valeur: string, unite: string | null): string {
  if (nature === 'POURCENTAGE') return formatPourcent(valeur)
  if (nature === 'LIVRABLE') return Number(valeur) > 0 ? 'oui' : 'pas encore'
  if (nature === 'MONTANT' && (unite === null || unite.startsWith('€')))
    return `${formatEuros(valeur)}${unite?.slice(1) ?? ''}`
  return unite ? `${formatNombre(valeur)} ${unite}` : formatNombre(valeur)
}

/** A value in words: '54 places', '76,5 %', '14 sur 15 professionnels', or what was written. */
export function formatValeurEvolution(
  { nature, unite }: Pick<MesureLue, 'nature' | 'unite'>,
  { valeur, prevue, texte }: ValeurLue,
): string {
  if (valeur === null)
    return texte ?? (prevue === null ? 'non renseigné' : `prévu : ${formatUn(nature, prevue, unite)}`)
  if (nature === 'LIVRABLE' && texte) return texte
  return prevue === null
    ? formatUn(nature, valeur, unite)
    : `${formatNombre(valeur)} sur ${formatUn(nature, prevue, unite)}`
}
