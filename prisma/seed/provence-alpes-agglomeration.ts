import { FORMAT_DOSSIER, type DossierEcrit } from '@/lib/dossier/schema/dossier'
import { definitionReferentielEmploi, missionsReferentielEmploi } from '@/prisma/reference/referentiel-emploi'
import { clauses } from '@/prisma/seed/provence-alpes-agglomeration/clauses'
import { equipements } from '@/prisma/seed/provence-alpes-agglomeration/equipements'
import { annexes, evaluations, instances } from '@/prisma/seed/provence-alpes-agglomeration/gouvernance'
import { deliberations, organismes } from '@/prisma/seed/provence-alpes-agglomeration/parties'
import { avenants, enjeux, plan } from '@/prisma/seed/provence-alpes-agglomeration/plan'
import { lacunes, reserves } from '@/prisma/seed/provence-alpes-agglomeration/reserves'
import { chiffres, territoire } from '@/prisma/seed/provence-alpes-agglomeration/territoire'

/** Provence Alpes Agglomération 2022-2025 (Alpes-de-Haute-Provence): full convention with its plan of action. */
export const dossier: DossierEcrit = {
  format: FORMAT_DOSSIER,
  version: 1,
  convention: {
    slug: 'provence-alpes-agglomeration',
    nom: 'Provence Alpes Agglomération',
    titre: 'Convention territoriale globale 2022-2025',
    presentation: [
      'La présente convention vise à définir le projet stratégique global du territoire à l’égard des familles ainsi que ses modalités de mise en œuvre. Ce projet est établi à partir d’un diagnostic partagé tenant compte de l’ensemble des problématiques du territoire.',
      'Elle a pour objet :',
      '– D’identifier les besoins prioritaires sur la communauté d’agglomération et les communes (figurant en Annexe 1 de la présente convention) ;',
      '– De définir les champs d’intervention à privilégier au regard de l’écart offre/besoin ;',
      '– De pérenniser et d’optimiser l’offre des services existante, par une mobilisation des cofinancements (Annexe 2) ;',
      '– De développer des actions nouvelles permettant de répondre à des besoins non satisfaits par les services existants (Annexe 3).',
    ].join('\n'),
    caf: 'caf',
    dateDebut: '2022-01-01',
    dateFin: '2025-12-31',
    periodeTexte: 'à compter du 1er janvier 2022 jusqu’au 31 décembre 2025',
    signature: {
      date: '2022-10-31',
      lieu: 'Digne-les-Bains',
      texte: 'Fait à Digne les bains, le 31 octobre 2022. En autant d’exemplaires originaux que de signataires',
    },
    resiliation: {
      preavisMois: 6,
      miseEnDemeureMois: 1,
      texte: [
        'Résiliation de plein droit avec mise en demeure',
        'En cas de non-respect par l’une des parties de l’une de ses obligations résultant de la présente convention, celle-ci pourra être résiliée de plein droit par l’une ou l’autre partie, à l’expiration d’un délai d’un mois suivant l’envoi d’une lettre recommandée avec avis de réception valant mise en demeure de se conformer aux obligations contractuelles et restée infructueuse.',
        'Les infractions par l’une ou l’autre des parties aux lois et règlements en vigueur entraîneront la résiliation de plein droit de la présente convention par la Caf, à l’expiration d’un délai d’un mois suivant l’envoi d’une lettre recommandée avec avis de réception valant mise en demeure de se conformer aux obligations légales ou réglementaires en vigueur et restée infructueuse.',
        'Résiliation de plein droit sans mise en demeure',
        'La présente convention sera résiliée de plein droit par la Caf, sans qu’il soit besoin de procéder à une mise en demeure ou de remplir toutes formalités judiciaires, en cas de modification d’un des termes de la présente convention sans la signature d’un avenant.',
        'Résiliation par consentement mutuel',
        'La présente convention peut être dénoncée par l’une ou l’autre des parties moyennant un délai de prévenance de 6 mois.',
        'Effets de la résiliation',
        'La résiliation de la présente convention entraînera l’arrêt immédiat des engagements des parties. La résiliation interviendra sans préjudice de tous autres droits et de tous dommages et intérêts.',
      ].join('\n'),
    },
    renouvellement: {
      mode: 'EXPRES',
      texte: 'La présente convention ne peut être reconduite que par expresse reconduction.',
    },
    modificationTexte:
      'Toute modification fera l’objet d’un avenant par les parties. Cet avenant devra notamment préciser toutes les modifications apportées à la convention d’origine ainsi qu’à ses annexes.',
    evaluationTexte: [
      'L’évaluation est un préalable à tout renouvellement de la convention. Elle doit aboutir, le cas échéant, à une réorientation des projets ou des politiques en vue d’exigences supplémentaires partagées.',
      'En ce sens, elle est un véritable outil de pilotage, une aide à décision qui offre l’opportunité d’ajuster le contenu de la CTG si cela est nécessaire.',
      'Cette démarche est nécessaire : elle permet notamment de vérifier la bonne adéquation entre les offres, les demandes et les besoins, la pertinence des choix de gouvernance...',
      'Elle se structure autour de 2 grands objets :',
      '– L’évaluation des actions inscrites dans le plan d’actions produit par le diagnostic territorial partagé, en lien avec les priorités nationales et les enjeux du territoire,',
      '– L’évaluation de la démarche elle-même (gouvernance, dynamiques partenariales...).',
      'Cette démarche d’évaluation sera portée par le comité de pilotage et les comités techniques.',
      'Elle devra être déployée en 2025 afin de préparer le renouvellement de la CTG.',
    ].join('\n'),
    predecesseur: {
      nom: 'Contrat(s) enfance et jeunesse',
      texte: [
        'A l’issue du (es) Contrat(s) enfance et jeunesse passé(s) avec la(es) collectivité(s) signataire(s), la Caf s’engage à conserver le montant des financements bonifiés de N-1 à ce titre et à les répartir directement entre les structures du territoire soutenues par la collectivité locale compétente, sous la forme de « bonus territoire ctg ».',
        'De son côté, la collectivité s’engage à poursuivre son soutien financier en ajustant en conséquence la répartition de sa contribution pour les équipements et services listés en Annexe 2. Cet engagement pourra évoluer en fonction de l’évolution des compétences détenues.',
      ].join('\n'),
      note: 'Sur N-1, le document précise en bas de page : « Le montant de référence est celui comptabilisé dans les comptes de la Caf en N-1. (Charge à payer) »',
    },
    source: {
      titre: 'Convention territoriale globale 2022-2025 – Territoire de Provence Alpes Agglomération',
      nature: 'CONVENTION',
      note: 'Lue sur le texte du document, sans sa mise en page ni ses signatures manuscrites.',
    },
  },
  territoire,
  organismes,
  deliberations,
  avenants,
  enjeux,
  clauses,
  annexes,
  chiffres,
  lacunes,
  reserves,
  documents: [
    {
      titre:
        'Arrêté préfectoral portant modification des statuts de la communauté d’agglomération Provence-Alpes-Agglomération',
      nature: 'Arrêté préfectoral',
      reference: 'N° 2018-344-002',
      date: '2018-12-07',
      note: 'Statuts applicables à compter du 1er janvier 2019. À cette date, les accueils collectifs de mineurs de Montclar, Seyne et Selonnet sont restitués aux communes. Le tampon porte « 07 DEC. 2019 » : l’année est lue 2018, à confirmer.',
    },
    {
      titre: 'Statuts de l’agglomération',
      nature: 'Statuts',
      reference: 'Annexe de l’arrêté préfectoral n° 2018-344-002',
      note: '46 communes, 80 délégués communautaires, compétences.',
    },
    {
      titre: 'Référentiel d’emploi – Chargé(e) de coopération Ctg',
      nature: 'Référentiel d’emploi',
      reference: 'Fiche action 1.1',
      note: definitionReferentielEmploi,
    },
  ],
  missions: missionsReferentielEmploi,
  equipements,
  instances,
  plan,
  coutsEtp: [
    {
      montant: '48000',
      indicatif: true,
      source: 'Référentiel d’emploi du chargé de coopération Ctg, fiche action 1.1 : « Coût indicatif Etp 48 000 € »',
    },
  ],
  evaluations,
}
