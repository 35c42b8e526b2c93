'use client'

import type { FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readTexte } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DateInput, Input, Textarea } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { removeDecision } from '@/lib/gouvernance/decisions/actions/decision'
import { closeDecision, reopenDecision, updateSuiviDecision } from '@/lib/gouvernance/decisions/actions/suivi'
import type { VueDecision } from '@/lib/competences/types'
import { ENVOI_DECISION, nomChamp } from './envoi-decision'

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
    actuelle.responsable && `responsable : ${actuelle.responsable}`,
    actuelle.realiseeLe && 'déclarée réalisée',
    actuelle.suivi && `suivi : ${actuelle.suivi}`,
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
  const envoi = useEnvoi(updateSuiviDecision, { ...ENVOI_DECISION, onEcrit: onFini })
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const formulaire = new FormData(event.currentTarget)
    const { id, version } = envoi.conflit ?? decision
    envoi.envoyer({
      convention: slug,
      decision: id,
      version,
      responsable: readTexte(formulaire, nomChamp('responsable')),
      suivi: readTexte(formulaire, nomChamp('suivi')),
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      <Entretemps actuelle={envoi.conflit} />
      <p>{decision.texte}</p>
      <Input
        name={nomChamp('responsable')}
        label="Responsable"
        optional
        maxLength={200}
        autoComplete="off"
        defaultValue={decision.responsable ?? ''}
        error={envoi.readErreur(nomChamp('responsable'))}
      />
      <Suivi defaut={decision.suivi} erreur={envoi.readErreur(nomChamp('suivi'))} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Enregistrer le suivi
        </Button>
        <Button onClick={onFini}>Fermer</Button>
      </div>
    </form>
  )
}

/** Says that a decision is carried out, and since when. */
export function RealiserDecision({ slug, today, decision, onFini }: FormulaireSuiviProps) {
  const envoi = useEnvoi(closeDecision, { ...ENVOI_DECISION, onEcrit: onFini })
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const formulaire = new FormData(event.currentTarget)
    const { id, version } = envoi.conflit ?? decision
    envoi.envoyer({
      convention: slug,
      decision: id,
      version,
      realiseeLe: readTexte(formulaire, nomChamp('realiseeLe')),
      suivi: readTexte(formulaire, nomChamp('suivi')),
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      <Entretemps actuelle={envoi.conflit} />
      <p>{decision.texte}</p>
      <DateInput
        name={nomChamp('realiseeLe')}
        label="Réalisée le"
        required
        defaultValue={decision.realiseeLe ?? today}
        error={envoi.readErreur(nomChamp('realiseeLe'))}
      />
      <Suivi defaut={decision.suivi} erreur={envoi.readErreur(nomChamp('suivi'))} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Déclarer réalisée
        </Button>
        <Button onClick={onFini}>Fermer</Button>
      </div>
    </form>
  )
}

/** Takes back a completion declared too early. */
export function RouvrirDecision({ slug, decision, onFini }: FormulaireSuiviProps) {
  const envoi = useEnvoi(reopenDecision, { ...ENVOI_DECISION, onEcrit: onFini })
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const formulaire = new FormData(event.currentTarget)
    const { id, version } = envoi.conflit ?? decision
    envoi.envoyer({ convention: slug, decision: id, version, suivi: readTexte(formulaire, nomChamp('suivi')) })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      <Entretemps actuelle={envoi.conflit} />
      <p>{decision.texte}</p>
      <p className="text-muted">La décision redevient à suivre.</p>
      <Suivi defaut={decision.suivi} erreur={envoi.readErreur(nomChamp('suivi'))} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Remettre à suivre
        </Button>
        <Button onClick={onFini}>Fermer</Button>
      </div>
    </form>
  )
}

/** Removes a decision recorded by mistake. */
export function RetirerDecision({ slug, decision, onFini }: FormulaireSuiviProps) {
  const envoi = useEnvoi(removeDecision, { ...ENVOI_DECISION, onEcrit: onFini })
  function handleRetirer() {
    const { id, version } = envoi.conflit ?? decision
    envoi.envoyer({ convention: slug, decision: id, version })
  }
  return (
    <div className="form">
      <Refus envoi={envoi} />
      <p>{envoi.conflit?.texte ?? decision.texte}</p>
      <p className="text-muted">Elle quitte le registre et le relevé de la réunion. Le journal en garde la trace.</p>
      <div className="form-actions">
        <Button variant="danger" busy={envoi.enCours} onClick={handleRetirer}>
          Retirer la décision
        </Button>
        <Button onClick={onFini}>La garder</Button>
      </div>
    </div>
  )
}
