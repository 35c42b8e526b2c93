import { FORMAT_DOSSIER, type DossierEcrit } from '@/lib/dossier/schema/dossier'
import { missionsReferentielEmploi } from '@/prisma/reference/referentiel-emploi'
import { clauses } from '@/prisma/seed/grand-chatellerault/clauses'
import { coutsEtp, documents, schemas } from '@/prisma/seed/grand-chatellerault/etp'
import { evaluations, instances, organismes } from '@/prisma/seed/grand-chatellerault/parties'
import { enjeux, plan } from '@/prisma/seed/grand-chatellerault/plan'
import { lacunes, reserves } from '@/prisma/seed/grand-chatellerault/reserves'
import { chiffres, territoire } from '@/prisma/seed/grand-chatellerault/territoire'

/** Grand Châtellerault 2020-2024 (Vienne): full convention, signed before its plan of action was written. */
export const dossier: DossierEcrit = {
  format: FORMAT_DOSSIER,
  version: 1,
  convention: {
    slug: 'grand-chatellerault',
    nom: 'Grand Châtellerault',
    titre: 'Convention territoriale globale de services aux familles',
    presentation: [
      'C’est tout naturellement que la démarche de Convention territoriale globale vient s’articuler en lien avec une stratégie plus globale de projet de territoire pour formaliser entre l’EPCI et les partenaires institutionnels que sont la CAF et la MSA, les engagements politiques d’une partie du volet social du projet de territoire.',
      'La présente convention vise à définir le projet social, stratégique et global du territoire. Elle a pour objet :',
      '– d’identifier les besoins prioritaires sur la communauté d’agglomération de Grand Châtellerault,',
      '– de définir les champs d’intervention à privilégier au regard de l’écart offre/besoin,',
      '– d’optimiser l’offre existante et/ou développer une offre nouvelle afin de favoriser un continuum d’interventions sur l’ensemble du territoire.',
      'Échanges de données (article 5) : la mention « Source CAF de la Vienne » devra être précisée pour tous les documents réalisés ou lors de toute présentation orale que le demandeur serait amené à faire sur la base des données transmises.',
    ].join('\n'),
    caf: 'caf',
    dateDebut: '2019-12-31',
    dateFin: '2024-12-31',
    periodeTexte: 'à compter de la date de signature figurant ci-dessous jusqu’au 31 décembre 2024 inclus',
    signature: { date: '2019-12-31', lieu: 'Poitiers', texte: 'Fait à Poitiers, le 31/12/2019' },
    resiliation: {
      preavisMois: 3,
      texte: [
        'Elle peut être résiliée par l’une ou l’autre des parties, sous réserve du respect d’un délai de préavis de trois mois, formalisée par lettre recommandée avec avis de réception.',
        'En cas de résiliation de la présente convention, les parties seront tenues des engagements pris antérieurement à celle-ci jusqu’à leur terme.',
      ].join('\n'),
    },
    renouvellement: { mode: 'NON_PRECISE' },
    modificationTexte:
      'Toute modification fera l’objet d’un avenant par les parties. Cet avenant devra notamment préciser toutes les modifications apportées à la convention d’origine ainsi qu’à ses annexes.',
    evaluationTexte:
      'Une évaluation est conduite à l’issue de la présente convention. Cette évaluation, élaborée au sein du comité de pilotage, doit permettre d’adapter les objectifs en fonction des évolutions constatées. Des évaluations annuelles seront réalisées sur la base d’indicateurs validés par les deux parties. Toute évaluation entraînant une modification de la présente convention ou des annexes peut faire l’objet d’un avenant signé entre les parties.',
    predecesseur: {
      nom: 'Contrats Enfance Jeunesse',
      texte:
        'Dans le cadre de la fin du Contrat Enfance Jeunesse au 31/12/2019 pour les communes de : […] Dans le cadre de la fin des Contrats Enfance Jeunesse au 31/12/2020 pour les communes de : […]',
      note: 'Annexe 2 : quatre communes entrent à la fin de leur contrat, au 31 décembre 2019, quarante-trois au 31 décembre 2020.',
    },
    source: {
      titre: 'Convention territoriale globale – Communauté d’agglomération de Grand Châtellerault',
      nature: 'CONVENTION',
      note: 'Lue sur le texte du document, sans sa mise en page ni ses signatures manuscrites.',
    },
  },
  territoire,
  organismes,
  enjeux,
  clauses,
  annexes: [
    { numero: '1', titre: 'Chargé(e) de coopération Ctg Grand Châtellerault' },
    {
      numero: '2',
      titre:
        'Intégration des collectivités compétentes au fur et à mesure de la fin des dispositifs contractuels Contrats Enfance Jeunesse',
      etat: 'PARTIELLE',
      note: 'En attente des modalités de conventionnements Cnaf/et livraison modèles de conventions nationales',
    },
  ],
  chiffres,
  lacunes,
  reserves,
  jalons: [
    {
      titre: 'Groupes de travail sur les 4 axes',
      texte:
        'Ces 4 axes stratégiques permettront dès le premier semestre 2020 d’organiser des groupes de travail pour définir les actions à mettre en place de façon opérationnelle et structurée.',
      periode: { texte: 'dès le premier semestre 2020', debut: '2020-01-01' },
    },
    {
      titre: 'Plan d’actions et feuille de route',
      texte:
        'L’année 2020 permettra d’établir avec les collectivités, les partenaires et les associations du territoire, un plan d’actions ad’hoc et la feuille de route pour faire vivre au fil de l’eau cette dynamique sociale au service du projet de territoire.',
      periode: { texte: 'L’année 2020', debut: '2020-01-01', fin: '2020-12-31' },
    },
    {
      titre: 'Co-construction du plan d’action',
      texte:
        'L’ensemble de ces enjeux seront déclinés dans un plan d’action qui sera co-construit au cours du deuxième semestre 2020.',
      periode: { texte: 'au cours du deuxième semestre 2020', debut: '2020-07-01', fin: '2020-12-31' },
    },
  ],
  documents,
  missions: missionsReferentielEmploi,
  instances,
  plan,
  schemas,
  coutsEtp,
  evaluations,
}
