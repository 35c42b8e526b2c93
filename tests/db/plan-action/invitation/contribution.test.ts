import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  closeContribution,
  closeInvitationFiche,
  createInvitationFiche,
  validateContribution,
} from '@/lib/plan-action/invitation/actions/contribution'
import { depositContribution, readFicheOuverte } from '@/lib/plan-action/invitation/write/publique'
import { getTournee } from '@/lib/plan-action/tournee/queries'
import type { ContenuContribution } from '@/lib/plan-action/invitation/schema'
import type { ConflitContribution } from '@/lib/plan-action/invitation/types'
import { closeClient } from '@/lib/platform/db'
import { hashSecret } from '@/lib/platform/identite/secret'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { importSur, readSur } from '@/tests/support/dossiers/base'
import { createPersonne, type Personne } from '@/tests/support/personnes'
import { createDossierExemple } from '@/tests/support/dossiers/exemple'
import { startSmtp } from '@/tests/support/smtp'

const CONVENTION = 'demonstration'

let db: TestDatabase
let owner: pg.Client
let coordination: Personne
let voisine: Personne
let pilote: Personne
let fiche: { id: number; statut: string; avancement: number | null; suivi: string | null }
let etapes: { id: number; statut: 'EN_COURS' | 'REALISEE' }[]

beforeAll(async () => {
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  coordination = await createPersonne(db.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: CONVENTION }])
  pilote = await createPersonne(db.ownerUrl, [{ type: 'PILOTE', convention: CONVENTION, fiche: 'fiche-1-1' }])
  const administration = await createPersonne(db.ownerUrl, [{ type: 'ADMINISTRATEUR' }])
  await importSur(administration.session, readSur(createDossierExemple('autre')))
  voisine = await createPersonne(db.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: 'autre' }])
})
beforeEach(async () => {
  fiche = await readFiche()
  etapes = (
    await owner.query<{ id: number; statut: 'EN_COURS' | 'REALISEE' }>(
      'SELECT id, statut FROM etape WHERE fiche_action_id = $1 ORDER BY ordre',
      [fiche.id],
    )
  ).rows
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await db.drop()
})

async function readFiche() {
  const { rows } = await owner.query<typeof fiche>(
    `SELECT f.id, f.statut, f.avancement, f.suivi FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 AND f.ref = 'fiche-1-1'`,
    [CONVENTION],
  )
  const [lue] = rows
  if (!lue) throw new Error('no fiche')
  return lue
}

async function invite(nom = 'Sam EXEMPLE', jours: 7 | 14 | 30 = 14): Promise<string> {
  const cree = await runAs(coordination.session, () =>
    createInvitationFiche({ convention: CONVENTION, fiche: fiche.id, nom, email: '', jours }),
  )
  if (!cree.ok) throw new Error(cree.message)
  return cree.data.chemin.replace('/contribution/', '')
}

const rien: ContenuContribution = { champs: {}, etapes: [] }
const note = (apres: string): ContenuContribution => ({ champs: { suivi: { avant: fiche.suivi, apres } }, etapes: [] })

/** Sends a proposal and gives its row. */
async function propose(
  contenu: ContenuContribution,
  jeton?: string,
  message: string | null = null,
): Promise<{ id: number; version: number }> {
  const lien = jeton ?? (await invite())
  expect(await depositContribution(lien, message, contenu, 'ici')).toBe('RECUE')
  const { rows } = await owner.query<{ id: number; version: number }>(
    'SELECT id, version FROM contribution_fiche WHERE invitation_id = $1 ORDER BY id DESC LIMIT 1',
    [hashSecret(lien)],
  )
  const [ligne] = rows
  if (!ligne) throw new Error('nothing deposited')
  return ligne
}

const accept = (
  contribution: { id: number; version: number },
  retenu: Pick<Parameters<typeof validateContribution>[0], 'champs' | 'etapes'>,
  personne = coordination,
) =>
  runAs(personne.session, () =>
    validateContribution({
      convention: CONVENTION,
      fiche: fiche.id,
      contribution: contribution.id,
      version: contribution.version,
      ...retenu,
    }),
  )

describe('what a link opens', () => {
  it('is that fiche, its axe and its étapes: nothing of another, nobody', async () => {
    const vue = await readFicheOuverte(await invite(), 'ici')
    expect(vue).toMatchObject({
      pour: 'Sam EXEMPLE',
      numero: '1.1',
      statut: fiche.statut,
      axes: ['1. Accueillir chaque jeune enfant'],
      enAttente: null,
    })
    expect(vue?.etapes.map(({ id }) => id)).toEqual(etapes.map(({ id }) => id))
    expect(Object.keys(vue ?? {}).sort()).toEqual([
      'avancement',
      'axes',
      'dernierJour',
      'enAttente',
      'etapes',
      'nomEtape',
      'nomFiche',
      'numero',
      'pour',
      'statut',
      'suivi',
      'titre',
    ])
    expect(JSON.stringify(vue)).not.toMatch(/Communauté|Caf|MODÈLE|SPÉCIMEN|ludothèque/)
  })

  it('is nothing once revoked, expired or unknown, and nothing can be sent: all the same answer', async () => {
    const [revoque, expire] = [await invite(), await invite()]
    await runAs(coordination.session, () =>
      closeInvitationFiche({ convention: CONVENTION, fiche: fiche.id, invitation: hashSecret(revoque) }),
    )
    await owner.query(`UPDATE invitation_fiche SET expire_le = now() - interval '1 second' WHERE id = $1`, [
      hashSecret(expire),
    ])
    for (const jeton of [revoque, expire, 'inconnu', '', hashSecret(await invite())]) {
      expect(await readFicheOuverte(jeton, 'refus')).toBeNull()
      expect(await depositContribution(jeton, 'Bonjour', rien, 'refus')).toBe('FERMEE')
    }
  })

  it('closes after too many wrong links from one place, and opens elsewhere', async () => {
    const jeton = await invite()
    for (let i = 0; i < 50; i += 1) await readFicheOuverte(`essai-${i}`, 'force')
    expect(await readFicheOuverte(jeton, 'force')).toBeNull()
    expect(await depositContribution(jeton, 'Bonjour', rien, 'force')).toBe('FERMEE')
    expect(await readFicheOuverte(jeton, 'ailleurs')).not.toBeNull()
  })

  it('keeps its secret nowhere', async () => {
    const jeton = await invite()
    const { rows } = await owner.query<{ n: number }>(
      `SELECT (SELECT count(*) FROM invitation_fiche i WHERE i::text LIKE $1) + (SELECT count(*) FROM journal j WHERE j::text LIKE $1) AS n`,
      [`%${jeton}%`],
    )
    expect(Number(rows[0]?.n)).toBe(0)
  })

  it('takes no étape of another fiche, and ten proposals at most that wait', async () => {
    const jeton = await invite()
    const { rows } = await owner.query<{ id: number }>(`SELECT min(id) AS id FROM etape WHERE fiche_action_id <> $1`, [
      fiche.id,
    ])
    expect(
      await depositContribution(
        jeton,
        null,
        { champs: {}, etapes: [{ id: rows[0]?.id ?? 0, avant: 'EN_COURS', apres: 'REALISEE' }] },
        'ici',
      ),
    ).toBe('ETAPE')
    for (let i = 0; i < 10; i += 1) await propose(note(`Note ${i}`), jeton)
    expect(await depositContribution(jeton, null, note('Note 11'), 'ici')).toBe('TROP')
    // The answer was lost, and the same is sent again: once.
    expect(await depositContribution(jeton, null, note('Note 9'), 'ici')).toBe('RECUE')
    const { rows: recues } = await owner.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM contribution_fiche WHERE invitation_id = $1',
      [hashSecret(jeton)],
    )
    expect(recues[0]?.n).toBe(10)
  })
})

describe('what the coordination does with it', () => {
  it('accepts a part: the fiche has it, the rest is let go, the journal says who proposed and who accepted', async () => {
    const [, , troisieme] = etapes
    if (!troisieme) throw new Error('three étapes')
    const contribution = await propose({
      champs: {
        avancement: { avant: fiche.avancement, apres: 80 },
        suivi: { avant: fiche.suivi, apres: 'Le chantier avance.' },
      },
      etapes: [{ id: troisieme.id, avant: troisieme.statut, apres: 'REALISEE' }],
    })
    expect(
      await accept(contribution, {
        champs: { avancement: { vu: fiche.avancement } },
        etapes: [{ id: troisieme.id, vu: troisieme.statut }],
      }),
    ).toEqual({ ok: true, data: { retenues: 2, proposees: 3 } })
    expect(await readFiche()).toMatchObject({ avancement: 80, suivi: fiche.suivi })
    const { rows } = await owner.query(
      `SELECT j.objet, j.utilisateur_id, j.operation, j.motif, j.apres ->> 'avancement' AS avancement, j.apres ->> 'avancement_motif' AS motif_avancement FROM journal j
       WHERE j.fiche_action_id = $1 AND j.objet IN ('fiche_action', 'etape') ORDER BY j.id DESC LIMIT 2`,
      [fiche.id],
    )
    expect(rows).toEqual([
      expect.objectContaining({
        objet: 'etape',
        utilisateur_id: coordination.id,
        operation: 'fiche.inviter',
        motif: 'Proposé par Sam EXEMPLE, par un lien d’invitation',
      }),
      expect.objectContaining({ objet: 'fiche_action', avancement: '80', motif_avancement: 'D’après Sam EXEMPLE' }),
    ])
    const { rows: depots } = await owner.query(
      `SELECT utilisateur_id, operation FROM journal WHERE objet = 'contribution_fiche' AND objet_id = $1 ORDER BY id`,
      [contribution.id],
    )
    expect(depots).toEqual([
      { utilisateur_id: null, operation: 'contribution.deposer' },
      { utilisateur_id: coordination.id, operation: 'fiche.inviter' },
    ])
    const { rows: gardees } = await owner.query(
      `SELECT etat, contenu -> 'retenus' AS retenus, traitee_par_id FROM contribution_fiche WHERE id = $1`,
      [contribution.id],
    )
    expect(gardees).toEqual([
      {
        etat: 'ACCEPTEE',
        retenus: { champs: ['avancement'], etapes: [troisieme.id] },
        traitee_par_id: coordination.id,
      },
    ])
  })

  it('accepted twice at once is written once', async () => {
    const contribution = await propose(note('Écrite une fois.'))
    const reponses = await Promise.all(
      [1, 2].map(() => accept(contribution, { champs: { suivi: { vu: fiche.suivi } }, etapes: [] })),
    )
    expect(reponses.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(reponses.find(({ ok }) => !ok)).toMatchObject({ tag: 'CONFLIT', actuel: { etat: 'ACCEPTEE' } })
    const { rows } = await owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM journal WHERE fiche_action_id = $1 AND apres ->> 'suivi' = 'Écrite une fois.'`,
      [fiche.id],
    )
    expect(rows[0]?.n).toBe(1)
  })

  it('is shown what is there when the fiche moved meanwhile, and nothing is written by halves', async () => {
    const [premiere] = etapes
    if (!premiere) throw new Error('an étape')
    const contribution = await propose({
      champs: { suivi: { avant: fiche.suivi, apres: 'Proposée.' } },
      etapes: [{ id: premiere.id, avant: premiere.statut, apres: 'EN_COURS' }],
    })
    await owner.query(`UPDATE etape SET statut = 'A_PRECISER' WHERE id = $1`, [premiere.id])
    const reponse = await accept(contribution, {
      champs: { suivi: { vu: fiche.suivi } },
      etapes: [{ id: premiere.id, vu: premiere.statut }],
    })
    expect(reponse).toMatchObject({ ok: false, tag: 'CONFLIT', actuel: { etat: 'PROPOSEE' } })
    const { actuel } = (reponse as { actuel: ConflitContribution }).actuel
    expect(actuel.etapes[0]).toMatchObject({ statut: 'A_PRECISER' })
    expect((await readFiche()).suivi).toBe(fiche.suivi)
    // Seen, and accepted over what is there now.
    expect(
      await accept(contribution, {
        champs: { suivi: { vu: fiche.suivi } },
        etapes: [{ id: premiere.id, vu: 'A_PRECISER' }],
      }),
    ).toMatchObject({ ok: true })
    expect((await readFiche()).suivi).toBe('Proposée.')
  })

  it('refuses with a reason; what was answered is answered, and nothing of it changes any more', async () => {
    const contribution = await propose(note('Refusée.'))
    const refuse = (motif: string) =>
      runAs(coordination.session, () =>
        closeContribution({
          convention: CONVENTION,
          fiche: fiche.id,
          contribution: contribution.id,
          version: contribution.version,
          motif,
        }),
      )
    expect(await refuse('  ')).toMatchObject({ ok: false, tag: 'INVALIDE', champs: [{ champ: 'motif' }] })
    expect(await refuse('Déjà dit en comité.')).toEqual({ ok: true, data: {} })
    expect(await accept(contribution, { champs: { suivi: { vu: fiche.suivi } }, etapes: [] })).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: { etat: 'REFUSEE' },
    })
    await expect(
      owner.query(`UPDATE contribution_fiche SET message = 'autre' WHERE id = $1`, [contribution.id]),
    ).rejects.toMatchObject({ code: 'CT002' })
  })

  it('accepts nothing of nothing, and reads a message that proposes no value', async () => {
    const contribution = await propose(note('À choisir.'))
    expect(await accept(contribution, { champs: {}, etapes: [] })).toMatchObject({ ok: false, tag: 'INVALIDE' })
    expect(await accept(await propose(rien, undefined, 'Rien de neuf.'), { champs: {}, etapes: [] })).toEqual({
      ok: true,
      data: { retenues: 0, proposees: 0 },
    })
  })

  it('is asked again by an instance when it decides of fiches, as for any hand', async () => {
    const contribution = await propose({ champs: { statut: { avant: 'EN_COURS', apres: 'ABANDONNEE' } }, etapes: [] })
    expect(await accept(contribution, { champs: { statut: { vu: 'EN_COURS' } }, etapes: [] })).toMatchObject({
      ok: false,
      tag: 'REGLE',
    })
    expect((await readFiche()).statut).toBe('EN_COURS')
  })
})

describe('walls', () => {
  it('nobody else’s coordination sees, ends or answers; a pilote invites nobody', async () => {
    const jeton = await invite()
    const contribution = await propose(note('Chez moi.'), jeton)
    for (const personne of [voisine, pilote]) {
      expect(
        await accept(contribution, { champs: { suivi: { vu: fiche.suivi } }, etapes: [] }, personne),
      ).toMatchObject({ ok: false })
      expect(
        await runAs(personne.session, () =>
          closeInvitationFiche({ convention: CONVENTION, fiche: fiche.id, invitation: hashSecret(jeton) }),
        ),
      ).toMatchObject({ ok: false })
      expect(
        await runAs(personne.session, () =>
          createInvitationFiche({ convention: CONVENTION, fiche: fiche.id, nom: 'X', email: '', jours: 7 }),
        ),
      ).toMatchObject({ ok: false })
    }
    expect(
      await runAs(voisine.session, () =>
        closeInvitationFiche({ convention: 'autre', fiche: fiche.id, invitation: hashSecret(jeton) }),
      ),
    ).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
    expect(await readFicheOuverte(jeton, 'ici')).not.toBeNull()
  })

  it('the weekly round says of the fiche that a proposal waits', async () => {
    await propose({ champs: { suivi: { avant: fiche.suivi, apres: 'En attente.' } }, etapes: [] }, undefined, 'Bonjour')
    const tournee = await runAs(coordination.session, () => getTournee({ convention: CONVENTION }))
    const sienne = tournee.ok ? tournee.data.fiches.find(({ id }) => id === fiche.id) : undefined
    expect(sienne?.raisons[0]?.motif).toBe('CONTRIBUTION')
  })
})

describe('the message that carries the link', () => {
  it('leaves when a server is set up, and the link is shown all the same', async () => {
    const boite = await startSmtp()
    const [SMTP_URL, SMTP_EXPEDITEUR] = [process.env.SMTP_URL, process.env.SMTP_EXPEDITEUR]
    Object.assign(process.env, { SMTP_URL: boite.url, SMTP_EXPEDITEUR: 'copilote@test.example' })
    try {
      const cree = await runAs(coordination.session, () =>
        createInvitationFiche({
          convention: CONVENTION,
          fiche: fiche.id,
          nom: 'Sam EXEMPLE',
          email: 'sam@test.example',
          jours: 7,
        }),
      )
      if (!cree.ok) throw new Error(cree.message)
      expect(cree.data).toMatchObject({ envoi: 'ENVOYE' })
      expect(boite.recus.map(({ pour }) => pour)).toEqual([['sam@test.example']])
      expect(boite.recus[0]?.text).toContain(cree.data.chemin)
      expect(await readFicheOuverte(cree.data.chemin.replace('/contribution/', ''), 'ici')).not.toBeNull()
    } finally {
      await boite.close()
      Object.assign(process.env, { SMTP_URL: SMTP_URL ?? '', SMTP_EXPEDITEUR: SMTP_EXPEDITEUR ?? '' })
    }
  })

  it('refuses an address that is none, and keeps the name asked for', async () => {
    const cree = await runAs(coordination.session, () =>
      createInvitationFiche({ convention: CONVENTION, fiche: fiche.id, nom: '', email: 'sam@', jours: 7 }),
    )
    expect(cree).toMatchObject({ ok: false, tag: 'INVALIDE', champs: [{ champ: 'nom' }, { champ: 'email' }] })
  })
})
