'use client'

import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { IconArrowDown, IconArrowUp } from '@/components/ui/icons'
import { Select } from '@/components/ui/saisie/inputs'
import { Menu } from '@/components/ui/flottant/menu'
import {
  computeHauteur,
  computeProfondeur,
  listDescendance,
  listEnfants,
  listFiches,
} from '@/lib/plan-action/arbre/rules/arbre'
import type { ArbrePlan } from '@/lib/plan-action/arbre/types'
import { nommer, nommerNiveau } from './mots-arbre'
import type { Geste } from './use-arbre'

export interface Place {
  genre: Geste['genre']
  id: number
  titre: string
  parent: number | null
  rang: number
  total: number
}

const toGeste = ({ genre, id, parent }: Place, rang: number): Geste =>
  genre === 'AXE' ? { genre, id, parent, rang } : { genre, id, parent: parent ?? 0, rang }

/** One step among its brothers, for the keys and for the menu; null at the end of the row. */
export function buildPas(place: Place, pas: -1 | 1): Geste | null {
  const rang = place.rang + pas
  return rang < 0 || rang >= place.total ? null : toGeste(place, rang)
}

/** « Déplacer »: what dragging does, without a pointer. */
export function MenuDeplacer({
  place,
  deplacer,
  onAilleurs,
}: {
  place: Place
  deplacer: (geste: Geste) => void
  onAilleurs: () => void
}) {
  const [premier, dernier] = [place.rang === 0, place.rang === place.total - 1]
  const aller = (rang: number) => () => deplacer(toGeste(place, rang))
  return (
    <span data-deplacer="">
      <Menu
        trigger={
          <>
            <IconArrowUp />
            <IconArrowDown />
          </>
        }
        label={`Déplacer « ${place.titre} »`}
        className="btn btn-ghost btn-sm"
        align="end"
        items={[
          { label: 'Monter', hint: 'Alt + flèche vers le haut', disabled: premier, onSelect: aller(place.rang - 1) },
          { label: 'Descendre', hint: 'Alt + flèche vers le bas', disabled: dernier, onSelect: aller(place.rang + 1) },
          { label: 'Tout en haut', disabled: premier, onSelect: aller(0) },
          { label: 'Tout en bas', disabled: dernier, onSelect: aller(place.total - 1) },
          { label: 'Vers une autre place…', separated: true, onSelect: onAilleurs },
        ]}
      />
    </span>
  )
}

interface PropsAilleurs {
  arbre: ArbrePlan
  place: Place
  onChoisir: (geste: Geste) => void
  onFermer: () => void
}

/** Where an object may go: the axes that may hold it, the top of the plan for an axe. */
function listDestinations(arbre: ArbrePlan, { genre, id }: Place): { value: string; label: string }[] {
  const axes = arbre.axes.map((axe) => ({ axe, profondeur: computeProfondeur(arbre.axes, axe.id) }))
  const option = ({ axe, profondeur }: (typeof axes)[number]) => ({
    value: String(axe.id),
    label: `${'\u2003'.repeat(profondeur)}${nommer(axe)}`,
  })
  if (genre === 'FICHE') return axes.map(option)
  const siens = listDescendance(arbre.axes, id)
  const hauteur = computeHauteur(arbre.axes, id)
  const niveaux = arbre.reglages.niveaux.length
  return [
    { value: '', label: `En haut du plan, comme ${nommerNiveau(arbre, 0)}` },
    ...axes.filter(({ axe, profondeur }) => !siens.has(axe.id) && profondeur + 1 + hauteur <= niveaux).map(option),
  ]
}

/** Chooses another axe, and the place in it. */
export function Ailleurs({ arbre, place, onChoisir, onFermer }: PropsAilleurs) {
  const { genre, id, parent } = place
  const [destination, setDestination] = useState(parent === null ? '' : String(parent))
  const [apres, setApres] = useState('fin')
  const vers = destination === '' ? null : Number(destination)
  const freres: { id: number; numero: string | null; titre: string }[] =
    genre === 'AXE' ? listEnfants(arbre.axes, vers) : listFiches(arbre.fiches, vers ?? 0)
  const autres = freres.filter((frere) => frere.id !== id)
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const rang =
      apres === 'debut'
        ? 0
        : apres === 'fin'
          ? autres.length
          : autres.findIndex((frere) => String(frere.id) === apres) + 1
    onChoisir(genre === 'AXE' ? { genre, id, parent: vers, rang } : { genre, id, parent: vers ?? 0, rang })
  }
  return (
    <form className="form" onSubmit={handleSubmit}>
      <Select
        name="destination"
        label="Dans"
        value={destination}
        options={listDestinations(arbre, place)}
        onChange={(event) => {
          setDestination(event.target.value)
          setApres('fin')
        }}
      />
      <Select
        name="apres"
        label="À quelle place"
        value={apres}
        onChange={(event) => setApres(event.target.value)}
        options={[
          { value: 'debut', label: 'En premier' },
          ...autres.slice(0, -1).map((frere) => ({ value: String(frere.id), label: `Après ${nommer(frere)}` })),
          { value: 'fin', label: autres.length === 0 ? 'Seul' : 'En dernier' },
        ]}
      />
      <div className="form-actions">
        <Button type="submit" variant="primary">
          Déplacer
        </Button>
        <Button onClick={onFermer}>Annuler</Button>
      </div>
    </form>
  )
}
