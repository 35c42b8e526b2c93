import type { EtatPortefeuille, TriPortefeuille } from '@/lib/pilotage/portefeuille/schema'

/** What the address of the portfolio carries; what is absent is the default. */
export interface FiltresAdresse {
  q?: string | undefined
  departement?: string | undefined
  caf?: number | undefined
  etat?: EtatPortefeuille | undefined
  tri?: TriPortefeuille | undefined
  page?: number | undefined
}

/** Address of the portfolio with these filters; those that are undefined are left out. */
export function buildHrefPortefeuille({ tri, page, ...filtres }: FiltresAdresse): string {
  const query = new URLSearchParams()
  for (const [cle, valeur] of Object.entries(filtres)) if (valeur) query.set(cle, String(valeur))
  if (tri && tri !== 'attention') query.set('tri', tri)
  if (page && page > 1) query.set('page', String(page))
  return `/portefeuille${query.size > 0 ? `?${query}` : ''}`
}
