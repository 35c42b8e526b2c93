'use client'

import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readTexte } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/saisie/inputs'
import { cancelReunion } from '@/lib/gouvernance/reunions/actions/reunion'
import { Apercu, useApercu } from './apercu'
import { Conflit } from './conflit'
import { Derogation } from './derogation'
import { ENVOI_REUNION } from './envoi-reunion'
import type { FormulaireReunionProps } from './reunion-visee'
import { isDerogeable, readDerogation } from './saisie-derogation'

/** Cancels a planned meeting: why, and what it does to the frequency. */
export function AnnulerReunion({ slug, reunion, onFini }: FormulaireReunionProps) {
  const [version, setVersion] = useState(reunion.version)
  const [saisie, setSaisie] = useState<FormData | null>(null)
  const router = useRouter()
  const envoi = useEnvoi(cancelReunion, { ...ENVOI_REUNION, onEcrit: onFini })
  const derogeable = isDerogeable(envoi.erreurs)
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
    envoi.envoyer({
      convention: slug,
      reunion: reunion.id,
      version: sur,
      motif: readTexte(formulaire, 'motif'),
      derogation: readDerogation(formulaire),
    })
  }
  /** Gives up what was typed: the page behind shows what is there now. */
  function relire() {
    router.refresh()
    onFini()
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    enregistrer(new FormData(event.currentTarget), version)
  }
  function handleGarder() {
    if (saisie && envoi.conflit) enregistrer(saisie, envoi.conflit.version)
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      {envoi.conflit ? (
        <Conflit
          actuel={envoi.conflit}
          saisie={{ date: reunion.date }}
          onGarder={envoi.conflit.etat === 'PREVUE' ? handleGarder : undefined}
          onReprendre={relire}
        />
      ) : null}
      <p className="text-muted">
        {reunion.instance.nom}, {reunion.dateTexte}
      </p>
      <Apercu apercu={derogeable ? null : apercu} />
      <Textarea
        name="motif"
        label="Motif de l’annulation"
        hint="Il est gardé avec la réunion."
        rows={3}
        required
        error={envoi.readErreur('motif')}
      />
      {derogeable || apercu?.derogationPossible ? <Derogation envoi={envoi} /> : null}
      <div className="form-actions">
        <Button type="submit" variant="danger" busy={envoi.enCours}>
          Annuler la réunion
        </Button>
        <Button onClick={() => onFini()}>Ne pas annuler</Button>
      </div>
    </form>
  )
}
