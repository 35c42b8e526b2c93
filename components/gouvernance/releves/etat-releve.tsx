import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/tokens'
import { MOTS_COTE } from '@/lib/competences/words'
import type { CoteAttendu, EtatReleve, VueValidation } from '@/lib/gouvernance/releves/types'
import { MOTS_ETAT_RELEVE } from '@/lib/gouvernance/releves/words'
import { capitalise } from '@/lib/platform/mots'

/** Where focus goes once a button has done its work and left. */
export const ID_ETAT = 'etat-releve'

const TONS: Record<EtatReleve, Tone> = { BROUILLON: 'neutral', A_VALIDER: 'warn', VALIDE: 'ok' }

/** The state of a version of the minutes: colour, shape and words. */
export function EtatDuReleve({ etat }: { etat: EtatReleve }) {
  return <Badge tone={TONS[etat]}>{MOTS_ETAT_RELEVE[etat]}</Badge>
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
          {capitalise(MOTS_COTE[cote])} : validé par {nom}, {quand}
        </li>
      ))}
      {attendus.map(({ cote, noms }) => (
        <li key={cote} className="text-muted">
          {capitalise(MOTS_COTE[cote])} : validation attendue{noms.length > 0 ? ` de ${noms.join(' ou ')}` : ''}
        </li>
      ))}
    </ul>
  )
}
