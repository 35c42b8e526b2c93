'use client'

import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/saisie/error-summary'
import { reopenReunion } from '@/lib/gouvernance/reunions/actions/reunion'
import { Conflit } from './conflit'
import { Derogation } from './derogation'
import type { FormulaireReunionProps } from './reunion-visee'
import { readDerogation, useEcriture } from './use-ecriture'

/** Takes back a wrong « tenue », or brings back a cancelled meeting: it is planned again. */
export function RetablirReunion({ slug, reunion, onFini }: FormulaireReunionProps) {
  const { refus, enCours, envoyer, relire } = useEcriture(onFini)
  const tenue = reunion.etat === 'TENUE'

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = new FormData(event.currentTarget)
    envoyer(() =>
      reopenReunion({
        convention: slug,
        reunion: reunion.id,
        version: reunion.version,
        derogation: readDerogation(saisie),
      }),
    )
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={refus.erreurs} titre={refus.titre} />
      {refus.conflit ? <Conflit actuel={refus.conflit} saisie={{}} onReprendre={relire} /> : null}
      <p className="text-muted">
        {reunion.instance.nom}, {reunion.dateTexte}
      </p>
      <p>
        {tenue
          ? 'La réunion redevient prévue et ne compte plus comme tenue. Sa note est gardée.'
          : 'La réunion redevient prévue, à la même date, si la fréquence le permet encore.'}
      </p>
      {refus.derogation ? <Derogation refus={refus} /> : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={enCours}>
          Remettre en « prévue »
        </Button>
        <Button onClick={() => onFini()}>Fermer</Button>
      </div>
    </form>
  )
}
