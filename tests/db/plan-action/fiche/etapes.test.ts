import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEtape, removeEtape, updateEtape, updateOrdreEtapes } from '@/lib/plan-action/fiche/actions/etape'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const convention = 'provence-alpes-agglomeration'

let database: TestDatabase
let owner: pg.Client
let coordination: Personne
let pilote: Personne
let elue: Personne

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  coordination = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  pilote = await createPersonne(database.ownerUrl, [{ type: 'PILOTE', convention, fiche: 'fiche-2-1' }])
  elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention }])
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const as = <T>(personne: Personne, travail: () => Promise<T>): Promise<T> =>
  runAs(personne.session, travail, { today: '2024-06-15' })

async function readFiche(ref: string): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(
    'SELECT f.id FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 AND f.ref = $2',
    [convention, ref],
  )
  if (!rows[0]) throw new Error(ref)
  return rows[0].id
}

interface Etape {
  id: number
  ref: string
  titre: string
  version: number
  statut: string
  texte: string | null
  debut: string | null
  fin: string | null
}

async function listEtapes(fiche: number): Promise<Etape[]> {
  const { rows } = await owner.query<Etape>(
    `SELECT id, ref, titre, version, statut::text, periode_texte AS texte, periode_debut::text AS debut, periode_fin::text AS fin FROM etape WHERE fiche_action_id = $1 ORDER BY ordre, id`,
    [fiche],
  )
  return rows
}

const champs = {
  numero: '3',
  titre: 'Un forum des métiers',
  description: '',
  statut: 'A_ENGAGER' as const,
  periode: { texte: 'à partir du deuxième trimestre 2023', debut: '2023-04-01', fin: null },
}

async function create(fiche: number, titre: string): Promise<number> {
  const cree = await as(coordination, () => createEtape({ convention, fiche, ...champs, titre }))
  if (!cree.ok) throw new Error(cree.message)
  return cree.data.id
}

describe('an étape', () => {
  it('is added last, with its words and its bounds, under a key of its own', async () => {
    const fiche = await readFiche('fiche-3-1')
    const avant = await listEtapes(fiche)
    await create(fiche, champs.titre)
    await create(fiche, champs.titre)
    const apres = await listEtapes(fiche)
    expect(apres.slice(0, avant.length).map(({ id }) => id)).toEqual(avant.map(({ id }) => id))
    expect(apres.slice(avant.length)).toMatchObject([
      {
        titre: champs.titre,
        statut: 'A_ENGAGER',
        texte: champs.periode.texte,
        debut: '2023-04-01',
        fin: null,
        version: 0,
        ref: 'etape-un-forum-des-metiers',
      },
      { ref: 'etape-un-forum-des-metiers-2' },
    ])
    const { rows } = await owner.query(
      'SELECT operation, utilisateur_id, fiche_action_id FROM journal WHERE objet = $1 AND objet_id = $2',
      ['etape', apres.at(-1)?.id],
    )
    expect(rows).toEqual([{ operation: 'fiche.ecrire', utilisateur_id: coordination.id, fiche_action_id: fiche }])
  })

  it('is changed whole, and a stale form is told what is there now', async () => {
    const fiche = await readFiche('fiche-3-2')
    const etape = await create(fiche, 'À changer')
    const cible = { convention, fiche, etape, version: 0 }
    expect(
      await as(coordination, () => updateEtape({ ...cible, ...champs, titre: 'Changée', statut: 'EN_COURS' })),
    ).toMatchObject({ ok: true, data: { version: 1 } })
    const stale = await as(coordination, () => updateEtape({ ...cible, ...champs, titre: 'Trop tard' }))
    expect(stale).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: { version: 1, titre: 'Changée', statut: 'EN_COURS', periode: champs.periode },
    })
    expect((await listEtapes(fiche)).at(-1)).toMatchObject({ titre: 'Changée' })
  })

  it('refuses an empty title and bounds that contradict each other, each on its field', async () => {
    const fiche = await readFiche('fiche-3-2')
    expect(await as(coordination, () => createEtape({ convention, fiche, ...champs, titre: ' ' }))).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'titre' }],
    })
    expect(
      await as(coordination, () =>
        createEtape({ convention, fiche, ...champs, periode: { texte: 'x', debut: '2024-02-01', fin: '2024-01-01' } }),
      ),
    ).toMatchObject({ tag: 'INVALIDE', champs: [{ champ: 'periode.fin' }] })
  })

  it('changed by two people at once: one wins, the other is told', async () => {
    const fiche = await readFiche('fiche-3-3')
    const etape = await create(fiche, 'Disputée')
    const resultats = await Promise.all(
      ['Une', 'Autre'].map((titre) =>
        as(coordination, () => updateEtape({ convention, fiche, etape, version: 0, ...champs, titre })),
      ),
    )
    expect(resultats.filter(({ ok }) => ok)).toHaveLength(1)
    expect(resultats.filter((resultat) => !resultat.ok && resultat.tag === 'CONFLIT')).toHaveLength(1)
  })

  it('goes only when no indicator hangs on it, and is said why', async () => {
    const fiche = await readFiche('fiche-3-1')
    const mesuree = (await listEtapes(fiche))[0]
    if (!mesuree) throw new Error('no étape')
    expect(
      await as(coordination, () => removeEtape({ convention, fiche, etape: mesuree.id, version: mesuree.version })),
    ).toMatchObject({ ok: false, tag: 'REGLE', code: 'ETAPE_INDICATEURS', message: /^\d+ indicateurs? mesure/ })
    const libre = await create(fiche, 'Sans indicateur')
    expect(await as(coordination, () => removeEtape({ convention, fiche, etape: libre, version: 7 }))).toMatchObject({
      tag: 'CONFLIT',
    })
    expect(await as(coordination, () => removeEtape({ convention, fiche, etape: libre, version: 0 }))).toMatchObject({
      ok: true,
    })
    expect((await listEtapes(fiche)).map(({ id }) => id)).not.toContain(libre)
  })
})

describe('the order of étapes', () => {
  it('is the one wanted, over the one seen, and keeps every étape', async () => {
    const fiche = await readFiche('fiche-3-1')
    const avant = (await listEtapes(fiche)).map(({ id }) => id)
    const apres = [...avant].reverse()
    expect(await as(coordination, () => updateOrdreEtapes({ convention, fiche, avant, apres }))).toMatchObject({
      ok: true,
    })
    expect((await listEtapes(fiche)).map(({ id }) => id)).toEqual(apres)
    expect(
      await as(coordination, () =>
        updateOrdreEtapes({ convention, fiche, avant, apres: [...avant.slice(1), ...avant.slice(0, 1)] }),
      ),
    ).toMatchObject({ tag: 'CONFLIT', actuel: { ordre: apres } })
    for (const faux of [apres.slice(1), [...apres.slice(1), apres[1] ?? 0], [...apres, 2_147_483_647]]) {
      expect(
        await as(coordination, () => updateOrdreEtapes({ convention, fiche, avant: apres, apres: faux })),
      ).toMatchObject({ tag: 'INVALIDE' })
    }
    expect((await listEtapes(fiche)).map(({ id }) => id)).toEqual(apres)
  })
})

describe('who may', () => {
  it('a pilote writes the étapes of the fiches they lead, adds and takes away, and no other; an élue none', async () => {
    const [sienne, autre] = [await readFiche('fiche-2-1'), await readFiche('fiche-2-2')]
    const cree = await as(pilote, () => createEtape({ convention, fiche: sienne, ...champs }))
    expect(cree).toMatchObject({ ok: true })
    if (!cree.ok) return
    expect(
      await as(pilote, () =>
        updateEtape({ convention, fiche: sienne, etape: cree.data.id, version: 0, ...champs, titre: 'Revue' }),
      ),
    ).toMatchObject({ ok: true })
    expect(
      await as(pilote, () => removeEtape({ convention, fiche: sienne, etape: cree.data.id, version: 1 })),
    ).toMatchObject({ ok: true })
    expect(await as(pilote, () => createEtape({ convention, fiche: autre, ...champs }))).toMatchObject({
      tag: 'INTERDIT',
    })
    const etape = (await listEtapes(autre))[0]
    // Naming one’s own fiche does not open the étapes of another.
    expect(
      await as(pilote, () => updateEtape({ convention, fiche: sienne, etape: etape?.id ?? 1, version: 0, ...champs })),
    ).toMatchObject({ tag: 'INTROUVABLE' })
    expect(await as(elue, () => createEtape({ convention, fiche: sienne, ...champs }))).toMatchObject({
      tag: 'INTERDIT',
    })
  })
})
