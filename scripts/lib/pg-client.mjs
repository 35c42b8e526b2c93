import pg from 'pg'

/**
 * Gives a connected client to a function and closes it afterwards.
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} body
 * @returns {Promise<T>}
 */
export async function withClient(url, body) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // a server that stops breaks the query under way, and that is told there
  await client.connect()
  try {
    return await body(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * The same server and login, another database.
 * @param {string} url
 * @param {string} database
 */
export function onDatabase(url, database) {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(database)}`
  return other.toString()
}

/** @param {string} name an identifier from us or from the catalogue, quoted for SQL */
export const quoted = (name) => `"${name.replaceAll('"', '""')}"`
