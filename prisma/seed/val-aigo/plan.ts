import type { DossierEcrit } from '@/lib/dossier/schema/dossier'
import { THEMES_AXES } from './action'
import { actionsParentaliteEtPetiteEnfance } from './actions-1'
import { actionsEnfanceJeunesseEtDroits } from './actions-2'

/** « Validation du plan d'action de la CTG »: six orientations that are also the six axes. */

const axes: readonly string[] = [
  'Poursuivre et renforcer l’investissement partagé de l’accompagnement des familles et de la parentalité, entre services et collectivités du territoire',
  'Poursuivre la réponse aux besoins d’accueil et d’éveil du jeune enfant',
  'Faire du soutien au parcours éducatif de l’enfant un objectif partagé entre collectivités',
  'Favoriser l’épanouissement et accompagner la montée en autonomie des jeunes de manière coordonnée entre collectivités et partenaires',
  'Soutenir les missions menées en faveur de l’accompagnement des publics fragilisés et de l’accès aux droits de l’ensemble des publics',
  'Renforcer les actions permettant la cohésion sociale et intergénérationnelle des publics',
]

/** The deck calls them « orientations partagées » before it makes axes of them, with the same words. */
export const enjeux: DossierEcrit['enjeux'] = axes.map((texte, index) => ({
  ref: `orientation-${index + 1}`,
  nature: 'ORIENTATION',
  texte,
}))

export const plan: DossierEcrit['plan'] = {
  titre: 'Plan d’action de la CTG',
  niveaux: ['Axe'],
  nomFiche: 'Action',
  nomEtape: 'Modalité',
  // « Action 1 » to « Action 20 », across the axes.
  numerotation: 'CONTINUE',
  texte: [
    'Note préalable',
    'Le présent support vise à restituer de manière synthétique les modalités envisagées et travaillées avec les services pour chaque action.',
    'Il s’agit donc d’une synthèse du document complet de plan d’action comportant les fiches-actions.',
    'Le pictogramme ci-dessous vise à identifier pour certaines actions les enjeux de coordination entre collectivités (consensus, échanges entre services, clarification d’objectifs communs entre élus, etc.), en particulier :',
    '– Pour des politiques publiques non exclusives à une collectivité en particulier (parentalité)',
    '– Pour des compétences communales pouvant déployer des synergies territoriales (enfance, jeunesse)',
    'Pictogramme : Enjeu à anticiper de coordination entre collectivités',
  ].join('\n'),
  axes: axes.map((titre, index) => ({
    ref: `axe-${index + 1}`,
    numero: String(index + 1),
    titre,
    theme: THEMES_AXES[index + 1] ?? null,
  })),
  fiches: [...actionsParentaliteEtPetiteEnfance, ...actionsEnfanceJeunesseEtDroits],
}
