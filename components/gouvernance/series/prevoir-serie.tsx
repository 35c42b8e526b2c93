'use client'

import { useEffect, useRef, useState, useTransition, type FormEvent } from 'react'
import { readErreur } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { Tiroir } from '@/components/ui/flottant/dialog'
import { ErrorSummary } from '@/components/ui/saisie/error-summary'
import { fieldId } from '@/components/ui/saisie/field'
import { IconCalendar } from '@/components/ui/icons'
import { Input, Select } from '@/components/ui/saisie/inputs'
import { planSerie } from '@/lib/gouvernance/series/actions/serie'
import type { EntreeConvention, VueInstanceReunion } from '@/lib/gouvernance/instances/types/ecran'
import { addDays, addYears } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import { Derogation } from '@/components/gouvernance/reunions/derogation'
import { readNomGroupe } from '@/components/gouvernance/mots'
import { ChampsRythme } from './champs-rythme'
import { DatesSerie } from './dates-serie'
import { readSerie, readSerieEntiere } from './saisie-serie'
import { useProjet } from './use-projet'
import { readRefusSerie, useSerie } from './use-serie'

export interface PrevoirSerieProps {
  convention: EntreeConvention
  instances: readonly VueInstanceReunion[]
  /** The instance to begin with. */
  instance?: number | undefined
}

/** Button and form to plan a series of meetings. */
export function PrevoirSerie(props: PrevoirSerieProps) {
  const [ouvert, setOuvert] = useState(false)
  const fermer = () => setOuvert(false)
  return (
    <>
      <Button icon={<IconCalendar />} aria-haspopup="dialog" onClick={() => setOuvert(true)}>
        Prévoir une série
      </Button>
      <Tiroir open={ouvert} onClose={fermer} titre="Prévoir une série de réunions">
        <Formulaire {...props} onFini={fermer} />
      </Tiroir>
    </>
  )
}

/** A year from today, or what is left of the convention. */
function computeBornes({ today, debut, fin }: EntreeConvention): { debut: string; fin: string } {
  const depart = debut !== null && debut > today ? debut : today
  const an = addDays(addYears(depart, 1), -1)
  return { debut: depart, fin: fin !== null && fin >= depart && fin < an ? fin : an }
}

const TITRE = 'La série n’est pas enregistrée'

function Formulaire({ convention, instances, instance, onFini }: PrevoirSerieProps & { onFini: () => void }) {
  const formulaire = useRef<HTMLFormElement>(null)
  const [choisie, setChoisie] = useState(
    instances.find(({ id }) => id === instance) ?? (instances.length === 1 ? instances[0] : undefined),
  )
  const { projet, calculer, changer, oublier, retenues } = useProjet(convention.slug)
  const { refus, enCours, envoyer, setRefus, oublier: oublierRefus } = useSerie(TITRE, onFini)
  const [calcul, startCalcul] = useTransition()
  const aMontrer = useRef(false)
  const groupe = choisie && readNomGroupe(choisie)
  const erreur = (champ: string) => readErreur(refus.erreurs, champ)

  // The dates come below what was being filled: focus goes to them once, so that they are found and read.
  useEffect(() => {
    if (!aMontrer.current || projet === null) return
    aMontrer.current = false
    document.getElementById(fieldId('dates'))?.focus()
  }, [projet])

  function handleCalculer() {
    const saisie = new FormData(formulaire.current ?? undefined)
    startCalcul(async () => {
      oublierRefus()
      aMontrer.current = true
      const resultat = await calculer(readSerie(saisie)).catch(() => null)
      if (resultat === null)
        setRefus({
          erreurs: [{ message: 'La connexion a été coupée avant la réponse. Vérifiez le réseau, puis recommencez.' }],
          titre: 'Les dates ne sont pas calculées',
          derogation: false,
          conflit: null,
        })
      else if (!resultat.ok) setRefus(readRefusSerie(resultat, 'Les dates ne sont pas calculées'))
    })
  }
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (projet === null) return handleCalculer()
    const saisie = new FormData(event.currentTarget)
    envoyer(() => planSerie(readSerieEntiere(saisie, convention.slug, retenues)))
  }
  return (
    <form ref={formulaire} className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={refus.erreurs} titre={refus.titre} />
      <div className="form" onChange={oublier}>
        <Select
          name="instance"
          label="Instance"
          vide="Choisir une instance"
          defaultValue={choisie ? String(choisie.id) : ''}
          required
          error={erreur('instance')}
          options={instances.map(({ id, nom }) => ({ value: String(id), label: nom }))}
          onChange={(event) => setChoisie(instances.find(({ id }) => String(id) === event.target.value))}
        />
        {groupe ? (
          <Input
            key={choisie?.id}
            name="groupe"
            label={groupe.nom}
            optional={!groupe.obligatoire}
            autoComplete="off"
            error={erreur('groupe')}
          />
        ) : null}
        <ChampsRythme
          instance={choisie?.id ?? 0}
          instances={instances}
          bornes={computeBornes(convention)}
          erreurs={refus.erreurs}
        />
      </div>
      <div className="form-row">
        <Input type="time" name="heureDebut" label="Début" optional error={erreur('heureDebut')} />
        <Input type="time" name="heureFin" label="Fin" optional error={erreur('heureFin')} />
      </div>
      <Input name="lieu" label="Lieu" optional error={erreur('lieu')} />
      <Input name="objet" label="Objet" optional error={erreur('objet')} />
      {projet === null ? null : <DatesSerie dates={projet.dates} apercu={projet.apercu} onChange={changer} />}
      {projet !== null && (refus.derogation || projet.apercu.derogationPossible) ? <Derogation refus={refus} /> : null}
      <div className="form-actions">
        {projet === null || projet.dates.length === 0 ? (
          <Button type="submit" variant="primary" busy={calcul} disabled={!choisie}>
            Voir les dates
          </Button>
        ) : (
          <Button
            type="submit"
            variant="primary"
            busy={enCours}
          >{`Prévoir ${formatCompte(retenues.length, 'réunion')}`}</Button>
        )}
        <Button onClick={() => onFini()}>Fermer</Button>
      </div>
    </form>
  )
}
