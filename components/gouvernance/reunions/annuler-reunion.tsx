'use client'

import { useState, type FormEvent } from 'react'
import { readErreur } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/saisie/error-summary'
import { Textarea } from '@/components/ui/saisie/inputs'
import { cancelReunion } from '@/lib/gouvernance/reunions/actions/reunion'
import { Apercu, useApercu } from './apercu'
import { Conflit } from './conflit'
import { Derogation } from './derogation'
import type { FormulaireReunionProps } from './reunion-visee'
import { readChamp, readDerogation, useEcriture } from './use-ecriture'

/** Cancels a planned meeting: why, and what it does to the frequency. */
export function AnnulerReunion({ slug, reunion, onFini }: FormulaireReunionProps) {
  const [version, setVersion] = useState(reunion.version)
  const [saisie, setSaisie] = useState<FormData | null>(null)
  const { refus, enCours, envoyer, relire } = useEcriture(onFini)
  const apercu = useApercu({
    convention: slug,
    operation: 'ANNULER',
    instance: reunion.instance.id,
    reunion: reunion.id,
    date: reunion.date,
    groupe: null,
  })

  function enregistrer(formulaire: FormData, sur: number) {
    setSaisie(formulaire)
    setVersion(sur)
    envoyer(() =>
      cancelReunion({
        convention: slug,
        reunion: reunion.id,
        version: sur,
        motif: readChamp(formulaire, 'motif'),
        derogation: readDerogation(formulaire),
      }),
    )
  }
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    enregistrer(new FormData(event.currentTarget), version)
  }
  function handleGarder() {
    if (saisie && refus.conflit) enregistrer(saisie, refus.conflit.version)
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={refus.erreurs} titre={refus.titre} />
      {refus.conflit ? (
        <Conflit
          actuel={refus.conflit}
          saisie={{ date: reunion.date }}
          onGarder={refus.conflit.etat === 'PREVUE' ? handleGarder : undefined}
          onReprendre={relire}
        />
      ) : null}
      <p className="text-muted">
        {reunion.instance.nom}, {reunion.dateTexte}
      </p>
      <Apercu apercu={refus.derogation ? null : apercu} />
      <Textarea
        name="motif"
        label="Motif de l’annulation"
        hint="Il est gardé avec la réunion."
        rows={3}
        required
        error={readErreur(refus.erreurs, 'motif')}
      />
      {refus.derogation || apercu?.derogationPossible ? <Derogation refus={refus} /> : null}
      <div className="form-actions">
        <Button type="submit" variant="danger" busy={enCours}>
          Annuler la réunion
        </Button>
        <Button onClick={() => onFini()}>Ne pas annuler</Button>
      </div>
    </form>
  )
}
