import type { MotsTables } from '@/lib/platform/mots'

/** What the tables of people are called. */
export const TABLES_PERSONNES = {
  utilisateur: {
    nom: 'Personne',
    colonnes: {
      email: 'adresse électronique',
      nom: 'nom',
      fonction: 'fonction',
      actif: 'peut se connecter',
      demonstration: 'compte de démonstration',
      systeme: 'compte du système',
    },
  },
  role: {
    nom: 'Rôle',
    masculin: true,
    colonnes: {
      type: {
        mots: 'rôle',
        valeurs: {
          ADMINISTRATEUR: 'administration',
          CONSEILLER_CAF: 'conseil d’une Caf',
          CHARGE_COOPERATION: 'coordination',
          PILOTE: 'pilotage de fiches',
          ELU: 'lecture (élu)',
          LECTEUR: 'lecture',
        },
      },
      debut: 'début',
      fin: 'fin',
    },
  },
} as const satisfies MotsTables
