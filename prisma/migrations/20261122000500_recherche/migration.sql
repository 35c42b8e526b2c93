-- Search: folded columns (no accent, no case, no punctuation) kept by triggers, indexed by trigrams.

CREATE FUNCTION app.plier(p text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
SET search_path = pg_catalog, public AS $$
  SELECT trim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, p)), '[^a-z0-9]+', ' ', 'g'))
$$;

-- Folds the columns named as arguments into `recherche`.
CREATE FUNCTION app.plier_ligne() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, app AS $$
DECLARE ligne jsonb := to_jsonb(NEW); champ text; mots text := '';
BEGIN
  FOREACH champ IN ARRAY TG_ARGV LOOP mots := mots || ' ' || coalesce(ligne ->> champ, ''); END LOOP;
  NEW.recherche := app.plier(mots);
  RETURN NEW;
END $$;

CREATE TRIGGER plier BEFORE INSERT OR UPDATE OF nom ON epci FOR EACH ROW EXECUTE FUNCTION app.plier_ligne('nom');
CREATE TRIGGER plier BEFORE INSERT OR UPDATE OF nom ON commune FOR EACH ROW EXECUTE FUNCTION app.plier_ligne('nom');
CREATE TRIGGER plier BEFORE INSERT OR UPDATE OF nom ON organisme FOR EACH ROW EXECUTE FUNCTION app.plier_ligne('nom');
CREATE TRIGGER plier BEFORE INSERT OR UPDATE OF nom, titre, territoire_nom ON convention FOR EACH ROW EXECUTE FUNCTION app.plier_ligne('nom', 'titre', 'territoire_nom');
CREATE TRIGGER plier BEFORE INSERT OR UPDATE OF nom ON instance FOR EACH ROW EXECUTE FUNCTION app.plier_ligne('nom', 'type');
CREATE TRIGGER plier BEFORE INSERT OR UPDATE OF numero, titre ON axe FOR EACH ROW EXECUTE FUNCTION app.plier_ligne('numero', 'titre');
CREATE TRIGGER plier BEFORE INSERT OR UPDATE OF numero, titre, titre_court ON fiche_action FOR EACH ROW EXECUTE FUNCTION app.plier_ligne('numero', 'titre', 'titre_court');
CREATE TRIGGER plier BEFORE INSERT OR UPDATE OF nom, commune_nom, adresse ON equipement FOR EACH ROW EXECUTE FUNCTION app.plier_ligne('nom', 'commune_nom', 'adresse');

-- Search across what the asker may read. It scopes itself, because under row-level security the
-- trigram operators could not use their index; accents and case do not matter, a wrong letter is forgiven.
CREATE FUNCTION app.rechercher(p_texte text, p_limite integer)
RETURNS TABLE (genre text, id integer, slug text, convention text, numero text, titre text, score real)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE q text := left(app.plier(p_texte), 80); lecture int4multirange := app.portee_lecture();
BEGIN
  IF q = '' OR isempty(lecture) THEN RETURN; END IF;
  PERFORM set_config('pg_trgm.word_similarity_threshold', '0.45', true);
  RETURN QUERY
  (SELECT 'convention', c.id, c.slug, c.nom, NULL::text, c.nom, word_similarity(q, c.recherche)
    FROM convention c WHERE (q <% c.recherche OR c.recherche LIKE '%' || q || '%') AND c.id <@ lecture
    ORDER BY 7 DESC, c.nom LIMIT p_limite)
  UNION ALL
  (SELECT 'fiche', f.id, c.slug, c.nom, f.numero, f.titre, word_similarity(q, f.recherche)
    FROM fiche_action f JOIN convention c ON c.id = f.convention_id
    WHERE (q <% f.recherche OR f.recherche LIKE '%' || q || '%') AND f.convention_id <@ lecture
    ORDER BY 7 DESC, f.id LIMIT p_limite)
  UNION ALL
  (SELECT 'instance', i.id, c.slug, c.nom, NULL, i.nom, word_similarity(q, i.recherche)
    FROM convention c JOIN instance i ON i.convention_id = c.id
    WHERE (q <% i.recherche OR i.recherche LIKE '%' || q || '%') AND c.id <@ lecture
    ORDER BY 7 DESC, i.id LIMIT p_limite)
  UNION ALL
  (SELECT 'commune', t.id, c.slug, c.nom, t.code, t.nom, word_similarity(q, k.recherche)
    FROM commune k JOIN territoire_commune t ON t.code = k.code JOIN convention c ON c.id = t.convention_id
    WHERE (q <% k.recherche OR k.recherche LIKE '%' || q || '%') AND c.id <@ lecture
    ORDER BY 7 DESC, t.nom LIMIT p_limite);
END $$;
REVOKE ALL ON FUNCTION app.rechercher(text, integer), app.plier(text), app.plier_ligne() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.rechercher(text, integer), app.plier(text) TO copilote_app;
