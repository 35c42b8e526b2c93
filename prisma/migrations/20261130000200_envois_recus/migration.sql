-- One opened form writes once. The browser joins a key to what it sends; the row below is made in the transaction of the
-- write, so that it is there if and only if something was written. The same sending again waits for the first on the
-- primary key, and gets the first's answer.

CREATE TABLE envoi_recu (
  utilisateur_id integer NOT NULL REFERENCES utilisateur(id) ON DELETE CASCADE ON UPDATE CASCADE,
  -- sha-256 of the action's name and of the key, which only the browser knows
  cle text NOT NULL,
  -- keyed hash of the input: tells the same sending from a corrected one
  empreinte text NOT NULL,
  -- the answer, sealed with the key: what is kept here can be read by nobody but who sent it. Null when there is none to give.
  reponse bytea,
  instant timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (utilisateur_id, cle)
);
CREATE INDEX envoi_recu_instant_idx ON envoi_recu (instant);

-- Reached through the functions below alone, like sessions.
ALTER TABLE envoi_recu ENABLE ROW LEVEL SECURITY;
REVOKE ALL ON envoi_recu FROM copilote_app;

-- app.ouvrir, and the key of a sending taken in the same statement. Adds `recu` to the view when that key has written:
-- `meme` says whether it was with the same input, `reponse` is the sealed answer.
CREATE FUNCTION app.recevoir(p_session text, p_operation text, p_slug text, p_cle text, p_empreinte text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE vue jsonb; qui integer; deja envoi_recu;
BEGIN
  vue := app.ouvrir(p_session, p_operation, p_slug);
  qui := (vue #>> '{utilisateur,id}')::integer;
  IF qui IS NULL THEN RETURN NULL; END IF;
  INSERT INTO envoi_recu (utilisateur_id, cle, empreinte) VALUES (qui, p_cle, p_empreinte) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    -- What this person will send no more goes here, where no background work runs.
    DELETE FROM envoi_recu WHERE utilisateur_id = qui AND instant < now() - interval '7 days';
    RETURN vue;
  END IF;
  SELECT * INTO deja FROM envoi_recu WHERE utilisateur_id = qui AND cle = p_cle;
  -- Forgotten in this very moment, a week later.
  IF deja.cle IS NULL THEN RETURN vue; END IF;
  RETURN vue || jsonb_build_object('recu', jsonb_build_object(
    'meme', deja.empreinte = p_empreinte, 'reponse', encode(deja.reponse, 'base64')));
END $$;

-- Keeps the answer of the sending that is being written, for who sends it again.
CREATE FUNCTION app.retenir_reponse(p_cle text, p_reponse bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  UPDATE envoi_recu SET reponse = p_reponse
  WHERE utilisateur_id = app.utilisateur_id() AND cle = p_cle
$$;

-- Forgets what nobody will send again.
CREATE FUNCTION app.oublier_envois() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE n integer;
BEGIN
  DELETE FROM envoi_recu WHERE instant < now() - interval '7 days';
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

REVOKE ALL ON FUNCTION app.recevoir(text, text, text, text, text), app.retenir_reponse(text, bytea), app.oublier_envois() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.recevoir(text, text, text, text, text), app.retenir_reponse(text, bytea), app.oublier_envois() TO copilote_app;
