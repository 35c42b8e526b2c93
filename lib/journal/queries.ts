import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Tx } from '@/lib/platform/db'
import { defineQuery } from '@/lib/platform/query'
import { identifiant, slugConvention } from '@/lib/platform/saisie'
import { VOIX } from './rules/auteur'
import { buildGeste } from './rules/faits'
import { toCle } from './rules/noms'
import type { Colonnes, GesteJournal, Noms } from './types'
import { LIENS } from './words/liens'
import { COLONNES_NOM } from './words/noms'

const TAILLE_PAGE_JOURNAL = 40
/** Lines of one kind read of one gesture: the others are counted. */
const LIGNES_PAR_GESTE = 30

interface PageLue {
  gestes: GesteJournal[] | null
  objets: { objet: string; nombre: number }[] | null
}

interface DemandePage {
  conventionId: number
  objet: string | undefined
  /** the gesture that the page starts before */
  avant: number | undefined
}

/**
 * One page of gestures, latest first, and how many lines there are by table. One transaction is one gesture: its lines
 * share their instant, their author and their operation.
 */
async function readPage(tx: Tx, { conventionId, objet, avant }: DemandePage): Promise<PageLue> {
  const siens = Prisma.sql`j.convention_id = ${conventionId} ${objet ? Prisma.sql`AND j.objet = ${objet}` : Prisma.empty}`
  const [lue] = await tx.$queryRaw<PageLue[]>`
    WITH page AS (
      SELECT j.instant, j.utilisateur_id, j.operation, min(j.id) AS premiere, max(j.id) AS derniere FROM journal j WHERE ${siens}
      GROUP BY 1, 2, 3 ${avant ? Prisma.sql`HAVING max(j.id) < ${avant}` : Prisma.empty} ORDER BY max(j.id) DESC LIMIT ${TAILLE_PAGE_JOURNAL + 1}),
    lues AS (
      SELECT p.derniere, j.id, j.objet, j.objet_id, j.libelle, j.avant, j.apres, j.motif, (count(*) OVER g)::int AS nombre, row_number() OVER (PARTITION BY p.derniere, j.objet, j.avant IS NULL, j.apres IS NULL ORDER BY j.id) AS rang
      FROM page p JOIN journal j ON ${siens} AND j.id BETWEEN p.premiere AND p.derniere AND j.instant = p.instant AND j.operation = p.operation
        AND j.utilisateur_id IS NOT DISTINCT FROM p.utilisateur_id
      WINDOW g AS (PARTITION BY p.derniere, j.objet, j.avant IS NULL, j.apres IS NULL))
    SELECT (SELECT jsonb_agg(jsonb_build_object('id', p.derniere, 'instant', to_char(p.instant AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI'),
          'auteurId', p.utilisateur_id, 'operation', p.operation, 'lignes', (
            SELECT jsonb_agg(jsonb_build_object('id', l.id, 'objet', l.objet, 'objetId', l.objet_id, 'libelle', l.libelle, 'avant', l.avant, 'apres', l.apres,
              'motif', l.motif, 'nombre', l.nombre) ORDER BY l.id) FROM lues l WHERE l.derniere = p.derniere AND l.rang <= ${LIGNES_PAR_GESTE})) ORDER BY p.derniere DESC) FROM page p) AS gestes,
      (SELECT jsonb_agg(jsonb_build_object('objet', o.objet, 'nombre', o.nombre) ORDER BY o.nombre DESC, o.objet) FROM (
        SELECT j.objet, count(*)::int AS nombre FROM journal j WHERE j.convention_id = ${conventionId} GROUP BY 1) o) AS objets`
  return lue ?? { gestes: null, objets: null }
}

/** The rows that these gestures are about and lead to, as far as who asks may read them, and for which side each author speaks. */
async function readNoms(tx: Tx, conventionId: number, gestes: readonly GesteJournal[]): Promise<Noms> {
  if (gestes.length === 0) return new Map()
  const lignes = gestes.flatMap((geste) => geste.lignes.map(({ id }) => id))
  const auteurs = [...new Set(gestes.flatMap(({ auteurId }) => auteurId ?? []))]
  const lus = await tx.$queryRaw<{ objet: string; cle: string; ligne: Colonnes | null }[]>`
    SELECT n.objet, n.cle, n.ligne FROM app.nommer_lignes(${conventionId}::int, ${lignes}::int[], ${JSON.stringify(LIENS)}::jsonb, ${[...COLONNES_NOM]}::text[]) n
    UNION ALL SELECT ${VOIX}, v.utilisateur_id::text, jsonb_build_object('type', v.type) FROM app.voix_du_journal(${conventionId}::int, ${auteurs}::int[]) v`
  return new Map(lus.map(({ objet, cle, ligne }) => [toCle(objet, cle), ligne ?? {}]))
}

/** Who did what to what, in sentences; latest first. One page is found by the gesture it starts before. */
export const getJournal = defineQuery({
  nom: 'getJournal',
  operation: 'journal.lire',
  portee: 'CONVENTION',
  input: z.strictObject({
    convention: slugConvention,
    objet: z.string().max(40).optional(),
    avant: identifiant.optional(),
  }),
  run: async ({ tx, convention }, { objet, avant }) => {
    const page = await readPage(tx, { conventionId: convention.id, objet, avant })
    const lus = page.gestes ?? []
    const gestes = lus.slice(0, TAILLE_PAGE_JOURNAL)
    const noms = await readNoms(tx, convention.id, gestes)
    return {
      nom: convention.nom,
      gestes: gestes.flatMap((geste) => buildGeste(geste, noms) ?? []),
      objets: page.objets ?? [],
      suivante: lus.length > TAILLE_PAGE_JOURNAL ? (gestes.at(-1)?.id ?? null) : null,
    }
  },
})
