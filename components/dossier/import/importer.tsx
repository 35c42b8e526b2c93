'use client'

import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Radios, Textarea } from '@/components/ui/saisie/inputs'
import { importDossier } from '@/lib/dossier/import/actions'
import { ChoisirFichier } from './choisir-fichier'
import { ErreursDossier, RIEN_IMPORTE } from './erreurs-dossier'
import { readDocument } from './lecture'

type Source = 'fichier' | 'texte'

const FICHIER_CHANGE =
  'Ce fichier a changé, ou n’est plus là, depuis que vous l’avez choisi : choisissez-le de nouveau.'

/** Chooses a dossier, reads it, sends it; what is wrong is listed, and what was chosen stays. */
export function ImporterDossier() {
  const router = useRouter()
  const [source, setSource] = useState<Source>('fichier')
  const [fichier, setFichier] = useState<File | null>(null)
  const [texte, setTexte] = useState('')
  const envoi = useEnvoi(importDossier, {
    titre: RIEN_IMPORTE,
    onEcrit: ({ slug }) => router.push(`/conventions/${slug}`),
  })
  const refuse = (message: string) => envoi.refuser([{ message }], RIEN_IMPORTE)

  async function send() {
    if (source === 'fichier' && fichier === null) return refuse('Choisissez le fichier JSON d’un dossier.')
    // A browser no longer reads a file that was saved again after it was chosen.
    const contenu = source === 'fichier' && fichier ? await fichier.text().catch(() => null) : texte
    if (contenu === null) return refuse(FICHIER_CHANGE)
    const lu = readDocument(contenu)
    if (!lu.ok) return refuse(lu.message)
    const { nom, valeur } = lu.document
    envoi.envoyer({ dossier: valeur }, { message: nom ? `${nom} : dossier importé.` : 'Dossier importé.' })
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    void send()
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      {envoi.refus?.tag === 'INVALIDE' ? <ErreursDossier erreurs={envoi.refus.champs} /> : <Refus envoi={envoi} />}
      <Radios
        label="Où est le dossier"
        name="source"
        value={source}
        onChange={(event) => setSource(event.target.value === 'texte' ? 'texte' : 'fichier')}
        options={[
          { value: 'fichier', label: 'Dans un fichier' },
          { value: 'texte', label: 'Dans un texte à coller' },
        ]}
      />
      {/* Both stay in the page: going from one to the other loses neither. */}
      <div hidden={source !== 'fichier'}>
        <ChoisirFichier fichier={fichier} onChoix={setFichier} />
      </div>
      <div hidden={source !== 'texte'}>
        <Textarea
          label="Texte du dossier"
          name="texte"
          rows={12}
          spellCheck={false}
          className="font-mono text-sm"
          value={texte}
          onChange={(event) => setTexte(event.target.value)}
        />
      </div>
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          {envoi.enCours ? 'Import en cours…' : 'Importer'}
        </Button>
      </div>
    </form>
  )
}
