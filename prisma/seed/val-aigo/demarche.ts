import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/**
 * How the plan was made, as the deck tells it. These are steps of the making, before the instances
 * of the convention existed: none of them is a meeting of these instances.
 */
export const jalons: DossierEcrit['jalons'] = [
  {
    titre: 'Phase 1 – Elaboration du diagnostic social de territoire partagé',
    periode: { texte: 'Janvier – Avril 2023', debut: '2023-01-01', fin: '2023-04-30' },
    etapes: [
      'Comité de pilotage de lancement',
      'Entretiens stratégiques avec les maires',
      'Rédaction du portrait statistique (recueil de données, cartographies)',
      'Entretiens avec les services et partenaires',
      'Enquête à destination des familles',
      'Échange avec les jeunes sous format micro-trottoirs',
      'Séminaire partenarial de partage des enjeux',
      'Comité technique puis comité de pilotage de restitution des enjeux du diagnostic',
    ],
  },
  {
    titre: 'Phase 2 – Définition des orientations du projet social',
    periode: { texte: 'Mai - Juillet 2023', debut: '2023-05-01', fin: '2023-07-31' },
    etapes: [
      'Validation par les élus des enjeux identifiés pour la CTG',
      'Comité technique de point d’étape',
      'Rédaction d’une première arborescence du plan d’action',
    ],
  },
  {
    titre: 'Phase 3 – Construction du plan d’action opérationnel',
    periode: { texte: 'Août – Décembre 2023', debut: '2023-08-01', fin: '2023-12-31' },
    etapes: [
      'Comité technique de stabilisation',
      'Séminaire partenarial de co-construction des actions',
      'Rédaction des fiches-actions',
      'Comité technique de stabilisation',
      'Restitution en comité de pilotage',
      'Communication autour du plan d’action',
    ],
  },
  {
    titre: 'Le séminaire partenarial de co-construction des actions',
    texte: [
      'Un séminaire partenarial en format « world café » 2h30, répartition des participants en 4 stands.',
      'Un arbitrage posé pour ne convier à ce séminaire que les services de la CC et des communes (y compris associations gestionnaires)',
      'Les objectifs :',
      '– Mobiliser les services et partenaires',
      '– S’approprier les orientations fixées par les élus',
      '– Décliner les propositions d’action en premières fiches-actions partagées',
    ].join('\n'),
    periode: { texte: '5 octobre 2023', debut: '2023-10-05', fin: '2023-10-05' },
    etapes: [
      'Introduction en plénière',
      'Répartition des participants en 4 stands',
      'Les stands reprendront l’intitulé des orientations',
      'Contribution par les participants de premières fiches-actions',
      'Restitution des actions travaillées en plénière',
    ],
  },
  {
    titre: 'Comité de pilotage final',
    texte: 'Ordre du jour',
    periode: { texte: '30 novembre 2023', debut: '2023-11-30', fin: '2023-11-30' },
    etapes: ['Point d’étape de la démarche', 'Validation du plan d’action', 'Gouvernance de la CTG'],
  },
]

export const documents: DossierEcrit['documents'] = [
  {
    titre: 'Comité de pilotage final – CTG de la CC de ValAigo – 30 novembre 2023',
    nature: 'Support de comité de pilotage',
    reference: '031-213100662-20231213-ADL2023_110-AU',
    date: '2023-12-21',
    note: 'Envoyé et reçu en préfecture le 21/12/2023.',
  },
]
