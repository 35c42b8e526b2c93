-- The journal tells of rows by their names (record 0005). Which tables its lines are about is known when they are read:
-- the function names none but the journal, and runs as whoever asks, so that row-level security answers for each row.
-- What is gone is named from the line that removed it. `p_liens` says which column leads to which table, by « column » or
-- « table.column »; `p_colonnes` which columns name a row.
CREATE FUNCTION app.nommer_lignes(p_convention integer, p_lignes integer[], p_liens jsonb, p_colonnes text[])
RETURNS TABLE (objet text, cle text, ligne jsonb) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, app AS $$
DECLARE
  demandes jsonb; trouvees jsonb; toutes jsonb := '[]'; vus jsonb := '{}'; cible text; cles text[]; lues jsonb; cle_de text; genre text; source text;
BEGIN
  SELECT jsonb_agg(DISTINCT v.d) INTO demandes FROM (
    SELECT jsonb_build_array(j.objet, j.objet_id::text) AS d FROM journal j WHERE j.id = ANY (p_lignes) AND j.objet_id IS NOT NULL
    UNION SELECT jsonb_build_array('utilisateur', j.utilisateur_id::text) FROM journal j WHERE j.id = ANY (p_lignes) AND j.utilisateur_id IS NOT NULL
    UNION SELECT jsonb_build_array(coalesce(p_liens ->> (j.objet || '.' || c.key), p_liens ->> c.key, j.objet), c.value #>> '{}')
      FROM journal j CROSS JOIN LATERAL (SELECT * FROM jsonb_each(coalesce(j.avant, '{}')) UNION SELECT * FROM jsonb_each(coalesce(j.apres, '{}'))) c
      WHERE j.id = ANY (p_lignes) AND (p_liens ? c.key OR p_liens ? (j.objet || '.' || c.key)) AND c.value <> 'null') v;
  FOR tour IN 1..6 LOOP
    EXIT WHEN demandes IS NULL;
    SELECT vus || coalesce(jsonb_object_agg(d::text, true), '{}') INTO vus FROM jsonb_array_elements(demandes) d;
    trouvees := '[]';
    FOR cible, cles IN SELECT d ->> 0, array_agg(d ->> 1) FROM jsonb_array_elements(demandes) d GROUP BY 1 LOOP
      CONTINUE WHEN to_regclass('public.' || quote_ident(cible)) IS NULL;
      -- Of people, the columns that a room may read.
      source := CASE cible WHEN 'utilisateur' THEN '(SELECT u.id, u.nom, u.fonction, u.systeme FROM public.utilisateur u)' ELSE format('public.%I', cible) END;
      CONTINUE WHEN cible <> 'utilisateur' AND NOT has_table_privilege(source, 'SELECT');
      cle_de := coalesce(p_liens ->> ('cle.' || cible), 'id');
      EXECUTE format('SELECT pg_typeof((NULL::public.%I).%I)::text', cible, cle_de) INTO genre;
      EXECUTE format('SELECT coalesce(jsonb_agg(jsonb_build_array($2, x.%1$I::text, to_jsonb(x))), ''[]'') FROM %2$s x WHERE x.%1$I = ANY ($1::%3$s)',
        cle_de, source, genre || '[]') INTO lues USING (cles), (cible);
      trouvees := trouvees || lues;
      IF genre = 'integer' AND cle_de = 'id' THEN
        trouvees := trouvees || coalesce((SELECT jsonb_agg(jsonb_build_array(cible, r.objet_id::text, r.avant)) FROM (
            SELECT DISTINCT ON (j.objet_id) j.objet_id, j.avant FROM journal j
            WHERE j.convention_id = p_convention AND j.objet = cible AND j.apres IS NULL AND j.avant IS NOT NULL AND j.objet_id::text = ANY (cles)
              AND NOT EXISTS (SELECT FROM jsonb_array_elements(lues) l WHERE l ->> 1 = j.objet_id::text)
              AND j.objet_id = ANY (cles::integer[])
            ORDER BY j.objet_id, j.id DESC) r), '[]');
      END IF;
    END LOOP;
    toutes := toutes || trouvees;
    SELECT jsonb_agg(DISTINCT v.d) INTO demandes FROM (
      SELECT jsonb_build_array(coalesce(p_liens ->> ((t ->> 0) || '.' || c.key), p_liens ->> c.key, t ->> 0), c.value #>> '{}') AS d
      FROM jsonb_array_elements(trouvees) t CROSS JOIN LATERAL jsonb_each(t -> 2) c
      WHERE (p_liens ? c.key OR p_liens ? ((t ->> 0) || '.' || c.key)) AND c.value <> 'null') v
      WHERE NOT vus ? v.d::text;
  END LOOP;
  RETURN QUERY SELECT t ->> 0, t ->> 1, (SELECT jsonb_object_agg(c.key, c.value) FROM jsonb_each(t -> 2) c
      WHERE c.value <> 'null' AND (c.key = ANY (p_colonnes) OR p_liens ? c.key OR p_liens ? ((t ->> 0) || '.' || c.key)))
    FROM jsonb_array_elements(toutes) t;
END $$;
REVOKE ALL ON FUNCTION app.nommer_lignes(integer, integer[], jsonb, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.nommer_lignes(integer, integer[], jsonb, text[]) TO copilote_app;

-- For which side somebody wrote: whoever reads the journal of a convention may know it, and learns no other role.
CREATE FUNCTION app.voix_du_journal(p_convention integer, p_utilisateurs integer[])
RETURNS TABLE (utilisateur_id integer, type type_role) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF NOT (app.est_administrateur() OR p_convention <@ app.portee_ecriture()) THEN RETURN; END IF;
  RETURN QUERY SELECT DISTINCT ON (r.utilisateur_id) r.utilisateur_id, r.type FROM role r JOIN convention c ON c.id = p_convention
    WHERE r.utilisateur_id = ANY (p_utilisateurs) AND (r.type = 'ADMINISTRATEUR' OR r.convention_id = c.id OR r.organisme_id = c.caf_id
      OR EXISTS (SELECT FROM convention_organisme p WHERE p.convention_id = c.id AND p.organisme_id = r.organisme_id))
    ORDER BY r.utilisateur_id, r.fin IS NULL OR r.fin >= app.aujourdhui() DESC, array_position(ARRAY['CHARGE_COOPERATION', 'CONSEILLER_CAF', 'ADMINISTRATEUR', 'PILOTE', 'ELU', 'LECTEUR']::type_role[], r.type);
END $$;
REVOKE ALL ON FUNCTION app.voix_du_journal(integer, integer[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.voix_du_journal(integer, integer[]) TO copilote_app;
