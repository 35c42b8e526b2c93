-- As before, with the three reaches worked out once: they were worked out again for each convention, 18 ms of the frame of
-- a Caf of 40. In PL/pgSQL, which keeps its plans from one call to the next.
CREATE OR REPLACE FUNCTION app.compter_attentes(p_jour date) RETURNS TABLE (id integer, slug text, nom text, debut date, fin date, roles text[], fiches integer[], audience audience_situation, attente integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE
  caf int4multirange := app.portee_caf();
  ecriture int4multirange := app.portee_ecriture();
  lecture int4multirange := app.portee_lecture();
BEGIN
  RETURN QUERY
    SELECT v.id, v.slug, v.nom, v.debut, v.fin, v.roles, v.fiches, a.audience,
      (SELECT s.attente FROM situation s WHERE s.convention_id = v.id AND s.audience = a.audience AND s.jour = p_jour
        AND NOT EXISTS (SELECT FROM situation_changement x WHERE x.convention_id = v.id))
    FROM app.conventions_veille() v CROSS JOIN LATERAL (SELECT app.audience_de(v.id, caf, ecriture, lecture) AS audience) a;
END $$;

CREATE OR REPLACE FUNCTION app.conventions_veille() RETURNS TABLE (id integer, slug text, nom text, debut date, fin date, roles text[], fiches integer[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
BEGIN
  RETURN QUERY
    WITH p AS MATERIALIZED (SELECT r.type, r.fiche_action_id, app.conventions_du_role(r) AS portee FROM app.roles_actifs() r WHERE r.type <> 'ADMINISTRATEUR')
    SELECT c.id, c.slug, c.nom, c.date_debut, c.date_fin, array_agg(DISTINCT p.type::text),
      coalesce(array_agg(DISTINCT p.fiche_action_id) FILTER (WHERE p.type = 'PILOTE'), '{}')
    FROM p CROSS JOIN LATERAL unnest(p.portee) plage CROSS JOIN LATERAL generate_series(lower(plage), upper(plage) - 1) AS k(id)
    JOIN convention c ON c.id = k.id
    GROUP BY c.id ORDER BY c.nom, c.id;
END $$;
