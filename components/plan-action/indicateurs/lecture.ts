import { MOTS_COTE } from '@/lib/competences/words'
import type { IndicateurEcrit, MesureEcrite } from '@/lib/plan-action/fiche/sql/indicateurs'
import {
  computeSerie,
  formatEvolution,
  type CibleVisee,
  type Serie,
} from '@/lib/plan-action/indicateurs/rules/evolution'
import { SENS } from '@/lib/plan-action/indicateurs/words'
import { formatValeur } from '@/components/plan-action/champs/valeurs'
import { MOTS_FREQUENCE, MOTS_NATURE } from './mots'

/** An indicator in words, for those who read it. */

/** The target one looks at: the last by period, else the general one. */
function readCible({ nature, unite, cible, cibleTexte, cibles }: IndicateurEcrit): CibleVisee | null {
  const derniere = cibles.at(-1)
  if (derniere)
    return {
      texte: derniere.valeur === null ? (derniere.texte ?? '') : formatValeur(nature, derniere.valeur, unite),
      periode: derniere.periode,
    }
  if (cibleTexte) return { texte: cibleTexte, periode: null }
  return cible === null ? null : { texte: formatValeur(nature, cible, unite), periode: null }
}

/** 'cible : 20 en 2026'. */
export function formatCibles(indicateur: IndicateurEcrit): string | null {
  const { nature, unite, cible, cibleTexte, cibles } = indicateur
  const generale = cibleTexte ?? (cible === null ? null : formatValeur(nature, cible, unite))
  const parPeriode = cibles.map(
    ({ periode, valeur, texte }) => `${valeur === null ? texte : formatValeur(nature, valeur, unite)} (${periode})`,
  )
  const toutes = [generale, ...parPeriode].filter((une) => une !== null)
  return toutes.length > 0 ? `${toutes.length > 1 ? 'cibles' : 'cible'} : ${toutes.join(', ')}` : null
}

/** What the document asks of the line: unit, évolution, breakdown, who gives it and how often. */
export function formatPrecisions({
  nature,
  unite,
  evolution,
  ventilation,
  note,
  fournisseur,
  frequence,
  reference,
  referenceTexte,
  confirmation,
  sens,
}: IndicateurEcrit): string {
  const depart = reference !== null ? formatValeur(nature, reference, unite) : null
  return [
    unite ?? MOTS_NATURE[nature],
    evolution && 'et son évolution',
    ventilation,
    sens && (SENS.some((un) => un === sens) ? `${sens} attendue` : sens),
    (depart ?? referenceTexte) && `au départ : ${[depart, referenceTexte].filter(Boolean).join(', ')}`,
    frequence && MOTS_FREQUENCE[frequence],
    fournisseur && `fourni par ${fournisseur}`,
    confirmation && `à confirmer par ${MOTS_COTE[confirmation]}`,
    note,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The course of an indicator and its sentence. */
export function readEvolution(indicateur: IndicateurEcrit): { serie: Serie; phrase: string } {
  const serie = computeSerie(indicateur)
  const { nature, unite, reference, referenceTexte } = indicateur
  return {
    serie,
    phrase: formatEvolution(serie, {
      reference: reference === null ? null : { valeur: reference, texte: referenceTexte },
      cible: readCible(indicateur),
      format: (valeur) => formatValeur(nature, valeur, unite),
    }),
  }
}

/** The last value that holds, of the whole. */
export const findDerniere = (mesures: readonly MesureEcrite[]): MesureEcrite | undefined =>
  mesures.findLast(({ etat, ventilation }) => etat === 'CONFIRMEE' && ventilation === null)

/** Kinds that a line can be drawn of. */
export const isTracable = ({ nature }: Pick<IndicateurEcrit, 'nature'>): boolean =>
  nature === 'NOMBRE' || nature === 'POURCENTAGE' || nature === 'MONTANT' || nature === 'PREVU_REALISE'
