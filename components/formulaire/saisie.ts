/** What a form holds, as typed. */

/** A text field; empty when the form has none of that name. */
export function readTexte(formulaire: FormData, nom: string): string {
  const valeur = formulaire.get(nom)
  return typeof valeur === 'string' ? valeur : ''
}

/** Several text fields, by name. */
export function readTextes<Nom extends string>(formulaire: FormData, noms: readonly Nom[]): Record<Nom, string> {
  return Object.fromEntries(noms.map((nom) => [nom, readTexte(formulaire, nom)])) as Record<Nom, string>
}

/** An id chosen in a list; null for its empty line. */
export const readChoixId = (texte: string): number | null => (texte === '' ? null : Number(texte))
