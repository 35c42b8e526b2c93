// Synthetic data as SQL: one INSERT … SELECT per table, every id by arithmetic, nothing random, nobody real.
import {
  AXES,
  CONVENTIONS_OF_FIRST_CAF,
  ETAPES,
  INDICATEURS,
  INSTANCES,
  MESURES,
  REUNIONS,
  sqlFiches,
} from './sizes.mjs'
import { vie } from './statements-vie.mjs'

const SIGNATORIES = 5 // the Caf, an EPCI, three communes
const COMMUNES = 10
const EQUIPEMENTS = 20

const PHRASE =
  'Le territoire souhaite conforter l’accueil des familles et la coordination de ses acteurs, en lien avec les partenaires. '
/** What each fiche is found by beside its title: who leads and joins it, and its étapes, in their order. */
const FICHE_WORDS = `'${[...[1, 2].map((n) => `Communauté de communes, service ${n}`), ...Array.from({ length: ETAPES }, (_, n) => `Étape ${n + 1}`)].join(' ')}'`
const THEMES = "(ARRAY['PETITE_ENFANCE','ENFANCE_JEUNESSE','PARENTALITE','DROITS_VIE_SOCIALE'])"

const series = (name, count) => `generate_series(1, ${count}) AS ${name}`

/** Reference data: as many départements as Cafs, one EPCI and ten communes by convention. */
const reference = ({ cafs, conventions }) => [
  `INSERT INTO departement (code, nom) SELECT lpad(d::text, 3, '0'), 'Département ' || d FROM ${series('d', cafs)}`,
  `INSERT INTO epci (siren, nom, nature, population, millesime, recherche)
   SELECT '2' || lpad(c::text, 8, '0'), 'Communauté de communes ' || c, 'CC', 20000 + c, 2026, app.plier('Communauté de communes ' || c) FROM ${series('c', conventions)}`,
  `INSERT INTO commune (code, nom, departement_code, epci_siren, population, millesime, recherche)
   SELECT lpad(((c.id - 1) * ${COMMUNES} + n)::text, 5, '0'), 'Saint-Exemple-' || c.id || '-' || n, c.departement_code, '2' || lpad(c.id::text, 8, '0'), 1500 + n, 2026,
     app.plier('Saint-Exemple-' || c.id || '-' || n) FROM convention c, ${series('n', COMMUNES)}`,
  `INSERT INTO theme_afas (code, numero, nom, ordre) SELECT t, n, initcap(replace(t, '_', ' ')), n FROM unnest(${THEMES}) WITH ORDINALITY AS u(t, n)`,
  `INSERT INTO nature_equipement (code, nom, type, nom_type, ordre) VALUES ('RPE', 'Relais petite enfance', 'RPE', 'Relais petite enfance', 1), ('LAEP', 'Lieu d’accueil enfants-parents', 'LAEP', 'Lieu d’accueil enfants-parents', 2)`,
  `INSERT INTO mission_reference (bloc, texte, ordre) SELECT 'Bloc ' || n, 'Mission ' || n, n FROM ${series('n', 12)}`,
]

/** Organismes: Cafs first, then for each convention its EPCI and three communes. */
const organismes = ({ cafs, conventions }) => [
  `INSERT INTO organisme (id, cle, type, nom, departement_code, recherche)
   SELECT d, 'caf-' || d, 'CAF', 'Caf du département ' || d, lpad(d::text, 3, '0'), app.plier('Caf du département ' || d) FROM ${series('d', cafs)}`,
  `INSERT INTO organisme (id, cle, type, nom, siren, epci_siren, recherche)
   SELECT ${cafs} + c, 'epci-' || c, 'EPCI', 'Communauté de communes ' || c, '2' || lpad(c::text, 8, '0'), '2' || lpad(c::text, 8, '0'), app.plier('Communauté de communes ' || c) FROM ${series('c', conventions)}`,
  `INSERT INTO organisme (id, cle, type, nom, commune_code, recherche)
   SELECT ${cafs} + ${conventions} + (c - 1) * 3 + n, 'commune-' || c || '-' || n, 'COMMUNE', 'Saint-Exemple-' || c || '-' || n, lpad(((c - 1) * ${COMMUNES} + n)::text, 5, '0'),
     app.plier('Saint-Exemple-' || c || '-' || n) FROM ${series('c', conventions)}, ${series('n', 3)}`,
]

/** Conventions of four or five years: most under way, some over, some to come. */
const conventions = ({ cafs, conventions: count }) => [
  `INSERT INTO convention (id, slug, nom, titre, presentation, caf_id, date_debut, date_fin, date_signature, territoire_nom, departement_code, nombre_communes, source, recherche)
   SELECT c, 'convention-' || c, nom, 'Convention territoriale globale ' || c, repeat('${PHRASE}', 6), caf, debut, (debut + interval '4 years' - interval '1 day')::date, debut - 30,
     'Communauté de communes ' || c, lpad(caf::text, 3, '0'), ${COMMUNES}, '{"titre": "Données de mesure"}', app.plier(concat_ws(' ', nom, 'Convention territoriale globale ' || c, 'Communauté de communes ' || c))
   FROM ${series('c', count)}, LATERAL (SELECT 'CTG du territoire ' || c AS nom,
     CASE WHEN c <= ${CONVENTIONS_OF_FIRST_CAF} THEN 1 ELSE 2 + (c - ${CONVENTIONS_OF_FIRST_CAF + 1}) % ${Math.max(cafs - 1, 1)} END AS caf,
     make_date(CASE WHEN c % 10 = 8 THEN 2022 WHEN c % 10 = 9 THEN 2027 ELSE 2023 + c % 3 END, 1, 1) AS debut) v`,
]

const parties = ({ cafs, conventions: count }) => [
  `INSERT INTO territoire_epci (convention_id, siren, nom, ordre) SELECT id, '2' || lpad(id::text, 8, '0'), territoire_nom, 1 FROM convention`,
  `INSERT INTO territoire_commune (convention_id, code, nom, ordre)
   SELECT c, lpad(((c - 1) * ${COMMUNES} + n)::text, 5, '0'), 'Saint-Exemple-' || c || '-' || n, n FROM ${series('c', count)}, ${series('n', COMMUNES)}`,
  `INSERT INTO convention_organisme (id, convention_id, organisme_id, ref, nom, signataire, ordre)
   SELECT (c.id - 1) * ${SIGNATORIES} + n, c.id, o.id, 'partie-' || n, o.nom, true, n FROM convention c, ${series('n', SIGNATORIES)}
   JOIN organisme o ON true WHERE o.id = CASE n WHEN 1 THEN c.caf_id WHEN 2 THEN ${cafs} + c.id ELSE ${cafs} + ${count} + (c.id - 1) * 3 + n - 2 END`,
  `INSERT INTO representant (convention_id, organisme_id, prenom, nom, fonction, ordre) SELECT convention_id, id, 'Camille', 'Exemple ' || id, 'Représentation', 1 FROM convention_organisme`,
  `INSERT INTO deliberation (convention_id, organisme_id, date, ordre) SELECT convention_id, id, '2024-06-30', 1 FROM convention_organisme WHERE id % 3 > 0`,
  `INSERT INTO avenant (convention_id, ref, objet, echeance, ordre) SELECT id, 'avenant-1', 'Avenant sur les fiches du plan d’action', date_debut + 500, 1 FROM convention`,
  `INSERT INTO evaluation (convention_id, ref, objet, debut, fin, ordre) SELECT id, 'evaluation-1', 'Évaluation finale', date_fin - 180, date_fin, 1 FROM convention`,
  `INSERT INTO enjeu (convention_id, ref, texte, ordre) SELECT id, 'enjeu-' || n, 'Enjeu ' || n || ' : ${PHRASE}', n FROM convention, ${series('n', 4)}`,
  `INSERT INTO clause (convention_id, article, titre, texte, ordre) SELECT id, 'Article ' || n, 'Engagement ' || n, '${PHRASE}', n FROM convention, ${series('n', 5)}`,
  `INSERT INTO annexe (convention_id, numero, titre, ordre) SELECT id, n::text, 'Annexe ' || n, n FROM convention, ${series('n', 5)}`,
  `INSERT INTO chiffre_cle (convention_id, libelle, valeur, ordre) SELECT id, 'Chiffre ' || n, 1000 * n, n FROM convention, ${series('n', 4)}`,
  `INSERT INTO lacune (convention_id, sujet, raison, ordre) SELECT id, 'SIGNATURE', 'L’exemplaire lu ne porte pas de signature.', 1 FROM convention`,
  `INSERT INTO reserve (convention_id, cible_type, cible_ref, raison, ordre, levee_le)
   SELECT id, CASE WHEN n % 2 = 0 THEN 'FICHE' ELSE 'INSTANCE' END, CASE WHEN n % 2 = 0 THEN 'fiche-' ELSE 'instance-' END || n, 'Deux passages du document se contredisent sur ce point.', n, CASE WHEN n > 4 THEN now() END
   FROM convention, ${series('n', 6)}`,
  `INSERT INTO jalon (convention_id, titre, ordre) SELECT id, 'Jalon ' || n, n FROM convention, ${series('n', 3)}`,
  `INSERT INTO mission_cooperation (convention_id, bloc, texte, ordre) SELECT id, 'Bloc ' || (n + 2) / 3, 'Mission ' || n, n FROM convention, ${series('n', 12)}`,
  `INSERT INTO equipement (convention_id, ref, nom, nature, commune_code, commune_nom, ordre, recherche)
   SELECT id, 'equipement-' || n, 'Équipement ' || n, CASE WHEN n % 2 = 0 THEN 'RPE' ELSE 'LAEP' END, lpad(((id - 1) * ${COMMUNES} + 1 + n % ${COMMUNES})::text, 5, '0'),
     'Saint-Exemple-' || id || '-' || (1 + n % ${COMMUNES}), n, app.plier(concat_ws(' ', 'Équipement ' || n, 'Saint-Exemple-' || id || '-' || (1 + n % ${COMMUNES}))) FROM convention, ${series('n', EQUIPEMENTS)}`,
]

/** Eleven bodies by convention, each with a rule of its own and twenty-one meetings over four years. */
const gouvernance = () => [
  `INSERT INTO instance (id, convention_id, ref, type, nom, composition, missions, ordre, recherche)
   SELECT (c.id - 1) * ${INSTANCES} + n, c.id, 'instance-' || n, v.type::type_instance, v.nom, repeat('${PHRASE}', 2), ARRAY['${PHRASE}', '${PHRASE}'], n, app.plier(v.nom || ' ' || v.type)
   FROM convention c, ${series('n', INSTANCES)}, LATERAL (SELECT t AS type, initcap(replace(t, '_', ' ')) || ' ' || n AS nom
     FROM (SELECT CASE WHEN n = 1 THEN 'COPIL' WHEN n = 2 THEN 'COTECH' WHEN n = 3 THEN 'GROUPE_PROJET' WHEN n < 9 THEN 'COMMISSION' WHEN n = 9 THEN 'SEMINAIRE' ELSE 'RENCONTRE' END AS t) x) v`,
  `INSERT INTO regle_frequence (convention_id, instance_id, mode, minimum, maximum, moyenne, periode, par, source, ordre)
   SELECT convention_id, id, (CASE WHEN ordre = 3 THEN 'MOYENNE' WHEN ordre = 4 THEN 'FOURCHETTE' WHEN ordre = 10 THEN 'SELON_BESOIN' WHEN ordre = 11 THEN 'NON_PRECISEE' ELSE 'MINIMUM' END)::mode_frequence,
     CASE WHEN ordre IN (3, 10, 11) THEN NULL WHEN ordre = 4 THEN 2 ELSE 1 END, CASE WHEN ordre = 4 THEN 4 END, CASE WHEN ordre = 3 THEN 6 END,
     (CASE WHEN ordre = 2 THEN 'SEMESTRE' WHEN ordre = 5 THEN 'TRIMESTRE' WHEN ordre = 6 THEN 'AN_CONVENTION' WHEN ordre < 10 THEN 'AN_CIVIL' END)::periode_frequence, 'INSTANCE', 'Article 4', 1 FROM instance`,
  `INSERT INTO membre (id, convention_id, instance_id, libelle, organisme_id, voix, ordre)
   SELECT (i.id - 1) * 6 + n, i.convention_id, i.id, 'Membre ' || n, CASE WHEN n <= ${SIGNATORIES} THEN (i.convention_id - 1) * ${SIGNATORIES} + n END, 'DECISIVE', n FROM instance i, ${series('n', 6)}`,
  `INSERT INTO reunion (id, convention_id, instance_id, ref, date, heure_debut, lieu, objet, etat, motif_annulation)
   SELECT (i.id - 1) * ${REUNIONS} + n, i.convention_id, i.id, 'reunion-' || i.ordre || '-' || n, d.date, '14:00', 'Salle du conseil', 'Point d’étape ' || n,
     (CASE WHEN n % 9 = 0 THEN 'ANNULEE' WHEN d.date > date '2026-11-20' THEN 'PREVUE' ELSE 'TENUE' END)::etat_reunion, CASE WHEN n % 9 = 0 THEN 'Quorum non atteint' END
   FROM instance i JOIN convention c ON c.id = i.convention_id, ${series('n', REUNIONS)}, LATERAL (SELECT c.date_debut + 20 + (n - 1) * 68 + i.ordre::int AS date) d`,
  `INSERT INTO derogation (convention_id, reunion_id, regle, motif) SELECT convention_id, id, 'MAXIMUM', 'Accord du comité' FROM reunion WHERE id % ${INSTANCES * REUNIONS} = 4`,
  `INSERT INTO presence (convention_id, reunion_id, membre_id, etat)
   SELECT m.convention_id, m.id, (m.instance_id - 1) * 6 + n, 'PRESENT' FROM reunion m, ${series('n', 6)} WHERE m.id % ${INSTANCES * REUNIONS} = 1`,
  `INSERT INTO point_ordre_du_jour (id, convention_id, reunion_id, titre, ordre)
   SELECT (c.id - 1) * 3 + n, c.id, (c.id - 1) * ${INSTANCES * REUNIONS} + 12, 'Point ' || n, n FROM convention c, ${series('n', 3)}`,
  `INSERT INTO decision (convention_id, point_id, texte, nature, etat, echeance, ordre)
   SELECT convention_id, id, 'Décision ' || n || ' : ${PHRASE}', 'VALIDATION', (CASE WHEN n = 1 THEN 'ATTENDUE' ELSE 'PRISE' END)::etat_decision, '2026-12-15', n FROM point_ordre_du_jour, ${series('n', 2)}`,
]

/** Five axes with two objectives each; fiches of which two in three are under way. */
const plan = () => {
  const { before, count } = sqlFiches('c.id')
  return [
    `INSERT INTO plan_action (id, convention_id, niveaux, titre) SELECT id, id, ARRAY['Axe', 'Objectif'], 'Plan d’action' FROM convention`,
    `INSERT INTO axe (id, convention_id, plan_id, ref, parent_id, numero, titre, objectifs, theme_code, ordre, recherche)
     SELECT (c.id - 1) * ${AXES} + n, c.id, c.id, 'axe-' || n, CASE WHEN n > 5 THEN (c.id - 1) * ${AXES} + (n - 4) / 2 END, n::text, 'Axe ' || n || ' : accueillir et accompagner', ARRAY['${PHRASE}'],
       ${THEMES}[1 + n % 4], n, app.plier(n || ' ' || 'Axe ' || n || ' : accueillir et accompagner') FROM convention c, ${series('n', AXES)}`,
    `INSERT INTO fiche_action (id, convention_id, plan_id, axe_id, ref, numero, titre, contexte, objectifs, description, public_vise, periode_debut, periode_fin, statut, avancement, suivi, maj_le, ordre, recherche)
     SELECT ${before} + n, c.id, c.id, (c.id - 1) * ${AXES} + 6 + n % 10, 'fiche-' || n, n::text, v.titre, repeat('${PHRASE}', 4), repeat('${PHRASE}', 2), repeat('${PHRASE}', 3), 'Familles',
       c.date_debut, c.date_debut + 300 + n * 20, (CASE WHEN n % 3 > 0 THEN 'EN_COURS' WHEN n % 2 = 0 THEN 'REALISEE' ELSE 'A_ENGAGER' END)::statut_fiche, n, 'Suivi au fil de l’eau', now(), n,
       app.plier(concat_ws(' ', n, v.titre, ${FICHE_WORDS}))
     FROM convention c, LATERAL generate_series(1, ${count}) AS n, LATERAL (SELECT CASE WHEN n % 3 > 0 THEN 'Développer le soutien à la parentalité, secteur ' ELSE 'Conforter les accueils de loisirs, secteur ' END || n AS titre) v`,
    `INSERT INTO fiche_theme (convention_id, fiche_action_id, theme_code) SELECT convention_id, id, ${THEMES}[1 + id % 4] FROM fiche_action`,
    `INSERT INTO etape (id, convention_id, fiche_action_id, ref, numero, titre, periode_debut, periode_fin, statut, ordre)
     SELECT (f.id - 1) * ${ETAPES} + n, f.convention_id, f.id, f.ref || '-etape-' || n, n::text, 'Étape ' || n, f.periode_debut, f.periode_fin, f.statut, n FROM fiche_action f, ${series('n', ETAPES)}`,
    `INSERT INTO pilotage (convention_id, fiche_action_id, role, texte, organisme_id, ordre)
     SELECT f.convention_id, f.id, (CASE WHEN n = 1 THEN 'PILOTE' ELSE 'PARTENAIRE' END)::role_pilotage, 'Communauté de communes, service ' || n, (f.convention_id - 1) * ${SIGNATORIES} + n, n FROM fiche_action f, ${series('n', 2)}`,
    `INSERT INTO indicateur (id, convention_id, fiche_action_id, etape_id, ref, libelle, nature, unite, cible, ordre)
     SELECT (f.id - 1) * ${INDICATEURS} + n, f.convention_id, f.id, CASE WHEN n > 3 THEN (f.id - 1) * ${ETAPES} + n - 3 END, f.ref || '-ind-' || n, 'Nombre de familles accompagnées, mesure ' || n, 'NOMBRE', 'familles', 100 * n, n FROM fiche_action f, ${series('n', INDICATEURS)}`,
    `INSERT INTO mesure (id, convention_id, indicateur_id, periode_texte, debut, fin, valeur)
     SELECT (i.id - 1) * ${MESURES} + n, i.convention_id, i.id, y::text, make_date(y, 1, 1), make_date(y, 12, 31), 10 * n + i.ordre
     FROM indicateur i, ${series('n', MESURES)}, LATERAL (SELECT (CASE WHEN i.id % 3 = 0 THEN 2021 ELSE 2022 END + n)::int AS y) v`,
    `INSERT INTO fiche_commune (convention_id, fiche_action_id, commune_id) SELECT f.convention_id, f.id, t.id
     FROM fiche_action f JOIN (SELECT convention_id, min(id) AS id FROM territoire_commune GROUP BY 1) t ON t.convention_id = f.convention_id WHERE f.id % 2 = 0`,
    `INSERT INTO ligne_budget (convention_id, fiche_action_id, annee, financeur, prevu, ordre) SELECT convention_id, id, 2025, 'Caf', 1000 + id % 500, 1 FROM fiche_action`,
    `INSERT INTO lien_fiche (convention_id, fiche_action_id, libelle, ordre) SELECT convention_id, id, 'Projet social', 1 FROM fiche_action WHERE id % 5 = 0`,
    `INSERT INTO appreciation (convention_id, fiche_action_id, cote, niveau, nom) SELECT convention_id, id, 'COORDINATION'::cote_releve, 'COMME_PREVU'::niveau_appreciation, 'Coordination' FROM fiche_action
     UNION ALL SELECT convention_id, id, 'CAF'::cote_releve, 'VIGILANCE'::niveau_appreciation, 'Caf' FROM fiche_action WHERE id % 10 = 0`,
    `INSERT INTO cible_indicateur (convention_id, indicateur_id, periode_texte, debut, fin, valeur) SELECT convention_id, id, '2026', '2026-01-01', '2026-12-31', 40 FROM indicateur WHERE id % 5 = 0`,
  ]
}

/** Two schémas one after the other, in balance on both margins and in the cross table. */
const cooperation = () => [
  `INSERT INTO schema_cooperation (id, convention_id, ref, libelle, debut, fin, total, etat, ordre)
   SELECT (id - 1) * 2 + n, id, 'schema-' || n, 'Schéma ' || n, (date_debut + (n - 1) * interval '2 years')::date, (date_debut + n * interval '2 years' - interval '1 day')::date, 3.2,
     (CASE WHEN n = 1 THEN 'CLOS' ELSE 'VALIDE' END)::etat_schema, n FROM convention, ${series('n', 2)}`,
  `INSERT INTO affectation (id, convention_id, schema_id, marge, theme_code, libelle, quotite, situation, ordre)
   SELECT (s.id - 1) * 8 + n, s.convention_id, s.id, (CASE WHEN n <= 4 THEN 'PORTEUR' ELSE 'THEMATIQUE' END)::marge_schema, CASE WHEN n > 4 THEN ${THEMES}[n - 4] END,
     CASE WHEN n <= 4 THEN 'Commune ' || n ELSE 'Thème ' || n END, 0.8, (CASE WHEN n = 4 THEN 'VACANT' ELSE 'POURVU' END)::situation_poste, n FROM schema_cooperation s, ${series('n', 8)}`,
  `INSERT INTO croisement (convention_id, schema_id, porteur_id, thematique_id, quotite)
   SELECT s.convention_id, s.id, (s.id - 1) * 8 + p, (s.id - 1) * 8 + 4 + t, 0.2 FROM schema_cooperation s, ${series('p', 4)}, ${series('t', 4)}`,
  `INSERT INTO poste (id, convention_id, schema_id, ref, intitule, quotite, ordre)
   SELECT (s.id - 1) * 3 + n, s.convention_id, s.id, s.ref || '-poste-' || n, 'Chargé de coopération ' || n, 0.8, n FROM schema_cooperation s, ${series('n', 3)}`,
  `INSERT INTO charge_cooperation (id, cle, nom) SELECT id, 'charge-' || id || '@mesure.example', 'Camille Exemple' FROM poste WHERE id % 3 > 0`,
  `INSERT INTO occupation (convention_id, poste_id, charge_id, quotite, debut) SELECT convention_id, id, id, 0.8, '2024-01-01' FROM poste WHERE id % 3 > 0`,
  `INSERT INTO cout_etp (convention_id, montant, source, ordre) SELECT id, 24000, 'Barème', 1 FROM convention`,
]

/** One administrator, one adviser by Caf, one coordinator by convention; a few lines of journal on each. */
const people = ({ cafs, conventions: count }) => [
  `INSERT INTO utilisateur (id, email, nom, fonction) SELECT 1, 'administration@mesure.example', 'Administration', 'Administration'
   UNION ALL SELECT 1 + d, 'caf-' || d || '@mesure.example', 'Conseil ' || d, 'Conseil de la Caf' FROM ${series('d', cafs)}
   UNION ALL SELECT 1 + ${cafs} + c, 'coordination-' || c || '@mesure.example', 'Coordination ' || c, 'Coordination' FROM ${series('c', count)}`,
  `INSERT INTO role (utilisateur_id, type, organisme_id, convention_id) SELECT 1, 'ADMINISTRATEUR'::type_role, NULL::int, NULL::int
   UNION ALL SELECT 1 + d, 'CONSEILLER_CAF', d, NULL FROM ${series('d', cafs)}
   UNION ALL SELECT 1 + ${cafs} + c, 'CHARGE_COOPERATION', NULL, c FROM ${series('c', count)}`,
  `INSERT INTO journal (instant, utilisateur_id, convention_id, operation, objet, objet_id, libelle, avant, apres)
   SELECT timestamptz '2026-01-01 09:00+01' + n * interval '1 day', 1 + ${cafs} + c.id, c.id, 'fiche.ecrire', 'fiche_action', ${sqlFiches('c.id').before} + n, 'Fiche ' || n, '{"statut": "A_ENGAGER"}', '{"statut": "EN_COURS"}'
   FROM convention c, ${series('n', 20)}`,
]

/**
 * Every statement of a size, parents before children.
 * @param {import('./sizes.mjs').Size} size
 * @returns {string[]}
 */
export const listStatements = (size) =>
  [organismes, conventions, reference, parties, gouvernance, vie, plan, cooperation, people].flatMap((part) =>
    part(size),
  )
