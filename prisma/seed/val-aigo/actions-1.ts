import { createFiche, pilote, piloteCcva, type Action } from './action'

/** Axes 1 and 2: actions 1 to 9. */

const axe1: Action[] = [
  {
    axe: 1,
    numero: 1,
    titre:
      'Envisager la relance des actions suspendues qui étaient menées par la CCVA dans l’accompagnement de la parentalité',
    titreCourt: 'Relancer les actions menées par la CCVA dont les ateliers parents enfants',
    pilotages: [piloteCcva()],
    modalites: [
      'État des lieux des besoins',
      'Poursuite de la consultation des familles',
      'Identification des actions à poursuivre et relancer dont les ateliers parents enfants',
    ],
  },
  {
    axe: 1,
    numero: 2,
    titre: 'Poursuivre l’expérimentation menée d’espace écoute parents (EPE)',
    titreCourt: 'Poursuivre l’expérimentation d’espace écoute parents',
    pilotages: [piloteCcva('CCVA / EPE')],
    modalites: ['Bilan à partager', 'Valorisation du service', 'Réflexion autour de l’ouverture d’autres lieux'],
  },
  {
    axe: 1,
    numero: 3,
    titre: 'Investir certaines thématiques de manière partagée au sein des services petite enfance (RPE, EAJE)',
    pilotages: [piloteCcva()],
    modalites: [
      'Renforcement des temps de coordination entre services',
      'Poursuite des conférences',
      'Extension d’actions auprès des partenaires et autres services',
    ],
  },
  {
    axe: 1,
    numero: 4,
    titre:
      'Mieux faire connaître les enjeux d’accompagnement des familles sur le champ de la parentalité auprès des élus, valoriser les services existants (CCVA, communes) et éventuellement envisager collectivement son renforcement',
    titreCourt: 'Mieux faire connaître les enjeux et dispositifs autour de l’accompagnement de la parentalité',
    pilotages: [piloteCcva('CCVA : coordination'), { role: 'PORTEUR', texte: 'Communes : porteurs de projets' }],
    modalites: [
      'Recensement des ressources et partenaires',
      'Diffusion des informations de manière mutualisée et centralisée',
      'Présentation des enjeux et dispositifs auprès des élus',
      'Formation en continu des professionnels',
    ],
  },
  {
    axe: 1,
    numero: 5,
    titre:
      'Renforcer la collaboration entre CCVA et l’ensemble des communes pour aborder la parentalité dans une logique de parcours',
    titreCourt: 'Renforcer la collaboration entre la CCVA et les communes sur le champ de la parentalité',
    pilotages: [pilote('A définir : collectivités', { aDefinir: true })],
    modalites: [
      'Temps partagés entre acteurs et services de collectivités',
      'Création d’une action commune, ex. Semaine de la parentalité',
      'Investissement de lieux ressources du territoire',
    ],
  },
]

const axe2: Action[] = [
  {
    axe: 2,
    numero: 6,
    titre: 'Poursuivre et soutenir les actions de communication du RPE pour valoriser ses missions renforcées',
    titreCourt: 'Poursuivre et soutenir les actions de communication du RPE',
    pilotages: [piloteCcva('CCVA / RPE')],
    modalites: [
      'Recensement des modes de communication',
      'Maintien de l’intervention du RPE sur les 3 communes',
      'Maintien de la place du RPE dans l’écosystème d’acteurs',
    ],
  },
  {
    axe: 2,
    numero: 7,
    titre:
      'Valoriser les compétences internes et maintenir l’intervention de professionnels ressources pour les équipes dans les EAJE : ex. psychomotricien...',
    titreCourt:
      'Valoriser les compétences internes et maintenir l’intervention des professionnels ressources au sein des EAJE',
    pilotages: [piloteCcva('CCVA / EAJE')],
    modalites: [
      'Recensement des compétences et bilan des intervention',
      'Définition des besoins de formation et des interventions externes',
      'Planifier les temps de formation et les interventions externes nécessaires pour les équipes',
      'Mobiliser certains partenaires pour venir en soutien aux équipes : ex. PMI',
    ],
  },
  {
    axe: 2,
    numero: 8,
    titre:
      'Poursuivre le soutien des professionnels dans l’accueil et le repérage des besoins spécifiques et situations de handicap',
    titreCourt:
      'Poursuivre le soutien des professionnels dans l’accueil et le repérage des besoins spécifiques et du handicap',
    pilotages: [piloteCcva('CCVA / EAJE / RPE')],
    modalites: [
      'État des lieux des besoins, difficultés et compétences internes sur ce champ',
      'Renforcer le recrutement d’infirmières dans les équipes',
      'Former le personnel en continu',
      'Faire le lien avec les assistants maternels via le RPE',
    ],
  },
  {
    axe: 2,
    numero: 9,
    titre: 'Réfléchir renforcement de l’offre d’accueil',
    titreCourt: 'Réfléchir au renforcement de l’offre d’accueil du jeune enfant',
    pilotages: [piloteCcva()],
    modalites: [
      'Évaluation et suivi des besoins via une logique de veille interne de l’offre et des besoins',
      'Maintien de la diversité de l’offre d’accueil et de maintien de l’offre collective communautaire',
      'Mise en place d’un schéma directeur envisageant différents modes de renforcement de l’offre',
    ],
  },
]

export const actionsParentaliteEtPetiteEnfance = [...axe1, ...axe2].map(createFiche)
