/** The dates ahead of a convention: meetings, what is due, what ends. */
import type { DateCivile } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import type { Centiemes } from '@/lib/platform/nombres'
import type { ReunionPrevue } from '@/lib/pilotage/situation/types/faits'
import { computePhase, type DatesConnues } from '@/lib/convention/phase/rules/suivi'

export type NatureEcheance = 'REUNION' | 'A_TENIR' | 'AVENANT' | 'EVALUATION' | 'SCHEMA' | 'CONVENTION'

export interface Echeance {
  date: DateCivile
  nature: NatureEcheance
  texte: string
  /** What shows it: address after that of the convention. */
  chemin: string
  /** The day is past and nothing says it was done. */
  passee: boolean
}

interface InstanceDatee {
  ref: string
  nom: string
  etat: string
  echeance: DateCivile | null
}

export interface DemandeEcheances {
  instances: readonly InstanceDatee[]
  /** Planned meetings of today or later. */
  prevues: readonly ReunionPrevue[]
  /** Avenants announced for a day and not signed. */
  avenants: readonly [objet: string, echeance: DateCivile][]
  evaluations: readonly [objet: string, fin: DateCivile][]
  schema: { ref: string; libelle: string; fin: DateCivile | null; total: Centiemes | null } | null
  convention: DatesConnues
  renouvellement: 'EXPRES' | 'TACITE' | 'NON_PRECISE'
  today: DateCivile
}

const RENOUVELLEMENT = {
  EXPRES: ', renouvellement à décider expressément',
  TACITE: ', tacite reconduction',
  NON_PRECISE: '',
} as const
/**
 * What comes next, in order of date. What is past is left out, but for an avenant announced and never recorded as
 * signed. A meeting that is due is only asked for while the convention runs.
 */
export function listEcheances({
  instances,
  prevues,
  avenants,
  evaluations,
  schema,
  convention,
  renouvellement,
  today,
}: DemandeEcheances): Echeance[] {
  const enCours = computePhase(convention, today) === 'EN_COURS'
  const finConvention = convention.fin
  const lignes: Omit<Echeance, 'passee'>[] = [
    ...prevues.map(({ ref, date, instance }) => ({
      date,
      nature: 'REUNION' as const,
      texte: `${instance}, réunion prévue`,
      chemin: `/reunions/${ref}`,
    })),
    ...instances.flatMap(({ ref, nom, etat, echeance }) =>
      enCours && etat === 'A_PLANIFIER' && echeance !== null
        ? [
            {
              date: echeance,
              nature: 'A_TENIR' as const,
              texte: `${nom}, dernier jour pour tenir la réunion`,
              chemin: `/gouvernance/${ref}`,
            },
          ]
        : [],
    ),
    ...avenants.map(([objet, date]) => ({
      date,
      nature: 'AVENANT' as const,
      texte: `Avenant : ${objet}`,
      chemin: '/convention#annexes',
    })),
    ...evaluations
      .filter(([, fin]) => fin >= today)
      .map(([objet, date]) => ({ date, nature: 'EVALUATION' as const, texte: objet, chemin: '/convention' })),
    ...(schema?.fin && schema.fin >= today && schema.fin !== finConvention
      ? [
          {
            date: schema.fin,
            nature: 'SCHEMA' as const,
            chemin: `/etp?schema=${schema.ref}`,
            texte: `Fin du schéma de coopération « ${schema.libelle} »${schema.total === null ? '' : ` (${formatQuotite(schema.total)} ETP)`}`,
          },
        ]
      : []),
    ...(finConvention !== null && finConvention >= today
      ? [
          {
            date: finConvention,
            nature: 'CONVENTION' as const,
            chemin: '/convention',
            texte: `Fin de la convention${RENOUVELLEMENT[renouvellement]}`,
          },
        ]
      : []),
  ]
  return lignes
    .map((ligne) => ({ ...ligne, passee: ligne.date < today }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
