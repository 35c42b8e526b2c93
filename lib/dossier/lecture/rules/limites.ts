import { formatNombre } from '@/lib/platform/nombres'
import { formatChemin, formatExtrait, RACINE, type ErreurDossier } from '@/lib/dossier/check/rules/erreurs'

/** What a dossier may weigh: far above a real one (at most some thousands of values), far below what hurts. */
const LIMITES = {
  octets: 5_000_000,
  /** entries of one list */
  elements: 5_000,
  /** fields of one object; the widest of a dossier has some thirty */
  champs: 100,
  /** values of all kinds in the whole document */
  valeurs: 200_000,
  /** lists and objects inside one another; a dossier has nine */
  profondeur: 16,
} as const

/** Names through which an object of JavaScript reaches its prototype. */
const CLES_INTERDITES = new Set(['__proto__', 'constructor', 'prototype'])

/** What PostgreSQL does not keep: the null character, and halves of surrogate pairs. */
const CARACTERES_INTERDITS = /\u0000|\p{Surrogate}/u

interface Noeud {
  valeur: unknown
  cle: PropertyKey | null
  parent: Noeud | null
  profondeur: number
}

function locate(noeud: Noeud): string {
  const segments: PropertyKey[] = []
  for (let courant: Noeud | null = noeud; courant !== null; courant = courant.parent) {
    if (courant.cle !== null) segments.unshift(courant.cle)
  }
  return formatChemin(segments)
}

const refuse = (chemin: string, message: string): ErreurDossier => ({ chemin, message: message })

const TROP_LOURD = `Ce document dépasse ${formatNombre(LIMITES.octets / 1_000_000)} Mo : un dossier porte une seule convention, sans pièce jointe. Retirez ce qui n’en est pas.`

const TROP_PROFOND = `Ce document emboîte plus de ${LIMITES.profondeur} niveaux, ce qu’un dossier ne fait jamais : repartez d’un dossier exporté.`

function isPlainObject(valeur: object): valeur is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(valeur)
  return prototype === Object.prototype || prototype === null
}

function checkListe(noeud: Noeud, liste: readonly unknown[]): ErreurDossier | null {
  if (liste.length <= LIMITES.elements) return null
  return refuse(
    locate(noeud),
    `Cette liste a ${formatNombre(liste.length)} éléments, au-delà de ${formatNombre(LIMITES.elements)} : vérifiez qu’il s’agit d’une seule convention, et retirez les éléments en trop.`,
  )
}

function checkCles(noeud: Noeud, cles: readonly string[]): ErreurDossier | null {
  const interdite = cles.find((cle) => CLES_INTERDITES.has(cle))
  if (interdite !== undefined) {
    return refuse(
      locate({ valeur: null, cle: interdite, parent: noeud, profondeur: 0 }),
      `Le nom de champ « ${interdite} » est refusé : retirez-le.`,
    )
  }
  if (cles.some((cle) => CARACTERES_INTERDITS.test(cle)))
    return refuse(
      locate(noeud),
      'Un nom de champ contient un caractère invisible que la base ne sait pas garder : effacez-le.',
    )
  if (cles.length <= LIMITES.champs) return null
  return refuse(
    locate(noeud),
    `Cet élément a ${formatNombre(cles.length)} champs, bien plus qu’un dossier n’en connaît : retirez ceux qui n’en sont pas.`,
  )
}

function checkFeuille(noeud: Noeud): ErreurDossier | null {
  const { valeur } = noeud
  if (typeof valeur === 'string' && CARACTERES_INTERDITS.test(valeur)) {
    return refuse(
      locate(noeud),
      'Ce texte contient un caractère invisible que la base ne sait pas garder : effacez-le, ou tapez le texte de nouveau.',
    )
  }
  if (valeur === null || ['string', 'boolean', 'undefined'].includes(typeof valeur)) return null
  if (typeof valeur === 'number' && Number.isFinite(valeur)) return null
  return refuse(
    locate(noeud),
    'Cette valeur n’a pas d’écriture en JSON : mettez un texte, un nombre, true, false ou null.',
  )
}

/** Children of a list or of an object; a refusal; nothing for a leaf. */
function open(noeud: Noeud): Noeud[] | ErreurDossier {
  const { valeur, profondeur } = noeud
  if (typeof valeur !== 'object' || valeur === null) return checkFeuille(noeud) ?? []
  if (profondeur >= LIMITES.profondeur) return refuse(locate(noeud), TROP_PROFOND)
  if (Array.isArray(valeur)) {
    const liste: readonly unknown[] = valeur
    return (
      checkListe(noeud, liste) ??
      liste.map((enfant, cle) => ({ valeur: enfant, cle, parent: noeud, profondeur: profondeur + 1 }))
    )
  }
  if (!isPlainObject(valeur))
    return refuse(
      locate(noeud),
      'Cet élément n’est ni une liste ni un objet JSON : écrivez-le comme dans un dossier exporté.',
    )
  const objet = valeur
  const cles = Object.keys(objet)
  return (
    checkCles(noeud, cles) ??
    cles.map((cle) => ({ valeur: objet[cle], cle, parent: noeud, profondeur: profondeur + 1 }))
  )
}

/**
 * Walks a value that nobody has checked yet, without recursion, and stops at the first thing that
 * no dossier holds: too heavy, too long, too deep, a name that reaches a prototype, a character
 * that the database refuses.
 */
export function checkLimites(document: unknown): ErreurDossier | null {
  const pile: Noeud[] = [{ valeur: document, cle: null, parent: null, profondeur: 0 }]
  let octets = 0
  let valeurs = 0
  for (let noeud = pile.pop(); noeud !== undefined; noeud = pile.pop()) {
    valeurs += 1
    if (valeurs > LIMITES.valeurs) {
      return refuse(
        RACINE,
        `Ce document compte plus de ${formatNombre(LIMITES.valeurs)} valeurs : un dossier porte une seule convention. Retirez ce qui n’en est pas.`,
      )
    }
    if (typeof noeud.valeur === 'string') octets += Buffer.byteLength(noeud.valeur)
    if (octets > LIMITES.octets) return refuse(RACINE, TROP_LOURD)
    const suite = open(noeud)
    if (!Array.isArray(suite)) return suite
    pile.push(...suite.reverse())
  }
  return null
}

/** Line and column of a place in a text, as an editor shows them. */
function formatPlace(texte: string, position: number): string {
  const avant = texte.slice(0, position).split('\n')
  return `ligne ${avant.length}, colonne ${(avant.at(-1)?.length ?? 0) + 1}`
}

/** Whether a text, which may not even be JSON, opens more lists and objects at once than allowed; one walk. */
function isTropProfond(texte: string): boolean {
  let profondeur = 0
  let dansTexte = false
  for (let i = 0; i < texte.length; i += 1) {
    const signe = texte[i]
    if (dansTexte) {
      if (signe === '\\') i += 1
      else if (signe === '"') dansTexte = false
    } else if (signe === '"') dansTexte = true
    else if (signe === '[' || signe === '{') {
      profondeur += 1
      if (profondeur > LIMITES.profondeur) return true
    } else if (signe === ']' || signe === '}') profondeur -= 1
  }
  return false
}

/** Reads the text of a document; refuses one that is too heavy before reading it. */
export function parseTexte(texte: string): { ok: true; valeur: unknown } | { ok: false; erreur: ErreurDossier } {
  // Counting bytes takes a walk through the text: one that has more characters than bytes allowed needs none.
  if (texte.length > LIMITES.octets || Buffer.byteLength(texte) > LIMITES.octets)
    return { ok: false, erreur: refuse(RACINE, TROP_LOURD) }
  if (isTropProfond(texte)) return { ok: false, erreur: refuse(RACINE, TROP_PROFOND) }
  try {
    // A text saved by some editors starts with a byte order mark, which is no JSON.
    return { ok: true, valeur: JSON.parse(texte.replace(/^\uFEFF/, '')) as unknown }
  } catch (erreur) {
    const position = erreur instanceof Error ? /position (\d+)/.exec(erreur.message)?.[1] : undefined
    const ou =
      position === undefined ? `près de ${formatExtrait(texte.trim(), 30)}` : formatPlace(texte, Number(position))
    const sens =
      texte.trim() === ''
        ? 'Ce document est vide : choisissez le fichier d’un dossier.'
        : `Ce document n’est pas du JSON lisible (${ou}) : corrigez les guillemets, les virgules et les accolades, ou repartez d’un dossier exporté.`
    return { ok: false, erreur: refuse(RACINE, sens) }
  }
}
