import type { DossierEcrit } from '@/lib/dossier/schema/dossier'
import { fichesAxe1 } from './fiches-1'
import { fichesAxes2Et3 } from './fiches-2'

/** Invented plan: three axes, nine fiches in every status, two of them late in November 2026. */

export const enjeux: DossierEcrit['enjeux'] = [
  {
    ref: 'enjeu-petite-enfance',
    texte: 'Comment offrir une place à chaque jeune enfant du Val-Témoin ? (enjeu fictif)',
  },
  { ref: 'enjeu-jeunesse', texte: 'Comment rejoindre les jeunes des communes éloignées du bourg ? (enjeu fictif)' },
  { ref: 'enjeu-parents', texte: 'Comment soutenir les parents là où ils vivent ? (enjeu fictif)' },
  {
    ref: 'orientation-proximite',
    nature: 'ORIENTATION',
    parent: 'enjeu-parents',
    texte: 'Aller vers les familles plutôt que les attendre (orientation fictive)',
  },
]

const contenu = {
  titre: 'Plan d’action 2025-2029 (fictif)',
  niveaux: ['Axe'],
  numerotation: 'PAR_AXE',
  texte: 'Plan fictif : aucune de ces actions n’est menée par une collectivité réelle.',
  axes: [
    {
      ref: 'axe-1',
      numero: '1',
      titre: 'Accueillir chaque jeune enfant',
      theme: 'PETITE_ENFANCE',
      objectifs: [
        'Créer des places',
        'Informer les familles en un seul lieu',
        'Accueillir les enfants à besoins particuliers',
      ],
    },
    {
      ref: 'axe-2',
      numero: '2',
      titre: 'Accompagner les enfants et les jeunes',
      theme: 'ENFANCE_JEUNESSE',
      objectifs: ['Rendre les accueils accessibles partout'],
    },
    {
      ref: 'axe-3',
      numero: '3',
      titre: 'Soutenir les parents et l’accès aux droits',
      theme: 'PARENTALITE',
      objectifs: ['Aller vers les familles'],
    },
  ],
  fiches: [...fichesAxe1, ...fichesAxes2Et3],
} satisfies NonNullable<DossierEcrit['plan']>

/** The plan as it was signed: without the fiche that the avenant brought, and before anything was done. */
const signe: typeof contenu = {
  ...contenu,
  fiches: contenu.fiches
    .filter(({ ref }) => ref !== 'fiche-3-2')
    .map(
      ({
        suivi: _suivi,
        avancement: _avancement,
        avancementMotif: _motif,
        budget: _budget,
        documents: _documents,
        appreciations: _appreciations,
        ...fiche
      }) => ({
        ...fiche,
        statut: fiche.statut === 'A_PRECISER' ? 'A_PRECISER' : 'A_ENGAGER',
        etapes: fiche.etapes?.map((etape) => ({ ...etape, statut: 'A_ENGAGER' as const })) ?? [],
        indicateurs:
          fiche.indicateurs
            ?.filter(({ origine }) => origine === undefined)
            .map((indicateur) => ({ ...indicateur, cibles: [], mesures: [] })) ?? [],
      }),
    ),
}

export const plan: DossierEcrit['plan'] = {
  ...contenu,
  versions: [
    {
      numero: 1,
      libelle: 'Plan signé en mars 2025 (fictif)',
      motif: 'L’avenant fictif de décembre 2025 ajoute la fiche 3.2.',
      avenant: 'avenant-1',
      arreteeLe: '2025-12-18',
      contenu: signe,
    },
  ],
}
