'use client'

import { useState, type FormEvent } from 'react'
import { readErreur, readErreurs } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { DateInput, Input, Radios, Select } from '@/components/ui/saisie/inputs'
import { notify } from '@/components/ui/flottant/toast'
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

const COUPURE =
  'La connexion a été coupée avant la réponse. Votre saisie est toujours là : vérifiez le réseau, puis enregistrez de nouveau.'

/** Ties a document of the convention to a fiche, or brings one in. */
export function FormulaireDocument({ slug, fiche, documents, coordonne, onFini }: Props) {
  const [genre, setGenre] = useState<'EXISTANT' | 'NOUVEAU'>(
    documents.length > 0 || !coordonne ? 'EXISTANT' : 'NOUVEAU',
  )
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [enCours, setEnCours] = useState(false)
  const erreur = (champ: string) => readErreur(erreurs, champ)

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = new FormData(event.currentTarget)
    const read = (nom: string) => String(saisie.get(nom) ?? '')
    const document = Number(read('document'))
    if (genre === 'EXISTANT' && !document)
      return setErreurs([{ champ: 'document', message: 'Choisissez un document de la liste.' }])
    setEnCours(true)
    const resultat = await (genre === 'EXISTANT'
      ? createFicheDocument({ convention: slug, fiche, document })
      : createDocumentFiche({
          convention: slug,
          fiche,
          titre: read('titre'),
          nature: read('nature'),
          reference: read('reference'),
          date: read('date'),
        })
    ).catch(() => null)
    setEnCours(false)
    if (!resultat?.ok) return setErreurs(resultat ? readErreurs(resultat) : [{ message: COUPURE }])
    notify({ message: resultat.data.message })
    onFini()
  }

  return (
    <form className="form" onSubmit={(event) => void handleSubmit(event)} noValidate>
      <ErrorSummary erreurs={erreurs} />
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
            error={erreur('document')}
            options={documents.map(({ id, titre, nature }) => ({ value: String(id), label: `${titre} (${nature})` }))}
          />
        ) : (
          <p className="text-muted">La convention n’a pas d’autre document : la coordination peut en ajouter un.</p>
        )
      ) : (
        <>
          <Input label="Titre" name="titre" maxLength={300} required autoComplete="off" error={erreur('titre')} />
          <div className="form-row">
            <Input
              label="Nature"
              name="nature"
              maxLength={100}
              required
              autoComplete="off"
              hint="Compte rendu, bilan, délibération…"
              error={erreur('nature')}
            />
            <DateInput label="Date" name="date" optional error={erreur('date')} />
          </div>
          <Input
            label="Référence ou adresse"
            name="reference"
            optional
            maxLength={500}
            autoComplete="off"
            hint="Où le trouver : une cote, un dossier, ou une adresse qui commence par https://."
            error={erreur('reference')}
          />
        </>
      )}
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={enCours}>
          {genre === 'EXISTANT' ? 'Rattacher' : 'Ajouter'}
        </Button>
        <Button onClick={onFini}>Annuler</Button>
      </div>
    </form>
  )
}
