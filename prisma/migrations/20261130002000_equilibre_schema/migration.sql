-- Rule 2 in its corners (record 0050): an unknown line is not zero, developments have the existing part they add to, and a
-- zero has its reason. The pure rule is lib/cooperation/schemas/rules/equilibre.ts; tests/db/cooperation/schemas compares.

-- Whether nobody knows what a line holds: it has no figure, and its reason, if any, does not say that it has none.
CREATE FUNCTION app.ligne_inconnue(p_quotite numeric, p_motif motif_zero) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN p_quotite IS NULL AND (p_motif IS NULL OR p_motif NOT IN ('PORTE_PAR_AUTRE', 'SANS_ETP', 'NEANT'));

-- Whether a line is at zero and nothing says why.
CREATE FUNCTION app.zero_sans_raison(p_quotite numeric, p_motif motif_zero, p_note text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(p_quotite = 0, false) AND p_motif IS NULL AND coalesce(p_note !~ '\S', true);

-- What a sum lacks or has too much, in hundredths: null where the total is unknown, and where lines without a figure may
-- hold what is missing.
CREATE FUNCTION app.ecart_somme(p_total integer, p_somme integer, p_inconnues integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN p_somme < p_total AND p_inconnues > 0 THEN NULL ELSE p_somme - p_total END;

-- What each distribution of a schéma adds up to, in hundredths (null where no line has a figure), and how many lines are
-- unknown; whether developments add to nothing.
DROP FUNCTION app.sommes_schema(integer);
CREATE FUNCTION app.sommes_schema(p_schema integer)
  RETURNS TABLE (porteur integer, porteur_inconnues integer, thematique integer, thematique_inconnues integer, croise integer, evolution integer, sans_existant boolean)
  LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT p.somme, p.inconnues, t.somme, t.inconnues,
    (SELECT (sum(c.quotite) * 100)::integer FROM public.croisement c WHERE c.convention_id = s.convention_id AND c.schema_id = s.id),
    ((s.existant + coalesce(d.somme, 0)) * 100)::integer, s.existant IS NULL AND d.nombre > 0
  FROM public.schema_cooperation s
  CROSS JOIN LATERAL (SELECT (sum(a.quotite) * 100)::integer AS somme, (count(*) FILTER (WHERE app.ligne_inconnue(a.quotite, a.motif_zero)))::integer AS inconnues
    FROM public.affectation a WHERE a.convention_id = s.convention_id AND a.schema_id = s.id AND a.marge = 'PORTEUR') p
  CROSS JOIN LATERAL (SELECT (sum(a.quotite) * 100)::integer AS somme, (count(*) FILTER (WHERE app.ligne_inconnue(a.quotite, a.motif_zero)))::integer AS inconnues
    FROM public.affectation a WHERE a.convention_id = s.convention_id AND a.schema_id = s.id AND a.marge = 'THEMATIQUE') t
  CROSS JOIN LATERAL (SELECT sum(d.quotite) AS somme, count(*) AS nombre
    FROM public.developpement d WHERE d.convention_id = s.convention_id AND d.schema_id = s.id) d
  WHERE s.id = p_schema $$;

-- Lines that are known and differ from their cells of the cross table. A cell that is not there is a zero, unless it would be
-- that of an unknown line. None where no cell is given.
CREATE FUNCTION app.ecarts_croises(p_schema integer) RETURNS TABLE (affectation_id integer, somme integer) LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT a.id, (coalesce(k.somme, 0) * 100)::integer
  FROM public.schema_cooperation s
  JOIN public.affectation a ON a.convention_id = s.convention_id AND a.schema_id = s.id AND a.quotite IS NOT NULL
  CROSS JOIN LATERAL (SELECT sum(c.quotite) AS somme FROM public.croisement c
    WHERE c.convention_id = s.convention_id AND c.schema_id = s.id AND a.id IN (c.porteur_id, c.thematique_id)) k
  WHERE s.id = p_schema AND coalesce(k.somme, 0) <> a.quotite
    AND EXISTS (SELECT FROM public.croisement c WHERE c.convention_id = s.convention_id AND c.schema_id = s.id)
    AND NOT (coalesce(k.somme, 0) < a.quotite AND EXISTS (SELECT FROM public.affectation u
      WHERE u.convention_id = s.convention_id AND u.schema_id = s.id AND u.marge <> a.marge AND app.ligne_inconnue(u.quotite, u.motif_zero)
        AND NOT EXISTS (SELECT FROM public.croisement c WHERE c.convention_id = s.convention_id AND c.schema_id = s.id
          AND a.id IN (c.porteur_id, c.thematique_id) AND u.id IN (c.porteur_id, c.thematique_id)))) $$;

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'app' AND p.proname = ANY (ARRAY['ligne_inconnue', 'zero_sans_raison', 'ecart_somme', 'sommes_schema', 'ecarts_croises']) LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO copilote_app', f);
  END LOOP;
END $$;

-- Zeros without a reason, on schémas that are no drafts: all that is known is that the reason is not, and the list has a word
-- for it. No line of the journal is written: nobody changed anything. Drafts are left as they are, they are still being written.
ALTER TABLE affectation DISABLE TRIGGER USER;
UPDATE affectation a SET motif_zero = 'NON_PRECISE' FROM schema_cooperation s
  WHERE s.id = a.schema_id AND s.etat <> 'BROUILLON' AND app.zero_sans_raison(a.quotite, a.motif_zero, a.note);
ALTER TABLE affectation ENABLE TRIGGER USER;

-- What is there already and no longer agrees stays, is said here and on its screen, and may still be closed.
DO $$
DECLARE s record;
BEGIN
  FOR s IN SELECT c.slug, k.ref FROM schema_cooperation k JOIN convention c ON c.id = k.convention_id CROSS JOIN LATERAL app.sommes_schema(k.id) x
    WHERE k.etat <> 'BROUILLON' AND x.sans_existant ORDER BY 1, 2 LOOP
    RAISE WARNING 'Convention %, schéma % : des développements sont donnés sans l’existant auquel ils s’ajoutent.', s.slug, s.ref;
  END LOOP;
END $$;

-- Checks one schéma at commit. The row lock makes a line changed here and a validation made elsewhere at the same moment wait
-- for each other, so that neither can miss the other. A closed schéma is history: its sums alone are judged.
CREATE OR REPLACE FUNCTION app.verifier_schema(p_schema integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE s schema_cooperation; x record; m record; ligne text;
BEGIN
  SELECT * INTO s FROM schema_cooperation WHERE id = p_schema FOR UPDATE;
  IF s.id IS NULL OR s.etat = 'BROUILLON' THEN RETURN; END IF;
  IF s.total IS NULL THEN
    RAISE EXCEPTION 'Le schéma « % » n’a pas de total : indiquez-le avant de le proposer ou de le valider.', s.libelle USING ERRCODE = 'CT001';
  END IF;
  SELECT * INTO x FROM app.sommes_schema(p_schema);
  FOR m IN SELECT v.nom, v.somme, app.ecart_somme((s.total * 100)::integer, v.somme, v.inconnues) AS ecart
    FROM (VALUES ('La répartition par commune', x.porteur, x.porteur_inconnues), ('La répartition par thématique', x.thematique, x.thematique_inconnues),
      ('Le tableau croisé', x.croise, x.porteur_inconnues + x.thematique_inconnues)) AS v(nom, somme, inconnues) LOOP
    IF m.ecart <> 0 THEN
      RAISE EXCEPTION '% du schéma « % » fait % ETP au lieu de % : corrigez les lignes ou le total.',
        m.nom, s.libelle, replace(round(m.somme / 100.0, 2)::text, '.', ','), replace(s.total::text, '.', ',') USING ERRCODE = 'CT001';
    END IF;
  END LOOP;
  IF x.evolution <> (s.total * 100)::integer THEN
    RAISE EXCEPTION 'L’existant et les développements du schéma « % » ne font pas son total.', s.libelle USING ERRCODE = 'CT001';
  END IF;
  IF EXISTS (SELECT FROM app.ecarts_croises(p_schema)) THEN
    RAISE EXCEPTION 'Le tableau croisé du schéma « % » ne correspond pas à ses deux répartitions.', s.libelle USING ERRCODE = 'CT001';
  END IF;
  IF s.etat = 'CLOS' THEN RETURN; END IF;
  IF x.sans_existant THEN
    RAISE EXCEPTION 'Le schéma « % » donne des développements sans l’existant auquel ils s’ajoutent : indiquez l’existant, ou retirez-les.', s.libelle USING ERRCODE = 'CT001';
  END IF;
  SELECT a.libelle INTO ligne FROM affectation a WHERE a.schema_id = p_schema AND app.zero_sans_raison(a.quotite, a.motif_zero, a.note) ORDER BY a.marge, a.ordre LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'La ligne « % » du schéma « % » est à zéro sans motif : indiquez-le, ou « motif non précisé » si le document n’en donne pas.', ligne, s.libelle USING ERRCODE = 'CT001';
  END IF;
END $$;
