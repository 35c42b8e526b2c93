/** Periods one measures by: years, half-years, quarters, months. Their words stay with the value. */
import {
  boundsContaining,
  formatMois,
  isAnnee,
  yearOf,
  type Bornes,
  type DateCivile,
  type UniteCivile,
} from '@/lib/platform/dates'
import type { Frequence, Pas } from '@/lib/plan-action/indicateurs/words'

export interface PeriodeMesure extends Bornes {
  /** '2024', '2024-S1', '2024-T3', '2024-03' */
  cle: string
  /** as it is written beside the value: '2024', '1er semestre 2024' */
  libelle: string
}

const UNITES: Record<Pas, UniteCivile> = { an: 'AN', semestre: 'SEMESTRE', trimestre: 'TRIMESTRE', mois: 'MOIS' }
const NOMBRES: Record<Pas, number> = { an: 1, semestre: 2, trimestre: 4, mois: 12 }
const LETTRES: Record<Exclude<Pas, 'an' | 'mois'>, string> = { semestre: 'S', trimestre: 'T' }

const pad = (nombre: number): string => String(nombre).padStart(2, '0')
const ordinal = (rang: number): string => (rang === 1 ? '1er' : `${rang}e`)

function buildPeriode(annee: number, pas: Pas, rang: number): PeriodeMesure {
  const bornes = boundsContaining(`${annee}-${pad((rang - 1) * (12 / NOMBRES[pas]) + 1)}-01`, UNITES[pas])
  if (pas === 'an') return { cle: String(annee), libelle: String(annee), ...bornes }
  if (pas === 'mois') return { cle: `${annee}-${pad(rang)}`, libelle: formatMois(bornes.debut), ...bornes }
  return { cle: `${annee}-${LETTRES[pas]}${rang}`, libelle: `${ordinal(rang)} ${pas} ${annee}`, ...bornes }
}

/** The periods of a step within these years, in order. */
export function listPeriodes({ debut, fin }: { debut: number; fin: number }, pas: Pas): PeriodeMesure[] {
  const annees = Array.from({ length: Math.max(0, fin - debut + 1) }, (_, rang) => debut + rang)
  return annees.flatMap((annee) =>
    Array.from({ length: NOMBRES[pas] }, (_, rang) => buildPeriode(annee, pas, rang + 1)),
  )
}

/** A period by its key; null when the key names none of a year that may be typed. */
export function parsePeriodeMesure(cle: string): PeriodeMesure | null {
  const match = /^(\d{4})(?:-(?:(S)([12])|(T)([1-4])|(0[1-9]|1[0-2])))?$/.exec(cle)
  const annee = Number(match?.[1])
  if (!match || !isAnnee(annee)) return null
  if (match[2]) return buildPeriode(annee, 'semestre', Number(match[3]))
  if (match[4]) return buildPeriode(annee, 'trimestre', Number(match[5]))
  return match[6] ? buildPeriode(annee, 'mois', Number(match[6])) : buildPeriode(annee, 'an', 1)
}

/** The period with exactly these bounds; null when they are not known, or those of none. */
export function findPeriode(debut: DateCivile | null, fin: DateCivile | null): PeriodeMesure | null {
  if (debut === null || fin === null) return null
  const annee = yearOf(debut)
  for (const pas of ['an', 'semestre', 'trimestre', 'mois'] as const) {
    const periode = listPeriodes({ debut: annee, fin: annee }, pas).find(
      (une) => une.debut === debut && une.fin === fin,
    )
    if (periode) return periode
  }
  return null
}

const PAS_DE: Record<Frequence, Pas> = {
  MENSUELLE: 'mois',
  TRIMESTRIELLE: 'trimestre',
  SEMESTRIELLE: 'semestre',
  ANNUELLE: 'an',
  UNIQUE: 'an',
}

/** The step an indicator is measured by; yearly when the document does not say. */
export const computePas = (frequence: Frequence | null): Pas => (frequence === null ? 'an' : PAS_DE[frequence])
