/**
 * Initials of a name: first and last words.
 * @param nom "Élue référente"
 * @returns "ÉR"
 */
export function formatInitiales(nom: string): string {
  const words = nom.split(/[\s'’-]+/u).filter((w) => /\p{L}/u.test(w))
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words
  return letters.map((w) => [...(w ?? '')][0]?.toLocaleUpperCase('fr') ?? '').join('')
}

/** Initials in a disc; decoration beside a name. */
export function Avatar({ nom }: { nom: string }) {
  return (
    <span className="avatar" aria-hidden="true">
      {formatInitiales(nom)}
    </span>
  )
}
