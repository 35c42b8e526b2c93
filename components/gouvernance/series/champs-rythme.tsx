'use client'

import { useState } from 'react'
import { readErreur } from '@/components/formulaire/erreurs'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Checkbox, DateInput, Input, Select, type Option } from '@/components/ui/saisie/inputs'
import type { CheckSerie } from '@/lib/gouvernance/series/schema'
import type { VueInstanceReunion } from '@/lib/gouvernance/instances/types/ecran'

type Genre = CheckSerie['rythme']

const RYTHMES: { value: Genre; label: string }[] = [
  { value: 'MENSUEL_JOUR', label: 'Chaque mois, un jour de la semaine' },
  { value: 'MENSUEL_DATE', label: 'Chaque mois, à la même date' },
  { value: 'DEUX_PAR_MOIS', label: 'Deux fois par mois' },
  { value: 'QUINZAINE', label: 'Toutes les deux semaines' },
  { value: 'TRIMESTRIEL', label: 'Tous les trois mois' },
  { value: 'AVANT_INSTANCE', label: 'Avant chaque réunion d’une autre instance' },
]
const RANGS: Option[] = [
  { value: '1', label: 'premier' },
  { value: '2', label: 'deuxième' },
  { value: '3', label: 'troisième' },
  { value: '4', label: 'quatrième' },
  { value: 'DERNIER', label: 'dernier' },
]
const JOURS: Option[] = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'].map(
  (label, rang) => ({ value: String(rang + 1), label }),
)
const FERMES: Option[] = [
  { value: 'SUIVANT', label: 'Déplacer au jour ouvert suivant' },
  { value: 'PRECEDENT', label: 'Déplacer au jour ouvert précédent' },
  { value: 'OTER', label: 'Laisser cette date de côté' },
  { value: 'GARDER', label: 'Garder la date, en le signalant' },
]
const VACANCES: Option[] = [
  { value: 'GARDER', label: 'Garder la date' },
  { value: 'DECALER', label: 'Décaler de semaines entières, dans le même mois' },
  { value: 'OTER', label: 'Laisser cette date de côté' },
]

interface ChampsProps {
  erreur: (champ: string) => string | undefined
}

/** What each rhythm asks. */
function Precisions({
  genre,
  instance,
  instances,
  erreur,
}: ChampsProps & { genre: Genre; instance: number; instances: readonly VueInstanceReunion[] }) {
  const jour = <Select name="jour" label="Jour" defaultValue="2" options={JOURS} error={erreur('jour')} />
  switch (genre) {
    case 'MENSUEL_DATE':
      return (
        <Input
          name="quantieme"
          label="Jour du mois"
          hint="De 1 à 31 ; les mois plus courts prennent leur dernier jour."
          inputMode="numeric"
          autoComplete="off"
          required
          error={erreur('quantieme')}
        />
      )
    case 'DEUX_PAR_MOIS':
      return (
        <div className="form-row">
          <Select name="rang" label="Le" defaultValue="1" options={RANGS} error={erreur('rang')} />
          <Select name="rang2" label="Et le" defaultValue="3" options={RANGS} error={erreur('rang2')} />
          {jour}
        </div>
      )
    case 'QUINZAINE':
      return jour
    case 'AVANT_INSTANCE':
      return (
        <>
          <Select
            name="evenement"
            label="Instance préparée"
            vide="Choisir une instance"
            defaultValue=""
            required
            error={erreur('evenement')}
            options={instances
              .filter(({ id }) => id !== instance)
              .map(({ id, nom }) => ({ value: String(id), label: nom }))}
          />
          <div className="form-row">
            <Input
              name="avance"
              label="Combien de temps avant"
              defaultValue="3"
              inputMode="numeric"
              autoComplete="off"
              required
              error={erreur('avance')}
            />
            <Select
              name="unite"
              label="Unité"
              defaultValue="SEMAINES"
              options={[
                { value: 'SEMAINES', label: 'semaines' },
                { value: 'JOURS', label: 'jours' },
              ]}
            />
          </div>
        </>
      )
    default:
      return (
        <div className="form-row">
          <Select name="rang" label="Le" defaultValue="1" options={RANGS} error={erreur('rang')} />
          {jour}
        </div>
      )
  }
}

export interface ChampsRythmeProps {
  instance: number
  instances: readonly VueInstanceReunion[]
  bornes: { debut: string; fin: string }
  erreurs: readonly ErreurDeChamp[]
}

/** The rhythm of a series, its span, and what to do of the days on which nobody meets. */
export function ChampsRythme({ instance, instances, bornes, erreurs }: ChampsRythmeProps) {
  const [genre, setGenre] = useState<Genre>('MENSUEL_JOUR')
  const erreur = (champ: string) => readErreur(erreurs, champ)
  const avant = genre === 'AVANT_INSTANCE'
  return (
    <>
      <Select
        name="rythme"
        label="Rythme"
        defaultValue={genre}
        options={RYTHMES}
        required
        error={erreur('rythme')}
        onChange={(event) => setGenre(event.target.value as Genre)}
      />
      <Precisions key={genre} genre={genre} instance={instance} instances={instances} erreur={erreur} />
      <div className="form-row">
        <DateInput name="debut" label="Du" defaultValue={bornes.debut} required error={erreur('debut')} />
        <DateInput name="fin" label="Au" defaultValue={bornes.fin} required error={erreur('fin')} />
      </div>
      <Select
        key={avant ? 'avant' : 'libre'}
        name="siFerme"
        label="Si la date tombe un week-end ou un jour férié"
        error={erreur('siFerme')}
        defaultValue={avant ? 'PRECEDENT' : 'SUIVANT'}
        options={avant ? FERMES.filter(({ value }) => value !== 'SUIVANT') : FERMES}
      />
      <Select
        name="siVacances"
        label="Si elle tombe pendant les vacances scolaires"
        defaultValue="GARDER"
        options={VACANCES}
        error={erreur('siVacances')}
      />
      <Checkbox name="sansAout" label="Pas de réunion en août" />
    </>
  )
}
