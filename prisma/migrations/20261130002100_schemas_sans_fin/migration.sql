-- A schéma without an end goes on: it overlaps whatever follows it (record 0050). Without a beginning, it holds no day that
-- is known but its last. The pure rule is lib/cooperation/schemas/rules/periodes.ts.

-- The days a schéma is sure to hold; empty where nothing dates it.
CREATE FUNCTION app.periode_occupee(p_debut date, p_fin date) RETURNS daterange LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN p_debut IS NULL AND p_fin IS NULL THEN 'empty'::daterange ELSE daterange(coalesce(p_debut, p_fin), p_fin, '[]') END;
REVOKE ALL ON FUNCTION app.periode_occupee(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.periode_occupee(date, date) TO copilote_app;

-- A base may hold schémas that overlap so: none is lost, none is changed. Each is let through for the dates it has now, until
-- these are mended (its own screen asks for its last day); every other row is held to the rule.
DO $$
DECLARE s record; laissees text := '';
BEGIN
  FOR s IN
    SELECT k.id, k.debut, k.fin, k.ref, c.slug, string_agg(a.ref, ', ' ORDER BY a.debut, a.id) AS recouverts
    FROM schema_cooperation k JOIN convention c ON c.id = k.convention_id
    JOIN schema_cooperation a ON a.convention_id = k.convention_id AND a.id <> k.id
      AND app.periode_occupee(a.debut, a.fin) && app.periode_occupee(k.debut, k.fin)
    WHERE k.debut IS NULL OR k.fin IS NULL GROUP BY k.id, c.slug ORDER BY c.slug, k.id LOOP
    RAISE WARNING 'Convention %, schéma % : sans ses deux dates, il recouvre %. Donnez-lui son dernier jour.', s.slug, s.ref, s.recouverts;
    laissees := laissees || format(' AND NOT (id = %s AND debut IS NOT DISTINCT FROM %L::date AND fin IS NOT DISTINCT FROM %L::date)', s.id, s.debut, s.fin);
  END LOOP;
  ALTER TABLE schema_cooperation DROP CONSTRAINT schema_sans_chevauchement;
  EXECUTE 'ALTER TABLE schema_cooperation ADD CONSTRAINT schema_sans_chevauchement
    EXCLUDE USING gist (convention_id WITH =, daterange(coalesce(debut, fin), fin, ''[]'') WITH &&)
    WHERE ((debut IS NOT NULL OR fin IS NOT NULL)' || laissees || ') DEFERRABLE INITIALLY DEFERRED';
END $$;
