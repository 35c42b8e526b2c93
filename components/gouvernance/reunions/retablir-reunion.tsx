'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { reopenReunion } from '@/lib/gouvernance/reunions/actions/reunion'
import { Conflit } from './conflit'
import { Derogation } from './derogation'
import { ENVOI_REUNION } from './envoi-reunion'
import type { FormulaireReunionProps } from './reunion-visee'
import { isDerogeable, readDerogation } from './saisie-derogation'

/** Takes back a wrong « tenue », or brings back a cancelled meeting: it is planned again. */
export function RetablirReunion({ slug, reunion, onFini }: FormulaireReunionProps) {
  const router = useRouter()
  const envoi = useEnvoi(reopenReunion, { ...ENVOI_REUNION, onEcrit: onFini })
  const tenue = reunion.etat === 'TENUE'

  /** Gives up what was typed: the page behind shows what is there now. */
  function relire() {
    router.refresh()
    onFini()
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = new FormData(event.currentTarget)
    envoi.envoyer({
      convention: slug,
      reunion: reunion.id,
      version: reunion.version,
      derogation: readDerogation(saisie),
    })
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      {envoi.conflit ? <Conflit actuel={envoi.conflit} saisie={{}} onReprendre={relire} /> : null}
      <p className="text-muted">
        {reunion.instance.nom}, {reunion.dateTexte}
      </p>
      <p>
        {tenue
          ? 'La réunion redevient prévue et ne compte plus comme tenue. Sa note est gardée.'
          : 'La réunion redevient prévue, à la même date, si la fréquence le permet encore.'}
      </p>
      {isDerogeable(envoi.erreurs) ? <Derogation envoi={envoi} /> : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Remettre en « prévue »
        </Button>
        <Button onClick={() => onFini()}>Fermer</Button>
      </div>
    </form>
  )
}
