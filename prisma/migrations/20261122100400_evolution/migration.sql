-- What changed status between two instants, for whoever reads the convention. The journal stays closed to elected
-- officials: of it they get the fiches, étapes and schémas that changed status, from what to what and when; neither
-- who, nor why, nor anything else. A draft schéma remains work in progress: it says nothing to those who may not read it.
CREATE FUNCTION app.changements(p_convention integer, p_debut timestamptz, p_fin timestamptz)
RETURNS TABLE (instant timestamptz, objet text, objet_id integer, avant text, apres text)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, app AS $$
DECLARE brouillons boolean;
BEGIN
  IF p_convention IS NULL OR NOT elem_contained_by_multirange(p_convention, app.portee_lecture()) THEN RETURN; END IF;
  brouillons := elem_contained_by_multirange(p_convention, app.portee_ecriture());
  RETURN QUERY SELECT c.instant, c.objet, c.objet_id, c.avant, c.apres FROM (
    SELECT j.id, j.instant, j.objet, j.objet_id, j.avant ->> 'statut' AS avant, j.apres ->> 'statut' AS apres FROM journal j
    WHERE j.convention_id = p_convention AND j.objet IN ('fiche_action', 'etape') AND j.instant >= p_debut AND j.instant < p_fin
      AND j.avant ? 'statut' AND j.apres ? 'statut'
    UNION ALL
    SELECT j.id, j.instant, j.objet, j.objet_id, CASE WHEN brouillons THEN j.avant ->> 'etat' ELSE nullif(j.avant ->> 'etat', 'BROUILLON') END, j.apres ->> 'etat'
    FROM journal j JOIN schema_cooperation s ON s.convention_id = p_convention AND s.id = j.objet_id
    WHERE j.convention_id = p_convention AND j.objet = 'schema_cooperation' AND j.instant >= p_debut AND j.instant < p_fin
      AND j.avant ? 'etat' AND j.apres ? 'etat'
      AND (brouillons OR (s.etat <> 'BROUILLON' AND j.apres ->> 'etat' <> 'BROUILLON'))) c
  ORDER BY c.id;
END $$;
REVOKE ALL ON FUNCTION app.changements(integer, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.changements(integer, timestamptz, timestamptz) TO copilote_app;
