import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelChangement } from '@/lib/plan-action/suivi/actions/retablir'
import type { Personne } from '@/tests/support/personnes'
import { CONVENTION as convention, openSuivi, type Suivi } from '@/tests/support/suivi-fiche'

let owner: Suivi['owner']
let conseillere: Personne
let coordination: Personne
let pilote: Personne
let elue: Personne
let fiche: number
let suivi: Suivi

beforeAll(async () => {
  suivi = await openSuivi()
  owner = suivi.owner
  conseillere = suivi.conseillere
  coordination = suivi.coordination
  pilote = suivi.pilote
  elue = suivi.elue
  fiche = suivi.fiche
  const { rows: themes } = await owner.query<{ code: string }>('SELECT code FROM theme_afas ORDER BY ordre LIMIT 2')
  const { rows: presents } = await owner.query<{ theme_code: string }>(
    'SELECT theme_code FROM fiche_theme WHERE fiche_action_id = $1',
    [fiche],
  )
  const ecrits = [
    await suivi.write({
      statut: { avant: 'A_PRECISER', apres: 'EN_COURS' },
      periode: {
        avant: await suivi.readPeriode(),
        apres: { texte: 'courant 2025', debut: '2025-01-01', fin: '2025-12-31' },
      },
    }),
    await suivi.write({ themes: { avant: presents.map((p) => p.theme_code), apres: themes.map(({ code }) => code) } }),
  ]
  for (let tour = 0; tour < 14; tour += 1)
    ecrits.push(await suivi.write({ suivi: { avant: tour === 0 ? null : `Note ${tour - 1}`, apres: `Note ${tour}` } }))
  if (ecrits.some(({ ok }) => !ok)) throw new Error('not prepared')
})
afterAll(() => suivi.close())

async function findRetablir(champ: string, rang = 0) {
  const trouves = (await suivi.readChangements())
    .flatMap(({ changements }) => changements)
    .filter(({ retablir }) => retablir?.champ === champ)
  const retablir = trouves[rang]?.retablir
  if (!retablir) throw new Error(`nothing to put back: ${champ}`)
  return retablir
}

const restore = (
  cible: { ligne: number; champ: Parameters<typeof cancelChangement>[0]['champ'] },
  vu: string | null = null,
  personne = coordination,
) => suivi.as(personne, () => cancelChangement({ convention, fiche, ...cible, vu }))

describe('a value put back', () => {
  it('is a new change, and the journal keeps both', async () => {
    const periode = await suivi.readPeriode()
    expect(periode.texte).toBe('courant 2025')
    expect(await restore(await findRetablir('fiche_action.periode'))).toMatchObject({ ok: true })
    expect((await suivi.readPeriode()).texte).not.toBe('courant 2025')
    const lignes = (await suivi.readChangements())
      .flatMap(({ changements }) => changements)
      .filter(({ champ }) => champ === 'Période')
    expect(lignes).toHaveLength(2)
    expect(await restore(await findRetablir('fiche_action.periode', 1))).toMatchObject({
      ok: false,
      code: 'DEJA_RETABLI',
    })
    // Putting back what was put back is a change like any other.
    expect(await restore(await findRetablir('fiche_action.periode'))).toMatchObject({ ok: true })
    expect((await suivi.readPeriode()).texte).toBe('courant 2025')
  })

  it('shows first what changed since, and writes over nothing that was not seen', async () => {
    const ancienne = await findRetablir('fiche_action.suivi', 3)
    const refus = await restore(ancienne)
    expect(refus).toMatchObject({ ok: false, tag: 'CONFLIT', actuel: { actuel: 'Note 13', voulu: 'Note 9' } })
    const vu = !refus.ok && refus.tag === 'CONFLIT' ? (refus.actuel as { vu: string }).vu : ''
    expect(await suivi.write({ suivi: { avant: 'Note 13', apres: 'Note d’un autre' } }, conseillere)).toMatchObject({
      ok: true,
    })
    expect(await restore(ancienne, vu)).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: { actuel: 'Note d’un autre', voulu: 'Note 9' },
    })
    const second = await restore(ancienne)
    expect(
      await restore(ancienne, !second.ok && second.tag === 'CONFLIT' ? (second.actuel as { vu: string }).vu : ''),
    ).toMatchObject({ ok: true })
    expect((await owner.query('SELECT suivi FROM fiche_action WHERE id = $1', [fiche])).rows).toEqual([
      { suivi: 'Note 9' },
    ])
  })

  it('puts back lists whole: themes, pilotes as written', async () => {
    expect(await restore(await findRetablir('fiche_theme.themes'))).toMatchObject({ ok: true })
    const lire = async () =>
      (
        await owner.query<{ texte: string; role: string }>(
          'SELECT texte, role::text FROM pilotage WHERE fiche_action_id = $1 ORDER BY ordre, id',
          [fiche],
        )
      ).rows
    const avant = await lire()
    const valeurs = (
      await owner.query<{ role: 'PILOTE'; texte: string; organisme: number | null; aDefinir: boolean }>(
        'SELECT role::text, texte, organisme_id AS organisme, a_definir AS "aDefinir" FROM pilotage WHERE fiche_action_id = $1 ORDER BY ordre, id',
        [fiche],
      )
    ).rows
    expect(
      await suivi.write({
        pilotages: {
          avant: valeurs,
          apres: [{ role: 'PARTENAIRE', texte: 'IRTS ?', organisme: null, aDefinir: false }, ...valeurs.slice(1)],
        },
      }),
    ).toMatchObject({ ok: true })
    expect(await lire()).not.toEqual(avant)
    expect(await restore(await findRetablir('pilotage.pilotages'))).toMatchObject({ ok: true })
    expect(await lire()).toEqual(avant)
  })

  it('puts back the field of an étape and of an indicator', async () => {
    const {
      rows: [etape],
    } = await owner.query<{ id: number; titre: string }>(
      'SELECT id, titre FROM etape WHERE fiche_action_id = $1 ORDER BY id LIMIT 1',
      [fiche],
    )
    const {
      rows: [indicateur],
    } = await owner.query<{ id: number; libelle: string; source: string | null }>(
      'SELECT id, libelle, source FROM indicateur WHERE fiche_action_id = $1 ORDER BY id LIMIT 1',
      [fiche],
    )
    await owner.query(
      `UPDATE etape SET titre = 'Autre titre', periode_texte = 'fin 2026', periode_fin = '2026-12-31' WHERE id = $1`,
      [etape?.id],
    )
    await owner.query(`UPDATE indicateur SET cible = 12.5, source = 'Essai' WHERE id = $1`, [indicateur?.id])
    const dits = (await suivi.readChangements()).flatMap(({ changements }) => changements)
    expect(dits.find(({ champ }) => champ === 'Cible')).toMatchObject({
      sujet: `Indicateur\u00A0: ${indicateur?.libelle}`,
      parties: expect.arrayContaining([expect.objectContaining({ vers: '12,5' })]) as unknown,
    })
    for (const champ of ['etape.titre', 'etape.periode', 'indicateur.source'])
      expect(await restore(await findRetablir(champ)), champ).toMatchObject({ ok: true })
    const { rows } = await owner.query(
      'SELECT e.titre, e.periode_fin, i.source FROM etape e, indicateur i WHERE e.id = $1 AND i.id = $2',
      [etape?.id, indicateur?.id],
    )
    expect(rows).toEqual([expect.objectContaining({ titre: etape?.titre, source: indicateur?.source })])
    // Where an instance decides of targets, no hand puts one back.
    expect(await restore(await findRetablir('indicateur.cible'))).toMatchObject({ ok: false, code: 'INSTANCE_DECIDE' })
    expect((rows[0] as { periode_fin: Date | null }).periode_fin?.getFullYear()).not.toBe(2026)
  })

  it('is for those who coordinate, on a fiche of theirs', async () => {
    const cible = await findRetablir('fiche_action.statut')
    for (const personne of [pilote, elue])
      expect(await restore(cible, null, personne)).toMatchObject({ ok: false, tag: 'INTERDIT' })
    const { rows } = await owner.query<{ id: number }>(
      'SELECT id FROM fiche_action WHERE id <> $1 AND convention_id = (SELECT convention_id FROM fiche_action WHERE id = $1) LIMIT 1',
      [fiche],
    )
    expect(
      await suivi.as(coordination, () => cancelChangement({ convention, fiche: rows[0]?.id ?? 0, ...cible, vu: null })),
    ).toMatchObject({ ok: false, code: 'CHANGEMENT_ABSENT' })
    expect(await restore({ ...cible, champ: 'etape.titre' })).toMatchObject({ ok: false, code: 'CHANGEMENT_ABSENT' })
  })
})
