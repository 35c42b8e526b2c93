import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** Annexe 3, fiches 4.1 and 6.1. */

type Fiche = NonNullable<NonNullable<DossierEcrit['plan']>['fiches']>[number]

const fiche41: Fiche = {
  ref: 'fiche-4-1',
  axe: 'thematique-4',
  numero: '4.1',
  titre: 'Soutien et accompagnement à la parentalité',
  contexte:
    'Le diagnostic a mis en évidence une méconnaissance des actions de soutien et d’accompagnement à la parentalité par les parents et les acteurs du territoire.',
  objectifs: [
    'Développer l’interconnaissance des acteurs.',
    'Accompagner le portage des actions sur les différents territoires (diagnostic partagé/besoins identifiés/montage de projet/réalisation/ évaluation).',
    'Améliorer la communication des actions auprès des différents partenaires et des familles.',
  ].join('\n'),
  description: [
    '« Faire culture commune »',
    'Pour ce faire, il est nécessaire de poursuivre le travail engagé sur les différents territoires.',
  ].join('\n'),
  communes: ['Digne-les-Bains', 'Seyne', 'Château-Arnoux-Saint-Auban'],
  publicVise: 'Les familles et les partenaires de la communauté d’agglomération.',
  themes: ['PARENTALITE'],
  etapes: [
    {
      ref: 'action-4-1-1',
      numero: '1',
      titre:
        'Élaborer un cahier des charges à destination des animateurs des réseaux locaux du Reaap afin de partager les attendus et de fédérer les différents acteurs.',
      calendrier: { texte: 'dès 2023', debut: '2023-01-01' },
    },
    {
      ref: 'action-4-1-2',
      numero: '2',
      titre: 'Développer une co-référence sur le réseau de proximité Reaap sur Digne les bains.',
    },
    {
      ref: 'action-4-1-3',
      numero: '3',
      titre: 'Développer une référence sur le réseau de proximité Reaap sur Seyne les Alpes.',
    },
    {
      ref: 'action-4-1-4',
      numero: '4',
      titre: 'Maintenir la dynamique locale sur Château-Arnoux Saint-Auban (carrefour Durance).',
    },
  ],
  indicateurs: [
    {
      ref: 'indicateur-4-1-1',
      libelle: 'Nombre de réunions par territoires',
      nature: 'NOMBRE',
      unite: 'réunions',
      ventilation: 'par territoires',
    },
    {
      ref: 'indicateur-4-1-2',
      libelle: 'Nombre de référents de proximité par territoires',
      nature: 'NOMBRE',
      unite: 'référents',
      ventilation: 'par territoires',
    },
    {
      ref: 'indicateur-4-1-3',
      libelle: 'Le nombre d’actions portées collectivement par territoires',
      nature: 'NOMBRE',
      unite: 'actions',
      ventilation: 'par territoires',
    },
    {
      ref: 'indicateur-4-1-4',
      libelle: 'Nombre de communications différentes faites aux familles et aux partenaires.',
      nature: 'NOMBRE',
      unite: 'communications',
    },
  ],
}

const fiche61: Fiche = {
  ref: 'fiche-6-1',
  axe: 'thematique-6',
  numero: '6.1',
  titre: 'Favoriser l’accès et le maintien dans des logements de qualité',
  contexte: [
    'Au vu des différents programmes en cours (PIG, études pré-opérationnelles) nous constatons un parc de logements vieillissants et une offre locative restreinte.',
    'Pour rappel :',
    'Commune de Digne les Bains : il existe une opération PIG pour la lutte contre l’habitat indigne sur 3 ans (2019-2022). La poursuite par une OPAH est en cours de réflexion.',
    'Commune de Château-Arnoux Saint-Auban : une étude pré-opérationnelle pour la mise en place d’une OPAH Rénovation Urbaine est en cours.',
    'Commune des Mées : une étude pré-opérationnelle pour la mise en place d’une OPAH Rénovation Urbaine est en cours.',
  ].join('\n'),
  objectifs: [
    'Améliorer les conditions d’habitation de la population par la réduction des risques sanitaires liés à l’habitat, lutter contre l’habitat indigne et contribuer à la réhabilitation des logements.',
    'Eviter les expulsions locatives en agissant sur les impayés locatifs.',
  ].join('\n'),
  communes: ['Digne-les-Bains', 'Château-Arnoux-Saint-Auban', 'Les Mées'],
  publicVise: 'Les allocataires du territoire',
  calendrier: { texte: 'Dès 2022 et selon les calendriers de mise en œuvre', debut: '2022-01-01' },
  themes: ['DROITS_VIE_SOCIALE'],
  etapes: [
    {
      ref: 'action-6-1-1',
      numero: '1',
      titre: 'Participer aux réunions partenariales qui permettent de coconstruire les programmes.',
    },
    {
      ref: 'action-6-1-2',
      numero: '2',
      titre: 'Soutenir financièrement les équipes d’animation des programmes (OPAH et PIG).',
    },
    {
      ref: 'action-6-1-3',
      numero: '3',
      titre:
        'Identifier les allocataires en situation d’habitat indigne et les allocataires en situation d’impayés locatifs',
      description: [
        '– Réalisation de requêtes sur la base des allocataires Caf concernés par le périmètre d’intervention du programme',
        '– Mise à disposition d’un travailleur social de la CAF dans le cadre de l’offre globale de service « impayés locatifs »',
        '– Participation du pôle logement de la CAF à toutes les opérations en cours dans le cadre de la résorption de l’habitat indigne',
        '– Envoi d’un questionnaire de pré diagnostic sur les périmètres des OPAH ou des PIG',
      ].join('\n'),
    },
  ],
  indicateurs: [
    { ref: 'indicateur-6-1-1', libelle: 'Nombre de réunions partenariales', nature: 'NOMBRE', unite: 'réunions' },
    {
      ref: 'indicateur-6-1-2',
      libelle: 'Nombre d’allocataires en situation d’impayés ou de mal logement.',
      nature: 'NOMBRE',
      unite: 'allocataires',
    },
    {
      ref: 'indicateur-6-1-3',
      libelle: 'Nombre d’accompagnement social pour les impayés locatifs.',
      nature: 'NOMBRE',
      unite: 'accompagnements',
    },
    {
      ref: 'indicateur-6-1-4',
      libelle: 'Nombre de questionnaires de pré diagnostic envoyés, résultats.',
      nature: 'NOMBRE',
      unite: 'questionnaires',
      note: 'Deux mesures sur une ligne : les questionnaires envoyés et leurs résultats.',
    },
  ],
}

export const fichesParentaliteEtLogement: readonly Fiche[] = [fiche41, fiche61]
