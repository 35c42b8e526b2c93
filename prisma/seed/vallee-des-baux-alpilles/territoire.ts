import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** The ten communes of the « répartition communale », in its order, and the intercommunality. */

type Commune = readonly [ref: string, insee: string, nom: string, nomSource?: string]

const communes: readonly Commune[] = [
  ['aureille', '13006', 'Aureille'],
  ['eygalieres', '13034', 'Eygalières'],
  ['fontvieille', '13038', 'Fontvieille', 'Fontvielle'],
  ['les-baux-de-provence', '13011', 'Les Baux-de-Provence', 'Les Baux de Provence'],
  ['mas-blanc-des-alpilles', '13057', 'Mas-Blanc-des-Alpilles', 'Mas Blanc Les Alpilles'],
  ['maussane-les-alpilles', '13058', 'Maussane-les-Alpilles', 'Maussane-Les-Alpilles'],
  ['mouries', '13065', 'Mouriès'],
  ['paradou', '13068', 'Paradou'],
  ['saint-etienne-du-gres', '13094', 'Saint-Étienne-du-Grès', 'Saint-Etienne-du-Grès'],
  ['saint-remy-de-provence', '13100', 'Saint-Rémy-de-Provence'],
]

const EPCI = { siren: '241300375', nom: 'CC Vallée des Baux-Alpilles (CC VBA)', nomSource: 'CCVBA' }

export const territoire: DossierEcrit['territoire'] = {
  nom: 'Vallée des Baux Alpilles',
  departement: '13',
  note: 'Les dix communes et la CCVBA sont celles du tableau « Répartition communale du schéma de coopération CTG VBA 2026-2030 ».',
  epcis: [EPCI],
  communes: communes.map(([, insee, nom, nomSource]) => ({ insee, nom, nomSource: nomSource ?? null })),
}

/** Nobody is known to sign: annexe 4 speaks of « signataires » without naming one. */
export const organismes: DossierEcrit['organismes'] = [
  {
    ref: 'caf',
    type: 'CAF',
    nom: 'Caf des Bouches-du-Rhône',
    nomSource: 'Caf',
    departement: '13',
    note: 'Citée sans son département : cofinance les ETP de coopération, participe au groupe projet par son chargé de mission.',
  },
  { ref: 'ccvba', type: 'EPCI', departement: '13', ...EPCI },
  ...communes.map(([ref, insee, nom, nomSource]) => ({
    ref,
    type: 'COMMUNE' as const,
    nom,
    nomSource: nomSource ?? null,
    insee,
    departement: '13',
  })),
]
