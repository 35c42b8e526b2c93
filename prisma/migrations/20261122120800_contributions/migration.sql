-- A link opens one fiche to somebody without an account: these two functions read and write that fiche's part of the
-- world and nothing else. Unknown, expired and revoked are one answer.

CREATE FUNCTION app.lire_contribution(p_id text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
  WITH RECURSIVE i AS (SELECT * FROM invitation_fiche WHERE id = p_id AND revoquee_le IS NULL AND expire_le > now()),
    f AS (SELECT f.*, p.nom_fiche, p.nom_etape FROM i JOIN fiche_action f ON f.convention_id = i.convention_id AND f.id = i.fiche_action_id
      JOIN plan_action p ON p.convention_id = f.convention_id AND p.id = f.plan_id),
    a AS (SELECT x.*, 1 AS rang FROM axe x JOIN f ON x.convention_id = f.convention_id AND x.id = f.axe_id
      UNION ALL SELECT x.*, a.rang + 1 FROM axe x JOIN a ON x.convention_id = a.convention_id AND x.id = a.parent_id WHERE a.rang < 10)
  SELECT jsonb_build_object('pour', i.nom, 'dernierJour', (i.expire_le AT TIME ZONE 'Europe/Paris')::date,
    'nomFiche', f.nom_fiche, 'nomEtape', f.nom_etape, 'numero', f.numero, 'titre', f.titre, 'statut', f.statut, 'avancement', f.avancement, 'suivi', f.suivi,
    'axes', (SELECT coalesce(jsonb_agg(concat_ws('. ', a.numero, a.titre) ORDER BY a.rang DESC), '[]') FROM a),
    'etapes', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'numero', e.numero, 'titre', e.titre, 'statut', e.statut) ORDER BY e.ordre, e.id), '[]')
      FROM etape e WHERE e.convention_id = f.convention_id AND e.fiche_action_id = f.id),
    'enAttente', (SELECT to_char(max(c.instant) AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI') FROM contribution_fiche c
      WHERE c.convention_id = i.convention_id AND c.invitation_id = i.id AND c.etat = 'PROPOSEE'))
  FROM i, f
$$;

-- Deposits what is proposed: 'RECUE' (also when the same is waiting already), 'TROP' when ten wait, 'ETAPE' when an étape
-- is not, or no longer, of that fiche; null when the link opens nothing.
CREATE FUNCTION app.deposer_contribution(p_id text, p_message text, p_contenu jsonb) RETURNS text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
DECLARE i invitation_fiche;
BEGIN
  -- One at a time for one link: what waits is counted, and the same twice is once.
  SELECT * INTO i FROM invitation_fiche WHERE id = p_id AND revoquee_le IS NULL AND expire_le > now() FOR NO KEY UPDATE;
  IF i.id IS NULL OR octet_length(p_contenu::text) > 100000 OR length(p_message) > 5000 THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM jsonb_array_elements(p_contenu -> 'etapes') e WHERE NOT EXISTS (SELECT FROM etape x
      WHERE x.convention_id = i.convention_id AND x.fiche_action_id = i.fiche_action_id AND x.id = (e ->> 'id')::integer)) THEN RETURN 'ETAPE'; END IF;
  IF EXISTS (SELECT FROM contribution_fiche c WHERE c.invitation_id = i.id AND c.etat = 'PROPOSEE'
      AND c.contenu = p_contenu AND c.message IS NOT DISTINCT FROM p_message) THEN RETURN 'RECUE'; END IF;
  IF (SELECT count(*) FROM contribution_fiche c WHERE c.invitation_id = i.id AND c.etat = 'PROPOSEE') >= 10 THEN RETURN 'TROP'; END IF;
  PERFORM set_config('app.operation', 'contribution.deposer', true);
  INSERT INTO contribution_fiche (convention_id, fiche_action_id, invitation_id, nom, message, contenu)
    VALUES (i.convention_id, i.fiche_action_id, i.id, i.nom, p_message, p_contenu);
  RETURN 'RECUE';
END $$;

-- What was proposed stays what it was, and is answered once.
CREATE FUNCTION app.proteger_contribution() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
BEGIN
  -- Whoever answered may leave the product.
  IF to_jsonb(NEW) - 'traitee_par_id' = to_jsonb(OLD) - 'traitee_par_id' THEN RETURN NEW; END IF;
  IF OLD.etat <> 'PROPOSEE' OR NEW.nom <> OLD.nom OR NEW.message IS DISTINCT FROM OLD.message OR NEW.instant <> OLD.instant
      OR NEW.invitation_id <> OLD.invitation_id OR NEW.fiche_action_id <> OLD.fiche_action_id OR NEW.contenu - 'retenus' <> OLD.contenu THEN
    RAISE EXCEPTION 'Cette proposition a déjà sa réponse : elle ne change plus.' USING ERRCODE = 'CT002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER repondue BEFORE UPDATE ON contribution_fiche FOR EACH ROW EXECUTE FUNCTION app.proteger_contribution();

REVOKE ALL ON FUNCTION app.lire_contribution(text), app.deposer_contribution(text, text, jsonb), app.proteger_contribution() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.lire_contribution(text), app.deposer_contribution(text, text, jsonb) TO copilote_app;
