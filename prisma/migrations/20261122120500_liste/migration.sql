-- The list of a plan: words that find a fiche, and what it counts.

-- A fiche is found by its number and titles, by who leads, carries or joins it, and by the titles of its étapes.
CREATE FUNCTION app.mots_fiche(p_fiche integer, p_numero text, p_titre text, p_titre_court text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
  SELECT app.plier(concat_ws(' ', p_numero, p_titre, p_titre_court,
    (SELECT string_agg(g.texte, ' ' ORDER BY g.ordre, g.id) FROM pilotage g WHERE g.fiche_action_id = p_fiche),
    (SELECT string_agg(e.titre, ' ' ORDER BY e.ordre, e.id) FROM etape e WHERE e.fiche_action_id = p_fiche)))
$$;

CREATE FUNCTION app.plier_fiche() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
BEGIN
  NEW.recherche := app.mots_fiche(NEW.id, NEW.numero, NEW.titre, NEW.titre_court);
  RETURN NEW;
END $$;
DROP TRIGGER plier ON fiche_action;
CREATE TRIGGER plier BEFORE INSERT OR UPDATE OF numero, titre, titre_court ON fiche_action FOR EACH ROW EXECUTE FUNCTION app.plier_fiche();

-- Once a statement, whatever the number of rows: a dossier brings in hundreds.
CREATE FUNCTION app.plier_fiches_touchees() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
DECLARE touchees integer[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT n.fiche_action_id) INTO touchees FROM neuves n;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT v.fiche_action_id) INTO touchees FROM vieilles v;
  ELSE
    -- The status of an étape changes often, its title seldom.
    SELECT array_agg(DISTINCT u.f) INTO touchees FROM (
      SELECT unnest(ARRAY[n.fiche_action_id, v.fiche_action_id]) AS f FROM neuves n FULL JOIN vieilles v ON v.id = n.id
      WHERE (n.fiche_action_id, n.ordre, to_jsonb(n) ->> TG_ARGV[0]) IS DISTINCT FROM (v.fiche_action_id, v.ordre, to_jsonb(v) ->> TG_ARGV[0])) u;
  END IF;
  IF touchees IS NULL THEN RETURN NULL; END IF;
  UPDATE fiche_action f SET recherche = app.mots_fiche(f.id, f.numero, f.titre, f.titre_court)
    WHERE f.id = ANY (touchees) AND f.recherche IS DISTINCT FROM app.mots_fiche(f.id, f.numero, f.titre, f.titre_court);
  RETURN NULL;
END $$;

CREATE TRIGGER plier_ajout AFTER INSERT ON pilotage REFERENCING NEW TABLE AS neuves FOR EACH STATEMENT EXECUTE FUNCTION app.plier_fiches_touchees('texte');
CREATE TRIGGER plier_modification AFTER UPDATE ON pilotage REFERENCING OLD TABLE AS vieilles NEW TABLE AS neuves FOR EACH STATEMENT EXECUTE FUNCTION app.plier_fiches_touchees('texte');
CREATE TRIGGER plier_retrait AFTER DELETE ON pilotage REFERENCING OLD TABLE AS vieilles FOR EACH STATEMENT EXECUTE FUNCTION app.plier_fiches_touchees('texte');
CREATE TRIGGER plier_ajout AFTER INSERT ON etape REFERENCING NEW TABLE AS neuves FOR EACH STATEMENT EXECUTE FUNCTION app.plier_fiches_touchees('titre');
CREATE TRIGGER plier_modification AFTER UPDATE ON etape REFERENCING OLD TABLE AS vieilles NEW TABLE AS neuves FOR EACH STATEMENT EXECUTE FUNCTION app.plier_fiches_touchees('titre');
CREATE TRIGGER plier_retrait AFTER DELETE ON etape REFERENCING OLD TABLE AS vieilles FOR EACH STATEMENT EXECUTE FUNCTION app.plier_fiches_touchees('titre');

UPDATE fiche_action f SET recherche = app.mots_fiche(f.id, f.numero, f.titre, f.titre_court);

-- Lines of indicators as written are counted for a whole plan; the parts of a split line are found from it.
CREATE INDEX indicateur_lignes ON indicateur (convention_id, fiche_action_id) WHERE origine_id IS NULL;
CREATE INDEX indicateur_parts ON indicateur (convention_id, origine_id) WHERE origine_id IS NOT NULL;
-- Who leads: the filter of the list names it as written, and such a text may be longer than an index row.
CREATE INDEX pilotage_texte ON pilotage (convention_id, md5(texte));

REVOKE ALL ON FUNCTION app.mots_fiche(integer, text, text, text), app.plier_fiche(), app.plier_fiches_touchees() FROM PUBLIC;
