import {
  MOTS_EFFET_DECISION,
  MOTS_ETAT_DECISION,
  MOTS_NATURE_DECISION,
  MOTS_POUVOIR,
  NOMS_COTE,
} from '@/lib/competences/words'
import { MOTS_PAR } from '@/lib/gouvernance/frequence/words'
import { MOTS_TYPE_INSTANCE, MOTS_VOIX } from '@/lib/gouvernance/instances/words'
import { MOTS_ETAT_RELEVE } from '@/lib/gouvernance/releves/words'
import { MOTS_DEROGATION, MOTS_ETAT_REUNION } from '@/lib/gouvernance/reunions/words'
import { MOTS_ETAT_POINT, MOTS_PRESENCE } from '@/lib/gouvernance/seance/words'
import type { MotsTables } from '@/lib/platform/mots'

/** What the tables of governance are called: instances, meetings, decisions, minutes. */

const INSTANCES = {
  instance: {
    nom: 'Instance',
    colonnes: {
      type: {
        mots: 'nature',
        valeurs: MOTS_TYPE_INSTANCE,
      },
      nom: 'nom',
      composition: 'composition',
      animation: 'animation',
      secretariat: 'secrétariat',
      missions: 'missions',
      quorum: 'quorum',
      quorum_texte: 'quorum, tel qu’écrit',
    },
  },
  membre: {
    nom: 'Membre',
    masculin: true,
    colonnes: {
      libelle: 'siège',
      fonction: 'fonction',
      voix: { mots: 'voix', valeurs: MOTS_VOIX },
      debut: 'début',
      fin: 'fin',
      coanimation: 'co-animation',
      motif_fin: 'motif de la fin',
      personne: 'personne',
      suppleant: 'suppléant',
    },
  },
  competence: {
    nom: 'Qui décide',
    masculin: true,
    colonnes: {
      matiere: {
        mots: 'matière',
        valeurs: { FICHE: 'fiches', CIBLE: 'cibles', SCHEMA: 'répartitions des ETP', AVENANT: 'avenants' },
      },
      pouvoir: { mots: 'pouvoir', valeurs: MOTS_POUVOIR },
      source: 'source',
    },
  },
  regle_frequence: {
    nom: 'Règle de fréquence',
    colonnes: {
      mode: {
        mots: 'forme',
        valeurs: {
          MINIMUM: 'au moins',
          FOURCHETTE: 'de … à …',
          MOYENNE: 'en moyenne',
          SELON_BESOIN: 'selon les besoins',
          NON_PRECISEE: 'non précisée',
        },
      },
      minimum: 'minimum',
      maximum: 'maximum',
      moyenne: 'moyenne',
      periode: {
        mots: 'période',
        valeurs: {
          MOIS: 'par mois',
          BIMESTRE: 'par bimestre',
          TRIMESTRE: 'par trimestre',
          SEMESTRE: 'par semestre',
          AN_CIVIL: 'par année civile',
          AN_CONVENTION: 'par année de convention',
          CONVENTION: 'sur toute la convention',
        },
      },
      par: { mots: 'pour chaque', valeurs: MOTS_PAR },
      groupes: 'thématiques, commissions ou territoires',
      exceptions: 'exceptions',
      moments: 'moments dans la période',
      debut: 'début',
      fin: 'fin',
      evenement: 'lié à',
      a_confirmer: 'à confirmer',
      source: 'source',
    },
  },
} as const satisfies MotsTables

const REUNIONS = {
  reunion: {
    nom: 'Réunion',
    colonnes: {
      date: 'date',
      heure_debut: 'heure de début',
      heure_fin: 'heure de fin',
      lieu: 'lieu',
      objet: 'objet',
      groupe: 'groupe',
      etat: { mots: 'état', valeurs: MOTS_ETAT_REUNION },
      motif_annulation: 'motif d’annulation',
      compte_rendu: 'compte rendu',
      figee: 'compte rendu validé',
    },
  },
  serie_reunion: {
    nom: 'Série de réunions',
    colonnes: {
      rythme: {
        mots: 'rythme',
        valeurs: {
          MENSUEL: 'chaque mois',
          BIMENSUEL: 'deux fois par mois',
          TRIMESTRIEL: 'chaque trimestre',
          AVANT_INSTANCE: 'avant une autre instance',
        },
      },
      libelle: 'libellé',
      jours_avant: 'jours avant',
      debut: 'début',
      fin: 'fin',
    },
  },
  derogation: { nom: 'Dérogation', colonnes: { regle: { mots: 'règle', valeurs: MOTS_DEROGATION }, motif: 'motif' } },
  presence: {
    nom: 'Présence',
    colonnes: {
      etat: { mots: 'état', valeurs: MOTS_PRESENCE },
      representant: 'représenté par',
    },
  },
} as const satisfies MotsTables

const DECISIONS = {
  point_ordre_du_jour: {
    nom: 'Point d’ordre du jour',
    masculin: true,
    colonnes: {
      titre: 'titre',
      notes: 'notes',
      duree_minutes: 'durée en minutes',
      etat: { mots: 'état', valeurs: MOTS_ETAT_POINT },
      origine: {
        mots: 'vient de',
        valeurs: {
          SAISI: 'la saisie',
          FICHE: 'une fiche',
          INDICATEUR: 'un indicateur',
          DECISION: 'une décision',
          SCHEMA: 'une répartition des ETP',
          PROPOSITION: 'une proposition',
          REPRISE: 'une réunion précédente',
        },
      },
      presentateur: 'présentateur',
    },
  },
  decision: {
    nom: 'Décision',
    colonnes: {
      texte: 'texte',
      nature: { mots: 'nature', valeurs: MOTS_NATURE_DECISION },
      etat: { mots: 'état', valeurs: MOTS_ETAT_DECISION },
      responsable: 'responsable',
      echeance: 'échéance',
      realisee_le: 'réalisée le',
      appliquee_le: 'appliquée le',
      effet: {
        mots: 'effet',
        valeurs: MOTS_EFFET_DECISION,
      },
      cible: 'cible',
      cible_texte: 'cible en mots',
      suivi: 'suivi',
    },
  },
  releve: {
    nom: 'Relevé de décisions',
    masculin: true,
    colonnes: {
      numero_version: 'version',
      etat: { mots: 'état', valeurs: MOTS_ETAT_RELEVE },
      motif: 'motif',
      soumis_le: 'soumis le',
      valide_le: 'validé le',
    },
  },
  validation_releve: {
    nom: 'Validation de relevé',
    colonnes: { cote: { mots: 'côté', valeurs: NOMS_COTE }, nom: 'nom' },
  },
} as const satisfies MotsTables

export const TABLES_GOUVERNANCE = { ...INSTANCES, ...REUNIONS, ...DECISIONS } as const satisfies MotsTables
