import { createFiche, pilote, piloteCcva, type Action } from './action'

/** Axes 3 to 6: actions 10 to 20. */

const axe3: Action[] = [
  {
    axe: 3,
    numero: 10,
    titre:
      'Renforcer les liens entre coordinateurs autour de l’enfance pour favoriser l’interconnaissance, l’échange de pratiques et autour de projets pédagogiques et fédérateurs – dans le respect des compétences',
    titreCourt:
      'Renforcer les liens entre coordinateurs autour de l’enfance dans le respect des compétences (coordination, projets)',
    pilotages: [pilote('Communes compétentes')],
    modalites: [
      'Outil de communication et temps de coordination entre acteurs et collectivités, porter des thématiques fédératrices entre ACM (communaux) et écoles',
      'Poursuite des événements fédérateurs comme la Fête de l’enfance',
      'Renforcement et soutien aux actions de passerelle entre la petite enfance et l’enfance, entre l’enfance et la jeunesse',
      'Relance des actions « enfance-jeunesse » dans les espaces culturels (ex. Médiathèque de Villemur)',
    ],
  },
  {
    axe: 3,
    numero: 11,
    titre: 'Accompagner la mise en œuvre continue de l’accueil inclusif – dans le respect des compétences',
    titreCourt: 'Accompagner la mise en œuvre continue de l’accueil inclusif',
    pilotages: [pilote('Communes compétentes')],
    modalites: [
      'Temps d’échanges spécifiques sur cette thématique, capitaliser sur les temps de coordination',
      'Formations mutualisées et renforcées, délocalisées sur le territoire',
      'Travail autour de la transmission d’information entre la petite enfance et l’enfance',
      'Poursuivre la mise en place d’une politique RH propre à chaque gestionnaire de services ACM.',
    ],
  },
]

const axe4: Action[] = [
  {
    axe: 4,
    numero: 12,
    titre:
      'Accompagner le renforcement de l’offre jeunesse sur les communes du territoire - dans le respect des compétences communales',
    titreCourt:
      'Accompagner le renforcement de l’offre jeunesse sur les communes du territoire dans le respect des compétences',
    pilotages: [pilote('Communes')],
    communes: ['Villemur-sur-Tarn', 'Bessières', 'La Magdelaine-sur-Tarn', 'Buzet-sur-Tarn'],
    modalites: [
      'Villemur-sur-Tarn : PS Jeunes, locaux distincts CM2 et Collégiens, passerelle enfance-CM2-Jeunesse, intervention au collège',
      'Bessières : évolution des horaires',
      'La Magdelaine-sur-Tarn : recrutement d’un animation, ouverture le semaine et pendant les vacances',
      'Buzet-sur-Tarn : déploiement du service jeunesse',
    ],
  },
  {
    axe: 4,
    numero: 13,
    titre:
      'Réfléchir à renforcer la coordination des acteurs jeunesse sur le territoire - dans le respect des compétences communales',
    titreCourt:
      'Renforcer la coordination des acteurs de la jeunesse sur le territoire dans le respect des compétences',
    pilotages: [pilote('Communes'), pilote('CCVA : facilitateur ?', { organisme: 'ccva', aDefinir: true })],
    modalites: [
      'Mise en place d’une réunion des acteurs de la jeunesse avec une régularité à expérimenter',
      'Renforcement de la coordination entre services pour assurer une continuité de service (cf. action suivante)',
      'Projets communs et mobilisation des jeunes comme acteurs du projet',
    ],
  },
  {
    axe: 4,
    numero: 14,
    titre:
      'Renforcer l’accès de tous à une offre jeunesse, dans une logique de complémentarité des collectivités et des acteurs - dans le respect des compétences communales',
    titreCourt: 'Renforcer l’accès de tous à une offre enfance-jeunesse dans le respect des compétences',
    pilotages: [pilote('Communes')],
    communes: ['La Magdelaine-sur-Tarn', 'Bessières'],
    modalites: [
      'Relance de la convention entre le SIGEP, La Magdelaine et Bessières',
      'Mise en place d’actions de passerelle entre l’enfance et la jeunesse',
      'Communication sur l’offre jeunesse à l’échelle de la CCVA',
      'Réflexion autour de mutualisation de postes et d’actions (ex. Aller vers, itinérance de l’offre sur différentes communes)',
    ],
  },
]

const axe5: Action[] = [
  {
    axe: 5,
    numero: 15,
    titre: 'Clarifier les perspectives communautaires partagées en matière d’action sociale et d’accès aux droits',
    pilotages: [piloteCcva()],
    modalites: [
      'Maintien des services communautaires en matière d’action sociale et d’accès aux droits : CIAS et France Services',
      'Clarification de ces perspectives, échanges entre élus et services et soutien aux professionnels',
    ],
  },
  {
    axe: 5,
    numero: 16,
    titre:
      'Soutenir et poursuivre l’animation d’une réunion de partenaires des acteurs de l’action sociale sur le territoire',
    pilotages: [piloteCcva()],
    modalites: [
      'Bilan à dresser des réunions partenaires de l’action sociale animée par un agent du CIAS, concerter les professionnels',
      'Animer au fil de l’eau cette réunion et interroger les participants sur leurs besoins et la plus-value de ces réunions au niveau du territoire',
    ],
  },
  {
    axe: 5,
    numero: 17,
    titre:
      'Diffuser et faire connaître le travail réalisé de cartographie des acteurs (par un agent du CIAS) permettant une lisibilité de l’ensemble des acteurs intervenant sur le champ de l’accompagnement social et de l’accès aux droits',
    titreCourt: 'Diffuser et faire connaître le travail réalisé de cartographie des acteurs',
    pilotages: [piloteCcva()],
    modalites: ['Partage de la cartographie des acteurs', 'Valorisation', 'Diffusion et actualisation de l’outil'],
  },
]

const axe6: Action[] = [
  {
    axe: 6,
    numero: 18,
    titre: 'Impulser, soutenir, valoriser les actions d’animations locales sur le territoire',
    pilotages: [pilote('Selon les modalités', { aDefinir: true })],
    modalites: [
      'État des lieux des actions d’animations locales et identification de besoin éventuel de soutien',
      'Travail en particulier autour de l’intégration des nouveaux arrivants',
      'Soutien au tissu associatif',
    ],
  },
  {
    axe: 6,
    numero: 19,
    titre: 'Développer le lien intergénérationnel entre publics du territoire',
    pilotages: [pilote('Selon les modalités', { aDefinir: true })],
    modalites: [
      'État des lieux et coordination des services et acteurs autour de la dynamique intergénérationnelle',
      'Renforcement des actions intergénérationnelles entre services et séniors (ex. EAJE, ACM, RPE)',
    ],
  },
  {
    axe: 6,
    numero: 20,
    titre: 'Valoriser, mobiliser et renforcer les outils locaux et coordonnés de consultation de publics',
    pilotages: [pilote('Selon les modalités', { aDefinir: true })],
    modalites: [
      'Développement des outils de consultation des habitants',
      'Valorisation de ces outils et mobilisation collective (entre acteurs, collectivités, etc.)',
      'Partage de la matière dans une logique d’aide à la décision pour les élus et d’aide à l’amélioration continue des services',
    ],
  },
]

export const actionsEnfanceJeunesseEtDroits = [...axe3, ...axe4, ...axe5, ...axe6].map(createFiche)
