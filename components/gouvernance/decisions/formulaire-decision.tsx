'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readTexte } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DateInput, Input, Radios, Select, Textarea } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { recordDecision, updateDecision } from '@/lib/gouvernance/decisions/actions/decision'
import { MATIERE_PAR_EFFET } from '@/lib/competences/rules/pouvoir'
import { ETATS, LONGUEUR_DECISION, NATURES } from '@/lib/gouvernance/decisions/words'
import type {
  ChoixDecisions,
  EtatDecision,
  NatureDecision,
  PropositionATrancher,
  VueDecision,
} from '@/lib/competences/types'
import { formatListe } from '@/lib/platform/typographie'
import { ChampsEffet, type EffetSaisi } from './champs-effet'
import { ConflitDecision, type SaisieDecision } from './conflit-decision'
import { ENVOI_DECISION, nomChamp } from './envoi-decision'
import { CONSEQUENCES, ETATS_DECISION, NATURES_DECISION } from './mots'

export interface FormulaireDecisionProps {
  slug: string
  pointId: number
  /** The decision to change; null to record one. */
  decision: VueDecision | null
  choix: ChoixDecisions
  /** The day of the meeting is not reached: a decision is only prepared. */
  aVenir: boolean
  /** The proposal that the point submits: what is recorded settles it. */
  proposition: PropositionATrancher | null
  onFini: () => void
}

const findNature = (texte: string): NatureDecision => NATURES.find((nature) => nature === texte) ?? 'AJUSTEMENT'

/** What the form starts from: the decision, the proposal to settle, or nothing. */
function toDepart(decision: VueDecision | null, proposition: PropositionATrancher | null) {
  if (decision)
    return {
      texte: decision.texte,
      nature: decision.nature,
      responsable: decision.responsable ?? '',
      echeance: decision.echeance ?? '',
    }
  return {
    texte: proposition?.texte ?? '',
    nature: proposition?.nature ?? ('AJUSTEMENT' as const),
    responsable: '',
    echeance: '',
  }
}

function toEffet(decision: VueDecision | null, proposition: PropositionATrancher | null): EffetSaisi {
  if (decision)
    return {
      effet: decision.effet,
      objet: decision.effet && decision.objet ? String(decision.objet.id) : '',
      cible: decision.cibleSaisie ?? '',
    }
  return {
    effet: proposition?.effet ?? null,
    objet: proposition?.objetId ? String(proposition.objetId) : '',
    cible: proposition?.cible ?? '',
  }
}

/** The outcome that may be recorded, or why it is not asked. */
function Issue({
  fige,
  etat,
  onEtat,
  erreur,
}: {
  fige: string | null
  etat: EtatDecision
  onEtat: (etat: EtatDecision) => void
  erreur: string | undefined
}) {
  if (fige !== null) return <Notice tone="info">{fige}</Notice>
  return (
    <Radios
      name={nomChamp('etat')}
      label="Ce qui est décidé"
      required
      value={etat}
      error={erreur}
      options={ETATS.map((un) => ({ value: un, label: ETATS_DECISION[un].mots }))}
      onChange={(event) => onEtat(ETATS.find((un) => un === event.target.value) ?? etat)}
    />
  )
}

/** Records a decision on a point, or changes one: what is decided, what it changes elsewhere, who follows it. */
export function FormulaireDecision({
  slug,
  pointId,
  decision,
  choix,
  aVenir,
  proposition,
  onFini,
}: FormulaireDecisionProps) {
  const [base, setBase] = useState(decision)
  const [etat, setEtat] = useState<EtatDecision>(decision?.etat ?? 'PRISE')
  const [effet, setEffet] = useState<EffetSaisi>(toEffet(decision, proposition))
  const [saisie, setSaisie] = useState<SaisieDecision | null>(null)
  const envoi = useEnvoi(updateDecision, { ...ENVOI_DECISION, onEcrit: onFini })
  const { erreurs, conflit } = envoi
  const depart = toDepart(base, proposition)
  const matiere = effet.effet && MATIERE_PAR_EFFET[effet.effet]
  const propose = matiere !== null && choix.pouvoirs[matiere] !== 'DECIDE' && !base?.appliquee
  const etatVoulu: EtatDecision = base?.appliquee ? 'PRISE' : aVenir || propose ? 'ATTENDUE' : etat
  const decideurs = matiere === null ? [] : choix.decideurs[matiere]

  function readFige(): string | null {
    if (base?.appliquee)
      return 'Cette décision est prise et appliquée : elle ne se reprend pas. Pour la corriger, enregistrez une nouvelle décision.'
    if (propose && decideurs.length > 0)
      return `Cette instance propose, ${formatListe(decideurs)} décide : la proposition sera reprise à son ordre du jour.`
    if (propose) return 'Cette instance propose : la proposition attendra qu’une instance soit désignée pour décider.'
    return aVenir
      ? 'La réunion est à venir : la décision est préparée, elle sera prise, reportée ou refusée ce jour-là.'
      : null
  }

  function write(lue: SaisieDecision, depuis: VueDecision | null) {
    setSaisie(lue)
    const contenu = {
      ...lue,
      effet: effet.effet,
      objet: Number(effet.objet) || null,
      cible: effet.effet === 'CHANGER_CIBLE' ? effet.cible : '',
    }
    if (depuis === null) envoi.avec(recordDecision, { convention: slug, point: pointId, ...contenu })
    else envoi.envoyer({ convention: slug, decision: depuis.id, version: depuis.version, ...contenu })
  }
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const formulaire = new FormData(event.currentTarget)
    const read = (champ: string) => readTexte(formulaire, nomChamp(champ))
    write(
      {
        texte: read('texte'),
        nature: findNature(read('nature')),
        etat: etatVoulu,
        responsable: read('responsable'),
        echeance: read('echeance'),
      },
      conflit ?? base,
    )
  }
  function handleReprendre() {
    if (conflit === null) return
    setBase(conflit)
    setEtat(conflit.etat)
    setEffet(toEffet(conflit, null))
    envoi.oublier()
  }

  return (
    <form className="form" key={base?.version} onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      {conflit && saisie ? (
        <ConflitDecision
          actuelle={conflit}
          saisie={saisie}
          onGarder={() => write(saisie, conflit)}
          onReprendre={handleReprendre}
        />
      ) : null}
      {proposition && !base ? (
        <Notice
          tone="info"
          titre={`Proposition de l’instance « ${proposition.origine.instance} », ${proposition.origine.dateTexte}`}
        >
          {proposition.texte}
        </Notice>
      ) : null}
      <Textarea
        name={nomChamp('texte')}
        label="Décision"
        rows={3}
        required
        maxLength={LONGUEUR_DECISION}
        defaultValue={depart.texte}
        hint="Une phrase, comme elle figurera au relevé"
        error={envoi.readErreur(nomChamp('texte'))}
      />
      <Select
        name={nomChamp('nature')}
        label="Nature"
        required
        defaultValue={depart.nature}
        error={envoi.readErreur(nomChamp('nature'))}
        options={NATURES.map((nature) => ({ value: nature, label: NATURES_DECISION[nature] }))}
      />
      {base?.appliquee ? null : (
        <ChampsEffet
          choix={choix}
          valeur={effet}
          connu={base?.effet ? base.objet : null}
          erreurs={erreurs}
          onChange={setEffet}
        />
      )}
      <Issue fige={readFige()} etat={etatVoulu} onEtat={setEtat} erreur={envoi.readErreur(nomChamp('etat'))} />
      {effet.effet && etatVoulu === 'PRISE' && !base?.appliquee ? (
        <p className="text-sm text-muted">{CONSEQUENCES[effet.effet]}</p>
      ) : null}
      <div className="form-row">
        <Input
          name={nomChamp('responsable')}
          label="Responsable"
          optional
          maxLength={200}
          autoComplete="off"
          defaultValue={depart.responsable}
          error={envoi.readErreur(nomChamp('responsable'))}
        />
        <DateInput
          name={nomChamp('echeance')}
          label="Échéance"
          optional
          defaultValue={depart.echeance}
          error={envoi.readErreur(nomChamp('echeance'))}
        />
      </div>
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          {propose ? 'Enregistrer la proposition' : 'Enregistrer la décision'}
        </Button>
        <Button onClick={onFini}>Fermer</Button>
      </div>
    </form>
  )
}
