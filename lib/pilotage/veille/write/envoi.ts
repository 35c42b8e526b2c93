import 'server-only'
import { z } from 'zod'
import { defineAction, type ContexteEcriture } from '@/lib/platform/action'
import { sendCourriel, type Remise } from '@/lib/platform/serveur/courriel'
import type { Tx } from '@/lib/platform/db'
import { readEnv } from '@/lib/platform/env'
import { succeed } from '@/lib/platform/resultat'
import { readSituation } from '@/lib/pilotage/situation/read/situation'
import { listSuivies } from '../read/suivies'
import { readMentions } from '../read/mentions'
import { buildJetonArret } from './arret'
import { filterSignaux, mergeMentions, type Signal } from '../rules/signaux'
import { formatFrequence, selectNouvelles, type Nouvelles, type Reglage } from '../rules/envoi'
import { buildMessage, formatHtml, formatTexte, type Pied } from '../rules/message'

// No address answers for these: only the worker calls them, in the name of a person, with a session that opens nothing else.

const entree = z.strictObject({ jour: z.iso.date() })

type Contexte = ContexteEcriture<'GENERALE'>

const buildCle = (personne: number, jour: string): string => `veille:${personne}:${jour}`

const readAdresse = (): string => (readEnv().NEXTAUTH_URL ?? 'http://127.0.0.1:3000').replace(/\/+$/, '')

async function readFrequence(tx: Tx): Promise<Reglage> {
  const [reglage] = await tx.$queryRaw<Reglage[]>`SELECT frequence, jour FROM app.mon_reglage_veille()`
  return reglage ?? { frequence: 'JAMAIS', jour: 1 }
}

/** What this person was not told yet, of each convention that their roles are about. */
async function listNouvelles({ tx, acteur, today }: Contexte): Promise<Omit<Nouvelles, 'reste'>[]> {
  const conventions = await listSuivies(tx)
  const dites = await tx.$queryRaw<{ dite: string }[]>`
    SELECT s.convention_id || ' ' || s.cle AS dite FROM signal_veille s JOIN envoi_veille e ON e.id = s.envoi_id
    WHERE s.utilisateur_id = ${acteur.id} AND e.etat <> 'ABANDONNE'`
  const deja = new Set(dites.map(({ dite }) => dite))
  const nouvelles: Omit<Nouvelles, 'reste'>[] = []
  for (const convention of conventions) {
    const { id, slug, nom, roles, fiches } = convention
    const { signaux: tous } = await readSituation(tx, convention, today)
    const signaux: Signal[] = filterSignaux(mergeMentions(tous, await readMentions(tx, id), slug), roles, fiches)
    nouvelles.push({ convention: { id, slug, nom }, signaux: signaux.filter(({ cle }) => !deja.has(`${id} ${cle}`)) })
  }
  return nouvelles
}

/** A message of an earlier day that never left gives way to today’s, which tells what still holds of it. */
async function giveUpEarlier(tx: Tx, personne: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE envoi_veille SET etat = 'ABANDONNE' WHERE id IN (
      SELECT e.id FROM envoi_veille e WHERE e.utilisateur_id = ${personne} AND e.etat = 'A_ENVOYER' FOR UPDATE SKIP LOCKED)`
}

async function writeEnvoi({ tx, acteur }: Contexte, jour: string, nouvelles: readonly Nouvelles[]): Promise<void> {
  const { sujet, texte } = buildMessage(acteur.nom, nouvelles, readAdresse())
  const [envoi] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO envoi_veille (cle, utilisateur_id, jour, sujet, texte) VALUES (${buildCle(acteur.id, jour)}, ${acteur.id}, ${jour}::date, ${sujet}, ${texte}) RETURNING id`
  if (!envoi) throw new Error('message not written')
  const signaux = nouvelles.flatMap(({ convention, signaux: siens }) =>
    siens.map(({ cle, phrase, objet }) => ({ convention: convention.id, cle, phrase: `${objet} : ${phrase}` })),
  )
  await tx.$executeRaw`
    INSERT INTO signal_veille (convention_id, envoi_id, utilisateur_id, cle, phrase)
    SELECT s.convention, ${envoi.id}, ${acteur.id}, s.cle, s.phrase
    FROM jsonb_to_recordset(${JSON.stringify(signaux)}::jsonb) AS s(convention int, cle text, phrase text)
    ON CONFLICT (utilisateur_id, convention_id, cle) DO UPDATE SET envoi_id = excluded.envoi_id, phrase = excluded.phrase`
}

/**
 * Writes down the message of a day, in one transaction with what it tells: once for each person and day, and nothing
 * that was told already. Nothing new, or somebody who wants no message: nothing is written.
 * @returns whether there is a message to send
 */
export const recordEnvoi = defineAction({
  nom: 'recordEnvoi',
  operation: 'veille.envoyer',
  portee: 'GENERALE',
  input: entree,
  effet: async (contexte, { jour }) => {
    const { tx, acteur } = contexte
    const [existant] = await tx.$queryRaw<
      { etat: string }[]
    >`SELECT etat::text FROM envoi_veille WHERE cle = ${buildCle(acteur.id, jour)}`
    if (existant) return succeed({ aEnvoyer: existant.etat === 'A_ENVOYER' })
    if ((await readFrequence(tx)).frequence === 'JAMAIS') return succeed({ aEnvoyer: false })
    await giveUpEarlier(tx, acteur.id)
    const nouvelles = selectNouvelles(await listNouvelles(contexte))
    if (nouvelles.length === 0) return succeed({ aEnvoyer: false })
    await writeEnvoi(contexte, jour, nouvelles)
    return succeed({ aEnvoyer: true })
  },
})

interface EnvoiLu {
  id: number
  cle: string
  sujet: string
  texte: string
}

function send({ acteur }: Contexte, { cle, sujet, texte }: EnvoiLu, reglage: Reglage): Promise<Remise> {
  const adresse = readAdresse()
  const jeton = encodeURIComponent(buildJetonArret(acteur.id))
  const pied: Pied = {
    frequence: formatFrequence(reglage),
    reglage: `${adresse}/compte/veille`,
    arret: `${adresse}/veille/arret/${jeton}`,
  }
  return sendCourriel({
    id: `${cle.replaceAll(':', '.')}@${new URL(adresse).hostname}`,
    destinataire: { nom: acteur.nom, adresse: acteur.email },
    sujet,
    texte: formatTexte(texte, pied),
    html: formatHtml(sujet, texte, pied),
    entetes: {
      // RFC 8058: one click in the mail program stops the messages, without a page.
      'List-Unsubscribe': `<${adresse}/api/veille/arret?jeton=${jeton}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  })
}

export type Sortie = { etat: 'RIEN' | 'ENVOYE' | 'ABANDONNE' } | { etat: 'A_REPRENDRE'; raison: string }

/**
 * Sends the message of a day, then marks it. Its row stays locked meanwhile: nobody else sends it, however long the
 * server takes, and a process that dies lets it go unmarked. What its reader may not read any more, or wants no more,
 * is given up.
 * @param abandon gives it up without trying: the last try has failed
 */
export const closeEnvoi = defineAction({
  nom: 'closeEnvoi',
  operation: 'veille.envoyer',
  portee: 'GENERALE',
  input: entree.extend({ abandon: z.boolean() }),
  effet: async (contexte, { jour, abandon }) => {
    const { tx, acteur } = contexte
    const cle = buildCle(acteur.id, jour)
    const [vu] = await tx.$queryRaw<
      { id: number }[]
    >`SELECT id FROM envoi_veille WHERE cle = ${cle} AND etat = 'A_ENVOYER'`
    if (!vu) return succeed<Sortie>({ etat: 'RIEN' })
    const [envoi] = await tx.$queryRaw<EnvoiLu[]>`
      SELECT id, cle, sujet, texte FROM envoi_veille WHERE cle = ${cle} AND etat = 'A_ENVOYER' FOR UPDATE SKIP LOCKED`
    if (!envoi) return succeed<Sortie>({ etat: 'A_REPRENDRE', raison: 'Envoi en cours ailleurs' })
    const reglage = await readFrequence(tx)
    const [lisible] = await tx.$queryRaw<{ oui: boolean }[]>`SELECT app.envoi_lisible(${envoi.id}) AS oui`
    const remise: Remise =
      abandon || reglage.frequence === 'JAMAIS' || !lisible?.oui
        ? { ok: false, definitif: true, raison: 'Renoncé' }
        : await send(contexte, envoi, reglage)
    if (!remise.ok && !remise.definitif) return succeed<Sortie>({ etat: 'A_REPRENDRE', raison: remise.raison })
    const etat = remise.ok ? 'ENVOYE' : 'ABANDONNE'
    await tx.$executeRaw`
      UPDATE envoi_veille SET etat = ${etat}::etat_envoi, envoye_le = ${remise.ok ? new Date() : null}::timestamptz WHERE id = ${envoi.id}`
    return succeed<Sortie>({ etat })
  },
})
