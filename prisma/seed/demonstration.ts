import { FORMAT_DOSSIER, type DossierEcrit } from '@/lib/dossier/schema/dossier'
import { missionsAnnexe4 } from './communs-annexe4'
import { coutsEtp, schemas } from '@/prisma/seed/demonstration/etp'
import { instances } from '@/prisma/seed/demonstration/gouvernance'
import { deliberations, equipements, organismes, territoire } from '@/prisma/seed/demonstration/parties'
import { enjeux, plan } from '@/prisma/seed/demonstration/plan'

/** A convention of nowhere, to show a lived-in year: every name, figure and date in it is invented. */
export const dossier: DossierEcrit = {
  format: FORMAT_DOSSIER,
  version: 1,
  convention: {
    slug: 'demonstration',
    nom: 'Démonstration',
    titre: 'Convention fictive du Val-Témoin 2025-2029',
    presentation:
      'Convention fictive. Le Val-Témoin n’existe pas : territoire, organismes, personnes, réunions, chiffres et décisions sont inventés pour montrer une convention en cours de vie. Rien ici ne décrit une collectivité ou une Caf réelle.',
    demonstration: true,
    caf: 'caf-demonstration',
    dateDebut: '2025-01-01',
    dateFin: '2029-12-31',
    periodeTexte: 'Du 1er janvier 2025 au 31 décembre 2029 (dates fictives)',
    signature: {
      date: '2025-03-14',
      lieu: 'Témoin-le-Bourg',
      texte: 'Fait à Témoin-le-Bourg, le 14 mars 2025 (fictif)',
    },
    resiliation: {
      preavisMois: 6,
      miseEnDemeureMois: 1,
      texte: 'Dénonciation avec six mois de prévenance ; mise en demeure d’un mois (clause fictive).',
    },
    renouvellement: {
      mode: 'EXPRES',
      texte: 'La convention est renouvelée par accord écrit des signataires (clause fictive).',
    },
    modificationTexte: 'Toute modification fait l’objet d’un avenant signé (clause fictive).',
    evaluationTexte: 'Un bilan par an, une évaluation finale au premier semestre 2029 (clause fictive).',
    source: {
      titre: 'Convention de démonstration',
      nature: 'DEMONSTRATION',
      note: 'Entièrement fictive : aucun document réel n’en est la source.',
    },
  },
  territoire,
  organismes,
  deliberations,
  avenants: [
    {
      ref: 'avenant-1',
      objet: 'Ajout de la fiche 3.2 au plan d’action (avenant fictif)',
      dateSignature: '2025-12-18',
      valideLe: '2025-06-17',
      texte: 'Avenant fictif, décidé au comité de pilotage du 17 juin 2025.',
    },
    { ref: 'avenant-2', objet: 'Schéma de coopération 2027-2029 (avenant fictif à venir)', echeance: '2027-03-31' },
  ],
  enjeux,
  annexes: [
    { numero: '1', titre: 'Diagnostic partagé (fictif)' },
    { numero: '2', titre: 'Équipements et services (fictifs)' },
    { numero: '3', titre: 'Plan d’action (fictif)' },
    { numero: '4', titre: 'Modalités de pilotage et de suivi (fictives)' },
    {
      numero: '5',
      titre: 'Budget prévisionnel (fictif)',
      etat: 'ABSENTE',
      note: 'Laissée absente pour montrer une annexe qui manque.',
    },
  ],
  chiffres: [
    { libelle: 'Habitants', valeur: '12480', unite: 'habitants', source: 'Chiffre fictif' },
    { libelle: 'Allocataires', valeur: '2310', unite: 'allocataires', source: 'Chiffre fictif' },
    { libelle: 'Part des enfants de moins de 3 ans accueillis', valeur: '58.5', unite: '%', source: 'Chiffre fictif' },
  ],
  lacunes: [
    {
      sujet: 'BUDGET',
      raison:
        'L’annexe budgétaire est laissée absente, pour montrer ce que l’écran dit d’un document qui manque (convention fictive).',
    },
  ],
  reserves: [
    {
      cible: { type: 'DELIBERATION', ref: 'les-factices' },
      champ: 'Date',
      citation: 'délibération du XXXX',
      lecture: 'Date inconnue',
      raison: 'Exemple fictif d’une date laissée en blanc dans un document, à confirmer par la commune.',
    },
  ],
  jalons: [
    {
      titre: 'Diagnostic partagé (fictif)',
      periode: { texte: 'Printemps 2024', debut: '2024-03-20', fin: '2024-06-20' },
      etapes: ['Entretiens avec les six maires', 'Questionnaire aux familles', 'Restitution aux élus'],
    },
    {
      titre: 'Écriture du plan d’action (fictive)',
      periode: { texte: 'Second semestre 2024', debut: '2024-07-01', fin: '2024-12-31' },
      etapes: ['Ateliers par thématique', 'Arbitrage des élus'],
    },
  ],
  documents: [
    {
      titre: 'Bilan 2026 (fictif)',
      nature: 'Support de comité de pilotage',
      date: '2026-11-10',
      note: 'Document fictif, sans fichier.',
    },
  ],
  missions: missionsAnnexe4,
  equipements,
  instances,
  plan,
  schemas,
  coutsEtp,
  evaluations: [
    {
      ref: 'bilan-2025',
      objet: 'Bilan de l’année 2025 (fictif)',
      periodicite: 'Annuelle',
      periode: { texte: 'Année 2025', debut: '2025-01-01', fin: '2025-12-31' },
      texte:
        'Bilan fictif : une fiche réalisée, quatre en cours. Points forts : accueil du jeune enfant. À reprendre : tarifs des accueils de loisirs.',
    },
    {
      ref: 'evaluation-finale',
      objet: 'Évaluation finale (fictive)',
      periodicite: 'Une fois',
      periode: { texte: 'Premier semestre 2029', debut: '2029-01-01', fin: '2029-06-30' },
    },
  ],
}
