import type { z } from 'zod'
import type { ErreurChamp } from './resultat'
import { cleanTexte, hasNul } from './texte'

/** The one cleaning of what comes in, before anything looks at it: both builders begin with it, and no author can leave it out. */

/** What an input may hold: far above a plan rearranged as a whole, far below what hurts. */
const LIMITES = { profondeur: 20, valeurs: 200_000, erreurs: 20 } as const

export const REFUS_NUL =
  'Ce texte contient un caractère nul, que rien ne montre : effacez-le, ou tapez le texte de nouveau.'
const REFUS_TAILLE = 'Cette saisie est trop grande pour être lue d’un coup : envoyez-la en plusieurs fois.'

export type SaisiePropre = { ok: true; valeur: unknown } | { ok: false; champs: ErreurChamp[] }

/** A file under its own bytes; only its name is text. */
function cleanFichier(fichier: File): File {
  const nom = cleanTexte(fichier.name).replaceAll('\n', ' ')
  return nom === fichier.name
    ? fichier
    : new File([fichier], nom, { type: fichier.type, lastModified: fichier.lastModified })
}

class Nettoyage {
  readonly champs: ErreurChamp[] = []
  private valeurs = 0

  private refuse(chemin: readonly string[], message: string): void {
    if (this.champs.length < LIMITES.erreurs) this.champs.push({ champ: chemin.join('.'), message })
  }

  /** True once the input is beyond what is read; said once. */
  private isTropGrand(chemin: readonly string[]): boolean {
    this.valeurs += 1
    if (this.valeurs <= LIMITES.valeurs && chemin.length <= LIMITES.profondeur) return false
    if (!this.champs.some(({ message }) => message === REFUS_TAILLE)) this.refuse(chemin, REFUS_TAILLE)
    return true
  }

  private check(texte: string, chemin: readonly string[]): void {
    if (hasNul(texte)) this.refuse(chemin, REFUS_NUL)
  }

  /** @param bruts names of the fields of this object that are kept as typed */
  clean(valeur: unknown, chemin: readonly string[], bruts: readonly string[] = []): unknown {
    if (this.isTropGrand(chemin)) return null
    if (typeof valeur === 'string') {
      this.check(valeur, chemin)
      return cleanTexte(valeur)
    }
    if (typeof valeur !== 'object' || valeur === null) return valeur
    if (valeur instanceof File) return cleanFichier(valeur)
    if (Array.isArray(valeur))
      return valeur.map((membre: unknown, rang) => this.clean(membre, [...chemin, String(rang)]))
    if (Object.prototype.toString.call(valeur) !== '[object Object]') return valeur
    return Object.fromEntries(
      Object.entries(valeur).map(([cle, membre]: [string, unknown]) => {
        // A name of a field comes from the code of a screen: it is kept, or refused.
        this.check(cle, chemin)
        const ici = [...chemin, cle]
        if (!bruts.includes(cle)) return [cle, this.clean(membre, ici)]
        if (typeof membre === 'string') this.check(membre, ici)
        return [cle, membre]
      }),
    )
  }
}

/**
 * An input with each of its texts cleaned, however deep; or the fields that hold a null character, which is refused here
 * and nowhere else. Numbers, files and the names of fields stay as they are.
 * @param bruts top fields that are kept as they were typed: passwords, and what its own reader cleans
 */
export function cleanSaisie(saisie: unknown, bruts: readonly string[] = []): SaisiePropre {
  const nettoyage = new Nettoyage()
  const valeur = nettoyage.clean(saisie, [], bruts)
  return nettoyage.champs.length > 0 ? { ok: false, champs: nettoyage.champs } : { ok: true, valeur }
}

/** Reads an input outside the builders, where nobody is signed in: cleaned in the same way, then held to its schema. */
export function parseSaisie<S extends z.ZodType>(
  schema: S,
  saisie: z.input<S>,
  bruts: readonly (keyof z.input<S> & string)[],
): { ok: true; data: z.output<S> } | { ok: false; champs: ErreurChamp[] } {
  const propre = cleanSaisie(saisie, bruts)
  if (!propre.ok) return propre
  const lu = schema.safeParse(propre.valeur)
  if (lu.success) return { ok: true, data: lu.data }
  return {
    ok: false,
    champs: lu.error.issues.map(({ path, message }) => ({ champ: path.map(String).join('.'), message })),
  }
}
