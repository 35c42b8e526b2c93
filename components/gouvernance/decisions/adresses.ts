import type { FiltresDecisions } from '@/lib/gouvernance/decisions/schema/filtres'

/** Address of the register with these filters; those that are undefined are left out. */
export function buildHrefDecisions(slug: string, { page, ...filtres }: Partial<FiltresDecisions>): string {
  const query = new URLSearchParams()
  for (const [cle, valeur] of Object.entries(filtres)) if (valeur) query.set(cle, String(valeur))
  if (page && page > 1) query.set('page', String(page))
  return `/conventions/${slug}/decisions${query.size > 0 ? `?${query}` : ''}`
}
