import type { DossierEcrit } from '@/lib/dossier/schema/dossier'
import { reserveCompetences, reservesFrequences } from '@/prisma/seed/communs-annexe4'

/** What annexe 4 does not say, and what was read with a doubt. */

export const lacunes: DossierEcrit['lacunes'] = [
  {
    sujet: 'SIGNATURE',
    raison:
      'Seule l’annexe 4 est connue : la convention elle-même, avec sa date et son lieu de signature, n’a pas été transmise.',
  },
  {
    sujet: 'PARTIES',
    raison:
      'L’annexe parle des « signataires » sans les nommer. Les communes et la CCVBA sont connues par la répartition des ETP : rien ne dit lesquelles signent.',
  },
  { sujet: 'DELIBERATIONS', raison: 'L’annexe 4 ne cite aucune délibération.' },
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
      'Les ETP sont donnés par commune et par thématique, sans tableau croisé : les 1,2 ETP de Saint-Rémy-de-Provence couvrent quatre thématiques sans partage écrit. Les personnes en poste ne sont pas nommées, ni l’opérateur extérieur. « L’affectation thématique de chaque CDC sera à préciser. »',
  },
  {
    sujet: 'EQUIPEMENTS',
    raison: 'La liste des équipements et services relève d’une autre annexe, qui n’a pas été transmise.',
  },
  {
    sujet: 'EVALUATION',
    raison: 'La démarche évaluative est confiée aux instances, sans calendrier, sans grille et sans questions.',
  },
  {
    sujet: 'BUDGET',
    raison:
      'Les ETP sont « cofinancés par la Caf » et le poste global « co-financé par les communes » : aucun montant ni taux n’est écrit.',
  },
  {
    sujet: 'FIN',
    raison: 'L’annexe 4 ne dit rien de la fin de la convention, de son renouvellement ni de sa modification.',
  },
]

export const reserves: DossierEcrit['reserves'] = [
  {
    cible: { type: 'CONVENTION' },
    champ: 'Début et fin de la convention',
    citation: 'Répartition communale du schéma de coopération CTG VBA 2026-2030',
    lecture: 'Du 1er janvier 2026 au 31 décembre 2030 ; la CTG précédente, du 1er janvier 2022 au 31 décembre 2025',
    raison:
      'Seules les années sont écrites. Les jours de début et de fin sont ceux de la convention, qui n’a pas été transmise.',
  },
  {
    cible: { type: 'ORGANISME', ref: 'caf' },
    champ: 'Caf',
    citation: '3.1 ETP Chargés de coopération (CDC) CTG cofinancés par la Caf',
    lecture: 'Caf des Bouches-du-Rhône',
    raison: 'L’annexe écrit « la Caf » sans son département : les dix communes sont toutes dans les Bouches-du-Rhône.',
  },
  {
    cible: { type: 'TERRITOIRE' },
    champ: 'Communes et intercommunalité',
    citation: 'CCVBA',
    lecture: 'Communauté de communes Vallée des Baux-Alpilles et ses dix communes',
    raison:
      'Le sigle n’est pas développé. Les dix communes du tableau sont exactement les dix membres de cette communauté de communes.',
  },
  {
    cible: { type: 'COMMUNE', ref: '13038' },
    champ: 'Nom',
    citation: 'Fontvielle',
    lecture: 'Fontvieille',
    raison: 'Le nom officiel de la commune est Fontvieille.',
  },
  {
    cible: { type: 'COMMUNE', ref: '13057' },
    champ: 'Nom',
    citation: 'Mas Blanc Les Alpilles',
    lecture: 'Mas-Blanc-des-Alpilles',
    raison: 'Aucune commune ne s’appelle Mas-Blanc-les-Alpilles ; Mas-Blanc-des-Alpilles est membre de la CCVBA.',
  },
  {
    cible: { type: 'INSTANCE', ref: 'copil' },
    champ: 'Composition',
    citation: 'il est composé de des principaux acteurs décideurs et financeurs',
    lecture: 'Il est composé des principaux acteurs décideurs et financeurs',
    raison: 'Un mot est de trop, ou un mot manque entre « de » et « des » (« de représentants des », par exemple).',
  },
  reserveCompetences,
  {
    cible: { type: 'REGLE', ref: 'copil' },
    champ: 'Année de compte',
    citation: 'Se réunit à minima 1 fois par an',
    lecture: 'Au moins une réunion par année civile ; de même pour « 1 à 2 fois par an » du comité technique',
    raison: 'L’annexe ne dit pas si l’année est civile ou se compte depuis la signature.',
  },
  ...reservesFrequences,
  {
    cible: { type: 'SCHEMA', ref: 'schema-2022-2025' },
    champ: 'Convention de rattachement et état',
    citation: 'Schéma CTG VBA 2022-2025',
    lecture: 'Schéma de la CTG précédente, clos ; jamais additionné aux deux autres',
    raison: 'Le tableau est celui de la CTG 2026-2030 ; la première colonne porte sur une période qui la précède.',
  },
  {
    cible: { type: 'AFFECTATION', ref: 'schema-2022-2025' },
    champ: 'Aureille',
    citation: '0,2 ETP jamais pourvu',
    lecture: '0,2 ETP convenu et non pourvu : 3,1 ETP pourvus sur 3,3',
    raison: 'Le total de 3,3 compte ces 0,2 ETP. Les autres lignes ne disent pas si le poste est pourvu.',
  },
  {
    cible: { type: 'AFFECTATION', ref: 'schema-2022-2025' },
    champ: 'CCVBA',
    citation: 'Néant',
    lecture: 'Aucun chiffre, ce qui n’est pas un zéro convenu',
    raison: 'Le tableau écrit « Néant » ici et « 0 » dans les deux colonnes suivantes.',
  },
  {
    cible: { type: 'AFFECTATION', ref: 'schema-2022-2025' },
    champ: 'Global',
    citation: '1 ETP porté par la ville de Saint-Rémy-de-Provence',
    lecture: 'Une ligne à part : elle ne s’ajoute pas aux 0,7 ETP de la ligne Saint-Rémy-de-Provence',
    raison:
      'La commune qui porte le poste n’est pas la seule servie ; le total de 3,3 ETP n’est juste que si les deux lignes restent distinctes.',
  },
  {
    cible: { type: 'SCHEMA', ref: 'schema-2026' },
    champ: 'État',
    citation: 'Schéma de coopération transitoire 3 , 1 ETP proposé pour l’année 2026',
    lecture: 'Proposé, 3,1 ETP',
    raison:
      'L’annexe écrit « proposé » : la validation par le comité de pilotage est à confirmer. Les espaces autour de la virgule viennent de la mise en page.',
  },
  {
    cible: { type: 'SCHEMA', ref: 'schema-2026' },
    champ: 'Thèmes AFAS',
    citation: 'selon la ventilation de l’activité d’activités du portail partenaires CAF (AFAS)',
    lecture:
      'La ventilation de la déclaration d’activités du portail partenaires, en quatre thèmes ; le poste global est à côté',
    raison:
      'Un mot manque ou est répété. Les quatre blocs du schéma ont été rapprochés des quatre thèmes AFAS ; « global » n’en est pas un.',
  },
  {
    cible: { type: 'AFFECTATION', ref: 'schema-2026' },
    champ: 'Les Baux-de-Provence et Mas-Blanc-des-Alpilles',
    citation: '0',
    lecture: 'Zéro, motif non précisé, en 2026 comme en 2027-2030',
    raison:
      'En 2022-2025 le poste était porté par Maussane-les-Alpilles et par Saint-Rémy-de-Provence ; rien ne dit que cela continue.',
  },
  {
    cible: { type: 'AFFECTATION', ref: 'schema-2026' },
    champ: 'Inclusion, mobilités',
    citation: '-Inclusion ; 0 -Accès aux droits /mobilités',
    lecture: 'Écrits tels quels à côté des lignes, en 2026 comme en 2027-2030',
    raison:
      '« Inclusion » fait partie du premier thème AFAS (petite enfance/inclusion) et n’a pas d’ETP propre ; « mobilités » n’est dans aucun thème.',
  },
  {
    cible: { type: 'SCHEMA', ref: 'schema-2027-2030' },
    champ: 'État et période',
    citation: 'Schéma de coopération 3 , 3 ETP proposé pour l’année 2027-2030',
    lecture: 'Proposé, 3,3 ETP, du 1er janvier 2027 au 31 décembre 2030',
    raison: '« L’année 2027-2030 » désigne quatre années ; le tableau écrit « à partir de 2027-2030 ».',
  },
  {
    cible: { type: 'AFFECTATION', ref: 'schema-2027-2030' },
    champ: 'Aureille',
    citation: '0,2 ETP Reprise soit en direct soit externalisé',
    lecture: '0,2 ETP convenu ; mode de portage à décider',
    raison:
      'La reprise en direct ou par un opérateur n’est pas tranchée, et aucune thématique n’est écrite pour cette ligne.',
  },
]
