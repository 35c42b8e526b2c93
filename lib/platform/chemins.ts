/** Addresses to refresh once something is written: one function per object, given to `revalidate`. */

interface Ecrit {
  /** slug of the convention that was written in */
  convention: string | null
}

const sous =
  (suite: string) =>
  ({ convention }: Ecrit): string[] => [`/conventions/${convention}${suite}`]

/** Everything that shows a convention. */
export const refreshConvention = sous('')
/** A convention, and the portfolio that counts what is due in it. */
export const refreshConventionEtPortefeuille = (ecrit: Ecrit): string[] => [
  ...refreshConvention(ecrit),
  ...refreshPortefeuille(),
]
export const refreshEtp = sous('/etp')
export const refreshActivite = sous('/etp/activite')
export const refreshAfas = sous('/etp/afas')
export const refreshPlan = sous('/plan-action')
export const refreshPortefeuille = (): string[] => ['/portefeuille']
export const refreshAdministration = (): string[] => ['/administration']
export const refreshAbonnement = (): string[] => ['/compte/calendrier']
export const refreshReglageVeille = (): string[] => ['/compte/veille']
