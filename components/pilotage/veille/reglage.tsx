'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition, type FormEvent } from 'react'
import { readErreur, readErreurs } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Radios, Select } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/flottant/toast'
import { updateReglageVeille } from '@/lib/pilotage/veille/actions'
import { formatFrequence, JOURS_SEMAINE, type Frequence } from '@/lib/pilotage/veille/rules/envoi'
import { FREQUENCES } from '@/lib/pilotage/veille/schema'

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

const capitalize = (mot: string): string => mot.charAt(0).toUpperCase() + mot.slice(1)

interface Choix {
  frequence: Frequence
  jour: number
}

interface Enregistre extends Choix {
  version: number
}

function isEnregistre(valeur: unknown): valeur is Enregistre {
  return (
    typeof valeur === 'object' &&
    valeur !== null &&
    'version' in valeur &&
    'frequence' in valeur &&
    FREQUENCES.some((frequence) => frequence === valeur.frequence)
  )
}

/** How often one wants to be told. What was saved elsewhere meanwhile is shown beside what was chosen here. */
export function FormulaireReglage({ reglage }: { reglage: Enregistre }) {
  const router = useRouter()
  const [choix, setChoix] = useState<Choix>(reglage)
  const [version, setVersion] = useState(reglage.version)
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [conflit, setConflit] = useState<Enregistre | null>(null)
  const [envoi, start] = useTransition()

  function save(depuis: number) {
    start(async () => {
      const resultat = await updateReglageVeille({ frequence: choix.frequence, jour: choix.jour, version: depuis })
      if (resultat.ok) {
        setVersion(resultat.data.version)
        setErreurs([])
        setConflit(null)
        notify({
          message: `Enregistré\u00A0: ${choix.frequence === 'JAMAIS' ? 'aucun message ne vous sera envoyé' : `un message ${formatFrequence(choix)}`}.`,
        })
        router.refresh()
        return
      }
      setConflit(resultat.tag === 'CONFLIT' && isEnregistre(resultat.actuel) ? resultat.actuel : null)
      setErreurs(resultat.tag === 'CONFLIT' ? [] : readErreurs(resultat))
    })
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    save(version)
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} />
      {conflit ? (
        <Notice tone="warn" role="alert" titre="Votre réglage a changé entre-temps">
          <p>
            Enregistré{'\u00A0'}: {formatFrequence(conflit)}. Votre choix{'\u00A0'}: {formatFrequence(choix)}.
          </p>
          <div className="form-actions">
            <Button variant="primary" onClick={() => save(conflit.version)}>
              Enregistrer mon choix
            </Button>
            <Button
              onClick={() => {
                setChoix(conflit)
                setVersion(conflit.version)
                setConflit(null)
              }}
            >
              Garder ce qui est enregistré
            </Button>
          </div>
        </Notice>
      ) : null}
      <Radios
        label="Recevoir un message"
        name="frequence"
        value={choix.frequence}
        error={readErreur(erreurs, 'frequence')}
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
          error={readErreur(erreurs, 'jour')}
          options={JOURS_SEMAINE.map((jour, rang) => ({ value: String(rang + 1), label: capitalize(jour) }))}
          onChange={({ currentTarget }) => setChoix({ ...choix, jour: Number(currentTarget.value) })}
        />
      ) : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi}>
          Enregistrer
        </Button>
      </div>
    </form>
  )
}
