-- What waits in a convention stands apart from what lists show of it: forty conventions of twenty-five things each were read
-- whole to show three reasons a line.
DELETE FROM situation;
ALTER TABLE situation ADD COLUMN signaux TEXT NOT NULL;

DROP FUNCTION app.garder_situation(integer, date, text, text, integer);
-- Keeps what was worked out, for the audience of who did it: in the transaction that took it.
CREATE FUNCTION app.garder_situation(p_convention integer, p_jour date, p_contenu text, p_resume text, p_signaux text, p_attente integer) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  INSERT INTO situation (convention_id, audience, jour, contenu, resume, signaux, attente)
  SELECT p_convention, a.audience, p_jour, p_contenu, p_resume, p_signaux, p_attente FROM (SELECT app.audience_situation(p_convention) AS audience) a
  WHERE a.audience IS NOT NULL AND EXISTS (SELECT FROM convention c WHERE c.id = p_convention)
  ON CONFLICT (convention_id, audience) DO UPDATE SET jour = excluded.jour, contenu = excluded.contenu, resume = excluded.resume, signaux = excluded.signaux, attente = excluded.attente
$$;

-- What waits in many conventions: one row for each that who asks may read and that is fresh.
CREATE FUNCTION app.lire_signaux(p_conventions integer[], p_jour date) RETURNS TABLE (convention_id integer, signaux text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  WITH portees AS MATERIALIZED (SELECT app.portee_caf() AS caf, app.portee_ecriture() AS ecriture, app.portee_lecture() AS lecture)
  SELECT s.convention_id, s.signaux FROM portees p CROSS JOIN unnest(p_conventions) k(id)
    JOIN situation s ON s.convention_id = k.id AND s.audience = app.audience_de(k.id, p.caf, p.ecriture, p.lecture)
  WHERE s.jour = p_jour AND NOT EXISTS (SELECT FROM situation_changement c WHERE c.convention_id = k.id)
$$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['garder_situation(integer, date, text, text, text, integer)', 'lire_signaux(integer[], date)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION app.%s TO copilote_app', f);
  END LOOP;
END $$;
