import { formatParametres } from '@/lib/plan-action/liste/rules/filtres'
import type { FiltresPlan } from '@/lib/plan-action/liste/schema/filtres'

/** Address of the plan’s screen with these filters; those that are undefined are left out. */
export function buildHrefPlan(slug: string, filtres: FiltresPlan): string {
  const query = formatParametres(filtres)
  return `/conventions/${slug}/plan-action${query ? `?${query}` : ''}`
}

export const buildHrefFiche = (slug: string, ref: string): string => `/conventions/${slug}/plan-action/${ref}`
