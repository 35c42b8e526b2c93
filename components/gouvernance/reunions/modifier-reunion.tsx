'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readTexte } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/saisie/inputs'
import { updateReunion } from '@/lib/gouvernance/reunions/actions/reunion'
import type { ReunionActuelle } from '@/lib/gouvernance/instances/types/ecran'
import { Apercu, useApercu } from './apercu'
import { ChampsReunion, readChampsReunion, toProjet } from './champs-reunion'
import { Conflit } from './conflit'
import { Derogation } from './derogation'
import { ENVOI_REUNION } from './envoi-reunion'
import type { FormulaireReunionProps } from './reunion-visee'
import { isDerogeable, readDerogation } from './saisie-derogation'

/** Changes a meeting: place, subject, note; and while it is only planned, its day and its group. */
export function ModifierReunion({ slug, reunion, onFini }: FormulaireReunionProps) {
  const [base, setBase] = useState<ReunionActuelle>(reunion)
  const [version, setVersion] = useState(reunion.version)
  const [saisie, setSaisie] = useState<FormData | null>(null)
  const [date, setDate] = useState(reunion.date)
  const [groupe, setGroupe] = useState(reunion.groupe ?? '')
  const envoi = useEnvoi(updateReunion, { ...ENVOI_REUNION, onEcrit: onFini })
  const { conflit } = envoi
  const derogeable = isDerogeable(envoi.erreurs)
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
    envoi.envoyer({
      convention: slug,
      reunion: reunion.id,
      version: sur,
      ...readChampsReunion(formulaire),
      compteRendu: figees ? readTexte(formulaire, 'compteRendu') : base.compteRendu,
      derogation: readDerogation(formulaire),
    })
  }
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    enregistrer(new FormData(event.currentTarget), version)
  }
  function handleGarder() {
    if (saisie && conflit) enregistrer(saisie, conflit.version)
  }
  function handleReprendre() {
    if (conflit === null) return
    setVersion(conflit.version)
    setBase(conflit)
    setDate(conflit.date)
    setGroupe(conflit.groupe ?? '')
    envoi.oublier()
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      {conflit ? (
        <Conflit
          actuel={conflit}
          saisie={saisie ? readChampsReunion(saisie) : {}}
          onGarder={conflit.etat === base.etat ? handleGarder : undefined}
          onReprendre={handleReprendre}
        />
      ) : null}
      <ChampsReunion
        key={base.version}
        instance={reunion.instance}
        valeurs={base}
        erreurs={envoi.erreurs}
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
          error={envoi.readErreur('compteRendu')}
        />
      ) : null}
      <Apercu apercu={derogeable ? null : apercu} />
      {derogeable || apercu?.derogationPossible ? (
        <Derogation envoi={envoi} motif={reunion.derogations[0]?.motif} />
      ) : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Enregistrer
        </Button>
        <Button onClick={() => onFini()}>Fermer</Button>
      </div>
    </form>
  )
}
