-- Moving one row of the plan counts the ranks of many: the journal tells of the move, once, and not of each rank.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['axe', 'fiche_action'] LOOP
    EXECUTE format('DROP TRIGGER journal ON public.%I', t);
    EXECUTE format('CREATE TRIGGER journal AFTER INSERT OR DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION app.journaliser()', t);
    EXECUTE format('CREATE TRIGGER journal_modification AFTER UPDATE ON public.%I FOR EACH ROW
      WHEN (to_jsonb(OLD) - ''ordre'' IS DISTINCT FROM to_jsonb(NEW) - ''ordre'') EXECUTE FUNCTION app.journaliser()', t);
  END LOOP;
END $$;

-- What a fiche has lived, whoever may read it: removing it would take it all away. Comments for others’ eyes count too.
CREATE FUNCTION app.histoire_fiche(p_convention integer, p_fiche integer) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
  SELECT jsonb_build_object(
    'mesures', (SELECT count(*) FROM mesure m JOIN indicateur i ON i.id = m.indicateur_id WHERE i.convention_id = f.convention_id AND i.fiche_action_id = f.id),
    'decisions', (SELECT count(*) FROM decision d WHERE d.convention_id = f.convention_id AND (d.fiche_action_id = f.id
      OR d.indicateur_id IN (SELECT i.id FROM indicateur i WHERE i.convention_id = f.convention_id AND i.fiche_action_id = f.id))),
    'points', (SELECT count(*) FROM point_ordre_du_jour p WHERE p.convention_id = f.convention_id AND (p.fiche_action_id = f.id
      OR p.indicateur_id IN (SELECT i.id FROM indicateur i WHERE i.convention_id = f.convention_id AND i.fiche_action_id = f.id))),
    'commentaires', (SELECT count(*) FROM commentaire c WHERE c.convention_id = f.convention_id AND c.fiche_action_id = f.id),
    'roles', (SELECT count(*) FROM role r WHERE r.convention_id = f.convention_id AND r.fiche_action_id = f.id),
    'budget', (SELECT count(*) FROM ligne_budget b WHERE b.convention_id = f.convention_id AND b.fiche_action_id = f.id),
    'appreciations', (SELECT count(*) FROM appreciation a WHERE a.convention_id = f.convention_id AND a.fiche_action_id = f.id),
    'contributions', (SELECT count(*) FROM contribution_fiche k WHERE k.convention_id = f.convention_id AND k.fiche_action_id = f.id))
  FROM fiche_action f
  WHERE f.convention_id = p_convention AND f.id = p_fiche AND p_convention <@ app.portee_ecriture()
$$;
REVOKE ALL ON FUNCTION app.histoire_fiche(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.histoire_fiche(integer, integer) TO copilote_app;
