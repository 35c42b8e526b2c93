import type { DossierEcrit } from '@/lib/dossier/schema/dossier'
import { fichesCoordinationEtDroits } from './fiches-1'
import { fichesEnfanceEtJeunesse } from './fiches-2'
import { fichesParentaliteEtLogement } from './fiches-3'

/** Article 4 and annexe 3: shared objectives, the seven questions of the diagnostic, six thématiques. */

type Enjeux = NonNullable<DossierEcrit['enjeux']>

const champs: readonly (readonly [ref: string, texte: string, objectifs: readonly string[]])[] = [
  [
    'champ-conciliation',
    'Aider les familles à concilier vie familiale, vie professionnelle et vie sociale',
    [
      'Poursuivre la structuration d’une offre diversifiée en direction de la petite enfance',
      'Poursuivre la structuration d’une offre diversifiée en direction des enfants.',
    ],
  ],
  [
    'champ-parentalite',
    'Faciliter la relation parentale, favoriser le développement de l’enfant et soutenir les jeunes',
    [
      'Compenser les charges familiales et accompagner les parents dans leur rôle',
      'Contribuer à l’égalité des chances en matière de réussite scolaire et renforcer le lien entre les familles et l’école',
      'Faciliter l’autonomie des jeunes, élément de passage à l’âge adulte.',
    ],
  ],
  [
    'champ-logement',
    'Accompagner les familles pour améliorer leur cadre de vie et leurs conditions de logement',
    [
      'Favoriser, pour les familles, des conditions de logement et un cadre de vie de qualité',
      'Faciliter l’intégration des familles dans la vie collective et citoyenne',
    ],
  ],
  [
    'champ-autonomie',
    'Créer les conditions favorables à l’autonomie, à l’insertion sociale et professionnelle',
    [
      'Soutenir les personnes et les familles confrontées au handicap',
      'Aider les familles confrontées à des événements ou des difficultés fragilisant la vie familiale',
      'Accompagner le parcours d’insertion et le retour (et maintien) dans l’emploi des personnes et des familles en situation de pauvreté.',
    ],
  ],
]

const questions = [
  'Comment favoriser les partenariats et la mise en réseau des acteurs du territoire ?',
  'Comment valoriser les métiers de la petite enfance et de l’animation ?',
  'Comment soutenir le tissu associatif ?',
  'Comment communiquer sur les dispositifs et l’offre déployée sur le territoire ?',
  'Comment adapter l’information et l’orientation des habitants ?',
  'Comment améliorer la mobilité sur le territoire ?',
  'Comment favoriser l’accès et le maintien dans des logements de qualité ?',
]

export const enjeux: Enjeux = [
  ...champs.flatMap(
    ([ref, texte, objectifs]): Enjeux => [
      { ref, nature: 'CHAMP_INTERVENTION', texte },
      ...objectifs.map((objectif, index) => ({
        ref: `${ref}-${index + 1}`,
        nature: 'OBJECTIF' as const,
        parent: ref,
        texte: objectif,
      })),
    ],
  ),
  ...questions.map((texte, index) => ({ ref: `enjeu-${index + 1}`, nature: 'ENJEU' as const, texte })),
]

export const avenants: DossierEcrit['avenants'] = [
  {
    ref: 'avenant-animation-vie-sociale',
    objet: 'Fiches action de la thématique 5, l’animation de la vie sociale',
    echeance: '2023-03-31',
    texte: 'Les fiches action feront l’objet d’un avenant au plus tard le 31 mars 2023',
  },
]

export const plan: NonNullable<DossierEcrit['plan']> = {
  titre: 'Plan d’actions 2022-2025',
  niveaux: ['Thématique'],
  nomFiche: 'Fiche-action',
  nomEtape: 'Action',
  // « 1.1 » to « 6.1 »: the thématique, then the rank in it.
  numerotation: 'PAR_AXE',
  texte: [
    'Le diagnostic a fait émerger sept questions qui ont structuré le travail partagé avec les acteurs du territoire. Ces questions transversales ouvrent vers des fiches actions thématiques.',
    'Les Annexes 2 et 3 à la présente convention précisent les moyens mobilisés par chacun des partenaires dans le cadre des champs d’intervention conjoint. Ces annexes font apparaître le soutien des co-financeurs pour le maintien de l’offre existante et les axes de développement d’offres nouvelles.',
  ].join('\n'),
  axes: [
    { ref: 'thematique-1', numero: '1', titre: 'La coordination territoriale' },
    { ref: 'thematique-2', numero: '2', titre: 'L’accès aux droits', theme: 'DROITS_VIE_SOCIALE' },
    { ref: 'thematique-3', numero: '3', titre: 'La petite enfance, enfance, jeunesse' },
    { ref: 'thematique-4', numero: '4', titre: 'La parentalité', theme: 'PARENTALITE' },
    {
      ref: 'thematique-5',
      numero: '5',
      titre: 'L’animation de la vie sociale',
      theme: 'DROITS_VIE_SOCIALE',
      absence: 'Les fiches action feront l’objet d’un avenant au plus tard le 31 mars 2023.',
    },
    { ref: 'thematique-6', numero: '6', titre: 'Le logement', theme: 'DROITS_VIE_SOCIALE' },
  ],
  fiches: [...fichesCoordinationEtDroits, ...fichesEnfanceEtJeunesse, ...fichesParentaliteEtLogement],
}
