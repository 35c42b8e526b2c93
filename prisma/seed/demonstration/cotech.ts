import type { DossierEcrit } from '@/lib/dossier/schema/dossier'
import { LIEU_COMITES } from './comites'
import { addReleve } from './releve'

/** Invented COTECH: what they prepare, and propose to the COPIL. */

type Reunion = NonNullable<NonNullable<DossierEcrit['instances']>[number]['reunions']>[number]

const PROPOSER_SCHEMA = 'Proposer le schéma de coopération 2025-2026 à 2,5 ETP'
const PROPOSER_PLACES = 'Porter à 66 la cible des places d’accueil'

const preparation: Reunion = {
  ref: 'cotech-2025-05-20',
  date: '2025-05-20',
  lieu: LIEU_COMITES,
  objet: 'Préparation du comité de pilotage de juin 2025',
  etat: 'TENUE',
  compteRendu: 'Compte rendu fictif : le comité technique propose le plan d’action et le schéma au comité de pilotage.',
  points: [
    { titre: 'Relecture des fiches', presentateur: 'Andrea FICTIVE', dureeMinutes: 60, etat: 'TRAITE' },
    {
      titre: 'Schéma de coopération',
      dureeMinutes: 45,
      etat: 'TRAITE',
      schema: 'schema-2025-2026',
      decisions: [
        {
          texte: PROPOSER_SCHEMA,
          nature: 'VALIDATION',
          etat: 'PRISE',
          effet: 'VALIDER_SCHEMA',
          schema: 'schema-2025-2026',
          decideePar: 'copil-2025-06-17/2/1',
        },
      ],
    },
    {
      titre: 'Places d’accueil du jeune enfant',
      dureeMinutes: 20,
      etat: 'TRAITE',
      indicateur: 'indicateur-places',
      decisions: [
        {
          texte: PROPOSER_PLACES,
          nature: 'AJUSTEMENT',
          etat: 'REPORTEE',
          effet: 'CHANGER_CIBLE',
          indicateur: 'indicateur-places',
          cible: '66',
          decideePar: 'copil-2025-06-17/3/1',
        },
      ],
    },
  ],
}

export const reunionsCotech: Reunion[] = [
  addReleve(preparation, {
    instance: 'Comité technique',
    animation: null,
    colleges: [],
    quorum: {
      phrase: 'La convention ne fixe pas de quorum\u00A0: la réunion se tient quel que soit le nombre de présents.',
      source: null,
    },
    effets: {
      [PROPOSER_SCHEMA]: 'Validation du schéma de coopération «\u00A0Schéma 2025-2026 (fictif)\u00A0»',
      [PROPOSER_PLACES]:
        'Nouvelle cible de l’indicateur «\u00A0Nombre de places d’accueil collectif et son évolution\u00A0»\u00A0: 66\u00A0places',
    },
    soumisLe: '2025-05-22T09:00:00Z',
    validations: ['2025-05-22T14:20:00Z', '2025-05-23T07:05:00Z'],
  }),
  {
    ref: 'cotech-2025-11-18',
    date: '2025-11-18',
    lieu: LIEU_COMITES,
    objet: 'Point d’étape de fin d’année',
    etat: 'TENUE',
    points: [{ titre: 'Bilan des fiches', etat: 'TRAITE' }],
  },
  {
    ref: 'cotech-2025-12-09',
    date: '2025-12-09',
    lieu: LIEU_COMITES,
    objet: 'Écriture de la fiche 3.2',
    etat: 'TENUE',
    derogations: [
      {
        regle: 'MAXIMUM_DEPASSE',
        motif:
          'Troisième réunion de l’année, pour écrire la fiche 3.2 avant l’avenant de décembre (dérogation fictive)',
      },
    ],
    points: [
      {
        titre: 'Fiche 3.2',
        etat: 'TRAITE',
        fiche: 'fiche-3-2',
        decisions: [
          {
            texte: 'Proposer la fiche 3.2 à l’avenant',
            nature: 'ENGAGEMENT',
            etat: 'PRISE',
            realiseeLe: '2025-12-09',
            fiche: 'fiche-3-2',
          },
        ],
      },
    ],
  },
  {
    ref: 'cotech-2026-05-19',
    date: '2026-05-19',
    lieu: LIEU_COMITES,
    objet: 'Bilan 2025',
    etat: 'TENUE',
    points: [
      {
        titre: 'Rapport d’activités 2025',
        etat: 'TRAITE',
        decisions: [
          {
            texte: 'Présenter le rapport aux associations',
            nature: 'ENGAGEMENT',
            etat: 'PRISE',
            responsable: 'Charlie MAQUETTE',
            echeance: '2026-06-15',
            realiseeLe: '2026-06-10',
          },
          {
            texte: 'Envoyer le rapport d’activités 2025 aux six communes',
            nature: 'ENGAGEMENT',
            etat: 'PRISE',
            responsable: 'Andrea FICTIVE',
            echeance: '2026-09-30',
            suivi: 'Quatre communes servies sur six (suivi fictif).',
          },
        ],
      },
    ],
  },
  {
    ref: 'cotech-2026-11-12',
    date: '2026-11-12',
    heureDebut: '09:30',
    heureFin: '12:00',
    lieu: LIEU_COMITES,
    objet: 'Préparation du comité de pilotage de décembre 2026',
    etat: 'TENUE',
    presences: [
      { membre: 'cotech/1', etat: 'PRESENT' },
      { membre: 'cotech/2', etat: 'EXCUSE' },
      { membre: 'cotech/3', etat: 'PRESENT' },
    ],
    points: [
      {
        titre: 'Fiches en retard',
        presentateur: 'Andrea FICTIVE',
        dureeMinutes: 45,
        etat: 'TRAITE',
        origine: 'FICHE',
        cle: 'fiches-en-retard',
        decisions: [
          {
            texte: 'Présenter la grille des tarifs au comité de pilotage',
            nature: 'ENGAGEMENT',
            etat: 'PRISE',
            responsable: 'Charlie MAQUETTE',
            echeance: '2026-12-01',
            fiche: 'fiche-2-1',
          },
        ],
      },
      {
        titre: 'Schéma 2027-2029',
        notes: 'Il manque 0,10 ETP dans la répartition par commune.',
        dureeMinutes: 45,
        etat: 'REPORTE',
        origine: 'SCHEMA',
        cle: 'schema:schema-2027-2029',
        schema: 'schema-2027-2029',
        decisions: [
          {
            texte: 'Équilibrer le schéma 2027-2029 avant le comité de pilotage',
            nature: 'ENGAGEMENT',
            responsable: 'Andrea FICTIVE',
            echeance: '2026-12-04',
            schema: 'schema-2027-2029',
          },
        ],
      },
    ],
  },
  { ref: 'cotech-2027-05-18', date: '2027-05-18', lieu: LIEU_COMITES, objet: 'Bilan 2026', etat: 'PREVUE' },
]
