import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** Annexe 3, fiches 1.1, 2.1 and 2.2. */

type Fiche = NonNullable<NonNullable<DossierEcrit['plan']>['fiches']>[number]

const DEUXIEME_TRIMESTRE_2023 = { texte: 'A partir du deuxième trimestre 2023', debut: '2023-04-01' }

const fiche11: Fiche = {
  ref: 'fiche-1-1',
  axe: 'thematique-1',
  numero: '1.1',
  titre: 'La coordination',
  contexte:
    'Afin de soutenir le déploiement de la convention territoriale globale et la mise en œuvre du plan d’actions, la mise en place d’une fonction de chargé de coopération CTG et des coordinations locales sont indispensables.',
  objectifs: [
    'Mettre en œuvre les orientations stratégiques des collectivités locales en matière de développement et de redynamisation des territoires.',
    'Assurer la coordination des actions menées et fédérer les professionnels.',
    'Favoriser l’interconnaissance et la connaissance du territoire.',
    'Développer la mise en réseau des acteurs du territoire.',
  ].join('\n'),
  description:
    'Au vu du contexte budgétaire et de la répartition des compétences entre les collectivités territoriales, un groupe de travail se réunira en 2023 afin de finaliser l’organisation de cette coordination. La mise en place devra être effective courant 2024.',
  publicVise: 'Tous les habitants et les acteurs du territoire',
  calendrier: {
    texte:
      'un groupe de travail se réunira en 2023 afin de finaliser l’organisation de cette coordination. La mise en place devra être effective courant 2024.',
    fin: '2024-12-31',
  },
  etapes: [
    {
      ref: 'action-1-1-1',
      numero: '1',
      titre: 'Étudier la possibilité de créer une fonction de chargé de coopération CTG, au niveau de P2A',
      description:
        'dont les missions comprendraient notamment l’animation du réseau des partenaires, la coordination des actions, la mise en œuvre du plan d’action, etc. ; ci-après le référentiel d’emploi – Chargé(e) de coopération Ctg.',
    },
    {
      ref: 'action-1-1-2',
      numero: '2',
      titre:
        'Engager une réflexion autour de l’identification d’un coordinateur sur chaque bassin de vie pour faire le lien avec un éventuel chargé de coopération CTG (en s’appuyant sur les équipements EVS et CS...)',
    },
  ],
  indicateurs: [
    {
      ref: 'indicateur-1-1-1',
      libelle: 'Le nombre de réunions du groupe de travail',
      nature: 'NOMBRE',
      unite: 'réunions',
    },
    {
      ref: 'indicateur-1-1-2',
      libelle: 'Les participants au groupe de travail',
      nature: 'NOMBRE',
      unite: 'participants',
    },
    {
      ref: 'indicateur-1-1-3',
      libelle: 'Le nombre d’ETP « chargé de coopération CTG » en fonction des thématiques',
      nature: 'NOMBRE',
      unite: 'ETP',
      ventilation: 'en fonction des thématiques',
    },
    {
      ref: 'indicateur-1-1-4',
      libelle: 'Le nombre d’ETP « coordination » et leurs répartitions territoriales',
      nature: 'NOMBRE',
      unite: 'ETP',
      ventilation: 'répartitions territoriales',
    },
  ],
}

const fiche21: Fiche = {
  ref: 'fiche-2-1',
  axe: 'thematique-2',
  numero: '2.1',
  titre: 'Conforter l’accès aux services',
  contexte: [
    'Le diagnostic a mis en évidence :',
    '– La problématique de la mobilité de certaines populations,',
    '– Une offre de services étoffée pour effectuer les démarches administratives mais peut-être mal connue',
  ].join('\n'),
  objectifs: [
    'Permettre à l’ensemble de la population de pouvoir être en contact avec un gestionnaire conseil de la Caisse d’Allocations Familiales des Alpes de Haute Provence sans se déplacer afin de faire valoir tous leurs droits.',
    'Le service d’interventions sociales de la Caf des Alpes de Haute-Provence poursuit ces objectifs en intervenant auprès des familles allocataires. Le socle national de travail social fixe les domaines d’intervention et les publics cibles, pour lesquels la Caf propose et développe des actions de soutien et d’accompagnement social appelées « offres de service ».',
    'Développer l’accompagnement global des habitants',
  ].join('\n'),
  description: [
    'Assurer une présence de la Caf à proximité du territoire en renforçant l’interconnaissance entre les acteurs',
    'Présenter et échanger autour des accompagnements développés par la Caf 04',
  ].join('\n'),
  publicVise: 'L’ensemble de la population du territoire',
  themes: ['DROITS_VIE_SOCIALE'],
  etapes: [
    {
      ref: 'action-2-1-1',
      numero: '1',
      titre:
        'Organisation d’une rencontre entre les services de la Caf (prestations familiales, médiation administrative, interventions sociales) et les acteurs du territoire (EFS, CCAS, CMS...) afin de présenter les offres et répondre aux questions.',
      description: 'Rencontres à renouveler à la demande en fonction des changements de personnel et des évolutions.',
      calendrier: DEUXIEME_TRIMESTRE_2023,
    },
    {
      ref: 'action-2-1-2',
      numero: '2',
      titre:
        'Réaliser une cartographie de l’ensemble des acteurs qui peuvent soutenir et accompagner les habitants dans leurs démarches numériques.',
      calendrier: DEUXIEME_TRIMESTRE_2023,
    },
  ],
  indicateurs: [
    {
      ref: 'indicateur-2-1-1',
      etape: 'action-2-1-1',
      libelle: 'Le nombre de rencontres, le nombre de participants, la diversité des structures',
      nature: 'NOMBRE',
      note: 'Trois mesures sur une ligne : deux nombres et une appréciation.',
    },
    {
      ref: 'indicateur-2-1-2',
      etape: 'action-2-1-1',
      libelle: 'Le nombre d’accompagnements sociaux et son évolution',
      nature: 'NOMBRE',
      unite: 'accompagnements',
      evolution: true,
    },
    {
      ref: 'indicateur-2-1-3',
      etape: 'action-2-1-1',
      libelle: 'Le nombre de Rdv téléphoniques',
      nature: 'NOMBRE',
      unite: 'rendez-vous',
    },
    {
      ref: 'indicateur-2-1-4',
      etape: 'action-2-1-2',
      libelle: 'La carte avec les coordonnées et les données essentielles',
      nature: 'CARTE_DOCUMENT',
    },
  ],
}

/** Sub-actions 1 and 3 of fiche 2.2 carry the same three lines. */
const droitsOuverts = (premier: number, etape: string): NonNullable<Fiche['indicateurs']> => [
  {
    ref: `indicateur-2-2-${premier}`,
    etape,
    libelle: 'Le nombre de personnes contactées',
    nature: 'NOMBRE',
    unite: 'personnes',
  },
  {
    ref: `indicateur-2-2-${premier + 1}`,
    etape,
    libelle: 'Le nombre d’ouverture de nouveaux droits',
    nature: 'NOMBRE',
    unite: 'ouvertures de droits',
  },
  {
    ref: `indicateur-2-2-${premier + 2}`,
    etape,
    libelle: 'Le montant moyen des droits ouverts',
    nature: 'MONTANT',
    unite: '€',
  },
]

const fiche22: Fiche = {
  ref: 'fiche-2-2',
  axe: 'thematique-2',
  numero: '2.2',
  titre: 'Mettre en œuvre une démarche proactive de détection des allocataires n’ayant pas fait valoir leurs droits',
  contexte:
    'Malgré les diverses campagnes d’information et l’action des travailleurs sociaux des allocataires potentiels ne font pas valoir leur droit à toutes les prestations auxquelles ils pourraient prétendre. Des difficultés sont rencontrées par les personnes à faire valoir tous leurs droits par méconnaissance de l’ensemble des prestations servies par la Caisse d’Allocation Familiales.',
  objectifs: 'Détecter par requêtes et contacter ces allocataires potentiels et les inviter à engager leurs démarches.',
  publicVise: 'L’ensemble de la population du territoire',
  themes: ['DROITS_VIE_SOCIALE'],
  etapes: [
    {
      ref: 'action-2-2-1',
      numero: '1',
      titre: 'Intensifier le déploiement du « Datamaning » accès aux droits (déjà en cours).',
      description:
        'Ce dispositif cible les allocataires potentiellement éligibles à certaines prestations (prime d’activité notamment). Les allocataires ainsi détectés, seront invités par SMS, courriel ou contact téléphonique à engager les démarches pour faire valoir leur droit via le caf.fr.',
      calendrier: { texte: 'déjà en cours' },
    },
    {
      ref: 'action-2-2-2',
      numero: '2',
      titre:
        'Poursuivre la mise à disposition des travailleurs sociaux de la Caf 04 auprès des familles dès connaissance d’un événement de vie impactant la cellule familiale et l’environnement social.',
    },
    {
      ref: 'action-2-2-3',
      numero: '3',
      titre: 'Détecter les droits potentiels non sollicités',
      description: [
        'Identifier l’ensemble des allocataires du territoire (requête)',
        'Cibler conjointement les allocataires les plus éloignés géographiquement des services (filtre par commune)',
        'Contacteur ces allocataires afin d’étudier l’ensemble des droits',
      ].join('\n'),
      calendrier: { texte: 'dès 2023', debut: '2023-01-01' },
    },
  ],
  indicateurs: [
    ...droitsOuverts(1, 'action-2-2-1'),
    {
      ref: 'indicateur-2-2-4',
      etape: 'action-2-2-2',
      libelle: 'Le nombre d’accompagnements sociaux et son évolution',
      nature: 'NOMBRE',
      unite: 'accompagnements',
      evolution: true,
    },
    ...droitsOuverts(5, 'action-2-2-3'),
  ],
}

export const fichesCoordinationEtDroits: readonly Fiche[] = [fiche11, fiche21, fiche22]
