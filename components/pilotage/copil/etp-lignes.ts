import type { ColorToken } from '@/components/ui/tokens'
import type { VueCopil } from '@/lib/pilotage/copil/queries'
import { formatQuotite } from '@/lib/platform/nombres'

type Etp = NonNullable<VueCopil['etp']>

const COULEURS_THEME: Record<string, ColorToken> = {
  PETITE_ENFANCE: 'petite-enfance',
  ENFANCE_JEUNESSE: 'enfance-jeunesse',
  PARENTALITE: 'parentalite',
  DROITS_VIE_SOCIALE: 'droits-vie-sociale',
  GLOBAL: 'globale',
}
/** Lines that are no thématique take these in turn: they mean nothing but « another line ». */
const AUTRES: readonly ColorToken[] = ['primary', 'gold', 'en-cours', 'muted', 'realisee', 'line-strong']
const LIGNES_CITEES = 7

export const TITRES_ETP: Record<Etp['mode'], string> = {
  THEMATIQUE: 'ETP par thématique',
  PART: 'ETP de coopération',
  PORTEUR: 'ETP par porteur',
  EVOLUTION: 'ETP : existant et développements',
  TOTAL: 'ETP de coopération',
}

export interface LigneEtpColoree {
  libelle: string
  /** In ETP, for the length of its bar. */
  valeur: number
  texte: string
  couleur: ColorToken
}

/** Lines with a figure, and how many have none; beyond the first ones, the rest is one line: a sheet has an end. */
export function listLignesEtp({ lignes, total, somme, mode }: Etp): {
  lignes: LigneEtpColoree[]
  total: number
  somme: string | null
  nulles: number
} {
  const chiffrees = lignes.filter((ligne) => (ligne.quotite ?? 0) > 0)
  const citees = chiffrees.slice(0, chiffrees.length > LIGNES_CITEES ? LIGNES_CITEES - 1 : LIGNES_CITEES)
  const reste = chiffrees.slice(citees.length)
  const autres = {
    libelle: `${reste.length} autres lignes`,
    theme: null,
    quotite: reste.reduce((cumul, { quotite }) => cumul + (quotite ?? 0), 0),
  }
  return {
    lignes:
      mode === 'TOTAL'
        ? []
        : [...citees, ...(reste.length > 0 ? [autres] : [])].map(({ libelle, theme, quotite }, rang) => ({
            libelle,
            valeur: (quotite ?? 0) / 100,
            texte: formatQuotite(quotite ?? 0),
            couleur: (theme && COULEURS_THEME[theme]) || (AUTRES[rang % AUTRES.length] ?? 'primary'),
          })),
    total: Math.max(total ?? 0, somme ?? 0) / 100,
    somme: somme === null ? null : formatQuotite(somme),
    nulles: lignes.length - chiffrees.length,
  }
}
