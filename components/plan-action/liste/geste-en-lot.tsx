'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/flottant/dialog'
import { Checkbox, Input, Radios } from '@/components/ui/saisie/inputs'
import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import { parsePeriode } from '@/lib/plan-action/periode/rules/periode'
import { updateFiches } from '@/lib/plan-action/liste/actions/lot'
import type { Geste } from '@/lib/plan-action/liste/schema/lot'
import type { LotModifie } from '@/lib/plan-action/liste/types'
import { formatCompteNom } from '../noms'
import { PILOTES_DU_PLAN, TITRES, type GenreSaisi } from './mots'

export type SaisieLot = Parameters<typeof updateFiches>[0]

interface Props {
  genre: GenreSaisi
  nombre: number
  nomFiche: string
  themes: { code: string; nom: string }[]
  bornes: { debut: string | null; fin: string | null }
  /** what a gesture does to the rows chosen */
  buildInput: (geste: Geste) => SaisieLot
  onClose: () => void
  onEcrit: (data: LotModifie) => void
}

const MODES = [
  { value: 'AJOUTER', label: 'Ajouter' },
  { value: 'REMPLACER', label: 'Remplacer' },
]

/** What the form says, or what is missing. */
function readGeste(genre: GenreSaisi, saisie: FormData, bornes: Props['bornes']): Geste | string {
  const mode = saisie.get('mode') === 'REMPLACER' ? 'REMPLACER' : 'AJOUTER'
  const texte = String(saisie.get('texte') ?? '').trim()
  if (genre === 'PILOTE') {
    return texte
      ? { genre, mode, pilote: { role: 'PILOTE', texte, organisme: null, aDefinir: saisie.get('aDefinir') !== null } }
      : 'Écrivez qui pilote, ou fermez.'
  }
  if (genre === 'THEME') {
    const themes = saisie.getAll('themes').map(String)
    return themes.length > 0 ? { genre, mode, themes } : 'Choisissez au moins une thématique.'
  }
  const lue = parsePeriode(texte, bornes)
  return {
    genre,
    periode: {
      texte: texte || null,
      debut: lue.etat === 'LUE' ? lue.debut : null,
      fin: lue.etat === 'LUE' ? lue.fin : null,
    },
  }
}

function ChampPeriode({ bornes, erreur }: { bornes: Props['bornes']; erreur: string | null }) {
  const [texte, setTexte] = useState('')
  const lue = parsePeriode(texte, bornes)
  const aide =
    lue.etat === 'LUE'
      ? `Lu : ${lue.lecture}`
      : lue.etat === 'ILLISIBLE'
        ? `À préciser : ${lue.raison}`
        : 'Vide : la période n’est plus précisée.'
  return (
    <Input
      label={`${MOTS_CHAMP.periode}, en toutes lettres`}
      name="texte"
      value={texte}
      onChange={(event) => setTexte(event.target.value)}
      hint={aide}
      error={erreur}
      maxLength={300}
      autoFocus
      autoComplete="off"
    />
  )
}

/** One change for all the rows chosen. */
export function GesteEnLot({ genre, nombre, nomFiche, themes, bornes, buildInput, onClose, onEcrit }: Props) {
  const envoi = useEnvoi(updateFiches, {
    gardee: true,
    // The same is refused of each row: said once.
    nommer: (erreurs) => [...new Set(erreurs.map(({ message }) => message))].map((message) => ({ message })),
    onEcrit,
  })
  const [erreur, setErreur] = useState<string | null>(null)
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const geste = readGeste(genre, new FormData(event.currentTarget), bornes)
    setErreur(typeof geste === 'string' ? geste : null)
    if (typeof geste !== 'string') envoi.envoyer(buildInput(geste))
  }
  return (
    <Dialog open onClose={onClose} titre={`${TITRES[genre]} de ${formatCompteNom(nombre, nomFiche)}`}>
      <form className="form" onSubmit={submit} noValidate>
        <Refus envoi={envoi} />
        {genre === 'PILOTE' ? (
          <>
            <Input
              label="Pilote"
              name="texte"
              list={PILOTES_DU_PLAN}
              error={erreur}
              maxLength={300}
              autoFocus
              autoComplete="off"
            />
            <Checkbox label="À définir" name="aDefinir" />
          </>
        ) : null}
        {genre === 'THEME' ? (
          <fieldset className="choices">
            <legend>{MOTS_CHAMP.themes}</legend>
            {themes.map(({ code, nom }, rang) => (
              <Checkbox
                key={code}
                id={`champ-theme-${code}`}
                label={nom}
                name="themes"
                value={code}
                error={rang === 0 ? erreur : null}
              />
            ))}
          </fieldset>
        ) : null}
        {genre === 'PERIODE' ? (
          <ChampPeriode bornes={bornes} erreur={erreur} />
        ) : (
          <Radios
            label={genre === 'PILOTE' ? 'Pilotes déjà nommés' : `${MOTS_CHAMP.themes} déjà dites`}
            name="mode"
            defaultValue="AJOUTER"
            options={MODES}
          />
        )}
        <div className="form-actions">
          <Button type="submit" variant="primary" busy={envoi.enCours}>
            Appliquer
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
