-- Watch: a queue of background work, and what a digest may read and write down. The application's role reaches the
-- queue through these functions alone.

-- ── Queue ─────────────────────────────────────────────────────────────────────────────────────

-- Deposits a piece of work, once for its key. True when it was not there yet.
CREATE FUNCTION app.deposer_tache(p_genre text, p_cle text, p_charge jsonb, p_pas_avant timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
BEGIN
  INSERT INTO tache (genre, cle, charge, pas_avant) VALUES (p_genre, p_cle, coalesce(p_charge, '{}'), coalesce(p_pas_avant, now()))
    ON CONFLICT (cle) DO NOTHING;
  RETURN FOUND;
END $$;

-- Takes the next piece of work of a kind, under a lease: work that a crash left half done is taken again when its lease
-- is over. `essai` tells this taking from the others: whoever lost the lease can neither end nor fail the work.
CREATE FUNCTION app.prendre_tache(p_genre text, p_bail integer, p_essais integer)
RETURNS TABLE (id integer, cle text, charge jsonb, essai integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
BEGIN
  -- A piece of work that ends the process each time is not tried for ever.
  UPDATE tache t SET etat = 'ECHOUEE', bail_fin = NULL, erreur = 'Interrompue à chaque essai'
    WHERE t.genre = p_genre AND t.etat = 'EN_COURS' AND t.bail_fin < now() AND t.essais >= p_essais;
  RETURN QUERY UPDATE tache t SET etat = 'EN_COURS', essais = t.essais + 1, bail_fin = now() + make_interval(secs => p_bail)
    WHERE t.id = (SELECT c.id FROM tache c WHERE c.genre = p_genre
        AND ((c.etat = 'A_FAIRE' AND c.pas_avant <= now()) OR (c.etat = 'EN_COURS' AND c.bail_fin < now()))
      ORDER BY c.pas_avant, c.id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING t.id, t.cle, t.charge, t.essais;
END $$;

CREATE FUNCTION app.finir_tache(p_id integer, p_essai integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
BEGIN
  UPDATE tache SET etat = 'FAITE', faite_le = now(), bail_fin = NULL, erreur = NULL
    WHERE id = p_id AND etat = 'EN_COURS' AND essais = p_essai;
  RETURN FOUND;
END $$;

-- Fails a try: again later, each time later (one minute, four, sixteen, one hour), and no more after the last.
CREATE FUNCTION app.rater_tache(p_id integer, p_essai integer, p_erreur text, p_essais integer) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  UPDATE tache SET erreur = left(p_erreur, 300), bail_fin = NULL,
    etat = CASE WHEN essais >= p_essais THEN 'ECHOUEE' ELSE 'A_FAIRE' END::etat_tache,
    pas_avant = now() + least(interval '1 hour', interval '1 minute' * power(4, essais - 1))
  WHERE id = p_id AND etat = 'EN_COURS' AND essais = p_essai RETURNING etat::text
$$;

-- What was done a month ago, or failed a year ago, is of no use any more.
CREATE FUNCTION app.oublier_taches() RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
  DELETE FROM tache WHERE (etat = 'FAITE' AND faite_le < now() - interval '1 month') OR (etat = 'ECHOUEE' AND cree_le < now() - interval '1 year')
$$;

-- ── Who is told, how often ────────────────────────────────────────────────────────────────────

-- How often each person is told: what they chose, otherwise every Monday for those who coordinate or advise, and never
-- for the others.
CREATE FUNCTION app.reglages_veille() RETURNS TABLE (id integer, demonstration boolean, frequence frequence_veille, jour integer, version integer, arretee_le timestamptz, par_defaut boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  SELECT u.id, u.demonstration,
    coalesce(g.frequence, CASE WHEN r.suit THEN 'HEBDOMADAIRE' ELSE 'JAMAIS' END::frequence_veille),
    coalesce(g.jour, 1), coalesce(g.version, 0), g.arretee_le, g.utilisateur_id IS NULL
  FROM utilisateur u LEFT JOIN reglage_veille g ON g.utilisateur_id = u.id
  CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM role r WHERE r.utilisateur_id = u.id AND r.type IN ('CONSEILLER_CAF', 'CHARGE_COOPERATION')
    AND (r.debut IS NULL OR r.debut <= app.aujourdhui()) AND (r.fin IS NULL OR r.fin >= app.aujourdhui())) AS suit) r
  WHERE u.actif AND NOT u.systeme
$$;
REVOKE ALL ON FUNCTION app.reglages_veille() FROM PUBLIC;

CREATE FUNCTION app.mon_reglage_veille() RETURNS TABLE (frequence text, jour integer, version integer, arretee_le timestamptz, par_defaut boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  SELECT g.frequence::text, g.jour, g.version, g.arretee_le, g.par_defaut FROM app.reglages_veille() g WHERE g.id = app.utilisateur_id()
$$;

-- Deposits the digest of a day for each person who is due one that day; gives how many were not there yet.
CREATE FUNCTION app.deposer_veille(p_jour date, p_quotidienne boolean, p_jours integer[], p_mensuelle boolean, p_essai boolean) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  SELECT coalesce(sum(app.deposer_tache('veille', format('veille:%s:%s', g.id, p_jour), jsonb_build_object('utilisateur', g.id, 'jour', p_jour), now())::integer), 0)::integer
  FROM app.reglages_veille() g
  WHERE (p_essai OR NOT g.demonstration) AND CASE g.frequence
    WHEN 'QUOTIDIENNE' THEN p_quotidienne
    WHEN 'HEBDOMADAIRE' THEN g.jour = ANY (p_jours)
    WHEN 'MENSUELLE' THEN p_mensuelle
    ELSE false END
$$;

-- A session that opens the reading of one digest, and nothing else; those that are over leave.
CREATE FUNCTION app.creer_session_veille(p_id text, p_utilisateur integer, p_expire timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
BEGIN
  DELETE FROM session WHERE utilisateur_id = p_utilisateur AND genre = 'VEILLE' AND (fermee_le IS NOT NULL OR expire_le < now());
  INSERT INTO session (id, utilisateur_id, expire_le, genre) VALUES (p_id, p_utilisateur, p_expire, 'VEILLE');
END $$;

-- The link of a message stops the messages; the application has checked that the link is that person's.
CREATE FUNCTION app.arreter_veille(p_utilisateur integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  INSERT INTO reglage_veille (utilisateur_id, frequence, arretee_le, version)
    SELECT u.id, 'JAMAIS', now(), 1 FROM utilisateur u WHERE u.id = p_utilisateur
  ON CONFLICT (utilisateur_id) DO UPDATE SET frequence = 'JAMAIS', arretee_le = now(), version = reglage_veille.version + 1
    WHERE reglage_veille.frequence <> 'JAMAIS'
$$;

-- ── What is told ──────────────────────────────────────────────────────────────────────────────

-- The conventions that the roles of the asking person are about, with these roles. Administering follows none.
CREATE FUNCTION app.conventions_veille() RETURNS TABLE (id integer, slug text, nom text, debut date, fin date, roles text[], fiches integer[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  WITH p AS MATERIALIZED (SELECT r.type, r.fiche_action_id, app.conventions_du_role(r) AS portee FROM app.roles_actifs() r WHERE r.type <> 'ADMINISTRATEUR')
  SELECT c.id, c.slug, c.nom, c.date_debut, c.date_fin, array_agg(DISTINCT p.type::text),
    coalesce(array_agg(DISTINCT p.fiche_action_id) FILTER (WHERE p.type = 'PILOTE'), '{}')
  FROM p CROSS JOIN LATERAL unnest(p.portee) plage CROSS JOIN LATERAL generate_series(lower(plage), upper(plage) - 1) AS k(id)
  JOIN convention c ON c.id = k.id
  GROUP BY c.id ORDER BY c.nom, c.id
$$;

-- Whether a message written down earlier may still be sent: everything it tells is still within its reader's reach.
CREATE FUNCTION app.envoi_lisible(p_envoi integer) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
  SELECT EXISTS (SELECT FROM envoi_veille e WHERE e.id = p_envoi AND e.utilisateur_id = app.utilisateur_id())
    AND NOT EXISTS (SELECT FROM signal_veille s WHERE s.envoi_id = p_envoi AND NOT s.convention_id <@ app.portee_lecture())
$$;

-- What a message that never left was to tell is told by the next one.
CREATE POLICY reprise ON signal_veille FOR UPDATE TO copilote_app
  USING (utilisateur_id = (SELECT app.utilisateur_id())
    AND EXISTS (SELECT FROM envoi_veille e WHERE e.id = envoi_id AND e.etat = 'ABANDONNE'))
  WITH CHECK (utilisateur_id = (SELECT app.utilisateur_id()) AND convention_id <@ (SELECT app.portee_lecture()));

-- Who was told what about one convention, latest first: for those who coordinate it. Nothing of other conventions.
CREATE FUNCTION app.veille_envoyee(p_convention integer, p_limite integer, p_depart integer)
RETURNS TABLE (envoi integer, nom text, fonction text, jour date, etat text, envoye_le timestamptz, phrases text[], total integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  SELECT e.id, u.nom, u.fonction, e.jour, e.etat::text, e.envoye_le, s.phrases, (count(*) OVER ())::integer
  FROM (SELECT envoi_id, array_agg(phrase ORDER BY id) AS phrases FROM signal_veille
    WHERE convention_id = p_convention AND p_convention <@ app.portee_ecriture() GROUP BY envoi_id) s
  JOIN envoi_veille e ON e.id = s.envoi_id JOIN utilisateur u ON u.id = e.utilisateur_id
  ORDER BY e.jour DESC, e.id DESC LIMIT p_limite OFFSET p_depart
$$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['deposer_tache(text, text, jsonb, timestamptz)', 'prendre_tache(text, integer, integer)', 'finir_tache(integer, integer)',
    'rater_tache(integer, integer, text, integer)', 'oublier_taches()', 'mon_reglage_veille()', 'deposer_veille(date, boolean, integer[], boolean, boolean)',
    'creer_session_veille(text, integer, timestamptz)', 'arreter_veille(integer)', 'conventions_veille()', 'envoi_lisible(integer)',
    'veille_envoyee(integer, integer, integer)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION app.%s TO copilote_app', f);
  END LOOP;
END $$;
