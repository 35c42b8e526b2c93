/** What is wrong in a dossier, and the remedy. */
export interface ErreurDossier {
  /** place in the document: "plan.fiches[3].titre" */
  chemin: string
  /** French sentence: what is wrong, then what to do */
  message: string
}

/** More than this helps nobody, and a hostile document could hold millions. */
export const ERREURS_MAXIMUM = 200

/** Gathers errors up to a limit; says so when it is reached. */
export class Erreurs {
  private readonly liste: ErreurDossier[] = []
  private surplus = 0

  /** @param message sentence typed on a keyboard: its typography is set here */
  add(chemin: string, message: string): void {
    if (this.liste.length < ERREURS_MAXIMUM) this.liste.push({ chemin, message: message })
    else this.surplus += 1
  }

  get nombre(): number {
    return this.liste.length + this.surplus
  }

  list(): ErreurDossier[] {
    if (this.surplus === 0) return this.liste
    const message = `Il reste ${this.surplus} autres erreurs : corrigez celles-ci, puis recommencez.`
    return [...this.liste, { chemin: RACINE, message: message }]
  }
}

/** Name of the document as a whole, where no path can be given. */
export const RACINE = 'dossier'

/** ['plan', 'fiches', 3, 'titre'] → "plan.fiches[3].titre" */
export function formatChemin(segments: readonly PropertyKey[]): string {
  const chemin = segments.reduce<string>((debut, segment) => {
    if (typeof segment === 'number') return `${debut}[${segment}]`
    const nom = String(segment).slice(0, 80)
    return debut === '' ? nom : `${debut}.${nom}`
  }, '')
  return chemin === '' ? RACINE : chemin
}

/** A value shown inside a sentence, cut when it is long. */
export function formatExtrait(valeur: string, longueur = 60): string {
  const points = [...valeur]
  return `« ${points.length > longueur ? `${points.slice(0, longueur).join('')}…` : valeur} »`
}
