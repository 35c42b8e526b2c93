import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { Popover } from '@/components/ui/flottant/popover'
import type { EtatSuivi } from '@/lib/convention/phase/rules/suivi'
import type { VueInstance, VueReserve } from '@/lib/gouvernance/instances/types/ecran'
import { ETATS } from '@/components/gouvernance/mots'
import { Mots } from '@/components/gouvernance/mots-sigles'

/** The state of a frequency: colour, shape and words. */
export function EtatFrequence({ etat }: { etat: EtatSuivi }) {
  const { mots, tone } = ETATS[etat]
  return <Badge tone={tone}>{mots}</Badge>
}

/** A sentence as the convention writes it. */
function Citation({ texte }: { texte: string }) {
  return (
    <>
      « 
      <Mots texte={texte} />
       »
    </>
  )
}

/** One doubtful reading: what is written, how it was read, why it must be confirmed. */
export function Reserve({ reserve }: { reserve: VueReserve }) {
  const { champ, citation, lecture, raison } = reserve
  return (
    <div className="grid gap-1">
      {champ ? <p className="font-semibold">{champ}</p> : null}
      <p>{raison}</p>
      {citation ? (
        <p className="text-sm text-muted">
          Écrit : <Citation texte={citation} />
        </p>
      ) : null}
      {lecture ? <p className="text-sm text-muted">Lu : {lecture}</p> : null}
    </div>
  )
}

/** Small mark beside what is doubtful; it opens on the reasons. */
export function AConfirmer({
  reserves,
  sujet,
  base,
}: {
  reserves: readonly VueReserve[]
  sujet: string
  base: string
}) {
  if (reserves.length === 0) return null
  return (
    <Popover
      className="badge tone-warn cursor-pointer hover:underline pointer-coarse:min-h-11"
      align="start"
      trigger="à confirmer"
      label={`À confirmer, ${sujet} : lire pourquoi`}
    >
      <div className="grid gap-3 p-2 text-sm">
        {reserves.map((reserve) => (
          <Reserve key={reserve.raison} reserve={reserve} />
        ))}
        <Link className="link" href={`${base}/convention/a-confirmer`}>
          Toutes les lectures à confirmer
        </Link>
      </div>
    </Popover>
  )
}

/** The rule in words, then as the convention writes it. */
export function Regle({ instance, base }: { instance: VueInstance; base: string }) {
  const { regleTexte, precisions, source, evenement, reservesRegle, sansFrequence, nom } = instance
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span>{sansFrequence ? 'Fréquence non précisée' : regleTexte}</span>
        <AConfirmer reserves={reservesRegle} sujet={`fréquence de ${nom}`} base={base} />
      </div>
      {source ? (
        <p className="text-sm text-muted">
          <Citation texte={source} />
        </p>
      ) : null}
      {precisions.map((precision) => (
        <p key={precision} className="text-sm text-muted">
          {precision}
        </p>
      ))}
      {evenement ? <p className="text-sm text-muted">En lien avec : {evenement}</p> : null}
    </div>
  )
}
