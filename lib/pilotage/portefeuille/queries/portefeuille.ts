import 'server-only'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { defineQuery } from '@/lib/platform/query'
import { readResumes, readSignaux } from '@/lib/pilotage/situation/read/situation'
import { checkCompte, compareUrgences, toLigne, type LigneConvention } from '../rules/lignes'
import { checkTerritoires } from './territoires'
import { computeRepartitions, type Repartition } from '../rules/repartition'
import { filtresPortefeuille, type FiltresPortefeuille, type TriPortefeuille } from '../schema'
import { sqlPortefeuille } from '../sql'
import type { ComptesPortefeuille, ConventionListee, LignePortefeuille } from '@/lib/pilotage/portefeuille/types'

/** Rows on one page. */
export const TAILLE_PAGE = 50
/**
 * Up to this many conventions (a Caf has some forty), all are read and judged, so that what needs attention comes
 * first whatever the page. Beyond, pages follow the end of the conventions, and attention is said page by page.
 */
export const PLAFOND_ATTENTION = 120

export interface VuePortefeuille {
  conventions: LigneConvention[]
  comptes: ComptesPortefeuille & { 'a-traiter': number | null }
  cafs: { id: number; nom: string }[]
  departements: { code: string; nom: string }[]
  /** Rows that answer all the filters. */
  total: number
  page: number
  pages: number
  tri: TriPortefeuille
  /** False beyond the number that can be judged at once. */
  attention: boolean
  /** How all that answers the filters is spread, whatever the page; empty beyond the number that can be judged. */
  repartitions: Repartition[]
  today: DateCivile
  /** Whether the person may look at territories without a convention. */
  territoires: boolean
}

const ORDRES: Record<TriPortefeuille, (a: LigneConvention, b: LigneConvention) => number> = {
  attention: compareUrgences,
  nom: (a, b) => a.nom.localeCompare(b.nom, 'fr'),
  fin: (a, b) => (a.fin ?? '9999').localeCompare(b.fin ?? '9999') || a.nom.localeCompare(b.nom, 'fr'),
}

/** The lines of some conventions, in their order, for who asks. One SQL statement when all are kept; two for who holds other roles. */
export async function toLignes(
  tx: Tx,
  conventions: readonly ConventionListee[],
  today: DateCivile,
): Promise<LigneConvention[]> {
  const resumes = await readResumes(tx, conventions, today)
  const autres = conventions.filter((convention) => {
    const resume = resumes.get(convention.id)
    return resume !== undefined && !checkCompte(convention, resume)
  })
  const signaux = await readSignaux(tx, autres, today)
  return conventions.flatMap((convention) => {
    const resume = resumes.get(convention.id)
    return resume ? [toLigne(convention, resume, signaux.get(convention.id) ?? null)] : []
  })
}

/** What answers the filters, sorted: all of it up to the number that can be judged at once, one page beyond. Two SQL statements. */
export async function readLignes(tx: Tx, filtres: FiltresPortefeuille, today: DateCivile) {
  const [lu] = await tx.$queryRaw<LignePortefeuille[]>(
    sqlPortefeuille(filtres, today, {
      plafond: PLAFOND_ATTENTION,
      taille: TAILLE_PAGE,
      depart: (filtres.page - 1) * TAILLE_PAGE,
    }),
  )
  if (!lu) throw new Error('portfolio without a row')
  const lignes = await toLignes(tx, lu.conventions, today)
  if (lu.filtrees > PLAFOND_ATTENTION) return { ...lu, aTraiter: null, lignes }
  const retenues = filtres.etat === 'a-traiter' ? lignes.filter(({ aTraiter }) => aTraiter) : lignes
  return {
    ...lu,
    aTraiter: lignes.filter(({ aTraiter }) => aTraiter).length,
    lignes: [...retenues].sort(ORDRES[filtres.tri]),
  }
}

/**
 * One’s own conventions, what is urgent first. Two statements beyond opening, whatever their number, when their
 * situations are kept.
 */
export const getPortefeuille = defineQuery({
  nom: 'getPortefeuille',
  operation: 'portefeuille.lire',
  portee: 'GENERALE',
  input: filtresPortefeuille,
  run: async ({ tx, acteur, today }, filtres): Promise<VuePortefeuille> => {
    const { lignes, filtrees, comptes, cafs, departements, aTraiter } = await readLignes(tx, filtres, today)
    const attention = filtrees <= PLAFOND_ATTENTION
    const total = attention ? lignes.length : filtrees
    const pages = Math.max(1, Math.ceil(total / TAILLE_PAGE))
    const page = Math.min(filtres.page, pages)
    return {
      conventions: attention ? lignes.slice((page - 1) * TAILLE_PAGE, page * TAILLE_PAGE) : lignes,
      comptes: {
        ...comptes,
        'a-traiter': filtres.etat === null || filtres.etat === 'a-traiter' ? aTraiter : null,
      },
      cafs,
      departements,
      total,
      page,
      pages,
      attention,
      repartitions: attention ? computeRepartitions(lignes, today) : [],
      today,
      territoires: checkTerritoires(acteur),
      tri: attention || filtres.tri !== 'attention' ? filtres.tri : 'fin',
    }
  },
})
