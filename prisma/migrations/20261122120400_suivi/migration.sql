-- Follow-up of a fiche: each voice keeps its own appraisal, and what is said to some is told to nobody else.

-- ── Appraisals ────────────────────────────────────────────────────────────────────────────────

-- Each side writes its own: it neither takes over, changes nor withdraws the other’s. An appraisal goes with its fiche.
CREATE FUNCTION app.proteger_appreciation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
BEGIN
  -- Nobody is asking: the owner of the database prepares data; the application's role writes nothing without a session.
  IF current_setting('app.operation', true) = 'dossier.importer' OR nullif(current_setting('app.session', true), '') IS NULL
      OR NOT EXISTS (SELECT FROM fiche_action f WHERE f.id = OLD.fiche_action_id)
      OR (OLD.cote = ANY (coalesce(app.cotes_de(app.utilisateur_id(), OLD.convention_id), '{}'))
        AND (TG_OP = 'DELETE' OR (NEW.cote = OLD.cote AND NEW.fiche_action_id = OLD.fiche_action_id))) THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION 'Chaque voix parle pour elle-même : la Caf par un conseiller, la coordination par un chargé de coopération.' USING ERRCODE = 'CT004';
END $$;
CREATE TRIGGER voix BEFORE UPDATE OR DELETE ON appreciation FOR EACH ROW EXECUTE FUNCTION app.proteger_appreciation();

-- ── Comments ──────────────────────────────────────────────────────────────────────────────────

-- Who speaks in the comments of a fiche that one may read, and whom they name: an élu reads these names and no account.
CREATE FUNCTION app.voix_commentaires(p_convention integer, p_fiche integer)
RETURNS TABLE (commentaire_id integer, auteur text, fonction text, cites text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  SELECT c.id, u.nom, u.fonction,
    coalesce((SELECT array_agg(v.nom ORDER BY v.nom, v.id) FROM mention m JOIN utilisateur v ON v.id = m.utilisateur_id WHERE m.commentaire_id = c.id), '{}')
  FROM commentaire c JOIN utilisateur u ON u.id = c.auteur_id
  WHERE c.convention_id = p_convention AND c.fiche_action_id = p_fiche AND (
    c.convention_id <@ (SELECT app.portee_caf())
    OR (c.visibilite = 'PAIRE' AND c.convention_id <@ (SELECT app.portee_ecriture()))
    OR (c.visibilite = 'TOUS' AND c.convention_id <@ (SELECT app.portee_lecture())))
$$;

-- What was said to the Caf alone leaves no trace that somebody else reads: not even that something was said.
DROP POLICY lecture ON journal;
CREATE POLICY lecture ON journal FOR SELECT TO copilote_app USING (
  (SELECT app.est_administrateur()) OR (convention_id <@ (SELECT app.portee_ecriture()) AND (
    objet NOT IN ('commentaire', 'mention') OR convention_id <@ (SELECT app.portee_caf())
    OR (objet = 'commentaire' AND coalesce(apres, avant) ->> 'visibilite' <> 'CAF')
    OR (objet = 'mention' AND EXISTS (SELECT FROM commentaire c WHERE c.id = (coalesce(apres, avant) ->> 'commentaire_id')::integer)))));

-- ── Digest ────────────────────────────────────────────────────────────────────────────────────

-- As before, and nothing of a comment that its reader may not read any more.
CREATE OR REPLACE FUNCTION app.envoi_lisible(p_envoi integer) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
  SELECT EXISTS (SELECT FROM envoi_veille e WHERE e.id = p_envoi AND e.utilisateur_id = app.utilisateur_id())
    AND NOT EXISTS (SELECT FROM signal_veille s WHERE s.envoi_id = p_envoi AND NOT s.convention_id <@ app.portee_lecture())
    AND NOT EXISTS (SELECT FROM signal_veille s WHERE s.envoi_id = p_envoi AND s.cle ~ '^mention:[0-9]{1,9}$' AND NOT EXISTS (
      SELECT FROM commentaire c WHERE c.id = substr(s.cle, 9)::integer AND app.lit_commentaire(app.utilisateur_id(), c.convention_id, c.visibilite)))
$$;

-- As before, without what somebody was told of a comment that names them: it is between its author and them.
CREATE OR REPLACE FUNCTION app.veille_envoyee(p_convention integer, p_limite integer, p_depart integer)
RETURNS TABLE (envoi integer, nom text, fonction text, jour date, etat text, envoye_le timestamptz, phrases text[], total integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  SELECT e.id, u.nom, u.fonction, e.jour, e.etat::text, e.envoye_le, s.phrases, (count(*) OVER ())::integer
  FROM (SELECT envoi_id, array_agg(phrase ORDER BY id) AS phrases FROM signal_veille
    WHERE convention_id = p_convention AND p_convention <@ app.portee_ecriture() AND cle NOT LIKE 'mention:%' GROUP BY envoi_id) s
  JOIN envoi_veille e ON e.id = s.envoi_id JOIN utilisateur u ON u.id = e.utilisateur_id
  ORDER BY e.jour DESC, e.id DESC LIMIT p_limite OFFSET p_depart
$$;

REVOKE ALL ON FUNCTION app.proteger_appreciation(), app.voix_commentaires(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.voix_commentaires(integer, integer) TO copilote_app;
