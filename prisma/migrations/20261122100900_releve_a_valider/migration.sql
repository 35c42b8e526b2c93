-- Nobody writes minutes that are validated from the start: only an import brings some that were validated elsewhere.
CREATE FUNCTION app.naitre_a_valider() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF NEW.etat = 'VALIDE' AND current_setting('app.operation', true) IS DISTINCT FROM 'dossier.importer' THEN
    RAISE EXCEPTION 'Un relevé se valide à deux : la Caf et la coordination.' USING ERRCODE = 'CT002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_valider BEFORE INSERT ON releve FOR EACH ROW EXECUTE FUNCTION app.naitre_a_valider();
REVOKE ALL ON FUNCTION app.naitre_a_valider() FROM PUBLIC;
