'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Radios, Select } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { updateReglageVeille } from '@/lib/pilotage/veille/actions'
import { formatFrequence, JOURS_SEMAINE, type Frequence, type Reglage } from '@/lib/pilotage/veille/rules/envoi'
import type { ReglageEnregistre } from '@/lib/pilotage/veille/types'
import { capitalise } from '@/lib/platform/mots'

const MOTS: Record<Frequence, { label: string; hint?: string }> = {
  QUOTIDIENNE: {
    label: 'Chaque jour ouvré',
    hint: 'Du lundi au vendredi, sauf les jours fériés, et seulement s’il y a du nouveau.',
  },
  HEBDOMADAIRE: { label: 'Chaque semaine', hint: 'Le jour de votre choix, ou le jour ouvré suivant s’il est férié.' },
  MENSUELLE: { label: 'Chaque mois', hint: 'Le premier jour ouvré du mois.' },
  JAMAIS: { label: 'Jamais', hint: 'Rien ne vous est envoyé. Tout reste visible dans la veille de chaque convention.' },
}
const ORDRE: readonly Frequence[] = ['QUOTIDIENNE', 'HEBDOMADAIRE', 'MENSUELLE', 'JAMAIS']

/** How often one wants to be told. What was saved elsewhere meanwhile is shown beside what was chosen here. */
export function FormulaireReglage({ reglage }: { reglage: ReglageEnregistre }) {
  const [choix, setChoix] = useState<Reglage>(reglage)
  const [version, setVersion] = useState(reglage.version)
  const envoi = useEnvoi(updateReglageVeille, {
    message: `Enregistré : ${choix.frequence === 'JAMAIS' ? 'aucun message ne vous sera envoyé' : `un message ${formatFrequence(choix)}`}.`,
    onEcrit: (ecrit) => setVersion(ecrit.version),
    rafraichir: true,
  })
  const conflit = envoi.refus?.tag === 'CONFLIT' ? envoi.refus.actuel : null
  const save = (depuis: number) => envoi.envoyer({ frequence: choix.frequence, jour: choix.jour, version: depuis })

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    save(version)
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      {conflit ? (
        <Notice tone="warn" role="alert" titre="Votre réglage a changé entre-temps">
          <p>
            Enregistré : {formatFrequence(conflit)}. Votre choix : {formatFrequence(choix)}.
          </p>
          <div className="form-actions">
            <Button variant="primary" busy={envoi.enCours} onClick={() => save(conflit.version)}>
              Enregistrer mon choix
            </Button>
            <Button
              onClick={() => {
                setChoix(conflit)
                setVersion(conflit.version)
                envoi.oublier()
              }}
            >
              Garder ce qui est enregistré
            </Button>
          </div>
        </Notice>
      ) : (
        <Refus envoi={envoi} />
      )}
      <Radios
        label="Recevoir un message"
        name="frequence"
        value={choix.frequence}
        error={envoi.readErreur('frequence')}
        options={ORDRE.map((frequence) => ({ value: frequence, ...MOTS[frequence] }))}
        onChange={({ currentTarget }) =>
          setChoix({
            ...choix,
            frequence: ORDRE.find((frequence) => frequence === currentTarget.value) ?? choix.frequence,
          })
        }
      />
      {choix.frequence === 'HEBDOMADAIRE' ? (
        <Select
          label="Jour de la semaine"
          name="jour"
          value={String(choix.jour)}
          error={envoi.readErreur('jour')}
          options={JOURS_SEMAINE.map((jour, rang) => ({ value: String(rang + 1), label: capitalise(jour) }))}
          onChange={({ currentTarget }) => setChoix({ ...choix, jour: Number(currentTarget.value) })}
        />
      ) : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Enregistrer
        </Button>
      </div>
    </form>
  )
}
