'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Radios, Textarea } from '@/components/ui/saisie/inputs'
import { notify } from '@/components/ui/flottant/toast'
import { importDossier } from '@/lib/dossier/import/actions'
import { ChoisirFichier } from './choisir-fichier'
import { ErreursDossier, type ErreurPlacee } from './erreurs-dossier'
import { readDocument } from './lecture'

type Source = 'fichier' | 'texte'

const FICHIER_CHANGE =
  'Ce fichier a changé, ou n’est plus là, depuis que vous l’avez choisi : choisissez-le de nouveau.'
const INJOIGNABLE =
  'Le serveur n’a pas répondu, et rien n’a été importé. Vérifiez votre connexion, puis recommencez : votre document est toujours là.'

/** Chooses a dossier, reads it, sends it; what is wrong is listed, and what was chosen stays. */
export function ImporterDossier() {
  const router = useRouter()
  const [source, setSource] = useState<Source>('fichier')
  const [fichier, setFichier] = useState<File | null>(null)
  const [texte, setTexte] = useState('')
  const [refus, setRefus] = useState<string | null>(null)
  const [erreurs, setErreurs] = useState<ErreurPlacee[]>([])
  const [envoi, start] = useTransition()

  function refuse(message: string | null, places: ErreurPlacee[] = []) {
    setRefus(message)
    setErreurs(places)
  }

  async function send() {
    if (source === 'fichier' && fichier === null) return refuse('Choisissez le fichier JSON d’un dossier.')
    // A browser no longer reads a file that was saved again after it was chosen.
    const contenu = source === 'fichier' && fichier ? await fichier.text().catch(() => null) : texte
    if (contenu === null) return refuse(FICHIER_CHANGE)
    const lu = readDocument(contenu)
    if (!lu.ok) return refuse(lu.message)
    const resultat = await importDossier({ dossier: lu.document.valeur }).catch(() => null)
    if (resultat === null) return refuse(INJOIGNABLE)
    if (!resultat.ok) return resultat.tag === 'INVALIDE' ? refuse(null, resultat.champs) : refuse(resultat.message)
    refuse(null)
    notify({ message: lu.document.nom ? `${lu.document.nom} : dossier importé.` : 'Dossier importé.' })
    router.push(`/conventions/${resultat.data.slug}`)
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!envoi) start(send)
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErreursDossier refus={refus} erreurs={erreurs} />
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
        <Button type="submit" variant="primary" busy={envoi}>
          {envoi ? 'Import en cours…' : 'Importer'}
        </Button>
      </div>
    </form>
  )
}
