import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** The three organismes that sign, and the comité de pilotage they set up. */

export const organismes: DossierEcrit['organismes'] = [
  {
    ref: 'caf',
    type: 'CAF',
    nom: 'Caisse d’allocations familiales de la Vienne',
    nomSource: 'La Caisse d’allocations familiales de la Vienne',
    departement: '86',
    adresse: '41 rue du Touffenet CS 40 000 – 86044 POITIERS Cedex 9',
    note: 'Ci-après désignée « La Caf de la Vienne ».',
    signataire: true,
    representants: [
      { civilite: 'Madame', prenom: 'Tania', nom: 'CONCI', fonction: 'Directrice' },
      {
        prenom: 'Marlène',
        nom: 'BOURDIN',
        fonction: 'Présidente',
        designe: false,
        signe: true,
        note: 'Le bloc de signature porte « La Présidente » sans organisme, et la personne n’est pas nommée parmi les parties : rattachement à la Caf à confirmer.',
      },
    ],
  },
  {
    ref: 'msa',
    type: 'MSA',
    nom: 'Mutualité sociale agricole Poitou',
    nomSource: 'La Mutualité Sociale Agricole Poitou',
    departement: '86',
    adresse: '37 rue du Touffenet 86042 POITIERS Cedex',
    note: 'Ci-après dénommée « MSA Poitou ».',
    signataire: true,
    representants: [
      {
        civilite: 'Monsieur',
        prenom: 'Grégoire',
        nom: 'AUGERON',
        fonction: 'Président du conseil d’administration, dûment autorisé',
      },
      { civilite: 'Monsieur', prenom: 'Patrice', nom: 'LEON', fonction: 'Directeur' },
    ],
  },
  {
    ref: 'ca-grand-chatellerault',
    type: 'EPCI',
    nom: 'CA Grand Châtellerault',
    nomSource: 'La Communauté d’Agglomération de Grand Châtellerault',
    siren: '248600413',
    departement: '86',
    adresse: '78 bd Blossac – CS 90 618 – 86106 CHATELLERAULT CEDEX',
    signataire: true,
    representants: [{ civilite: 'Monsieur', prenom: 'Jean-Pierre', nom: 'ABELIN', fonction: 'Président' }],
  },
]

const DEFINIT_LE_PLAN = 'Valide les enjeux, définit les objectifs, le plan d’action et les indicateurs d’évaluation'

export const instances: DossierEcrit['instances'] = [
  {
    ref: 'copil',
    type: 'COPIL',
    nom: 'Comité de pilotage',
    composition:
      'Un comité de pilotage composé de représentants de la CAF et de la communauté de communes. Les parties conviennent, d’un commun accord, que des personnes ressources, en fonction des thématiques repérées, pourront participer à ce comité de pilotage à titre consultatif.',
    animation: 'Co-animé par la CAF et la communauté d’Agglomération de Grand Châtellerault',
    missions: [
      DEFINIT_LE_PLAN,
      'Assure le suivi de la réalisation des objectifs et l’évaluation de la convention',
      'Contribue à renforcer la coordination entre les deux partenaires, dans leurs interventions respectives et au sein des différents comités de pilotage thématiques existants',
      'Veille à la complémentarité des actions et des interventions de chacun des partenaires sur le territoire concerné',
      'Porte une attention particulière aux initiatives et aux innovations ainsi qu’à la mise en œuvre des actions sur le territoire.',
    ],
    competences: [
      { matiere: 'FICHE', pouvoir: 'DECIDE', source: DEFINIT_LE_PLAN },
      { matiere: 'CIBLE', pouvoir: 'DECIDE', source: DEFINIT_LE_PLAN },
    ],
    membres: [
      { libelle: 'Représentants de la CAF', organisme: 'caf', coanimation: true },
      { libelle: 'Représentants de la communauté de communes', organisme: 'ca-grand-chatellerault', coanimation: true },
      { libelle: 'Personnes ressources', fonction: 'En fonction des thématiques repérées', voix: 'CONSULTATIVE' },
    ],
    regles: [{ mode: 'NON_PRECISEE' }],
  },
]

export const evaluations: DossierEcrit['evaluations'] = [
  {
    ref: 'annuelle',
    objet: 'Évaluations annuelles',
    periodicite: 'annuelle',
    texte: 'Des évaluations annuelles seront réalisées sur la base d’indicateurs validés par les deux parties.',
  },
  {
    ref: 'finale',
    objet: 'Évaluation à l’issue de la convention',
    periode: { texte: 'à l’issue de la présente convention' },
    texte:
      'Une évaluation est conduite à l’issue de la présente convention. Cette évaluation, élaborée au sein du comité de pilotage, doit permettre d’adapter les objectifs en fonction des évolutions constatées.',
  },
  {
    ref: 'fonction-cooperation',
    objet: 'Fonction de chargé de coopération',
    periode: { texte: 'au terme de l’engagement pluriannuel' },
    texte: [
      'Les effets de la fonction de coopération sont mesurés au terme de l’engagement pluriannuel. A l’échelon de l’Epci ou de la commune, le suivi et l’évaluation de la fonction de chargé de coopération seront appréciés au regard :',
      '– des attendus et des activités figurant dans le référentiel d’emploi ci-dessous ;',
      '– des objectifs de développement de nouveaux services, de nouveaux partenariats et de nouvelles prises de compétences à l’échelon de l’intercommunalité fixées dans le cadre de la Ctg.',
    ].join('\n'),
  },
]
