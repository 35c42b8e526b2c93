import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** The communauté de communes and the only communes that the deck names, those of action 12. */

type Commune = readonly [ref: string, insee: string, nom: string]

const communes: readonly Commune[] = [
  ['villemur-sur-tarn', '31584', 'Villemur-sur-Tarn'],
  ['bessieres', '31066', 'Bessières'],
  ['la-magdelaine-sur-tarn', '31311', 'La Magdelaine-sur-Tarn'],
  ['buzet-sur-tarn', '31094', 'Buzet-sur-Tarn'],
]

export const territoire: DossierEcrit['territoire'] = {
  nom: 'Val’Aïgo',
  departement: '31',
  note: 'Les quatre communes sont celles que le support nomme (action 12). La communauté de communes en compte neuf au découpage officiel de 2026.',
  epcis: [{ siren: '243100773', nom: 'CC Val’Aïgo', nomSource: 'CC de ValAigo' }],
  communes: communes.map(([, insee, nom]) => ({ insee, nom })),
}

export const organismes: DossierEcrit['organismes'] = [
  {
    ref: 'caf',
    type: 'CAF',
    nom: 'Caf de la Haute-Garonne',
    nomSource: 'CAF',
    departement: '31',
    note: 'Citée sans son département : co-anime le comité de pilotage et le comité technique.',
  },
  {
    ref: 'ccva',
    type: 'EPCI',
    nom: 'CC Val’Aïgo',
    nomSource: 'CC de ValAigo ; CCVA',
    siren: '243100773',
    departement: '31',
    note: 'Porte le CIAS et France Services.',
  },
  ...communes.map(([ref, insee, nom]) => ({ ref, type: 'COMMUNE' as const, nom, insee, departement: '31' })),
]
