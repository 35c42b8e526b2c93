-- The outcome of a proposal comes from the decision that settles it, whatever the state of the meeting that made it:
-- put off a first time, it may be settled later; and a settlement that is taken back leaves it awaited again.
CREATE OR REPLACE FUNCTION app.proteger_tenue() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
DECLARE
  ligne jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  reunion_id integer; permis text[] := '{}';
BEGIN
  IF TG_OP = 'INSERT' AND current_setting('app.operation', true) = 'dossier.importer' THEN RETURN NEW; END IF;
  reunion_id := CASE WHEN TG_TABLE_NAME = 'decision'
    THEN (SELECT p.reunion_id FROM point_ordre_du_jour p WHERE p.id = (ligne ->> 'point_id')::integer)
    ELSE (ligne ->> 'reunion_id')::integer END;
  -- The lock makes a change and a validation made at the same moment wait for each other.
  PERFORM 1 FROM reunion r WHERE r.id = reunion_id FOR SHARE;
  IF EXISTS (SELECT FROM reunion r WHERE r.id = reunion_id AND r.figee) THEN
    IF TG_TABLE_NAME = 'decision' AND TG_OP = 'UPDATE' THEN
      permis := ARRAY['realisee_le', 'suivi', 'responsable', 'version'];
      IF NEW.decidee_par_id IS NOT NULL OR (OLD.decidee_par_id IS NOT NULL AND NEW.etat = 'ATTENDUE') THEN
        permis := permis || ARRAY['etat', 'decidee_par_id'];
      END IF;
    END IF;
    IF TG_OP <> 'UPDATE' OR NOT app.champs_changes(to_jsonb(OLD), to_jsonb(NEW)) <@ permis THEN
      RAISE EXCEPTION 'Le relevé de cette réunion est validé : son contenu ne change plus. Corrigez le relevé par une nouvelle version.' USING ERRCODE = 'CT002';
    END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
