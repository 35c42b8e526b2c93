import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** Two invented schémas: one validated, with its cross table and its posts; one draft that lacks 0,10 ETP. */

type Schema = NonNullable<DossierEcrit['schemas']>[number]
type Affectation = NonNullable<Schema['affectations']>[number]
type Precisions = Pick<Affectation, 'motifZero' | 'note' | 'situation' | 'themesTexte'>

const CC = 'CC du Val-Témoin'
const GLOBAL = 'Coopération globale'

const porteur = (organisme: string, libelle: string, quotite: string, precisions: Precisions = {}): Affectation => ({
  marge: 'PORTEUR',
  organisme,
  libelle,
  quotite,
  ...precisions,
})

const thematique = (
  theme: Affectation['theme'],
  libelle: string,
  quotite: string,
  precisions: Precisions = {},
): Affectation => ({ marge: 'THEMATIQUE', theme, libelle, quotite, ...precisions })

const thematiques = (
  petiteEnfance: string,
  jeunesse: string,
  parentalite: string,
  droits: string,
  global: string,
): Affectation[] => [
  thematique('PETITE_ENFANCE', 'Petite enfance', petiteEnfance),
  thematique('ENFANCE_JEUNESSE', 'Enfance-jeunesse', jeunesse),
  thematique('PARENTALITE', 'Parentalité', parentalite),
  thematique('DROITS_VIE_SOCIALE', 'Accès aux droits, vie sociale', droits),
  thematique('GLOBAL', 'Coopération globale', global, { situation: 'EXTERNALISE' }),
]

const schema2025: Schema = {
  ref: 'schema-2025-2026',
  libelle: 'Schéma 2025-2026 (fictif)',
  debut: '2025-01-01',
  fin: '2026-12-31',
  periodeTexte: '2025-2026',
  total: '2.5',
  etat: 'VALIDE',
  source: 'Document fictif',
  affectations: [
    porteur('cc-val-temoin', CC, '1', { situation: 'POURVU' }),
    porteur('temoin-le-bourg', 'Témoin-le-Bourg', '0.6', { situation: 'POURVU' }),
    porteur('essai-sur-riviere', 'Essai-sur-Rivière', '0.4', { situation: 'POURVU' }),
    porteur('saint-exemple', 'Saint-Exemple', '0.3', {
      situation: 'VACANT',
      note: 'Poste vacant depuis le 1er septembre 2026 (fictif)',
    }),
    porteur('belle-maquette', 'Belle-Maquette', '0', {
      motifZero: 'PORTE_PAR_AUTRE',
      note: 'Porté par Témoin-le-Bourg',
    }),
    porteur('les-factices', 'Les Factices', '0', {
      motifZero: 'A_NEGOCIER',
      note: 'À négocier avec la Caf de démonstration',
    }),
    porteur('modele-la-foret', 'Modèle-la-Forêt', '0', { motifZero: 'SANS_ETP', themesTexte: ['Accès aux droits'] }),
    porteur('operateur-factice', GLOBAL, '0.2', {
      situation: 'EXTERNALISE',
      note: 'Opérateur extérieur fictif, cofinancé par les communes',
    }),
    ...thematiques('0.9', '0.7', '0.3', '0.4', '0.2'),
  ],
  croisements: [
    { porteur: CC, thematique: 'Petite enfance', quotite: '0.5' },
    { porteur: CC, thematique: 'Enfance-jeunesse', quotite: '0.1' },
    { porteur: CC, thematique: 'Parentalité', quotite: '0.2' },
    { porteur: CC, thematique: 'Accès aux droits, vie sociale', quotite: '0.2' },
    { porteur: 'Témoin-le-Bourg', thematique: 'Petite enfance', quotite: '0.2' },
    { porteur: 'Témoin-le-Bourg', thematique: 'Enfance-jeunesse', quotite: '0.3' },
    { porteur: 'Témoin-le-Bourg', thematique: 'Parentalité', quotite: '0.1' },
    { porteur: 'Essai-sur-Rivière', thematique: 'Petite enfance', quotite: '0.2' },
    { porteur: 'Essai-sur-Rivière', thematique: 'Enfance-jeunesse', quotite: '0.2' },
    { porteur: 'Saint-Exemple', thematique: 'Enfance-jeunesse', quotite: '0.1' },
    { porteur: 'Saint-Exemple', thematique: 'Accès aux droits, vie sociale', quotite: '0.2' },
    { porteur: GLOBAL, thematique: 'Coopération globale', quotite: '0.2' },
  ],
  postes: [
    {
      ref: 'poste-coordination-ctg',
      intitule: 'Chargée de coopération CTG (fictif)',
      quotite: '1',
      organisme: 'cc-val-temoin',
      affectation: CC,
      mode: 'DIRECT',
      occupations: [{ personne: 'Andrea FICTIVE', quotite: '1', debut: '2025-02-03' }],
    },
    {
      ref: 'poste-temoin-le-bourg',
      intitule: 'Chargé de coopération, Témoin-le-Bourg (fictif)',
      quotite: '0.6',
      organisme: 'temoin-le-bourg',
      affectation: 'Témoin-le-Bourg',
      mode: 'PARTAGE',
      occupations: [{ personne: 'Charlie MAQUETTE', quotite: '0.6', debut: '2025-01-06' }],
    },
    {
      ref: 'poste-essai-sur-riviere',
      intitule: 'Chargé de coopération, Essai-sur-Rivière (fictif)',
      quotite: '0.4',
      organisme: 'essai-sur-riviere',
      affectation: 'Essai-sur-Rivière',
      mode: 'PARTAGE',
      note: 'Même personne qu’à Témoin-le-Bourg : 0,6 et 0,4 font un temps plein.',
      occupations: [{ personne: 'Charlie MAQUETTE', quotite: '0.4', debut: '2025-01-06' }],
    },
    {
      ref: 'poste-saint-exemple',
      intitule: 'Chargé de coopération, Saint-Exemple (fictif)',
      quotite: '0.3',
      organisme: 'saint-exemple',
      affectation: 'Saint-Exemple',
      mode: 'DIRECT',
      note: 'Vacant : recrutement fictif en cours.',
      occupations: [{ personne: 'Lou SPÉCIMEN', quotite: '0.3', debut: '2025-03-03', fin: '2026-08-31' }],
    },
    {
      ref: 'poste-cooperation-globale',
      intitule: 'Coopération globale (fictif)',
      quotite: '0.2',
      organisme: 'operateur-factice',
      affectation: GLOBAL,
      mode: 'EXTERNALISE',
    },
  ],
}

/** Out of balance on purpose: the 0,10 ETP of Les Factices is in the total and on no line. */
const schema2027: Schema = {
  ref: 'schema-2027-2029',
  libelle: 'Schéma 2027-2029 (fictif)',
  debut: '2027-01-01',
  fin: '2029-12-31',
  periodeTexte: '2027-2029',
  total: '3',
  existant: '2.5',
  developpements: [
    { libelle: CC, organisme: 'cc-val-temoin', quotite: '0.1' },
    { libelle: 'Témoin-le-Bourg', organisme: 'temoin-le-bourg', quotite: '0.2' },
    { libelle: 'Les Factices', organisme: 'les-factices', quotite: '0.1' },
    { libelle: GLOBAL, organisme: 'operateur-factice', quotite: '0.1' },
  ],
  etat: 'BROUILLON',
  note: 'Brouillon fictif : il manque 0,10 ETP dans la répartition par commune, celui que Les Factices négocient encore.',
  source: 'Document fictif',
  affectations: [
    porteur('cc-val-temoin', CC, '1.1'),
    porteur('temoin-le-bourg', 'Témoin-le-Bourg', '0.8'),
    porteur('essai-sur-riviere', 'Essai-sur-Rivière', '0.4'),
    porteur('saint-exemple', 'Saint-Exemple', '0.3'),
    porteur('belle-maquette', 'Belle-Maquette', '0', {
      motifZero: 'PORTE_PAR_AUTRE',
      note: 'Porté par Témoin-le-Bourg',
    }),
    porteur('les-factices', 'Les Factices', '0', {
      motifZero: 'A_NEGOCIER',
      note: '0,1 ETP à négocier avec la Caf de démonstration',
    }),
    porteur('modele-la-foret', 'Modèle-la-Forêt', '0', { motifZero: 'SANS_ETP', themesTexte: ['Accès aux droits'] }),
    porteur('operateur-factice', GLOBAL, '0.3', { situation: 'EXTERNALISE' }),
    ...thematiques('1', '0.8', '0.4', '0.5', '0.3'),
  ],
}

export const schemas: Schema[] = [schema2025, schema2027]

export const coutsEtp: DossierEcrit['coutsEtp'] = [
  {
    montant: '48000',
    indicatif: true,
    source:
      'Référentiel d’emploi annexé à la convention de Grand Châtellerault 2020-2024 : « Coût indicatif ETP 48 000€ ». Repris à titre d’exemple dans cette convention fictive.',
  },
]
