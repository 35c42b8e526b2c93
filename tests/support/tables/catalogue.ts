import type { Client } from 'pg'

/** What PostgreSQL’s catalogue says of views and functions: those of extensions and of PostgreSQL itself left out. */

export interface ViewRead {
  /** `schema.name` */
  name: string
  materialised: boolean
  /** Row-level security answers for who asks, not for who owns the view. */
  invoker: boolean
  /** Tables that it reads, by themselves or through another view. */
  tables: string[]
  columns: string[]
  definition: string
  /** Rights given to somebody who does not own it: `role right`, PUBLIC by its name. */
  rights: string[]
}

export interface FunctionRead {
  /** `schema.name(arguments)` */
  name: string
  definer: boolean
  trigger: boolean
  /** Rows rather than a value. */
  rows: boolean
  /** Its fixed search_path; null when it takes the caller’s. */
  path: string | null
  body: string
  /** The application may call it. */
  callable: boolean
  /** Anybody may. */
  open: boolean
}

const OURS = `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT EXISTS (
  SELECT FROM pg_depend e WHERE e.objid = o.oid AND e.deptype = 'e')`

/** Every view there is. */
export async function listViews(client: Client): Promise<ViewRead[]> {
  const { rows } = await client.query<ViewRead>(`
    SELECT n.nspname || '.' || o.relname AS name, o.relkind = 'm' AS materialised,
      coalesce(o.reloptions && ARRAY['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false) AS invoker,
      ARRAY(SELECT DISTINCT CASE t.relkind WHEN 'r' THEN t.relname ELSE m.nspname || '.' || t.relname END FROM pg_rewrite w
        JOIN pg_depend d ON d.objid = w.oid AND d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass
        JOIN pg_class t ON t.oid = d.refobjid AND t.oid <> o.oid JOIN pg_namespace m ON m.oid = t.relnamespace
        WHERE w.ev_class = o.oid)::text[] AS tables,
      ARRAY(SELECT a.attname FROM pg_attribute a WHERE a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum)::text[] AS columns,
      rtrim(pg_get_viewdef(o.oid), ';') AS definition,
      ARRAY(SELECT coalesce(r.rolname, 'PUBLIC') || ' ' || x.privilege_type FROM aclexplode(o.relacl) x LEFT JOIN pg_roles r ON r.oid = x.grantee
        WHERE x.grantee <> o.relowner ORDER BY 1)::text[] AS rights
    FROM pg_class o JOIN pg_namespace n ON n.oid = o.relnamespace
    WHERE o.relkind IN ('v', 'm') AND ${OURS} ORDER BY 1`)
  return rows
}

/** Every function there is. */
export async function listFunctions(client: Client): Promise<FunctionRead[]> {
  const { rows } = await client.query<FunctionRead>(`
    SELECT n.nspname || '.' || o.proname || '(' || pg_get_function_identity_arguments(o.oid) || ')' AS name, o.prosecdef AS definer,
      o.prorettype = 'trigger'::regtype AS trigger, o.proretset AS rows,
      (SELECT substr(c, 13) FROM unnest(o.proconfig) c WHERE c LIKE 'search\\_path=%') AS path,
      coalesce(pg_get_function_sqlbody(o.oid), o.prosrc) AS body,
      has_function_privilege('copilote_app', o.oid, 'EXECUTE') AS callable,
      EXISTS (SELECT FROM aclexplode(coalesce(o.proacl, acldefault('f', o.proowner))) x WHERE x.grantee = 0) AS open
    FROM pg_proc o JOIN pg_namespace n ON n.oid = o.pronamespace
    WHERE o.prokind IN ('f', 'p') AND ${OURS} ORDER BY 1`)
  return rows
}
