-- What is looked for is folded alike whatever the age of PostgreSQL and of Node: signs that Unicode decomposes since its
-- versions 16 and 17 only are left out (`SIGNES_RECENTS` of lib/platform/texte.ts). No name holds one: nothing kept is folded again.
CREATE OR REPLACE FUNCTION app.plier(p text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
SET search_path = pg_catalog, public AS $$
  SELECT trim(regexp_replace(CASE WHEN octet_length(p) = length(p) THEN lower(p) ELSE
    lower(replace(replace(replace(replace(replace(replace(replace(replace(
      translate(
        regexp_replace(normalize(regexp_replace(p, '[\uA7F1\U0001CCD6-\U0001CCF9]', '', 'g'), NFKD),
          '[\u00AD\u0300-\u036F\u061C\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200F\u202A-\u202E\u2060-\u206F\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF\uFFFE\uFFFF]', '', 'g'),
        'øØđĐðÐłŁħĦı', 'ooddddllhhi'),
      'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss'), 'ẞ', 'ss'), 'þ', 'th'), 'Þ', 'th'))
    END, '[^a-z0-9]+', ' ', 'g'))
$$;
