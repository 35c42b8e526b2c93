import { foldMots } from '@/lib/platform/texte'
/** Words looked for in a plan: without accents, and with one wrong letter where nothing is written so. */

/** One word looked for. */
export interface MotCherche {
  /** folded, as it is to be found: letters, figures and single spaces */
  mot: string
  /** found only between spaces: a number is not part of another */
  entier: boolean
  /** regular expression (PostgreSQL) of the words one letter away; null when no letter may be wrong */
  proche: string | null
  /** one of these stands in every word one letter away: a quick look before the slow one; empty when it would tell nothing */
  morceaux: string[]
}

/** Beyond these, words looked for no longer tell more. */
const NOMBRE_MOTS = 6

/** From this length a word is long enough to be known by its beginning, one letter being wrong. */
const LONGUEUR_DEBUT = 7
const LONGUEUR_MINIMALE = 4

/** Every word one letter away: one wrong, one missing, one too many, two neighbours exchanged; « . » stands for any. */
function listVoisins(mot: string): string[] {
  const lettre = '[a-z0-9]'
  const voisins = new Set<string>()
  for (let rang = 0; rang <= mot.length; rang += 1) {
    const [avant, apres] = [mot.slice(0, rang), mot.slice(rang)]
    voisins.add(`${avant}${lettre}${apres}`)
    if (apres === '') continue
    voisins.add(`${avant}${lettre}${apres.slice(1)}`)
    voisins.add(`${avant}${apres.slice(1)}`)
    if (apres.length > 1) voisins.add(`${avant}${apres.charAt(1)}${apres.charAt(0)}${apres.slice(2)}`)
  }
  return [...voisins]
}

/** Expression of the words near one; a short word must be whole, its plural let through. */
function formatProche(mot: string): string | null {
  if (mot.length < LONGUEUR_MINIMALE || /\d/.test(mot)) return null
  return `\\m(?:${listVoisins(mot).join('|')})${mot.length < LONGUEUR_DEBUT ? '[sx]?\\M' : ''}`
}

/** From this length a third of a word tells something. */
const LONGUEUR_MORCEAUX = 6

/** A word in three: one letter wrong, or two neighbours exchanged, leave one of them whole. */
function listMorceaux(mot: string): string[] {
  if (mot.length < LONGUEUR_MORCEAUX) return []
  const [a, b] = [Math.floor(mot.length / 3), Math.floor((2 * mot.length) / 3)]
  return [mot.slice(0, a), mot.slice(a, b), mot.slice(b)]
}

/** The words of what somebody typed; « 1.1 » is one number, « l’accueil » is « accueil ». */
export function parseMots(saisie: string): MotCherche[] {
  const mots = saisie.split(/\s+/).flatMap((brut): MotCherche[] => {
    const plie = foldMots(brut)
    if (/^[\d ]+$/.test(plie)) return [{ mot: plie, entier: true, proche: null, morceaux: [] }]
    return plie
      .split(' ')
      .filter((mot) => mot.length > 1 || /\d/.test(mot))
      .map((mot) => ({ mot, entier: false, proche: formatProche(mot), morceaux: listMorceaux(mot) }))
  })
  const uniques = mots.filter(({ mot }, rang) => mot !== '' && mots.findIndex((autre) => autre.mot === mot) === rang)
  return uniques.slice(0, NOMBRE_MOTS)
}
