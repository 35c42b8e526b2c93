'use client'

import { useRef, useState } from 'react'
import { readErreur } from '@/components/formulaire/erreurs'
import { createSender, type Refus } from '@/components/formulaire/send'
import { Button } from '@/components/ui/button'
import { Radios, Textarea } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { SaveStatus, type SaveStatusProps } from '@/components/ui/saisie/save-status'
import { recordAppreciation, removeAppreciation } from '@/lib/plan-action/suivi/actions/suivi'
import {
  LONGUEUR_APPRECIATION,
  MOTS_NIVEAU,
  NIVEAUX_APPRECIATION,
  type Cote,
  type NiveauAppreciation,
} from '@/lib/plan-action/suivi/words/suivi'
import type { AppreciationVue } from '@/lib/plan-action/suivi/types/suivi'
import { formatMinuteParis } from '@/lib/platform/heures'
import type { ErreurChamp } from '@/lib/platform/resultat'

interface Avis {
  niveau: NiveauAppreciation | null
  texte: string
}

interface Props {
  convention: string
  fiche: number
  cote: Cote
  appreciation: AppreciationVue | null
}

const toAvis = (appreciation: AppreciationVue | null): Avis => ({
  niveau: appreciation?.niveau ?? null,
  texte: appreciation?.texte ?? '',
})

/** The word of one side: saved by itself, at once for the choice, on leaving the field for the words. */
export function SaisieAppreciation({ convention, fiche, cote, appreciation }: Props) {
  const [avis, setAvis] = useState(() => toAvis(appreciation))
  /** what is saved; without a choice: nothing is */
  const [base, setBase] = useState(() => toAvis(appreciation))
  /** what somebody of the same side saved meanwhile; null in it: they withdrew it */
  const [autre, setAutre] = useState<{ actuelle: AppreciationVue | null } | null>(null)
  const [etat, setEtat] = useState<SaveStatusProps>({ state: 'idle' })
  /** what did not get through was to withdraw it */
  const [retrait, setRetrait] = useState(false)
  const [erreurs, setErreurs] = useState<ErreurChamp[]>([])
  const [send] = useState(createSender)
  const enRoute = useRef(false)
  // What is there as far as one knows, known before the screen is drawn again: a field left meanwhile is not a conflict.
  const version = useRef(appreciation?.version ?? null)
  // What was left while an earlier saving was on its way: it leaves next.
  const suivant = useRef<Avis | null>(null)

  function keep(avis: Avis, lue: number | null) {
    version.current = lue
    setBase(avis)
  }

  async function save(voulu: Avis): Promise<void> {
    if (voulu.niveau === null) return
    if (enRoute.current) {
      suivant.current = voulu
      return
    }
    enRoute.current = true
    setRetrait(false)
    setEtat({ state: 'saving' })
    const { niveau, texte } = voulu
    const issue = await send(recordAppreciation, { convention, fiche, cote, version: version.current, niveau, texte })
    enRoute.current = false
    const reste = suivant.current
    suivant.current = null
    if (!issue.ok) return refuse(issue)
    keep(voulu, issue.data.version)
    if (reste) return save(reste)
    settle()
  }

  function settle() {
    setErreurs([])
    setAutre(null)
    setEtat({ state: 'saved', heure: formatMinuteParis(new Date()) })
  }

  function refuse(refus: Refus<AppreciationVue>) {
    setErreurs(refus.tag === 'INVALIDE' ? refus.champs : [])
    if (refus.tag === 'CONFLIT') setAutre({ actuelle: refus.actuel })
    setEtat({ state: 'error', message: refus.message })
  }

  function choose(niveau: NiveauAppreciation) {
    const voulu = { ...avis, niveau }
    setAvis(voulu)
    if (!autre) void save(voulu)
  }

  async function withdraw(): Promise<void> {
    if (version.current === null || enRoute.current) return
    enRoute.current = true
    setRetrait(true)
    const issue = await send(removeAppreciation, { convention, fiche, cote, version: version.current })
    enRoute.current = false
    const reste = suivant.current
    suivant.current = null
    if (!issue.ok) return refuse(issue)
    keep(toAvis(null), null)
    if (reste) return save(reste)
    setAvis(toAvis(null))
    settle()
  }

  function keepAutre(actuelle: AppreciationVue | null) {
    setAvis(toAvis(actuelle))
    keep(toAvis(actuelle), actuelle?.version ?? null)
    setAutre(null)
    setEtat({ state: 'idle' })
  }

  function saveOver() {
    version.current = autre?.actuelle?.version ?? null
    void save(avis)
  }

  return (
    <div className="form">
      <Radios
        label="Votre avis"
        name={`niveau-${cote}`}
        options={NIVEAUX_APPRECIATION.map((niveau) => ({ value: niveau, label: MOTS_NIVEAU[niveau] }))}
        value={avis.niveau ?? ''}
        onChange={(event) => {
          const niveau = NIVEAUX_APPRECIATION.find((un) => un === event.target.value)
          if (niveau) choose(niveau)
        }}
        error={readErreur(erreurs, 'niveau')}
      />
      <Textarea
        label="En quelques mots"
        name={`texte-${cote}`}
        rows={3}
        optional
        maxLength={LONGUEUR_APPRECIATION}
        hint={avis.niveau === null ? 'Choisissez d’abord un avis.' : 'S’enregistre quand vous quittez le champ.'}
        value={avis.texte}
        onChange={(event) => setAvis({ ...avis, texte: event.target.value })}
        onBlur={() => {
          if (!autre && avis.texte.trim() !== base.texte.trim()) void save(avis)
        }}
        error={readErreur(erreurs, 'texte')}
      />
      {autre ? (
        <Notice tone="warn" titre="Avis enregistré entre-temps par votre côté">
          <p>
            {autre.actuelle
              ? `${MOTS_NIVEAU[autre.actuelle.niveau]}${autre.actuelle.texte ? ` : ${autre.actuelle.texte}` : ''}`
              : 'L’avis a été retiré.'}
          </p>
          {autre.actuelle ? <p className="text-sm text-muted">{autre.actuelle.nom}</p> : null}
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" variant="primary" onClick={saveOver}>
              Enregistrer le mien
            </Button>
            <Button size="sm" onClick={() => keepAutre(autre.actuelle)}>
              Garder celui-ci
            </Button>
          </div>
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <SaveStatus {...etat} />
        {etat.state === 'error' && !autre ? (
          <Button size="sm" onClick={() => void (retrait ? withdraw() : save(avis))}>
            Réessayer
          </Button>
        ) : null}
        {base.niveau !== null && !autre ? (
          <Button size="sm" variant="ghost" onClick={() => void withdraw()}>
            Retirer l’avis
          </Button>
        ) : null}
      </div>
    </div>
  )
}
