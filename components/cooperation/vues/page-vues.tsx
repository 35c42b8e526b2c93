import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import { ChoiceCards, Tabs } from '@/components/ui/tabs'
import type { NomVue } from '@/lib/cooperation/vues/schema'
import type { VueVues } from '@/lib/cooperation/vues/types'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatNoteSchema, formatPeriode } from '../mots'
import { OngletsEtp } from '../onglets'
import { formatOuVide } from '@/components/cooperation/schemas/table-marge'
import { buildAdresse, type LieuVues } from './adresses'
import { ParCommune } from './par-commune'
import { ParThematique } from './par-thematique'
import { ImageSchema } from './image-schema'
import { DansLeTemps } from './temps'

const TITRES: { vue: NomVue; label: string }[] = [
  { vue: 'communes', label: 'Par commune' },
  { vue: 'thematiques', label: 'Par thématique' },
  { vue: 'temps', label: 'Dans le temps' },
]

function ChoixSchema({ donnees, lieu, commune }: { donnees: VueVues; lieu: LieuVues; commune: string | null }) {
  return (
    <ChoiceCards
      label="Schémas de coopération"
      cards={donnees.schemas.map((schema) => ({
        href: buildAdresse({ ...lieu, schema: schema.ref }, commune ?? undefined),
        surtitre: formatPeriode(schema),
        valeur: `${formatOuVide(schema.total)} ETP`,
        note: formatNoteSchema(schema, donnees.redacteur),
        actif: schema.id === donnees.schema?.id,
      }))}
    />
  )
}

function Corps({ donnees, lieu, commune }: { donnees: VueVues; lieu: LieuVues; commune: string | null }) {
  const { schema, totaux, marges, communes, thematiques, date } = donnees
  if (lieu.vue === 'temps') return <DansLeTemps temps={donnees.temps} lieu={lieu} />
  if (!schema || !totaux || !marges || !communes || !thematiques) {
    return (
      <Panneau label="Schéma">
        <EmptyState
          titre="Aucun schéma de coopération"
          pourquoi={
            donnees.lacune ??
            'Aucun ETP de chargé de coopération n’est saisi : il n’y a rien à montrer par commune ni par thématique.'
          }
        />
      </Panneau>
    )
  }
  return (
    <>
      <ChoixSchema donnees={donnees} lieu={lieu} commune={commune} />
      <p className="text-sm text-muted">
        Qui est en poste est dit au {formatDateCourte(date)}
        {date === donnees.today ? ', aujourd’hui' : ', jour du schéma le plus proche d’aujourd’hui'}.
      </p>
      {lieu.vue === 'communes' ? (
        <ParCommune vue={communes} schema={schema} marge={marges.PORTEUR} date={date} lieu={lieu} commune={commune} />
      ) : (
        <ParThematique vue={thematiques} schema={schema} date={date} />
      )}
      <ImageSchema schema={schema} totaux={totaux} marges={marges} partage={thematiques.partage} date={date} />
    </>
  )
}

/** The ETP of a territory, read by commune, by thématique and through time. */
export function PageVues({
  donnees,
  slug,
  vue,
  commune,
}: {
  donnees: VueVues
  slug: string
  vue: NomVue
  commune: string | null
}) {
  const lieu: LieuVues = { slug, vue, schema: donnees.schema?.ref ?? null }
  return (
    <div className="page">
      <PageHeader titre="ETP par commune et thématique" surtitre={donnees.nom}>
        <OngletsEtp convention={slug} actif="vues" />
      </PageHeader>
      <Tabs
        label="Manières de voir les ETP"
        tabs={TITRES.map(({ vue: autre, label }) => ({
          label,
          href: buildAdresse({ ...lieu, vue: autre }),
          actif: autre === vue,
        }))}
      />
      <Corps donnees={donnees} lieu={lieu} commune={commune} />
    </div>
  )
}
