import { listAnnees } from '@/components/ui/explorer/annees'
import type { RangeeVue, SeriesVue, SerieVue } from '@/components/ui/explorer/types'
import { listEtapes, type EtapeTemps } from '@/lib/cooperation/vues/rules/etapes'
import type { VueTemps } from '@/lib/cooperation/vues/types'
import { addDays, formatDateCourte, formatIntervalle, toJour } from '@/lib/platform/dates'
import { capitalise } from '@/lib/platform/mots'
import { formatQuotite } from '@/lib/platform/nombres'

/** The ETP of a territory through time, ready to be explored. */

const SERIES: readonly (SerieVue & { cle: Exclude<keyof EtapeTemps, 'debut' | 'fin'> })[] = [
  { cle: 'convenu', libelle: 'Convenu', color: 'primary', trait: 'plein', marche: true },
  { cle: 'prepare', libelle: 'En préparation', color: 'primary', trait: 'tirets', marche: true },
  { cle: 'parCommune', libelle: 'Réparti entre porteurs', color: 'petite-enfance', trait: 'tirets', marche: true },
  { cle: 'parThematique', libelle: 'Réparti par thématique', color: 'parentalite', trait: 'tirets', marche: true },
  { cle: 'pourvu', libelle: 'Pourvu', color: 'realisee', trait: 'plein', marche: true },
]

function toRangee(etape: EtapeTemps): RangeeVue {
  const valeurs = SERIES.flatMap(({ cle }) => {
    const centiemes = etape[cle]
    return centiemes === null ? [] : [[cle, { y: centiemes / 100, texte: `${formatQuotite(centiemes)} ETP` }] as const]
  })
  return { x: toJour(etape.debut), libelle: capitalise(formatIntervalle(etape)), valeurs: Object.fromEntries(valeurs) }
}

/** The picture of the schémas and of what is filled; null while nothing has both a date and a figure. */
export function buildExploration(temps: VueTemps): SeriesVue | null {
  const etapes = listEtapes(temps)
  const series = SERIES.filter(({ cle }) => etapes.some((etape) => etape[cle] !== null))
  if (temps.bornes === null || series.length === 0) return null
  const { fin } = temps.bornes
  return {
    titre: 'ETP dans le temps',
    axe: 'etp',
    series,
    reperes: [],
    annees: listAnnees(temps.bornes),
    // The last step needs a place where it ends.
    rangees: [
      ...etapes.map(toRangee),
      { x: toJour(addDays(fin, 1)), libelle: `Après le ${formatDateCourte(fin)}`, valeurs: {} },
    ],
  }
}
