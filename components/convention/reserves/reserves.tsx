import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import { OngletsConvention } from '@/components/convention/accord/onglets'
import { CIBLES } from '@/lib/convention/reserves/words'
import type { ReserveLue } from '@/lib/convention/reserves/queries'
import { formatDateCourte, todayParis } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import { LeverReserve, RouvrirReserve } from './lever-reserve'

function Reserve({ reserve, slug, modifiable }: { reserve: ReserveLue; slug: string; modifiable: boolean }) {
  return (
    <li>
      <p className="m-0 text-sm text-muted">
        {CIBLES[reserve.cibleType] ?? reserve.cibleType}
        {reserve.cible ? ` · ${reserve.cible}` : ''}
      </p>
      <p className="m-0">{reserve.raison}</p>
      {reserve.citation ? <p className="m-0 text-sm">Écrit : « {reserve.citation} »</p> : null}
      {reserve.lecture ? <p className="m-0 text-sm">Lu : {reserve.lecture}</p> : null}
      {reserve.leveeLe ? (
        <p className="m-0 text-sm">
          Confirmé le {formatDateCourte(todayParis(new Date(reserve.leveeLe)))} : {reserve.conclusion}
        </p>
      ) : null}
      {modifiable ? (
        reserve.leveeLe ? (
          <RouvrirReserve reserve={reserve} slug={slug} />
        ) : (
          <LeverReserve reserve={reserve} slug={slug} />
        )
      ) : null}
    </li>
  )
}

/** Everything to confirm in one list: what is written, how it was read, why it must be checked. */
export function PageReserves({
  vue,
  slug,
  nom,
}: {
  vue: { reserves: ReserveLue[]; modifiable: boolean }
  slug: string
  nom: string
}) {
  const ouvertes = vue.reserves.filter((reserve) => reserve.leveeLe === null)
  const levees = vue.reserves.filter((reserve) => reserve.leveeLe !== null)
  return (
    <div className="page">
      <PageHeader titre="À confirmer" surtitre={nom}>
        <OngletsConvention base={`/conventions/${slug}`} actif="a-confirmer" reserves={ouvertes.length} />
      </PageHeader>
      <Panneau
        titre={formatCompte(ouvertes.length, 'lecture à confirmer', 'lectures à confirmer')}
        sousTitre="Le document est ambigu, incomplet ou se contredit : rien n’a été corrigé en silence."
      >
        {ouvertes.length === 0 ? (
          <EmptyState titre="Tout est confirmé" pourquoi="Aucune lecture du document ne reste douteuse." />
        ) : (
          <ul className="rows">
            {ouvertes.map((reserve) => (
              <Reserve key={reserve.id} reserve={reserve} slug={slug} modifiable={vue.modifiable} />
            ))}
          </ul>
        )}
      </Panneau>
      {levees.length > 0 ? (
        <Panneau titre="Déjà confirmées">
          <ul className="rows">
            {levees.map((reserve) => (
              <Reserve key={reserve.id} reserve={reserve} slug={slug} modifiable={vue.modifiable} />
            ))}
          </ul>
        </Panneau>
      ) : null}
    </div>
  )
}
