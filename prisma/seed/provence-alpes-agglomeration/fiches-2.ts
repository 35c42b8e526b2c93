import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** Annexe 3, fiches 3.1, 3.2 and 3.3. */

type Fiche = NonNullable<NonNullable<DossierEcrit['plan']>['fiches']>[number]

const TOUS = 'Tous les habitants et les acteurs du territoire'

const fiche31: Fiche = {
  ref: 'fiche-3-1',
  axe: 'thematique-3',
  numero: '3.1',
  titre: 'Valoriser les métiers, les formations et les montées en compétence',
  contexte: [
    'Le diagnostic a mis en évidence :',
    '– Une pénurie du personnel qualifié,',
    '– Une offre de formation insuffisante à proximité,',
    '– Une méconnaissance et un manque de reconnaissance des différents métiers.',
  ].join('\n'),
  objectifs: [
    'Reconnaitre ces professions, notamment leur « pénibilité » et améliorer les conditions de travail',
    'Communiquer sur la diversité des métiers Petite Enfance et Animation',
    'Favoriser l’accès aux formations et la montée en compétences du personnel',
  ].join('\n'),
  publicVise: TOUS,
  themes: ['PETITE_ENFANCE', 'ENFANCE_JEUNESSE'],
  etapes: [
    {
      ref: 'action-3-1-1',
      numero: '1',
      titre: 'Améliorer les conditions de travail et salariales des professionnels',
      description: [
        'A partir de 2023 : Au niveau de P2A, développer la GPEC (gestion prévisionnelle des emplois et des compétences) pour anticiper les besoins et pallier les arrêts maladie (cette démarche serait, si possible, à dupliquer par chaque employeur).',
        'A partir de 2024 : Sur le secteur de l’animation, créer une charte locale (P2A).',
      ].join('\n'),
      calendrier: { texte: 'A partir de 2023 ; A partir de 2024', debut: '2023-01-01' },
    },
    {
      ref: 'action-3-1-2',
      numero: '2',
      titre: 'Faire connaître les différents métiers et renforcer leur attractivité',
      description: [
        'Dès 2023 : Développer le partenariat avec l’IRTS et les organismes de formations',
        'Printemps 2024 : Organiser un forum des métiers Petite Enfance & Animation à l’échelle du territoire P2A ;',
        'Printemps 2024 : Identifier des « Ambassadeurs » pour intervenir dans les établissements scolaires ;',
      ].join('\n'),
      calendrier: { texte: 'Dès 2023 ; Printemps 2024', debut: '2023-01-01' },
    },
    {
      ref: 'action-3-1-3',
      numero: '3',
      titre: 'Valoriser la montée en compétences des professionnels',
      description: [
        'En 2023 : Identifier les organismes de formation (OF) en proximité pour développer des partenariats.',
        'En 2024 et à la suite du forum : Proposer des temps d’immersion au sein des structures aux jeunes en recherche d’emploi.',
        'Dès 2024 : Encourager les parcours de validation des acquis de l’expérience (VAE).',
      ].join('\n'),
      calendrier: { texte: 'En 2023 ; En 2024 et à la suite du forum ; Dès 2024', debut: '2023-01-01' },
    },
  ],
  indicateurs: [
    {
      ref: 'indicateur-3-1-1',
      etape: 'action-3-1-1',
      libelle: 'Nombre de jours « arrêts de travail » et son évolution par employeur.',
      note: 'Cet indicateur permettrait d’affiner un diagnostic et proposer un accompagnement spécifique.',
      nature: 'NOMBRE',
      unite: 'jours',
      evolution: true,
      ventilation: 'par employeur',
    },
    {
      ref: 'indicateur-3-1-2',
      etape: 'action-3-1-1',
      libelle: 'Signature de la charte locale « animation »',
      nature: 'LIVRABLE',
    },
    {
      ref: 'indicateur-3-1-3',
      etape: 'action-3-1-2',
      libelle: 'Nombre de rencontres avec l’IRTS et les organismes de formations',
      nature: 'NOMBRE',
      unite: 'rencontres',
    },
    {
      ref: 'indicateur-3-1-4',
      etape: 'action-3-1-2',
      libelle: 'Nombre de participants au forum des métiers',
      nature: 'NOMBRE',
      unite: 'participants',
    },
    {
      ref: 'indicateur-3-1-5',
      etape: 'action-3-1-2',
      libelle: 'Nombre d’ambassadeurs',
      nature: 'NOMBRE',
      unite: 'ambassadeurs',
    },
    {
      ref: 'indicateur-3-1-6',
      etape: 'action-3-1-2',
      libelle: 'Nombre d’interventions des ambassadeurs',
      nature: 'NOMBRE',
      unite: 'interventions',
    },
    { ref: 'indicateur-3-1-7', etape: 'action-3-1-3', libelle: 'Cartographie des OF', nature: 'CARTE_DOCUMENT' },
    {
      ref: 'indicateur-3-1-8',
      etape: 'action-3-1-3',
      libelle: 'Nombre de rencontres avec les OF',
      nature: 'NOMBRE',
      unite: 'rencontres',
    },
    {
      ref: 'indicateur-3-1-9',
      etape: 'action-3-1-3',
      libelle: 'Nombre de VAE (en cours, réussies ou arrêtées) et son évolution',
      nature: 'NOMBRE',
      unite: 'VAE',
      evolution: true,
      ventilation: 'en cours, réussies ou arrêtées',
    },
  ],
}

const fiche32: Fiche = {
  ref: 'fiche-3-2',
  axe: 'thematique-3',
  numero: '3.2',
  titre: 'Développer des solutions afin de répondre aux besoins des 0-3 ans non couverts',
  contexte: [
    'Le diagnostic a mis en évidence',
    '– Un manque de places (en collectif et en accueil individuel)',
    '– Des difficultés d’accueil sur les horaires atypiques',
  ].join('\n'),
  objectifs:
    'Permettre aux familles du territoire de mieux concilier vie familiale, vie professionnelle et vie sociale.',
  publicVise: TOUS,
  themes: ['PETITE_ENFANCE'],
  etapes: [
    {
      ref: 'action-3-2-1',
      numero: '1',
      titre:
        'Recenser les projets en cours sur le territoire et les partager collectivement afin de vérifier leur viabilité, la non-concurrence et déstabilisation des offres existantes.',
      calendrier: { texte: 'Dès 2023 et chaque année', debut: '2023-01-01' },
    },
    {
      ref: 'action-3-2-2',
      numero: '2',
      titre: 'Lancement d’un appel à projets sur des solutions d’accueil en horaires atypiques.',
      calendrier: { texte: 'En 2024', debut: '2024-01-01', fin: '2024-12-31' },
    },
  ],
  indicateurs: [
    {
      ref: 'indicateur-3-2-1',
      etape: 'action-3-2-1',
      libelle: 'Le nombre de projets par an et leur évolution par type d’accueil (EAJE, MAM...)',
      nature: 'NOMBRE',
      unite: 'projets',
      evolution: true,
      ventilation: 'par type d’accueil (EAJE, MAM...)',
    },
    {
      ref: 'indicateur-3-2-2',
      etape: 'action-3-2-1',
      libelle: 'Le nombre de réunions collectives',
      nature: 'NOMBRE',
      unite: 'réunions',
    },
    {
      ref: 'indicateur-3-2-3',
      etape: 'action-3-2-1',
      libelle: 'Le nombre de projets soutenus et le nombre de places créées par type d’accueil (EAJE, MAM....)',
      nature: 'NOMBRE',
      ventilation: 'par type d’accueil (EAJE, MAM....)',
      note: 'Deux mesures sur une ligne : projets soutenus et places créées.',
    },
    {
      ref: 'indicateur-3-2-4',
      etape: 'action-3-2-1',
      libelle: 'La répartition du coût financier entre les familles et les partenaires',
      nature: 'MONTANT',
      unite: '€',
      ventilation: 'entre les familles et les partenaires',
    },
    {
      ref: 'indicateur-3-2-5',
      etape: 'action-3-2-1',
      libelle: 'Le nombre de places fermées (EAJE, MAM....)',
      nature: 'NOMBRE',
      unite: 'places',
      ventilation: 'EAJE, MAM....',
    },
    {
      ref: 'indicateur-3-2-6',
      etape: 'action-3-2-2',
      libelle: 'Le nombre de réponses à l’appel à projets spécifiques sur P2A',
      nature: 'NOMBRE',
      unite: 'réponses',
    },
    {
      ref: 'indicateur-3-2-7',
      etape: 'action-3-2-2',
      libelle: 'Le nombre de projets soutenus et le nombre de places créées par type d’accueil',
      nature: 'NOMBRE',
      ventilation: 'par type d’accueil',
      note: 'Deux mesures sur une ligne : projets soutenus et places créées.',
    },
    {
      ref: 'indicateur-3-2-8',
      etape: 'action-3-2-2',
      libelle: 'Le nombre d’enfants et de familles bénéficiaires de ces accueils atypiques',
      nature: 'NOMBRE',
      note: 'Deux mesures sur une ligne : enfants et familles.',
    },
    {
      ref: 'indicateur-3-2-9',
      etape: 'action-3-2-2',
      libelle: 'La répartition du coût financier entre les familles et les partenaires',
      nature: 'MONTANT',
      unite: '€',
      ventilation: 'entre les familles et les partenaires',
    },
  ],
}

const fiche33: Fiche = {
  ref: 'fiche-3-3',
  axe: 'thematique-3',
  numero: '3.3',
  titre: 'Accompagner les projets en direction des jeunes',
  contexte:
    'Le diagnostic a mis en évidence un manque de structures et d’actions sur le territoire en direction des 12-25 ans.',
  objectifs: 'Soutenir les jeunes de 12-25 ans dans leur parcours d’accès à l’autonomie.',
  publicVise: TOUS,
  themes: ['ENFANCE_JEUNESSE'],
  etapes: [
    {
      ref: 'action-3-3-1',
      numero: '1',
      titre: 'Accompagner les projets PS jeunes du territoire et favoriser l’émergence de nouveaux projets.',
      calendrier: { texte: 'Dès 2023', debut: '2023-01-01' },
    },
    {
      ref: 'action-3-3-2',
      numero: '2',
      titre:
        'Sur l’appui du diagnostic réalisé dans le cadre de la présente convention, les territoires pourront proposer un projet éducatif de territoire.',
      description: 'Ces nouveaux projets pourront associer les acteurs qui œuvrent dans le champ de la parentalité.',
    },
  ],
  indicateurs: [
    {
      ref: 'indicateur-3-3-1',
      etape: 'action-3-3-1',
      libelle: 'Le nombre de rencontres avec les partenaires',
      nature: 'NOMBRE',
      unite: 'rencontres',
    },
    {
      ref: 'indicateur-3-3-2',
      etape: 'action-3-3-1',
      libelle: 'Le nombre de projets agréés PS Jeunes',
      nature: 'NOMBRE',
      unite: 'projets',
    },
    {
      ref: 'indicateur-3-3-3',
      etape: 'action-3-3-1',
      libelle: 'Le nombre de projets présentés à l’« Appel à projet » conjoint SDJES/Politique de la Ville/CAF',
      nature: 'NOMBRE',
      unite: 'projets',
    },
    {
      ref: 'indicateur-3-3-4',
      etape: 'action-3-3-2',
      libelle: 'Le nombre de rencontres avec les partenaires',
      nature: 'NOMBRE',
      unite: 'rencontres',
    },
    {
      ref: 'indicateur-3-3-5',
      etape: 'action-3-3-2',
      libelle: 'Le nombre de projets éducatifs de territoire',
      nature: 'NOMBRE',
      unite: 'projets',
    },
  ],
}

export const fichesEnfanceEtJeunesse: readonly Fiche[] = [fiche31, fiche32, fiche33]
