-- One cleaning of texts (record 0042): what comes in is cleaned by the application; what is here is cleaned once, below.
-- Words looked for are folded without what does not show.

-- As `foldMots` (lib/platform/texte.ts), letter for letter: decomposed, without marks nor signs that take no place,
-- lower case, ligatures in two letters; then letters and figures alone.
CREATE OR REPLACE FUNCTION app.plier(p text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
SET search_path = pg_catalog, public AS $$
  SELECT trim(regexp_replace(CASE WHEN octet_length(p) = length(p) THEN lower(p) ELSE
    lower(replace(replace(replace(replace(replace(replace(replace(replace(
      translate(
        regexp_replace(normalize(p, NFKD),
          '[\u00AD\u0300-\u036F\u061C\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200F\u202A-\u202E\u2060-\u206F\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF\uFFFE\uFFFF]', '', 'g'),
        'øØđĐðÐłŁħĦı', 'ooddddllhhi'),
      'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss'), 'ẞ', 'ss'), 'þ', 'th'), 'Þ', 'th'))
    END, '[^a-z0-9]+', ' ', 'g'))
$$;

-- As `cleanTexte`, for this once: nothing else in the database cleans.
CREATE FUNCTION pg_temp.nettoyer(p text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT CASE WHEN p !~ '[^\u000A\u0020-\u007E]' THEN p ELSE
    normalize(replace(
      regexp_replace(
        translate(
          regexp_replace(
            regexp_replace(p, '[\u00AD\u200B-\u200D\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u0001-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]', '', 'g'),
            '\r\n?|[\u000B\u000C\u0085\u2028\u2029]', E'\n', 'g'),
          U&'\F0FC\F0FE\F076\F0A7\F0A8\F0B7\F0D8', '✓✓•••••'),
        '^([ \t]*)(?:[\uE000-\uF8FF](?=[ \t\u00A0])|[o§·¨Øüqv▪▫◦●○■□➢❖](?=\t))', '\1•', 'gw'),
      E'\t', ' '), NFC)
    END
$$;

-- Texts kept before: composed or not, with or without what does not show, they name the same things, are found by the same
-- filters and compared with what comes in now. Left as they are: the journal, minutes and versions that were closed (those
-- are what was signed), and a row that a constraint or a freeze keeps from changing. No line of the journal is written:
-- nobody changed a word.
DO $$
DECLARE
  laissees CONSTANT text[] := ARRAY['journal', 'session', 'invitation', 'tentative_connexion', '_prisma_migrations', 'departement', 'epci', 'epci_departement',
    'commune', 'theme_afas', 'nature_equipement', 'mission_reference', 'tache', 'envoi_veille', 'signal_veille', 'releve', 'validation_releve', 'version_plan', 'import_tableur'];
  t record; c record; cle text; cles text[]; muets text[]; nom text;
BEGIN
  FOR t IN SELECT k.oid, k.relname, format_type(a.atttypid, a.atttypmod) AS type FROM pg_class k
    JOIN pg_attribute a ON a.attrelid = k.oid AND a.attname = 'id' AND NOT a.attisdropped
    WHERE k.relnamespace = 'public'::regnamespace AND k.relkind = 'r' AND k.relname <> ALL (laissees) ORDER BY k.relname
  LOOP
    muets := NULL;
    FOR c IN SELECT a.attname FROM pg_attribute a
      WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.atttypid IN ('text'::regtype, 'varchar'::regtype)
        AND a.attname NOT IN ('id', 'recherche', 'mot_de_passe') ORDER BY a.attnum
    LOOP
      EXECUTE format('SELECT array_agg(id::text) FROM public.%I WHERE %I IS DISTINCT FROM pg_temp.nettoyer(%2$I)', t.relname, c.attname) INTO cles;
      CONTINUE WHEN cles IS NULL;
      -- Only a table that holds such a text is touched at all.
      IF muets IS NULL THEN
        SELECT coalesce(array_agg(g.tgname::text), '{}') INTO muets FROM pg_trigger g
          WHERE g.tgrelid = t.oid AND NOT g.tgisinternal AND g.tgenabled = 'O' AND (g.tgname LIKE 'journal%' OR g.tgname LIKE 'plafond%' OR g.tgname = 'equilibre');
        FOREACH nom IN ARRAY muets LOOP EXECUTE format('ALTER TABLE public.%I DISABLE TRIGGER %I', t.relname, nom); END LOOP;
      END IF;
      FOREACH cle IN ARRAY cles LOOP
        BEGIN
          EXECUTE format('UPDATE public.%I SET %I = pg_temp.nettoyer(%2$I) WHERE id = $1::%s', t.relname, c.attname, t.type) USING cle;
        EXCEPTION WHEN OTHERS THEN
          -- Taken by another row, left empty, or frozen (our own codes, CT0xx): it stays as it is.
          IF SQLSTATE NOT LIKE '23%' AND SQLSTATE NOT LIKE 'CT%' THEN RAISE; END IF;
        END;
      END LOOP;
    END LOOP;
    CONTINUE WHEN muets IS NULL;
    SET CONSTRAINTS ALL IMMEDIATE;
    FOREACH nom IN ARRAY muets LOOP EXECUTE format('ALTER TABLE public.%I ENABLE TRIGGER %I', t.relname, nom); END LOOP;
    SET CONSTRAINTS ALL DEFERRED;
  END LOOP;
END $$;
DROP FUNCTION pg_temp.nettoyer(text);

-- What is looked for, folded again where the new folding says otherwise.
DO $$
DECLARE t record; mots text;
BEGIN
  FOR t IN SELECT g.tgrelid::regclass::text AS nom, encode(g.tgargs, 'escape') AS champs FROM pg_trigger g WHERE g.tgfoid = 'app.plier_ligne'::regproc LOOP
    SELECT string_agg(quote_ident(champ), ', ') INTO mots FROM unnest(string_to_array(rtrim(t.champs, '\000'), '\000')) champ;
    EXECUTE format('UPDATE %s SET recherche = app.plier(concat_ws('' '', %s)) WHERE recherche IS DISTINCT FROM app.plier(concat_ws('' '', %2$s))', t.nom, mots);
  END LOOP;
END $$;
UPDATE fiche_action f SET recherche = app.mots_fiche(f)
  WHERE f.recherche IS DISTINCT FROM app.mots_fiche(f);
