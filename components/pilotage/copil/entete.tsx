import { Badge } from '@/components/ui/badge'
import { Button, ButtonLink } from '@/components/ui/button'
import { IconDownload, IconPrinter } from '@/components/ui/icons'
import { PageHeader } from '@/components/ui/page-header'
import { TimeBar } from '@/components/ui/mesure/time-bar'
import type { EcranCopil } from './ecran'

/** Head of the dashboard: which convention, whose, and where it stands in its time. */
export function EnteteCopil({ entete, base }: { entete: EcranCopil['entete']; base: string }) {
  const { nom, surtitre, demonstration, temps, phase, exportable } = entete
  return (
    <PageHeader
      titre={nom}
      surtitre={surtitre}
      actions={
        <>
          {exportable ? (
            <ButtonLink href={`/api${base}/dossier`} download icon={<IconDownload />}>
              Exporter
            </ButtonLink>
          ) : null}
          <Button icon={<IconPrinter />} onClick={() => window.print()}>
            Imprimer
          </Button>
        </>
      }
    >
      {demonstration ? (
        <p className="mb-2">
          <Badge tone="info">Convention fictive, pour la démonstration</Badge>
        </p>
      ) : null}
      {temps ? <TimeBar {...temps} label="Convention" /> : null}
      {phase ? <p className="text-sm text-muted">{phase}</p> : null}
    </PageHeader>
  )
}
