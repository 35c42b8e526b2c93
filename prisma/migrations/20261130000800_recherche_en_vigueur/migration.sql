-- A fiche is found in the plan in force alone, as every screen shows it: one of an older version leads nowhere.

-- Search across what the asker may read. It scopes itself, because under row-level security the
-- trigram operators could not use their index; accents and case do not matter, a wrong letter is forgiven.
CREATE OR REPLACE FUNCTION app.rechercher(p_texte text, p_limite integer)
RETURNS TABLE (genre text, id integer, slug text, convention text, numero text, titre text, score real)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app
SET plan_cache_mode = force_custom_plan AS $$
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
      AND f.plan_id = (SELECT p.id FROM app.plan_en_vigueur(f.convention_id) p)
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
