/** Addresses of the versions of a plan: their list, one whole, two compared. */
export const buildHrefVersions = (slug: string): string => `/conventions/${slug}/plan-action/versions`
export const buildHrefLire = (slug: string, numero: number): string => `${buildHrefVersions(slug)}?lire=${numero}`
export const buildHrefComparer = (slug: string, avant: number, apres: number | 'aujourdhui'): string =>
  `${buildHrefVersions(slug)}?avant=${avant}&apres=${apres}`
