'use client'

import { useState, type FormEvent } from 'react'
import { readErreur } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/saisie/error-summary'
import { DateInput, Input, Textarea } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { removeDecision } from '@/lib/gouvernance/decisions/actions/decision'
import { closeDecision, reopenDecision, updateSuiviDecision } from '@/lib/gouvernance/decisions/actions/suivi'
import type { VueDecision } from '@/lib/competences/types'
import { readChamp } from '@/components/gouvernance/reunions/use-ecriture'
import { nomChamp, useDecision } from './use-decision'

export interface FormulaireSuiviProps {
  slug: string
  today: string
  decision: VueDecision
  onFini: () => void
}

/** What somebody else saved meanwhile, shown above what was typed: sending again keeps what was typed. */
function Entretemps({ actuelle }: { actuelle: VueDecision | null }) {
  if (actuelle === null) return null
  const faits = [
    actuelle.responsable && `responsable\u00A0: ${actuelle.responsable}`,
    actuelle.realiseeLe && 'déclarée réalisée',
    actuelle.suivi && `suivi\u00A0: ${actuelle.suivi}`,
  ].filter(Boolean)
  return (
    <Notice tone="warn" titre="Enregistré entre-temps">
      {faits.length > 0 ? faits.join(' · ') : 'Aucun suivi.'} Enregistrez de nouveau pour garder votre saisie.
    </Notice>
  )
}

const Suivi = ({ defaut, erreur }: { defaut: string | null; erreur: string | undefined }) => (
  <Textarea
    name={nomChamp('suivi')}
    label="Suivi"
    optional
    rows={4}
    hint="Ce qui a été fait, ce qui reste à faire"
    defaultValue={defaut ?? ''}
    error={erreur}
  />
)

/** Says what has been done since, and who does it. */
export function CompleterSuivi({ slug, decision, onFini }: FormulaireSuiviProps) {
  const { erreurs, titre, conflit, enCours, send } = useDecision(onFini)
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const formulaire = new FormData(event.currentTarget)
    const { id, version } = conflit ?? decision
    send(() =>
      updateSuiviDecision({
        convention: slug,
        decision: id,
        version,
        responsable: readChamp(formulaire, nomChamp('responsable')),
        suivi: readChamp(formulaire, nomChamp('suivi')),
      }),
    )
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} titre={titre} />
      <Entretemps actuelle={conflit} />
      <p>{decision.texte}</p>
      <Input
        name={nomChamp('responsable')}
        label="Responsable"
        optional
        maxLength={200}
        autoComplete="off"
        defaultValue={decision.responsable ?? ''}
        error={readErreur(erreurs, nomChamp('responsable'))}
      />
      <Suivi defaut={decision.suivi} erreur={readErreur(erreurs, nomChamp('suivi'))} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={enCours}>
          Enregistrer le suivi
        </Button>
        <Button onClick={onFini}>Fermer</Button>
      </div>
    </form>
  )
}

/** Says that a decision is carried out, and since when. */
export function RealiserDecision({ slug, today, decision, onFini }: FormulaireSuiviProps) {
  const { erreurs, titre, conflit, enCours, send } = useDecision(onFini)
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const formulaire = new FormData(event.currentTarget)
    const { id, version } = conflit ?? decision
    send(() =>
      closeDecision({
        convention: slug,
        decision: id,
        version,
        realiseeLe: readChamp(formulaire, nomChamp('realiseeLe')),
        suivi: readChamp(formulaire, nomChamp('suivi')),
      }),
    )
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} titre={titre} />
      <Entretemps actuelle={conflit} />
      <p>{decision.texte}</p>
      <DateInput
        name={nomChamp('realiseeLe')}
        label="Réalisée le"
        required
        defaultValue={decision.realiseeLe ?? today}
        error={readErreur(erreurs, nomChamp('realiseeLe'))}
      />
      <Suivi defaut={decision.suivi} erreur={readErreur(erreurs, nomChamp('suivi'))} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={enCours}>
          Déclarer réalisée
        </Button>
        <Button onClick={onFini}>Fermer</Button>
      </div>
    </form>
  )
}

/** Takes back a completion declared too early. */
export function RouvrirDecision({ slug, decision, onFini }: FormulaireSuiviProps) {
  const { erreurs, titre, conflit, enCours, send } = useDecision(onFini)
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const formulaire = new FormData(event.currentTarget)
    const { id, version } = conflit ?? decision
    send(() =>
      reopenDecision({ convention: slug, decision: id, version, suivi: readChamp(formulaire, nomChamp('suivi')) }),
    )
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} titre={titre} />
      <Entretemps actuelle={conflit} />
      <p>{decision.texte}</p>
      <p className="text-muted">La décision redevient à suivre.</p>
      <Suivi defaut={decision.suivi} erreur={readErreur(erreurs, nomChamp('suivi'))} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={enCours}>
          Remettre à suivre
        </Button>
        <Button onClick={onFini}>Fermer</Button>
      </div>
    </form>
  )
}

/** Removes a decision recorded by mistake. */
export function RetirerDecision({ slug, decision, onFini }: FormulaireSuiviProps) {
  const [version, setVersion] = useState(decision.version)
  const { erreurs, titre, conflit, enCours, send } = useDecision(onFini)
  function handleRetirer() {
    const depuis = conflit?.version ?? version
    setVersion(depuis)
    send(() => removeDecision({ convention: slug, decision: decision.id, version: depuis }))
  }
  return (
    <div className="form">
      <ErrorSummary erreurs={erreurs} titre={titre} />
      <p>{conflit?.texte ?? decision.texte}</p>
      <p className="text-muted">Elle quitte le registre et le relevé de la réunion. Le journal en garde la trace.</p>
      <div className="form-actions">
        <Button variant="danger" busy={enCours} onClick={handleRetirer}>
          Retirer la décision
        </Button>
        <Button onClick={onFini}>La garder</Button>
      </div>
    </div>
  )
}
