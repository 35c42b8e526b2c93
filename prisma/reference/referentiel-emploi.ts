import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/**
 * The national référentiel d’emploi « Chargé(e) de coopération Ctg », printed word for word in several
 * conventions: its « Activités » are the missions, its « Définition » what the post is.
 */

const activites: readonly (readonly [bloc: string, missions: readonly string[]])[] = [
  [
    'Impulser et mettre en œuvre les politiques « petite-enfance, enfance-jeunesse et éducation, parentalité, logement et accès aux droits »',
    [
      'Assurer un conseil auprès des élus et des comités de pilotage',
      'Traduire les orientations politiques en plans d’actions',
      'Repérer les marges de manœuvre et saisir les opportunités',
      'Élaborer l’évaluation des engagements contractuels liés à la mise en place du projet de territoire',
      'Accompagner l’élaboration du schéma de développement territorial (Ctg)',
      'Mettre en œuvre les outils de suivi, d’observation et d’évaluation des dispositifs',
    ],
  ],
  [
    'Mettre en adéquation l’offre d’accueil aux besoins des familles',
    [
      'Participer au diagnostic socio-économique du territoire',
      'Évaluer les demandes et les attentes des familles et les qualifier en besoins',
      'Animer et suivre les commissions d’admission',
    ],
  ],
  [
    'Animer la mise en réseau des acteurs',
    [
      'Identifier et mobiliser les partenaires stratégiques',
      'Être en lien permanent avec les collaborateurs et les chargés de développement territorial',
      'Développer des actions transversales en interne avec les différents services de la collectivité et en externe avec les acteurs du secteur de l’enfance, de l’éducation, de la jeunesse, de la parentalité, de la vie sociale',
    ],
  ],
  [
    'Organiser et animer la relation avec la population',
    [
      'Favoriser l’expression et la mobilisation des habitants',
      'Développer et animer des dispositifs de concertation et de participation avec le public',
      'Concevoir et développer des supports d’information',
      'Réguler les relations entre institutions, acteurs et population',
      'Pérenniser et valoriser la participation des habitants à la mise en œuvre des politiques de développement',
    ],
  ],
]

/** The 17 activities of the référentiel, each under its heading, in its order. */
export const missionsReferentielEmploi: NonNullable<DossierEcrit['missions']> = activites.flatMap(([bloc, missions]) =>
  missions.map((texte) => ({ bloc, texte })),
)

/** « Définition » of the post. */
export const definitionReferentielEmploi = [
  'Met en œuvre les orientations stratégiques de la collectivité locale en matière de développement et de redynamisation d’un territoire.',
  'Sur un mode partenarial et selon plusieurs thématiques d’intervention possibles, il participe au pilotage et la contractualisation des projets en coordonnant les différentes interventions de politiques publiques mises en œuvre dans le cadre du projet de territoire.',
  'Il propose des éléments d’arbitrage et accompagne les prises de décision en partageant l’information en continu et en mobilisant des expertises externes.',
  'L’enjeu de son poste réside dans le renforcement de la fluidité de l’ensemble de la chaîne de responsabilité : celle-ci doit concilier priorité politique et prise en compte des enjeux locaux.',
  'Elle s’appuie sur une dynamique « descendante » : pour tenir compte des orientations stratégiques, des leviers et contraintes budgétaires et des impératifs opérationnels ; et sur une dynamique « ascendante » : pour construire des dispositifs adaptés aux besoins et aux spécificités locales et accompagner l’innovation sociale.',
].join(' ')
