-- A private subscription to one's calendar is a session of its own kind: its secret opens the calendar and nothing else
-- (app.utilisateur_id). One at a time for each person; a new address ends the one before.

CREATE FUNCTION app.creer_calendrier(p_id text, p_expire timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE qui integer := app.utilisateur_id();
BEGIN
  IF qui IS NULL OR current_setting('app.operation', true) IS DISTINCT FROM 'compte.regler' THEN RETURN false; END IF;
  -- Two windows that ask at once: the second waits, and ends what the first one made.
  PERFORM 1 FROM utilisateur u WHERE u.id = qui FOR UPDATE;
  UPDATE session SET fermee_le = now() WHERE utilisateur_id = qui AND genre = 'CALENDRIER' AND fermee_le IS NULL;
  INSERT INTO session (id, utilisateur_id, expire_le, genre) VALUES (p_id, qui, p_expire, 'CALENDRIER');
  RETURN true;
END $$;

CREATE FUNCTION app.revoquer_calendrier() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE qui integer := app.utilisateur_id();
BEGIN
  IF qui IS NULL OR current_setting('app.operation', true) IS DISTINCT FROM 'compte.regler' THEN RETURN false; END IF;
  UPDATE session SET fermee_le = now() WHERE utilisateur_id = qui AND genre = 'CALENDRIER' AND fermee_le IS NULL;
  RETURN FOUND;
END $$;

-- Since when, and until when, one's own subscription is open. Its address is nowhere kept.
CREATE FUNCTION app.lire_calendrier() RETURNS TABLE (cree_le timestamptz, expire_le timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  SELECT s.cree_le, s.expire_le FROM session s
  WHERE s.utilisateur_id = app.utilisateur_id() AND s.genre = 'CALENDRIER' AND s.fermee_le IS NULL AND s.expire_le > now()
  ORDER BY s.cree_le DESC LIMIT 1
$$;

-- The conventions whose meetings are in one's own calendar: those one follows by a role of theirs. Administering the
-- product reaches every convention of France; it puts none of their meetings in anybody's calendar.
CREATE FUNCTION app.conventions_suivies() RETURNS TABLE (id integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 40 SET search_path = pg_catalog, public, app AS $$
BEGIN
  RETURN QUERY SELECT DISTINCT generate_series(lower(i), upper(i) - 1)
    FROM app.roles_actifs() r, LATERAL unnest(app.conventions_du_role(r)) i WHERE r.type <> 'ADMINISTRATEUR';
END $$;

-- When these meetings last changed, for those who may read them: a calendar program asks, though it may not read the journal.
CREATE FUNCTION app.reunions_modifiees(p_reunions integer[]) RETURNS TABLE (id integer, instant timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE lecture int4multirange := app.portee_lecture();
BEGIN
  RETURN QUERY SELECT j.objet_id, max(j.instant) FROM journal j
    WHERE j.objet = 'reunion' AND j.objet_id = ANY (p_reunions) AND j.convention_id <@ lecture GROUP BY j.objet_id;
END $$;

REVOKE ALL ON FUNCTION app.creer_calendrier(text, timestamptz), app.revoquer_calendrier(), app.lire_calendrier(),
  app.conventions_suivies(), app.reunions_modifiees(integer[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.creer_calendrier(text, timestamptz), app.revoquer_calendrier(), app.lire_calendrier(),
  app.conventions_suivies(), app.reunions_modifiees(integer[]) TO copilote_app;
