'use client'

import { Ouvrir } from './ouvrir'
import type { BandesVue } from './types'

const load = async () => (await import('./bandes')).Bandes

/** A spread that one explores, on demand. */
export function ExplorerBandes({ vue }: { vue: BandesVue }) {
  return <Ouvrir nom={vue.titre} load={load} donnees={vue} />
}
