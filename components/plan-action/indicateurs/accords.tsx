'use client'

import type { FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { Checkbox } from '@/components/ui/saisie/inputs'
import { recordMesures } from '@/lib/plan-action/mesures/actions/mesure'
import type { IndicateurEcrit, MesureEcrite } from '@/lib/plan-action/fiche/sql/indicateurs'
import type { OrganismeAccord } from '@/lib/plan-action/indicateurs/queries'
import { formatSaisie } from '@/lib/plan-action/mesures/rules/mesure'
import { findPeriode } from '@/lib/plan-action/mesures/rules/periode'
import { PERIME } from './mots'

interface Props {
  indicateur: Pick<IndicateurEcrit, 'id' | 'nature' | 'fiche'>
  mesure: MesureEcrite
  organismes: OrganismeAccord[]
  /** ids of those that agreed */
  accords: number[]
  slug: string
}

function Formulaire({ indicateur, mesure, organismes, accords, slug, onFait }: Props & { onFait: () => void }) {
  const envoi = useEnvoi(recordMesures, {
    // Guarded by the value that they agree to.
    gardee: true,
    champ: () => undefined,
    conflit: PERIME,
    relire: true,
    message: `Accords enregistrés pour ${mesure.periode}.`,
    onEcrit: onFait,
  })
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const choisis = organismes.filter(({ id }) => form.get(`accord-${id}`) === 'on').map(({ id }) => id)
    envoi.envoyer({
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
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit}>
      <Refus envoi={envoi} />
      {organismes.map(({ id, nom }) => (
        <Checkbox key={id} label={nom} name={`accord-${id}`} defaultChecked={accords.includes(id)} />
      ))}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
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
