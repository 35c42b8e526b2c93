import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateStatutEtape, updateStatutFiche, updateSuiviFiche } from '@/lib/plan-action/actions'
import { recordMesure } from '@/lib/plan-action/actions-mesure'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/session'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { createPersonne, type Personne } from '../support/personnes'

const TODAY = '2024-06-15'
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

const as = <T>(personne: Personne, travail: () => Promise<T>): Promise<T> => runAs(personne.session, travail, { today: TODAY })

interface Ligne {
  id: number
  version: number
}

async function readLigne(table: 'fiche_action' | 'etape' | 'indicateur', ref: string, slug = convention): Promise<Ligne> {
  const { rows } = await owner.query<Ligne>(`SELECT t.id, t.version FROM ${table} t JOIN convention c ON c.id = t.convention_id WHERE c.slug = $1 AND t.ref = $2`, [slug, ref])
  if (!rows[0]) throw new Error(`${table} ${ref} not found`)
  return rows[0]
}

async function readFiche(id: number) {
  const { rows } = await owner.query<{ statut: string; suivi: string | null; avancement: number | null; version: number; maj: boolean }>(
    'SELECT statut, suivi, avancement, version, maj_le IS NOT NULL AS maj FROM fiche_action WHERE id = $1', [id])
  return rows[0]
}

describe('status of a fiche', () => {
  it('is written with its time, and in the journal from what to what', async () => {
    const { id, version } = await readLigne('fiche_action', 'fiche-1-1')
    const resultat = await as(coordination, () => updateStatutFiche({ convention, fiche: id, version, statut: 'EN_COURS' }))
    expect(resultat).toEqual({ ok: true, data: { version: version + 1 } })
    expect(await readFiche(id)).toMatchObject({ statut: 'EN_COURS', version: version + 1, maj: true })
    const { rows } = await owner.query(`SELECT utilisateur_id, operation, avant, apres FROM journal WHERE objet = 'fiche_action' AND objet_id = $1`, [id])
    expect(rows).toEqual([{ utilisateur_id: coordination.id, operation: 'fiche.ecrire', avant: { statut: 'A_PRECISER' }, apres: { statut: 'EN_COURS' } }])
  })

  it('answers a stale version with what is there now, and writes nothing', async () => {
    const { id, version } = await readLigne('fiche_action', 'fiche-1-1')
    const resultat = await as(coordination, () => updateStatutFiche({ convention, fiche: id, version: version - 1, statut: 'REALISEE' }))
    expect(resultat).toMatchObject({ ok: false, tag: 'CONFLIT', actuel: { version, statut: 'EN_COURS' } })
    expect(await readFiche(id)).toMatchObject({ statut: 'EN_COURS', version })
  })

  it('saved by two people at once: one wins, the other is told', async () => {
    const { id, version } = await readLigne('fiche_action', 'fiche-2-2')
    const resultats = await Promise.all((['EN_COURS', 'REALISEE'] as const).map((statut) => as(coordination, () => updateStatutFiche({ convention, fiche: id, version, statut }))))
    expect(resultats.filter(({ ok }) => ok)).toHaveLength(1)
    expect(resultats.filter((resultat) => !resultat.ok && resultat.tag === 'CONFLIT')).toHaveLength(1)
    expect(await readFiche(id)).toMatchObject({ version: version + 1 })
  })

  it('refuses a status that is none, with the remedy', async () => {
    const { id, version } = await readLigne('fiche_action', 'fiche-1-1')
    const resultat = await as(coordination, () => updateStatutFiche({ convention, fiche: id, version, statut: 'TERMINEE' as 'REALISEE' }))
    expect(resultat).toMatchObject({ ok: false, tag: 'INVALIDE', champs: [{ champ: 'statut', message: 'Choisissez un statut de la liste.' }] })
  })
})

describe('who may', () => {
  it('a pilote changes the fiches they lead, and no other', async () => {
    const sienne = await readLigne('fiche_action', 'fiche-2-1')
    const autre = await readLigne('fiche_action', 'fiche-3-1')
    expect(await as(pilote, () => updateStatutFiche({ convention, fiche: sienne.id, version: sienne.version, statut: 'A_ENGAGER' }))).toMatchObject({ ok: true })
    expect(await as(pilote, () => updateStatutFiche({ convention, fiche: autre.id, version: autre.version, statut: 'A_ENGAGER' }))).toMatchObject({ ok: false, tag: 'INTERDIT' })
    // Naming one’s own fiche does not open the étapes or the indicators of another.
    const etape = await readLigne('etape', 'action-1-1-1')
    expect(await as(pilote, () => updateStatutEtape({ convention, fiche: sienne.id, etape: etape.id, version: etape.version, statut: 'REALISEE' }))).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
    const indicateur = await readLigne('indicateur', 'indicateur-1-1-1')
    const mesure = { convention, fiche: sienne.id, indicateur: indicateur.id, mesure: null, annee: 2023, valeur: '3', source: '' }
    expect(await as(pilote, () => recordMesure(mesure))).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
    expect(await readFiche(autre.id)).toMatchObject({ statut: 'A_PRECISER', version: autre.version })
  })

  it('an élue changes nothing, and a fiche of another convention is not there', async () => {
    const { id, version } = await readLigne('fiche_action', 'fiche-3-1')
    expect(await as(elue, () => updateStatutFiche({ convention, fiche: id, version, statut: 'EN_COURS' }))).toMatchObject({ ok: false, tag: 'INTERDIT' })
    const etrangere = await readLigne('fiche_action', 'action-1', 'val-aigo')
    expect(await as(coordination, () => updateStatutFiche({ convention, fiche: etrangere.id, version: 0, statut: 'EN_COURS' }))).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
    expect(await as(coordination, () => updateSuiviFiche({ convention, fiche: etrangere.id, version: 0, suivi: 'Note', avancement: null }))).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
    expect(await as(coordination, () => updateStatutFiche({ convention: 'val-aigo', fiche: etrangere.id, version: 0, statut: 'EN_COURS' }))).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
    expect(await readFiche(etrangere.id)).toMatchObject({ statut: 'A_PRECISER', version: 0, maj: false })
  })
})

describe('étape, follow-up', () => {
  it('changes the status of an étape with its own version, and dates the fiche', async () => {
    const fiche = await readLigne('fiche_action', 'fiche-3-1')
    const etape = await readLigne('etape', 'action-3-1-2')
    const cible = { convention, fiche: fiche.id, etape: etape.id, version: etape.version }
    expect(await as(coordination, () => updateStatutEtape({ ...cible, statut: 'REALISEE' }))).toMatchObject({ ok: true })
    expect(await as(coordination, () => updateStatutEtape({ ...cible, statut: 'EN_COURS' }))).toMatchObject({ ok: false, tag: 'CONFLIT', actuel: { statut: 'REALISEE', version: etape.version + 1 } })
    expect(await readFiche(fiche.id)).toMatchObject({ version: fiche.version, maj: true })
  })

  it('saves the note and the progress, refuses beyond 100 %, and tells what another wrote', async () => {
    const { id, version } = await readLigne('fiche_action', 'fiche-3-2')
    const note = { convention, fiche: id, version, suivi: '  Groupe réuni.  ', avancement: 40 }
    expect(await as(coordination, () => updateSuiviFiche({ ...note, avancement: 101 }))).toMatchObject({ ok: false, tag: 'INVALIDE', champs: [{ champ: 'avancement' }] })
    expect(await as(coordination, () => updateSuiviFiche(note))).toMatchObject({ ok: true })
    expect(await readFiche(id)).toMatchObject({ suivi: 'Groupe réuni.', avancement: 40, maj: true })
    expect(await as(coordination, () => updateSuiviFiche({ ...note, suivi: 'Autre' }))).toMatchObject({ ok: false, tag: 'CONFLIT', actuel: { suivi: 'Groupe réuni.', avancement: 40, version: version + 1 } })
  })
})

describe('measures', () => {
  const saisie = async (champs: object = {}) => {
    const fiche = await readLigne('fiche_action', 'fiche-1-1')
    const indicateur = await readLigne('indicateur', 'indicateur-1-1-3')
    const entree = { convention, fiche: fiche.id, indicateur: indicateur.id, mesure: null, annee: 2023, valeur: '1,6', source: 'Bilan Caf', ...champs }
    return as(coordination, () => recordMesure(entree))
  }
  const listMesures = async () => {
    const { rows } = await owner.query<Ligne & { valeur: string; source: string | null; annee: string }>(
      `SELECT m.id, m.version, m.valeur::text, m.source, m.periode_texte AS annee FROM mesure m JOIN indicateur i ON i.id = m.indicateur_id WHERE i.ref = 'indicateur-1-1-3' ORDER BY m.id`)
    return rows
  }

  it('takes 1,6 and 1.6 for a civil year, then corrects it with its version', async () => {
    expect(await saisie()).toMatchObject({ ok: true, data: { version: 0 } })
    const [mesure] = await listMesures()
    expect(mesure).toMatchObject({ valeur: '1.6000', source: 'Bilan Caf', annee: '2023' })
    expect(await saisie({ valeur: '2' })).toMatchObject({ ok: false, tag: 'CONFLIT', actuel: { valeur: '1.6', version: 0 } })
    expect(await saisie({ valeur: '1.8', mesure: { id: mesure?.id, version: 0 } })).toMatchObject({ ok: true, data: { version: 1 } })
    expect(await listMesures()).toMatchObject([{ valeur: '1.8000', version: 1 }])
  })

  it('keeps one value of ten entered at once for the same year', async () => {
    const resultats = await Promise.all(Array.from({ length: 10 }, (_, rang) => saisie({ annee: 2022, valeur: String(rang) })))
    expect(resultats.filter(({ ok }) => ok)).toHaveLength(1)
    expect(resultats.filter((resultat) => !resultat.ok && resultat.tag === 'CONFLIT')).toHaveLength(9)
    expect(await listMesures()).toHaveLength(2)
  })

  it.each([
    [{ valeur: 'beaucoup' }, 'valeur', 'Écrivez un nombre'],
    [{ valeur: ' ' }, 'valeur', 'Saisissez la valeur'],
    [{ annee: 2025 }, 'annee', 'Cette année n’a pas commencé'],
    [{ annee: 24 }, 'annee', 'sur quatre chiffres'],
    [{ source: 'a'.repeat(301) }, 'source', 'Raccourcissez la source'],
  ])('names the field and the remedy: %j', async (champs, champ, message) => {
    expect(await saisie(champs)).toMatchObject({ ok: false, tag: 'INVALIDE', champs: [{ champ, message: expect.stringContaining(message) }] })
  })

  it('lets a pilote enter measures on their fiche', async () => {
    const fiche = await readLigne('fiche_action', 'fiche-2-1')
    const { rows } = await owner.query<{ id: number; nature: string }>('SELECT id, nature FROM indicateur WHERE fiche_action_id = $1 ORDER BY ordre LIMIT 1', [fiche.id])
    const valeur = rows[0]?.nature === 'QUALITATIF' || rows[0]?.nature === 'CARTE_DOCUMENT' ? 'Constaté' : rows[0]?.nature === 'LIVRABLE' ? 'oui' : '12'
    const entree = { convention, fiche: fiche.id, indicateur: rows[0]?.id ?? 0, mesure: null, annee: 2024, valeur, source: '' }
    expect(await as(pilote, () => recordMesure(entree))).toMatchObject({ ok: true })
  })
})
