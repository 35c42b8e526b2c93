-- Which columns of a fiche find it by their words is said in one place of the database too: the entries of the catalogue
-- that are `cherche` (lib/plan-action/champs/words), and a call of this function in the migration that adds the column.

-- Makes the words of these columns, of who leads and of the titles of the étapes, those that find a fiche; folds anew what
-- that changes. For a migration: its owner alone may call it.
CREATE FUNCTION app.chercher_colonnes(p_colonnes text[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, app AS $$
BEGIN
  EXECUTE format($f$
    CREATE OR REPLACE FUNCTION app.mots_fiche(p_fiche fiche_action) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, app AS $mots$
      SELECT app.plier(concat_ws(' ', %s,
        (SELECT string_agg(g.texte, ' ' ORDER BY g.ordre, g.id) FROM pilotage g WHERE g.fiche_action_id = p_fiche.id),
        (SELECT string_agg(e.titre, ' ' ORDER BY e.ordre, e.id) FROM etape e WHERE e.fiche_action_id = p_fiche.id)))
    $mots$ $f$, (SELECT string_agg(format('p_fiche.%I', c.nom), ', ' ORDER BY c.rang) FROM unnest(p_colonnes) WITH ORDINALITY c(nom, rang)));
  REVOKE ALL ON FUNCTION app.mots_fiche(fiche_action) FROM PUBLIC;
  DROP TRIGGER IF EXISTS plier ON fiche_action;
  EXECUTE format('CREATE TRIGGER plier BEFORE INSERT OR UPDATE OF %s ON fiche_action FOR EACH ROW EXECUTE FUNCTION app.plier_fiche()',
    (SELECT string_agg(format('%I', c.nom), ', ' ORDER BY c.rang) FROM unnest(p_colonnes) WITH ORDINALITY c(nom, rang)));
  UPDATE fiche_action f SET recherche = app.mots_fiche(f) WHERE f.recherche IS DISTINCT FROM app.mots_fiche(f);
END $$;
REVOKE ALL ON FUNCTION app.chercher_colonnes(text[]) FROM PUBLIC;

CREATE OR REPLACE FUNCTION app.plier_fiche() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
BEGIN
  NEW.recherche := app.mots_fiche(NEW);
  RETURN NEW;
END $$;

-- As before, but for the words themselves.
CREATE OR REPLACE FUNCTION app.plier_fiches_touchees() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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
  UPDATE fiche_action f SET recherche = app.mots_fiche(f) WHERE f.id = ANY (touchees) AND f.recherche IS DISTINCT FROM app.mots_fiche(f);
  RETURN NULL;
END $$;

SELECT app.chercher_colonnes(ARRAY['numero', 'titre', 'titre_court']);
DROP FUNCTION app.mots_fiche(integer, text, text, text);
