import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import type { RenvoiReunion, VueDecision } from '@/lib/competences/types'
import { formatDateCourte } from '@/lib/platform/dates'
import { Mots } from '../mots-sigles'
import { NATURES_DECISION, readEtatDecision, SUR_OBJET } from './mots'

function Renvoi({ renvoi: { reunion, instance, dateTexte }, base }: { renvoi: RenvoiReunion; base: string }) {
  return (
    <>
      <Mots texte={instance} /> du{' '}
      <Link className="link" href={`${base}/reunions/${reunion}`}>
        {dateTexte}
      </Link>
    </>
  )
}

/** What it changes elsewhere, and whether it has. */
function Effet({ decision: { effet, objet, cible, appliquee } }: { decision: VueDecision }) {
  if (objet === null) return null
  const lien = (
    <Link className="link" href={objet.href}>
      {objet.libelle}
    </Link>
  )
  return (
    <p className="text-sm text-muted">
      {effet === null ? 'À propos de' : SUR_OBJET[effet]} :{' '}
      {cible === null ? (
        lien
      ) : (
        <>
          {cible}, {lien}
        </>
      )}
      {appliquee ? ' (appliquée)' : null}
    </p>
  )
}

function formatSuite({ nature, responsable, echeance, realiseeLe }: VueDecision): string {
  return [
    NATURES_DECISION[nature],
    responsable,
    echeance && `échéance le ${formatDateCourte(echeance)}`,
    realiseeLe && `réalisée le ${formatDateCourte(realiseeLe)}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/**
 * One decision as it reads: what is decided, by whom it is carried, what it changes, and which meetings it answers.
 * @param slug convention it belongs to
 */
export function LigneDecision({ slug, decision }: { slug: string; decision: VueDecision }) {
  const { texte, suivi, decideePar, propositions, enRetard, proposition, etat } = decision
  const { mots, tone } = readEtatDecision(decision)
  const base = `/conventions/${slug}`
  return (
    <div className="grid min-w-0 gap-0.5">
      <p id={`decision-${decision.id}`} tabIndex={-1}>
        {texte}
      </p>
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
        <Badge tone={tone}>{mots}</Badge>
        {enRetard ? <Badge tone="bad">En retard</Badge> : null}
        <span>{formatSuite(decision)}</span>
      </p>
      <Effet decision={decision} />
      {proposition && etat === 'ATTENDUE' && decideePar === null ? (
        <p className="text-sm text-muted">Attend l’instance qui décide.</p>
      ) : null}
      {decideePar ? (
        <p className="text-sm text-muted">
          Tranchée par : <Renvoi renvoi={decideePar} base={base} />
        </p>
      ) : null}
      {propositions.map((renvoi) => (
        <p key={renvoi.reunion} className="text-sm text-muted">
          Sur proposition : <Renvoi renvoi={renvoi} base={base} />
        </p>
      ))}
      {suivi ? <p className="text-sm whitespace-pre-line">Suivi : {suivi}</p> : null}
    </div>
  )
}
