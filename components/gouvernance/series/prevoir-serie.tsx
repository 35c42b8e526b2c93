'use client'

import { useEffect, useRef, useState, type FormEvent } from 'react'
import { readRefus } from '@/components/formulaire/envoi'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Tiroir } from '@/components/ui/flottant/dialog'
import { fieldId } from '@/components/ui/saisie/field'
import { IconCalendar } from '@/components/ui/icons'
import { Input, Select } from '@/components/ui/saisie/inputs'
import { planSerie } from '@/lib/gouvernance/series/actions/serie'
import type { EntreeConvention, VueInstanceReunion } from '@/lib/gouvernance/instances/types/ecran'
import { addDays, addYears } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import { Derogation } from '@/components/gouvernance/reunions/derogation'
import { isDerogeable } from '@/components/gouvernance/reunions/saisie-derogation'
import { readNomGroupe } from '@/components/gouvernance/mots'
import { ChampsRythme } from './champs-rythme'
import { DatesSerie } from './dates-serie'
import { readEnvoiSerie } from './envoi-serie'
import { readSerie, readSerieEntiere } from './saisie-serie'
import { useProjet } from './use-projet'

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

function Formulaire({ convention, instances, instance, onFini }: PrevoirSerieProps & { onFini: () => void }) {
  const formulaire = useRef<HTMLFormElement>(null)
  const [choisie, setChoisie] = useState(
    instances.find(({ id }) => id === instance) ?? (instances.length === 1 ? instances[0] : undefined),
  )
  const { projet, calculer, changer, oublier, retenues } = useProjet(convention.slug)
  const envoi = useEnvoi(planSerie, { ...readEnvoiSerie('La série n’est pas enregistrée'), onEcrit: onFini })
  const [calcul, setCalcul] = useState(false)
  const aMontrer = useRef(false)
  const groupe = choisie && readNomGroupe(choisie)

  // The dates come below what was being filled: focus goes to them once, so that they are found and read.
  useEffect(() => {
    if (!aMontrer.current || projet === null) return
    aMontrer.current = false
    document.getElementById(fieldId('dates'))?.focus()
  }, [projet])

  async function compute() {
    if (calcul) return
    const saisie = new FormData(formulaire.current ?? undefined)
    envoi.oublier()
    aMontrer.current = true
    setCalcul(true)
    const issue = await calculer(readSerie(saisie))
    setCalcul(false)
    if (issue.ok) return
    const { erreurs, titre } = readRefus(issue, { titre: 'Les dates ne sont pas calculées' })
    envoi.refuser(erreurs, titre)
  }
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (projet === null) return void compute()
    const saisie = new FormData(event.currentTarget)
    envoi.envoyer(readSerieEntiere(saisie, convention.slug, retenues))
  }
  return (
    <form ref={formulaire} className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      <div className="form" onChange={oublier}>
        <Select
          name="instance"
          label="Instance"
          vide="Choisir une instance"
          defaultValue={choisie ? String(choisie.id) : ''}
          required
          error={envoi.readErreur('instance')}
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
            error={envoi.readErreur('groupe')}
          />
        ) : null}
        <ChampsRythme
          instance={choisie?.id ?? 0}
          instances={instances}
          bornes={computeBornes(convention)}
          erreurs={envoi.erreurs}
        />
      </div>
      <div className="form-row">
        <Input type="time" name="heureDebut" label="Début" optional error={envoi.readErreur('heureDebut')} />
        <Input type="time" name="heureFin" label="Fin" optional error={envoi.readErreur('heureFin')} />
      </div>
      <Input name="lieu" label="Lieu" optional error={envoi.readErreur('lieu')} />
      <Input name="objet" label="Objet" optional error={envoi.readErreur('objet')} />
      {projet === null ? null : <DatesSerie dates={projet.dates} apercu={projet.apercu} onChange={changer} />}
      {projet !== null && (isDerogeable(envoi.erreurs) || projet.apercu.derogationPossible) ? (
        <Derogation envoi={envoi} />
      ) : null}
      <div className="form-actions">
        {projet === null || projet.dates.length === 0 ? (
          <Button type="submit" variant="primary" busy={calcul} disabled={!choisie}>
            Voir les dates
          </Button>
        ) : (
          <Button
            type="submit"
            variant="primary"
            busy={envoi.enCours}
          >{`Prévoir ${formatCompte(retenues.length, 'réunion')}`}</Button>
        )}
        <Button onClick={() => onFini()}>Fermer</Button>
      </div>
    </form>
  )
}
