import type { DossierEcrit } from '@/lib/dossier/schema'
import { reunionsCopil, reunionsCotech } from './demonstration-comites'
import { reunionsCommissions, reunionsGroupeProjet, reunionsRencontre, reunionsSeminaire } from './demonstration-reunions'

/** Invented bodies, each with a rule of another shape. */
export const instances: DossierEcrit['instances'] = [
  {
    ref: 'copil',
    type: 'COPIL',
    nom: 'Comité de pilotage',
    composition: 'Élus et directions des signataires (fictifs)',
    animation: 'Coprésidence de la Caf de démonstration et de la communauté de communes du Val-Témoin',
    secretariat: 'Communauté de communes du Val-Témoin',
    missions: ['Valider les orientations et les ajustements', 'Décider du schéma de coopération'],
    membres: [
      { libelle: 'Alix SPÉCIMEN', fonction: 'Directrice de la Caf de démonstration', organisme: 'caf-demonstration', voix: 'DECISIVE' },
      { libelle: 'Sacha MODÈLE', fonction: 'Présidente de la communauté de communes', organisme: 'cc-val-temoin', voix: 'DECISIVE' },
      { libelle: 'Claude TÉMOIN', fonction: 'Maire de Témoin-le-Bourg', organisme: 'temoin-le-bourg', voix: 'DECISIVE' },
      { libelle: 'Association L’Exemple', fonction: 'Centre social', organisme: 'association-exemple', voix: 'CONSULTATIVE' },
    ],
    regles: [{ mode: 'MINIMUM', minimum: 1, periode: 'AN_CIVIL', source: 'Le comité de pilotage se réunit à minima une fois par an (règle fictive).' }],
    reunions: reunionsCopil,
  },
  {
    ref: 'cotech',
    type: 'COTECH',
    nom: 'Comité technique',
    composition: 'Directions et coordinations des signataires (fictives)',
    missions: ['Suivre le plan d’action', 'Préparer le comité de pilotage : résultats, facteurs de réussite, difficultés et perspectives'],
    membres: [
      { libelle: 'Conseillère technique', organisme: 'caf-demonstration' },
      { libelle: 'Direction des services', organisme: 'cc-val-temoin' },
      { libelle: 'Andrea FICTIVE', fonction: 'Chargée de coopération', organisme: 'cc-val-temoin' },
    ],
    regles: [
      {
        mode: 'FOURCHETTE',
        minimum: 1,
        maximum: 2,
        periode: 'AN_CIVIL',
        evenement: 'Préparation du comité de pilotage',
        source: 'Le comité technique se réunit 1 à 2 fois par an (règle fictive).',
      },
    ],
    reunions: reunionsCotech,
  },
  {
    ref: 'groupe-projet',
    type: 'GROUPE_PROJET',
    nom: 'Groupe projet',
    composition: 'Chargés de coopération et conseillère technique de la Caf de démonstration',
    missions: ['Suivre les fiches', 'Rédiger le rapport d’activités annuel'],
    membres: [
      { libelle: 'Andrea FICTIVE', fonction: 'Chargée de coopération', organisme: 'cc-val-temoin' },
      { libelle: 'Charlie MAQUETTE', fonction: 'Chargé de coopération', organisme: 'temoin-le-bourg' },
      { libelle: 'Conseillère technique', organisme: 'caf-demonstration' },
    ],
    regles: [{ mode: 'MOYENNE', moyenne: 1, periode: 'MOIS', source: 'Le groupe projet se réunit une fois par mois en moyenne (règle fictive).' }],
    reunions: reunionsGroupeProjet,
  },
  {
    ref: 'rencontre-cdc',
    type: 'RENCONTRE',
    nom: 'Rencontre des chargés de coopération',
    parent: 'groupe-projet',
    membres: [{ libelle: 'Chargés de coopération' }],
    regles: [{ mode: 'MINIMUM', minimum: 1, periode: 'BIMESTRE', source: 'Les chargés de coopération se rencontrent au moins une fois tous les deux mois (règle fictive).' }],
    reunions: reunionsRencontre,
  },
  {
    ref: 'seminaire-partenarial',
    type: 'SEMINAIRE',
    nom: 'Séminaire partenarial',
    composition: 'Services, élus, associations et habitants (fictifs)',
    regles: [{ mode: 'MINIMUM', minimum: 1, periode: 'AN_CIVIL', source: 'Un séminaire au moins réunit chaque année les partenaires (règle fictive).' }],
    reunions: reunionsSeminaire,
  },
  {
    ref: 'commissions',
    type: 'COMMISSION',
    nom: 'Commissions thématiques',
    composition: 'Professionnels et associations de chaque thématique (fictifs)',
    regles: [
      { mode: 'MINIMUM', minimum: 1, periode: 'AN_CIVIL', par: 'THEMATIQUE', source: 'Chaque commission thématique se réunit au moins une fois par an (règle fictive).' },
    ],
    reunions: reunionsCommissions,
  },
]
