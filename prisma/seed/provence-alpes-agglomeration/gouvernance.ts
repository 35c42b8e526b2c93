import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** Articles 6 and 9, annexes 4 and 5: two bodies without a frequency, and the evaluation. */

const VALIDE_LE_PLAN =
  'Valide les objectifs stratégiques et les thématiques d’intervention, le plan d’action, les indicateurs et les modalités d’évaluation, les bilans des actions menées'
const PROPOSE_LES_PLANS =
  'Propose les plans d’actions et rend compte des effets des actions mises en œuvre au niveau stratégique (comité de pilotage)'
const PROPOSE_LES_INDICATEURS =
  'Propose les indicateurs et les modalités d’évaluation, contribue à l’évaluation des actions mises en œuvre et rend compte au niveau stratégique (comité de pilotage)'

export const instances: DossierEcrit['instances'] = [
  {
    ref: 'copil',
    type: 'COPIL',
    nom: 'Comité de pilotage',
    composition: [
      'Article 6. Ce comité est composé de représentants : de la Caf ; de la communauté d’agglomération ; des communes ; du Conseil Départemental ; de la direction des services départementaux de l’éducation nationale, représentée par le service départemental à la jeunesse, à l’engagement et aux sports. Des personnes ressources en fonction des thématiques repérées pourront participer à ce comité de pilotage à titre consultatif.',
      'Annexe 4. Ces instances sont adaptables selon l’organisation en place et les besoins.',
    ].join('\n'),
    animation: 'Copiloté par la Caf et la Communauté d’Agglomération Provence Alpes Agglomération',
    secretariat:
      'Le secrétariat permanent est assuré par la Caf et la Communauté d’Agglomération Provence Alpes Agglomération.',
    missions: [
      'Assure le suivi de la réalisation des objectifs et l’évaluation de la convention',
      'Contribue à renforcer la coordination entre les deux partenaires, dans leurs interventions respectives et au sein des différents comités de pilotage thématiques existants',
      'Veille à la complémentarité des actions et des interventions de chacun des partenaires sur le territoire concerné',
      'Porte une attention particulière aux initiatives et aux actions innovantes du territoire.',
      'Définit le périmètre du partenariat et les principaux leviers de développement',
      VALIDE_LE_PLAN,
      'Intervient en cas d’écart important.',
    ],
    competences: [
      { matiere: 'FICHE', pouvoir: 'DECIDE', source: VALIDE_LE_PLAN },
      { matiere: 'CIBLE', pouvoir: 'DECIDE', source: VALIDE_LE_PLAN },
    ],
    membres: [
      {
        libelle: 'Caf',
        organisme: 'caf',
        coanimation: true,
        fonction:
          'Le président du Conseil d’Administration de la Caf ou son représentant, le Directeur ou son représentant, le responsable de service, les personnes ressources en fonction des sujets',
      },
      {
        libelle: 'Communauté d’agglomération',
        organisme: 'ca-provence-alpes',
        coanimation: true,
        fonction:
          'Le /la Président/e ou son représentant, les directeurs généraux des services, les personnes référentes Ctg, des personnes ressources en fonction des thématiques et sujets',
      },
      {
        libelle: 'Communes',
        fonction:
          'Le /la Maire ou son représentant, les directeurs généraux des services, les personnes référentes Ctg, des personnes ressources en fonction des thématiques et sujets',
      },
      { libelle: 'Conseil Départemental', organisme: 'conseil-departemental' },
      {
        libelle: 'Direction des services départementaux de l’éducation nationale',
        organisme: 'dsden-sdjes',
        fonction: 'Des représentants du service départemental à la jeunesse, à l’engagement et aux sports',
      },
      { libelle: 'Personnes ressources', fonction: 'En fonction des thématiques repérées', voix: 'CONSULTATIVE' },
    ],
    regles: [{ mode: 'NON_PRECISEE' }],
  },
  {
    ref: 'cotech',
    type: 'COTECH',
    nom: 'Comité technique',
    composition:
      'Composition à adapter selon les thématiques. Ces instances sont adaptables selon l’organisation en place et les besoins.',
    missions: [
      'Assure l’animation et le suivi de la Ctg et rend compte au niveau stratégique (comité de pilotage)',
      'Propose les axes d’intervention et des actions prioritaires, les modalités de mise en œuvre, les indicateurs de suivi et d’évaluation et rend compte au niveau stratégique (comité de pilotage)',
      PROPOSE_LES_PLANS,
      PROPOSE_LES_INDICATEURS,
    ],
    competences: [
      { matiere: 'FICHE', pouvoir: 'PROPOSE', source: PROPOSE_LES_PLANS },
      { matiere: 'CIBLE', pouvoir: 'PROPOSE', source: PROPOSE_LES_INDICATEURS },
    ],
    membres: [
      {
        libelle: 'Collectivités',
        fonction:
          'Le Directeur général des services, les responsables de services, la personne référente Ctg, des personnes ressources en fonction des sujets',
      },
      {
        libelle: 'Caf',
        organisme: 'caf',
        fonction: 'Les conseillères techniques thématiques, les personnes ressources en fonction des sujets',
      },
      { libelle: 'Partenaires et acteurs de terrain', fonction: 'Le cas échéant' },
      { libelle: 'Représentants de parents, habitants et usagers', fonction: 'Le cas échéant' },
    ],
    regles: [{ mode: 'NON_PRECISEE' }],
  },
]

/** Annexe 5 gives both objects of the evaluation one and the same year. */
const DEPLOIEMENT = {
  texte: 'Elle devra être déployée en 2025 afin de préparer le renouvellement de la CTG.',
  debut: '2025-01-01',
  fin: '2025-12-31',
}

export const evaluations: DossierEcrit['evaluations'] = [
  {
    ref: 'au-fil-des-revues',
    objet: 'Évaluation des actions, lors des revues du plan d’actions',
    periodicite: 'au fur et à mesure de l’avancée de la mise en œuvre de la Ctg, lors des revues du plan d’actions',
    texte:
      'Une évaluation des actions est conduite au fur et à mesure de l’avancée de la mise en œuvre de la Ctg, lors des revues du plan d’actions. Les indicateurs d’évaluation sont déclinés dans le plan, constituant l’annexe 4 de la présente convention. Ils permettent de mesurer l’efficacité des actions mises en œuvre.',
  },
  {
    ref: 'actions',
    objet: 'Évaluation des actions',
    periode: DEPLOIEMENT,
    texte:
      'L’évaluation des actions inscrites dans le plan d’actions produit par le diagnostic territorial partagé, en lien avec les priorités nationales et les enjeux du territoire, […] Cette démarche d’évaluation sera portée par le comité de pilotage et les comités techniques.',
  },
  {
    ref: 'demarche',
    objet: 'Évaluation de la démarche',
    periode: DEPLOIEMENT,
    texte:
      'L’évaluation de la démarche elle-même (gouvernance, dynamiques partenariales...). Cette démarche d’évaluation sera portée par le comité de pilotage et les comités techniques.',
  },
  {
    ref: 'bilan',
    objet: 'Bilan à l’issue de la convention',
    periode: { texte: 'A l’issue de la présente convention' },
    texte:
      'A l’issue de la présente convention, un bilan sera effectué intégrant une évaluation des effets de celle-ci. Cette évaluation devra permettre d’adapter les objectifs en fonction des évolutions constatées.',
  },
]

export const annexes: DossierEcrit['annexes'] = [
  {
    numero: '1',
    titre: 'Diagnostic partagé',
    etat: 'ABSENTE',
    note: 'Le diagnostic partagé est consultable auprès de la communauté d’agglomération ou de la Caf. Les constats sont rappelés dans les fiches actions.',
  },
  {
    numero: '2',
    titre: 'Liste des équipements et services soutenus par la collectivité locale',
    note: 'Suivie de l’arrêté préfectoral n° 2018-344-002 et des statuts de la communauté d’agglomération.',
  },
  {
    numero: '3',
    titre: 'Plan d’actions 2022-2025',
    etat: 'PARTIELLE',
    note: 'Thématique 5, l’animation de la vie sociale : les fiches action feront l’objet d’un avenant au plus tard le 31 mars 2023.',
  },
  { numero: '4', titre: 'Modalités de pilotage stratégique et opérationnel et suivi de la Ctg' },
  { numero: '5', titre: 'Evaluation' },
  {
    numero: '6',
    titre: 'Décisions des conseils',
    etat: 'ABSENTE',
    note: '« Insérer les délibérations » : les délibérations n’ont pas été jointes.',
  },
]
