'use client'

import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SaveStatus } from '@/components/ui/saisie/save-status'
import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import type { ChampFiche } from '@/lib/plan-action/champs/schema'
import { formatDateCourte, todayParis } from '@/lib/platform/dates'
import { formatMinuteParis } from '@/lib/platform/heures'
import type { EditionFiche } from './use-edition'

interface Props {
  edition: EditionFiche
  /** only what concerns these fields */
  champs?: readonly ChampFiche[]
}

/** « Enregistré à 14 h 05 », « Annuler », « Réessayer »: where a save stands. Keep it mounted so that it is heard. */
export function BarreEdition({ edition, champs }: Props) {
  const concerne = !champs || champs.some((champ) => edition.concernes.has(champ))
  const annulable = edition.annulable && (!champs || champs.some((champ) => edition.annules.has(champ)))
  const { etat } = edition
  return (
    <div className="no-print flex min-h-8 flex-wrap items-center gap-3">
      <SaveStatus {...(concerne && !(etat.state === 'error' && edition.conflit) ? etat : { state: 'idle' })} />
      {annulable && (etat.state === 'saved' || etat.state === 'idle') ? (
        <Button size="sm" variant="ghost" onClick={edition.undo}>
          Annuler<span className="visually-hidden"> la dernière modification</span>
        </Button>
      ) : null}
      {concerne && etat.state === 'error' && !edition.conflit && Object.keys(edition.erreurs).length === 0 ? (
        <Button size="sm" onClick={() => void edition.saveNow()}>
          Réessayer
        </Button>
      ) : null}
    </div>
  )
}

const formatQuand = (instant: number): string => {
  const date = new Date(instant)
  return `${formatDateCourte(todayParis(date))} à ${formatMinuteParis(date)}`
}

/** What one had begun to type on this device before a reload or a lost connection. */
export function BrouillonsRetrouves({ edition, champs }: Props) {
  const siens = edition.retrouves.filter(({ champ }) => !champs || champs.includes(champ))
  return siens.map(({ champ, instant, ancien }) => (
    <Notice key={champ} role="status">
      <p>
        Vous aviez commencé à modifier « {MOTS_CHAMP[champ]} » le {formatQuand(instant)} sur cet appareil : votre saisie
        est reprise ici.
      </p>
      <div className="form-actions mt-2">
        {ancien ? (
          <Button
            size="sm"
            variant="primary"
            onClick={() => edition.edit(champ, edition.valeurs[champ] as never, { pause: false })}
          >
            Enregistrer cette saisie
          </Button>
        ) : null}
        <Button size="sm" onClick={() => edition.abandon(champ)}>
          Abandonner cette saisie<span className="visually-hidden"> : {MOTS_CHAMP[champ]}</span>
        </Button>
      </div>
    </Notice>
  ))
}
