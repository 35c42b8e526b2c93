import type { DossierEcrit } from '@/lib/dossier/schema/dossier'
import { addReleve } from './releve'

/** Invented COPIL: who was there, their agenda, what was decided, or waits for a decision. */

type Reunion = NonNullable<NonNullable<DossierEcrit['instances']>[number]['reunions']>[number]

export const LIEU_COMITES = 'Salle du conseil de Témoin-le-Bourg (fictif)'
export const ANIMATION = 'Coprésidence de la Caf de démonstration et de la communauté de communes du Val-Témoin'
export const QUORUM =
  'Le comité de pilotage délibère quand deux voix délibératives au moins sont présentes ou représentées (règle fictive).'

const VALIDER_SCHEMA = 'Valider le schéma de coopération 2025-2026 à 2,5 ETP'
const PORTER_LES_PLACES = 'Porter à 66 la cible des places d’accueil'

const lancement: Reunion = {
  ref: 'copil-2025-06-17',
  date: '2025-06-17',
  heureDebut: '14:30',
  heureFin: '16:30',
  lieu: LIEU_COMITES,
  objet: 'Lancement de la convention',
  etat: 'TENUE',
  compteRendu:
    'Compte rendu fictif, validé : les signataires adoptent le plan d’action et le schéma de coopération 2025-2026.',
  presences: [
    { membre: 'copil/1', etat: 'PRESENT' },
    { membre: 'copil/2', etat: 'PRESENT' },
    { membre: 'copil/3', etat: 'REPRESENTE', representant: 'Dany TÉMOIN' },
    { membre: 'copil/4', etat: 'EXCUSE' },
    { membre: 'copil/5', etat: 'PRESENT' },
  ],
  points: [
    {
      titre: 'Plan d’action',
      notes: 'Huit fiches présentées, une neuvième demandée par Saint-Exemple.',
      presentateur: 'Andrea FICTIVE',
      dureeMinutes: 60,
      etat: 'TRAITE',
      decisions: [
        { texte: 'Adopter le plan d’action 2025-2029', nature: 'VALIDATION', etat: 'PRISE', realiseeLe: '2025-06-17' },
        {
          texte: 'Ajouter une fiche sur les permanences itinérantes',
          nature: 'AJUSTEMENT',
          etat: 'PRISE',
          responsable: 'Andrea FICTIVE',
          echeance: '2025-12-31',
          realiseeLe: '2025-12-18',
          suivi: 'Fiche 3.2 écrite par le comité technique, ajoutée par l’avenant de décembre (suivi fictif).',
          fiche: 'fiche-3-2',
        },
      ],
    },
    {
      titre: 'ETP de coopération',
      presentateur: 'Alix SPÉCIMEN',
      dureeMinutes: 30,
      etat: 'TRAITE',
      origine: 'PROPOSITION',
      cle: 'proposition:cotech-2025-05-20/2/1',
      schema: 'schema-2025-2026',
      proposition: 'cotech-2025-05-20/2/1',
      decisions: [
        {
          texte: VALIDER_SCHEMA,
          nature: 'VALIDATION',
          etat: 'PRISE',
          realiseeLe: '2025-06-17',
          effet: 'VALIDER_SCHEMA',
          schema: 'schema-2025-2026',
          appliqueeLe: '2025-06-17T13:50:00Z',
          avant: { etat: 'PROPOSE' },
        },
        { texte: 'Créer 0,2 ETP à Modèle-la-Forêt', nature: 'ARBITRAGE', etat: 'REFUSEE' },
      ],
    },
    {
      titre: 'Places d’accueil du jeune enfant',
      notes: 'Trop tôt : la question revient quand l’extension aura son financement (note fictive).',
      presentateur: 'Charlie MAQUETTE',
      dureeMinutes: 20,
      etat: 'TRAITE',
      origine: 'PROPOSITION',
      cle: 'proposition:cotech-2025-05-20/3/1',
      indicateur: 'indicateur-places',
      proposition: 'cotech-2025-05-20/3/1',
      decisions: [
        {
          texte: PORTER_LES_PLACES,
          nature: 'AJUSTEMENT',
          etat: 'REPORTEE',
          effet: 'CHANGER_CIBLE',
          indicateur: 'indicateur-places',
          cible: '66',
        },
      ],
    },
  ],
}

export const reunionsCopil: Reunion[] = [
  addReleve(lancement, {
    instance: 'Comité de pilotage',
    animation: ANIMATION,
    colleges: [
      {
        nom: 'Caf de démonstration',
        membres: [
          {
            membre: 'Caf de démonstration',
            personne: 'Alix SPÉCIMEN',
            fonction: 'Directrice',
            voix: 'DECISIVE',
            etat: 'PRESENT',
            representant: null,
          },
        ],
      },
      {
        nom: 'Communauté de communes du Val-Témoin',
        membres: [
          {
            membre: 'Communauté de communes du Val-Témoin',
            personne: 'Sacha MODÈLE',
            fonction: 'Présidente',
            voix: 'DECISIVE',
            etat: 'PRESENT',
            representant: null,
          },
        ],
      },
      {
        nom: 'Saint-Exemple',
        membres: [
          {
            membre: 'Saint-Exemple',
            personne: 'Camille EXEMPLE',
            fonction: 'Maire',
            voix: 'DECISIVE',
            etat: 'PRESENT',
            representant: null,
          },
        ],
      },
      {
        nom: 'Témoin-le-Bourg',
        membres: [
          {
            membre: 'Témoin-le-Bourg',
            personne: 'Claude TÉMOIN',
            fonction: 'Maire',
            voix: 'DECISIVE',
            etat: 'REPRESENTE',
            representant: 'Dany TÉMOIN',
          },
        ],
      },
      {
        nom: 'Autres membres',
        membres: [
          {
            membre: 'Association L’Exemple',
            personne: null,
            fonction: 'Centre social',
            voix: 'CONSULTATIVE',
            etat: 'EXCUSE',
            representant: null,
          },
        ],
      },
    ],
    quorum: {
      phrase: 'Quorum atteint\u00A0: 4 membres à voix décisive présents ou représentés, 2 demandés.',
      source: QUORUM,
    },
    effets: {
      'Ajouter une fiche sur les permanences itinérantes':
        'Concerne la fiche «\u00A03.2 Tenir des permanences itinérantes d’accès aux droits\u00A0»',
      [VALIDER_SCHEMA]: 'Validation du schéma de coopération «\u00A0Schéma 2025-2026 (fictif)\u00A0»',
      [PORTER_LES_PLACES]:
        'Nouvelle cible de l’indicateur «\u00A0Nombre de places d’accueil collectif et son évolution\u00A0»\u00A0: 66\u00A0places',
    },
    soumisLe: '2025-06-20T07:30:00Z',
    validations: ['2025-06-23T12:10:00Z', '2025-06-24T08:45:00Z'],
  }),
  {
    ref: 'copil-2026-06-16',
    date: '2026-06-16',
    heureDebut: '14:30',
    lieu: LIEU_COMITES,
    etat: 'ANNULEE',
    motifAnnulation: 'Trop peu d’élus disponibles ; réunion reportée en décembre (fictif)',
    points: [
      {
        titre: 'Tarifs des accueils de loisirs',
        etat: 'REPORTE',
        fiche: 'fiche-2-1',
        decisions: [
          { texte: 'Arrêter la grille commune des tarifs', nature: 'ARBITRAGE', etat: 'REPORTEE', fiche: 'fiche-2-1' },
        ],
      },
    ],
  },
  {
    ref: 'copil-2026-12-08',
    date: '2026-12-08',
    heureDebut: '14:30',
    heureFin: '16:30',
    lieu: LIEU_COMITES,
    objet: 'Bilan 2026 et schéma de coopération 2027-2029',
    etat: 'PREVUE',
    points: [
      {
        titre: 'Bilan de l’année',
        notes: 'Résultats, facteurs de réussite, difficultés et perspectives.',
        presentateur: 'Andrea FICTIVE',
        dureeMinutes: 30,
        document: 1,
      },
      {
        titre: 'Ajustements du plan d’action',
        presentateur: 'Sacha MODÈLE',
        dureeMinutes: 25,
        origine: 'REPRISE',
        cle: 'reprise:copil-2026-06-16/1',
        fiche: 'fiche-2-1',
        precedent: 'copil-2026-06-16/1',
        decisions: [
          {
            texte: 'Confirmer le report de la fiche 2.3 à la rentrée 2027',
            nature: 'AJUSTEMENT',
            responsable: 'Sacha MODÈLE',
            fiche: 'fiche-2-3',
          },
          {
            texte: 'Arrêter la grille commune des tarifs',
            nature: 'ARBITRAGE',
            responsable: 'Claude TÉMOIN',
            echeance: '2027-01-31',
            fiche: 'fiche-2-1',
          },
        ],
      },
      {
        titre: 'ETP de coopération',
        presentateur: 'Alix SPÉCIMEN',
        dureeMinutes: 30,
        origine: 'SCHEMA',
        cle: 'schema:schema-2027-2029',
        schema: 'schema-2027-2029',
        decisions: [
          {
            texte: 'Valider le schéma de coopération 2027-2029 à 3 ETP',
            nature: 'VALIDATION',
            responsable: 'Alix SPÉCIMEN',
            effet: 'VALIDER_SCHEMA',
            schema: 'schema-2027-2029',
          },
        ],
      },
      {
        titre: 'Places d’accueil du jeune enfant',
        notes:
          'Proposition de mai 2025, reportée en juin 2025 : le financement de l’extension est acquis (note fictive).',
        presentateur: 'Charlie MAQUETTE',
        dureeMinutes: 15,
        origine: 'PROPOSITION',
        cle: 'proposition:cotech-2025-05-20/3/1',
        indicateur: 'indicateur-places',
        proposition: 'cotech-2025-05-20/3/1',
      },
    ],
  },
]
