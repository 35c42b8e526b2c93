import { updateStatutEtape } from '@/lib/plan-action/fiche/actions/statut-etape'
import { createLigneBudget, removeLigneBudget, updateLigneBudget } from '@/lib/plan-action/fiche/actions/budget'
import {
  createDocumentFiche,
  createLienFiche,
  removeLienFiche,
  updateLienFiche,
} from '@/lib/plan-action/fiche/actions/liens'
import {
  closeContribution,
  closeInvitationFiche,
  createInvitationFiche,
  validateContribution,
} from '@/lib/plan-action/invitation/actions/contribution'
import { createEtape, removeEtape, updateEtape, updateOrdreEtapes } from '@/lib/plan-action/fiche/actions/etape'
import {
  recordAppreciation,
  removeAppreciation,
  createCommentaire,
  removeCommentaire,
  updateMention,
} from '@/lib/plan-action/suivi/actions/suivi'
import { depositContribution } from '@/lib/plan-action/invitation/write/publique'
import type { ContenuContribution } from '@/lib/plan-action/invitation/schema'
import { hashSecret } from '@/lib/platform/identite/secret'
import type { Monde } from './monde'

const convention = 'demonstration'

/**
 * What hangs on a fiche: étapes, budget, links, appraisals, comments that name people, links by invitation.
 * @returns the secret of a link by invitation that still opens its fiche
 */
export async function liveFiche(monde: Monde): Promise<{ fiche: string }> {
  const fiche = await monde.find<number>(
    `SELECT min(f.id) AS v FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1`,
    [convention],
  )
  await changeEtapes(monde, fiche)
  await changeContenu(monde, fiche)
  await comment(monde, fiche)
  return { fiche: await invite(monde, fiche) }
}

async function changeEtapes(
  { as, jour, owner, find, gens: { coordination, pilote } }: Monde,
  fiche: number,
): Promise<void> {
  const champs = {
    numero: '9',
    description: 'Première *étape* ajoutée.',
    periode: { texte: 'cet hiver', debut: jour(-10), fin: jour(80) },
    statut: 'A_ENGAGER' as const,
  }
  const { id: etape } = await as(coordination, () =>
    createEtape({ convention, fiche, ...champs, titre: 'Visiter les lieux' }),
  )
  await as(coordination, () =>
    updateEtape({ convention, fiche, etape, version: 0, ...champs, titre: 'Visiter les lieux d’accueil' }),
  )
  await as(pilote, async () =>
    updateStatutEtape({
      convention,
      fiche,
      etape,
      version: await find<number>('SELECT version AS v FROM etape WHERE id = $1', [etape]),
      statut: 'EN_COURS',
    }),
  )
  const { id: erreur } = await as(coordination, () =>
    createEtape({ convention, fiche, ...champs, titre: 'Écrite par erreur' }),
  )
  await as(coordination, () => removeEtape({ convention, fiche, etape: erreur, version: 0 }))
  const avant = (
    await owner.query<{ id: number }>('SELECT id FROM etape WHERE fiche_action_id = $1 ORDER BY ordre, id', [fiche])
  ).rows.map(({ id }) => id)
  await as(coordination, () => updateOrdreEtapes({ convention, fiche, avant, apres: [...avant].reverse() }))
}

async function changeContenu({ as, gens: { coordination } }: Monde, fiche: number): Promise<void> {
  const budget = {
    annee: 2026,
    financeur: 'Caf',
    organisme: null,
    libelle: 'Fonctionnement',
    prevu: '12 345,50 €',
    realise: '',
    source: 'Annexe',
  }
  const { id: ligne } = await as(coordination, () => createLigneBudget({ convention, fiche, ...budget }))
  await as(coordination, () =>
    updateLigneBudget({ convention, fiche, ligne, version: 0, ...budget, realise: '11 000' }),
  )
  const { id: erreur } = await as(coordination, () =>
    createLigneBudget({ convention, fiche, ...budget, financeur: 'Personne' }),
  )
  await as(coordination, () => removeLigneBudget({ convention, fiche, ligne: erreur, version: 0 }))
  const lien = { libelle: 'Schéma départemental', precision: '', adresse: 'https://example.org/sdsf' }
  const { id } = await as(coordination, () => createLienFiche({ convention, fiche, ...lien }))
  await as(coordination, () =>
    updateLienFiche({
      convention,
      fiche,
      lien: id,
      avant: { ...lien, precision: null },
      ...lien,
      precision: 'pages 3 et 4',
    }),
  )
  const { id: autre } = await as(coordination, () =>
    createLienFiche({ convention, fiche, ...lien, libelle: 'Un lien de trop' }),
  )
  await as(coordination, () => removeLienFiche({ convention, fiche, lien: autre }))
  await as(coordination, () =>
    createDocumentFiche({
      convention,
      fiche,
      titre: 'Compte rendu de visite',
      nature: 'Compte rendu',
      reference: '',
      date: '',
    }),
  )
}

async function comment(
  { as, find, owner, gens: { coordination, conseillere, pilote } }: Monde,
  fiche: number,
): Promise<void> {
  const idOf = (qui: string) =>
    find<number>(`SELECT id AS v FROM utilisateur WHERE email LIKE $1 || '@%' ORDER BY id LIMIT 1`, [qui])
  const {
    rows: [deja],
  } = await owner.query<{ version: number }>(
    `SELECT version FROM appreciation WHERE fiche_action_id = $1 AND cote = 'CAF'`,
    [fiche],
  )
  await as(conseillere, () =>
    recordAppreciation({
      convention,
      fiche,
      cote: 'CAF',
      version: deja?.version ?? null,
      niveau: 'VIGILANCE',
      texte: 'Le forum attend une salle.',
    }),
  )
  const autre = await find<number>(
    `SELECT max(f.id) AS v FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1`,
    [convention],
  )
  await as(coordination, () =>
    recordAppreciation({
      convention,
      fiche: autre,
      cote: 'COORDINATION',
      version: null,
      niveau: 'VIGILANCE',
      texte: '',
    }),
  )
  await as(coordination, () => removeAppreciation({ convention, fiche: autre, cote: 'COORDINATION', version: 0 }))
  const write = (qui: string, visibilite: 'TOUS' | 'CAF' | 'PAIRE', texte: string, mentions: number[] = []) =>
    as(qui, () => createCommentaire({ convention, fiche, visibilite, texte, mentions }))
  await write(coordination, 'TOUS', 'Point fait ce matin avec la Caf.', [await idOf('conseillere')])
  const { id: lu } = await write(conseillere, 'TOUS', 'Bien noté.', [await idOf('coordination'), await idOf('pilote')])
  await write(conseillere, 'CAF', 'Entre nous : à suivre de près.')
  const { id: retire } = await write(pilote, 'TOUS', 'Écrit trop vite.')
  await as(pilote, () => removeCommentaire({ convention, fiche, commentaire: retire }))
  await as(coordination, () => updateMention({ commentaire: lu }))
}

/** Links: revoked, answered yes, answered no, waiting, and still open. */
async function invite({ as, find, owner, gens: { coordination } }: Monde, fiche: number): Promise<string> {
  const open = async (nom: string) => {
    const { chemin } = await as(coordination, () =>
      createInvitationFiche({ convention, fiche, nom, email: '', jours: 30 }),
    )
    return chemin.replace('/contribution/', '')
  }
  const rows = async () =>
    (
      await owner.query<{ id: number; statut: 'EN_COURS' }>(
        'SELECT id, statut FROM etape WHERE fiche_action_id = $1 ORDER BY ordre',
        [fiche],
      )
    ).rows
  const readSuivi = () => find<string | null>('SELECT suivi AS v FROM fiche_action WHERE id = $1', [fiche])
  const deposit = async (jeton: string, apres: string) => {
    const [etape] = await rows()
    const contenu: ContenuContribution = {
      champs: { suivi: { avant: await readSuivi(), apres } },
      etapes: etape ? [{ id: etape.id, avant: etape.statut, apres: 'REALISEE' }] : [],
    }
    const depot = await depositContribution(jeton, 'Bonjour, voici où nous en sommes.', contenu, '192.0.2.9')
    if (depot !== 'RECUE') throw new Error(depot)
    return find<number>('SELECT max(id) AS v FROM contribution_fiche WHERE invitation_id = $1', [hashSecret(jeton)])
  }
  const [acceptee, refusee, revoquee, ouverte] = [
    await open('Sam EXEMPLE'),
    await open('Noa EXEMPLE'),
    await open('Lou EXEMPLE'),
    await open('Alix EXEMPLE'),
  ]
  const retenue = await deposit(acceptee, 'La visite a eu lieu.')
  await as(coordination, async () =>
    validateContribution({
      convention,
      fiche,
      contribution: retenue,
      version: 0,
      champs: { suivi: { vu: await readSuivi() } },
      etapes: [],
    }),
  )
  await as(coordination, async () =>
    closeContribution({
      convention,
      fiche,
      contribution: await deposit(refusee, 'Rien de neuf.'),
      version: 0,
      motif: 'Déjà fait.',
    }),
  )
  await as(coordination, () => closeInvitationFiche({ convention, fiche, invitation: hashSecret(revoquee) }))
  await deposit(ouverte, 'Une proposition qui attend sa réponse.')
  return ouverte
}
