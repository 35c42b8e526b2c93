import type pg from 'pg'
import type { DateCivile } from '@/lib/platform/dates'

/**
 * One clock for a test and its database. What a test does it does on a day of its own (`runAs`, `today`), while
 * PostgreSQL writes down the instant at which it happens: these two make the database follow the test.
 */

/** Makes PostgreSQL judge by a day of the test's own: roles that have begun or ended, people who have left. */
export async function setJour(owner: pg.Client, jour: DateCivile): Promise<void> {
  await owner.query(`CREATE OR REPLACE FUNCTION app.aujourdhui() RETURNS date LANGUAGE sql STABLE
    AS $$ SELECT ${owner.escapeLiteral(jour)}::date $$`)
}

/** Dates lines of the journal of a convention: those written after one of them, as if they had been at an instant. */
export async function dateJournal(owner: pg.Client, convention: number, instant: string, apres = 0): Promise<void> {
  // The trigger that forbids it is the owner’s to lift.
  await owner.query('ALTER TABLE journal DISABLE TRIGGER inalterable')
  await owner.query('UPDATE journal SET instant = $2 WHERE convention_id = $1 AND id > $3', [
    convention,
    instant,
    apres,
  ])
  await owner.query('ALTER TABLE journal ENABLE TRIGGER inalterable')
}

/** Id of the last line of the journal of a convention: what `dateJournal` leaves as it is. */
export async function readDernier(owner: pg.Client, convention: number): Promise<number> {
  const { rows } = await owner.query<{ dernier: number }>(
    'SELECT coalesce(max(id), 0)::int AS dernier FROM journal WHERE convention_id = $1',
    [convention],
  )
  return rows[0]?.dernier ?? 0
}
