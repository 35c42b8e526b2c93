import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** How one action of the deck is written: its synoptique title, its page, its modalités, its pilotage. */

export type Fiche = NonNullable<NonNullable<DossierEcrit['plan']>['fiches']>[number]
export type Pilotage = NonNullable<Fiche['pilotages']>[number]

export interface Action {
  axe: number
  numero: number
  /** title in the synoptique, the only page that numbers the actions */
  titre: string
  /** title on the page of the axe, when it differs */
  titreCourt?: string
  pilotages: Pilotage[]
  modalites: string[]
  /** communes that the page names, one by one */
  communes?: string[]
}

/** A pilotage as the column « Pilotage de l'action » writes it. */
export const pilote = (texte: string, precisions: Omit<Pilotage, 'texte' | 'role'> = {}): Pilotage => ({
  role: 'PILOTE',
  texte,
  ...precisions,
})
export const piloteCcva = (texte = 'CCVA'): Pilotage => pilote(texte, { organisme: 'ccva' })

/** The theme printed on the page of an axe (réserve « Thèmes des axes »): that of its actions. */
export const THEMES_AXES: Readonly<Record<number, NonNullable<Fiche['themes']>[number]>> = {
  1: 'PARENTALITE',
  2: 'PETITE_ENFANCE',
  4: 'ENFANCE_JEUNESSE',
  5: 'DROITS_VIE_SOCIALE',
}

/** Status unknown, coordination mark unknown: the deck gives neither. */
export const createFiche = ({ axe, numero, titre, titreCourt, pilotages, modalites, communes }: Action): Fiche => ({
  ref: `action-${numero}`,
  axe: `axe-${axe}`,
  numero: String(numero),
  titre,
  titreCourt: titreCourt ?? null,
  statut: 'A_PRECISER',
  enjeuCoordination: null,
  themes: THEMES_AXES[axe] ? [THEMES_AXES[axe]] : [],
  communes: communes ?? [],
  pilotages,
  etapes: modalites.map((modalite, index) => ({ ref: `modalite-${numero}-${index + 1}`, titre: modalite })),
})
