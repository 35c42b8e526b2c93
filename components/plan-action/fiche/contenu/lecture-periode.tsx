import { Badge } from '@/components/ui/badge'
import { checkAccordPeriode, type ContextePeriode } from '@/lib/plan-action/periode/rules/periode'
import type { ValeursFiche } from '@/lib/plan-action/champs/schema'
import { capitalise } from '@/lib/platform/mots'

/** What is read of the words, and whether the bounds say the same. */
export function LecturePeriode({
  periode,
  contexte,
}: {
  periode: ValeursFiche['periode']
  contexte: ContextePeriode | null
}) {
  const accord = checkAccordPeriode(periode, contexte)
  if (accord.etat === 'VIDE') return null
  if (accord.etat === 'SANS_MOTS') return <>Dates données sans les mots du document.</>
  if (accord.etat === 'A_PRECISER') {
    return (
      <>
        {accord.bornes ? null : (
          <>
            <Badge tone="warn">à préciser</Badge>{' '}
          </>
        )}
        {accord.bornes ? `Dates données à la main, car ${accord.raison}.` : `${capitalise(accord.raison)}.`}
      </>
    )
  }
  return (
    <>
      Lu : {accord.lecture}
      {accord.etat === 'CORRIGEE' ? (
        <>
          {' '}
          ; <Badge tone="info">corrigé</Badge>
        </>
      ) : (
        '.'
      )}
      {accord.nonLu ? <> Sans date : « {accord.nonLu} ».</> : null}
    </>
  )
}
