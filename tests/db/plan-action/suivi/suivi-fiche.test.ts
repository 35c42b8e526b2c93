import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getDossier } from '@/lib/dossier/export/queries'
import { getJournal } from '@/lib/journal/queries'
import {
  createCommentaire,
  recordAppreciation,
  removeAppreciation,
  removeCommentaire,
  updateMention,
} from '@/lib/plan-action/suivi/actions/suivi'
import { getFiche } from '@/lib/plan-action/fiche/queries'
import { getTournee } from '@/lib/plan-action/tournee/queries'
import { countInstructions } from '@/lib/platform/db'
import type { Personne } from '@/tests/support/personnes'
import { CONVENTION as convention, openSuivi, REF as ref, type Suivi } from '@/tests/support/suivi-fiche'

const SECRET = 'Entre nous, la Caf : le financement est menacé.'

let owner: Suivi['owner']
let conseillere: Personne
let collegue: Personne
let coordination: Personne
let pilote: Personne
let elue: Personne
let administration: Personne
let fiche: number
let suivi: Suivi

beforeAll(async () => {
  suivi = await openSuivi()
  owner = suivi.owner
  conseillere = suivi.conseillere
  collegue = suivi.collegue
  coordination = suivi.coordination
  pilote = suivi.pilote
  elue = suivi.elue
  administration = suivi.administration
  fiche = suivi.fiche
})
afterAll(() => suivi.close())

const as: Suivi['as'] = (personne, travail) => suivi.as(personne, travail)
const readVie: Suivi['readVie'] = (personne, options) => suivi.readVie(personne, options)

const listTextes = async (personne: Personne) =>
  (await readVie(personne, { fil: 20 })).fil.evenements.flatMap((e) => (e.genre === 'COMMENTAIRE' ? [e.texte] : []))
/** The comments that name this person and that they have not read, as their weekly round tells them. */
async function listMentions(personne: Personne) {
  const tournee = await as(personne, () => getTournee({}))
  return tournee.ok ? { ok: true as const, data: tournee.data.mentions } : tournee
}

const comment = (personne: Personne, visibilite: 'CAF' | 'PAIRE' | 'TOUS', texte: string, mentions: number[] = []) =>
  as(personne, () => createCommentaire({ convention, fiche, visibilite, texte, mentions }))

describe('comments', () => {
  it('are read by those they are for, and by nobody else', async () => {
    expect(await comment(conseillere, 'CAF', SECRET, [collegue.id])).toMatchObject({ ok: true })
    expect(await comment(coordination, 'PAIRE', 'Pour nous deux.', [conseillere.id])).toMatchObject({ ok: true })
    expect(await comment(pilote, 'TOUS', 'Le forum est calé.')).toMatchObject({ ok: true })
    expect(await listTextes(collegue)).toEqual(['Le forum est calé.', 'Pour nous deux.', SECRET])
    expect(await listTextes(administration)).toHaveLength(3)
    expect(await listTextes(coordination)).toEqual(['Le forum est calé.', 'Pour nous deux.'])
    for (const personne of [pilote, elue]) expect(await listTextes(personne)).toEqual(['Le forum est calé.'])
  })

  it('for the Caf leave no trace that a coordinator reads: journal, thread, dossier, database', async () => {
    const listFaits = async (personne: Personne): Promise<string[]> => {
      const journal = await as(personne, () => getJournal({ convention }))
      if (!journal.ok) throw new Error(journal.tag)
      return journal.data.gestes
        .flatMap(({ faits }) => faits.map(({ phrase, details }) => `${phrase} ${JSON.stringify(details)}`))
        .filter((fait) => /commentaire|commenté/.test(fait))
    }
    const siens = await listFaits(coordination)
    expect(siens.filter((fait) => fait.includes('La Caf seulement'))).toEqual([])
    expect(siens.filter((fait) => fait.includes(', avec 1 mention'))).toHaveLength(1)
    expect(siens).toHaveLength(2)
    expect(await listFaits(conseillere)).toHaveLength(3)
    for (const personne of [coordination, pilote, elue]) {
      expect(JSON.stringify(await as(personne, () => getFiche({ convention, ref, fil: 20 })))).not.toContain(
        'financement est menacé',
      )
    }
    expect(JSON.stringify(await as(coordination, () => getDossier({ convention })))).not.toContain(
      'financement est menacé',
    )
    // The journal of anybody says that a comment was made, never what it says.
    expect(
      (
        await owner.query(
          `SELECT FROM journal WHERE objet = 'commentaire' AND (apres::text LIKE '%menac%' OR libelle LIKE '%menac%')`,
        )
      ).rowCount,
    ).toBe(0)
    expect((await owner.query(`SELECT version, maj_le FROM fiche_action WHERE id = $1`, [fiche])).rows).toEqual([
      { version: 0, maj_le: null },
    ])
  })

  it('name their author and whom they name, even to those who see no account', async () => {
    const vus = (await readVie(elue)).fil.evenements
    expect(vus).toMatchObject([
      { genre: 'COMMENTAIRE', auteur: expect.stringMatching(/^Personne \d+$/) as string, mien: false },
    ])
    const pair = (await readVie(conseillere)).fil.evenements.find(
      (e) => e.genre === 'COMMENTAIRE' && e.visibilite === 'PAIRE',
    )
    expect(pair).toMatchObject({ cites: [expect.any(String)], nonLu: true })
  })

  it('are said by each only to those they may speak to', async () => {
    expect(await comment(coordination, 'CAF', 'Pour la Caf seule ?')).toMatchObject({ ok: false })
    expect(await comment(pilote, 'PAIRE', 'Pour la paire ?')).toMatchObject({ ok: false })
    expect(await comment(elue, 'TOUS', 'Bonjour')).toMatchObject({ ok: false, tag: 'INTERDIT' })
    expect(await comment(coordination, 'TOUS', '   ')).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'texte', message: 'Écrivez votre commentaire.' }],
    })
    expect((await owner.query('SELECT FROM commentaire')).rowCount).toBe(3)
  })

  it('name only people who may read them', async () => {
    for (const [visibilite, exclu] of [
      ['CAF', coordination],
      ['PAIRE', pilote],
    ] as const) {
      expect(await comment(conseillere, visibilite, 'Voir @quelqu’un', [exclu.id])).toMatchObject({
        ok: false,
        tag: 'INVALIDE',
        champs: [{ champ: 'mentions' }],
      })
    }
    expect(await comment(conseillere, 'TOUS', 'Voir', [elue.id])).toMatchObject({ ok: false, tag: 'INVALIDE' })
    const citables = (await readVie(conseillere)).commentaire
    expect(citables?.visibilites).toEqual(['PAIRE', 'CAF', 'TOUS'])
    const ids = (visibilite: 'CAF' | 'PAIRE' | 'TOUS') => citables?.citables[visibilite]?.map(({ id }) => id) ?? []
    expect(ids('CAF')).toContain(collegue.id)
    expect(ids('CAF')).not.toContain(coordination.id)
    expect(ids('PAIRE')).toEqual(expect.arrayContaining([coordination.id, collegue.id]))
    expect(ids('PAIRE')).not.toContain(pilote.id)
    expect(ids('TOUS')).toContain(pilote.id)
    expect((await readVie(pilote)).commentaire?.visibilites).toEqual(['TOUS'])
    expect((await readVie(elue)).commentaire).toBeNull()
    // The database itself says no, whatever the application asked.
    await expect(
      owner.query(
        `INSERT INTO mention (convention_id, commentaire_id, utilisateur_id) SELECT convention_id, id, $1 FROM commentaire WHERE visibilite = 'CAF'`,
        [coordination.id],
      ),
    ).rejects.toMatchObject({ code: 'CT005' })
  })

  it('are withdrawn by their author alone', async () => {
    const { rows } = await owner.query<{ id: number }>(`SELECT id FROM commentaire WHERE visibilite = 'PAIRE'`)
    const commentaire = rows[0]?.id ?? 0
    expect(await as(conseillere, () => removeCommentaire({ convention, fiche, commentaire }))).toMatchObject({
      ok: false,
      code: 'COMMENTAIRE_ABSENT',
    })
    expect(await as(administration, () => removeCommentaire({ convention, fiche, commentaire }))).toMatchObject({
      ok: false,
      code: 'COMMENTAIRE_ABSENT',
    })
    expect(await as(coordination, () => removeCommentaire({ convention, fiche, commentaire }))).toMatchObject({
      ok: true,
    })
    expect(await listMentions(conseillere)).toEqual({ ok: true, data: [] })
  })
})

describe('mentions', () => {
  it('are listed for the person until read, with a way to the comment', async () => {
    const lues = await listMentions(collegue)
    expect(lues).toMatchObject({ ok: true, data: [{ texte: SECRET, visibilite: 'CAF', fiche: { ref } }] })
    const [mention] = lues.ok ? lues.data : []
    expect(mention?.href).toBe(
      `/conventions/${convention}/plan-action/${ref}?mention=${mention?.commentaire}#commentaire-${mention?.commentaire}`,
    )
    for (const autre of [coordination, elue, conseillere])
      expect(await listMentions(autre)).toEqual({ ok: true, data: [] })
    const commentaire = mention?.commentaire ?? 0
    expect(await as(coordination, () => updateMention({ commentaire }))).toEqual({ ok: true, data: { marquee: false } })
    expect(await as(collegue, () => updateMention({ commentaire }))).toEqual({ ok: true, data: { marquee: true } })
    expect(await as(collegue, () => updateMention({ commentaire }))).toEqual({ ok: true, data: { marquee: false } })
    expect(await listMentions(collegue)).toEqual({ ok: true, data: [] })
  })

  it('vanish for somebody who may not read the comment any more', async () => {
    await comment(conseillere, 'CAF', 'Encore un mot.', [collegue.id])
    expect(await listMentions(collegue)).toMatchObject({ data: [{ texte: 'Encore un mot.' }] })
    await owner.query(`UPDATE role SET fin = '2020-01-01' WHERE utilisateur_id = $1`, [collegue.id])
    expect(await listMentions(collegue)).toEqual({ ok: true, data: [] })
    await owner.query(`UPDATE role SET fin = NULL WHERE utilisateur_id = $1`, [collegue.id])
  })
})

const appraise = (
  personne: Personne,
  cote: 'CAF' | 'COORDINATION',
  niveau: 'COMME_PREVU' | 'VIGILANCE' | 'DIFFICULTE',
  version: number | null = null,
) => as(personne, () => recordAppreciation({ convention, fiche, cote, version, niveau, texte: '' }))

describe('appraisals', () => {
  it('are written by each side for itself, and their disagreement is said', async () => {
    expect(await appraise(coordination, 'COORDINATION', 'COMME_PREVU')).toEqual({ ok: true, data: { version: 0 } })
    expect((await readVie(elue)).desaccord).toBeNull()
    expect(await appraise(conseillere, 'CAF', 'DIFFICULTE')).toEqual({ ok: true, data: { version: 0 } })
    const vue = await readVie(elue)
    expect(vue.appreciations.map(({ cote, niveau }) => [cote, niveau])).toEqual([
      ['COORDINATION', 'COMME_PREVU'],
      ['CAF', 'DIFFICULTE'],
    ])
    expect(vue.desaccord).toBe(
      '«\u00A0Avance comme prévu\u00A0» pour la coordination, «\u00A0En difficulté\u00A0» pour la Caf',
    )
    expect(vue.cotes).toEqual([])
    expect((await readVie(coordination)).cotes).toEqual(['COORDINATION'])
    expect((await readVie(conseillere)).cotes).toEqual(['CAF'])
  })

  it('of the other side are refused by PostgreSQL itself', async () => {
    expect(await appraise(coordination, 'CAF', 'COMME_PREVU', 0)).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'CT004',
    })
    expect(
      await as(coordination, () => removeAppreciation({ convention, fiche, cote: 'CAF', version: 0 })),
    ).toMatchObject({ ok: false, tag: 'REGLE', code: 'CT004' })
    for (const personne of [administration, elue, pilote])
      expect(await appraise(personne, 'CAF', 'VIGILANCE', 0)).toMatchObject({ ok: false, tag: 'INTERDIT' })
    expect((await readVie(elue)).appreciations).toHaveLength(2)
  })

  it('saved over a stale one show what is there now; two at once leave one', async () => {
    expect(await appraise(conseillere, 'CAF', 'VIGILANCE', 0)).toEqual({ ok: true, data: { version: 1 } })
    expect(await appraise(collegue, 'CAF', 'COMME_PREVU', 0)).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: { niveau: 'VIGILANCE', version: 1 },
    })
    expect(await appraise(collegue, 'CAF', 'COMME_PREVU', null)).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: { niveau: 'VIGILANCE' },
    })
    const ensemble = await Promise.all(
      [conseillere, collegue].map((personne) => appraise(personne, 'CAF', 'COMME_PREVU', 1)),
    )
    expect(ensemble.filter(({ ok }) => ok)).toHaveLength(1)
    expect(
      await as(conseillere, () => removeAppreciation({ convention, fiche, cote: 'CAF', version: 2 })),
    ).toMatchObject({ ok: true })
    const premieres = await Promise.all(
      [conseillere, collegue].map((personne) => appraise(personne, 'CAF', 'DIFFICULTE')),
    )
    expect(premieres.filter(({ ok }) => ok)).toHaveLength(1)
    expect(premieres.find(({ ok }) => !ok)).toMatchObject({ tag: 'CONFLIT' })
  })
})

describe('thread', () => {
  it('tells one save once, field by field, in words; who may not read the journal reads the rest', async () => {
    expect(
      await suivi.write({
        titreCourt: { avant: null, apres: 'Forum' },
        statut: { avant: 'A_PRECISER', apres: 'EN_COURS' },
        periode: {
          avant: await suivi.readPeriode(),
          apres: { texte: 'courant 2025', debut: '2025-01-01', fin: '2025-12-31' },
        },
      }),
    ).toMatchObject({ ok: true })
    const [dernier] = await suivi.readChangements()
    expect(dernier?.changements.map(({ champ }) => champ).sort()).toEqual(['Période', 'Statut', 'Titre court'])
    expect(dernier?.changements.find(({ champ }) => champ === 'Statut')?.parties).toEqual([
      { nom: null, de: 'à préciser', vers: 'en cours' },
    ])
    for (const personne of [pilote, elue]) {
      const { fil } = await readVie(personne)
      expect(fil.evenements.map(({ genre }) => genre)).toEqual(['COMMENTAIRE'])
      expect(fil.total).toBe(1)
    }
  })

  it('tells lists by what was added and taken away', async () => {
    const { rows: themes } = await owner.query<{ code: string }>('SELECT code FROM theme_afas ORDER BY ordre LIMIT 2')
    const { rows: presents } = await owner.query<{ theme_code: string }>(
      'SELECT theme_code FROM fiche_theme WHERE fiche_action_id = $1',
      [fiche],
    )
    const voulus = themes.map(({ code }) => code)
    expect(await suivi.write({ themes: { avant: presents.map((p) => p.theme_code), apres: voulus } })).toMatchObject({
      ok: true,
    })
    const [dernier] = await suivi.readChangements()
    expect(dernier?.changements).toHaveLength(1)
    expect(dernier?.changements[0]).toMatchObject({ champ: 'Thématiques', retablir: { champ: 'fiche_theme.themes' } })
  })

  it('is paged, and holds the comment one came for', async () => {
    for (let tour = 0; tour < 14; tour += 1)
      expect(
        await suivi.write({ suivi: { avant: tour === 0 ? null : `Note ${tour - 1}`, apres: `Note ${tour}` } }),
      ).toMatchObject({ ok: true })
    const premiere = await readVie(coordination)
    expect(premiere.fil.evenements).toHaveLength(12)
    expect(premiere.fil.total).toBeGreaterThan(12)
    expect((await readVie(coordination, { fil: 2 })).fil.evenements.length).toBeGreaterThan(12)
    const { rows } = await owner.query<{ id: number }>(`SELECT min(id) AS id FROM commentaire WHERE visibilite = 'CAF'`)
    const cible = rows[0]?.id ?? 0
    expect(premiere.fil.evenements.some((e) => e.genre === 'COMMENTAIRE')).toBe(false)
    expect(
      (await readVie(conseillere, { mention: cible })).fil.evenements.some(
        (e) => e.genre === 'COMMENTAIRE' && e.id === cible,
      ),
    ).toBe(true)
    expect(
      (await readVie(coordination, { mention: cible })).fil.evenements.some(
        (e) => e.genre === 'COMMENTAIRE' && e.visibilite === 'CAF',
      ),
    ).toBe(false)
  })

  it('costs the page no statement', async () => {
    const avant = countInstructions()
    await readVie(coordination, { fil: 20 })
    expect(countInstructions() - avant).toBe(3)
  })
})
