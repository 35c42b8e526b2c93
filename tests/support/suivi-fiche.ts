import pg from 'pg'
import { updateFiche } from '@/lib/plan-action/fiche/actions/fiche'
import { getFiche } from '@/lib/plan-action/fiche/queries'
import type { ChangementsFiche } from '@/lib/plan-action/champs/schema'
import type { ChangementsFil } from '@/lib/plan-action/suivi/types/fil'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase } from './database'
import { createPersonne, type Personne } from './personnes'

/** Day on which the follow-up is tried. */
const TODAY = '2024-06-15'
export const CONVENTION = 'provence-alpes-agglomeration'
export const REF = 'fiche-2-1'

/** A database of its own, the people around one fiche, and what they do there. */
export async function openSuivi() {
  const database = await createTestDatabase()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ id: number }>(
    'SELECT f.id FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 AND f.ref = $2',
    [CONVENTION, REF],
  )
  const fiche = rows[0]?.id ?? 0
  const invite = (type: 'CONSEILLER_CAF' | 'CHARGE_COOPERATION' | 'ELU') =>
    createPersonne(database.ownerUrl, [{ type, convention: CONVENTION }])
  const personnes = {
    conseillere: await invite('CONSEILLER_CAF'),
    collegue: await invite('CONSEILLER_CAF'),
    coordination: await invite('CHARGE_COOPERATION'),
    pilote: await createPersonne(database.ownerUrl, [{ type: 'PILOTE', convention: CONVENTION, fiche: REF }]),
    elue: await invite('ELU'),
    administration: await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }]),
  }
  const as = <T>(personne: Personne, travail: () => Promise<T>): Promise<T> =>
    runAs(personne.session, travail, { today: TODAY })
  async function readVie(personne: Personne, options: { fil?: number; mention?: number } = {}) {
    const lue = await as(personne, () => getFiche({ convention: CONVENTION, ref: REF, ...options }))
    if (!lue.ok) throw new Error(lue.tag)
    return lue.data.vie
  }
  return {
    owner,
    fiche,
    ...personnes,
    as,
    readVie,
    write: (champs: ChangementsFiche, personne = personnes.coordination) =>
      as(personne, () => updateFiche({ convention: CONVENTION, fiche, champs })),
    readChangements: async (personne = personnes.coordination) =>
      (await readVie(personne, { fil: 20 })).fil.evenements.filter(
        (e): e is ChangementsFil => e.genre === 'CHANGEMENT',
      ),
    readPeriode: async () => {
      const lues = await owner.query<{ texte: string | null; debut: string | null; fin: string | null }>(
        'SELECT periode_texte AS texte, periode_debut::text AS debut, periode_fin::text AS fin FROM fiche_action WHERE id = $1',
        [fiche],
      )
      return lues.rows[0] ?? { texte: null, debut: null, fin: null }
    },
    close: async () => {
      await closeClient()
      await owner.end()
      await database.drop()
    },
  }
}

export type Suivi = Awaited<ReturnType<typeof openSuivi>>
