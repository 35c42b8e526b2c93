import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** What the convention does not say, and what was read with a doubt. */

export const lacunes: DossierEcrit['lacunes'] = [
  {
    sujet: 'DELIBERATIONS',
    raison:
      'La convention ne cite aucune délibération autorisant la signature, ni pour la Caf, ni pour la MSA, ni pour la communauté d’agglomération.',
  },
  {
    sujet: 'GOUVERNANCE',
    raison:
      'La convention ne crée qu’un comité de pilotage : ni comité technique, ni groupe projet. Elle évoque « les différents comités de pilotage thématiques existants » sans les nommer.',
  },
  {
    sujet: 'FREQUENCES',
    raison:
      'La convention ne fixe aucun rythme de réunion au comité de pilotage : Copilote ne peut donc signaler aucun retard.',
  },
  { sujet: 'REUNIONS', raison: 'Le document est la convention signée : il ne rend compte d’aucune réunion.' },
  {
    sujet: 'PLAN_ACTION',
    raison:
      'La convention a été signée sans fiche-action. Le plan d’action devait être co-construit au cours de l’année 2020 ; il n’est pas dans le document.',
  },
  {
    sujet: 'INDICATEURS',
    raison:
      'Aucun indicateur n’est écrit : ils devaient être validés par le comité de pilotage. Toute donnée transmise par la Caf devra porter la mention « Source CAF de la Vienne » (article 5).',
  },
  {
    sujet: 'ETP',
    raison:
      'La convention estime la fonction de coopération à 1 ETP réparti entre deux charges. Elle ne dit ni quelle collectivité emploie, ni comment l’ETP se répartit entre communes ou entre thématiques, ni si le poste est pourvu.',
  },
  {
    sujet: 'EQUIPEMENTS',
    raison:
      'La convention n’a pas d’annexe des équipements et services soutenus : ses deux annexes portent sur le poste de coopération et sur la fin des Contrats Enfance Jeunesse.',
  },
  {
    sujet: 'EVALUATION',
    raison:
      'Des évaluations annuelles et une évaluation finale sont prévues, sans calendrier, sans grille et sans indicateurs.',
  },
  {
    sujet: 'BUDGET',
    raison:
      'Aucun montant n’est écrit, sauf le coût indicatif d’un ETP (48 000 €). Le niveau de prise en charge par la Caf est renvoyé à une négociation avec la collectivité.',
  },
  {
    sujet: 'FIN',
    raison: 'La convention ne dit ni si elle peut être reconduite, ni si une mise en demeure précède sa résiliation.',
  },
]

export const reserves: DossierEcrit['reserves'] = [
  {
    cible: { type: 'ORGANISME', ref: 'caf' },
    champ: 'Signataire Marlène BOURDIN',
    citation: 'La Présidente Marlène BOURDIN',
    lecture: 'Présidente du conseil d’administration de la Caf de la Vienne',
    raison:
      'Le bloc de signature ne nomme pas l’organisme, et cette personne n’est pas citée parmi les parties. La MSA a déjà son président et la communauté d’agglomération le sien : il reste la Caf.',
  },
  {
    cible: { type: 'CONVENTION' },
    champ: 'Début de la convention',
    citation: 'à compter de la date de signature figurant ci-dessous jusqu’au 31 décembre 2024 inclus',
    lecture: 'Du 31 décembre 2019 au 31 décembre 2024',
    raison:
      'La date de début n’est pas écrite : c’est celle de la signature. La convention couvre donc un jour de 2019 puis les années 2020 à 2024.',
  },
  {
    cible: { type: 'CONVENTION' },
    champ: 'Article 3',
    citation: 'Article 3 : Engagements des partenaires',
    lecture: 'L’article 3 commence à « Les partenaires s’engagent à mettre en œuvre les moyens nécessaires… »',
    raison: 'Le titre de l’article 3 est au sommaire mais manque dans le corps du texte.',
  },
  {
    cible: { type: 'INSTANCE', ref: 'copil' },
    champ: 'Qui décide',
    citation:
      'Valide les enjeux, définit les objectifs, le plan d’action et les indicateurs d’évaluation ; Toute modification fera l’objet d’un avenant par les parties.',
    lecture:
      'Le comité de pilotage décide de reporter ou d’abandonner une fiche-action, et de changer la cible d’un indicateur',
    raison:
      'La convention dit qui définit le plan d’action et les indicateurs, sans nommer le report d’une action ni le changement d’une cible. Les avenants sont l’affaire des parties ; la répartition des ETP n’est attribuée à aucune instance.',
  },
  {
    cible: { type: 'INSTANCE', ref: 'copil' },
    champ: 'Composition',
    citation: 'un comité de pilotage composé de représentants de la CAF et de la communauté de communes',
    lecture: 'Représentants de la Caf et de la communauté d’agglomération Grand Châtellerault',
    raison:
      'L’intercommunalité est une communauté d’agglomération, et la MSA, qui signe, n’est pas citée : la formule vient sans doute d’un modèle. La place de la MSA au comité de pilotage est à confirmer.',
  },
  {
    cible: { type: 'INSTANCE', ref: 'copil' },
    champ: 'Missions',
    citation: 'renforcer la coordination entre les deux partenaires',
    lecture: 'Écrit tel quel',
    raison: 'Trois organismes signent la convention : « deux partenaires » vient sans doute d’un modèle.',
  },
  {
    cible: { type: 'EVALUATION', ref: 'annuelle' },
    champ: 'Validation des indicateurs',
    citation: 'sur la base d’indicateurs validés par les deux parties',
    lecture: 'Écrit tel quel',
    raison:
      'Trois organismes signent la convention : il faut confirmer qui valide les indicateurs, et si la MSA en est.',
  },
  {
    cible: { type: 'PLAN' },
    champ: 'Ordre des axes',
    citation:
      'Liste de l’article 2 : accès aux droits ; services aux familles ; offre résidentielle ; animation de la vie sociale',
    lecture:
      'Numéros du corps du texte : 1 accès aux droits, 2 offre résidentielle, 3 animation de la vie sociale, 4 services aux familles',
    raison:
      'La liste de l’article 2 et le corps du texte ne suivent pas le même ordre ; seul le corps du texte numérote les axes. L’ordre de la liste est gardé dans les enjeux.',
  },
  {
    cible: { type: 'PLAN' },
    champ: 'Calendrier du plan d’action',
    citation:
      '« L’année 2020 permettra d’établir […] un plan d’actions » ; « dès le premier semestre 2020 d’organiser des groupes de travail » ; « un plan d’action qui sera co-construit au cours du deuxième semestre 2020 »',
    lecture:
      'Groupes de travail à partir du premier semestre 2020, plan co-construit au deuxième semestre, établi dans l’année 2020',
    raison: 'Trois passages annoncent le plan d’action avec trois calendriers différents.',
  },
  {
    cible: { type: 'PLAN' },
    champ: 'Thèmes des axes',
    lecture:
      'Axes 1 à 3 : accès aux droits, vie sociale, logement ; 4.1 : petite enfance ; 4.2 et 4.3 : enfance, jeunesse ; 4.4 : parentalité',
    raison:
      'La convention ne cite pas les quatre thèmes des aides financières d’action sociale (AFAS). Chaque thématique a été rapprochée du thème qui porte son nom.',
  },
  {
    cible: { type: 'TERRITOIRE' },
    champ: 'Liste des communes',
    citation: 'La Bussière ; St Pierre de Maillé (annexe 2)',
    lecture: 'Les 47 communes de l’annexe 2, telles qu’elles sont écrites',
    raison:
      'L’annexe 2 cite La Bussière et Saint-Pierre-de-Maillé, qui relèvent aujourd’hui de la communauté de communes Vienne et Gartempe, et ne cite ni Orches ni Sossais, qui sont membres de la communauté d’agglomération. Les deux listes comptent 47 communes, dont 45 en commun.',
  },
  {
    cible: { type: 'COMMUNE', ref: '86257' },
    champ: 'Nom',
    citation: 'Savigné Sous Faye',
    lecture: 'Savigny-sous-Faye',
    raison:
      'Aucune commune ne s’appelle Savigné-sous-Faye ; Savigny-sous-Faye est membre de la communauté d’agglomération.',
  },
  {
    cible: { type: 'COMMUNE', ref: '86143' },
    champ: 'Nom',
    citation: 'Maire',
    lecture: 'Mairé',
    raison: 'Le nom est écrit sans accent ; Mairé est membre de la communauté d’agglomération.',
  },
  {
    cible: { type: 'TERRITOIRE' },
    champ: 'Allocataires',
    citation: '38 455 ménages dénombrés et 15 189 allocataires',
    lecture: '15 189 allocataires',
    raison:
      'Les habitants et les ménages ont une source (Insee, 2016) ; le nombre d’allocataires n’en a pas, ni de date.',
  },
  {
    cible: { type: 'ANNEXE', ref: '2' },
    champ: 'Annexe 2',
    citation: '(En attente des modalités de conventionnements Cnaf/et livraison modèles de conventions nationales)',
    lecture: 'Chaque commune entre à la fin de son Contrat Enfance Jeunesse : 31/12/2019 ou 31/12/2020',
    raison:
      'L’annexe donne la fin des contrats, en attendant des modèles nationaux : l’entrée effective des communes est à confirmer.',
  },
  {
    cible: { type: 'SCHEMA', ref: 'schema-2020-2024' },
    champ: 'Total et période',
    citation: 'cette fonction est estimée à 1 ETP',
    lecture: '1 ETP convenu pour la durée de la convention',
    raison:
      'L’ETP est « estimé » et n’a pas de période propre. Il est dans une convention signée : il est lu comme validé, sur la durée de la convention.',
  },
]
