import type { DossierEcrit } from '@/lib/dossier/schema/dossier'
import { reserveCompetences, reservesFrequences } from '@/prisma/seed/communs-annexe4'

/** What the scanned annexe 4 does not say, and what was read with a doubt. */

export const lacunes: DossierEcrit['lacunes'] = [
  {
    sujet: 'PERIODE',
    raison:
      'L’annexe 4 n’écrit ni début ni fin de convention ; sa seule date est l’effectif « existant en 2025 ». Les échéances ne peuvent donc pas être calculées.',
  },
  {
    sujet: 'SIGNATURE',
    raison:
      'Seule l’annexe 4 est connue : la convention elle-même, avec sa date et son lieu de signature, n’a pas été transmise.',
  },
  {
    sujet: 'PARTIES',
    raison:
      'L’annexe parle des « signataires » sans les nommer. Deux communes sont citées pour leurs ETP : rien ne dit si elles signent.',
  },
  { sujet: 'DELIBERATIONS', raison: 'L’annexe 4 ne cite aucune délibération.' },
  {
    sujet: 'TERRITOIRE',
    raison:
      'L’annexe ne donne ni la liste des communes ni l’intercommunalité. Fos-sur-Mer et Istres ne sont connues que par leurs développements d’ETP.',
  },
  {
    sujet: 'FREQUENCES',
    raison:
      'Les commissions de travail n’ont pas de rythme écrit (« par thématique ou par territoire ») : Copilote ne signale aucun retard pour elles.',
  },
  {
    sujet: 'REUNIONS',
    raison:
      'L’annexe 4 fixe les rythmes mais ne rend compte d’aucune réunion. Celles qui se tiennent s’ajoutent dans la gouvernance.',
  },
  {
    sujet: 'PLAN_ACTION',
    raison:
      'L’annexe 4 ne contient aucune fiche-action : elle renvoie au « plan d’action découlant du diagnostic partagé », qui n’a pas été transmis.',
  },
  { sujet: 'INDICATEURS', raison: 'Sans fiche-action, aucun indicateur : l’annexe 4 n’en écrit pas.' },
  {
    sujet: 'ETP',
    raison:
      'Les 3,1 ETP existants ne sont répartis ni par commune ni par thématique : seul le développement l’est (0,2 à Fos-sur-Mer, 0,5 à Istres). « L’affectation thématique de chaque CDC sera à préciser. » Les personnes en poste ne sont pas nommées.',
  },
  {
    sujet: 'EQUIPEMENTS',
    raison: 'La liste des équipements et services relève d’une autre annexe, qui n’a pas été transmise.',
  },
  {
    sujet: 'EVALUATION',
    raison: 'La démarche évaluative est confiée aux instances, sans calendrier, sans grille et sans questions.',
  },
  { sujet: 'BUDGET', raison: 'Les ETP sont « cofinancés par la Caf » : aucun montant ni taux n’est écrit.' },
  {
    sujet: 'FIN',
    raison: 'L’annexe 4 ne dit rien de la fin de la convention, de son renouvellement ni de sa modification.',
  },
]

export const reserves: DossierEcrit['reserves'] = [
  {
    cible: { type: 'CONVENTION' },
    champ: 'Nom',
    citation: 'SUIVI de la CTG Golfe et des etangs',
    lecture: 'CTG Golfe et étangs',
    raison: 'Le nom est écrit une seule fois, sans accent, et « Golfe et des étangs » n’est pas une tournure complète.',
  },
  {
    cible: { type: 'CONVENTION' },
    champ: 'Lecture du document',
    citation: 'chargé de I’impulsion ; lls sont mobilisés ; mise en ceuvre ; difféerentes ; 4 préciser',
    lecture: 'chargé de l’impulsion ; Ils sont mobilisés ; mise en œuvre ; différentes ; à préciser',
    raison:
      'Le texte vient d’une reconnaissance de caractères : lettres confondues et accents perdus (« a » pour « à ») ont été rétablis, sans changer de mot.',
  },
  {
    cible: { type: 'ORGANISME', ref: 'caf' },
    champ: 'Caf',
    citation: 'chargés de coopération (CDC) cofinancés par la Caf',
    lecture: 'Caf des Bouches-du-Rhône',
    raison: 'Le département n’est pas écrit : Fos-sur-Mer et Istres sont dans les Bouches-du-Rhône.',
  },
  {
    cible: { type: 'TERRITOIRE' },
    champ: 'Communes',
    citation: '+ 0,2 ETP a Fos Sur Mer ; + 0,5 ETP a Istres',
    lecture: 'Fos-sur-Mer et Istres font partie du territoire',
    raison: 'Aucune liste de communes n’est donnée : le territoire en compte sans doute d’autres.',
  },
  {
    cible: { type: 'INSTANCE', ref: 'copil' },
    champ: 'Composition',
    citation: 'il est composé de des principaux acteurs décideurs et financeurs',
    lecture: 'Il est composé des principaux acteurs décideurs et financeurs',
    raison: 'Un mot est de trop, ou un mot manque entre « de » et « des » (« de représentants des », par exemple).',
  },
  {
    cible: { type: 'INSTANCE' },
    champ: 'Missions, composition et fréquence des quatre instances',
    citation:
      'Comité de pilotage / Comité technique / Groupe projet Instance de coopération opérationnelle / Commissions de travail',
    lecture: 'Chaque bloc de missions est rattaché à l’instance dont il parle, dans l’ordre des noms',
    raison:
      'Dans le texte, les quatre noms viennent d’abord et leurs missions ensuite. Le rattachement suit le contenu et l’ordre ; il est le même que dans l’annexe 4 de la Vallée des Baux Alpilles, rédigée mot pour mot de la même façon.',
  },
  reserveCompetences,
  {
    cible: { type: 'REGLE', ref: 'copil' },
    champ: 'Année de compte',
    citation: 'Se réunit a minima 1 fois par an',
    lecture: 'Au moins une réunion par année civile ; de même pour « 1 à 2 fois par an » du comité technique',
    raison: 'L’annexe ne dit pas si l’année est civile ou se compte depuis la signature.',
  },
  ...reservesFrequences,
  {
    cible: { type: 'SCHEMA', ref: 'pilotage-du-projet-de-territoire' },
    champ: 'Thèmes AFAS',
    citation: 'Fetite enfancednciusion / Enfance//eunesse / e v socimie / numérique, interventions sociales, logement',
    lecture:
      'Les quatre thèmes AFAS : petite enfance/inclusion ; enfance/jeunesse ; parentalité ; accès aux droits, animation de la vie sociale, numérique, interventions sociales, logement',
    raison:
      'La liste est presque illisible dans le texte. Elle est déduite de celle de l’annexe 4 de la Vallée des Baux Alpilles.',
  },
  {
    cible: { type: 'SCHEMA', ref: 'pilotage-du-projet-de-territoire' },
    champ: 'Total',
    citation: '3,80 ETP ; Effectif total : 3.8 ETP',
    lecture: '3,8 ETP : 3,1 existants et 0,7 de développement',
    raison: 'Le même total est écrit avec une virgule puis avec un point.',
  },
  {
    cible: { type: 'SCHEMA', ref: 'pilotage-du-projet-de-territoire' },
    champ: 'État et période',
    citation: 'Effectif existant en 2025 : 3,1 ETP ; Développement de 0,7 ETP répartis',
    lecture: 'Proposé, sans dates',
    raison: 'L’annexe ne dit ni si l’effectif total est validé, ni à partir de quand les développements comptent.',
  },
]
