'use client'

import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readTexte } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DateInput, Textarea } from '@/components/ui/saisie/inputs'
import { holdReunion } from '@/lib/gouvernance/reunions/actions/reunion'
import { Apercu, useApercu } from './apercu'
import { toProjet } from './champs-reunion'
import { Conflit } from './conflit'
import { Derogation } from './derogation'
import { ENVOI_REUNION } from './envoi-reunion'
import type { FormulaireReunionProps } from './reunion-visee'
import { isDerogeable, readDerogation } from './saisie-derogation'

/** Says that a meeting took place: on the day planned or another, with a note. */
export function TenirReunion({ slug, today, reunion, onFini }: FormulaireReunionProps) {
  // One planned for later and held already was held at the latest today.
  const [date, setDate] = useState(reunion.date > today ? today : reunion.date)
  const [version, setVersion] = useState(reunion.version)
  const [saisie, setSaisie] = useState<FormData | null>(null)
  const router = useRouter()
  const envoi = useEnvoi(holdReunion, { ...ENVOI_REUNION, onEcrit: onFini })
  const derogeable = isDerogeable(envoi.erreurs)
  const apercu = useApercu(
    toProjet({
      convention: slug,
      operation: 'TENIR',
      instance: reunion.instance.id,
      reunion: reunion.id,
      date,
      groupe: null,
    }),
  )

  function enregistrer(formulaire: FormData, sur: number) {
    setSaisie(formulaire)
    setVersion(sur)
    envoi.envoyer({
      convention: slug,
      reunion: reunion.id,
      version: sur,
      date: readTexte(formulaire, 'date'),
      compteRendu: readTexte(formulaire, 'compteRendu'),
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
          saisie={saisie ? { date: readTexte(saisie, 'date'), compteRendu: readTexte(saisie, 'compteRendu') } : {}}
          onGarder={envoi.conflit.etat === 'PREVUE' ? handleGarder : undefined}
          onReprendre={relire}
        />
      ) : null}
      <p className="text-muted">
        {reunion.instance.nom}, {reunion.dateTexte}
      </p>
      <DateInput
        name="date"
        label="Tenue le"
        value={date}
        max={today}
        required
        error={envoi.readErreur('date')}
        hint="Corrigez la date si la réunion a eu lieu un autre jour."
        onChange={(event) => setDate(event.target.value)}
      />
      <Textarea
        name="compteRendu"
        label="Note ou relevé de la réunion"
        optional
        rows={5}
        defaultValue={reunion.compteRendu ?? ''}
        error={envoi.readErreur('compteRendu')}
      />
      <Apercu apercu={derogeable ? null : apercu} />
      {derogeable || apercu?.derogationPossible ? <Derogation envoi={envoi} /> : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Marquer comme tenue
        </Button>
        <Button onClick={() => onFini()}>Fermer</Button>
      </div>
    </form>
  )
}
