'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { PropsBarre } from './barre-des-choisies'
import { useSelection } from './selection'

// Loaded when a first row is chosen: most people read.
const BarreDesChoisies = dynamic(() => import('./barre-des-choisies').then((module) => module.BarreDesChoisies), {
  loading: () => null,
})

/** What may be done to the rows chosen; nothing on screen until one is. */
export function BarreSelection(props: PropsBarre) {
  const selection = useSelection()
  const [touchee, setTouchee] = useState(false)
  if (!selection) return null
  const { choix } = selection
  // Once there, it stays: what could not be changed is said after the choice is gone.
  if (!touchee && (choix.genre === 'TOUT' || choix.fiches.size > 0)) setTouchee(true)
  return touchee ? <BarreDesChoisies {...props} /> : null
}
