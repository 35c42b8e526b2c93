-- The situation of a convention (record 0053): what is true of it today, worked out once for each audience and kept until
-- something of the convention changes, or the day does. Never trusted when stale, never waited for by who writes.

CREATE TYPE audience_situation AS ENUM ('TOUS', 'PAIRE', 'CAF');

CREATE TABLE situation (
  convention_id INTEGER NOT NULL,
  audience audience_situation NOT NULL,
  jour DATE NOT NULL,
  contenu TEXT NOT NULL,
  resume TEXT NOT NULL,
  attente INTEGER NOT NULL,
  CONSTRAINT situation_pkey PRIMARY KEY (convention_id, audience),
  CONSTRAINT situation_convention_id_fkey FOREIGN KEY (convention_id) REFERENCES convention (id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- One line for each transaction that changed something of a convention since its situation was worked out. No foreign key:
-- its check would make who writes wait for who changes the convention.
CREATE TABLE situation_changement (
  convention_id INTEGER NOT NULL,
  transaction BIGINT NOT NULL,
  CONSTRAINT situation_changement_pkey PRIMARY KEY (convention_id, transaction)
);

-- Both are reached through the functions below alone.
ALTER TABLE situation ENABLE ROW LEVEL SECURITY;
ALTER TABLE situation_changement ENABLE ROW LEVEL SECURITY;
REVOKE ALL ON situation, situation_changement FROM copilote_app;

-- Who reads alike: those who act for the Caf, the pair Caf–coordination, all who read the convention. The very reaches of
-- the policies: what row-level security shows two people of an audience is the same.
CREATE FUNCTION app.audience_de(p_convention integer, p_caf int4multirange, p_ecriture int4multirange, p_lecture int4multirange)
RETURNS audience_situation LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_convention <@ p_caf THEN 'CAF' WHEN p_convention <@ p_ecriture THEN 'PAIRE' WHEN p_convention <@ p_lecture THEN 'TOUS' END::audience_situation
$$;
CREATE FUNCTION app.audience_situation(p_convention integer) RETURNS audience_situation LANGUAGE sql STABLE
SET search_path = pg_catalog, public, app AS $$
  SELECT app.audience_de(p_convention, app.portee_caf(), app.portee_ecriture(), app.portee_lecture())
$$;

-- The situation that is kept, for who may read it; null when there is none, or it is stale.
CREATE FUNCTION app.lire_situation(p_convention integer, p_jour date) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
  SELECT s.contenu FROM situation s
  WHERE s.convention_id = p_convention AND s.audience = app.audience_situation(p_convention) AND s.jour = p_jour
    AND NOT EXISTS (SELECT FROM situation_changement c WHERE c.convention_id = p_convention)
$$;

-- What lists show of the situations of many conventions: one row for each that who asks may read and that is fresh.
CREATE FUNCTION app.lire_resumes(p_conventions integer[], p_jour date) RETURNS TABLE (convention_id integer, resume text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  WITH portees AS MATERIALIZED (SELECT app.portee_caf() AS caf, app.portee_ecriture() AS ecriture, app.portee_lecture() AS lecture)
  SELECT s.convention_id, s.resume FROM portees p CROSS JOIN unnest(p_conventions) k(id)
    JOIN situation s ON s.convention_id = k.id AND s.audience = app.audience_de(k.id, p.caf, p.ecriture, p.lecture)
  WHERE s.jour = p_jour AND NOT EXISTS (SELECT FROM situation_changement c WHERE c.convention_id = k.id)
$$;

-- Somebody is about to work a situation out: from here on, what changes is news. The lines that are seen go, with the rows
-- they made stale; those of transactions not committed yet stay. False when somebody else is at it: whoever comes second
-- keeps nothing, for what they read may be older than what the first one keeps.
CREATE FUNCTION app.prendre_situation(p_convention integer) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF NOT p_convention <@ app.portee_lecture() OR NOT pg_try_advisory_xact_lock(hashtext('situation'), p_convention) THEN
    RETURN false;
  END IF;
  DELETE FROM situation_changement c WHERE c.convention_id = p_convention;
  IF FOUND THEN DELETE FROM situation s WHERE s.convention_id = p_convention; END IF;
  RETURN true;
END $$;

-- Keeps what was worked out, for the audience of who did it: in the transaction that took it.
CREATE FUNCTION app.garder_situation(p_convention integer, p_jour date, p_contenu text, p_resume text, p_attente integer) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  INSERT INTO situation (convention_id, audience, jour, contenu, resume, attente)
  SELECT p_convention, a.audience, p_jour, p_contenu, p_resume, p_attente FROM (SELECT app.audience_situation(p_convention) AS audience) a
  WHERE a.audience IS NOT NULL AND EXISTS (SELECT FROM convention c WHERE c.id = p_convention)
  ON CONFLICT (convention_id, audience) DO UPDATE SET jour = excluded.jour, contenu = excluded.contenu, resume = excluded.resume, attente = excluded.attente
$$;

-- Whether another convention takes over from this one, seen by whoever reads it: who may read the other is another matter.
CREATE FUNCTION app.convention_remplacee(p_convention integer) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
  SELECT p_convention <@ app.portee_lecture() AND EXISTS (SELECT FROM convention n WHERE n.predecesseur_id = p_convention)
$$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['audience_de(integer, int4multirange, int4multirange, int4multirange)', 'audience_situation(integer)', 'lire_situation(integer, date)', 'lire_resumes(integer[], date)', 'prendre_situation(integer)',
      'garder_situation(integer, date, text, text, integer)', 'convention_remplacee(integer)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION app.%s TO copilote_app', f);
  END LOOP;
END $$;

-- ── What makes it stale ───────────────────────────────────────────────────────────────────────

CREATE FUNCTION app.noter_changement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
BEGIN
  INSERT INTO situation_changement (convention_id, transaction)
  SELECT DISTINCT t.convention_id, pg_current_xact_id()::text::bigint FROM touchees t JOIN convention c ON c.id = t.convention_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- A convention, and the one it takes over from; one that goes takes its lines along.
CREATE FUNCTION app.noter_changement_convention() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM situation_changement c USING touchees t WHERE c.convention_id = t.id;
  END IF;
  INSERT INTO situation_changement (convention_id, transaction)
  SELECT DISTINCT c.id, pg_current_xact_id()::text::bigint FROM touchees t JOIN convention c ON c.id IN (t.id, t.predecesseur_id)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- A name that conventions share: their Caf's, an organisme's.
CREATE FUNCTION app.noter_changement_organisme() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
BEGIN
  INSERT INTO situation_changement (convention_id, transaction)
  SELECT k.id, pg_current_xact_id()::text::bigint FROM (
    SELECT c.id FROM touchees t JOIN convention c ON c.caf_id = t.id
    UNION SELECT p.convention_id FROM touchees t JOIN convention_organisme p ON p.organisme_id = t.id) k
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- Follows a table whose rows a situation may follow from.
CREATE FUNCTION app.suivre_situation(p_table text, p_fonction text DEFAULT 'noter_changement') RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, app AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER situation_ajout AFTER INSERT ON public.%I REFERENCING NEW TABLE AS touchees FOR EACH STATEMENT EXECUTE FUNCTION app.%I()', p_table, p_fonction);
  EXECUTE format('CREATE TRIGGER situation_modification AFTER UPDATE ON public.%I REFERENCING NEW TABLE AS touchees FOR EACH STATEMENT EXECUTE FUNCTION app.%I()', p_table, p_fonction);
  EXECUTE format('CREATE TRIGGER situation_retrait AFTER DELETE ON public.%I REFERENCING OLD TABLE AS touchees FOR EACH STATEMENT EXECUTE FUNCTION app.%I()', p_table, p_fonction);
END $$;
REVOKE ALL ON FUNCTION app.suivre_situation(text, text), app.noter_changement(), app.noter_changement_convention(), app.noter_changement_organisme() FROM PUBLIC;

-- Every table of a convention, but those of which no situation follows: who may do what, the journal, what a person has read
-- or keeps for themselves, and what is only proposed.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'convention_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT IN (
      'role', 'journal', 'mention', 'vue_plan', 'import_tableur', 'invitation_fiche', 'contribution_fiche', 'signal_veille', 'situation', 'situation_changement')
  LOOP
    PERFORM app.suivre_situation(t);
  END LOOP;
  PERFORM app.suivre_situation('convention', 'noter_changement_convention');
  PERFORM app.suivre_situation('organisme', 'noter_changement_organisme');
END $$;

-- ── A schéma that is put to an instance ───────────────────────────────────────────────────────

-- Whether a schéma stands on the agenda of a meeting that was not cancelled: those who are to vote it read it, as a projet.
CREATE FUNCTION app.schema_inscrit(p_schema integer) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
  SELECT EXISTS (SELECT FROM point_ordre_du_jour p JOIN reunion r ON r.id = p.reunion_id WHERE p.schema_id = p_schema AND r.etat <> 'ANNULEE')
    OR EXISTS (SELECT FROM decision d JOIN point_ordre_du_jour p ON p.id = d.point_id JOIN reunion r ON r.id = p.reunion_id
      WHERE d.schema_id = p_schema AND r.etat <> 'ANNULEE')
$$;
REVOKE ALL ON FUNCTION app.schema_inscrit(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.schema_inscrit(integer) TO copilote_app;
CREATE INDEX point_schema ON point_ordre_du_jour (schema_id) WHERE schema_id IS NOT NULL;
CREATE INDEX decision_schema ON decision (schema_id) WHERE schema_id IS NOT NULL;

DROP POLICY lecture ON schema_cooperation;
CREATE POLICY lecture ON schema_cooperation FOR SELECT TO copilote_app USING (
  convention_id <@ (SELECT app.portee_ecriture())
  OR (convention_id <@ (SELECT app.portee_lecture()) AND (etat <> 'BROUILLON' OR app.schema_inscrit(id))));

-- ── Doors ─────────────────────────────────────────────────────────────────────────────────────

CREATE OR REPLACE VIEW porte.convention WITH (security_invoker = true) AS
  SELECT c.id, c.slug, c.nom, c.titre, c.date_debut, c.date_fin, c.periode_texte, c.renouvellement, c.predecesseur_id, c.caf_id, o.nom AS caf,
    c.departement_code, c.territoire_nom, c.nombre_communes, c.cree_le, c.recherche, c.demonstration
  FROM convention c LEFT JOIN organisme o ON o.id = c.caf_id;

-- ── À faire ───────────────────────────────────────────────────────────────────────────────────

-- What was changed in a convention since a moment.
CREATE INDEX "journal_convention_id_instant_idx" ON journal (convention_id, instant);

-- When the person of the session last came before this time: the beginning of their session before this one.
CREATE FUNCTION app.derniere_visite() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  SELECT max(s.cree_le) FROM session s
  WHERE s.utilisateur_id = app.utilisateur_id() AND s.genre = 'NAVIGATEUR' AND s.id <> current_setting('app.session', true)
    AND s.cree_le < (SELECT c.cree_le FROM session c WHERE c.id = current_setting('app.session', true))
$$;
REVOKE ALL ON FUNCTION app.derniere_visite() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.derniere_visite() TO copilote_app;

-- How many things wait in each convention that the roles of a person are about, for who acts with what they read there:
-- null where nothing fresh tells. With those roles: who holds others, or several, is counted from the situation itself.
CREATE FUNCTION app.compter_attentes(p_jour date) RETURNS TABLE (id integer, slug text, nom text, debut date, fin date, roles text[], fiches integer[], audience audience_situation, attente integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  SELECT v.id, v.slug, v.nom, v.debut, v.fin, v.roles, v.fiches, a.audience,
    (SELECT s.attente FROM situation s WHERE s.convention_id = v.id AND s.audience = a.audience AND s.jour = p_jour
      AND NOT EXISTS (SELECT FROM situation_changement x WHERE x.convention_id = v.id))
  FROM (SELECT app.portee_caf() AS caf, app.portee_ecriture() AS ecriture, app.portee_lecture() AS lecture) p CROSS JOIN app.conventions_veille() v
    CROSS JOIN LATERAL (SELECT app.audience_de(v.id, p.caf, p.ecriture, p.lecture) AS audience) a
$$;
REVOKE ALL ON FUNCTION app.compter_attentes(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.compter_attentes(date) TO copilote_app;
