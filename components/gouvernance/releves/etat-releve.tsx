import { Badge } from '@/components/ui/badge'
import { NOM_COTE } from '@/lib/gouvernance/releves/rules/validation'
import type { CoteAttendu, EtatReleve, VueValidation } from '@/lib/gouvernance/releves/types'
import { capitalise } from '@/lib/platform/mots'

/** Where focus goes once a button has done its work and left. */
export const ID_ETAT = 'etat-releve'

const ETATS = {
  BROUILLON: { mots: 'brouillon', tone: 'neutral' },
  A_VALIDER: { mots: 'à valider', tone: 'warn' },
  VALIDE: { mots: 'validé', tone: 'ok' },
} as const

/** The state of a version of the minutes: colour, shape and words. */
export function EtatDuReleve({ etat }: { etat: EtatReleve }) {
  const { mots, tone } = ETATS[etat]
  return <Badge tone={tone}>{mots}</Badge>
}

/** Who validated and when, then who is awaited. */
export function Validations({
  validations,
  attendus,
}: {
  validations: readonly VueValidation[]
  attendus: readonly CoteAttendu[]
}) {
  if (validations.length + attendus.length === 0) return null
  return (
    <ul className="grid gap-1">
      {validations.map(({ cote, nom, quand }) => (
        <li key={cote}>
          {capitalise(NOM_COTE[cote])} : validé par {nom}, {quand}
        </li>
      ))}
      {attendus.map(({ cote, noms }) => (
        <li key={cote} className="text-muted">
          {capitalise(NOM_COTE[cote])} : validation attendue{noms.length > 0 ? ` de ${noms.join(' ou ')}` : ''}
        </li>
      ))}
    </ul>
  )
}
