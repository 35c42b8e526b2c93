-- The doors of the rooms (record 0046, docs/tables.md): what a room shows the others of its tables, each a view named for
-- what it means. Statements of another room name the door, never the table: a room may change its tables as long as its
-- doors still hold.
--
-- They run as whoever asks (security_invoker): row-level security, and its reach, apply to the tables behind. PostgreSQL
-- writes them into the statement that names them. What a view adds from a second table it joins from the left, by a
-- unique key: what a statement does not ask for is not read. That key is the id alone, which the foreign keys hold to the
-- same convention: with the convention beside it, a planner that expects one row of a convention just imported reads all of
-- it for each row (three joins of 300 rows took minutes).

CREATE SCHEMA porte;
GRANT USAGE ON SCHEMA porte TO copilote_app;

-- ── Convention ────────────────────────────────────────────────────────────────────────────────

-- A Caf, a commune, an EPCI…: one for all conventions.
CREATE VIEW porte.organisme WITH (security_invoker = true) AS
  SELECT o.id, o.type, o.nom, o.commune_code, o.departement_code, o.recherche
  FROM organisme o;

-- The identity and the dates of a convention, with its Caf.
CREATE VIEW porte.convention WITH (security_invoker = true) AS
  SELECT c.id, c.slug, c.nom, c.titre, c.date_debut, c.date_fin, c.periode_texte, c.renouvellement, c.predecesseur_id, c.caf_id, o.nom AS caf,
    c.departement_code, c.territoire_nom, c.nombre_communes, c.cree_le, c.recherche
  FROM convention c LEFT JOIN organisme o ON o.id = c.caf_id;

-- An organisme as one convention knows it. Its commune is the one the convention writes, else the one it is known to be.
CREATE VIEW porte.partie WITH (security_invoker = true) AS
  SELECT p.id, p.convention_id, p.ref, p.nom, p.organisme_id, o.nom AS organisme, o.type, p.commune_code,
    coalesce(p.commune_code, o.commune_code) AS commune_connue, p.signataire, p.ordre
  FROM convention_organisme p LEFT JOIN organisme o ON o.id = p.organisme_id;

CREATE VIEW porte.commune_territoire WITH (security_invoker = true) AS
  SELECT t.id, t.convention_id, t.code, t.nom, t.ordre
  FROM territoire_commune t;

CREATE VIEW porte.epci_territoire WITH (security_invoker = true) AS
  SELECT t.convention_id, t.siren, t.nom, t.ordre
  FROM territoire_epci t;

CREATE VIEW porte.avenant WITH (security_invoker = true) AS
  SELECT a.id, a.convention_id, a.ref, a.objet, a.echeance, a.date_signature, a.valide_le, a.ordre
  FROM avenant a;

CREATE VIEW porte.document WITH (security_invoker = true) AS
  SELECT d.id, d.convention_id, d.titre, d.nature, d.reference, d.date, d.ordre
  FROM document d;

-- A reading that is still to confirm.
CREATE VIEW porte.reserve_ouverte WITH (security_invoker = true) AS
  SELECT r.id, r.convention_id, r.cible_type, r.cible_ref, r.champ, r.citation, r.lecture, r.raison, r.ordre
  FROM reserve r WHERE r.levee_le IS NULL;

CREATE VIEW porte.lacune WITH (security_invoker = true) AS
  SELECT l.id, l.convention_id, l.sujet, l.raison, l.ordre
  FROM lacune l;

CREATE VIEW porte.evaluation WITH (security_invoker = true) AS
  SELECT e.convention_id, e.objet, e.texte, e.periode_texte, e.fin, e.ordre
  FROM evaluation e;

CREATE VIEW porte.mission_cooperation WITH (security_invoker = true) AS
  SELECT m.id, m.convention_id, m.bloc, m.texte, m.ordre
  FROM mission_cooperation m;

-- ── Coopération ───────────────────────────────────────────────────────────────────────────────

CREATE VIEW porte.schema_cooperation WITH (security_invoker = true) AS
  SELECT s.id, s.convention_id, s.ref, s.libelle, s.debut, s.fin, s.total, s.existant, s.etat, s.anterieur, s.ordre
  FROM schema_cooperation s;

CREATE VIEW porte.cout_etp WITH (security_invoker = true) AS
  SELECT k.convention_id, k.montant, k.source, k.indicatif, k.valable_du, k.ordre
  FROM cout_etp k;

-- ── Plan d’action ─────────────────────────────────────────────────────────────────────────────

CREATE VIEW porte.axe WITH (security_invoker = true) AS
  SELECT a.id, a.convention_id, a.plan_id, a.parent_id, a.ref, a.numero, a.titre, a.absence, a.ordre
  FROM axe a;

-- A fiche, with the place of its axe among the others.
CREATE VIEW porte.fiche WITH (security_invoker = true) AS
  SELECT f.id, f.convention_id, f.plan_id, f.ref, f.numero, f.titre, coalesce(f.titre_court, f.titre) AS titre_court, f.statut, f.periode_debut, f.periode_fin,
    (f.maj_le AT TIME ZONE 'Europe/Paris')::date AS suivi_le, f.axe_id, a.ordre AS ordre_axe, f.ordre, f.recherche
  FROM fiche_action f LEFT JOIN axe a ON a.id = f.axe_id;

CREATE VIEW porte.etape WITH (security_invoker = true) AS
  SELECT e.id, e.convention_id, e.fiche_action_id, e.ref, e.numero, e.titre, e.statut, e.ordre
  FROM etape e;

-- A line of indicators, with the fiche it is of.
CREATE VIEW porte.indicateur WITH (security_invoker = true) AS
  SELECT i.id, i.convention_id, i.ref, i.libelle, i.nature, i.unite, i.cible, i.cible_texte, i.origine_id, i.ordre, i.fiche_action_id,
    f.ref AS fiche, f.numero AS numero_fiche, f.plan_id AS plan_fiche, f.ordre AS ordre_fiche
  FROM indicateur i LEFT JOIN fiche_action f ON f.id = i.fiche_action_id;

-- A value of an indicator, with what it measures and the fiche that is of, its own or that of its étape.
CREATE VIEW porte.mesure WITH (security_invoker = true) AS
  SELECT m.id, m.convention_id, m.indicateur_id, i.libelle, i.nature, i.unite, i.ordre AS ordre_indicateur, f.id AS fiche_action_id, f.ref AS fiche, f.ordre AS ordre_fiche,
    m.periode_texte, m.debut, m.fin, m.ventilation, m.valeur, m.valeur_prevue, m.texte, m.auteur_id, m.cree_le
  FROM mesure m
    LEFT JOIN indicateur i ON i.id = m.indicateur_id
    LEFT JOIN etape e ON e.id = i.etape_id
    LEFT JOIN fiche_action f ON f.id = coalesce(i.fiche_action_id, e.fiche_action_id);

-- Somebody named in a comment, and the fiche that it is about. Whoever may not read the comment does not see them named.
CREATE VIEW porte.mention WITH (security_invoker = true) AS
  SELECT m.convention_id, m.commentaire_id, m.utilisateur_id, m.lu_le, c.fiche_action_id
  FROM mention m JOIN commentaire c ON c.id = m.commentaire_id;

-- Who leads, carries or joins a fiche, as written.
CREATE VIEW porte.pilotage WITH (security_invoker = true) AS
  SELECT g.convention_id, g.fiche_action_id, g.role, g.texte
  FROM pilotage g;

-- ── Gouvernance ───────────────────────────────────────────────────────────────────────────────

CREATE VIEW porte.instance WITH (security_invoker = true) AS
  SELECT i.id, i.convention_id, i.ref, i.type, i.nom, i.ordre
  FROM instance i;

-- Who sits in an instance, since when and until when.
CREATE VIEW porte.membre WITH (security_invoker = true) AS
  SELECT b.id, b.convention_id, b.instance_id, b.libelle, b.personne, b.debut, b.fin, b.predecesseur_id, b.ordre
  FROM membre b;

-- A meeting, with its instance.
CREATE VIEW porte.reunion WITH (security_invoker = true) AS
  SELECT r.id, r.convention_id, r.ref, r.date, r.heure_debut, r.etat, r.figee, r.motif_annulation, r.instance_id, i.nom AS instance, i.type AS type_instance, i.ordre AS ordre_instance
  FROM reunion r LEFT JOIN instance i ON i.id = r.instance_id;

CREATE VIEW porte.validation_releve WITH (security_invoker = true) AS
  SELECT v.convention_id, v.releve_id, v.cote
  FROM validation_releve v;

-- What an instance proposes or decides.
CREATE VIEW porte.competence WITH (security_invoker = true) AS
  SELECT k.convention_id, k.instance_id, k.matiere, k.pouvoir, i.type, i.nom, i.ordre
  FROM competence k LEFT JOIN instance i ON i.id = k.instance_id;

-- An item of an agenda, by what it is about.
CREATE VIEW porte.point WITH (security_invoker = true) AS
  SELECT p.id, p.convention_id, p.reunion_id, p.fiche_action_id, p.indicateur_id, p.schema_id, p.proposition_id
  FROM point_ordre_du_jour p;

-- A decision, with the meeting it was recorded in (`reunion` is its key, `date` its day), the instance of that meeting, and the
-- proposal that its point of the agenda settles.
CREATE VIEW porte.decision WITH (security_invoker = true) AS
  SELECT d.id, d.convention_id, d.texte, d.nature, d.etat, d.responsable, d.echeance, d.realisee_le, d.effet, d.fiche_action_id, d.indicateur_id,
    d.schema_id, d.avenant_id, d.appliquee_le, d.decidee_par_id, d.point_id, p.ordre AS ordre_point, p.proposition_id, d.ordre, p.reunion_id, m.ref AS reunion, m.date, m.etat AS etat_reunion,
    m.instance_id, i.nom AS instance, i.type AS type_instance
  FROM decision d
    LEFT JOIN point_ordre_du_jour p ON p.id = d.point_id
    LEFT JOIN reunion m ON m.id = p.reunion_id
    LEFT JOIN instance i ON i.id = m.instance_id;

GRANT SELECT ON ALL TABLES IN SCHEMA porte TO copilote_app;
