import type pg from 'pg'

/** Makes every schéma of a convention a draft that no instance was asked about: work in progress of those who write. */
export async function hideSchemas(owner: pg.Client, slug: string): Promise<void> {
  const ici = `convention_id = (SELECT id FROM convention WHERE slug = $1)`
  await owner.query('BEGIN')
  // Meetings whose minutes are validated are frozen: nothing else could take their points away.
  await owner.query('SET LOCAL session_replication_role = replica')
  await owner.query(`UPDATE point_ordre_du_jour SET schema_id = NULL WHERE ${ici}`, [slug])
  await owner.query(`UPDATE decision SET schema_id = NULL, effet = NULL, appliquee_le = NULL WHERE ${ici} AND schema_id IS NOT NULL`, [slug])
  await owner.query('COMMIT')
  await owner.query(`UPDATE schema_cooperation SET etat = 'BROUILLON' WHERE ${ici}`, [slug])
}
