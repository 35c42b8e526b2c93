-- One name in two conventions: asked about, never merged (record 0050). An answer stands beside the two people; nothing of
-- theirs is written, and it may be taken back.
CREATE TABLE "homonyme" (
    "convention_id" INTEGER NOT NULL,
    "charge_id" INTEGER NOT NULL,
    "autre_id" INTEGER NOT NULL,
    "meme" BOOLEAN NOT NULL,

    CONSTRAINT "homonyme_pkey" PRIMARY KEY ("charge_id","autre_id")
);
CREATE INDEX "homonyme_convention_id_idx" ON "homonyme"("convention_id");
CREATE INDEX "homonyme_autre_id_idx" ON "homonyme"("autre_id");
ALTER TABLE "homonyme" ADD CONSTRAINT "homonyme_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "homonyme" ADD CONSTRAINT "homonyme_charge_id_fkey" FOREIGN KEY ("charge_id") REFERENCES "charge_cooperation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "homonyme" ADD CONSTRAINT "homonyme_autre_id_fkey" FOREIGN KEY ("autre_id") REFERENCES "charge_cooperation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One row for a pair, whichever is asked about.
ALTER TABLE homonyme ADD CONSTRAINT homonyme_ordre CHECK (charge_id < autre_id);

-- An answer is known to those who read both people (whose own policy says where), and given by those who write where one
-- of them works: elsewhere nobody learns that there is anything to answer.
GRANT SELECT, INSERT, UPDATE, DELETE ON homonyme TO copilote_app;
ALTER TABLE homonyme ENABLE ROW LEVEL SECURITY;
CREATE POLICY lecture ON homonyme FOR SELECT TO copilote_app USING (
  EXISTS (SELECT FROM charge_cooperation k WHERE k.id = charge_id) AND EXISTS (SELECT FROM charge_cooperation k WHERE k.id = autre_id));
CREATE POLICY ajout ON homonyme FOR INSERT TO copilote_app WITH CHECK (convention_id <@ (SELECT app.portee_ecriture())
  AND EXISTS (SELECT FROM charge_cooperation k WHERE k.id = charge_id) AND EXISTS (SELECT FROM charge_cooperation k WHERE k.id = autre_id)
  AND EXISTS (SELECT FROM occupation o WHERE o.charge_id IN (homonyme.charge_id, homonyme.autre_id) AND o.convention_id = homonyme.convention_id));
CREATE POLICY modification ON homonyme FOR UPDATE TO copilote_app
  USING (EXISTS (SELECT FROM occupation o WHERE o.charge_id IN (homonyme.charge_id, homonyme.autre_id) AND o.convention_id <@ (SELECT app.portee_ecriture()))
    AND EXISTS (SELECT FROM charge_cooperation k WHERE k.id = charge_id) AND EXISTS (SELECT FROM charge_cooperation k WHERE k.id = autre_id))
  WITH CHECK (convention_id <@ (SELECT app.portee_ecriture()));
CREATE POLICY retrait ON homonyme FOR DELETE TO copilote_app USING (convention_id <@ (SELECT app.portee_ecriture()));
CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON homonyme FOR EACH ROW EXECUTE FUNCTION app.journaliser();

-- One person, over all posts, all conventions, and all the names that were said to be theirs, at every date. The row locks
-- make those who employ one person at the same moment wait for each other: sums are read once they are held. What is said
-- names neither the other post nor its convention, nor how much of it there is.
CREATE OR REPLACE FUNCTION app.verifier_charge(p_charge integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE depassement record; siennes integer[];
BEGIN
  PERFORM 1 FROM charge_cooperation WHERE id = p_charge FOR UPDATE;
  WITH RECURSIVE g(id) AS (SELECT p_charge
    UNION SELECT CASE WHEN h.charge_id = g.id THEN h.autre_id ELSE h.charge_id END FROM g JOIN homonyme h ON h.meme AND g.id IN (h.charge_id, h.autre_id))
  SELECT array_agg(g.id) INTO siennes FROM g;
  PERFORM 1 FROM charge_cooperation WHERE id = ANY (siennes) ORDER BY id FOR UPDATE;
  -- A sum can only rise on a day an occupation begins.
  SELECT d.debut AS jour INTO depassement
    FROM (SELECT DISTINCT debut FROM occupation WHERE charge_id = ANY (siennes)) d
    JOIN occupation o ON o.charge_id = ANY (siennes) AND o.debut <= d.debut AND (o.fin IS NULL OR o.fin >= d.debut)
    GROUP BY d.debut HAVING sum(o.quotite) > 1 ORDER BY d.debut LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'Cette personne dépasserait un temps plein (1,00 ETP) le %, tous postes et toutes conventions confondus. Réduisez sa quotité, changez les dates, ou voyez avec elle ses autres engagements.',
      to_char(depassement.jour, 'DD/MM/YYYY') USING ERRCODE = 'CT004';
  END IF;
END $$;

CREATE FUNCTION app.verifier_homonyme() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF NEW.meme THEN PERFORM app.verifier_charge(NEW.charge_id); END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.verifier_homonyme() FROM PUBLIC;
CREATE CONSTRAINT TRIGGER plafond AFTER INSERT OR UPDATE ON homonyme DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.verifier_homonyme();
