import type { DossierEcrit } from '@/lib/dossier/schema/dossier'
import { missionsReference } from '@/prisma/reference/nomenclatures'

/**
 * What the annexe 4 of Vallée des Baux Alpilles and the one of Golfe et étangs say word for word: introduction,
 * bodies, frequencies, missions. Only the spelling slips differ; each dossier keeps its own in its réserves.
 */

type Instances = NonNullable<DossierEcrit['instances']>
type Reserve = NonNullable<DossierEcrit['reserves']>[number]

export const presentationAnnexe4 = [
  'Ces instances de pilotage de la CTG s’appuient sur :',
  '– un comité de pilotage, chargé de l’impulsion et de la prise de décision, mais aussi garant du suivi du plan d’action découlant du diagnostic partagé ; il est composé des principaux acteurs décideurs et financeurs représentés à un niveau politique et stratégique ;',
  '– Ce comité se réunit à minima une fois par an ;',
  '– Des commissions de travail, structurées par thématique ou par territoire autour des principaux objectifs prioritaires du plan d’action ; leur rôle est de développer une expertise thématique et de garantir la planification des actions dans les domaines sectoriels qui les concernent. Elles sont composées des représentants des acteurs locaux et les opérateurs à un niveau technique et engageant une forte expertise.',
  'Mis au service des projets de territoire, les chargés de coopération sont, par leur capacité à mobiliser les expertises et les ressources, de véritables leviers d’aide à la décision des élus et des acteurs du territoire. Ils sont mobilisés notamment au titre du SPPE sur différents aspects :',
  '– l’aide à la décision notamment dans une perspective de transfert ou de prise de compétences des communes ou des intercommunalités sur les champs qui intéressent le déploiement des services sur le territoire ;',
  '– l’animation et la mise en synergie d’un réseau d’acteurs et de soutien aux initiatives des habitants ;',
  '– la mobilisation des dispositifs et ressources mobilisables et en particulier les communautés professionnelles agissant en matière de qualité des équipements et services ;',
  '– la conduite des démarches de diagnostic et d’évaluation.',
  'Véritable stratégie pour animer et faire vivre le projet du territoire, la mobilisation des fonctions de coopération est coconstruite par les signataires de la CTG. Les chargés de coopération sont pleinement mobilisés sur le suivi de la CTG. Ils font le lien entre le Copil CTG et les différentes instances thématiques.',
].join('\n')

/** What annexe 4 says of the evaluation is spread over the duties of three bodies and of the chargés: no one passage. */
export const evaluationAnnexe4 = [
  'L’annexe ne décrit pas l’évaluation ; elle en dit, au fil des missions :',
  '– du comité de pilotage : « S’assurer du suivi de la démarche évaluative tout au long du déroulement. » ;',
  '– du comité technique : « Contribuer et garantir la mise en place de la démarche évaluative » ;',
  '– du groupe projet : « Piloter le diagnostic et l’évaluation », « Réaliser le rapport d’activités annuel » ;',
  '– des chargés de coopération : « Evaluation en continu des actions et la démarche projet ».',
].join('\n')

/** Five bodies; the refs are the same in both conventions. `caf` is the ref of the Caf. */
export const instancesAnnexe4: Instances = [
  {
    ref: 'copil',
    type: 'COPIL',
    nom: 'Comité de pilotage',
    composition: [
      'Représentants politiques et stratégiques (signataires) (décideurs et financeurs)',
      'Il est composé des principaux acteurs décideurs et financeurs représentés à un niveau politique et stratégique.',
    ].join('\n'),
    missions: [
      'Suivre l’avancée de la convention et valider les ajustements',
      'Veiller à sa mise en œuvre progressive et son actualisation régulière',
      'S’assurer du suivi de la démarche évaluative tout au long du déroulement.',
      'Veiller à la bonne articulation entre la CTG et les autres politiques et dispositifs mis en œuvre sur le territoire en lien avec le SDSF',
    ],
    competences: [
      { matiere: 'FICHE', pouvoir: 'DECIDE', source: 'Suivre l’avancée de la convention et valider les ajustements' },
    ],
    membres: [
      { libelle: 'Représentants politiques et stratégiques (signataires)', fonction: 'Décideurs et financeurs' },
    ],
    regles: [
      {
        mode: 'MINIMUM',
        minimum: 1,
        periode: 'AN_CIVIL',
        source: 'Ce comité se réunit à minima une fois par an ; Se réunit à minima 1 fois par an',
      },
    ],
  },
  {
    ref: 'cotech',
    type: 'COTECH',
    nom: 'Comité technique',
    composition: 'Représentants stratégiques (signataires)',
    missions: [
      'Suivre l’état d’avancement du plan d’actions et proposer les ajustements nécessaires',
      'Veiller aux moyens financiers et techniques mobilisés',
      'Valider les éléments : résultats, facteurs de réussite, difficultés et perspectives à présenter au Comité de pilotage',
      'Contribuer et garantir la mise en place de la démarche évaluative',
    ],
    competences: [
      {
        matiere: 'FICHE',
        pouvoir: 'PROPOSE',
        source: [
          'Suivre l’état d’avancement du plan d’actions et proposer les ajustements nécessaires',
          'Valider les éléments : résultats, facteurs de réussite, difficultés et perspectives à présenter au Comité de pilotage',
        ].join(' ; '),
      },
    ],
    membres: [{ libelle: 'Représentants stratégiques (signataires)' }],
    regles: [
      { mode: 'FOURCHETTE', minimum: 1, maximum: 2, periode: 'AN_CIVIL', source: 'Se réunit 1 à 2 fois par an' },
    ],
  },
  {
    ref: 'groupe-projet',
    type: 'GROUPE_PROJET',
    nom: 'Groupe projet',
    composition: [
      'Instance de coopération opérationnelle',
      'Représentants opérationnels (Chargé de coopération, personnes ressources CTG, Chargé de mission Caf)',
    ].join('\n'),
    missions: [
      'Assurer le pilotage opérationnel, le suivi des réalisations, l’animation et la communication des actions',
      'Participer à la coordination entre les acteurs',
      'Animer les dynamiques territoriales et/ou partenariales en appui et en ingénierie',
      'Organiser les réunions du Comité de Pilotage et du Comité Technique, notamment en préparant les supports nécessaires',
      'Piloter le diagnostic et l’évaluation',
      'Réaliser le rapport d’activités annuel',
    ],
    membres: [
      { libelle: 'Chargé de coopération' },
      { libelle: 'Personnes ressources CTG' },
      { libelle: 'Chargé de mission Caf', organisme: 'caf' },
    ],
    regles: [
      { mode: 'MOYENNE', moyenne: 1, periode: 'MOIS', source: 'Se réunit 1 fois tous les mois en moyenne avec la CAF' },
    ],
  },
  {
    ref: 'rencontre-cdc',
    type: 'RENCONTRE',
    nom: 'Rencontre CDC',
    parent: 'groupe-projet',
    membres: [{ libelle: 'Chargés de coopération (CDC)' }],
    regles: [{ mode: 'MINIMUM', minimum: 2, periode: 'MOIS', aConfirmer: true, source: 'Rencontre CDC bimensuelle' }],
  },
  {
    ref: 'commissions',
    type: 'COMMISSION',
    nom: 'Commissions de travail',
    composition: [
      'Représentants : acteurs locaux, institutionnels, opérateurs, gestionnaires de services',
      'Structurées par thématique ou par territoire autour des principaux objectifs prioritaires du plan d’action.',
      'Elles sont composées des représentants des acteurs locaux et les opérateurs à un niveau technique et engageant une forte expertise.',
    ].join('\n'),
    missions: [
      'Développer une expertise thématique',
      'Garantir la planification des actions et des moyens à mettre en œuvre',
      'A structurer autour des objectifs prioritaires du plan d’actions',
    ],
    membres: [
      { libelle: 'Acteurs locaux' },
      { libelle: 'Institutionnels' },
      { libelle: 'Opérateurs' },
      { libelle: 'Gestionnaires de services' },
    ],
    regles: [{ mode: 'NON_PRECISEE' }],
  },
]

/** « Les missions confiées aux chargés de coopération CTG »: 4 blocks, 12 missions, those of the reference list. */
export const missionsAnnexe4: NonNullable<DossierEcrit['missions']> = [...missionsReference]

/** Who decides: the annexe names the adjustments, and says of what for none of them. */
export const reserveCompetences: Reserve = {
  cible: { type: 'INSTANCE', ref: 'copil' },
  champ: 'Qui décide',
  citation:
    'Suivre l’avancée de la convention et valider les ajustements ; Suivre l’état d’avancement du plan d’actions et proposer les ajustements nécessaires',
  lecture: 'Le comité technique propose de reporter ou d’abandonner une fiche-action, le comité de pilotage en décide',
  raison:
    'L’annexe ne dit pas ce que sont « les ajustements ». Elle n’attribue à personne les cibles des indicateurs, la répartition des ETP ni les avenants : la convention peut le régler dans la gouvernance.',
}

/** Readings of the frequencies that need a person of the territory; the sentences are the same in both annexes. */
export const reservesFrequences: Reserve[] = [
  {
    cible: { type: 'REGLE', ref: 'groupe-projet' },
    champ: 'Fréquence',
    citation: 'Se réunit 1 fois tous les mois en moyenne avec la CAF',
    lecture: 'Une moyenne d’une réunion par mois, jugée sur douze mois glissants',
    raison:
      'La moyenne n’a pas de période écrite. Un mois sans réunion n’est pas un retard si les douze derniers mois en comptent douze.',
  },
  {
    cible: { type: 'REGLE', ref: 'rencontre-cdc' },
    champ: 'Fréquence',
    citation: 'Rencontre CDC bimensuelle',
    lecture: 'Deux rencontres par mois (24 par an), au sens littéral',
    raison:
      '« Bimensuelle » veut dire deux fois par mois ; on l’écrit souvent pour « bimestrielle », une fois tous les deux mois (6 par an). Le mot est lu à la lettre, sans conversion : à confirmer par les chargés de coopération.',
  },
  {
    cible: { type: 'INSTANCE', ref: 'rencontre-cdc' },
    champ: 'Place et composition',
    citation: 'Se réunit 1 fois tous les mois en moyenne avec la CAF / Rencontre CDC bimensuelle',
    lecture:
      'Une rencontre des chargés de coopération entre eux, à l’intérieur du groupe projet, avec son propre rythme',
    raison:
      'La ligne est écrite parmi celles du groupe projet. La Caf y est nommée pour la réunion mensuelle, pas pour cette rencontre.',
  },
]
