import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** « Répartition communale du schéma de coopération CTG VBA 2026-2030 » and the two figures by thématique. */

type Schema = NonNullable<DossierEcrit['schemas']>[number]
type Affectation = NonNullable<Schema['affectations']>[number]
type Precisions = Pick<Affectation, 'motifZero' | 'note' | 'situation' | 'themesTexte'>

const porteur = (
  organisme: string | null,
  libelle: string,
  quotite: string | null,
  precisions: Precisions = {},
): Affectation => ({ marge: 'PORTEUR', organisme, libelle, quotite, ...precisions })

const thematique = (
  theme: Affectation['theme'],
  libelle: string,
  quotite: string,
  precisions: Precisions = {},
): Affectation => ({ marge: 'THEMATIQUE', theme, libelle, quotite, ...precisions })

const porteurs2022: Affectation[] = [
  porteur('aureille', 'Aureille', '0.2', { situation: 'JAMAIS_POURVU', note: 'jamais pourvu' }),
  porteur('eygalieres', 'Eygalières', '0.2'),
  porteur('fontvieille', 'Fontvieille', '0.3'),
  porteur('les-baux-de-provence', 'Les Baux-de-Provence', '0', {
    motifZero: 'PORTE_PAR_AUTRE',
    note: 'porté par la ville de Maussane-Les-Alpilles',
  }),
  porteur('mas-blanc-des-alpilles', 'Mas-Blanc-des-Alpilles', '0', {
    motifZero: 'PORTE_PAR_AUTRE',
    note: 'porté par la ville de Saint-Rémy-de-Provence',
  }),
  porteur('maussane-les-alpilles', 'Maussane-les-Alpilles', '0.2'),
  porteur('mouries', 'Mouriès', '0.3'),
  porteur('paradou', 'Paradou', '0.2'),
  porteur('saint-etienne-du-gres', 'Saint-Étienne-du-Grès', '0.2'),
  porteur('saint-remy-de-provence', 'Saint-Rémy-de-Provence', '0.7'),
  porteur('ccvba', 'CCVBA', null, { motifZero: 'NEANT', note: 'Néant' }),
  porteur(null, 'Global', '1', { note: 'porté par la ville de Saint-Rémy-de-Provence' }),
]

const SANS_PARENTALITE = ['Petite enfance', 'Enfance jeunesse', 'Inclusion']
const AVEC_PARENTALITE = ['Petite enfance', 'Parentalité', 'Enfance jeunesse', 'Inclusion']

/** Eleven of the twelve lines are the same in 2026 and from 2027: only Aureille changes. */
const porteursAvec = (aureille: Affectation): Affectation[] => [
  aureille,
  porteur('eygalieres', 'Eygalières', '0.2', { themesTexte: SANS_PARENTALITE }),
  porteur('fontvieille', 'Fontvieille', '0.3', { themesTexte: SANS_PARENTALITE }),
  porteur('les-baux-de-provence', 'Les Baux-de-Provence', '0', { motifZero: 'NON_PRECISE' }),
  porteur('mas-blanc-des-alpilles', 'Mas-Blanc-des-Alpilles', '0', { motifZero: 'NON_PRECISE' }),
  porteur('maussane-les-alpilles', 'Maussane-les-Alpilles', '0.2', { themesTexte: AVEC_PARENTALITE }),
  porteur('mouries', 'Mouriès', '0.3', { themesTexte: AVEC_PARENTALITE }),
  porteur('paradou', 'Paradou', '0.2', { themesTexte: SANS_PARENTALITE }),
  porteur('saint-etienne-du-gres', 'Saint-Étienne-du-Grès', '0.2', { themesTexte: SANS_PARENTALITE }),
  porteur('saint-remy-de-provence', 'Saint-Rémy-de-Provence', '1.2', {
    themesTexte: ['Petite enfance', 'Parentalité', 'Inclusion', 'Accès aux droits'],
  }),
  porteur('ccvba', 'CCVBA', '0', { motifZero: 'SANS_ETP', themesTexte: ['Accès aux droits /mobilités'] }),
  porteur(null, 'Global', '0.5', { situation: 'EXTERNALISE', note: 'externalisé et co-financé par les communes' }),
]

const thematiques = (petiteEnfance: string, enfanceJeunesse: string): Affectation[] => [
  thematique('PETITE_ENFANCE', 'Petite enfance', petiteEnfance),
  thematique('PARENTALITE', 'Parentalité', '0.3'),
  thematique('DROITS_VIE_SOCIALE', 'Animation vie sociale – Accès aux droits – Logement', '0.3'),
  thematique('ENFANCE_JEUNESSE', 'Enfance-jeunesse', enfanceJeunesse),
  thematique('GLOBAL', 'Chargé de coopération global', '0.5', {
    situation: 'EXTERNALISE',
    note: 'confié à un opérateur extérieur',
  }),
]

const AFAS = [
  'L’affectation thématique de chaque CDC sera à préciser selon la ventilation de l’activité d’activités du portail partenaires CAF (AFAS) :',
  '1. Petite enfance/inclusion',
  '2. Enfance/Jeunesse',
  '3. Parentalité',
  '4. Accès aux droits, animation de la vie sociale, numérique, interventions sociales, logement',
].join('\n')

export const schemas: Schema[] = [
  {
    ref: 'schema-2022-2025',
    libelle: 'Schéma CTG VBA 2022-2025',
    debut: '2022-01-01',
    fin: '2025-12-31',
    periodeTexte: '2022-2025',
    total: '3.3',
    etat: 'CLOS',
    anterieur: true,
    note: 'Schéma de la CTG précédente : l’annexe 4 le donne par commune, pas par thématique.',
    source: 'Colonne « Schéma CTG VBA 2022-2025 » : TOTAL 3,3 ETP',
    affectations: porteurs2022,
  },
  {
    ref: 'schema-2026',
    libelle: 'Schéma CTG VBA transitoire 2026',
    debut: '2026-01-01',
    fin: '2026-12-31',
    periodeTexte: 'Schéma de coopération transitoire proposé pour l’année 2026',
    total: '3.1',
    etat: 'PROPOSE',
    note: AFAS,
    source:
      '« Schéma de coopération transitoire 3 , 1 ETP proposé pour l’année 2026 » ; « 3.1 ETP Chargés de coopération (CDC) CTG cofinancés par la Caf » ; colonne « Schéma CTG VBA transitoire 2026 » : TOTAL 3,1 ETP',
    affectations: [
      ...porteursAvec(
        porteur('aureille', 'Aureille', '0', { motifZero: 'A_NEGOCIER', note: 'à négocier avec la CAF' }),
      ),
      ...thematiques('1.6', '0.4'),
    ],
  },
  {
    ref: 'schema-2027-2030',
    libelle: 'Schéma CTG à partir de 2027-2030',
    debut: '2027-01-01',
    fin: '2030-12-31',
    periodeTexte: 'Schéma de coopération proposé pour l’année 2027-2030',
    total: '3.3',
    etat: 'PROPOSE',
    note: AFAS,
    source:
      '« Schéma de coopération 3 , 3 ETP proposé pour l’année 2027-2030 » ; colonne « Schéma CTG à partir de 2027-2030 » : TOTAL 3,3 ETP',
    affectations: [
      ...porteursAvec(porteur('aureille', 'Aureille', '0.2', { note: 'Reprise soit en direct soit externalisé' })),
      ...thematiques('1.7', '0.5'),
    ],
  },
]
