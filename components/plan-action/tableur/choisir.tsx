'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition, type FormEvent } from 'react'
import { readErreurs } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { recordTableur } from '@/lib/plan-action/tableur/actions'
import { formatNombre } from '@/lib/platform/nombres'
import { buildHrefImport } from './adresses'

const OCTETS_MAXIMUM = 5_000_000
const INJOIGNABLE = 'Le serveur n’a pas répondu, et rien n’a changé. Vérifiez votre connexion, puis recommencez.'

/** Chooses a spreadsheet and sends it to be read: what is wrong is said, nothing of the plan changes. */
export function ChoisirTableur({ slug }: { slug: string }) {
  const router = useRouter()
  const champ = useRef<HTMLInputElement>(null)
  const [fichier, setFichier] = useState<File | null>(null)
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [envoi, start] = useTransition()

  function handleChoix() {
    if (!champ.current) return
    // The same file, corrected, can be chosen again.
    champ.current.value = ''
    champ.current.click()
  }

  async function send() {
    if (!fichier) return setErreurs([{ champ: 'fichier', message: 'Choisissez un fichier XLSX, ODS ou CSV.' }])
    if (fichier.size > OCTETS_MAXIMUM)
      return setErreurs([
        {
          champ: 'fichier',
          message: `Ce fichier pèse ${formatNombre(Math.ceil(fichier.size / 100_000) / 10)} Mo, au-delà de 5 Mo : retirez-en les images et les feuilles inutiles, ou partagez-le en plusieurs fichiers.`,
        },
      ])
    const resultat = await recordTableur({ convention: slug, fichier }).catch(() => null)
    if (resultat === null) return setErreurs([{ message: INJOIGNABLE }])
    if (!resultat.ok) return setErreurs(readErreurs(resultat))
    setErreurs([])
    router.push(buildHrefImport(slug, { import: resultat.data.import }))
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!envoi) start(send)
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} titre="Ce fichier n’a pas été lu" />
      <div className="field">
        <span className="field-label" id="tableur-libelle">
          Fichier du tableur
        </span>
        <span className="field-hint" id="tableur-aide">
          XLSX, ODS ou CSV, 5 Mo et 5 000 lignes par feuille au plus. Un export du plan se reconnaît tout seul ; pour un
          autre tableau, vous direz ce que contient chaque colonne.
        </span>
        <div className="flex flex-wrap items-center gap-3">
          <Button
            id="champ-fichier"
            onClick={handleChoix}
            aria-describedby="tableur-libelle tableur-aide tableur-choisi"
          >
            Choisir un fichier
          </Button>
          <span id="tableur-choisi" role="status" className="wrap-anywhere">
            {fichier ? `${fichier.name} (${formatNombre(Math.ceil(fichier.size / 1000))} ko)` : 'Aucun fichier choisi'}
          </span>
        </div>
        <input
          ref={champ}
          type="file"
          hidden
          data-testid="fichier-tableur"
          accept=".xlsx,.ods,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/vnd.oasis.opendocument.spreadsheet"
          onChange={(event) => {
            const choisi = event.target.files?.[0]
            if (choisi) setFichier(choisi)
          }}
        />
      </div>
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi}>
          {envoi ? 'Lecture en cours…' : 'Lire ce fichier'}
        </Button>
      </div>
    </form>
  )
}
