import type { NomVue } from '@/lib/cooperation/vues/schema'

export interface LieuVues {
  slug: string
  vue: NomVue
  /** Reference of the schéma in view; null when the convention has none. */
  schema: string | null
}

/** The address of a view: what is looked at, in which schéma, and the commune. */
export function buildAdresse({ slug, vue, schema }: LieuVues, commune?: string): string {
  const parts = new URLSearchParams({ vue, ...(schema ? { schema } : {}), ...(commune ? { commune } : {}) })
  return `/conventions/${slug}/etp/vues?${parts.toString()}`
}
