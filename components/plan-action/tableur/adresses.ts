/** Address of the import of a spreadsheet: a file to choose, or one that is under way. */
export function buildHrefImport(
  slug: string,
  parametres: { import?: number; verdict?: string; page?: number; colonnes?: boolean } = {},
): string {
  const query = new URLSearchParams()
  if (parametres.import) query.set('import', String(parametres.import))
  if (parametres.colonnes) query.set('colonnes', '1')
  if (parametres.verdict) query.set('verdict', parametres.verdict)
  if (parametres.page && parametres.page > 1) query.set('page', String(parametres.page))
  return `/conventions/${slug}/plan-action/importer${query.size > 0 ? `?${query}` : ''}`
}

/** Address of the report of an import. */
export const buildHrefRapport = (slug: string, id: number, format: 'xlsx' | 'ods' | 'csv'): string =>
  `/api/conventions/${slug}/plan-action/importer/${id}?format=${format}`

/** Address of the plan as a file. @param parametres canonical query of the list, or none */
export const buildHrefExport = (slug: string, format: 'xlsx' | 'ods' | 'csv', parametres = ''): string =>
  `/api/conventions/${slug}/plan-action/export?format=${format}${parametres === '' ? '' : `&${parametres}`}`
