'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readTexte } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Input, Select } from '@/components/ui/saisie/inputs'
import { createPoint, updatePoint } from '@/lib/gouvernance/seance/actions/agenda'
import { LONGUEUR_TITRE } from '@/lib/gouvernance/seance/words'
import type { Choix, ChoixLiens, PointActuel, PointEcrit } from '@/lib/gouvernance/seance/types/reunion'
import { formatDuree } from '@/lib/platform/heures'
import { ConflitPoint } from './conflit-point'

export interface FormulairePointProps {
  convention: string
  reunion: number
  /** The point to change; null to add one. */
  point: PointActuel | null
  choix: ChoixLiens
  onFini: (ecrit?: PointEcrit) => void
}

const NOUVEAU = 'nouveau'

const readLien = (saisie: FormData, nom: string): number | null => Number(readTexte(saisie, nom)) || null

function readPoint(saisie: FormData) {
  const nouveau = readTexte(saisie, 'document') === NOUVEAU
  return {
    titre: readTexte(saisie, 'titre'),
    presentateur: readTexte(saisie, 'presentateur'),
    duree: readTexte(saisie, 'duree'),
    fiche: readLien(saisie, 'fiche'),
    indicateur: readLien(saisie, 'indicateur'),
    schema: readLien(saisie, 'schema'),
    document: nouveau ? null : readLien(saisie, 'document'),
    nouveauDocument: nouveau
      ? { titre: readTexte(saisie, 'nouveauDocument.titre'), reference: readTexte(saisie, 'nouveauDocument.reference') }
      : null,
  }
}

/** What was typed over: the same fields, as they were then. */
const CHAMPS = ['titre', 'presentateur', 'dureeMinutes', 'fiche', 'indicateur', 'schema', 'document'] as const
const same = (a: PointActuel, b: PointActuel) => CHAMPS.every((champ) => a[champ] === b[champ])

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
  const [document, setDocument] = useState(point?.document ? String(point.document) : '')
  const envoi = useEnvoi(updatePoint, { onEcrit: onFini })
  const { conflit } = envoi

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const champs = readPoint(new FormData(event.currentTarget))
    const depuis = conflit ?? base
    if (depuis === null) return envoi.avec(createPoint, { convention, reunion, ...champs })
    envoi.envoyer(
      { convention, point: depuis.id, version: depuis.version, ...champs },
      {
        // Its notes or its state were saved meanwhile: what is edited here did not change.
        reprise: (actuel, input) => (same(actuel, depuis) ? { ...input, version: actuel.version } : null),
      },
    )
  }
  function handleReprendre() {
    setBase(conflit)
    setDocument(conflit?.document ? String(conflit.document) : '')
    envoi.oublier()
  }

  return (
    <form className="form" key={base?.version} onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      {conflit ? <ConflitPoint actuel={conflit} choix={choix} onReprendre={handleReprendre} /> : null}
      <Input
        name="titre"
        label="Titre"
        required
        maxLength={LONGUEUR_TITRE}
        defaultValue={base?.titre}
        error={envoi.readErreur('titre')}
      />
      <div className="form-row">
        <Input
          name="presentateur"
          label="Présenté par"
          optional
          maxLength={200}
          defaultValue={base?.presentateur ?? ''}
          error={envoi.readErreur('presentateur')}
        />
        <Input
          name="duree"
          label="Durée"
          optional
          hint="20 min, 1 h 30"
          defaultValue={base?.dureeMinutes ? formatDuree(base.dureeMinutes) : ''}
          error={envoi.readErreur('duree')}
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
            error={envoi.readErreur('nouveauDocument.titre')}
          />
          <Input
            name="nouveauDocument.reference"
            label="Où le trouver"
            optional
            hint="Adresse, dossier partagé, cote"
            maxLength={500}
            error={envoi.readErreur('nouveauDocument.reference')}
          />
        </div>
      ) : null}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          {conflit ? 'Enregistrer ma saisie' : point === null ? 'Ajouter le point' : 'Enregistrer'}
        </Button>
        <Button onClick={() => onFini()}>Fermer</Button>
      </div>
    </form>
  )
}
