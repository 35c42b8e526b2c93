-- After five searches PostgreSQL would keep one plan for all words and all reaches: on the 105 000 fiches of France an
-- adviser's common word then costs ten times more, an administrator's four. Planning anew costs a millisecond.
ALTER FUNCTION app.rechercher(text, integer) SET plan_cache_mode = 'force_custom_plan';
