-- Values of indicators: a pilote takes back what they entered, a value that one side confirmed changes by that side alone.

CREATE POLICY pilote_retrait ON mesure FOR DELETE TO copilote_app USING (EXISTS (
  SELECT FROM indicateur i WHERE i.id = mesure.indicateur_id AND i.convention_id = mesure.convention_id AND i.fiche_action_id <@ (SELECT app.fiches_pilotees())));
CREATE POLICY pilote_ajout ON accord_mesure FOR INSERT TO copilote_app WITH CHECK (EXISTS (
  SELECT FROM mesure m JOIN indicateur i ON i.id = m.indicateur_id
  WHERE m.id = accord_mesure.mesure_id AND m.convention_id = accord_mesure.convention_id AND i.fiche_action_id <@ (SELECT app.fiches_pilotees())));
CREATE POLICY pilote_retrait ON accord_mesure FOR DELETE TO copilote_app USING (EXISTS (
  SELECT FROM mesure m JOIN indicateur i ON i.id = m.indicateur_id
  WHERE m.id = accord_mesure.mesure_id AND m.convention_id = accord_mesure.convention_id AND i.fiche_action_id <@ (SELECT app.fiches_pilotees())));

-- What one side confirmed is neither changed, nor taken away, nor made a proposal again by another; nobody confirms in
-- somebody else's name.
CREATE FUNCTION app.proteger_mesure() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
DECLARE attendu cote_releve;
BEGIN
  IF nullif(current_setting('app.session', true), '') IS NULL OR current_setting('app.operation', true) = 'dossier.importer' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.confirmee_par_id IS NOT NULL AND NEW.confirmee_par_id IS DISTINCT FROM app.utilisateur_id()
      AND (TG_OP = 'INSERT' OR NEW.confirmee_par_id IS DISTINCT FROM OLD.confirmee_par_id) THEN
    RAISE EXCEPTION 'Chacun confirme en son nom.' USING ERRCODE = 'CT006';
  END IF;
  IF TG_OP = 'INSERT' OR OLD.etat <> 'CONFIRMEE' THEN RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; END IF;
  IF TG_OP = 'UPDATE' AND (OLD.valeur, OLD.valeur_prevue, OLD.texte, OLD.debut, OLD.fin, OLD.ventilation, OLD.indicateur_id, OLD.etat)
      IS NOT DISTINCT FROM (NEW.valeur, NEW.valeur_prevue, NEW.texte, NEW.debut, NEW.fin, NEW.ventilation, NEW.indicateur_id, NEW.etat) THEN RETURN NEW; END IF;
  SELECT i.confirmation INTO attendu FROM indicateur i WHERE i.id = OLD.indicateur_id;
  IF attendu IS NOT NULL AND NOT attendu = ANY (coalesce(app.cotes_de(app.utilisateur_id(), OLD.convention_id), '{}')) THEN
    RAISE EXCEPTION 'Cette valeur est confirmée par % : proposez-en une autre avec sa raison.', CASE attendu WHEN 'CAF' THEN 'la Caf' ELSE 'la coordination' END USING ERRCODE = 'CT006';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER confirmee BEFORE INSERT OR UPDATE OR DELETE ON mesure FOR EACH ROW EXECUTE FUNCTION app.proteger_mesure();

-- The side that confirms gives that up itself: else whoever defines the indicator would confirm in its place.
CREATE FUNCTION app.proteger_confirmation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF OLD.confirmation IS NULL OR NEW.confirmation IS NOT DISTINCT FROM OLD.confirmation OR nullif(current_setting('app.session', true), '') IS NULL
      OR current_setting('app.operation', true) = 'dossier.importer'
      OR OLD.confirmation = ANY (coalesce(app.cotes_de(app.utilisateur_id(), OLD.convention_id), '{}')) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'Seule % peut renoncer à confirmer les valeurs de cet indicateur.', CASE OLD.confirmation WHEN 'CAF' THEN 'la Caf' ELSE 'la coordination' END USING ERRCODE = 'CT006';
END $$;
CREATE TRIGGER confirmation BEFORE UPDATE OF confirmation ON indicateur FOR EACH ROW EXECUTE FUNCTION app.proteger_confirmation();

CREATE INDEX indicateur_parties ON indicateur (origine_id) WHERE origine_id IS NOT NULL;

REVOKE ALL ON FUNCTION app.proteger_mesure(), app.proteger_confirmation() FROM PUBLIC;
