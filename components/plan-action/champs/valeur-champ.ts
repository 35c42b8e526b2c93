import { mapTextes } from '@/lib/plan-action/champs/rules/catalogue'
import { LABELS_ROLE } from '@/lib/plan-action/champs/words/roles'
import { LABELS_STATUT } from '@/lib/plan-action/champs/words/statuts'
import { formatPeriode } from '@/lib/plan-action/champs/rules/avancement'
import type { ChampFiche, ValeursFiche } from '@/lib/plan-action/champs/schema'
import { formatDateCourte } from '@/lib/platform/dates'

/** What codes and ids of a fiche are called, where the screen knows it. */
export interface NomsChamps {
  themes?: readonly { code: string; nom: string }[]
  communes?: readonly { id: number; nom: string }[]
  avenants?: readonly { id: number; nom: string }[]
}

const RIEN = 'non précisé'

type Mots = { [C in ChampFiche]: (valeur: ValeursFiche[C], noms: NomsChamps) => string }

const texte = (valeur: string | null): string => valeur?.trim() || RIEN

const MOTS: Mots = {
  ...mapTextes(() => texte),
  statut: (statut) => LABELS_STATUT[statut],
  periode: (periode) => {
    const mots = formatPeriode(periode)
    const bornes = periode.texte && (periode.debut || periode.fin) ? formatPeriode({ ...periode, texte: null }) : null
    return bornes ? `${mots} (${bornes})` : mots
  },
  avancement: ({ valeur, motif }) =>
    valeur === null ? 'ce que disent les étapes' : [`${valeur} %`, motif].filter(Boolean).join(', '),
  enjeuCoordination: (enjeu) => (enjeu === null ? 'inconnu' : enjeu ? 'oui' : 'non'),
  redaction: ({ aRediger, motif, echeance, avenant }, { avenants = [] }) =>
    aRediger
      ? [
          'à rédiger',
          motif,
          echeance && `pour le ${formatDateCourte(echeance)}`,
          avenants.find(({ id }) => id === avenant)?.nom,
        ]
          .filter(Boolean)
          .join(', ')
      : 'rédigée',
  themes: (codes, { themes = [] }) =>
    codes.map((code) => themes.find((theme) => theme.code === code)?.nom ?? code).join(' · ') || RIEN,
  communes: (ids, { communes = [] }) => {
    const noms = ids.map((id) => communes.find((commune) => commune.id === id)?.nom)
    return noms.includes(undefined)
      ? `${ids.length} ${ids.length === 1 ? 'commune' : 'communes'}`
      : noms.join(', ') || RIEN
  },
  pilotages: (lignes) =>
    lignes
      .map(({ role, texte: qui, aDefinir }) => `${LABELS_ROLE[role]} : ${qui}${aDefinir ? ' (à définir)' : ''}`)
      .join('\n') || RIEN,
}

/** The value of a field in words, over several lines where it is a list. */
export function formatChamp<C extends ChampFiche>(champ: C, valeur: ValeursFiche[C], noms: NomsChamps = {}): string {
  return MOTS[champ](valeur, noms)
}
