'use client'

import { useState, type FormEvent } from 'react'
import { readErreur } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/saisie/error-summary'
import { Textarea } from '@/components/ui/saisie/inputs'
import { updateReunion } from '@/lib/gouvernance/reunions/actions/reunion'
import type { ReunionActuelle } from '@/lib/gouvernance/instances/types/ecran'
import { Apercu, useApercu } from './apercu'
import { ChampsReunion, readChampsReunion, toProjet } from './champs-reunion'
import { Conflit } from './conflit'
import { Derogation } from './derogation'
import type { FormulaireReunionProps } from './reunion-visee'
import { readChamp, readDerogation, useEcriture } from './use-ecriture'

/** Changes a meeting: place, subject, note; and while it is only planned, its day and its group. */
export function ModifierReunion({ slug, reunion, onFini }: FormulaireReunionProps) {
  const [base, setBase] = useState<ReunionActuelle>(reunion)
  const [version, setVersion] = useState(reunion.version)
  const [saisie, setSaisie] = useState<FormData | null>(null)
  const [date, setDate] = useState(reunion.date)
  const [groupe, setGroupe] = useState(reunion.groupe ?? '')
  const { refus, enCours, envoyer, oublier } = useEcriture(onFini)
  const figees = base.etat === 'TENUE'
  const deplacee = date !== base.date || groupe !== (base.groupe ?? '')
  const apercu = useApercu(
    deplacee && !figees
      ? toProjet({
          convention: slug,
          operation: 'PLANIFIER',
          instance: reunion.instance.id,
          reunion: reunion.id,
          date,
          groupe,
        })
      : null,
  )

  function enregistrer(formulaire: FormData, sur: number) {
    setSaisie(formulaire)
    setVersion(sur)
    envoyer(() =>
      updateReunion({
        convention: slug,
        reunion: reunion.id,
        version: sur,
        ...readChampsReunion(formulaire),
        compteRendu: figees ? readChamp(formulaire, 'compteRendu') : base.compteRendu,
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
  function handleReprendre() {
    if (refus.conflit === null) return
    setVersion(refus.conflit.version)
    setBase(refus.conflit)
    setDate(refus.conflit.date)
    setGroupe(refus.conflit.groupe ?? '')
    oublier()
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={refus.erreurs} titre={refus.titre} />
      {refus.conflit ? (
        <Conflit
          actuel={refus.conflit}
          saisie={saisie ? readChampsReunion(saisie) : {}}
          onGarder={refus.conflit.etat === base.etat ? handleGarder : undefined}
          onReprendre={handleReprendre}
        />
      ) : null}
      <ChampsReunion
        key={base.version}
        instance={reunion.instance}
        valeurs={base}
        erreurs={refus.erreurs}
        figees={figees}
        onDate={setDate}
        onGroupe={setGroupe}
      />
      {figees ? (
        <Textarea
          key={`note-${base.version}`}
          name="compteRendu"
          label="Note ou relevé de la réunion"
          optional
          rows={6}
          defaultValue={base.compteRendu ?? ''}
          error={readErreur(refus.erreurs, 'compteRendu')}
        />
      ) : null}
      <Apercu apercu={refus.derogation ? null : apercu} />
      {refus.derogation || apercu?.derogationPossible ? (
        <Derogation refus={refus} motif={reunion.derogations[0]?.motif} />
      ) : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={enCours}>
          Enregistrer
        </Button>
        <Button onClick={() => onFini()}>Fermer</Button>
      </div>
    </form>
  )
}
