-- A person may be known and the quotité not (record 0050): unknown is not zero, and nothing unsaid is filled. Sums leave it
-- out; what PostgreSQL checks of people, posts and replacements judges what is known.
ALTER TABLE "occupation" ALTER COLUMN "quotite" DROP NOT NULL;

DROP FUNCTION app.effectifs_schema(integer, date);
DROP FUNCTION app.effectifs_postes(integer, date);

-- Each post of a schéma on a day, in hundredths: what is held, by somebody who is there or replaced, and what nobody holds,
-- which on a post handed to an outside operator is the operator’s, and elsewhere vacant. Where somebody holds it for a part that nobody gives,
-- what is left is neither: it is not known.
CREATE FUNCTION app.effectifs_postes(p_schema integer, p_jour date)
  RETURNS TABLE (poste_id integer, affectation_id integer, libelle text, ordre integer, prevu integer, pourvu integer, present integer, vacant integer, externalise integer, non_precise integer)
  LANGUAGE sql STABLE ROWS 10 AS $$
  SELECT p.id, p.affectation_id, p.intitule, p.ordre, (p.quotite * 100)::integer, t.pourvu, t.present,
    CASE WHEN t.inconnue OR p.mode = 'EXTERNALISE' THEN 0 ELSE greatest(0, (p.quotite * 100)::integer - t.pourvu) END,
    CASE WHEN p.mode = 'EXTERNALISE' AND NOT t.inconnue THEN greatest(0, (p.quotite * 100)::integer - t.pourvu) ELSE 0 END,
    CASE WHEN t.inconnue THEN greatest(0, (p.quotite * 100)::integer - t.pourvu) ELSE 0 END
  FROM public.schema_cooperation s
  JOIN public.poste p ON p.convention_id = s.convention_id AND p.schema_id = s.id
  CROSS JOIN LATERAL (
    SELECT coalesce(sum((o.quotite * 100)::integer), 0)::integer AS pourvu, coalesce(bool_or(o.quotite IS NULL), false) AS inconnue,
      coalesce(sum(CASE WHEN EXISTS (SELECT FROM public.absence a WHERE a.convention_id = o.convention_id AND a.occupation_id = o.id AND app.periode_couvre(a.debut, a.fin, p_jour))
        THEN coalesce((SELECT sum((r.quotite * 100)::integer) FROM public.occupation r WHERE r.convention_id = o.convention_id AND r.poste_id = o.poste_id
          AND r.remplace_id = o.id AND app.periode_couvre(r.debut, r.fin, p_jour)), 0)
        ELSE (o.quotite * 100)::integer END), 0)::integer AS present
    FROM public.occupation o WHERE o.convention_id = p.convention_id AND o.poste_id = p.id AND o.remplace_id IS NULL AND app.periode_couvre(o.debut, o.fin, p_jour)) t
  WHERE s.id = p_schema $$;

-- A schéma on a day, line by line (by porteur), then each post that is on no line, in hundredths. A line cut into posts is what
-- its posts say; what they do not cut out is vacant, unless the document writes that it is handed over or was never filled. A
-- line without posts is what the document writes of it. Planned is the sum of the five states, and nothing unsaid is filled.
CREATE FUNCTION app.effectifs_schema(p_schema integer, p_jour date)
  RETURNS TABLE (affectation_id integer, libelle text, ordre integer, decrit boolean, prevu integer, pourvu integer, present integer, vacant integer,
    jamais_pourvu integer, externalise integer, non_precise integer)
  LANGUAGE sql STABLE ROWS 10 AS $$
  WITH e AS (SELECT * FROM app.effectifs_postes(p_schema, p_jour)),
    l AS (
      SELECT a.id, a.libelle, a.ordre, a.situation, p.decoupe IS NOT NULL AS decrit, coalesce((a.quotite * 100)::integer, p.decoupe, 0) AS prevu,
        coalesce(p.decoupe, 0) AS decoupe, coalesce(p.pourvu, 0) AS pourvu, coalesce(p.present, 0) AS present, coalesce(p.externalise, 0) AS externalise, coalesce(p.non_precise, 0) AS non_precise
      FROM public.affectation a
      LEFT JOIN (SELECT e.affectation_id, sum(e.prevu)::integer AS decoupe, sum(e.pourvu)::integer AS pourvu, sum(e.present)::integer AS present,
          sum(e.externalise)::integer AS externalise, sum(e.non_precise)::integer AS non_precise FROM e GROUP BY 1) p ON p.affectation_id = a.id
      WHERE a.schema_id = p_schema AND a.marge = 'PORTEUR' AND a.convention_id = (SELECT s.convention_id FROM public.schema_cooperation s WHERE s.id = p_schema)),
    d AS (
      SELECT l.*, least(greatest(0, l.prevu - l.pourvu), l.externalise + CASE WHEN l.situation = 'EXTERNALISE' THEN greatest(0, l.prevu - l.decoupe) ELSE 0 END) AS confie
      FROM l WHERE l.decrit),
    j AS (
      SELECT d.*, least(greatest(0, d.prevu - d.pourvu) - d.confie, CASE WHEN d.situation = 'JAMAIS_POURVU' THEN greatest(0, d.prevu - d.decoupe) ELSE 0 END) AS jamais FROM d),
    n AS (SELECT j.*, least(greatest(0, j.prevu - j.pourvu) - j.confie - j.jamais, j.non_precise) AS inconnu FROM j)
  SELECT n.id, n.libelle, n.ordre, true, n.prevu, n.pourvu, n.present, greatest(0, n.prevu - n.pourvu) - n.confie - n.jamais - n.inconnu, n.jamais, n.confie, n.inconnu FROM n
  UNION ALL
  SELECT l.id, l.libelle, l.ordre, false, l.prevu, CASE WHEN l.situation = 'POURVU' THEN l.prevu ELSE 0 END, CASE WHEN l.situation = 'POURVU' THEN l.prevu ELSE 0 END,
    CASE WHEN l.situation = 'VACANT' THEN l.prevu ELSE 0 END, CASE WHEN l.situation = 'JAMAIS_POURVU' THEN l.prevu ELSE 0 END,
    CASE WHEN l.situation = 'EXTERNALISE' THEN l.prevu ELSE 0 END, CASE WHEN l.situation = 'NON_PRECISE' THEN l.prevu ELSE 0 END
  FROM l WHERE NOT l.decrit
  UNION ALL
  SELECT NULL, e.libelle, e.ordre, true, e.prevu, e.pourvu, e.present, e.vacant, 0, e.externalise, e.non_precise FROM e WHERE e.affectation_id IS NULL $$;

REVOKE ALL ON FUNCTION app.effectifs_postes(integer, date), app.effectifs_schema(integer, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.effectifs_postes(integer, date), app.effectifs_schema(integer, date) TO copilote_app;
