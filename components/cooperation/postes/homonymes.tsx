'use client'

import { useGeste } from '@/components/formulaire/use-geste'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { recordHomonyme } from '@/lib/cooperation/postes/actions/homonymes'
import type { HomonymeLu } from '@/lib/cooperation/postes/types/postes'
import { formatListe } from '@/lib/platform/typographie'

const formatOu = ({ conventions }: HomonymeLu): string => formatListe(conventions.map((nom) => `« ${nom} »`))

function Question({ homonyme, slug }: { homonyme: HomonymeLu; slug: string }) {
  const geste = useGeste(recordHomonyme)
  const repondre = (meme: boolean) =>
    geste.envoyer({ convention: slug, charge: homonyme.charge, autre: homonyme.autre, meme })
  const { nom, nomAutre, meme } = homonyme
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span>
        {meme === null
          ? `${nom} : ${nomAutre} est en poste dans ${formatOu(homonyme)}. Est-ce la même personne ?`
          : `${nom} : la même personne que dans ${formatOu(homonyme)}, 1,00 ETP au plus pour l’ensemble.`}
      </span>
      <span className="flex flex-wrap gap-2">
        {meme === null ? (
          <Button size="sm" busy={geste.enCours} onClick={() => repondre(true)}>
            Oui, la même<span className="visually-hidden"> : {nom}</span>
          </Button>
        ) : null}
        <Button size="sm" variant="ghost" busy={geste.enCours} onClick={() => repondre(false)}>
          {meme === null ? 'Non, deux personnes' : 'Ce sont deux personnes'}
          <span className="visually-hidden"> : {nom}</span>
        </Button>
      </span>
    </div>
  )
}

/** One name in two conventions is asked about: nobody is taken for somebody else, and full time is counted once it is known. */
export function Homonymes({ homonymes, slug }: { homonymes: readonly HomonymeLu[]; slug: string }) {
  const [demandes, dits] = [
    homonymes.filter(({ meme }) => meme === null),
    homonymes.filter(({ meme }) => meme !== null),
  ]
  const liste = (siens: readonly HomonymeLu[]) =>
    siens.map((homonyme) => <Question key={`${homonyme.charge}-${homonyme.autre}`} homonyme={homonyme} slug={slug} />)
  return (
    <>
      {demandes.length > 0 ? (
        <Notice tone="info" titre="Le même nom dans une autre convention" className="no-print">
          <div className="grid gap-2">{liste(demandes)}</div>
        </Notice>
      ) : null}
      {dits.length > 0 ? (
        <details className="no-print">
          <summary>Personnes reconnues dans une autre convention</summary>
          <div className="grid gap-2 py-1">{liste(dits)}</div>
        </details>
      ) : null}
    </>
  )
}
