import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** What the deck does not say, and what was read with a doubt. */

export const lacunes: DossierEcrit['lacunes'] = [
  {
    sujet: 'PERIODE',
    raison:
      'Le support présente le plan d’action avant la signature : il n’écrit ni début ni fin de convention. Les échéances ne peuvent donc pas être calculées.',
  },
  {
    sujet: 'SIGNATURE',
    raison:
      'Le support est celui du dernier comité de pilotage de préparation : la convention et sa date de signature n’ont pas été transmises.',
  },
  {
    sujet: 'PARTIES',
    raison:
      'Aucun signataire n’est nommé. La CCVA, la Caf et les communes sont citées pour leur rôle dans les actions ou la gouvernance.',
  },
  {
    sujet: 'DELIBERATIONS',
    raison:
      'Le support accompagne un acte de la commune de Bessières du 13 décembre 2023, dont le texte n’a pas été transmis. Aucune autre délibération n’est citée.',
  },
  {
    sujet: 'TERRITOIRE',
    raison: 'Le support ne donne pas la liste des communes : quatre seulement sont nommées, dans l’action 12.',
  },
  {
    sujet: 'REUNIONS',
    raison:
      'Les réunions citées sont celles de la préparation (janvier à novembre 2023), gardées dans la chronologie. Aucune réunion des instances de la convention n’est connue.',
  },
  {
    sujet: 'INDICATEURS',
    raison:
      'Le support est une synthèse : il ne reprend aucun indicateur des fiches-actions complètes, qui n’ont pas été transmises.',
  },
  {
    sujet: 'PLAN_ACTION',
    raison:
      'Chaque action a un titre, des modalités et un pilotage. Contexte, objectifs, public, calendrier et statut sont dans le « document complet de plan d’action », qui n’a pas été transmis.',
  },
  {
    sujet: 'ETP',
    raison: 'Le support cite le chargé de coopération CTG sans quotité, sans employeur et sans répartition.',
  },
  { sujet: 'EQUIPEMENTS', raison: 'Le support ne liste pas les équipements et services soutenus.' },
  { sujet: 'EVALUATION', raison: 'Le support ne décrit pas l’évaluation de la convention.' },
  { sujet: 'BUDGET', raison: 'Aucun montant n’est écrit, ni pour les actions ni pour la coopération.' },
  {
    sujet: 'FIN',
    raison: 'Le support ne dit rien de la fin de la convention, de son renouvellement ni de sa modification.',
  },
]

export const reserves: DossierEcrit['reserves'] = [
  {
    cible: { type: 'CONVENTION' },
    champ: 'Nom',
    citation: 'CTG de la CC de ValAigo ; CCVA',
    lecture: 'CC Val’Aïgo',
    raison: 'Le nom est écrit de deux façons dans le support ; le nom officiel est CC Val’Aïgo.',
  },
  {
    cible: { type: 'ORGANISME', ref: 'caf' },
    champ: 'Caf',
    citation: 'Co-animation : Chargé de coopération CTG / CAF',
    lecture: 'Caf de la Haute-Garonne',
    raison: 'Le département n’est pas écrit : les quatre communes nommées sont en Haute-Garonne.',
  },
  {
    cible: { type: 'ORGANISME', ref: 'bessieres' },
    champ: 'Acte transmis à la préfecture',
    citation: 'ID : 031-213100662-20231213-ADL2023_110-AU',
    lecture: 'Acte 110 du 13 décembre 2023 de la commune de Bessières (SIREN 213100662), transmis le 21 décembre 2023',
    raison:
      'Le numéro désigne une commune et non la communauté de communes. Le support est joint à cet acte ; rien ne dit que la commune signe.',
  },
  {
    cible: { type: 'ORGANISME', ref: 'ccva' },
    champ: 'Note',
    citation:
      'Maintien des services communautaires en matière d’action sociale et d’accès aux droits : CIAS et France Services',
    lecture: 'La CCVA porte le CIAS et France Services',
    raison: 'Déduit d’une modalité de l’axe 5, qui les dit communautaires sans dire qui les porte.',
  },
  {
    cible: { type: 'TERRITOIRE' },
    champ: 'Communes',
    citation: 'Villemur-sur-Tarn ; Bessières ; La Magdelaine-sur-Tarn ; Buzet-sur-Tarn',
    lecture: 'Quatre communes du territoire, sans que la liste soit complète',
    raison: 'Elles sont citées pour leurs projets jeunesse. La communauté de communes en compte neuf.',
  },
  {
    cible: { type: 'INSTANCE', ref: 'copil' },
    champ: 'Qui décide',
    citation: 'Un objectif de pilotage et arbitrage concernant le plan d’action de la CTG',
    lecture: 'Le comité de pilotage décide de reporter ou d’abandonner une action',
    raison:
      'Le support ne dit pas sur quoi porte l’arbitrage. Le comité technique suit le plan et prépare les temps forts, sans qu’il soit écrit qu’il propose ; rien n’est dit des cibles, des ETP ni des avenants.',
  },
  {
    cible: { type: 'REGLE', ref: 'copil' },
    champ: 'Fréquence',
    citation: 'Régularité : annuelle',
    lecture:
      'Une réunion par année civile ; une réunion de plus n’est pas refusée. De même pour la session annuelle du séminaire',
    raison:
      'Le support ne dit ni « au moins », ni « au plus », ni si l’année est civile ou se compte depuis la signature.',
  },
  {
    cible: { type: 'REGLE', ref: 'cotech' },
    champ: 'Fréquence',
    citation: '2 fois par an (préparation du séminaire partenarial et du comité de pilotage)',
    lecture: 'Deux réunions par année civile, l’une avant le séminaire, l’autre avant le comité de pilotage',
    raison: 'Chaque réunion est liée à un temps fort : sa date dépend de celle du séminaire et du comité de pilotage.',
  },
  {
    cible: { type: 'PLAN' },
    champ: 'Enjeu de coordination',
    citation: 'Enjeu à anticiper de coordination entre collectivités',
    lecture: 'Inconnu pour les vingt actions',
    raison:
      'Un pictogramme marque certaines actions. Il est perdu dans le texte du document : les actions marquées sont à relever sur le support d’origine.',
  },
  {
    cible: { type: 'PLAN' },
    champ: 'Titres et numéros des actions',
    citation:
      'Relancer les actions menées par la CCVA dont les ateliers parents enfants / Action 1 : Envisager la relance des actions suspendues qui étaient menées par la CCVA dans l’accompagnement de la parentalité',
    lecture:
      'Le titre est celui du synoptique, qui seul numérote les actions ; celui de la page de l’axe est gardé comme titre court quand il diffère',
    raison:
      'Les deux titres diffèrent pour quatorze actions sur vingt. Le lien entre les deux pages est l’ordre des actions.',
  },
  {
    cible: { type: 'PLAN' },
    champ: 'Thèmes des axes',
    citation: 'Publié le Parentalité ; Publié le Petite enfance ; Publié le jeunesse ; Publié le Accès aux droits',
    lecture:
      'Axe 1 et ses actions : parentalité ; axe 2 : petite enfance ; axe 4 : enfance-jeunesse ; axe 5 : accès aux droits ; axes 3 et 6 : aucun',
    raison:
      'Ces mots sont collés au tampon de la préfecture, en haut de la page de quatre axes. Aucun mot ne reste pour les axes 3 et 6.',
  },
  {
    cible: { type: 'FICHE', ref: 'action-2' },
    champ: 'Pilotage',
    citation: 'CCVA / EPE',
    lecture: 'Écrit tel quel',
    raison: '« EPE » désigne l’espace écoute parents, qui est l’action elle-même, et semble aussi désigner un pilote.',
  },
  {
    cible: { type: 'FICHE', ref: 'action-5' },
    champ: 'Pilotage',
    citation: 'A définir : collectivités',
    lecture: 'Pilote à définir parmi les collectivités',
    raison: 'Le support ne tranche pas.',
  },
  {
    cible: { type: 'FICHE', ref: 'action-9' },
    champ: 'Titre',
    citation: 'Action 9 : Réfléchir renforcement de l’offre d’accueil',
    lecture:
      'Écrit tel quel ; la page de l’axe écrit « Réfléchir au renforcement de l’offre d’accueil du jeune enfant »',
    raison: 'Un mot manque dans le synoptique.',
  },
  {
    cible: { type: 'FICHE', ref: 'action-13' },
    champ: 'Pilotage',
    citation: 'Communes / CCVA : facilitateur ?',
    lecture: 'Communes ; rôle de la CCVA à définir',
    raison: 'Le point d’interrogation est dans le support.',
  },
  {
    cible: { type: 'FICHE', ref: 'action-14' },
    champ: 'Objet',
    citation: 'une offre jeunesse / une offre enfance-jeunesse',
    lecture: 'Offre jeunesse, comme dans le synoptique',
    raison: 'La page de l’axe ajoute l’enfance. Le SIGEP, cité dans une modalité, n’est pas développé.',
  },
  {
    cible: { type: 'FICHE', ref: 'action-18' },
    champ: 'Pilotage',
    citation: 'Selon les modalités',
    lecture: 'Pilote à définir pour chaque modalité ; de même pour les actions 19 et 20',
    raison: 'Aucune modalité de l’axe 6 ne nomme de pilote.',
  },
  {
    cible: { type: 'ETAPE', ref: 'modalite-6-2' },
    champ: 'Communes',
    citation: 'Maintien de l’intervention du RPE sur les 3 communes',
    lecture: 'Écrit tel quel',
    raison: 'Les trois communes ne sont pas nommées.',
  },
  {
    cible: { type: 'ETAPE', ref: 'modalite-12-3' },
    champ: 'Texte',
    citation: 'recrutement d’un animation, ouverture le semaine et pendant les vacances',
    lecture: 'Écrit tel quel ; sans doute « recrutement d’un animateur, ouverture la semaine et pendant les vacances »',
    raison: 'Deux mots sont mal accordés dans le support.',
  },
]
