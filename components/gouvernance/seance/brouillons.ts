import { createBrouillons } from '@/components/formulaire/brouillons'

/** Notes not saved yet, kept on the device. */

export interface Brouillon {
  texte: string
  /** Version of the point it was typed over, and the notes that were there. */
  version: number
  depuis: string
}

const brouillons = createBrouillons('notes')
const readCle = (personne: number, point: number) => `${personne}:${point}`

/** The draft of these notes by this person on this device. */
export function readBrouillon(personne: number, point: number): Brouillon | null {
  const lu = brouillons.read(readCle(personne, point))
  if (!lu || typeof lu.valeur !== 'string' || typeof lu.depuis !== 'object' || lu.depuis === null) return null
  const { version, notes } = lu.depuis as Record<string, unknown>
  return typeof version === 'number' && typeof notes === 'string' ? { texte: lu.valeur, version, depuis: notes } : null
}

/** Keeps what is being typed. */
export function keepBrouillon(personne: number, point: number, { texte, version, depuis }: Brouillon): void {
  brouillons.keep(readCle(personne, point), { valeur: texte, depuis: { version, notes: depuis } })
}

/** It is saved, or given up. */
export function forgetBrouillon(personne: number, point: number): void {
  brouillons.forget(readCle(personne, point))
}
