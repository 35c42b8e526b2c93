-- The convention before, when the product holds it and the reader may read it: one door for every room that goes back
-- in time. Row-level security answers for the reader.
CREATE FUNCTION app.convention_precedente(p_convention integer) RETURNS TABLE (id integer, nom text)
LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT a.id, a.nom FROM public.convention c JOIN public.convention a ON a.id = c.predecesseur_id
  WHERE c.id = p_convention AND a.id <@ (SELECT app.portee_lecture())
$$;
REVOKE ALL ON FUNCTION app.convention_precedente(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.convention_precedente(integer) TO copilote_app;
