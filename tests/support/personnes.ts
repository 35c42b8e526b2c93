import pg from 'pg'
import type { TypeRole } from '@/lib/platform/identite/politique'
import { createSecret, hashSecret } from '@/lib/platform/identite/secret'

/** Someone with an open session, to run queries and actions as. */
export interface Personne {
  id: number
  email: string
  /** secret for `runAs` */
  session: string
}

interface RoleVoulu {
  type: TypeRole
  /** slug of the convention the role is about */
  convention?: string
  /** `ref` of the organisme in that convention; default: its Caf for an adviser, its first EPCI or commune for an élu */
  organisme?: string
  /** `ref` of the fiche led by a pilote */
  fiche?: string
}

let compteur = 0

/**
 * Creates a person with these roles and an open session, as the owner of the database.
 * @param ownerUrl connection of the owner (createTestDatabase)
 */
export async function createPersonne(ownerUrl: string, roles: RoleVoulu[]): Promise<Personne> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const email = `personne-${process.pid}-${++compteur}@test.example`
    const { rows } = await owner.query<{ id: number }>(
      `INSERT INTO utilisateur (email, nom, fonction) VALUES ($1, $2, 'Personne de test') RETURNING id`,
      [email, `Personne ${compteur}`],
    )
    const id = rows[0]?.id
    if (id === undefined) throw new Error('person not created')
    for (const role of roles) await grantRole(owner, id, role)
    const session = createSecret()
    await owner.query(
      `INSERT INTO session (id, utilisateur_id, expire_le) VALUES ($1, $2, now() + interval '1 hour')`,
      [hashSecret(session), id],
    )
    return { id, email, session }
  } finally {
    await owner.end()
  }
}

async function grantRole(owner: pg.Client, id: number, role: RoleVoulu): Promise<void> {
  const { rowCount } = await owner.query(
    `INSERT INTO role (utilisateur_id, type, organisme_id, convention_id, fiche_action_id)
     SELECT $1, $2::type_role,
       CASE WHEN $2 = 'CONSEILLER_CAF' THEN c.caf_id
            WHEN $2 = 'ELU' THEN (SELECT p.organisme_id FROM convention_organisme p JOIN organisme o ON o.id = p.organisme_id
              WHERE p.convention_id = c.id AND (p.ref = $4 OR ($4::text IS NULL AND o.type IN ('EPCI', 'COMMUNE'))) ORDER BY o.type = 'EPCI' DESC, p.ordre LIMIT 1) END,
       CASE WHEN $2 IN ('CHARGE_COOPERATION', 'PILOTE', 'LECTEUR') THEN c.id END,
       CASE WHEN $2 = 'PILOTE' THEN (SELECT f.id FROM fiche_action f WHERE f.convention_id = c.id AND (f.ref = $5 OR $5::text IS NULL) ORDER BY f.id LIMIT 1) END
     FROM (SELECT id, caf_id FROM convention WHERE slug = $3 UNION ALL SELECT NULL, NULL WHERE $3::text IS NULL) c`,
    [id, role.type, role.convention ?? null, role.organisme ?? null, role.fiche ?? null],
  )
  if (rowCount !== 1) throw new Error(`role ${role.type} not granted on ${role.convention ?? 'nothing'}`)
}
