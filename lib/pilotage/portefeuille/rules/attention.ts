/** What deserves attention in a convention, and how much: the order of the portfolio. */
import { formatDateCourte } from '@/lib/platform/dates'
import type { DateCivile } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import type { Centiemes } from '@/lib/platform/nombres'
import { formatAccord, formatCompte } from '@/lib/platform/typographie'

type TonAttention = 'bad' | 'warn' | 'neutral'

export interface PointAttention {
  ton: TonAttention
  texte: string
  /** Higher first. */
  poids: number
}

export interface SignauxConvention {
  phase: 'A_VENIR' | 'EN_COURS' | 'TERMINEE' | 'INCONNUE'
  fin: DateCivile | null
  /** Another convention takes over from this one: its end asks for nothing. */
  remplacee: boolean
  /** Ends within twelve months. */
  finProche: boolean
  /** Word on the meetings, as the dashboard has it. */
  instances: { ton: 'ok' | 'warn' | 'bad' | 'neutral'; texte: string }
  instancesEnRetard: number
  fichesEnRetard: number
  /** Difference of the first distribution that does not match the total of the schéma in view; null when it does. */
  ecartEtp: Centiemes | null
  aConfirmer: number
  enregistree: boolean
}

/** From this weight on, somebody has something to do. */
const SEUIL = 30

/**
 * The points of a convention that deserve attention, gravest first. A convention that is over, or whose dates are
 * unknown, is late of nothing: only its end, or what is to confirm, is said.
 */
export function listPoints(signaux: SignauxConvention): PointAttention[] {
  const {
    phase,
    fin,
    remplacee,
    finProche,
    instances,
    instancesEnRetard,
    fichesEnRetard,
    ecartEtp,
    aConfirmer,
    enregistree,
  } = signaux
  const enCours = phase === 'EN_COURS'
  const points: (PointAttention | false)[] = [
    enCours &&
      (instances.ton === 'bad' || instances.ton === 'warn') && {
        ton: instances.ton,
        texte: instances.texte,
        poids: 60 + 20 * instancesEnRetard,
      },
    enCours &&
      fichesEnRetard > 0 && {
        ton: 'warn',
        texte: formatCompte(fichesEnRetard, 'échéance dépassée', 'échéances dépassées'),
        poids: 50 + Math.min(fichesEnRetard, 9),
      },
    ecartEtp !== null && {
      ton: 'warn',
      texte: `ETP : ${ecartEtp < 0 ? `il manque ${formatQuotite(-ecartEtp, { deux: true })}` : `${formatQuotite(ecartEtp, { deux: true })} de trop`}`,
      poids: 45,
    },
    phase === 'TERMINEE' &&
      !remplacee &&
      fin !== null && { ton: 'warn', texte: `terminée le ${formatDateCourte(fin)}`, poids: 40 },
    finProche &&
      !remplacee &&
      fin !== null && { ton: 'warn', texte: `se termine le ${formatDateCourte(fin)}`, poids: 35 },
    aConfirmer > 0 && {
      ton: 'neutral',
      texte: `${aConfirmer} ${formatAccord(aConfirmer, 'lecture')} à confirmer`,
      poids: Math.min(aConfirmer, 20),
    },
    phase === 'INCONNUE' && { ton: 'neutral', texte: 'dates non connues', poids: 6 },
    enCours && !enregistree && { ton: 'neutral', texte: 'aucune réunion enregistrée', poids: 5 },
  ]
  return points
    .filter((point) => point !== false)
    .map((point) => ({ ...point, texte: point.texte }))
    .sort((a, b) => b.poids - a.poids)
}

export const computePoids = (points: readonly PointAttention[]): number =>
  points.reduce((somme, { poids }) => somme + poids, 0)

/** True when one of the points asks somebody to act. */
export const checkATraiter = (points: readonly PointAttention[]): boolean => points.some(({ poids }) => poids >= SEUIL)
