import { TracesDecision } from '@/components/gouvernance/decisions/traces'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import { ChoiceCards } from '@/components/ui/tabs'
import { ButtonLink } from '@/components/ui/button'
import { toSchemaRegle, type SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import type { TraceDecision } from '@/lib/competences/types'
import type { PorteurPossible, ThemePossible } from '@/lib/cooperation/schemas/types/choix'
import type { ReserveEtp } from '@/lib/cooperation/schemas/queries'
import { computeEquilibre, type DifferenceSchema } from '@/lib/cooperation/schemas/rules/equilibre'
import type { LigneEffectif } from '@/lib/cooperation/postes/rules/pourvu'
import { formatCompte } from '@/lib/platform/typographie'
import { ChangerEtat } from './changer-etat'
import { DernierJour } from './dernier-jour'
import { Comparaison, Cout, Differences, Evolution, Pourvu, TableauCroise } from './complements'
import { ComparerDeux, type ChoixComparaison } from './complements-comparer'
import { EditeurSchema } from './editeur'
import { LectureSchema } from './lecture-schema'
import { formatNoteSchema, formatPeriode } from '@/components/cooperation/mots'
import { NouveauSchema } from './nouveau-schema'
import { OngletsEtp } from '@/components/cooperation/onglets'
import { SommesSchema } from './sommes'
import { formatOuVide } from './table-marge'

export interface VueEtp {
  nom: string
  schemas: SchemaLu[]
  choisi: SchemaLu | null
  precedent: SchemaLu | null
  differences: DifferenceSchema[]
  trous: string | null
  chevauchements: string[]
  couts: { montant: string; source: string; indicatif: boolean }[]
  reserves: ReserveEtp[]
  lacune: string | null
  effectifs: LigneEffectif[]
  traces: TraceDecision[]
  porteurs: PorteurPossible[]
  themes: ThemePossible[]
  modifiable: boolean
}

/** Agreed ETP: the schémas of the convention, the balance of the one shown, its two margins. */
export function PageEtp({ vue, slug, comparer }: { vue: VueEtp; slug: string; comparer: ChoixComparaison | null }) {
  const base = `/conventions/${slug}/etp`
  const { choisi, schemas } = vue
  return (
    <div className="page">
      <PageHeader
        titre="ETP de coopération"
        surtitre={vue.nom}
        actions={
          <>
            {schemas.length > 1 ? (
              <ButtonLink href={comparer ? base : `${base}?vue=comparer`}>
                {comparer ? 'Voir un schéma' : 'Comparer les schémas'}
              </ButtonLink>
            ) : null}
            {vue.modifiable ? (
              <NouveauSchema
                slug={slug}
                modeles={schemas.map(({ id, libelle }) => ({ id, libelle }))}
                porteurs={vue.porteurs}
              />
            ) : null}
          </>
        }
      >
        <OngletsEtp convention={slug} actif="schemas" />
        {schemas.length > 0 ? (
          <ChoiceCards
            label="Schémas de coopération"
            cards={schemas.map((schema) => ({
              href: `${base}?schema=${schema.ref}`,
              surtitre: formatPeriode(schema),
              valeur: `${formatOuVide(schema.total)} ETP`,
              note: formatNoteSchema(schema, vue.modifiable),
              actif: comparer === null && schema.id === choisi?.id,
            }))}
          />
        ) : null}
      </PageHeader>
      {vue.trous === null ? null : <Notice tone="neutral">{vue.trous}</Notice>}
      {vue.chevauchements.map((phrase) => (
        <Notice key={phrase} tone="warn">
          {phrase}
        </Notice>
      ))}
      {choisi === null ? (
        <Panneau label="Schémas">
          <EmptyState
            titre="Aucun schéma de coopération"
            pourquoi={vue.lacune ?? 'Aucun ETP de chargé de coopération n’est saisi.'}
            suite={vue.modifiable ? <NouveauSchema slug={slug} modeles={[]} porteurs={vue.porteurs} /> : undefined}
          />
        </Panneau>
      ) : comparer ? (
        <>
          <ComparerDeux schemas={schemas} choisi={choisi} choix={comparer} base={base} />
          <Comparaison schemas={schemas} />
        </>
      ) : (
        <SchemaChoisi vue={vue} choisi={choisi} slug={slug} />
      )}
    </div>
  )
}

function SchemaChoisi({ vue, choisi, slug }: { vue: VueEtp; choisi: SchemaLu; slug: string }) {
  const equilibre = computeEquilibre(toSchemaRegle(choisi))
  const reserves = vue.reserves.filter((reserve) => reserve.ref === choisi.ref)
  const edition = vue.modifiable && choisi.etat === 'BROUILLON'
  return (
    <>
      {edition ? null : <SommesSchema equilibre={equilibre} schema={choisi} porteurs={vue.porteurs} />}
      {vue.traces.length > 0 ? (
        <p>
          <TracesDecision slug={slug} traces={vue.traces} />
        </p>
      ) : null}
      {vue.modifiable ? <ChangerEtat schema={choisi} slug={slug} /> : null}
      {vue.modifiable && choisi.etat !== 'BROUILLON' && choisi.fin === null && choisi.debut !== null ? (
        <DernierJour schema={choisi} slug={slug} />
      ) : null}
      {reserves.length > 0 ? (
        <Notice tone="warn">
          <details>
            <summary>{formatCompte(reserves.length, 'lecture à confirmer', 'lectures à confirmer')}</summary>
            <ul className="rows">
              {reserves.map((reserve) => (
                <li key={reserve.raison}>
                  {reserve.champ ? <span className="text-muted">{reserve.champ} : </span> : null}
                  {reserve.raison}
                </li>
              ))}
            </ul>
          </details>
        </Notice>
      ) : null}
      <Pourvu effectifs={vue.effectifs} />
      {edition ? (
        <EditeurSchema
          key={choisi.id}
          schema={choisi}
          precedent={vue.precedent}
          slug={slug}
          porteurs={vue.porteurs}
          themes={vue.themes}
        />
      ) : (
        <LectureSchema schema={choisi} precedent={vue.precedent} equilibre={equilibre} />
      )}
      {edition ? null : (
        <>
          <Evolution schema={choisi} equilibre={equilibre} />
          <TableauCroise schema={choisi} equilibre={equilibre} />
        </>
      )}
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Differences differences={vue.differences} precedent={vue.precedent} />
        <Cout schema={choisi} precedent={vue.precedent} couts={vue.couts} />
      </div>
      {choisi.note ? <p className="text-sm whitespace-pre-line text-muted">{choisi.note}</p> : null}
      {choisi.source && choisi.existant === null ? (
        <p className="text-sm whitespace-pre-line text-muted">Source : {choisi.source}</p>
      ) : null}
    </>
  )
}
