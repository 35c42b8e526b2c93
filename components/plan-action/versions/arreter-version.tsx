'use client'

import { useState, useTransition, type FormEvent } from 'react'
import { readErreur, readErreurs } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { DateInput, Input, Select, Textarea } from '@/components/ui/saisie/inputs'
import { notify } from '@/components/ui/flottant/toast'
import { closeVersion } from '@/lib/plan-action/versions/actions'
import type { VueVersions } from '@/lib/plan-action/versions/types'

type Plan = NonNullable<VueVersions['plan']>

interface Props {
  slug: string
  plan: Plan
  avenants: VueVersions['avenants']
  today: string
}

const readTexte = (formulaire: FormData, nom: string): string => {
  const valeur = formulaire.get(nom)
  return typeof valeur === 'string' ? valeur : ''
}

const COUPURE =
  'La connexion a été coupée avant la réponse. Votre saisie est toujours là\u00A0: vérifiez le réseau, puis enregistrez de nouveau.'
const CHANGE =
  'Le plan a changé entre-temps. Votre saisie est toujours là\u00A0: relisez le plan, puis arrêtez la version si elle convient encore.'

const isVersion = (actuel: unknown): actuel is { version: number } =>
  typeof actuel === 'object' && actuel !== null && 'version' in actuel && typeof actuel.version === 'number'

function Formulaire({ slug, plan, avenants, today, onFini }: Props & { onFini: () => void }) {
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [version, setVersion] = useState(plan.version)
  const [enCours, start] = useTransition()
  const erreur = (champ: string) => readErreur(erreurs, champ)

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (enCours) return
    const formulaire = new FormData(event.currentTarget)
    const lire = (nom: string) => readTexte(formulaire, nom)
    const avenant = lire('avenant')
    start(async () => {
      const resultat = await closeVersion({
        convention: slug,
        version,
        libelle: lire('libelle'),
        date: lire('date'),
        avenant: avenant === '' ? null : Number(avenant),
        motif: lire('motif'),
      }).catch(() => null)
      if (resultat === null) return setErreurs([{ message: COUPURE }])
      if (!resultat.ok) {
        if (resultat.tag === 'CONFLIT' && isVersion(resultat.actuel)) setVersion(resultat.actuel.version)
        return setErreurs(resultat.tag === 'CONFLIT' ? [{ message: CHANGE }] : readErreurs(resultat))
      }
      notify({ message: resultat.data.message })
      onFini()
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} />
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
        <Button type="submit" variant="primary" busy={enCours}>{`Arrêter la version ${plan.numeroVersion}`}</Button>
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
