import type { Metadata } from 'next'
import { PageImporter } from '@/components/dossier/import/page-importer'
import { unwrap } from '@/lib/platform/page'
import { getDroitsImport } from '@/lib/utilisateurs/queries'

export const metadata: Metadata = { title: 'Importer un dossier' }

export default async function Page() {
  const { cafs } = unwrap(await getDroitsImport({}), '/importer')
  return <PageImporter cafs={cafs} />
}
