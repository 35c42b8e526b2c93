import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/**
 * Article 2: four axes in the numbering of the body, seven thématiques (axes 1 to 3 and the four volets of
 * axe 4). Each bullet of the document is one objective, its ticked lines below it.
 */

const seDefinit = 'Cet axe stratégique se définit notamment par :'
const lignes = (...textes: string[]) => textes.join('\n')

const axeDroits = {
  ref: 'axe-1',
  numero: '1',
  titre: 'Organiser et qualifier l’accès aux droits et aux services sur l’ensemble du territoire',
  description: seDefinit,
  theme: 'DROITS_VIE_SOCIALE' as const,
  objectifs: [
    lignes(
      'Un développement d’une politique volontariste en matière d’inclusion numérique et d’implantation de services, en s’appuyant entre autres sur les partenaires du territoire pour :',
      '✓ Favoriser et améliorer l’inclusion numérique pour tous et notamment pour les usagers les plus éloignés (partenariats numériques à conforter où les publics sont les plus vulnérables, réseau des bibliothèques médiathèques...) et permettre l’accès au juste droit des habitants sur le territoire de la CAGC.',
      '✓ Étudier sur le territoire la meilleure stratégie favorisant l’accès aux droits pour tous (implantation Maisons France Service, labellisation de nouveaux points d’accès Caf...)',
      '✓ Consolider les réflexions sur le déménagement de l’agence CAF de Châtellerault, en lien avec l’offre de la Caisse Primaire d’Assurance Maladie.',
    ),
    lignes(
      'Une communication, un relais partenarial à consolider sur les offres attentionnées auprès des familles du territoire (travail social auprès des familles confrontées à un événement familial déstabilisant)',
      '✓ Pour orienter de façon plus efficiente sur les offres de travail social de la CAF (monoparentalité, impayés de loyers, offre séparation, offre de service « décès d’un enfant ou d’un conjoint »,...)',
      '✓ En s’appuyant sur les relais partenariaux, coordonner les actions des professionnels et fluidifier le parcours des publics vulnérables.',
    ),
    lignes(
      'Une réflexion à l’extension à l’ensemble de l’EPCI des interventions du Pôle Handicap de Châtellerault pour faciliter les démarches des personnes nécessitant des informations et un accompagnement, ainsi qu’un échange d’information',
      '✓ Sensibiliser les équipes du pôle handicap et du Pôle d’Appui et de Ressources à l’Inclusion 86 (PARI86) et faciliter l’orientation des publics notamment sur l’accès aux structures petite enfance, aux accueils de loisirs, et investir également de nouveaux champs comme le périscolaire, les activités sportives, artistiques, culturelles ainsi que le temps des vacances.',
    ),
  ],
}

const axeLogement = {
  ref: 'axe-2',
  numero: '2',
  titre: 'Déployer une offre résidentielle diversifiée et un cadre de vie attractif sur tout le territoire',
  description: seDefinit,
  theme: 'DROITS_VIE_SOCIALE' as const,
  objectifs: [
    lignes(
      'L’amélioration et la diversification du parc de logements pour répondre à la diversité de la demande et aux nouvelles exigences environnementales :',
      '✓ Apporter des réponses à des besoins résidentiels spécifiques dans une logique de parcours résidentiels : jeunes (jeunes actif/apprenti, étudiant...), sédentarisation des gens du voyages, habitat jeunes (RHAJ),...',
    ),
    lignes(
      'La lutte contre l’habitat indigne/le travail sur la communication au niveau du territoire pour les signalements de logements indécents.',
      '✓ Prévenir les situations d’insalubrité en facilitant notamment le suivi social des situations repérées.',
    ),
    lignes(
      'L’optimisation des relais entre les familles en difficulté face au paiement de leur loyer et les travailleurs sociaux du territoire (CAF, Conseil départemental, associations,...)',
      '✓ Répondre à l’objectif partagé de prévention des expulsions locatives.',
    ),
    'L’appui de la Maison de l’habitat pour promouvoir les offres de service de la CAF en matière de logement (indécence, impayés, ..).',
    'L’articulation et la mise en cohérence du projet Cœur de Ville avec les actions et les services correspondant aux champs d’intervention de la Branche famille',
    lignes(
      'La sensibilisation des publics sur « comment habiter son logement »',
      '✓ Sensibiliser la population à la santé environnementale dans leurs lieux de vie.',
    ),
  ],
}

const axeVieSociale = {
  ref: 'axe-3',
  numero: '3',
  titre: 'Définir une politique cohérente, partagée à l’échelle de l’EPCI sur le volet « animation de la vie sociale »',
  theme: 'DROITS_VIE_SOCIALE' as const,
  description: lignes(
    'La définition des actions dans le cadre de la présente CTG s’appuiera sur un diagnostic dont le périmètre s’inscrit comme suit :',
    'Objectifs de l’étude',
    '– Caractéristiques et dynamiques socio-territoriales',
    '– Politiques portées localement par les dispositifs',
    '– Adéquation entre l’offre et les besoins',
    '– Premiers enjeux d’ajustement de l’offre',
    'Investigations du diagnostic',
    '– Le portage politique et le portage associatif',
    '– La territorialisation et les bassins de vie',
    '– Les moyens et les financements',
    '– Les nouvelles approches professionnelles',
    'Finalité de l’étude',
    '– Mise en cohérence territoriale (vision globale) vers une politique communautaire d’AVS partagée et optimisée',
    '– Ajustement/renforcement des politiques mises en œuvre et des dispositifs (dont les secteurs non couverts)',
    '– Renforcement de la dynamique d’acteurs, partage d’expériences, initiatives communes...',
  ),
  /** « Finalités de l’Animation de la Vie sociale » */
  objectifs: [
    'L’inclusion sociale et la socialisation des personnes',
    'Le développement des liens sociaux et la cohésion sociale des territoires',
    'La prise de responsabilités des usagers et le développement de la citoyenneté de proximité',
  ],
}

const axeServices = {
  ref: 'axe-4',
  numero: '4',
  titre:
    'Assurer le maintien et le développement des services aux familles, en termes de qualité d’accueil, de maillage et d’accessibilité pour tous',
  description:
    'Cet axe stratégique se définit notamment sur les différents volets : Petite Enfance, Enfance, Jeunesse, accompagnement à la fonction parentale.',
}

const voletPetiteEnfance = {
  ref: 'volet-4-1',
  parent: 'axe-4',
  numero: '4.1',
  titre: 'Petite Enfance',
  theme: 'PETITE_ENFANCE' as const,
  objectifs: [
    lignes(
      'Une optimisation de la politique d’accompagnement des familles et des assistantes maternelles',
      '✓ Valoriser la fonction de guichet unique des Relais assistants maternels (RAM)',
      '✓ Uniformiser et conforter les guichets uniques en tant que lieux ressources en matière d’information des familles.',
      '✓ Renforcer la lisibilité du service pour les publics cibles pour le rendre incontournable et limiter les confusions avec les relais assistants maternels.',
      '✓ Mettre l’offre « 1ère naissance » à disposition des familles du territoire, en apportant dans un lieu unique, l’ensemble des informations sur leurs droits CAF et faciliter l’accessibilité aux différents modes de garde.',
    ),
    lignes(
      'Une optimisation de l’offre d’accueil collectif du jeune enfant et son accessibilité',
      '✓ Optimiser le fonctionnement des Relais assistants maternels (RAM)',
      '✓ Harmoniser les modalités de diffusion de l’action de certains RAM sur leurs territoires de compétence.',
      '✓ Améliorer l’accessibilité des services en levant les freins observés localement par les acteurs de la petite enfance sur le territoire',
    ),
    lignes(
      'Une extension et une généralisation de l’expérimentation sur la question « santé environnement » aux autres Etablissements d’Accueil du Jeune Enfant (EAJE) et à terme, aux Relais Petite enfance.',
      '✓ Sensibiliser les assistants maternels et les parents aux enjeux liés à la question « santé environnement »',
    ),
  ],
}

const voletEnfance = {
  ref: 'volet-4-2',
  parent: 'axe-4',
  numero: '4.2',
  titre: 'Enfance',
  theme: 'ENFANCE_JEUNESSE' as const,
  objectifs: [
    lignes(
      'Le renforcement et optimisation de l’offre d’accueil de loisirs',
      '✓ Travailler sur la complémentarité des dispositifs (dont mutualisation)',
      '✓ Adapter l’offre aux besoins des familles sur certains secteurs',
    ),
    lignes(
      'L’articulation du fonctionnement de la ludothèque communautaire avec la politique d’animation enfance/jeunesse dans une démarche d’accompagnement à la parentalité',
      '✓ Utiliser la ludothèque comme outil d’accompagnement à la parentalité (organisation d’ateliers parents/enfants)',
      '✓ Capitaliser sur les ludothèques pour en faire des lieux ressources pour les dispositifs enfance/jeunesse',
    ),
    lignes(
      'La promotion de la santé mentale',
      '✓ Développer les compétences psychosociales dès le plus jeune âge',
      '✓ Sensibiliser le grand public aux thématiques de la santé mentale et des addictions',
    ),
  ],
}

const voletJeunesse = {
  ref: 'volet-4-3',
  parent: 'axe-4',
  numero: '4.3',
  titre: 'Jeunesse',
  theme: 'ENFANCE_JEUNESSE' as const,
  objectifs: [
    'Le renforcement et optimisation de l’offre d’accueil de loisirs',
    'La mise en place d’une politique jeunesse d’animation et d’insertion sociale et professionnelle',
    lignes(
      'L’optimisation de l’offre d’animation à destination des jeunes',
      '✓ Uniformiser et diversifier la politique d’animation pour une équité d’accès aux services et une mixité des publics sur l’ensemble du territoire',
      '✓ Mettre en place une politique d’accompagnement des porteurs de projets',
    ),
    lignes(
      'La promotion du « 4 » en tant que lieu ressources culturelles',
      '✓ Mettre à disposition une équipe d’animation au service des jeunes et des structures (porteurs de projets)',
      '✓ Gérer la politique d’information jeunesse',
    ),
    'La promotion et la sensibilisation du grand public sur les thématiques liées à la santé mentale et aux addictions, le développement des compétences psychosociales.',
  ],
}

const voletParentalite = {
  ref: 'volet-4-4',
  parent: 'axe-4',
  numero: '4.4',
  titre: 'Accompagnement à la fonction parentale',
  theme: 'PARENTALITE' as const,
  objectifs: [
    'L’achèvement de la couverture territoriale des Lieux d’Accueil Enfants Parents (LAEP)',
    'La mise en œuvre d’un dispositif LAEP harmonisé, la couverture à l’ensemble du territoire communautaire en utilisant les Relais Assistants Maternels comme vecteur de communication et d’orientation',
    'L’utilisation de la ludothèque comme outil d’accompagnement à la parentalité (organisation d’ateliers parents/enfants)',
    'L’état des lieux (diagnostic) des actions parentalité existantes sur Grand Châtellerault pour une réorientation des publics si nécessaire',
    'La réaffirmation du rôle, de l’implication et l’expertise des Centres Sociaux en matière de parentalité',
    'Le renforcement des actions d’éducation et de promotion de la santé (santé mentale, prévention des addictions...) dans le cadre du soutien et de l’accompagnement à la parentalité sur l’ensemble du territoire.',
  ],
}

/** Why none of the seven thématiques carries a fiche: one sentence, the same for all of them. */
const absence =
  'Aucune fiche-action à la signature : le plan d’action devait être co-construit au cours du deuxième semestre 2020.'

export const plan: NonNullable<DossierEcrit['plan']> = {
  titre: 'Les enjeux partagés',
  niveaux: ['Axe stratégique', 'Volet'],
  texte: lignes(
    'Les enjeux partagés sont organisés autour de 7 thématiques regroupées parmi 4 axes stratégiques, conformément aux priorités du projet de territoire de la communauté d’agglomération de Grand Châtellerault, et',
    'à l’échelle de l’EPCI : à l’état des lieux parentalité, au Contrat Local de Santé, au projet « Cœur de Ville », au diagnostic 0-18 ans, au diagnostic sur l’Animation de la Vie Sociale (AVS), aux orientations définies dans le cadre de Plan Local de l’Habitat (PLH) ;',
    'à l’échelle de la Ville de Châtellerault : au contrat de ville ;',
    'à l’échelle du département : au Schéma Départemental des Services aux Familles, aux orientation nationales CNAF dans le cadre de la convention d’objectifs et de gestion 2018-2022.',
    'Ces 4 axes stratégiques permettront dès le premier semestre 2020 d’organiser des groupes de travail pour définir les actions à mettre en place de façon opérationnelle et structurée.',
    'L’ensemble de ces enjeux seront déclinés dans un plan d’action qui sera co-construit au cours du deuxième semestre 2020.',
  ),
  raisonSansFiche:
    'La convention a été signée le 31 décembre 2019 avec ses axes et ses objectifs, sans fiche-action : le plan d’action devait être co-construit en 2020 avec les collectivités, les partenaires et les associations du territoire. Ce plan n’est pas dans le document.',
  axes: [
    ...[axeDroits, axeLogement, axeVieSociale].map((axe) => ({ ...axe, absence })),
    axeServices,
    ...[voletPetiteEnfance, voletEnfance, voletJeunesse, voletParentalite].map((volet) => ({ ...volet, absence })),
  ],
  fiches: [],
}

/** Article 2 lists the axes in another order than its body does: that order is kept here, with its examples. */
export const enjeux: DossierEcrit['enjeux'] = [
  {
    ref: 'enjeu-droits',
    nature: 'ENJEU',
    texte:
      'Organiser et qualifier l’accès aux droits et aux services sur l’ensemble du territoire (inclusion numérique, maisons France Services, Agence CAF, appui partenariaux, prévention santé, accès à la culture,..)',
  },
  {
    ref: 'enjeu-services',
    nature: 'ENJEU',
    texte:
      'Assurer le maintien et le développement de services aux familles, en termes de qualité d’accueil, de maillage et d’accessibilité pour tous (petite enfance/ enfance/jeunesse/parentalité)',
  },
  {
    ref: 'enjeu-logement',
    nature: 'ENJEU',
    texte:
      'Déployer une offre résidentielle diversifiée et un cadre de vie attractif sur tout le territoire (diversification du parc de logements, lutte contre l’habitat indigne, prévention des expulsions locatives...)',
  },
  {
    ref: 'enjeu-vie-sociale',
    nature: 'ENJEU',
    texte:
      'Définir une politique cohérente, partagée à l’échelle de l’EPCI sur le volet « animation de la vie sociale »',
  },
]
