import type { Erreurs } from './erreurs'

/** What may be pointed to, by kind. */
export type Ensembles = Record<string, ReadonlySet<string>>

export const EMPTY: ReadonlySet<string> = new Set()

/** Checks pointers one by one: each kind with the words of its remedy. */
export function createLien(erreurs: Erreurs) {
  return (chemin: string, ref: string | null, connus: ReadonlySet<string>, quoi: string, ou: string): void => {
    if (ref === null || connus.has(ref)) return
    erreurs.add(
      chemin,
      `Aucun élément de « ${ou} » ne porte la référence « ${ref} » : corrigez-la, ou ajoutez-y ${quoi}.`,
    )
  }
}
