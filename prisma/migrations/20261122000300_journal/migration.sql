-- The journal is written by the database itself: no author of an action can forget it, and nobody,
-- not even the owner, changes it afterwards.

ALTER TABLE journal ENABLE ROW LEVEL SECURITY;
REVOKE ALL ON journal FROM copilote_app;
GRANT SELECT ON journal TO copilote_app;
GRANT INSERT (utilisateur_id, convention_id, operation, objet, objet_id, libelle, avant, apres, motif) ON journal TO copilote_app;
CREATE POLICY lecture ON journal FOR SELECT TO copilote_app USING (
  (SELECT app.est_administrateur()) OR convention_id <@ (SELECT app.portee_ecriture()));
-- Events that change no row (an export, say) are written in one's own name only.
CREATE POLICY ajout ON journal FOR INSERT TO copilote_app WITH CHECK (
  utilisateur_id = (SELECT app.utilisateur_id())
  AND (convention_id IS NULL OR convention_id <@ (SELECT app.portee_lecture())));

CREATE FUNCTION app.refuser_modification() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Le journal ne se modifie pas.' USING ERRCODE = 'CT003';
END $$;
CREATE TRIGGER inalterable BEFORE UPDATE OR DELETE ON journal FOR EACH ROW EXECUTE FUNCTION app.refuser_modification();
CREATE TRIGGER inalterable_table BEFORE TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION app.refuser_modification();

-- One line per changed row, with only the fields that changed. Technical columns are left out.
CREATE FUNCTION app.journaliser() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
DECLARE
  techniques CONSTANT text[] := ARRAY['version', 'recherche', 'maj_le', 'cree_le', 'convention_id', 'mot_de_passe'];
  vieux jsonb; neuf jsonb; avant jsonb; apres jsonb; ligne jsonb; convention integer;
BEGIN
  -- An import writes one line for the whole dossier instead of hundreds.
  IF TG_OP = 'INSERT' AND current_setting('app.operation', true) = 'dossier.importer' THEN RETURN NULL; END IF;
  IF TG_OP <> 'INSERT' THEN vieux := to_jsonb(OLD); END IF;
  IF TG_OP <> 'DELETE' THEN neuf := to_jsonb(NEW); END IF;
  ligne := coalesce(neuf, vieux);
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(a.key, vieux -> a.key), jsonb_object_agg(a.key, a.value) INTO avant, apres
      FROM jsonb_each(neuf) a WHERE a.value IS DISTINCT FROM vieux -> a.key AND a.key <> ALL (techniques);
    IF apres IS NULL THEN RETURN NULL; END IF;
  ELSE
    avant := CASE WHEN TG_OP = 'DELETE' THEN jsonb_strip_nulls(vieux) - techniques END;
    apres := CASE WHEN TG_OP = 'INSERT' THEN jsonb_strip_nulls(neuf) - techniques END;
  END IF;
  convention := CASE WHEN TG_TABLE_NAME = 'convention' THEN ligne ->> 'id' ELSE ligne ->> 'convention_id' END::integer;
  INSERT INTO journal (utilisateur_id, convention_id, operation, objet, objet_id, libelle, avant, apres, motif)
  VALUES (app.utilisateur_id(), convention, coalesce(nullif(current_setting('app.operation', true), ''), 'sql'), TG_TABLE_NAME,
    (ligne ->> 'id')::integer,
    left(coalesce(ligne ->> 'titre', ligne ->> 'nom', ligne ->> 'libelle', ligne ->> 'objet', ligne ->> 'date', ligne ->> 'texte', ligne ->> 'email'), 300),
    avant, apres, nullif(current_setting('app.motif', true), ''));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.journaliser(), app.refuser_modification() FROM PUBLIC;

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT table_name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
      AND table_name NOT IN ('journal', 'session', 'invitation', 'tentative_connexion', '_prisma_migrations', 'departement', 'epci',
        'epci_departement', 'commune', 'theme_afas', 'nature_equipement', 'mission_reference')
    ORDER BY 1
  LOOP
    EXECUTE format('CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION app.journaliser()', t);
  END LOOP;
END $$;
