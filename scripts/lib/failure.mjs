/** An error meant for a person: a French sentence that says what is wrong, and one that says what to do. */
export class Failure extends Error {
  /**
   * @param {string} what the sentence that says what is wrong
   * @param {string} [remedy] the sentence that says what to do
   * @param {unknown} [cause] the technical error, whose message is shown last
   */
  constructor(what, remedy = '', cause = undefined) {
    super(what, { cause })
    this.name = 'Failure'
    this.remedy = remedy
  }
}

/**
 * Text shown for an error that ends a command. The stack is kept for what nobody foresaw only.
 * @param {unknown} error
 * @returns {string}
 */
export function formatFailure(error) {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : ''
  if (error instanceof Failure) {
    return [error.message, error.remedy, cause && `Détail : ${cause}`].filter(Boolean).join('\n')
  }
  return `Erreur inattendue : ${error instanceof Error ? error.stack : String(error)}`
}
