import type { DossierEcrit } from '@/lib/dossier/schema'

/** Invented COPIL and COTECH, with their agenda and what was decided, or waits for a decision. */

type Reunion = NonNullable<NonNullable<DossierEcrit['instances']>[number]['reunions']>[number]

const LIEU = 'Salle du conseil de Témoin-le-Bourg (fictif)'

export const reunionsCopil: Reunion[] = [
  {
    ref: 'copil-2025-06-17',
    date: '2025-06-17',
    heureDebut: '14:30',
    heureFin: '16:30',
    lieu: LIEU,
    objet: 'Lancement de la convention',
    etat: 'TENUE',
    figee: true,
    compteRendu: 'Compte rendu fictif, validé : les signataires adoptent le plan d’action et le schéma de coopération 2025-2026.',
    points: [
      {
        titre: 'Plan d’action',
        notes: 'Huit fiches présentées, une neuvième demandée par Saint-Exemple.',
        decisions: [
          { texte: 'Adopter le plan d’action 2025-2029', nature: 'VALIDATION', etat: 'PRISE', realiseeLe: '2025-06-17' },
          {
            texte: 'Ajouter une fiche sur les permanences itinérantes',
            nature: 'AJUSTEMENT',
            etat: 'PRISE',
            responsable: 'Andrea FICTIVE',
            echeance: '2025-12-31',
            realiseeLe: '2025-12-18',
            fiche: 'fiche-3-2',
          },
        ],
      },
      {
        titre: 'ETP de coopération',
        decisions: [
          { texte: 'Valider le schéma de coopération 2025-2026 à 2,5 ETP', nature: 'VALIDATION', etat: 'PRISE', realiseeLe: '2025-06-17', schema: 'schema-2025-2026' },
          { texte: 'Créer 0,2 ETP à Modèle-la-Forêt', nature: 'ARBITRAGE', etat: 'REFUSEE' },
        ],
      },
    ],
  },
  {
    ref: 'copil-2026-06-16',
    date: '2026-06-16',
    heureDebut: '14:30',
    lieu: LIEU,
    etat: 'ANNULEE',
    motifAnnulation: 'Trop peu d’élus disponibles ; réunion reportée en décembre (fictif)',
    points: [
      {
        titre: 'Tarifs des accueils de loisirs',
        decisions: [{ texte: 'Arrêter la grille commune des tarifs', nature: 'ARBITRAGE', etat: 'REPORTEE', fiche: 'fiche-2-1' }],
      },
    ],
  },
  {
    ref: 'copil-2026-12-08',
    date: '2026-12-08',
    heureDebut: '14:30',
    heureFin: '16:30',
    lieu: LIEU,
    objet: 'Bilan 2026 et schéma de coopération 2027-2029',
    etat: 'PREVUE',
    points: [
      { titre: 'Bilan de l’année', notes: 'Résultats, facteurs de réussite, difficultés et perspectives.' },
      {
        titre: 'Ajustements du plan d’action',
        decisions: [
          { texte: 'Confirmer le report de la fiche 2.3 à la rentrée 2027', nature: 'AJUSTEMENT', responsable: 'Sacha MODÈLE', fiche: 'fiche-2-3' },
          { texte: 'Arrêter la grille commune des tarifs', nature: 'ARBITRAGE', responsable: 'Claude TÉMOIN', echeance: '2027-01-31', fiche: 'fiche-2-1' },
        ],
      },
      {
        titre: 'ETP de coopération',
        decisions: [{ texte: 'Valider le schéma de coopération 2027-2029 à 3 ETP', nature: 'VALIDATION', responsable: 'Alix SPÉCIMEN', schema: 'schema-2027-2029' }],
      },
    ],
  },
]

export const reunionsCotech: Reunion[] = [
  {
    ref: 'cotech-2025-05-20',
    date: '2025-05-20',
    lieu: LIEU,
    objet: 'Préparation du comité de pilotage de juin 2025',
    etat: 'TENUE',
    figee: true,
    compteRendu: 'Compte rendu fictif : le comité technique propose le plan d’action et le schéma au comité de pilotage.',
    points: [{ titre: 'Relecture des fiches' }],
  },
  { ref: 'cotech-2025-11-18', date: '2025-11-18', lieu: LIEU, objet: 'Point d’étape de fin d’année', etat: 'TENUE', points: [{ titre: 'Bilan des fiches' }] },
  {
    ref: 'cotech-2025-12-09',
    date: '2025-12-09',
    lieu: LIEU,
    objet: 'Écriture de la fiche 3.2',
    etat: 'TENUE',
    derogations: [
      { regle: 'MAXIMUM_DEPASSE', motif: 'Troisième réunion de l’année, pour écrire la fiche 3.2 avant l’avenant de décembre (dérogation fictive)' },
    ],
    points: [
      {
        titre: 'Fiche 3.2',
        decisions: [{ texte: 'Proposer la fiche 3.2 à l’avenant', nature: 'ENGAGEMENT', etat: 'PRISE', realiseeLe: '2025-12-09', fiche: 'fiche-3-2' }],
      },
    ],
  },
  { ref: 'cotech-2026-05-19', date: '2026-05-19', lieu: LIEU, objet: 'Bilan 2025', etat: 'TENUE', points: [{ titre: 'Rapport d’activités 2025' }] },
  {
    ref: 'cotech-2026-11-12',
    date: '2026-11-12',
    heureDebut: '09:30',
    heureFin: '12:00',
    lieu: LIEU,
    objet: 'Préparation du comité de pilotage de décembre 2026',
    etat: 'TENUE',
    points: [
      {
        titre: 'Fiches en retard',
        decisions: [
          { texte: 'Présenter la grille des tarifs au comité de pilotage', nature: 'ENGAGEMENT', etat: 'PRISE', responsable: 'Charlie MAQUETTE', echeance: '2026-12-01', fiche: 'fiche-2-1' },
        ],
      },
      {
        titre: 'Schéma 2027-2029',
        notes: 'Il manque 0,10 ETP dans la répartition par commune.',
        decisions: [
          { texte: 'Équilibrer le schéma 2027-2029 avant le comité de pilotage', nature: 'ENGAGEMENT', responsable: 'Andrea FICTIVE', echeance: '2026-12-04', schema: 'schema-2027-2029' },
        ],
      },
    ],
  },
  { ref: 'cotech-2027-05-18', date: '2027-05-18', lieu: LIEU, objet: 'Bilan 2026', etat: 'PREVUE' },
]
