import type { DossierEcrit } from '@/lib/dossier/schema'
import { fichesAxe1 } from './demonstration-fiches-1'
import { fichesAxes2Et3 } from './demonstration-fiches-2'

/** Invented plan: three axes, nine fiches in every status, two of them late in November 2026. */

export const enjeux: DossierEcrit['enjeux'] = [
  { ref: 'enjeu-petite-enfance', texte: 'Comment offrir une place à chaque jeune enfant du Val-Témoin ? (enjeu fictif)' },
  { ref: 'enjeu-jeunesse', texte: 'Comment rejoindre les jeunes des communes éloignées du bourg ? (enjeu fictif)' },
  { ref: 'enjeu-parents', texte: 'Comment soutenir les parents là où ils vivent ? (enjeu fictif)' },
  { ref: 'orientation-proximite', nature: 'ORIENTATION', parent: 'enjeu-parents', texte: 'Aller vers les familles plutôt que les attendre (orientation fictive)' },
]

export const plan: DossierEcrit['plan'] = {
  titre: 'Plan d’action 2025-2029 (fictif)',
  niveaux: ['Axe'],
  texte: 'Plan fictif : aucune de ces actions n’est menée par une collectivité réelle.',
  axes: [
    {
      ref: 'axe-1',
      numero: '1',
      titre: 'Accueillir chaque jeune enfant',
      theme: 'PETITE_ENFANCE',
      objectifs: ['Créer des places', 'Informer les familles en un seul lieu', 'Accueillir les enfants à besoins particuliers'],
    },
    { ref: 'axe-2', numero: '2', titre: 'Accompagner les enfants et les jeunes', theme: 'ENFANCE_JEUNESSE', objectifs: ['Rendre les accueils accessibles partout'] },
    { ref: 'axe-3', numero: '3', titre: 'Soutenir les parents et l’accès aux droits', theme: 'PARENTALITE', objectifs: ['Aller vers les familles'] },
  ],
  fiches: [...fichesAxe1, ...fichesAxes2Et3],
}
