-- Who may read what, asked by every policy of every table of a statement: some thirty times for one page. Measured
-- on 3 500 conventions, planning these functions anew at each call cost most of a page. In PL/pgSQL their plans are
-- kept for the connection, and one role is looked at in one statement. What they answer is unchanged.

CREATE OR REPLACE FUNCTION app.utilisateur_id() RETURNS integer LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
DECLARE cle text := current_setting('app.session', true); qui integer;
BEGIN
  IF cle IS NULL OR cle = '' THEN RETURN NULL; END IF;
  SELECT s.utilisateur_id INTO qui FROM session s JOIN utilisateur u ON u.id = s.utilisateur_id
    WHERE s.id = cle AND s.fermee_le IS NULL AND s.expire_le > now() AND u.actif;
  RETURN qui;
END $$;

CREATE OR REPLACE FUNCTION app.roles_actifs() RETURNS SETOF role LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 3
SET search_path = pg_catalog, public, app AS $$
DECLARE qui integer := app.utilisateur_id(); jour date := app.aujourdhui();
BEGIN
  IF qui IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT r.* FROM role r WHERE r.utilisateur_id = qui
    AND (r.debut IS NULL OR r.debut <= jour) AND (r.fin IS NULL OR r.fin >= jour);
END $$;

CREATE OR REPLACE FUNCTION app.est_administrateur() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
BEGIN
  RETURN EXISTS (SELECT FROM app.roles_actifs() WHERE type = 'ADMINISTRATEUR');
END $$;

-- Conventions reached through one role. A Caf adviser reaches all conventions of that Caf; an elected official those
-- whose parties or territory include their collectivité; the others the convention they are named on.
CREATE FUNCTION app.conventions_du_role(p_role role) RETURNS int4multirange LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
DECLARE portee int4multirange;
BEGIN
  IF p_role.type = 'ADMINISTRATEUR' THEN RETURN '{(,)}'; END IF;
  IF p_role.type = 'CONSEILLER_CAF' THEN
    SELECT range_agg(int4range(c.id, c.id, '[]')) INTO portee FROM convention c WHERE c.caf_id = p_role.organisme_id;
  ELSIF p_role.convention_id IS NOT NULL THEN
    portee := int4multirange(int4range(p_role.convention_id, p_role.convention_id, '[]'));
  ELSIF p_role.type IN ('ELU', 'LECTEUR') THEN
    SELECT range_agg(int4range(v.id, v.id, '[]')) INTO portee FROM (
      SELECT p.convention_id AS id FROM convention_organisme p WHERE p.organisme_id = p_role.organisme_id
      UNION ALL SELECT t.convention_id FROM organisme o JOIN territoire_commune t ON t.code = o.commune_code WHERE o.id = p_role.organisme_id
      UNION ALL SELECT t.convention_id FROM organisme o JOIN territoire_epci t ON t.siren = o.epci_siren WHERE o.id = p_role.organisme_id) v;
  END IF;
  RETURN coalesce(portee, '{}');
END $$;
REVOKE ALL ON FUNCTION app.conventions_du_role(role) FROM PUBLIC;

-- A set of conventions as a multirange: « everything » for an administrator, and a membership
-- test that stays quick for a Caf of 40 conventions.
CREATE OR REPLACE FUNCTION app.portee(p_types type_role[]) RETURNS int4multirange
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE tenu role; portee int4multirange := '{}';
BEGIN
  FOR tenu IN SELECT * FROM app.roles_actifs() LOOP
    IF tenu.type = 'ADMINISTRATEUR' THEN RETURN '{(,)}'; END IF;
    IF tenu.type = ANY (p_types) THEN portee := portee + app.conventions_du_role(tenu); END IF;
  END LOOP;
  RETURN portee;
END $$;

-- The conventions one reads, by their key: to count or to list them without looking at all those of France.
CREATE FUNCTION app.conventions_lisibles() RETURNS TABLE (id integer) LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 40
SET search_path = pg_catalog, public, app AS $$
DECLARE lecture int4multirange := app.portee_lecture();
BEGIN
  IF upper_inf(lecture) THEN RETURN QUERY SELECT c.id FROM convention c;
  ELSE RETURN QUERY SELECT generate_series(lower(r), upper(r) - 1) FROM unnest(lecture) r;
  END IF;
END $$;
REVOKE ALL ON FUNCTION app.conventions_lisibles() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.conventions_lisibles() TO copilote_app;

-- As before, with the roles read once, and none of the tables they name read whole.
CREATE OR REPLACE FUNCTION app.ouvrir(p_session text, p_operation text, p_slug text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE qui utilisateur; tenus role[]; vue jsonb;
BEGIN
  PERFORM set_config('app.session', coalesce(p_session, ''), true), set_config('app.operation', coalesce(p_operation, ''), true);
  SELECT u.* INTO qui FROM utilisateur u WHERE u.id = app.utilisateur_id();
  IF qui.id IS NULL THEN RETURN NULL; END IF;
  SELECT coalesce(array_agg(r), '{}') INTO tenus FROM app.roles_actifs() r;
  IF p_slug IS NOT NULL THEN
    SELECT jsonb_build_object('id', c.id, 'slug', c.slug, 'nom', c.nom, 'version', c.version,
        'debut', c.date_debut, 'fin', c.date_fin, 'demonstration', c.demonstration,
        'roles', p.types, 'fichesPilotees', coalesce((SELECT jsonb_agg(r.fiche_action_id) FROM unnest(tenus) r
          WHERE r.convention_id = c.id AND r.fiche_action_id IS NOT NULL), '[]'))
      INTO vue FROM convention c CROSS JOIN LATERAL (
        SELECT jsonb_agg(DISTINCT r.type) AS types FROM unnest(tenus) r WHERE c.id <@ app.conventions_du_role(r)) p
      WHERE c.slug = p_slug AND p.types IS NOT NULL;
    -- Whoever administers does so everywhere: their other roles add nothing.
    IF vue -> 'roles' ? 'ADMINISTRATEUR' THEN vue := jsonb_set(vue, '{roles}', '["ADMINISTRATEUR"]'); END IF;
  END IF;
  RETURN jsonb_build_object(
    'utilisateur', jsonb_build_object('id', qui.id, 'nom', qui.nom, 'fonction', qui.fonction, 'email', qui.email),
    'roles', coalesce((SELECT jsonb_agg(jsonb_build_object('type', r.type, 'organismeId', r.organisme_id,
        'organisme', (SELECT o.nom FROM organisme o WHERE o.id = r.organisme_id),
        'conventionId', r.convention_id, 'convention', (SELECT c.nom FROM convention c WHERE c.id = r.convention_id),
        'ficheActionId', r.fiche_action_id) ORDER BY r.type, r.id) FROM unnest(tenus) r), '[]'),
    'convention', vue);
END $$;

DROP FUNCTION app.roles_par_convention();

-- The planner takes « id <@ set » for one row in two hundred, and then builds nested loops that read the same rows
-- seventy times over. Named as the function behind the operator, it is taken for one row in three. Same answer.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'convention_id'
      AND table_name NOT IN ('role', 'journal', 'commentaire', 'schema_cooperation', 'affectation', 'croisement', 'developpement', 'poste')
    ORDER BY 1
  LOOP
    EXECUTE format('ALTER POLICY lecture ON public.%I USING (elem_contained_by_multirange(convention_id, (SELECT app.portee_lecture())))', t);
  END LOOP;
END $$;

-- The meetings of an instance are always asked for within their convention: one index answers both, and stands behind
-- the foreign key. Nobody asks for them by state alone.
CREATE INDEX "reunion_convention_id_instance_id_date_idx" ON "reunion"("convention_id", "instance_id", "date");
DROP INDEX "reunion_instance_id_etat_date_idx";

-- Which convention takes over from this one.
CREATE INDEX "convention_predecesseur_id_idx" ON "convention"("predecesseur_id");
