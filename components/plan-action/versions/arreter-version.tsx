'use client'

import type { FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readChoixId, readTexte, readTextes } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { DateInput, Input, Select, Textarea } from '@/components/ui/saisie/inputs'
import { closeVersion } from '@/lib/plan-action/versions/actions'
import type { VueVersions } from '@/lib/plan-action/versions/types'

type Plan = NonNullable<VueVersions['plan']>

interface Props {
  slug: string
  plan: Plan
  avenants: VueVersions['avenants']
  today: string
}

const CHANGE =
  'Le plan a changé entre-temps. Votre saisie est toujours là : relisez le plan, puis arrêtez la version si elle convient encore.'

function Formulaire({ slug, plan, avenants, today, onFini }: Props & { onFini: () => void }) {
  const envoi = useEnvoi(closeVersion, { conflit: CHANGE, relire: true, onEcrit: onFini })
  const erreur = envoi.readErreur

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const formulaire = new FormData(event.currentTarget)
    envoi.envoyer({
      convention: slug,
      version: plan.version,
      ...readTextes(formulaire, ['libelle', 'date', 'motif']),
      avenant: readChoixId(readTexte(formulaire, 'avenant')),
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      <p>
        Le plan est gardé tel qu’il est, définitivement. Il continue ensuite sous le numéro {plan.numeroVersion + 1}, et
        ce qui change se compare à cette version.
      </p>
      <Input
        name="libelle"
        label="Nom de la version"
        hint="« Plan signé en 2022 », « Avant l’avenant n° 1 »…"
        required
        autoComplete="off"
        error={erreur('libelle')}
      />
      <DateInput name="date" label="Arrêtée le" defaultValue={today} required error={erreur('date')} />
      <Select
        name="avenant"
        label="Par l’avenant"
        optional
        vide="Aucun"
        error={erreur('avenant')}
        options={avenants.map(({ id, objet }) => ({ value: String(id), label: objet }))}
      />
      <Textarea name="motif" label="Pourquoi" optional rows={2} error={erreur('motif')} />
      <div className="form-actions">
        <Button
          type="submit"
          variant="primary"
          busy={envoi.enCours}
        >{`Arrêter la version ${plan.numeroVersion}`}</Button>
        <Button onClick={onFini}>Annuler</Button>
      </div>
    </form>
  )
}

/** Closes the current version of the plan, by an avenant or not. */
export function ArreterVersion(props: Props) {
  return (
    <DialogButton
      label={`Arrêter la version ${props.plan.numeroVersion}`}
      titre={`Arrêter la version ${props.plan.numeroVersion} du plan`}
      variant="primary"
      tiroir
    >
      {(close) => <Formulaire {...props} onFini={close} />}
    </DialogButton>
  )
}
