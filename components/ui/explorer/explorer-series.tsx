'use client'

import { Ouvrir } from './ouvrir'
import type { SeriesVue } from './types'

const load = async () => (await import('./series')).Series

/** Series over time that one explores, on demand. */
export function ExplorerSeries({ vue }: { vue: SeriesVue }) {
  return <Ouvrir nom={vue.titre} load={load} donnees={vue} />
}
