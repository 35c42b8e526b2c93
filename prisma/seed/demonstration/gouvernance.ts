import type { DossierEcrit } from '@/lib/dossier/schema/dossier'
import { ANIMATION, QUORUM, reunionsCopil } from './comites'
import { reunionsCotech } from './cotech'
import { reunionsCommissions, reunionsGroupeProjet, reunionsRencontre, reunionsSeminaire } from './reunions'

const AJUSTEMENTS =
  'Le comité technique propose les ajustements du plan d’action, le comité de pilotage les valide (règle fictive).'
const SCHEMAS =
  'Le comité de pilotage décide du schéma de coopération, sur proposition du comité technique (règle fictive).'
const MANDAT = '2025-01-01'

/** Invented bodies, each with a rule of another shape; in the COPIL, a mandate that an election ended. */
export const instances: DossierEcrit['instances'] = [
  {
    ref: 'copil',
    type: 'COPIL',
    nom: 'Comité de pilotage',
    composition: 'Élus et directions des signataires (fictifs)',
    animation: ANIMATION,
    secretariat: 'Communauté de communes du Val-Témoin',
    missions: ['Valider les orientations et les ajustements', 'Décider du schéma de coopération'],
    quorum: 2,
    quorumTexte: QUORUM,
    competences: [
      { matiere: 'FICHE', pouvoir: 'DECIDE', source: AJUSTEMENTS },
      { matiere: 'CIBLE', pouvoir: 'DECIDE', source: AJUSTEMENTS },
      { matiere: 'SCHEMA', pouvoir: 'DECIDE', source: SCHEMAS },
      // The invented convention says nothing of avenants: a setting.
      { matiere: 'AVENANT', pouvoir: 'DECIDE' },
    ],
    membres: [
      {
        libelle: 'Caf de démonstration',
        fonction: 'Directrice',
        organisme: 'caf-demonstration',
        voix: 'DECISIVE',
        personne: 'Alix SPÉCIMEN',
        coanimation: true,
        debut: MANDAT,
      },
      {
        libelle: 'Communauté de communes du Val-Témoin',
        fonction: 'Présidente',
        organisme: 'cc-val-temoin',
        voix: 'DECISIVE',
        personne: 'Sacha MODÈLE',
        coanimation: true,
        debut: MANDAT,
      },
      {
        libelle: 'Témoin-le-Bourg',
        fonction: 'Maire',
        organisme: 'temoin-le-bourg',
        voix: 'DECISIVE',
        personne: 'Claude TÉMOIN',
        suppleant: 'Dany TÉMOIN',
        debut: MANDAT,
      },
      {
        libelle: 'Association L’Exemple',
        fonction: 'Centre social',
        organisme: 'association-exemple',
        voix: 'CONSULTATIVE',
      },
      {
        libelle: 'Saint-Exemple',
        fonction: 'Maire',
        organisme: 'saint-exemple',
        voix: 'DECISIVE',
        personne: 'Camille EXEMPLE',
        debut: MANDAT,
        fin: '2026-03-22',
        motifFin: 'Élections municipales de mars 2026 (fictif)',
      },
      {
        libelle: 'Saint-Exemple',
        fonction: 'Maire',
        organisme: 'saint-exemple',
        voix: 'DECISIVE',
        personne: 'Noa MAQUETTE',
        debut: '2026-03-27',
        predecesseur: 'copil/5',
      },
    ],
    regles: [
      {
        mode: 'MINIMUM',
        minimum: 1,
        periode: 'AN_CIVIL',
        source: 'Le comité de pilotage se réunit à minima une fois par an (règle fictive).',
      },
    ],
    reunions: reunionsCopil,
  },
  {
    ref: 'cotech',
    type: 'COTECH',
    nom: 'Comité technique',
    composition: 'Directions et coordinations des signataires (fictives)',
    missions: [
      'Suivre le plan d’action',
      'Préparer le comité de pilotage : résultats, facteurs de réussite, difficultés et perspectives',
    ],
    competences: [
      { matiere: 'FICHE', pouvoir: 'PROPOSE', source: AJUSTEMENTS },
      { matiere: 'CIBLE', pouvoir: 'PROPOSE', source: AJUSTEMENTS },
      { matiere: 'SCHEMA', pouvoir: 'PROPOSE', source: SCHEMAS },
    ],
    membres: [
      { libelle: 'Conseillère technique', organisme: 'caf-demonstration' },
      { libelle: 'Direction des services', organisme: 'cc-val-temoin' },
      { libelle: 'Chargée de coopération', organisme: 'cc-val-temoin', personne: 'Andrea FICTIVE' },
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
      { libelle: 'Chargée de coopération', organisme: 'cc-val-temoin', personne: 'Andrea FICTIVE' },
      { libelle: 'Chargé de coopération', organisme: 'temoin-le-bourg', personne: 'Charlie MAQUETTE' },
      { libelle: 'Conseillère technique', organisme: 'caf-demonstration' },
    ],
    regles: [
      {
        mode: 'MOYENNE',
        moyenne: 1,
        periode: 'MOIS',
        source: 'Le groupe projet se réunit une fois par mois en moyenne (règle fictive).',
      },
    ],
    series: [
      { rythme: 'MENSUEL', libelle: 'le troisième mardi de chaque mois', debut: '2026-12-01', fin: '2027-03-31' },
    ],
    reunions: reunionsGroupeProjet,
  },
  {
    ref: 'rencontre-cdc',
    type: 'RENCONTRE',
    nom: 'Rencontre des chargés de coopération',
    parent: 'groupe-projet',
    membres: [{ libelle: 'Chargés de coopération' }],
    regles: [
      {
        mode: 'MINIMUM',
        minimum: 1,
        periode: 'BIMESTRE',
        source: 'Les chargés de coopération se rencontrent au moins une fois tous les deux mois (règle fictive).',
      },
    ],
    reunions: reunionsRencontre,
  },
  {
    ref: 'seminaire-partenarial',
    type: 'SEMINAIRE',
    nom: 'Séminaire partenarial',
    composition: 'Services, élus, associations et habitants (fictifs)',
    regles: [
      {
        mode: 'MINIMUM',
        minimum: 1,
        periode: 'AN_CIVIL',
        source: 'Un séminaire au moins réunit chaque année les partenaires (règle fictive).',
      },
    ],
    reunions: reunionsSeminaire,
  },
  {
    ref: 'commissions',
    type: 'COMMISSION',
    nom: 'Commissions thématiques',
    composition: 'Professionnels et associations de chaque thématique (fictifs)',
    regles: [
      {
        mode: 'MINIMUM',
        minimum: 1,
        periode: 'AN_CIVIL',
        par: 'THEMATIQUE',
        groupes: ['Petite enfance', 'Enfance-jeunesse', 'Parentalité', 'Accès aux droits'],
        source: 'Chaque commission thématique se réunit au moins une fois par an (règle fictive).',
      },
    ],
    reunions: reunionsCommissions,
  },
]
