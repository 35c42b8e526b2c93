-- As before, for the tables that came since: a convention that goes takes along its budget lines and what they name.
DO $$
DECLARE lien record;
BEGIN
  FOR lien IN
    SELECT c.conrelid::regclass AS nom_table, c.conname AS nom FROM pg_constraint c
    WHERE c.contype = 'f' AND c.confdeltype = 'a' AND c.connamespace = 'public'::regnamespace
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname = 'convention_id')
    ORDER BY 1, 2
  LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED', lien.nom_table, lien.nom);
  END LOOP;
END $$;
