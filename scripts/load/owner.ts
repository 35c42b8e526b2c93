import pg from 'pg'
import { createSecret, hashSecret } from '@/lib/platform/identite/secret'

/** What only the owner of the database may do: open a session for the system itself. */
export async function openSystemSession(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ id: number }>(
    `INSERT INTO utilisateur (email, nom, fonction, systeme) VALUES ('systeme@copilote.invalid', 'Copilote CTG', 'Chargement initial', true)
     ON CONFLICT (email) DO UPDATE SET systeme = true RETURNING id`,
  )
  const id = rows[0]?.id
  await owner.query(
    `INSERT INTO role (utilisateur_id, type) SELECT $1, 'ADMINISTRATEUR' WHERE NOT EXISTS (SELECT 1 FROM role WHERE utilisateur_id = $1)`,
    [id],
  )
  const secret = createSecret()
  await owner.query(
    `INSERT INTO session (id, utilisateur_id, expire_le, agent) VALUES ($1, $2, now() + interval '10 minutes', 'chargement')`,
    [hashSecret(secret), id],
  )
  return secret
}

export async function closeSystemSession(owner: pg.Client, secret: string): Promise<void> {
  await owner.query('UPDATE session SET fermee_le = now() WHERE id = $1', [hashSecret(secret)])
}
