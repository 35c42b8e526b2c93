import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import type { ConventionLue } from '@/lib/convention/accord/queries'
import { AnnexesEtAvenants, ChronologieEtEvaluation, Clauses, Enjeux, Missions, Source } from './contenus'
import { Dates } from './dates'
import { OngletsConvention } from './onglets'
import { Parties } from './parties'
import { Territoire } from './territoire'

type Vue = ConventionLue & { today: string; exportable: boolean }

/** The convention as signed, read in the order of the document. */
export function PageConvention({ vue, slug }: { vue: Vue; slug: string }) {
  const base = `/conventions/${slug}`
  const readLacune = (sujet: string) => vue.lacunes.find((lacune) => lacune.sujet === sujet)?.raison ?? null
  return (
    <div className="page">
      <PageHeader
        titre="Convention"
        surtitre={vue.nom}
        actions={
          vue.exportable ? (
            <ButtonLink href={`/api/conventions/${slug}/dossier`} download>
              Exporter le dossier
            </ButtonLink>
          ) : null
        }
      >
        <OngletsConvention
          base={base}
          actif="convention"
          equipements={vue.equipements}
          reserves={vue.reserves.length}
        />
      </PageHeader>
      {vue.demonstration ? (
        <Notice tone="info" titre="Convention fictive">
          Tout y est inventé pour la démonstration : territoire, personnes, réunions et mesures.
        </Notice>
      ) : null}
      {vue.presentation ? <p>{vue.presentation}</p> : null}
      <Parties vue={vue} base={base} lacune={readLacune('PARTIES')} />
      <Dates vue={vue} />
      <Territoire vue={vue} lacune={readLacune('TERRITOIRE')} />
      <Enjeux vue={vue} />
      <Clauses vue={vue} />
      <AnnexesEtAvenants vue={vue} today={vue.today} slug={slug} />
      <Missions vue={vue} />
      <ChronologieEtEvaluation vue={vue} />
      <Source vue={vue} />
    </div>
  )
}
