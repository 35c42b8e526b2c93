/** Cookie that keeps the theme a person chose; absent, the device decides. */
export const THEME_COOKIE = 'theme'

/** A theme that was chosen. */
export type Theme = 'clair' | 'sombre'

/**
 * Reads the theme cookie.
 * @param value value of the cookie, if any
 * @returns the chosen theme, or undefined when the device decides
 */
export function readTheme(value: string | undefined): Theme | undefined {
  return value === 'clair' || value === 'sombre' ? value : undefined
}
