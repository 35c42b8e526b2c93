'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readTextes } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DateInput, Input, Radios, Select } from '@/components/ui/saisie/inputs'
import { createDocumentFiche, createFicheDocument } from '@/lib/plan-action/fiche/actions/liens'
import type { ChoixContenu } from '@/lib/plan-action/fiche/types/contenu'

interface Props {
  slug: string
  fiche: number
  documents: ChoixContenu['documents']
  /** may add a document to the convention */
  coordonne: boolean
  onFini: () => void
}

/** Ties a document of the convention to a fiche, or brings one in. */
export function FormulaireDocument({ slug, fiche, documents, coordonne, onFini }: Props) {
  const [genre, setGenre] = useState<'EXISTANT' | 'NOUVEAU'>(
    documents.length > 0 || !coordonne ? 'EXISTANT' : 'NOUVEAU',
  )
  const envoi = useEnvoi(createFicheDocument, { onEcrit: onFini })

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { document, ...neuf } = readTextes(new FormData(event.currentTarget), [
      'document',
      'titre',
      'nature',
      'reference',
      'date',
    ])
    if (genre === 'NOUVEAU') return envoi.avec(createDocumentFiche, { convention: slug, fiche, ...neuf })
    if (document === '') return envoi.refuser([{ champ: 'document', message: 'Choisissez un document de la liste.' }])
    envoi.envoyer({ convention: slug, fiche, document: Number(document) })
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      {coordonne && documents.length > 0 ? (
        <Radios
          label="Quel document ?"
          name="genre"
          value={genre}
          onChange={({ target }) => setGenre(target.value === 'NOUVEAU' ? 'NOUVEAU' : 'EXISTANT')}
          options={[
            { value: 'EXISTANT', label: 'Un document de la convention' },
            { value: 'NOUVEAU', label: 'Un nouveau document' },
          ]}
        />
      ) : null}
      {genre === 'EXISTANT' ? (
        documents.length > 0 ? (
          <Select
            label="Document"
            name="document"
            vide="Choisir…"
            error={envoi.readErreur('document')}
            options={documents.map(({ id, titre, nature }) => ({ value: String(id), label: `${titre} (${nature})` }))}
          />
        ) : (
          <p className="text-muted">La convention n’a pas d’autre document : la coordination peut en ajouter un.</p>
        )
      ) : (
        <>
          <Input
            label="Titre"
            name="titre"
            maxLength={300}
            required
            autoComplete="off"
            error={envoi.readErreur('titre')}
          />
          <div className="form-row">
            <Input
              label="Nature"
              name="nature"
              maxLength={100}
              required
              autoComplete="off"
              hint="Compte rendu, bilan, délibération…"
              error={envoi.readErreur('nature')}
            />
            <DateInput label="Date" name="date" optional error={envoi.readErreur('date')} />
          </div>
          <Input
            label="Référence ou adresse"
            name="reference"
            optional
            maxLength={500}
            autoComplete="off"
            hint="Où le trouver : une cote, un dossier, ou une adresse qui commence par https://."
            error={envoi.readErreur('reference')}
          />
        </>
      )}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          {genre === 'EXISTANT' ? 'Rattacher' : 'Ajouter'}
        </Button>
        <Button onClick={onFini}>Annuler</Button>
      </div>
    </form>
  )
}
