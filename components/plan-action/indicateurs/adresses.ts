import type { FiltresGrille } from '@/lib/plan-action/indicateurs/schema'

/** Address of the grid with these filters; those that say nothing are left out. */
export function buildHrefGrille(slug: string, { pas, annee, page, ...textes }: FiltresGrille): string {
  const query = new URLSearchParams()
  for (const [cle, valeur] of Object.entries(textes)) if (valeur) query.set(cle, valeur)
  if (pas && pas !== 'an') query.set('pas', pas)
  if (annee) query.set('annee', String(annee))
  if (page && page > 1) query.set('page', String(page))
  return `/conventions/${slug}/indicateurs${query.size > 0 ? `?${query}` : ''}`
}

export const buildHrefIndicateur = (slug: string, ref: string): string => `/conventions/${slug}/indicateurs/${ref}`
export const buildHrefNouvelIndicateur = (slug: string, fiche: string | null): string =>
  `/conventions/${slug}/indicateurs/nouveau${fiche ? `?fiche=${fiche}` : ''}`
