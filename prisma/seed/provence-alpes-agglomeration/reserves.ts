import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** What the convention does not say, and what was read with a doubt. */

export const lacunes: DossierEcrit['lacunes'] = [
  {
    sujet: 'DELIBERATIONS',
    raison:
      'Les dix délibérations des communes sont citées à la date « XXXX », et l’annexe 6 qui devait les contenir est vide. Seules les délibérations de la Caf (6 décembre 2022) et de la communauté d’agglomération (7 décembre 2022) sont datées.',
  },
  {
    sujet: 'FREQUENCES',
    raison:
      'Ni le comité de pilotage ni le comité technique n’ont de rythme écrit : Copilote ne peut donc signaler aucun retard de réunion.',
  },
  { sujet: 'REUNIONS', raison: 'Le document est la convention et ses annexes : il ne rend compte d’aucune réunion.' },
  {
    sujet: 'PLAN_ACTION',
    raison:
      'Les 8 fiches ne nomment ni pilote, ni porteur, ni statut : tous les statuts sont « à préciser ». La thématique 5, l’animation de la vie sociale, n’a pas de fiche : un avenant était attendu au plus tard le 31 mars 2023, il n’est pas dans le document.',
  },
  {
    sujet: 'INDICATEURS',
    raison:
      'Les 46 lignes d’indicateurs n’ont ni valeur de départ, ni cible, ni source, ni personne chargée de les renseigner, et le document ne donne aucune mesure.',
  },
  {
    sujet: 'ETP',
    raison:
      'Il n’y a pas de schéma de coopération : la fiche 1.1 prévoit d’étudier la possibilité de créer une fonction de chargé de coopération. Seul le référentiel d’emploi est joint, avec un coût indicatif de 48 000 € par ETP.',
  },
  {
    sujet: 'EQUIPEMENTS',
    raison:
      'La liste de l’annexe 2 ne dit ni le gestionnaire, ni le nombre de places, ni le financement de chaque équipement.',
  },
  {
    sujet: 'TERRITOIRE',
    raison:
      'Le diagnostic partagé (annexe 1) n’est pas joint ; il est consultable auprès de la communauté d’agglomération ou de la Caf. La population, les familles et les bassins de vie ne sont donc pas décrits.',
  },
  {
    sujet: 'EVALUATION',
    raison: 'L’évaluation a deux objets et une année, 2025. Sa méthode, sa grille et ses étapes ne sont pas écrites.',
  },
  {
    sujet: 'BUDGET',
    raison:
      'Aucun montant n’est écrit. La Caf s’engage à conserver le montant des financements bonifiés de N-1, et la collectivité à poursuivre son soutien, sans chiffre.',
  },
]

export const reserves: DossierEcrit['reserves'] = [
  {
    cible: { type: 'CONVENTION' },
    champ: 'Date de signature',
    citation: 'Fait à Digne les bains, le 31 octobre 2022',
    lecture: '31 octobre 2022, écrit tel quel',
    raison:
      'La date précède les deux délibérations connues (6 et 7 décembre 2022), que la convention vise pourtant, et suit de dix mois le début de la convention (1er janvier 2022).',
  },
  {
    cible: { type: 'CONVENTION' },
    champ: 'Dénonciation',
    citation:
      'Résiliation par consentement mutuel – La présente convention peut être dénoncée par l’une ou l’autre des parties moyennant un délai de prévenance de 6 mois.',
    lecture: 'Chaque partie peut dénoncer seule, avec 6 mois de prévenance',
    raison:
      'Le titre parle de consentement mutuel, la clause d’une partie seule. L’article 11 fait prévaloir le contenu de la clause sur son titre.',
  },
  {
    cible: { type: 'ANNEXE', ref: '3' },
    champ: 'Annexe des indicateurs (article 9)',
    citation:
      'Les indicateurs d’évaluation sont déclinés dans le plan, constituant l’annexe 4 de la présente convention.',
    lecture: 'Annexe 3',
    raison: 'Le plan d’actions et ses indicateurs sont en annexe 3 ; l’annexe 4 décrit les modalités de pilotage.',
  },
  {
    cible: { type: 'INSTANCE', ref: 'copil' },
    champ: 'Qui décide',
    citation:
      'Valide […] le plan d’action, les indicateurs et les modalités d’évaluation / Propose les plans d’actions ; Propose les indicateurs',
    lecture:
      'Le comité technique propose et le comité de pilotage décide : reporter ou abandonner une fiche-action, changer la cible d’un indicateur',
    raison:
      'L’annexe 4 dit qui propose et qui valide le plan d’action et les indicateurs, sans nommer le report d’une action ni le changement d’une cible. Elle n’attribue à personne les schémas de coopération ni les avenants.',
  },
  {
    cible: { type: 'INSTANCE', ref: 'copil' },
    champ: 'Co-animation',
    citation:
      'Le comité de pilotage sera copiloté par la Caf et la Communauté d’Agglomération Provence Alpes Agglomération.',
    lecture: 'La Caf et la communauté d’agglomération animent le comité de pilotage ensemble',
    raison:
      '« Copiloté » est lu comme « co-animé » : les personnes qui valident le relevé des deux côtés ne sont pas nommées.',
  },
  {
    cible: { type: 'INSTANCE', ref: 'copil' },
    champ: 'Missions',
    citation: 'renforcer la coordination entre les deux partenaires',
    lecture: 'Écrit tel quel',
    raison:
      'Douze organismes signent la convention et deux autres siègent : « deux partenaires » vient sans doute d’un modèle.',
  },
  {
    cible: { type: 'INSTANCE', ref: 'copil' },
    champ: 'Composition',
    citation: 'Ce comité est composé de représentants […] des communes',
    lecture: 'Les communes, sans liste',
    raison:
      'Dix communes signent, quarante-six sont membres de la communauté d’agglomération : le document ne dit pas lesquelles siègent.',
  },
  {
    cible: { type: 'TERRITOIRE' },
    champ: 'Communes couvertes',
    citation: 'TERRITOIRE DE PROVENCE ALPES AGGLOMERATION',
    lecture: 'Les 46 communes de la communauté d’agglomération',
    raison:
      'Dix communes signent, mais l’annexe 2 liste aussi 11 équipements dans six communes qui ne signent pas (Moustiers-Sainte-Marie, Estoublon, Le Castellard-Mélan, Mallemoisson, Montclar, Beynes).',
  },
  {
    cible: { type: 'TERRITOIRE' },
    champ: 'Noms des communes dans les statuts',
    citation: 'L’Escalé ; Peyruls ; Majastros ; Les Hautes Duyes ; Seyne-les-Alpes',
    lecture: 'L’Escale ; Peyruis ; Majastres ; Hautes-Duyes ; Seyne',
    raison: 'Ces noms ne sont pas écrits comme dans la liste officielle des communes.',
  },
  {
    cible: { type: 'TERRITOIRE' },
    champ: 'Date de l’arrêté préfectoral',
    citation: '07 DEC. 2019 – ARRÊTÉ PRÉFECTORAL N° 2018-344-002',
    lecture: '7 décembre 2018',
    raison:
      'Le tampon porte 2019, mais l’arrêté est numéroté en 2018, suit une délibération du 14 novembre 2018 et prend effet au 1er janvier 2019. Le jour est à confirmer aussi : le 344e jour de 2018 est le 10 décembre.',
  },
  {
    cible: { type: 'EQUIPEMENT' },
    champ: 'Château-Arnoux-Saint-Auban',
    citation: '04160 CHATEAU ARNOUX ST AUBAN ; 04600 CHATEAU ARNOUX ST AUBAN ; 04600 CHATEAU ARNOUX-SAINT AUBAN',
    lecture: 'Une seule commune, 04049 Château-Arnoux-Saint-Auban',
    raison:
      'La commune a deux codes postaux et deux écritures dans l’annexe 2. Les codes postaux sont gardés tels quels.',
  },
  {
    cible: { type: 'ENJEU' },
    champ: 'Questions du diagnostic',
    citation:
      '« Le diagnostic a fait émerger les principaux enjeux suivants » (article 4) ; « Le diagnostic a fait émerger les orientations suivantes » (annexe 3)',
    lecture: 'Sept enjeux',
    raison: 'Les sept mêmes questions sont appelées « enjeux » à l’article 4 et « orientations » en annexe 3.',
  },
  {
    cible: { type: 'PLAN' },
    champ: 'Thèmes des thématiques et des fiches',
    lecture:
      'Thématiques 2, 5 et 6 : accès aux droits, vie sociale, logement ; 4 : parentalité. Fiche 3.1 : petite enfance et enfance, jeunesse ; 3.2 : petite enfance ; 3.3 : enfance, jeunesse',
    raison:
      'La convention ne cite pas les quatre thèmes des aides financières d’action sociale (AFAS). Chaque thématique ou fiche a été rapprochée du thème qui porte son nom ; la coordination territoriale n’en a pas.',
  },
  {
    cible: { type: 'FICHE', ref: 'fiche-1-1' },
    champ: 'Calendrier',
    citation: 'La mise en place devra être effective courant 2024.',
    lecture: 'Au plus tard le 31 décembre 2024',
    raison: '« Courant 2024 » ne donne pas de jour : la fin de l’année a été retenue comme échéance.',
  },
  {
    cible: { type: 'INDICATEUR', ref: 'indicateur-1-1-2' },
    champ: 'Nature',
    citation: 'Les participants au groupe de travail',
    lecture: 'Un nombre de participants',
    raison: 'La ligne ne dit pas s’il s’agit de compter les participants ou d’en tenir la liste.',
  },
  {
    cible: { type: 'ETAPE', ref: 'action-2-2-1' },
    champ: 'Titre',
    citation: 'Intensifier le déploiement du « Datamaning » accès aux droits',
    lecture: 'Data mining (exploration de données)',
    raison: 'Le mot « Datamaning » n’existe pas ; il est gardé tel qu’il est écrit.',
  },
  {
    cible: { type: 'ETAPE', ref: 'action-2-2-3' },
    champ: 'Description',
    citation: 'Contacteur ces allocataires afin d’étudier l’ensemble des droits',
    lecture: 'Contacter ces allocataires',
    raison:
      'Le mot est gardé tel qu’il est écrit ; le sens est celui d’une troisième tâche, après « Identifier » et « Cibler ».',
  },
  {
    cible: { type: 'ETAPE', ref: 'action-3-1-2' },
    champ: 'Calendrier',
    citation: 'Dès 2023 […] Printemps 2024 : Organiser un forum des métiers',
    lecture: 'À partir de 2023, sans date de fin',
    raison:
      'L’action réunit un partenariat « dès 2023 », sans fin, et deux échéances au « printemps 2024 », sans jour : aucune date de fin n’a été retenue.',
  },
  {
    cible: { type: 'FICHE', ref: 'fiche-3-2' },
    champ: 'Titre',
    citation: '3.2 – Développer des solutions afin de répondre aux besoins 0-3 ans non couverts',
    lecture: 'Développer des solutions afin de répondre aux besoins des 0-3 ans non couverts',
    raison:
      'Le titre de la fiche et celui des deux listes de fiches diffèrent d’un mot ; celui de la fiche est retenu.',
  },
  {
    cible: { type: 'INDICATEUR', ref: 'indicateur-3-2-4' },
    champ: 'Nature',
    citation: 'La répartition du coût financier entre les familles et les partenaires',
    lecture: 'Des montants, répartis entre les familles et les partenaires (aussi pour l’appel à projets)',
    raison: 'La ligne ne dit pas si la répartition s’exprime en euros ou en pourcentage.',
  },
  {
    cible: { type: 'FICHE', ref: 'fiche-4-1' },
    champ: 'Numéro',
    citation: '4-1 - soutien et accompagnement à la parentalité',
    lecture: '4.1',
    raison: 'Les deux listes de fiches écrivent « 4-1 », la fiche elle-même « 4.1 ».',
  },
  {
    cible: { type: 'EQUIPEMENT', ref: 'equipement-07' },
    champ: 'Adresse',
    citation: 'ROUTE DU / FONT BELLE',
    lecture: 'ROUTE DU, FONT BELLE',
    raison: 'L’adresse est coupée entre deux colonnes : sans doute une seule voie, dont un mot peut manquer.',
  },
  {
    cible: { type: 'PLAN' },
    champ: 'Unités des indicateurs',
    lecture: 'Réunions, participants, ETP, rendez-vous… selon le libellé de chaque ligne',
    raison: 'Le document n’écrit pas d’unité : elle est déduite du libellé.',
  },
]
