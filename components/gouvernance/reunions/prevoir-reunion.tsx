'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button, type ButtonVariant } from '@/components/ui/button'
import { Tiroir } from '@/components/ui/flottant/dialog'
import { IconPlus } from '@/components/ui/icons'
import { Checkbox, Select } from '@/components/ui/saisie/inputs'
import { planReunion } from '@/lib/gouvernance/reunions/actions/reunion'
import type { VueInstanceReunion } from '@/lib/gouvernance/instances/types/ecran'
import { Apercu, useApercu } from './apercu'
import { ChampsReunion, readChampsReunion, toProjet } from './champs-reunion'
import { Derogation } from './derogation'
import { ENVOI_REUNION } from './envoi-reunion'
import { isDerogeable, readDerogation } from './saisie-derogation'

export interface PrevoirReunionProps {
  convention: { slug: string; today: string }
  /** One, or those to choose from. */
  instances: readonly VueInstanceReunion[]
  label: string
  /** Name of the button where its words need their context. */
  nomAccessible?: string
  variant?: ButtonVariant
  size?: 'sm' | 'md'
}

/** Button and form to plan a meeting, or to record one that took place. */
export function PrevoirReunion({ label, nomAccessible, variant, size, ...props }: PrevoirReunionProps) {
  const [ouvert, setOuvert] = useState(false)
  const fermer = () => setOuvert(false)
  return (
    <>
      <Button
        variant={variant}
        size={size}
        icon={<IconPlus />}
        aria-haspopup="dialog"
        aria-label={nomAccessible}
        onClick={() => setOuvert(true)}
      >
        {label}
      </Button>
      <Tiroir open={ouvert} onClose={fermer} titre="Prévoir une réunion">
        <Formulaire {...props} onFini={fermer} />
      </Tiroir>
    </>
  )
}

type FormulaireProps = Pick<PrevoirReunionProps, 'convention' | 'instances'> & { onFini: () => void }

function Formulaire({ convention, instances, onFini }: FormulaireProps) {
  const [choisie, setChoisie] = useState(instances.length === 1 ? instances[0] : undefined)
  const [date, setDate] = useState('')
  const [groupe, setGroupe] = useState('')
  const [constat, setConstat] = useState<boolean | null>(null)
  const envoi = useEnvoi(planReunion, { ...ENVOI_REUNION, onEcrit: onFini })
  const derogeable = isDerogeable(envoi.erreurs)
  // A day that is past is most often a meeting that was held; today’s may still be to come.
  const passee = date !== '' && date <= convention.today
  const tenue = passee && (constat ?? date < convention.today)
  const operation = tenue ? 'TENIR' : 'PLANIFIER'
  const apercu = useApercu(
    choisie ? toProjet({ convention: convention.slug, operation, instance: choisie.id, date, groupe }) : null,
  )

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = new FormData(event.currentTarget)
    envoi.envoyer({
      convention: convention.slug,
      instance: choisie?.id ?? 0,
      ...readChampsReunion(saisie),
      tenue,
      derogation: readDerogation(saisie),
    })
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      {instances.length === 1 ? (
        <p className="text-muted">{choisie?.nom}</p>
      ) : (
        <Select
          name="instance"
          label="Instance"
          vide="Choisir une instance"
          defaultValue=""
          required
          error={envoi.readErreur('instance')}
          options={instances.map(({ id, nom }) => ({ value: String(id), label: nom }))}
          onChange={(event) => setChoisie(instances.find(({ id }) => String(id) === event.target.value))}
        />
      )}
      {choisie ? (
        <>
          <ChampsReunion
            key={choisie.id}
            instance={choisie}
            erreurs={envoi.erreurs}
            onDate={setDate}
            onGroupe={setGroupe}
          />
          {passee ? (
            <Checkbox
              name="tenue"
              label="Cette réunion a déjà eu lieu"
              hint="Elle est enregistrée comme tenue, et compte dans la fréquence."
              checked={tenue}
              onChange={(event) => setConstat(event.target.checked)}
            />
          ) : null}
          <Apercu apercu={derogeable ? null : apercu} />
          {derogeable || apercu?.derogationPossible ? <Derogation envoi={envoi} /> : null}
        </>
      ) : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours} disabled={!choisie}>
          Enregistrer la réunion
        </Button>
        <Button onClick={() => onFini()}>Fermer</Button>
      </div>
    </form>
  )
}
