import type { DossierEcrit } from '@/lib/dossier/schema/dossier'
import { definitionReferentielEmploi } from '@/prisma/reference/referentiel-emploi'

/** Annexe 1: the fonction de coopération, its 1 ETP by charge, its référentiel and its indicative cost. */

export const schemas: DossierEcrit['schemas'] = [
  {
    ref: 'schema-2020-2024',
    libelle: 'Fonction de chargé de coopération',
    debut: '2019-12-31',
    fin: '2024-12-31',
    total: '1',
    etat: 'VALIDE',
    source:
      'Concernant l’EPCI de Grand Châtellerault, cette fonction est estimée à 1 ETP réparti selon l’évaluation de la charge suivante (annexe 1).',
    note: [
      'Cette fonction de coopération devra être assurée par un professionnel extérieur à la Caf et reposer sur un co-financement garanti par la collectivité locale. Compte tenu de son accompagnement tant stratégique que financier, la Caf doit être associée à la procédure de recrutement : le contenu et l’organisation de la fonction de coopération doivent être arrêtés d’un commun accord. La Caf apporte son expertise concernant les attendus du poste et émet un avis sur le choix de la collectivité, préalablement à la phase finale du recrutement.',
      'A l’échelon local, le niveau de prise en charge du poste doit être mis en lien avec les objectifs et les enjeux liés aux reconfigurations locales : la taille de la commune, la qualité du partenariat, le niveau et le continuum de services aux familles sont autant de facteurs qui entrent en jeu dans les attendus de cette fonction. Ces aspects doivent être négociés avec la collectivité locale.',
    ].join('\n'),
    affectations: [
      {
        marge: 'THEMATIQUE',
        libelle:
          'Pilotage, coordination, mise en œuvre et évaluation des actions dans le cadre des politiques éducatives',
        quotite: '0.7',
      },
      {
        marge: 'THEMATIQUE',
        libelle:
          'Pilotage, Coordination, suivi et évaluation des autres actions dans le cadre de la convention territoriale globale',
        quotite: '0.3',
      },
    ],
  },
]

export const coutsEtp: DossierEcrit['coutsEtp'] = [
  {
    montant: '48000',
    indicatif: true,
    source: 'Référentiel d’emploi du chargé de coopération Ctg, annexe 1 : « Coût indicatif ETP 48 000€ »',
  },
]

export const documents: DossierEcrit['documents'] = [
  {
    titre: 'Référentiel d’emploi – Chargé(e) de coopération Ctg',
    nature: 'Référentiel d’emploi',
    reference: 'Annexe 1',
    note: definitionReferentielEmploi,
  },
]
