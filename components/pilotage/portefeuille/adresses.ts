import type { FiltresAdresse } from '@/lib/pilotage/portefeuille/rules/filtres'

export type { FiltresAdresse }

/** Address of the portfolio with these filters; those that are undefined are left out. */
export function buildHrefPortefeuille({ tri, page, ...filtres }: FiltresAdresse): string {
  const query = new URLSearchParams()
  for (const [cle, valeur] of Object.entries(filtres)) if (valeur) query.set(cle, String(valeur))
  if (tri && tri !== 'attention') query.set('tri', tri)
  if (page && page > 1) query.set('page', String(page))
  return `/portefeuille${query.size > 0 ? `?${query}` : ''}`
}
