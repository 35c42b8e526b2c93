-- What is true of a convention on a day, said once in SQL as it is once in code (record 0041). Each function answers
-- what a pure rule answers; tests/db/regles-en-sql.test.ts compares them on a thousand generated rows.
--
-- They run as whoever asks: row-level security applies. What gives rows is LANGUAGE sql, STABLE and without SET, what
-- tells a value is one expression: PostgreSQL writes both into the statement that names them, indexes and all.
-- Bodies that give whole rows are text: a column added to the table comes with them.

-- ── Plan d’action ─────────────────────────────────────────────────────────────────────────────

-- The plan in force of a convention: the latest version.
CREATE FUNCTION app.plan_en_vigueur(p_convention integer) RETURNS SETOF plan_action LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT p.* FROM public.plan_action p WHERE p.convention_id = p_convention ORDER BY p.numero_version DESC LIMIT 1 $$;

-- Its fiches.
CREATE FUNCTION app.fiches_en_vigueur(p_convention integer) RETURNS SETOF fiche_action LANGUAGE sql STABLE ROWS 30 AS $$
  SELECT f.* FROM public.fiche_action f
  WHERE f.convention_id = p_convention AND f.plan_id = (SELECT p.id FROM app.plan_en_vigueur(p_convention) p) $$;

-- Lines of indicators as written (not what they were split into): those of its fiches, and those of the convention itself.
CREATE FUNCTION app.lignes_en_vigueur(p_convention integer) RETURNS SETOF indicateur LANGUAGE sql STABLE ROWS 30 AS $$
  SELECT i.* FROM public.indicateur i
  WHERE i.convention_id = p_convention AND i.origine_id IS NULL
    AND (i.fiche_action_id IS NULL OR i.fiche_action_id IN (SELECT f.id FROM app.fiches_en_vigueur(p_convention) f)) $$;

-- Nothing is expected any more of what is done, put off or abandoned.
CREATE FUNCTION app.fiche_close(p_statut statut_fiche) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN p_statut IN ('REALISEE', 'REPORTEE', 'ABANDONNEE');

-- Put off or abandoned: an instance decided so.
CREATE FUNCTION app.fiche_ecartee(p_statut statut_fiche) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN p_statut IN ('REPORTEE', 'ABANDONNEE');

-- Where a fiche or an étape stands against its last day: RETARD, PASSEE (nobody said what came of it), or null.
CREATE FUNCTION app.fiche_echeance(p_statut statut_fiche, p_fin date, p_jour date) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN p_fin IS NULL OR p_fin >= p_jour OR app.fiche_close(p_statut) THEN NULL
    WHEN p_statut = 'A_PRECISER' THEN 'PASSEE' ELSE 'RETARD' END;

CREATE FUNCTION app.fiche_en_retard(p_statut statut_fiche, p_fin date, p_jour date) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(app.fiche_echeance(p_statut, p_fin, p_jour) = 'RETARD', false);

-- ── Relevés ───────────────────────────────────────────────────────────────────────────────────

-- The minutes of a meeting as they stand: the latest version.
CREATE FUNCTION app.releve_courant(p_convention integer, p_reunion integer) RETURNS SETOF releve LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT v.* FROM public.releve v WHERE v.convention_id = p_convention AND v.reunion_id = p_reunion
    AND v.numero_version = (SELECT max(w.numero_version) FROM public.releve w WHERE w.reunion_id = p_reunion) $$;

-- ── Décisions ─────────────────────────────────────────────────────────────────────────────────

-- Still to be settled: awaited, or a proposal that the instance which decides put off.
CREATE FUNCTION app.decision_attendue(p_etat etat_decision, p_decidee_par integer) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN p_etat = 'ATTENDUE' OR (p_etat = 'REPORTEE' AND p_decidee_par IS NOT NULL);

-- Taken and carried out by nobody else: what is followed until it is done.
CREATE FUNCTION app.decision_suivie(p_etat etat_decision, p_decidee_par integer) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN p_etat = 'PRISE' AND p_decidee_par IS NULL;

CREATE FUNCTION app.decision_en_retard(p_etat etat_decision, p_decidee_par integer, p_realisee_le date, p_echeance date, p_jour date)
  RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN app.decision_suivie(p_etat, p_decidee_par) AND p_realisee_le IS NULL AND coalesce(p_echeance < p_jour, false);

-- Whoever leaves leaves it undone: not settled, or taken and not carried out.
CREATE FUNCTION app.decision_ouverte(p_etat etat_decision, p_decidee_par integer, p_realisee_le date) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN p_decidee_par IS NULL AND (p_etat IN ('ATTENDUE', 'REPORTEE') OR (p_etat = 'PRISE' AND p_realisee_le IS NULL));

-- ── Schémas de coopération ────────────────────────────────────────────────────────────────────

-- Agreed: a proposed total is not, a draft even less.
CREATE FUNCTION app.schema_convenu(p_etat etat_schema) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN p_etat IN ('VALIDE', 'CLOS');

-- Whether a period holds a day: without a beginning it holds none that is known, without an end it goes on.
CREATE FUNCTION app.periode_couvre(p_debut date, p_fin date, p_jour date) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(p_debut <= p_jour AND coalesce(p_fin >= p_jour, true), false);

-- Days between a day and a period, 0 inside what is known of it; null where nothing dates it.
CREATE FUNCTION app.periode_distance(p_debut date, p_fin date, p_jour date) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN p_debut IS NULL AND p_fin IS NULL THEN NULL WHEN p_debut > p_jour THEN p_debut - p_jour WHEN p_fin < p_jour THEN p_jour - p_fin ELSE 0 END;

-- The schéma to show at a day, when none is asked for: the convention’s own before the previous one’s; the one in force,
-- else the one proposed for that day, else the nearest in time; a draft only for lack of better, so that whoever may
-- not read drafts is shown the same.
CREATE FUNCTION app.schema_en_vue(p_convention integer, p_jour date) RETURNS SETOF schema_cooperation LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT s.* FROM public.schema_cooperation s WHERE s.convention_id = p_convention
  ORDER BY s.anterieur, s.etat = 'BROUILLON', NOT app.periode_couvre(s.debut, s.fin, p_jour),
    app.periode_couvre(s.debut, s.fin, p_jour) AND NOT app.schema_convenu(s.etat),
    app.periode_distance(s.debut, s.fin, p_jour), s.debut DESC NULLS LAST, s.etat <> 'VALIDE', s.ordre, s.id
  LIMIT 1 $$;

-- The schéma in force on a day: of this convention, agreed, and its period holds the day. None is a right answer.
CREATE FUNCTION app.schema_en_vigueur(p_convention integer, p_jour date) RETURNS SETOF schema_cooperation LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT s.* FROM app.schema_en_vue(p_convention, p_jour) s
  WHERE NOT s.anterieur AND app.schema_convenu(s.etat) AND app.periode_couvre(s.debut, s.fin, p_jour) $$;

-- What each distribution of a schéma adds up to, in hundredths; null where no line has a figure.
CREATE FUNCTION app.sommes_schema(p_schema integer) RETURNS TABLE (porteur integer, thematique integer, evolution integer) LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT (SELECT (sum(a.quotite) * 100)::integer FROM public.affectation a WHERE a.convention_id = s.convention_id AND a.schema_id = s.id AND a.marge = 'PORTEUR'),
    (SELECT (sum(a.quotite) * 100)::integer FROM public.affectation a WHERE a.convention_id = s.convention_id AND a.schema_id = s.id AND a.marge = 'THEMATIQUE'),
    ((s.existant + coalesce((SELECT sum(d.quotite) FROM public.developpement d WHERE d.convention_id = s.convention_id AND d.schema_id = s.id), 0)) * 100)::integer
  FROM public.schema_cooperation s WHERE s.id = p_schema $$;

-- Each post of a schéma on a day, in hundredths: what is held, by somebody who is there or replaced, and what nobody holds,
-- which on a post handed to an outside operator is the operator’s, and elsewhere vacant.
CREATE FUNCTION app.effectifs_postes(p_schema integer, p_jour date)
  RETURNS TABLE (poste_id integer, affectation_id integer, libelle text, ordre integer, prevu integer, pourvu integer, present integer, vacant integer, externalise integer)
  LANGUAGE sql STABLE ROWS 10 AS $$
  SELECT p.id, p.affectation_id, p.intitule, p.ordre, (p.quotite * 100)::integer, t.pourvu, t.present,
    CASE WHEN p.mode = 'EXTERNALISE' THEN 0 ELSE greatest(0, (p.quotite * 100)::integer - t.pourvu) END,
    CASE WHEN p.mode = 'EXTERNALISE' THEN greatest(0, (p.quotite * 100)::integer - t.pourvu) ELSE 0 END
  FROM public.schema_cooperation s
  JOIN public.poste p ON p.convention_id = s.convention_id AND p.schema_id = s.id
  CROSS JOIN LATERAL (
    SELECT coalesce(sum((o.quotite * 100)::integer), 0)::integer AS pourvu,
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
        coalesce(p.decoupe, 0) AS decoupe, coalesce(p.pourvu, 0) AS pourvu, coalesce(p.present, 0) AS present, coalesce(p.externalise, 0) AS externalise
      FROM public.affectation a
      LEFT JOIN (SELECT e.affectation_id, sum(e.prevu)::integer AS decoupe, sum(e.pourvu)::integer AS pourvu, sum(e.present)::integer AS present,
          sum(e.externalise)::integer AS externalise FROM e GROUP BY 1) p ON p.affectation_id = a.id
      WHERE a.schema_id = p_schema AND a.marge = 'PORTEUR' AND a.convention_id = (SELECT s.convention_id FROM public.schema_cooperation s WHERE s.id = p_schema)),
    d AS (
      SELECT l.*, least(greatest(0, l.prevu - l.pourvu), l.externalise + CASE WHEN l.situation = 'EXTERNALISE' THEN greatest(0, l.prevu - l.decoupe) ELSE 0 END) AS confie
      FROM l WHERE l.decrit),
    j AS (
      SELECT d.*, least(greatest(0, d.prevu - d.pourvu) - d.confie, CASE WHEN d.situation = 'JAMAIS_POURVU' THEN greatest(0, d.prevu - d.decoupe) ELSE 0 END) AS jamais FROM d)
  SELECT j.id, j.libelle, j.ordre, true, j.prevu, j.pourvu, j.present, greatest(0, j.prevu - j.pourvu) - j.confie - j.jamais, j.jamais, j.confie, 0 FROM j
  UNION ALL
  SELECT l.id, l.libelle, l.ordre, false, l.prevu, CASE WHEN l.situation = 'POURVU' THEN l.prevu ELSE 0 END, CASE WHEN l.situation = 'POURVU' THEN l.prevu ELSE 0 END,
    CASE WHEN l.situation = 'VACANT' THEN l.prevu ELSE 0 END, CASE WHEN l.situation = 'JAMAIS_POURVU' THEN l.prevu ELSE 0 END,
    CASE WHEN l.situation = 'EXTERNALISE' THEN l.prevu ELSE 0 END, CASE WHEN l.situation = 'NON_PRECISE' THEN l.prevu ELSE 0 END
  FROM l WHERE NOT l.decrit
  UNION ALL
  SELECT NULL, e.libelle, e.ordre, true, e.prevu, e.pourvu, e.present, e.vacant, 0, e.externalise, 0 FROM e WHERE e.affectation_id IS NULL $$;

-- ── Convention ────────────────────────────────────────────────────────────────────────────────

-- Avenants that the convention announces for a day and that nobody signed yet.
CREATE FUNCTION app.avenants_attendus(p_convention integer) RETURNS SETOF avenant LANGUAGE sql STABLE ROWS 3 AS $$
  SELECT a.* FROM public.avenant a WHERE a.convention_id = p_convention AND a.echeance IS NOT NULL AND a.date_signature IS NULL $$;

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'app' AND p.proname = ANY (ARRAY[
    'plan_en_vigueur', 'fiches_en_vigueur', 'lignes_en_vigueur', 'fiche_close', 'fiche_ecartee', 'fiche_echeance', 'fiche_en_retard', 'releve_courant', 'decision_attendue', 'decision_suivie',
    'decision_en_retard', 'decision_ouverte', 'schema_convenu', 'periode_couvre', 'periode_distance', 'schema_en_vue', 'schema_en_vigueur', 'sommes_schema',
    'effectifs_postes', 'effectifs_schema', 'avenants_attendus']) LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO copilote_app', f);
  END LOOP;
END $$;
