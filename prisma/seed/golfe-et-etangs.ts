import { FORMAT_DOSSIER, type DossierEcrit } from '@/lib/dossier/schema/dossier'
import { evaluationAnnexe4, instancesAnnexe4, missionsAnnexe4, presentationAnnexe4 } from './communs-annexe4'
import { lacunes, reserves } from '@/prisma/seed/golfe-et-etangs/reserves'

const TITRE_ANNEXE = 'Modalités de pilotage stratégique et opérationnel – Suivi de la CTG Golfe et des étangs'

/** Golfe et étangs (Bouches-du-Rhône): a scanned annexe 4, same governance as Vallée des Baux, other ETP. */
export const dossier: DossierEcrit = {
  format: FORMAT_DOSSIER,
  version: 1,
  convention: {
    slug: 'golfe-et-etangs',
    nom: 'Golfe et étangs',
    titre: 'CTG Golfe et des étangs',
    presentation: presentationAnnexe4,
    caf: 'caf',
    evaluationNote: evaluationAnnexe4,
    source: {
      titre: `Annexe 4 – ${TITRE_ANNEXE}`,
      nature: 'ANNEXE',
      note: 'Seule l’annexe 4 est connue, par une reconnaissance de caractères : l’ordre de la mise en page est perdu, des lettres sont altérées.',
    },
  },
  territoire: {
    nom: 'Golfe et étangs',
    departement: '13',
    note: 'Seules les deux communes citées pour un développement d’ETP sont connues ; les autres communes du territoire ne sont pas nommées.',
    communes: [
      { insee: '13039', nom: 'Fos-sur-Mer', nomSource: 'Fos Sur Mer' },
      { insee: '13047', nom: 'Istres' },
    ],
  },
  organismes: [
    {
      ref: 'caf',
      type: 'CAF',
      nom: 'Caf des Bouches-du-Rhône',
      nomSource: 'Caf',
      departement: '13',
      note: 'Citée sans son département : cofinance les ETP de coopération, participe au groupe projet par son chargé de mission.',
    },
    {
      ref: 'fos-sur-mer',
      type: 'COMMUNE',
      nom: 'Fos-sur-Mer',
      nomSource: 'Fos Sur Mer',
      insee: '13039',
      departement: '13',
    },
    { ref: 'istres', type: 'COMMUNE', nom: 'Istres', insee: '13047', departement: '13' },
  ],
  annexes: [{ numero: '4', titre: TITRE_ANNEXE }],
  lacunes,
  reserves,
  missions: missionsAnnexe4,
  instances: instancesAnnexe4,
  plan: null,
  schemas: [
    {
      ref: 'pilotage-du-projet-de-territoire',
      libelle: 'Pilotage du projet de territoire',
      total: '3.8',
      existant: '3.1',
      developpements: [
        { libelle: 'Fos-sur-Mer', organisme: 'fos-sur-mer', quotite: '0.2' },
        { libelle: 'Istres', organisme: 'istres', quotite: '0.5' },
      ],
      etat: 'PROPOSE',
      note: [
        'L’affectation thématique de chaque CDC sera à préciser selon la ventilation de déclaration d’activités du portail partenaires CAF (AFAS) :',
        '1. Petite enfance/inclusion',
        '2. Enfance/Jeunesse',
        '3. Parentalité',
        '4. Accès aux droits, animation de la vie sociale, numérique, interventions sociales, logement',
      ].join('\n'),
      source:
        '« Pilotage du projet de territoire 3,80 ETP » ; « Effectif total : 3.8 ETP chargés de coopération (CDC) cofinancés par la Caf » ; « Effectif existant en 2025 : 3,1 ETP » ; « Développement de 0,7 ETP répartis : + 0,2 ETP à Fos Sur Mer, + 0,5 ETP à Istres »',
    },
  ],
}
