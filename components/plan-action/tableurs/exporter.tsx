import { ButtonLink } from '@/components/ui/button'
import { buildHrefExport } from './adresses'

const FORMATS = [['xlsx', 'Excel (XLSX)'], ['ods', 'LibreOffice (ODS)'], ['csv', 'CSV']] as const

/** The plan as a file, in the three forms; with the filters of a list when there are some. */
export function ExporterPlan({ slug, parametres }: { slug: string; parametres?: string }) {
  return (
    <div className="flex flex-wrap gap-2">
      {FORMATS.map(([format, label]) => (
        <ButtonLink key={format} href={buildHrefExport(slug, format, parametres)} download size="sm">
          {label}
        </ButtonLink>
      ))}
    </div>
  )
}
