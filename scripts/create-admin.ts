// npm run admin:create -- adresse@exemple.fr "Prénom Nom"
// Creates an administrator (or renews the invitation of one) and prints a one-time link.
import pg from 'pg'
import { createSecret, hashSecret } from '@/lib/platform/identite/secret'
import { cleanAdresse, cleanTexte } from '@/lib/platform/texte'

const [saisie = '', brut = ''] = process.argv.slice(2)
const [email, nom] = [cleanAdresse(saisie), cleanTexte(brut).trim()]
if (!/^\S+@\S+\.\S+$/.test(email) || nom === '') {
  console.error('Indiquez une adresse et un nom : npm run admin:create -- adresse@exemple.fr "Prénom Nom"')
  process.exit(1)
}
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL })
await owner.connect()
try {
  const secret = createSecret()
  await owner.query('BEGIN')
  const { rows } = await owner.query<{ id: number }>(
    'INSERT INTO utilisateur (email, nom) VALUES ($1, $2) ON CONFLICT (email) DO UPDATE SET actif = true RETURNING id',
    [email, nom],
  )
  const id = rows[0]?.id
  await owner.query(
    `INSERT INTO role (utilisateur_id, type) SELECT $1, 'ADMINISTRATEUR' WHERE NOT EXISTS (SELECT 1 FROM role WHERE utilisateur_id = $1 AND type = 'ADMINISTRATEUR')`,
    [id],
  )
  await owner.query('DELETE FROM invitation WHERE utilisateur_id = $1 AND utilisee_le IS NULL', [id])
  await owner.query(
    `INSERT INTO invitation (id, utilisateur_id, expire_le) VALUES ($1, $2, now() + interval '7 days')`,
    [hashSecret(secret), id],
  )
  await owner.query('COMMIT')
  const adresse = (process.env.NEXTAUTH_URL ?? 'http://127.0.0.1:3000').replace(/\/$/, '')
  console.log(`Lien d’invitation pour ${email}, valable sept jours, à usage unique :\n${adresse}/invitation/${secret}`)
} finally {
  await owner.end()
}
