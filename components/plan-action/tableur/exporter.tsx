import { ButtonLink } from '@/components/ui/button'
import { buildHrefExport } from './adresses'

const FORMATS = [
  ['xlsx', 'Excel (XLSX)'],
  ['ods', 'LibreOffice (ODS)'],
  ['csv', 'CSV'],
] as const

/** The plan as a file, in the three forms; with the filters of a list when there are some. */
export function ExporterPlan({ slug, parametres }: { slug: string; parametres?: string }) {
  return (
    <div
      className="no-print flex flex-wrap items-center gap-2"
      role="group"
      aria-label="Exporter le plan dans un tableur"
    >
      {parametres === undefined ? null : <span className="text-sm text-muted">Exporter cette vue :</span>}
      {FORMATS.map(([format, label]) => (
        <ButtonLink key={format} href={buildHrefExport(slug, format, parametres)} download size="sm">
          {label}
        </ButtonLink>
      ))}
    </div>
  )
}
