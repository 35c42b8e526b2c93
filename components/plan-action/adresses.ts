import type { FiltresPlan } from '@/lib/plan-action/schema'

/** Address of the plan’s screen with these filters; those that are undefined are left out. */
export function buildHrefPlan(slug: string, filtres: FiltresPlan): string {
  const { retard, indicateurs, annee, page, ...textes } = filtres
  const query = new URLSearchParams()
  for (const [cle, valeur] of Object.entries(textes)) if (valeur) query.set(cle, valeur)
  if (retard) query.set('retard', '1')
  if (indicateurs) query.set('indicateurs', indicateurs)
  if (indicateurs && annee) query.set('annee', String(annee))
  if (page && page > 1) query.set('page', String(page))
  return `/conventions/${slug}/plan-action${query.size > 0 ? `?${query}` : ''}`
}

export const buildHrefFiche = (slug: string, ref: string): string => `/conventions/${slug}/plan-action/${ref}`
