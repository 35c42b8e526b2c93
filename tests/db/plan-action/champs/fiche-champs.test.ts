import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateFiche } from '@/lib/plan-action/fiche/actions/fiche'
import { readChamps } from '@/lib/plan-action/fiche/write/champs'
import { CHAMPS_FICHE, mapTextes } from '@/lib/plan-action/champs/rules/catalogue'
import type { ChangementsFiche, ValeursFiche } from '@/lib/plan-action/champs/schema'
import { closeClient, countInstructions, runTransaction } from '@/lib/platform/db'
import { hashSecret } from '@/lib/platform/identite/secret'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'
import { runsOf } from '@/tests/unit/runs'

const TODAY = '2024-06-15'
const convention = 'provence-alpes-agglomeration'

let database: TestDatabase
let owner: pg.Client
let coordination: Personne
let conseillere: Personne
let pilote: Personne
let elue: Personne

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  coordination = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  conseillere = await createPersonne(database.ownerUrl, [{ type: 'CONSEILLER_CAF', convention }])
  pilote = await createPersonne(database.ownerUrl, [{ type: 'PILOTE', convention, fiche: 'fiche-2-1' }])
  elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention }])
})

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

async function readId(ref: string, slug = convention): Promise<{ id: number; conventionId: number }> {
  const { rows } = await owner.query<{ id: number; conventionId: number }>(
    'SELECT f.id, c.id AS "conventionId" FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 AND f.ref = $2',
    [slug, ref],
  )
  if (!rows[0]) throw new Error(`fiche ${ref} not found`)
  return rows[0]
}

const edit = (personne: Personne, fiche: number, champs: ChangementsFiche, slug = convention) =>
  runAs(personne.session, () => updateFiche({ convention: slug, fiche, champs }), { today: TODAY })

/** The fields as the owner of the database sees them. */
async function readValeurs(ref: string): Promise<ValeursFiche> {
  const { id, conventionId } = await readId(ref)
  const lues = await runTransaction(async (tx) => {
    await tx.$queryRaw`SELECT app.ouvrir(${hashSecret(coordination.session)}, 'plan.lire', ${convention})`
    return readChamps(tx, conventionId, id)
  })
  if (!lues) throw new Error('unreadable')
  return lues
}

async function readLigne(id: number) {
  const { rows } = await owner.query<{ version: number; maj: boolean }>(
    `SELECT version, maj_le > now() - interval '1 minute' AS maj FROM fiche_action WHERE id = $1`,
    [id],
  )
  return rows[0]
}

async function listJournal(id: number) {
  const { rows } = await owner.query<{
    qui: number
    objet: string
    avant: Record<string, unknown> | null
    apres: Record<string, unknown> | null
  }>('SELECT utilisateur_id AS qui, objet, avant, apres FROM journal WHERE fiche_action_id = $1 ORDER BY id', [id])
  return rows
}

async function readReferences() {
  const { rows } = await owner.query<{
    communes: number[]
    organisme: number
    etrangere: number
    autreOrganisme: number
  }>(
    `SELECT ARRAY(SELECT t.id FROM territoire_commune t WHERE t.convention_id = c.id ORDER BY t.ordre LIMIT 3) AS communes,
       (SELECT min(o.id) FROM convention_organisme o WHERE o.convention_id = c.id) AS organisme,
       (SELECT min(t.id) FROM territoire_commune t WHERE t.convention_id <> c.id) AS etrangere,
       (SELECT min(o.id) FROM convention_organisme o WHERE o.convention_id <> c.id) AS "autreOrganisme"
     FROM convention c WHERE c.slug = $1`,
    [convention],
  )
  if (!rows[0]) throw new Error('no references')
  return rows[0]
}

describe('fields of a fiche', () => {
  it('are read, each as it is typed, and written back as they were without a change', async () => {
    const { id } = await readId('fiche-1-1')
    const valeurs = await readValeurs('fiche-1-1')
    expect(Object.keys(valeurs).sort()).toEqual([...CHAMPS_FICHE].sort())
    const champs = Object.fromEntries(
      CHAMPS_FICHE.map((champ) => [champ, { avant: valeurs[champ], apres: valeurs[champ] }]),
    ) as ChangementsFiche
    expect(await edit(coordination, id, champs)).toMatchObject({ ok: true, data: { champs: [], version: 0 } })
    expect(await listJournal(id)).toEqual([])
  })

  it('are written with their time, and in the journal from what to what', async () => {
    const { id } = await readId('fiche-1-1')
    const resultat = await edit(coordination, id, {
      statut: { avant: 'A_PRECISER', apres: 'EN_COURS' },
      suivi: { avant: null, apres: '  Groupe réuni.  ' },
    })
    expect(resultat).toMatchObject({
      ok: true,
      data: { version: 1, champs: ['statut', 'suivi'], heure: expect.stringMatching(/^\d\d:\d\d$/) },
    })
    expect(await readLigne(id)).toEqual({ version: 1, maj: true })
    expect(await listJournal(id)).toEqual([
      {
        qui: coordination.id,
        objet: 'fiche_action',
        avant: { statut: 'A_PRECISER', suivi: null },
        apres: { statut: 'EN_COURS', suivi: 'Groupe réuni.' },
      },
    ])
  })

  it('every one of them, lists included, in at most twelve statements when two change', async () => {
    const { id } = await readId('fiche-4-1')
    const avant = await readValeurs('fiche-4-1')
    const { communes, organisme } = await readReferences()
    const apres: ValeursFiche = {
      ...mapTextes(({ label }) => `${label}.`),
      numero: '9.9',
      titre: 'Titre repris',
      titreCourt: 'Repris',
      contexte: 'Contexte.',
      objectifs: 'Objectifs.',
      description: 'Description.',
      publicVise: 'Familles.',
      moyens: 'Un poste.',
      territoireTexte: 'les communes volontaires',
      periode: { texte: 'dès 2024', debut: '2024-01-01', fin: null },
      statut: 'EN_COURS',
      avancement: { valeur: 40, motif: 'dit en comité' },
      enjeuCoordination: true,
      suivi: 'Note.',
      redaction: { aRediger: true, motif: 'avenant', echeance: '2025-06-30', avenant: null },
      themes: ['JEUNESSE'],
      communes,
      pilotages: [
        { role: 'PILOTE', texte: 'CCVA\u00A0: facilitateur\u00A0?', organisme, aDefinir: false },
        { role: 'PARTENAIRE', texte: 'Selon les modalités', organisme: null, aDefinir: true },
      ],
    }
    const { rows } = await owner.query<{ code: string }>('SELECT code FROM theme_afas ORDER BY ordre LIMIT 2')
    apres.themes = rows.map(({ code }) => code)
    const champs = Object.fromEntries(
      CHAMPS_FICHE.map((champ) => [champ, { avant: avant[champ], apres: apres[champ] }]),
    ) as ChangementsFiche
    expect(await edit(coordination, id, champs)).toMatchObject({ ok: true, data: { version: 1 } })
    expect(await readValeurs('fiche-4-1')).toEqual(apres)

    const depart = countInstructions()
    expect(
      await edit(coordination, id, {
        suivi: { avant: 'Note.', apres: 'Autre note.' },
        themes: { avant: [...apres.themes].reverse(), apres: apres.themes.slice(0, 1) },
      }),
    ).toMatchObject({ ok: true })
    expect(countInstructions() - depart).toBeLessThanOrEqual(12)
  })

  it('tell one line of the journal per line of a list that changed; a line reworded keeps its place', async () => {
    const { id } = await readId('fiche-4-1')
    const { pilotages } = await readValeurs('fiche-4-1')
    const debut = (await listJournal(id)).length
    const nouveau = { role: 'PORTEUR' as const, texte: 'Département', organisme: null, aDefinir: false }
    expect(
      await edit(coordination, id, { pilotages: { avant: pilotages, apres: [...pilotages, nouveau] } }),
    ).toMatchObject({ ok: true })
    expect((await listJournal(id)).slice(debut)).toMatchObject([
      { objet: 'pilotage', avant: null, apres: { texte: 'Département' } },
    ])
    // Who comes first says something: the same lines in another order are a change.
    const inverses = [nouveau, ...pilotages]
    expect(await edit(coordination, id, { pilotages: { avant: pilotages, apres: inverses } })).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
    })
    expect(
      await edit(coordination, id, { pilotages: { avant: [...pilotages, nouveau], apres: inverses } }),
    ).toMatchObject({ ok: true })
    expect((await readValeurs('fiche-4-1')).pilotages).toEqual(inverses)
  })
})

describe('two people at once', () => {
  it('on different fields both keep their work', async () => {
    const { id } = await readId('fiche-2-2')
    const { description } = await readValeurs('fiche-2-2')
    const resultats = await Promise.all([
      edit(coordination, id, { statut: { avant: 'A_PRECISER', apres: 'EN_COURS' } }),
      edit(conseillere, id, { description: { avant: description, apres: 'Description reprise.' } }),
    ])
    expect(resultats).toMatchObject([{ ok: true }, { ok: true }])
    expect(await readValeurs('fiche-2-2')).toMatchObject({ statut: 'EN_COURS', description: 'Description reprise.' })
  })

  it('on the same field: the second is told what is there, by whom and when, and nothing of theirs is written by halves', async () => {
    const { id } = await readId('fiche-2-2')
    const resultat = await edit(coordination, id, {
      description: { avant: 'Ancienne.', apres: 'La mienne.' },
      suivi: { avant: null, apres: 'Note.' },
      statut: { avant: 'A_PRECISER', apres: 'EN_COURS' },
    })
    expect(resultat).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: {
        conflits: [
          {
            champ: 'description',
            actuel: 'Description reprise.',
            voulu: 'La mienne.',
            auteur: expect.stringContaining('Personne'),
            instant: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/),
          },
        ],
      },
    })
    expect(await readValeurs('fiche-2-2')).toMatchObject({ suivi: null, description: 'Description reprise.' })
  })

  it('themes and communes: order is no conflict; another list is, with who made it', async () => {
    const { id } = await readId('fiche-3-2')
    const { communes } = await readReferences()
    expect(await edit(conseillere, id, { communes: { avant: [], apres: communes } })).toMatchObject({ ok: true })
    expect(
      await edit(coordination, id, { communes: { avant: [...communes].reverse(), apres: communes.slice(0, 1) } }),
    ).toMatchObject({ ok: true })
    expect(await edit(coordination, id, { communes: { avant: communes, apres: [] } })).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: {
        conflits: [{ champ: 'communes', actuel: communes.slice(0, 1), voulu: [], auteur: expect.any(String) }],
      },
    })
  })

  it('forty edits of different fields, all at once: all of them are there', async () => {
    const champs = [
      'numero',
      'titre',
      'titreCourt',
      'contexte',
      'objectifs',
      'description',
      'publicVise',
      'moyens',
      'territoireTexte',
      'suivi',
    ] as const
    const fiches: { ref: string; id: number; version: number; valeurs: ValeursFiche }[] = []
    for (const ref of ['fiche-3-1', 'fiche-3-2', 'fiche-3-3', 'fiche-6-1']) {
      const { id } = await readId(ref)
      fiches.push({ ref, id, version: (await readLigne(id))?.version ?? 0, valeurs: await readValeurs(ref) })
    }
    const edits = fiches.flatMap(({ id, ref, valeurs }) =>
      champs.map((champ) => ({
        id,
        champs: { [champ]: { avant: valeurs[champ], apres: `${champ} ${ref}`.slice(0, 20) } },
      })),
    )
    expect(edits).toHaveLength(40)
    const resultats = await Promise.all(
      edits.map(({ id, champs: changes }, rang) => edit(rang % 2 ? coordination : conseillere, id, changes)),
    )
    expect(resultats.filter(({ ok }) => !ok)).toEqual([])
    for (const { ref, id, version } of fiches) {
      const apres = await readValeurs(ref)
      for (const champ of champs) expect(apres[champ]).toBe(`${champ} ${ref}`.slice(0, 20))
      expect(await readLigne(id)).toMatchObject({ version: version + champs.length })
    }
  })

  it('whatever they type over what, nothing disappears unseen', async () => {
    const { id } = await readId('fiche-1-1')
    const champs = ['contexte', 'objectifs', 'moyens'] as const
    const geste = fc.record({
      champ: fc.constantFrom(...champs),
      autre: fc.option(fc.constantFrom(...champs)),
      retard: fc.nat(3),
    })
    let compteur = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(geste, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        async (salves) => {
          const depuis = (await listJournal(id)).length
          const vues = [await readValeurs('fiche-1-1')]
          const depart = vues[0] as ValeursFiche
          const ecrits: { champ: (typeof champs)[number]; avant: string | null; apres: string }[] = []
          for (const salve of salves) {
            const resultats = await Promise.all(
              salve.map(async ({ champ, autre, retard }) => {
                // Each types over what they saw, be it an old screen.
                const base = vues.at(-1 - retard) ?? depart
                const changes = [...new Set([champ, ...(autre ? [autre] : [])])].map((un) => ({
                  champ: un,
                  avant: base[un],
                  apres: `texte ${++compteur}`,
                }))
                const resultat = await edit(
                  coordination,
                  id,
                  Object.fromEntries(changes.map(({ champ: un, ...change }) => [un, change])),
                )
                return { resultat, changes }
              }),
            )
            for (const { resultat, changes } of resultats) {
              if (resultat.ok) ecrits.push(...changes)
              else expect(resultat.tag).toBe('CONFLIT')
            }
            vues.push(await readValeurs('fiche-1-1'))
          }
          const lignes = (await listJournal(id)).slice(depuis)
          const fin = vues.at(-1)
          for (const champ of champs) {
            // Each change was typed over the one before it: the chain has no break, and ends with what is there.
            const chaine = lignes
              .filter(({ apres }) => apres && champ in apres)
              .map(({ avant, apres }) => ({ champ, avant: avant?.[champ] ?? null, apres: apres?.[champ] }))
            const siens = ecrits.filter((ecrit) => ecrit.champ === champ)
            expect(chaine).toHaveLength(siens.length)
            expect(chaine).toEqual(expect.arrayContaining(siens))
            expect(chaine.map(({ avant }) => avant)).toEqual(
              [depart[champ], ...chaine.map(({ apres }) => apres)].slice(0, chaine.length),
            )
            expect(fin?.[champ]).toBe(chaine.at(-1)?.apres ?? depart[champ])
          }
        },
      ),
      runsOf(12),
    )
  })
})

describe('who may', () => {
  it('a pilote writes the fiche they lead, but neither its number, its title nor who leads it', async () => {
    const { id } = await readId('fiche-2-1')
    const valeurs = await readValeurs('fiche-2-1')
    const { communes } = await readReferences()
    expect(
      await edit(pilote, id, {
        suivi: { avant: null, apres: 'Avancé.' },
        communes: { avant: [], apres: communes },
        themes: { avant: valeurs.themes, apres: [] },
      }),
    ).toMatchObject({ ok: true })
    for (const champs of [
      { numero: { avant: valeurs.numero, apres: '7' } },
      { titre: { avant: valeurs.titre, apres: 'Autre' } },
      { pilotages: { avant: valeurs.pilotages, apres: [] } },
    ] satisfies ChangementsFiche[]) {
      expect(
        await edit(pilote, id, { ...champs, contexte: { avant: valeurs.contexte, apres: 'Contexte' } }),
      ).toMatchObject({ ok: false, tag: 'INTERDIT', message: expect.stringContaining('coordination') })
    }
    expect(await readValeurs('fiche-2-1')).toMatchObject({
      numero: valeurs.numero,
      titre: valeurs.titre,
      pilotages: valeurs.pilotages,
      contexte: valeurs.contexte,
      suivi: 'Avancé.',
    })
    // The journal is not theirs to read: who wrote is then not said.
    expect(await edit(pilote, id, { suivi: { avant: null, apres: 'Autre.' } })).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: { conflits: [{ champ: 'suivi', actuel: 'Avancé.', auteur: null, instant: null }] },
    })
    const autre = await readId('fiche-3-1')
    expect(await edit(pilote, autre.id, { suivi: { avant: null, apres: 'Note' } })).toMatchObject({
      ok: false,
      tag: 'INTERDIT',
    })
  })

  it('an élue changes nothing, and a fiche of another convention is not there', async () => {
    const { id } = await readId('fiche-3-1')
    const note: ChangementsFiche = { suivi: { avant: null, apres: 'Note' } }
    expect(await edit(elue, id, note)).toMatchObject({ ok: false, tag: 'INTERDIT' })
    const etrangere = await readId('action-1', 'val-aigo')
    expect(await edit(coordination, etrangere.id, note)).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
    expect(await edit(coordination, etrangere.id, note, 'val-aigo')).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
    expect(await readLigne(etrangere.id)).toMatchObject({ version: 0 })
  })

  it('names of another convention are refused, each with its remedy, and nothing is written', async () => {
    const { id } = await readId('fiche-3-1')
    const { etrangere, autreOrganisme } = await readReferences()
    const { version } = (await readLigne(id)) ?? {}
    const { redaction, pilotages } = await readValeurs('fiche-3-1')
    expect(
      await edit(coordination, id, {
        communes: { avant: [], apres: [etrangere] },
        pilotages: {
          avant: pilotages,
          apres: [{ role: 'PILOTE', texte: 'Ville', organisme: autreOrganisme, aDefinir: false }],
        },
        redaction: { avant: redaction, apres: { ...redaction, avenant: 2_147_483_647 } },
      }),
    ).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [
        { champ: 'champs.communes.apres' },
        { champ: 'champs.pilotages.apres' },
        { champ: 'champs.redaction.apres' },
      ],
    })
    expect(await readLigne(id)).toMatchObject({ version })
  })

  it('refuses what is no value of a field, with the remedy', async () => {
    const { id } = await readId('fiche-3-1')
    expect(
      await edit(coordination, id, {
        avancement: { avant: { valeur: null, motif: null }, apres: { valeur: 101, motif: null } },
      }),
    ).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'champs.avancement.apres.valeur', message: expect.stringContaining('0 à 100') }],
    })
    expect(await edit(coordination, id, { titre: { avant: 'x', apres: '  ' } })).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'champs.titre.apres', message: 'Donnez un titre à la fiche.' }],
    })
  })
})
