import 'server-only'
import type { DateCivile } from '@/lib/platform/dates'
import { sqlInstancesSuivies, type InstanceDeConvention } from '@/lib/gouvernance/frequence/sql'
import type { Tx } from '@/lib/platform/db'
import { defineQuery } from '@/lib/platform/query'
import { readLigne, type LigneConvention } from '../read'
import { checkTerritoires } from './territoires'
import { computeRepartitions, type Repartition } from '../rules/repartition'
import { filtresPortefeuille, type FiltresPortefeuille, type TriPortefeuille } from '../schema'
import { sqlPortefeuille, type ComptesPortefeuille, type LignePortefeuille } from '../sql'

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
  attention: (a, b) => b.poids - a.poids || a.nom.localeCompare(b.nom, 'fr'),
  nom: (a, b) => a.nom.localeCompare(b.nom, 'fr'),
  fin: (a, b) => (a.fin ?? '9999').localeCompare(b.fin ?? '9999') || a.nom.localeCompare(b.nom, 'fr'),
}

async function readConventions(tx: Tx, filtres: FiltresPortefeuille, today: DateCivile) {
  const [lu] = await tx.$queryRaw<LignePortefeuille[]>(
    sqlPortefeuille(filtres, today, {
      plafond: PLAFOND_ATTENTION,
      taille: TAILLE_PAGE,
      depart: (filtres.page - 1) * TAILLE_PAGE,
    }),
  )
  if (!lu) throw new Error('portfolio without a row')
  const ids = lu.conventions.map(({ id }) => id)
  const instances = ids.length === 0 ? [] : await tx.$queryRaw<InstanceDeConvention[]>(sqlInstancesSuivies(ids, today))
  const parConvention = new Map(ids.map((id): [number, InstanceDeConvention[]] => [id, []]))
  for (const instance of instances) parConvention.get(instance.convention)?.push(instance)
  return {
    ...lu,
    lignes: lu.conventions.map((comptee) => readLigne(comptee, parConvention.get(comptee.id) ?? [], today)),
  }
}

/** One’s own conventions, what needs attention first. Two statements beyond opening, whatever their number. */
export const getPortefeuille = defineQuery({
  nom: 'getPortefeuille',
  operation: 'portefeuille.lire',
  portee: 'GENERALE',
  input: filtresPortefeuille,
  run: async ({ tx, acteur, today }, filtres): Promise<VuePortefeuille> => {
    const { lignes, filtrees, comptes, cafs, departements } = await readConventions(tx, filtres, today)
    const attention = filtrees <= PLAFOND_ATTENTION
    const aTraiter = lignes.filter((ligne) => ligne.aTraiter)
    const retenues = attention && filtres.etat === 'a-traiter' ? aTraiter : lignes
    const total = attention ? retenues.length : filtrees
    const pages = Math.max(1, Math.ceil(total / TAILLE_PAGE))
    const page = Math.min(filtres.page, pages)
    return {
      conventions: attention
        ? retenues.sort(ORDRES[filtres.tri]).slice((page - 1) * TAILLE_PAGE, page * TAILLE_PAGE)
        : retenues,
      comptes: {
        ...comptes,
        'a-traiter': attention && (filtres.etat === null || filtres.etat === 'a-traiter') ? aTraiter.length : null,
      },
      cafs,
      departements,
      total,
      page,
      pages,
      attention,
      repartitions: attention ? computeRepartitions(retenues, today) : [],
      today,
      territoires: checkTerritoires(acteur),
      tri: attention || filtres.tri !== 'attention' ? filtres.tri : 'fin',
    }
  },
})
