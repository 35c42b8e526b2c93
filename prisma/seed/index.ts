import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** The dossiers delivered with the product: five real conventions, and one fictitious. */
export async function listDossiers(): Promise<DossierEcrit[]> {
  const modules = await Promise.all([
    import('./vallee-des-baux-alpilles'),
    import('./golfe-et-etangs'),
    import('./grand-chatellerault'),
    import('./provence-alpes-agglomeration'),
    import('./val-aigo'),
    import('./demonstration'),
  ])
  return modules.map((module) => module.dossier)
}
