'use client'

import { useEffect, useRef, useState, useSyncExternalStore, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Input, Select, Textarea } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import { proposeContribution } from '@/lib/plan-action/invitation/actions/publique'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import { buildContenu, createSaisie, mergeBrouillon, type SaisieInvitee } from '@/lib/plan-action/invitation/rules'
import { LONGUEUR_SUIVI } from '@/lib/plan-action/champs/words/limites'
import { LONGUEUR_MESSAGE } from '@/lib/plan-action/invitation/words'
import type { FicheOuverte } from '@/lib/plan-action/invitation/types'
import { forgetBrouillon, keepBrouillon, readBrouillon } from './brouillon'
import { OPTIONS_STATUT } from './mots'

interface Props {
  fiche: FicheOuverte
  jeton: string
  cle: string
}

const REFUS = 'La proposition n’est pas partie'

/** Field of the form that an error of the input is about. */
const readChamp = (chemin: string): string | undefined =>
  chemin === 'message' ? chemin : /^contenu\.champs\.(\w+)/.exec(chemin)?.[1]

const subscribe = () => () => {}

/** What one proposes for the fiche of a link: kept on the device until it is received. */
export function FormulaireContribution(props: Props) {
  // The device, and the draft on it, are only known once the page is there.
  const surAppareil = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
  return <Formulaire key={surAppareil ? 'appareil' : 'serveur'} {...props} surAppareil={surAppareil} />
}

function Formulaire({ fiche, jeton, cle, surAppareil }: Props & { surAppareil: boolean }) {
  const [brouillon] = useState(() => (surAppareil ? readBrouillon(cle) : null))
  const [{ saisie, base }, setTravail] = useState(() =>
    brouillon ? mergeBrouillon(fiche, brouillon) : { saisie: createSaisie(fiche), base: fiche },
  )
  const [retrouve, setRetrouve] = useState(brouillon !== null)
  const [recue, setRecue] = useState(false)
  const envoi = useEnvoi(proposeContribution, {
    titre: REFUS,
    titreChamps: REFUS,
    champ: readChamp,
    onEcrit: () => {
      forgetBrouillon(cle)
      setRetrouve(false)
      setRecue(true)
    },
  })
  const merci = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (recue) merci.current?.focus()
  }, [recue])

  function edit(champs: Partial<SaisieInvitee>) {
    const suite = { ...saisie, ...champs }
    setTravail({ saisie: suite, base })
    keepBrouillon(cle, { saisie: suite, base })
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    envoi.envoyer({ jeton, message: saisie.message, contenu: buildContenu(base, saisie) })
  }

  if (recue) {
    return (
      <div ref={merci} tabIndex={-1}>
        <Notice tone="ok" role="status" titre="Votre proposition est reçue.">
          <p>Merci. Elle sera relue : la fiche change quand elle est acceptée. Vous pouvez fermer cette page.</p>
          <Button
            onClick={() => {
              setTravail({ saisie: createSaisie(fiche), base: fiche })
              setRecue(false)
            }}
          >
            Proposer autre chose
          </Button>
        </Notice>
      </div>
    )
  }
  return (
    <form onSubmit={handleSubmit} noValidate className="form">
      <Refus envoi={envoi} />
      {retrouve ? <Notice titre="Votre saisie, non envoyée, a été retrouvée sur cet appareil." /> : null}
      <Select
        label={MOTS_CHAMP.statut}
        name="statut"
        options={OPTIONS_STATUT}
        value={saisie.statut}
        onChange={(event) => edit({ statut: event.target.value as StatutFiche })}
        error={envoi.readErreur('statut')}
      />
      <Input
        label={`${MOTS_CHAMP.avancement} (%)`}
        name="avancement"
        inputMode="numeric"
        autoComplete="off"
        className="max-w-24"
        optional
        hint="De 0 à 100. Laissez vide si vous ne savez pas."
        value={saisie.avancement}
        onChange={(event) => edit({ avancement: event.target.value })}
        error={envoi.readErreur('avancement')}
      />
      <Textarea
        label={MOTS_CHAMP.suivi}
        name="suivi"
        rows={5}
        maxLength={LONGUEUR_SUIVI}
        optional
        hint="Ce qui a été fait, ce qui reste à faire. Cette note remplacera celle de la fiche."
        value={saisie.suivi}
        onChange={(event) => edit({ suivi: event.target.value })}
        error={envoi.readErreur('suivi')}
      />
      {fiche.etapes.length > 0 ? (
        <fieldset className="form">
          <legend className="font-semibold">
            {fiche.etapes.length > 1 ? `Où en sont les ${fiche.etapes.length} étapes` : 'Où en est l’étape'}
          </legend>
          {fiche.etapes.map(({ id, numero, titre }) => (
            <Select
              key={id}
              label={[numero, titre].filter(Boolean).join('. ')}
              name={`etape-${id}`}
              options={OPTIONS_STATUT}
              value={saisie.etapes[id]}
              onChange={(event) => edit({ etapes: { ...saisie.etapes, [id]: event.target.value as StatutFiche } })}
            />
          ))}
        </fieldset>
      ) : null}
      <Textarea
        label="Message à la coordination"
        name="message"
        rows={3}
        maxLength={LONGUEUR_MESSAGE}
        optional
        hint="Il n’est pas écrit dans la fiche."
        value={saisie.message}
        onChange={(event) => edit({ message: event.target.value })}
        error={envoi.readErreur('message')}
      />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Envoyer ma proposition
        </Button>
      </div>
    </form>
  )
}
