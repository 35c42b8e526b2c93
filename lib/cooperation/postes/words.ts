/** What is filled of a schéma, in one sentence. Pure. */
import { formatQuotite } from '@/lib/platform/nombres'
import { formatListe } from '@/lib/platform/typographie'
import { sumEffectifs, type Effectif, type LigneEffectif } from '@/lib/cooperation/postes/rules/pourvu'

const DETAILS = [
  ['externalise', 'externalisé'],
  ['vacant', 'vacant'],
  ['jamaisPourvu', 'jamais pourvu'],
] as const satisfies readonly (readonly [keyof Effectif, string])[]

/**
 * What is filled of the lines of one schéma on one day: '2 ETP pourvus sur 2,5 : externalisé, Global (0,2) ; vacant,
 * Saint-Exemple (0,3)'. Where the documents do not say whether lines are filled, it says so, and names none of them.
 */
export function formatPourvu(lignes: readonly LigneEffectif[]): string {
  const { prevu, pourvu, nonPrecise } = sumEffectifs(lignes.map(({ effectif }) => effectif))
  const inconnu = `pour ${formatQuotite(nonPrecise)} ETP`
  const base =
    nonPrecise > 0 && pourvu === 0
      ? `ce qui est pourvu n’est pas précisé ${inconnu} sur ${formatQuotite(prevu)}`
      : `${formatQuotite(pourvu)} ETP ${pourvu < 200 ? 'pourvu' : 'pourvus'} sur ${formatQuotite(prevu)}`
  const details = DETAILS.flatMap(([etat, mots]) => {
    const noms = lignes.flatMap(({ libelle, effectif }) =>
      effectif[etat] > 0 ? [`${libelle} (${formatQuotite(effectif[etat])})`] : [],
    )
    return noms.length > 0 ? [`${mots}, ${formatListe(noms)}`] : []
  })
  const suites = [...details, ...(nonPrecise > 0 && pourvu > 0 ? [`non précisé ${inconnu}`] : [])]
  return suites.length > 0 ? `${base} : ${suites.join(' ; ')}` : base
}
