-- `text[] || 'notes'` reads the word as an array and fails: every change of a point of an agenda was refused.
DO $$
BEGIN
  EXECUTE replace(pg_get_functiondef('app.journaliser'::regproc), $q$techniques || 'notes'$q$, $q$array_append(techniques, 'notes')$q$);
END $$;
