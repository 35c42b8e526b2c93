/**
 * Joins class names, leaving out what is absent.
 * @param parts class names, or a falsy value to leave one out
 * @returns the names separated by a space, or undefined when there is none (so that no empty attribute is written)
 */
export function cx(...parts: (string | false | null | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(' ') || undefined
}
