import { MOTS_NATURE } from '@/lib/cooperation/couts/words'
import {
  MOTS_ETAT_SCHEMA,
  MOTS_MARGE,
  MOTS_MODE_POSTE,
  MOTS_MOTIF,
  MOTS_SITUATION_POSTE,
} from '@/lib/cooperation/schemas/words'
import type { MotsTables } from '@/lib/platform/mots'

/** What the tables of the ETP are called: schémas, posts and people, money, activity. */

const SCHEMAS = {
  schema_cooperation: {
    nom: 'Schéma de coopération',
    masculin: true,
    colonnes: {
      libelle: 'libellé',
      debut: 'début',
      fin: 'fin',
      periode_texte: 'période',
      total: 'total',
      existant: 'existant',
      etat: { mots: 'état', valeurs: MOTS_ETAT_SCHEMA },
      anterieur: 'de la convention précédente',
      note: 'note',
      source: 'source',
    },
  },
  affectation: {
    nom: 'Ligne d’ETP',
    colonnes: {
      marge: { mots: 'répartition', valeurs: MOTS_MARGE },
      theme_code: 'thématique',
      libelle: 'libellé',
      quotite: 'quotité',
      motif_zero: { mots: 'motif du zéro', valeurs: MOTS_MOTIF },
      note: 'note',
      situation: { mots: 'situation', valeurs: MOTS_SITUATION_POSTE },
      themes_texte: 'thématiques, telles qu’écrites',
    },
  },
  croisement: { nom: 'Tableau croisé', masculin: true, colonnes: { quotite: 'quotité' } },
  developpement: { nom: 'Développement d’ETP', masculin: true, colonnes: { libelle: 'libellé', quotite: 'quotité' } },
} as const satisfies MotsTables

const POSTES = {
  poste: {
    nom: 'Poste',
    masculin: true,
    colonnes: {
      intitule: 'intitulé',
      quotite: 'quotité',
      mode: { mots: 'mode', valeurs: MOTS_MODE_POSTE },
      note: 'note',
    },
  },
  poste_theme: { nom: 'Thématique de poste', colonnes: { theme_code: 'thématique' } },
  poste_mission: { nom: 'Mission de poste', colonnes: {} },
  occupation: { nom: 'Occupation', colonnes: { quotite: 'quotité', debut: 'début', fin: 'fin' } },
  homonyme: { nom: 'Personnes de même nom', colonnes: { meme: 'une seule personne' } },
  absence: { nom: 'Absence', colonnes: { debut: 'début', fin: 'fin' } },
} as const satisfies MotsTables

const ARGENT = {
  cout_etp: {
    nom: 'Coût par ETP',
    masculin: true,
    colonnes: { montant: 'montant', valable_du: 'valable du', indicatif: 'indicatif', source: 'source' },
  },
  reglage_financement: {
    nom: 'Réglage de financement',
    masculin: true,
    colonnes: {
      financeur: 'financeur',
      nature: { mots: 'nature', valeurs: MOTS_NATURE },
      valeur: 'valeur',
      valable_du: 'valable du',
      valable_au: 'valable au',
      source: 'source',
    },
  },
  financement: {
    nom: 'Financement',
    masculin: true,
    colonnes: { annee: 'année', financeur: 'financeur', prevu: 'prévu', realise: 'réalisé', note: 'note' },
  },
} as const satisfies MotsTables

const ACTIVITE = {
  repartition_afas: {
    nom: 'Répartition AFAS',
    colonnes: { annee: 'année', theme_code: 'thématique', part: 'part en %' },
  },
  activite_mission: { nom: 'Activité de mission', colonnes: { annee: 'année', texte: 'texte' } },
  bilan_fonction: {
    nom: 'Bilan de la fonction',
    masculin: true,
    colonnes: {
      annee: 'année',
      effets: 'effets',
      objectifs: 'objectifs',
      moyens: 'moyens',
      difficultes: 'difficultés',
      suites: 'suites',
    },
  },
  mission_cooperation: { nom: 'Mission de coopération', colonnes: { bloc: 'bloc', texte: 'texte' } },
} as const satisfies MotsTables

export const TABLES_COOPERATION = { ...SCHEMAS, ...POSTES, ...ARGENT, ...ACTIVITE } as const satisfies MotsTables
