import { texte } from './feuille'
import { LONGUEUR_SUIVI } from './limites'
import type { EntreeChamp } from '../types'

/** How a fiche goes. */
export const SUIVI = [
  {
    genre: 'COLONNES',
    cle: 'avancement',
    label: 'Avancement',
    section: 'SUIVI',
    versions: 'VIE',
    colonnes: [
      {
        part: 'valeur',
        colonne: 'avancement',
        type: 'int',
        mots: 'avancement',
        partie: 'pourcentage',
        feuille: {
          cle: 'avancement',
          titre: 'Avancement (%)',
          genre: 'POURCENT',
          largeur: 12,
          synonymes: ['avancement', 'taux d’avancement', 'progression', '% réalisé'],
        },
      },
      {
        part: 'motif',
        colonne: 'avancement_motif',
        type: 'text',
        mots: 'raison de l’avancement',
        partie: 'raison',
        feuille: texte('avancementMotif', 'Raison de l’avancement', 24, { longueur: 500 }),
      },
    ],
  },
  {
    genre: 'TEXTE',
    cle: 'suivi',
    label: 'Note de suivi',
    colonne: 'suivi',
    forme: 'PARAGRAPHES',
    longueur: LONGUEUR_SUIVI,
    section: 'SUIVI',
    versions: 'VIE',
    feuille: { synonymes: ['suivi', 'commentaire', 'commentaires', 'observations', 'remarques', 'bilan'] },
  },
] as const satisfies readonly EntreeChamp[]
