'use client'

import { useState, type FormEvent } from 'react'
import { readErreur } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/saisie/error-summary'
import { DateInput, Textarea } from '@/components/ui/saisie/inputs'
import { holdReunion } from '@/lib/gouvernance/reunions/actions/reunion'
import { Apercu, useApercu } from './apercu'
import { toProjet } from './champs-reunion'
import { Conflit } from './conflit'
import { Derogation } from './derogation'
import type { FormulaireReunionProps } from './reunion-visee'
import { readChamp, readDerogation, useEcriture } from './use-ecriture'

/** Says that a meeting took place: on the day planned or another, with a note. */
export function TenirReunion({ slug, today, reunion, onFini }: FormulaireReunionProps) {
  // One planned for later and held already was held at the latest today.
  const [date, setDate] = useState(reunion.date > today ? today : reunion.date)
  const [version, setVersion] = useState(reunion.version)
  const [saisie, setSaisie] = useState<FormData | null>(null)
  const { refus, enCours, envoyer, relire } = useEcriture(onFini)
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
    envoyer(() =>
      holdReunion({
        convention: slug,
        reunion: reunion.id,
        version: sur,
        date: readChamp(formulaire, 'date'),
        compteRendu: readChamp(formulaire, 'compteRendu'),
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
          saisie={saisie ? { date: readChamp(saisie, 'date'), compteRendu: readChamp(saisie, 'compteRendu') } : {}}
          onGarder={refus.conflit.etat === 'PREVUE' ? handleGarder : undefined}
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
        error={readErreur(refus.erreurs, 'date')}
        hint="Corrigez la date si la réunion a eu lieu un autre jour."
        onChange={(event) => setDate(event.target.value)}
      />
      <Textarea
        name="compteRendu"
        label="Note ou relevé de la réunion"
        optional
        rows={5}
        defaultValue={reunion.compteRendu ?? ''}
        error={readErreur(refus.erreurs, 'compteRendu')}
      />
      <Apercu apercu={refus.derogation ? null : apercu} />
      {refus.derogation || apercu?.derogationPossible ? <Derogation refus={refus} /> : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={enCours}>
          Marquer comme tenue
        </Button>
        <Button onClick={() => onFini()}>Fermer</Button>
      </div>
    </form>
  )
}
