import 'server-only'
import { z } from 'zod'
import { closeSession } from '@/lib/platform/identite/connexion'
import { getClient } from '@/lib/platform/db'
import type { DateCivile } from '@/lib/platform/dates'
import { readEnv } from '@/lib/platform/env'
import { createSecret, hashSecret } from '@/lib/platform/identite/secret'
import { readToday, runAs } from '@/lib/platform/identite/session'
import { forgetTaches, runTaches, type Issue, type Tache } from '@/lib/platform/serveur/taches'
import { closeEnvoi, recordEnvoi } from './envoi'
import { isJourOuvre } from '../read/jours-ouvres'
import { computeDus } from '../rules/envoi'

const GENRE = 'veille'
const DUREE_SESSION_MS = 5 * 60_000

const charge = z.object({ utilisateur: z.int().positive(), jour: z.iso.date() })

/** Works in somebody’s name with a session that opens the reading of a digest and nothing else, ended afterwards. */
async function runAsReader<T>(personne: number, today: DateCivile, travail: () => Promise<T>): Promise<T> {
  const secret = createSecret()
  const expire = new Date(Date.now() + DUREE_SESSION_MS)
  await getClient().$executeRaw`SELECT app.creer_session_veille(${hashSecret(secret)}, ${personne}, ${expire})`
  try {
    return await runAs(secret, travail, { today })
  } finally {
    await closeSession(secret)
  }
}

async function sendVeille(jour: DateCivile): Promise<Issue> {
  const ecrit = await recordEnvoi({ jour })
  // Somebody who left, or was closed, has nothing to be told.
  if (!ecrit.ok) return ecrit.tag === 'NON_CONNECTE' ? { fait: true } : { fait: false, raison: ecrit.message }
  if (!ecrit.data.aEnvoyer) return { fait: true }
  const sorti = await closeEnvoi({ jour, abandon: false })
  if (!sorti.ok) return { fait: false, raison: sorti.message }
  return sorti.data.etat === 'A_REPRENDRE' ? { fait: false, raison: sorti.data.raison } : { fait: true }
}

/** Deposits the digests of a day: once for each person, however many workers do it and however often. */
async function depositVeille(today: DateCivile): Promise<void> {
  const { quotidienne, jours, mensuelle } = computeDus(today, isJourOuvre)
  const essai = readEnv().COPILOTE_DEMONSTRATION === '1'
  await getClient()
    .$executeRaw`SELECT app.deposer_veille(${today}::date, ${quotidienne}, ${jours}::int[], ${mensuelle}, ${essai})`
  await forgetTaches()
}

/**
 * One pass: deposits the digests of the day if asked, then sends what is due. Nothing leaves on a closed day.
 * @returns how many digests were looked at
 */
export async function runVeille({ deposer, signal }: { deposer: boolean; signal?: AbortSignal }): Promise<number> {
  const today = readToday()
  if (!isJourOuvre(today)) return 0
  if (deposer) await depositVeille(today)
  const read = (tache: Tache) => charge.parse(tache.charge)
  return runTaches(
    GENRE,
    async (tache) => {
      const { utilisateur, jour } = read(tache)
      return runAsReader(utilisateur, today, () => sendVeille(jour))
    },
    {
      ...(signal ? { signal } : {}),
      dernier: async (tache) => {
        const { utilisateur, jour } = read(tache)
        await runAsReader(utilisateur, today, () => closeEnvoi({ jour, abandon: true }))
      },
    },
  )
}
