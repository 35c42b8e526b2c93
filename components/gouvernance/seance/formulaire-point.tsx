'use client'

import { useState, useTransition, type FormEvent } from 'react'
import { readErreur, readErreurs } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Input, Select } from '@/components/ui/saisie/inputs'
import { notify } from '@/components/ui/flottant/toast'
import { createPoint, updatePoint } from '@/lib/gouvernance/seance/actions/agenda'
import { LONGUEUR_TITRE } from '@/lib/gouvernance/seance/words'
import type { Choix, ChoixLiens, PointActuel, PointEcrit } from '@/lib/gouvernance/seance/types/reunion'
import { readChamp } from '@/components/gouvernance/reunions/use-ecriture'
import { formatDuree } from '@/lib/platform/heures'
import { ConflitPoint } from './conflit-point'
import { NON_ENREGISTRE } from './mots-reunion'

export interface FormulairePointProps {
  convention: string
  reunion: number
  /** The point to change; null to add one. */
  point: PointActuel | null
  choix: ChoixLiens
  onFini: (ecrit?: PointEcrit) => void
}

const NOUVEAU = 'nouveau'

const readLien = (saisie: FormData, nom: string): number | null => Number(readChamp(saisie, nom)) || null

function readPoint(saisie: FormData) {
  const nouveau = readChamp(saisie, 'document') === NOUVEAU
  return {
    titre: readChamp(saisie, 'titre'),
    presentateur: readChamp(saisie, 'presentateur'),
    duree: readChamp(saisie, 'duree'),
    fiche: readLien(saisie, 'fiche'),
    indicateur: readLien(saisie, 'indicateur'),
    schema: readLien(saisie, 'schema'),
    document: nouveau ? null : readLien(saisie, 'document'),
    nouveauDocument: nouveau
      ? { titre: readChamp(saisie, 'nouveauDocument.titre'), reference: readChamp(saisie, 'nouveauDocument.reference') }
      : null,
  }
}

/** What was typed over: the same fields, as they were then. */
const CHAMPS = ['titre', 'presentateur', 'dureeMinutes', 'fiche', 'indicateur', 'schema', 'document'] as const
const same = (a: PointActuel, b: PointActuel) => CHAMPS.every((champ) => a[champ] === b[champ])

const isPoint = (valeur: unknown): valeur is PointActuel =>
  typeof valeur === 'object' && valeur !== null && 'version' in valeur && 'titre' in valeur && 'etat' in valeur

function Lien({
  nom,
  label,
  vide,
  choix,
  valeur,
}: {
  nom: string
  label: string
  vide: string
  choix: readonly Choix[]
  valeur: number | null | undefined
}) {
  if (choix.length === 0) return null
  return (
    <Select
      name={nom}
      label={label}
      optional
      vide={vide}
      defaultValue={valeur ?? ''}
      options={choix.map(({ id, libelle }) => ({ value: String(id), label: libelle }))}
    />
  )
}

/** Adds a point to the agenda, or changes one: what it is about, who presents it, how long, what it rests on. */
export function FormulairePoint({ convention, reunion, point, choix, onFini }: FormulairePointProps) {
  const [base, setBase] = useState(point)
  const [conflit, setConflit] = useState<PointActuel | null>(null)
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [document, setDocument] = useState(point?.document ? String(point.document) : '')
  const [enCours, start] = useTransition()

  async function write(saisie: FormData, depuis: PointActuel | null) {
    const champs = readPoint(saisie)
    const resultat = await (depuis === null
      ? createPoint({ convention, reunion, ...champs })
      : updatePoint({ convention, point: depuis.id, version: depuis.version, ...champs })
    ).catch(() => null)
    if (resultat?.ok) {
      notify({ message: resultat.data.message })
      return onFini(resultat.data)
    }
    const actuel = resultat?.tag === 'CONFLIT' && isPoint(resultat.actuel) ? resultat.actuel : null
    // Its notes or its state were saved meanwhile: what is edited here did not change.
    if (actuel !== null && depuis !== null && same(actuel, depuis)) return write(saisie, actuel)
    setConflit(actuel)
    setErreurs(resultat ? readErreurs(resultat) : [{ message: NON_ENREGISTRE }])
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = new FormData(event.currentTarget)
    if (!enCours) start(() => write(saisie, conflit ?? base))
  }
  function handleReprendre() {
    setBase(conflit)
    setDocument(conflit?.document ? String(conflit.document) : '')
    setConflit(null)
    setErreurs([])
  }

  return (
    <form className="form" key={base?.version} onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} />
      {conflit ? <ConflitPoint actuel={conflit} choix={choix} onReprendre={handleReprendre} /> : null}
      <Input
        name="titre"
        label="Titre"
        required
        maxLength={LONGUEUR_TITRE}
        defaultValue={base?.titre}
        error={readErreur(erreurs, 'titre')}
      />
      <div className="form-row">
        <Input
          name="presentateur"
          label="Présenté par"
          optional
          maxLength={200}
          defaultValue={base?.presentateur ?? ''}
          error={readErreur(erreurs, 'presentateur')}
        />
        <Input
          name="duree"
          label="Durée"
          optional
          hint="20 min, 1 h 30"
          defaultValue={base?.dureeMinutes ? formatDuree(base.dureeMinutes) : ''}
          error={readErreur(erreurs, 'duree')}
        />
      </div>
      <Lien nom="fiche" label="Fiche liée" vide="Aucune fiche" choix={choix.fiches} valeur={base?.fiche} />
      <Lien
        nom="indicateur"
        label="Indicateur lié"
        vide="Aucun indicateur"
        choix={choix.indicateurs}
        valeur={base?.indicateur}
      />
      <Lien
        nom="schema"
        label="Schéma de coopération lié"
        vide="Aucun schéma"
        choix={choix.schemas}
        valeur={base?.schema}
      />
      <Select
        name="document"
        label="Document présenté"
        optional
        vide="Aucun document"
        value={document}
        onChange={(event) => setDocument(event.target.value)}
        options={[
          ...choix.documents.map(({ id, libelle }) => ({ value: String(id), label: libelle })),
          { value: NOUVEAU, label: 'Un autre document…' },
        ]}
      />
      {document === NOUVEAU ? (
        <div className="form-row">
          <Input
            name="nouveauDocument.titre"
            label="Titre du document"
            required
            maxLength={300}
            error={readErreur(erreurs, 'nouveauDocument.titre')}
          />
          <Input
            name="nouveauDocument.reference"
            label="Où le trouver"
            optional
            hint="Adresse, dossier partagé, cote"
            maxLength={500}
            error={readErreur(erreurs, 'nouveauDocument.reference')}
          />
        </div>
      ) : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={enCours}>
          {conflit ? 'Enregistrer ma saisie' : point === null ? 'Ajouter le point' : 'Enregistrer'}
        </Button>
        <Button onClick={() => onFini()}>Fermer</Button>
      </div>
    </form>
  )
}
