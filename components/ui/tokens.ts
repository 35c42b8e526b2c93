/** What a state or a message means. Each tone has a colour and a shape: colour alone says nothing. */
export type Tone = 'ok' | 'warn' | 'bad' | 'neutral' | 'info'

/** Names of the colours of styles/tokens.css that a chart may use. */
export type ColorToken =
  | 'petite-enfance'
  | 'enfance-jeunesse'
  | 'parentalite'
  | 'droits-vie-sociale'
  | 'globale'
  | 'realisee'
  | 'en-cours'
  | 'en-retard'
  | 'a-engager'
  | 'primary'
  | 'gold'
  | 'ok'
  | 'ok-tint'
  | 'ok-line'
  | 'warn'
  | 'warn-tint'
  | 'warn-line'
  | 'bad'
  | 'bad-tint'
  | 'bad-line'
  | 'neutral'
  | 'neutral-tint'
  | 'muted'
  | 'ink'
  | 'line'
  | 'line-strong'
  | 'line-field'
  | 'hover'
  | 'surface'

/**
 * The CSS value of a colour, for SVG attributes (`fill`, `stroke`).
 * Attributes, not style="": the content policy refuses inline styles.
 * @param token a colour of the design system
 */
export function colorVar(token: ColorToken): string {
  return `var(--color-${token})`
}
