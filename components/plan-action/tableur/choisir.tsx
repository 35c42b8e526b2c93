'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { recordTableur } from '@/lib/plan-action/tableur/actions'
import { formatNombre } from '@/lib/platform/nombres'
import { buildHrefImport } from './adresses'

const OCTETS_MAXIMUM = 5_000_000
const REFUS = 'Ce fichier n’a pas été lu'

/** Chooses a spreadsheet and sends it to be read: what is wrong is said, nothing of the plan changes. */
export function ChoisirTableur({ slug }: { slug: string }) {
  const router = useRouter()
  const champ = useRef<HTMLInputElement>(null)
  const [fichier, setFichier] = useState<File | null>(null)
  const envoi = useEnvoi(recordTableur, {
    titre: REFUS,
    titreChamps: REFUS,
    // Another file takes the place of the first.
    gardee: true,
    onEcrit: (lu) => router.push(buildHrefImport(slug, { import: lu.import })),
  })

  function handleChoix() {
    if (!champ.current) return
    // The same file, corrected, can be chosen again.
    champ.current.value = ''
    champ.current.click()
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const refuse = (message: string) => envoi.refuser([{ champ: 'fichier', message }], REFUS)
    if (!fichier) return refuse('Choisissez un fichier XLSX, ODS ou CSV.')
    if (fichier.size > OCTETS_MAXIMUM)
      return refuse(
        `Ce fichier pèse ${formatNombre(Math.ceil(fichier.size / 100_000) / 10)} Mo, au-delà de 5 Mo : retirez-en les images et les feuilles inutiles, ou partagez-le en plusieurs fichiers.`,
      )
    envoi.envoyer({ convention: slug, fichier })
  }

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
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
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          {envoi.enCours ? 'Lecture en cours…' : 'Lire ce fichier'}
        </Button>
      </div>
    </form>
  )
}
