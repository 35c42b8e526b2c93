-- Who validates minutes for which side, and who reads them before they are validated.

-- The sides a person may validate for on a convention: their roles say it. Whoever administers validates for nobody.
CREATE FUNCTION app.cotes_de(p_utilisateur integer, p_convention integer) RETURNS cote_releve[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  SELECT CASE WHEN bool_or(r.type = 'ADMINISTRATEUR') THEN '{}' ELSE
      coalesce(array_agg(DISTINCT CASE r.type WHEN 'CONSEILLER_CAF' THEN 'CAF'::cote_releve ELSE 'COORDINATION' END)
        FILTER (WHERE (r.type = 'CONSEILLER_CAF' AND r.organisme_id = c.caf_id) OR (r.type = 'CHARGE_COOPERATION' AND r.convention_id = c.id)), '{}') END
  FROM convention c JOIN role r ON r.utilisateur_id = p_utilisateur
  JOIN utilisateur u ON u.id = r.utilisateur_id AND u.actif
  WHERE c.id = p_convention
    AND (r.debut IS NULL OR r.debut <= app.aujourdhui()) AND (r.fin IS NULL OR r.fin >= app.aujourdhui())
$$;

-- The co-leads named among the members of an instance on a day, as far as their account may validate. Whoever reads the
-- convention may know for which side, nobody learns their roles.
CREATE FUNCTION app.coanimateurs(p_convention integer, p_instance integer, p_jour date)
RETURNS TABLE (membre_id integer, utilisateur_id integer, cote cote_releve)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF NOT p_convention <@ app.portee_lecture() THEN RETURN; END IF;
  RETURN QUERY SELECT m.id, m.utilisateur_id, c.cote
    FROM membre m CROSS JOIN LATERAL unnest(app.cotes_de(m.utilisateur_id, m.convention_id)) c (cote)
    WHERE m.convention_id = p_convention AND m.instance_id = p_instance AND m.coanimation AND m.utilisateur_id IS NOT NULL
      AND (m.debut IS NULL OR m.debut <= p_jour) AND (m.fin IS NULL OR m.fin >= p_jour)
    ORDER BY m.ordre, m.id;
END $$;

-- Each side is validated by one of its own.
CREATE FUNCTION app.verifier_cote() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF current_setting('app.operation', true) IS DISTINCT FROM 'dossier.importer'
      AND NOT NEW.cote = ANY (coalesce(app.cotes_de(NEW.utilisateur_id, NEW.convention_id), '{}')) THEN
    RAISE EXCEPTION 'Chaque côté valide pour lui-même : la Caf par un conseiller, la coordination par un chargé de coopération.' USING ERRCODE = 'CT004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cote BEFORE INSERT ON validation_releve FOR EACH ROW EXECUTE FUNCTION app.verifier_cote();

-- Minutes are the convention's once validated; before that, the work of those who write them.
DROP POLICY lecture ON releve;
CREATE POLICY lecture ON releve FOR SELECT TO copilote_app USING (
  elem_contained_by_multirange(convention_id, (SELECT app.portee_lecture()))
  AND (etat = 'VALIDE' OR convention_id <@ (SELECT app.portee_ecriture())));

REVOKE ALL ON FUNCTION app.cotes_de(integer, integer), app.coanimateurs(integer, integer, date), app.verifier_cote() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.coanimateurs(integer, integer, date) TO copilote_app;
