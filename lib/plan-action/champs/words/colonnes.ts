import { date, texte } from './feuille'
import { LABELS_STATUT, MOTS_STATUT_PHRASE, STATUT_INCONNU, STATUTS_TOLERES } from './statuts'
import type { ColonneValeur } from '../types'

/** Columns that a fiche and an étape both have. */

/** A span known more or less well: its words, and its bounds. */
export const COLONNES_PERIODE: readonly ColonneValeur[] = [
  {
    part: 'texte',
    colonne: 'periode_texte',
    type: 'text',
    mots: 'période',
    feuille: texte('periodeTexte', 'Calendrier', 24, {
      longueur: 300,
      synonymes: ['période', 'échéance', 'échéancier', 'calendrier prévisionnel', 'délai', 'planning'],
    }),
  },
  {
    part: 'debut',
    colonne: 'periode_debut',
    type: 'date',
    mots: 'début',
    feuille: date('periodeDebut', 'Début', ['date de début', 'commence le']),
  },
  {
    part: 'fin',
    colonne: 'periode_fin',
    type: 'date',
    mots: 'fin',
    feuille: date('periodeFin', 'Fin', ['date de fin', 'se termine le']),
  },
]

export const COLONNE_STATUT: ColonneValeur = {
  colonne: 'statut',
  type: 'statut_fiche',
  mots: 'statut',
  valeurs: MOTS_STATUT_PHRASE,
  feuille: {
    cle: 'statut',
    titre: 'Statut',
    genre: 'CHOIX',
    largeur: 14,
    choix: LABELS_STATUT,
    defaut: STATUT_INCONNU,
    synonymes: ['état', 'état d’avancement', 'situation'],
    tolere: STATUTS_TOLERES,
  },
}
