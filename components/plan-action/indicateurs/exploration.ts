import { listAnnees } from '@/components/ui/explorer/annees'
import type { RepereVue, SeriesVue, SerieVue, ValeurVue } from '@/components/ui/explorer/types'
import { formatValeur } from '@/components/plan-action/champs/valeurs'
import type { VueIndicateur } from '@/lib/plan-action/indicateurs/queries'
import { computeSerie } from '@/lib/plan-action/indicateurs/rules/evolution'
import { listRangees, type RangeeExploree } from '@/lib/plan-action/indicateurs/rules/exploration'
import { isTracable } from './lecture'

/** An indicator over the years, with its targets and what it takes over from, ready to be explored. */

/** Periods in words differ; the places of the picture are those of the days they cover. */
function readBornes(
  rangees: readonly RangeeExploree[],
  cibles: readonly { debut: string | null; fin: string | null }[],
) {
  const points = rangees.flatMap(({ valeur, devancier }) => [valeur, devancier].filter((point) => point !== null))
  const jours = [...points, ...cibles].flatMap(({ debut, fin }) => [debut, fin].filter((jour) => jour !== null)).sort()
  const [debut, fin] = [jours[0], jours.at(-1)]
  return debut && fin ? { debut, fin } : null
}

/** The picture of an indicator; null when there are not two values to go from one to the other. */
export function buildExploration({
  indicateur,
  devancier,
}: Pick<VueIndicateur, 'indicateur' | 'devancier'>): SeriesVue | null {
  if (!isTracable(indicateur)) return null
  const { nature, unite, libelle, cible, reference, referenceTexte } = indicateur
  const cibles = indicateur.cibles.filter(({ valeur, debut, fin }) => valeur !== null && debut !== null && fin !== null)
  const rangees = listRangees({
    serie: computeSerie(indicateur),
    devancier: devancier && computeSerie(devancier.indicateur),
    cibles,
  })
  const bornes = readBornes(rangees, cibles)
  if (rangees.length < 2 || bornes === null) return null
  const value = (valeur: string, suite: Pick<ValeurVue, 'trou'> & { calcule?: boolean } = {}): ValeurVue => ({
    y: Number(valeur),
    texte: `${formatValeur(nature, valeur, unite)}${suite.calcule ? ' (somme de la ventilation)' : ''}`,
    ...(suite.trou ? { trou: true } : {}),
  })
  const series: SerieVue[] = [
    { cle: 'valeur', libelle: devancier ? 'Cette convention' : 'Valeurs', color: 'primary', trait: 'plein' },
    ...(rangees.some((rangee) => rangee.devancier)
      ? [{ cle: 'devancier', libelle: devancier?.convention ?? '', color: 'parentalite', trait: 'plein' } as const]
      : []),
    ...(cibles.length > 0
      ? [{ cle: 'cible', libelle: 'Cible de la période', color: 'ok', trait: 'tirets' } as const]
      : []),
  ]
  const reperes: RepereVue[] = [
    ...(cible === null
      ? []
      : [
          {
            cle: 'generale',
            libelle: 'Cible',
            color: 'ok',
            y: Number(cible),
            texte: formatValeur(nature, cible, unite),
          } as const,
        ]),
    ...(reference === null
      ? []
      : [
          {
            cle: 'depart',
            libelle: referenceTexte ? `Départ (${referenceTexte})` : 'Départ',
            color: 'muted',
            y: Number(reference),
            texte: formatValeur(nature, reference, unite),
          } as const,
        ]),
  ]
  return {
    titre: `Évolution de l’indicateur : ${libelle}`,
    axe: nature === 'POURCENTAGE' ? 'pourcent' : nature === 'MONTANT' ? 'euros' : 'nombre',
    series,
    reperes,
    annees: listAnnees(bornes),
    rangees: rangees.map((rangee) => ({
      x: rangee.jour,
      libelle: rangee.periode,
      valeurs: {
        ...(rangee.valeur ? { valeur: value(rangee.valeur.valeur, rangee.valeur) } : {}),
        ...(rangee.devancier ? { devancier: value(rangee.devancier.valeur, rangee.devancier) } : {}),
        ...(rangee.cible === null ? {} : { cible: value(rangee.cible) }),
      },
    })),
  }
}
