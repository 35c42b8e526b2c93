import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** Invented meetings of the working bodies: held, planned, missed, cancelled. */

type Reunion = NonNullable<NonNullable<DossierEcrit['instances']>[number]['reunions']>[number]

const LIEU = 'Siège de la communauté de communes du Val-Témoin (fictif)'

const reunions = (
  prefixe: string,
  etat: Reunion['etat'],
  dates: readonly string[],
  precisions: Partial<Reunion> = {},
): Reunion[] => dates.map((date) => ({ ref: `${prefixe}-${date}`, date, etat, lieu: LIEU, ...precisions }))

const byDate = (liste: Reunion[]): Reunion[] => [...liste].sort((a, b) => a.date.localeCompare(b.date))

export const reunionsGroupeProjet: Reunion[] = byDate([
  ...reunions('groupe-projet', 'TENUE', [
    '2025-01-21',
    '2025-02-18',
    '2025-03-18',
    '2025-04-15',
    '2025-05-13',
    '2025-06-10',
    '2025-07-08',
    '2025-09-09',
    '2025-10-14',
    '2025-11-12',
    '2025-12-16',
    '2026-01-20',
    '2026-02-17',
    '2026-03-17',
    '2026-04-14',
    '2026-05-12',
    '2026-06-09',
    '2026-06-30',
    '2026-07-07',
    '2026-09-08',
    '2026-10-13',
    '2026-11-10',
  ]),
  ...reunions('groupe-projet', 'ANNULEE', ['2026-08-25'], {
    motifAnnulation: 'Congés : trop peu de participants (fictif)',
  }),
  ...reunions('groupe-projet', 'PREVUE', ['2026-12-15', '2027-01-19', '2027-02-16', '2027-03-16'], {
    serie: 'groupe-projet/1',
  }),
])

/** Nothing was held in July and August 2026; the one planned on 20 October was never declared. */
export const reunionsRencontre: Reunion[] = byDate([
  ...reunions('rencontre', 'TENUE', [
    '2025-01-30',
    '2025-03-27',
    '2025-05-22',
    '2025-07-03',
    '2025-09-25',
    '2025-11-27',
    '2026-01-29',
    '2026-03-26',
    '2026-05-28',
    '2026-09-24',
  ]),
  ...reunions('rencontre', 'PREVUE', ['2026-10-20', '2026-12-10']),
])

/** 2025 went by without a séminaire. */
export const reunionsSeminaire: Reunion[] = [
  {
    ref: 'seminaire-2026-12-03',
    date: '2026-12-03',
    heureDebut: '14:00',
    heureFin: '17:00',
    lieu: 'Centre social L’Exemple (fictif)',
    objet: 'Partage du bilan et préparation du schéma 2027-2029',
    etat: 'PREVUE',
    points: [{ titre: 'Bilan des fiches' }, { titre: 'Ateliers par thématique' }],
  },
]

/** « Accès aux droits » met neither in 2025 nor, so far, in 2026. */
export const reunionsCommissions: Reunion[] = byDate([
  ...reunions('commission', 'TENUE', ['2025-04-10', '2025-10-02', '2026-03-12', '2026-10-01'], {
    groupe: 'Petite enfance',
  }),
  ...reunions('commission', 'TENUE', ['2025-04-24', '2026-04-23'], { groupe: 'Enfance-jeunesse' }),
  ...reunions('commission', 'TENUE', ['2025-06-05', '2026-06-04'], { groupe: 'Parentalité' }),
  ...reunions('commission', 'ANNULEE', ['2025-11-06'], {
    groupe: 'Accès aux droits',
    motifAnnulation: 'Animatrice absente (fictif)',
  }),
  ...reunions('commission', 'PREVUE', ['2026-12-01'], { groupe: 'Accès aux droits' }),
])
