'use client'

import { useState, type ComponentType } from 'react'
import { Button } from '../button'
import { IconChart } from '../icons'
import { Notice } from '../notice'
import { VisuallyHidden } from '../visually-hidden'

type Etat<P> =
  | { genre: 'ferme' }
  | { genre: 'charge' }
  | { genre: 'echec' }
  | { genre: 'ouvert'; Graphique: ComponentType<P> }

interface Props<P> {
  /** What is explored, for who hears the button without seeing what it stands beside. */
  nom: string
  load: () => Promise<ComponentType<P>>
  donnees: P
}

/**
 * A button that brings a picture to explore: its program is fetched when it is pressed, never before. The sentence and
 * the table beside it say the same without it.
 */
export function Ouvrir<P extends object>({ nom, load, donnees }: Props<P>) {
  const [etat, setEtat] = useState<Etat<P>>({ genre: 'ferme' })
  async function open() {
    setEtat({ genre: 'charge' })
    try {
      const Graphique = await load()
      setEtat({ genre: 'ouvert', Graphique })
    } catch {
      setEtat({ genre: 'echec' })
    }
  }
  const ouvert = etat.genre === 'ouvert'
  return (
    <div className="explorer no-print">
      <Button
        size="sm"
        icon={<IconChart />}
        aria-expanded={ouvert}
        busy={etat.genre === 'charge'}
        onClick={() => (ouvert ? setEtat({ genre: 'ferme' }) : etat.genre === 'charge' ? undefined : void open())}
      >
        {ouvert ? 'Refermer le graphique' : 'Explorer'}
        <VisuallyHidden>{` : ${nom}`}</VisuallyHidden>
      </Button>
      <div role="status">
        {etat.genre === 'charge' ? <p className="text-sm text-muted">Chargement du graphique…</p> : null}
        {etat.genre === 'echec' ? (
          <Notice tone="warn">
            Le graphique n’a pas pu être chargé. Vérifiez la connexion, puis touchez de nouveau « Explorer ». Le tableau
            dit la même chose.
          </Notice>
        ) : null}
      </div>
      {ouvert ? <etat.Graphique {...donnees} /> : null}
    </div>
  )
}
