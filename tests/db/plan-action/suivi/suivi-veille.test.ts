import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCommentaire, updateMention } from '@/lib/plan-action/suivi/actions/suivi'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { getVeille } from '@/lib/pilotage/veille/queries'
import { runVeille } from '@/lib/pilotage/veille/write/travail'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'
import { startSmtp, type BoiteSmtp } from '@/tests/support/smtp'

const LUNDI = '2026-12-07'
const convention = 'provence-alpes-agglomeration'
const SECRET = 'Le financement est menacé'

let database: TestDatabase
let owner: pg.Client
let boite: BoiteSmtp
let conseillere: Personne
let collegue: Personne
let coordination: Personne
let pilote: Personne
let fiche: number

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  boite = await startSmtp()
  Object.assign(process.env, {
    SMTP_URL: boite.url,
    SMTP_EXPEDITEUR: 'Copilote CTG <veille@copilote.example>',
    NEXTAUTH_URL: 'https://copilote.example/',
    COPILOTE_DEMONSTRATION: '1',
  })
  conseillere = await createPersonne(database.ownerUrl, [{ type: 'CONSEILLER_CAF', convention }])
  collegue = await createPersonne(database.ownerUrl, [{ type: 'CONSEILLER_CAF', convention }])
  coordination = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  pilote = await createPersonne(database.ownerUrl, [{ type: 'PILOTE', convention, fiche: 'fiche-2-1' }])
  const personnes = [collegue.id, coordination.id, pilote.id]
  await owner.query('UPDATE utilisateur SET actif = id = ANY ($1) WHERE NOT systeme', [[...personnes, conseillere.id]])
  await owner.query(
    `INSERT INTO reglage_veille (utilisateur_id, frequence, jour, version) SELECT id, 'QUOTIDIENNE', 1, 1 FROM unnest($1::int[]) id`,
    [personnes],
  )
  await owner.query(
    `INSERT INTO reglage_veille (utilisateur_id, frequence, jour, version) VALUES ($1, 'JAMAIS', 1, 1)`,
    [conseillere.id],
  )
  const { rows } = await owner.query<{ id: number }>(
    'SELECT f.id FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 AND f.ref = $2',
    [convention, 'fiche-3-1'],
  )
  fiche = rows[0]?.id ?? 0
})
afterAll(async () => {
  await closeClient()
  await boite.close()
  await owner.end()
  await database.drop()
})

async function pass(jour: string): Promise<void> {
  process.env.COPILOTE_AUJOURDHUI = jour
  boite.clear()
  await runVeille({ deposer: true })
}

const recu = ({ email }: Personne) => boite.recus.find(({ pour }) => pour.includes(email))?.text ?? ''
const comment = async (visibilite: 'CAF' | 'TOUS', texte: string, cite: Personne) => {
  const ecrit = await runAs(
    conseillere.session,
    () => createCommentaire({ convention, fiche, visibilite, texte, mentions: [cite.id] }),
    { today: LUNDI },
  )
  if (!ecrit.ok) throw new Error(ecrit.message)
  return ecrit.data.id
}

describe('the digest', () => {
  it('tells whoever a comment names, once, and nobody else; never what it says', async () => {
    const commentaire = await comment('CAF', SECRET, collegue)
    await pass(LUNDI)
    expect(recu(collegue)).toMatch(
      new RegExp(
        `vous cite dans un commentaire\\.\\n  https://copilote\\.example/conventions/${convention}/plan-action/fiche-3-1\\?mention=${commentaire}#commentaire-${commentaire}`,
      ),
    )
    for (const personne of [collegue, coordination, pilote]) expect(recu(personne)).not.toContain(SECRET)
    for (const personne of [coordination, pilote]) expect(recu(personne)).not.toContain('vous cite')
    await pass('2026-12-08')
    expect(recu(collegue)).not.toContain('vous cite')
  })

  it('says nothing to a coordinator of what the Caf was told', async () => {
    const vue = await runAs(coordination.session, () => getVeille({ convention }), { today: LUNDI })
    if (!vue.ok) throw new Error(vue.tag)
    expect(JSON.stringify(vue.data)).not.toContain('vous cite')
    expect(JSON.stringify(vue.data)).not.toContain(SECRET)
  })

  it('tells a pilote of a fiche they do not lead, when a comment for all names them', async () => {
    const commentaire = await comment('TOUS', 'Qui relance la mairie ?', pilote)
    await pass('2026-12-09')
    expect(recu(pilote)).toContain(`?mention=${commentaire}#`)
  })

  it('does not tell what was read meanwhile', async () => {
    const commentaire = await comment('CAF', 'Vu ?', collegue)
    await runAs(collegue.session, () => updateMention({ commentaire }), { today: LUNDI })
    await pass('2026-12-10')
    expect(recu(collegue)).not.toContain('vous cite')
  })
})
