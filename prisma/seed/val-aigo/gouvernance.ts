import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** « La gouvernance de la CTG »: three bodies, in the order of the slide. */
export const instances: DossierEcrit['instances'] = [
  {
    ref: 'copil',
    type: 'COPIL',
    nom: 'Comité de pilotage CTG',
    animation: 'Co-animation : Chargé de coopération CTG / CAF',
    composition: 'Élus communautaires et communaux référents, CAF, direction des services CCVA / communes',
    missions: ['Un objectif de pilotage et arbitrage concernant le plan d’action de la CTG'],
    competences: [
      {
        matiere: 'FICHE',
        pouvoir: 'DECIDE',
        source: 'Un objectif de pilotage et arbitrage concernant le plan d’action de la CTG',
      },
    ],
    membres: [
      { libelle: 'Élus communautaires et communaux référents' },
      { libelle: 'CAF', organisme: 'caf', coanimation: true },
      { libelle: 'Direction des services CCVA / communes' },
      { libelle: 'Chargé de coopération CTG', fonction: 'Co-animation', coanimation: true },
    ],
    regles: [{ mode: 'MINIMUM', minimum: 1, periode: 'AN_CIVIL', source: 'Régularité : annuelle' }],
  },
  {
    ref: 'seminaire-partenarial',
    type: 'SEMINAIRE',
    nom: 'Séminaire partenarial',
    composition:
      'L’ensemble des acteurs : services communautaires, communaux, élus, acteurs du territoire, partenaires, habitants',
    missions: [
      'Animation d’une dynamique partenariale',
      'Un objectif de suivi du plan d’action avec les services et partenaires',
    ],
    membres: [
      { libelle: 'Services communautaires' },
      { libelle: 'Services communaux' },
      { libelle: 'Élus' },
      { libelle: 'Acteurs du territoire' },
      { libelle: 'Partenaires' },
      { libelle: 'Habitants' },
    ],
    regles: [
      {
        mode: 'MINIMUM',
        minimum: 1,
        periode: 'AN_CIVIL',
        source: '1 session annuelle regroupant l’ensemble des acteurs : format « séminaire partenarial »',
      },
    ],
  },
  {
    ref: 'cotech',
    type: 'COTECH',
    nom: 'Comité technique CTG',
    animation: 'Co-animation : chargé de coopération / CAF',
    missions: ['Un objectif de suivi global du plan d’action et de préparation des temps forts'],
    membres: [
      { libelle: 'Chargé de coopération', fonction: 'Co-animation', coanimation: true },
      { libelle: 'CAF', fonction: 'Co-animation', organisme: 'caf', coanimation: true },
    ],
    regles: [
      {
        mode: 'MINIMUM',
        minimum: 2,
        periode: 'AN_CIVIL',
        moments: [
          { mots: 'préparation du séminaire partenarial', avant: 'seminaire-partenarial' },
          { mots: 'préparation du comité de pilotage', avant: 'copil' },
        ],
        evenement: 'Préparation du séminaire partenarial et du comité de pilotage',
        source: 'Régularité : 2 fois par an (préparation du séminaire partenarial et du comité de pilotage)',
      },
    ],
  },
]
