'use client'

import { useState, useTransition, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Checkbox } from '@/components/ui/saisie/inputs'
import { notify } from '@/components/ui/flottant/toast'
import { recordMesures } from '@/lib/plan-action/mesures/actions/mesure'
import type { IndicateurEcrit, MesureEcrite } from '@/lib/plan-action/fiche/sql/indicateurs'
import type { OrganismeAccord } from '@/lib/plan-action/indicateurs/queries'
import { formatSaisie } from '@/lib/plan-action/mesures/rules/mesure'
import { findPeriode } from '@/lib/plan-action/mesures/rules/periode'

interface Props {
  indicateur: Pick<IndicateurEcrit, 'id' | 'nature' | 'fiche'>
  mesure: MesureEcrite
  organismes: OrganismeAccord[]
  /** ids of those that agreed */
  accords: number[]
  slug: string
}

function Formulaire({ indicateur, mesure, organismes, accords, slug, onFait }: Props & { onFait: () => void }) {
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [envoi, start] = useTransition()
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const choisis = organismes.filter(({ id }) => form.get(`accord-${id}`) === 'on').map(({ id }) => id)
    start(async () => {
      const resultat = await recordMesures({
        convention: slug,
        fiche: indicateur.fiche,
        motif: mesure.motif ?? '',
        cellules: [
          {
            indicateur: indicateur.id,
            ventilation: mesure.ventilation,
            periode: findPeriode(mesure.debut, mesure.fin)?.cle ?? '',
            valeur: formatSaisie(indicateur.nature, mesure),
            mesure: { id: mesure.id, version: mesure.version },
            accords: choisis,
          },
        ],
      }).catch(() => null)
      if (!resultat?.ok) return setErreurs([{ message: resultat?.message ?? 'Non enregistré. Réessayez.' }])
      notify({ message: `Accords enregistrés pour ${mesure.periode}.` })
      onFait()
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit}>
      <ErrorSummary erreurs={erreurs} />
      {organismes.map(({ id, nom }) => (
        <Checkbox key={id} label={nom} name={`accord-${id}`} defaultChecked={accords.includes(id)} />
      ))}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi}>
          Enregistrer les accords
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </form>
  )
}

/** Says which parties agreed to a value. */
export function Accords(props: Props) {
  return (
    <DialogButton
      size="sm"
      variant="ghost"
      label={
        <>
          Qui est d’accord<span className="visually-hidden"> avec la valeur de {props.mesure.periode}</span>
        </>
      }
      titre={`Qui est d’accord avec cette valeur (${props.mesure.periode})`}
    >
      {(close) => <Formulaire {...props} onFait={close} />}
    </DialogButton>
  )
}
