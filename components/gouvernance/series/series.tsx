'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/flottant/dialog'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { VueSerie } from '@/lib/gouvernance/calendrier/types'
import { formatCompte } from '@/lib/platform/typographie'
import { AnnulerSerie } from './annuler-serie'

export interface SeriesProps {
  series: VueSerie[]
  slug: string
  peutEcrire: boolean
}

/** The series that still have meetings to come. */
export function Series({ series, slug, peutEcrire }: SeriesProps) {
  const [choisie, setChoisie] = useState<VueSerie | null>(null)
  const [ouvert, setOuvert] = useState(false)
  function handleAnnuler(serie: VueSerie) {
    setChoisie(serie)
    setOuvert(true)
  }
  return (
    <Panneau
      titre="Séries en cours"
      sousTitre="Une réunion d’une série se déplace ou s’annule seule, depuis sa ligne ou sa page."
    >
      <Table caption="Séries qui ont encore des réunions à venir" stacked>
        <thead>
          <tr>
            <Th>Instance</Th>
            <Th>Rythme</Th>
            <Th>À venir</Th>
            {peutEcrire ? (
              <Th className="no-print">
                <span className="visually-hidden">Actions</span>
              </Th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {series.map((serie) => (
            <tr key={serie.id}>
              <Th scope="row">{serie.instance.nom}</Th>
              <Td label="Rythme">{serie.libelle}</Td>
              <Td label="À venir">
                {formatCompte(serie.aVenir, 'réunion')},{' '}
                {serie.aVenir > 1 ? `du ${serie.prochaine} au ${serie.derniere}` : `le ${serie.prochaine}`}
              </Td>
              {peutEcrire ? (
                <Td className="no-print text-end">
                  <Button
                    size="sm"
                    aria-haspopup="dialog"
                    aria-label={`Annuler la suite de la série, ${serie.instance.nom}, ${serie.libelle}`}
                    onClick={() => handleAnnuler(serie)}
                  >
                    Annuler la suite
                  </Button>
                </Td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </Table>
      <Dialog open={ouvert} onClose={() => setOuvert(false)} titre="Annuler la suite de la série">
        {choisie ? (
          <AnnulerSerie
            slug={slug}
            serie={series.find(({ id }) => id === choisie.id) ?? choisie}
            onFini={() => setOuvert(false)}
          />
        ) : null}
      </Dialog>
    </Panneau>
  )
}
