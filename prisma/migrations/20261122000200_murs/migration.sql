-- The second wall. The application's role owns nothing, bypasses nothing, and sees nothing when
-- nobody is asking: every policy below starts from the session carried by the transaction.

CREATE SCHEMA app;

-- Roles belong to the cluster, not to the database: another database may have created it already, and
-- an owner who may not create roles can go on if somebody has.
DO $$ BEGIN
  IF to_regrole('copilote_app') IS NOT NULL THEN RETURN; END IF;
  CREATE ROLE copilote_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

GRANT USAGE ON SCHEMA public, app TO copilote_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO copilote_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO copilote_app;

-- ── Who is asking ─────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION app.aujourdhui() RETURNS date LANGUAGE sql STABLE
AS $$ SELECT (now() AT TIME ZONE 'Europe/Paris')::date $$;

-- The person behind the session of this transaction, or null. The setting holds the hash of a
-- secret that only the cookie knows: it cannot be guessed, and a closed session opens nothing.
CREATE FUNCTION app.utilisateur_id() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
  SELECT s.utilisateur_id
  FROM session s JOIN utilisateur u ON u.id = s.utilisateur_id
  WHERE s.id = nullif(current_setting('app.session', true), '')
    AND s.fermee_le IS NULL AND s.expire_le > now() AND u.actif
$$;

CREATE FUNCTION app.roles_actifs() RETURNS SETOF role LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
  SELECT r.* FROM role r
  WHERE r.utilisateur_id = app.utilisateur_id()
    AND (r.debut IS NULL OR r.debut <= app.aujourdhui())
    AND (r.fin IS NULL OR r.fin >= app.aujourdhui())
$$;

CREATE FUNCTION app.est_administrateur() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
  SELECT EXISTS (SELECT 1 FROM app.roles_actifs() WHERE type = 'ADMINISTRATEUR')
$$;

-- Conventions reached through each role held: one row per (convention, role).
-- A Caf adviser reaches all conventions of that Caf; an elected official those whose parties or
-- territory include their collectivité; the others the conventions they are named on.
CREATE FUNCTION app.roles_par_convention() RETURNS TABLE (convention_id integer, type type_role)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  WITH r AS MATERIALIZED (SELECT * FROM app.roles_actifs())
  SELECT c.id, r.type FROM r JOIN convention c ON c.caf_id = r.organisme_id WHERE r.type = 'CONSEILLER_CAF'
  UNION SELECT r.convention_id, r.type FROM r WHERE r.convention_id IS NOT NULL
  UNION SELECT p.convention_id, r.type FROM r JOIN convention_organisme p ON p.organisme_id = r.organisme_id
    WHERE r.type IN ('ELU', 'LECTEUR')
  UNION SELECT t.convention_id, r.type FROM r JOIN organisme o ON o.id = r.organisme_id
    JOIN territoire_commune t ON t.code = o.commune_code WHERE r.type IN ('ELU', 'LECTEUR')
  UNION SELECT t.convention_id, r.type FROM r JOIN organisme o ON o.id = r.organisme_id
    JOIN territoire_epci t ON t.siren = o.epci_siren WHERE r.type IN ('ELU', 'LECTEUR')
$$;

-- A set of conventions as a multirange: « everything » for an administrator, and a membership
-- test that stays quick for a Caf of 40 conventions.
CREATE FUNCTION app.portee(p_types type_role[]) RETURNS int4multirange
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF app.est_administrateur() THEN RETURN '{(,)}'; END IF;
  RETURN coalesce((SELECT range_agg(int4range(convention_id, convention_id, '[]'))
    FROM app.roles_par_convention() WHERE type = ANY (p_types)), '{}');
END $$;

CREATE FUNCTION app.portee_lecture() RETURNS int4multirange LANGUAGE sql STABLE AS $$
  SELECT app.portee(ARRAY['CONSEILLER_CAF','CHARGE_COOPERATION','PILOTE','ELU','LECTEUR']::type_role[]) $$;

CREATE FUNCTION app.portee_ecriture() RETURNS int4multirange LANGUAGE sql STABLE AS $$
  SELECT app.portee(ARRAY['CONSEILLER_CAF','CHARGE_COOPERATION']::type_role[]) $$;

CREATE FUNCTION app.portee_caf() RETURNS int4multirange LANGUAGE sql STABLE AS $$
  SELECT app.portee(ARRAY['CONSEILLER_CAF']::type_role[]) $$;

CREATE FUNCTION app.fiches_pilotees() RETURNS int4multirange LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
  SELECT coalesce(range_agg(int4range(fiche_action_id, fiche_action_id, '[]')), '{}')
  FROM app.roles_actifs() WHERE type = 'PILOTE' AND fiche_action_id IS NOT NULL
$$;

-- Colleagues: people who hold a role on a convention, or on the Caf of a convention, that I read.
CREATE FUNCTION app.utilisateurs_visibles() RETURNS int4multirange
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE lecture int4multirange;
BEGIN
  IF app.est_administrateur() THEN RETURN '{(,)}'; END IF;
  lecture := app.portee_ecriture();
  RETURN coalesce((SELECT range_agg(int4range(u, u, '[]')) FROM (
      SELECT app.utilisateur_id() AS u WHERE app.utilisateur_id() IS NOT NULL
      UNION SELECT r.utilisateur_id FROM role r WHERE r.convention_id <@ lecture
      UNION SELECT r.utilisateur_id FROM role r JOIN convention c ON c.caf_id = r.organisme_id
        WHERE r.type = 'CONSEILLER_CAF' AND c.id <@ lecture) v), '{}');
END $$;

-- ── Policies ──────────────────────────────────────────────────────────────────────────────────

-- Every table that carries a convention: read within the reading reach, write within the writing reach.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'convention_id' AND table_name NOT IN ('role', 'journal')
    ORDER BY 1
  LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY lecture ON public.%I FOR SELECT TO copilote_app USING (convention_id <@ (SELECT app.portee_lecture()))', t);
    EXECUTE format('CREATE POLICY ajout ON public.%I FOR INSERT TO copilote_app WITH CHECK (convention_id <@ (SELECT app.portee_ecriture()))', t);
    EXECUTE format('CREATE POLICY modification ON public.%I FOR UPDATE TO copilote_app USING (convention_id <@ (SELECT app.portee_ecriture())) WITH CHECK (convention_id <@ (SELECT app.portee_ecriture()))', t);
    EXECUTE format('CREATE POLICY retrait ON public.%I FOR DELETE TO copilote_app USING (convention_id <@ (SELECT app.portee_ecriture()))', t);
  END LOOP;
END $$;

-- A convention is created by an administrator, or by an adviser of its Caf.
ALTER TABLE convention ENABLE ROW LEVEL SECURITY;
CREATE POLICY lecture ON convention FOR SELECT TO copilote_app USING (id <@ (SELECT app.portee_lecture())
  OR caf_id IN (SELECT r.organisme_id FROM app.roles_actifs() r WHERE r.type = 'CONSEILLER_CAF'));
CREATE POLICY ajout ON convention FOR INSERT TO copilote_app WITH CHECK ((SELECT app.est_administrateur())
  OR caf_id IN (SELECT r.organisme_id FROM app.roles_actifs() r WHERE r.type = 'CONSEILLER_CAF'));
CREATE POLICY modification ON convention FOR UPDATE TO copilote_app
  USING (id <@ (SELECT app.portee_ecriture())) WITH CHECK (id <@ (SELECT app.portee_ecriture()));
CREATE POLICY retrait ON convention FOR DELETE TO copilote_app USING ((SELECT app.est_administrateur()));

-- A pilote writes the fiches they lead, with their étapes and measures.
CREATE POLICY pilote ON fiche_action FOR UPDATE TO copilote_app
  USING (id <@ (SELECT app.fiches_pilotees())) WITH CHECK (id <@ (SELECT app.fiches_pilotees()));
CREATE POLICY pilote ON etape FOR UPDATE TO copilote_app
  USING (fiche_action_id <@ (SELECT app.fiches_pilotees())) WITH CHECK (fiche_action_id <@ (SELECT app.fiches_pilotees()));
CREATE POLICY pilote_ajout ON mesure FOR INSERT TO copilote_app WITH CHECK (EXISTS (
  SELECT 1 FROM indicateur i WHERE i.id = indicateur_id AND i.convention_id = mesure.convention_id
    AND i.fiche_action_id <@ (SELECT app.fiches_pilotees())));
CREATE POLICY pilote_modification ON mesure FOR UPDATE TO copilote_app USING (EXISTS (
  SELECT 1 FROM indicateur i WHERE i.id = indicateur_id AND i.convention_id = mesure.convention_id
    AND i.fiche_action_id <@ (SELECT app.fiches_pilotees())));

-- A draft schéma is work in progress: only those who may write it read it.
DROP POLICY lecture ON schema_cooperation;
CREATE POLICY lecture ON schema_cooperation FOR SELECT TO copilote_app USING (
  convention_id <@ (SELECT app.portee_ecriture())
  OR (etat <> 'BROUILLON' AND convention_id <@ (SELECT app.portee_lecture())));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['affectation', 'croisement', 'developpement', 'poste'] LOOP
    EXECUTE format('DROP POLICY lecture ON public.%I', t);
    EXECUTE format('CREATE POLICY lecture ON public.%I FOR SELECT TO copilote_app USING (
      convention_id <@ (SELECT app.portee_ecriture())
      OR (convention_id <@ (SELECT app.portee_lecture())
          AND EXISTS (SELECT 1 FROM schema_cooperation s WHERE s.id = schema_id)))', t);
  END LOOP;
END $$;

-- Comments: for the Caf alone, for the pair Caf–coordination, or for all who read the convention.
DROP POLICY lecture ON commentaire;
CREATE POLICY lecture ON commentaire FOR SELECT TO copilote_app USING (
  convention_id <@ (SELECT app.portee_caf())
  OR (visibilite = 'PAIRE' AND convention_id <@ (SELECT app.portee_ecriture()))
  OR (visibilite = 'TOUS' AND convention_id <@ (SELECT app.portee_lecture())));

-- Organismes are shared names (a Caf, a commune): read by whoever is signed in, changed by an administrator.
ALTER TABLE organisme ENABLE ROW LEVEL SECURITY;
CREATE POLICY lecture ON organisme FOR SELECT TO copilote_app USING ((SELECT app.utilisateur_id()) IS NOT NULL);
CREATE POLICY ajout ON organisme FOR INSERT TO copilote_app WITH CHECK (
  (SELECT app.est_administrateur()) OR EXISTS (SELECT 1 FROM app.roles_actifs() r WHERE r.type IN ('CONSEILLER_CAF', 'CHARGE_COOPERATION')));
CREATE POLICY modification ON organisme FOR UPDATE TO copilote_app
  USING ((SELECT app.est_administrateur())) WITH CHECK ((SELECT app.est_administrateur()));

-- People and roles: one's own, one's colleagues', everything for an administrator who alone changes them.
ALTER TABLE utilisateur ENABLE ROW LEVEL SECURITY;
REVOKE ALL ON utilisateur FROM copilote_app;
GRANT SELECT (id, email, nom, fonction, actif, demonstration, systeme, version, cree_le) ON utilisateur TO copilote_app;
GRANT INSERT (email, nom, fonction, actif), UPDATE (email, nom, fonction, actif, version) ON utilisateur TO copilote_app;
CREATE POLICY lecture ON utilisateur FOR SELECT TO copilote_app USING (id <@ (SELECT app.utilisateurs_visibles()));
CREATE POLICY ajout ON utilisateur FOR INSERT TO copilote_app WITH CHECK ((SELECT app.est_administrateur()));
CREATE POLICY modification ON utilisateur FOR UPDATE TO copilote_app
  USING ((SELECT app.est_administrateur())) WITH CHECK ((SELECT app.est_administrateur()));

ALTER TABLE role ENABLE ROW LEVEL SECURITY;
CREATE POLICY lecture ON role FOR SELECT TO copilote_app USING (
  utilisateur_id = (SELECT app.utilisateur_id()) OR (SELECT app.est_administrateur())
  OR convention_id <@ (SELECT app.portee_ecriture()));
CREATE POLICY ajout ON role FOR INSERT TO copilote_app WITH CHECK ((SELECT app.est_administrateur()));
CREATE POLICY modification ON role FOR UPDATE TO copilote_app
  USING ((SELECT app.est_administrateur())) WITH CHECK ((SELECT app.est_administrateur()));
CREATE POLICY retrait ON role FOR DELETE TO copilote_app USING ((SELECT app.est_administrateur()));

-- Secrets of sign-in are reached through functions only.
REVOKE ALL ON session, invitation, tentative_connexion FROM copilote_app;
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE tentative_connexion ENABLE ROW LEVEL SECURITY;

-- Reference data is public and read-only for the application.
REVOKE INSERT, UPDATE, DELETE ON departement, epci, epci_departement, commune, theme_afas, nature_equipement, mission_reference FROM copilote_app;

-- A role is held on what its type says, and on nothing else.
ALTER TABLE role ADD CONSTRAINT role_portee CHECK (CASE type
  WHEN 'ADMINISTRATEUR' THEN organisme_id IS NULL AND convention_id IS NULL AND fiche_action_id IS NULL
  WHEN 'CONSEILLER_CAF' THEN organisme_id IS NOT NULL AND convention_id IS NULL AND fiche_action_id IS NULL
  WHEN 'CHARGE_COOPERATION' THEN organisme_id IS NULL AND convention_id IS NOT NULL AND fiche_action_id IS NULL
  WHEN 'PILOTE' THEN organisme_id IS NULL AND convention_id IS NOT NULL AND fiche_action_id IS NOT NULL
  WHEN 'ELU' THEN organisme_id IS NOT NULL AND convention_id IS NULL AND fiche_action_id IS NULL
  WHEN 'LECTEUR' THEN num_nonnulls(organisme_id, convention_id) = 1 AND fiche_action_id IS NULL
  END);

-- ── Sign-in ───────────────────────────────────────────────────────────────────────────────────

-- Demonstration accounts exist for the trial mode only.
CREATE FUNCTION app.identifier(p_email text, p_essai boolean) RETURNS TABLE (id integer, mot_de_passe text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  SELECT u.id, u.mot_de_passe FROM utilisateur u
  WHERE u.email = lower(p_email) AND u.actif AND NOT u.systeme AND (p_essai OR NOT u.demonstration)
$$;

CREATE FUNCTION app.creer_session(p_id text, p_utilisateur integer, p_expire timestamptz, p_agent text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  INSERT INTO session (id, utilisateur_id, expire_le, agent) VALUES (p_id, p_utilisateur, p_expire, left(p_agent, 200))
$$;

CREATE FUNCTION app.fermer_session(p_id text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  UPDATE session SET fermee_le = now() WHERE id = p_id AND fermee_le IS NULL
$$;

-- Ends all sessions of a person: one's own, or anyone's for an administrator.
CREATE FUNCTION app.fermer_sessions(p_utilisateur integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE n integer;
BEGIN
  IF p_utilisateur IS DISTINCT FROM app.utilisateur_id() AND NOT app.est_administrateur() THEN RETURN 0; END IF;
  UPDATE session SET fermee_le = now() WHERE utilisateur_id = p_utilisateur AND fermee_le IS NULL;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

-- How many failures each key has seen since then; old ones are forgotten on the way.
CREATE FUNCTION app.compter_tentatives(p_cles text[], p_depuis timestamptz) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  SELECT coalesce(max(n), 0)::integer FROM (
    SELECT count(*) AS n FROM tentative_connexion WHERE cle = ANY (p_cles) AND instant > p_depuis GROUP BY cle) t
$$;

CREATE FUNCTION app.noter_tentative(p_cles text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  DELETE FROM tentative_connexion WHERE instant < now() - interval '1 day';
  INSERT INTO tentative_connexion (cle) SELECT unnest(p_cles);
$$;

CREATE FUNCTION app.oublier_tentatives(p_cle text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  DELETE FROM tentative_connexion WHERE cle = p_cle
$$;

-- Spends a one-time invitation and stores the hash of the chosen password. Null when it is spent or too old.
CREATE FUNCTION app.accepter_invitation(p_id text, p_mot_de_passe text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE qui integer;
BEGIN
  UPDATE invitation SET utilisee_le = now()
    WHERE id = p_id AND utilisee_le IS NULL AND expire_le > now() RETURNING utilisateur_id INTO qui;
  IF qui IS NULL THEN RETURN NULL; END IF;
  UPDATE utilisateur SET mot_de_passe = p_mot_de_passe, version = version + 1 WHERE id = qui;
  UPDATE session SET fermee_le = now() WHERE utilisateur_id = qui AND fermee_le IS NULL;
  RETURN qui;
END $$;

-- Whose invitation this is, to greet them before they choose a password.
CREATE FUNCTION app.lire_invitation(p_id text) RETURNS TABLE (nom text, email text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  SELECT u.nom, u.email FROM invitation i JOIN utilisateur u ON u.id = i.utilisateur_id
  WHERE i.id = p_id AND i.utilisee_le IS NULL AND i.expire_le > now() AND u.actif
$$;

-- An administrator invites: the link replaces the earlier ones.
CREATE FUNCTION app.creer_invitation(p_id text, p_utilisateur integer, p_expire timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF NOT app.est_administrateur() THEN RETURN false; END IF;
  DELETE FROM invitation WHERE utilisateur_id = p_utilisateur AND utilisee_le IS NULL;
  INSERT INTO invitation (id, utilisateur_id, expire_le) VALUES (p_id, p_utilisateur, p_expire);
  RETURN true;
END $$;

-- ── Opening a transaction for someone ─────────────────────────────────────────────────────────

-- Binds the transaction to a session and answers, in one statement, who is asking and with which
-- roles, and the convention asked for if they may read it. Null when the session opens nothing.
CREATE FUNCTION app.ouvrir(p_session text, p_operation text, p_slug text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE qui utilisateur; vue jsonb;
BEGIN
  PERFORM set_config('app.session', coalesce(p_session, ''), true), set_config('app.operation', coalesce(p_operation, ''), true);
  SELECT u.* INTO qui FROM utilisateur u WHERE u.id = app.utilisateur_id();
  IF qui.id IS NULL THEN RETURN NULL; END IF;
  IF p_slug IS NOT NULL THEN
    SELECT jsonb_build_object('id', c.id, 'slug', c.slug, 'nom', c.nom, 'version', c.version,
        'debut', c.date_debut, 'fin', c.date_fin, 'demonstration', c.demonstration,
        'roles', CASE WHEN app.est_administrateur() THEN jsonb_build_array('ADMINISTRATEUR')
          ELSE coalesce((SELECT jsonb_agg(DISTINCT p.type) FROM app.roles_par_convention() p WHERE p.convention_id = c.id), '[]') END,
        'fichesPilotees', coalesce((SELECT jsonb_agg(r.fiche_action_id) FROM app.roles_actifs() r
          WHERE r.convention_id = c.id AND r.fiche_action_id IS NOT NULL), '[]'))
      INTO vue FROM convention c WHERE c.slug = p_slug AND c.id <@ app.portee_lecture();
  END IF;
  RETURN jsonb_build_object(
    'utilisateur', jsonb_build_object('id', qui.id, 'nom', qui.nom, 'fonction', qui.fonction, 'email', qui.email),
    'roles', coalesce((SELECT jsonb_agg(jsonb_build_object('type', r.type, 'organismeId', r.organisme_id, 'organisme', o.nom,
        'conventionId', r.convention_id, 'convention', c.nom, 'ficheActionId', r.fiche_action_id) ORDER BY r.type, r.id)
      FROM app.roles_actifs() r LEFT JOIN organisme o ON o.id = r.organisme_id LEFT JOIN convention c ON c.id = r.convention_id), '[]'),
    'convention', vue);
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO copilote_app;
