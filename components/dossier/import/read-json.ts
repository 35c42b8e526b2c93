/**
 * Reads a text as JSON and, when it is not, finds where: engines do not agree on what their message
 * says (Chromium names no place in a short text, Safari never does).
 */

export type LectureJson = { ok: true; valeur: unknown } | { ok: false; ligne: number; colonne: number; extrait: string }

const BLANCS = /[ \t\n\r]*/y
const JETON =
  /[{}[\]:,]|"(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

type Attente = 'VALEUR' | 'VALEUR_OU_FIN' | 'CLE' | 'CLE_OU_FIN' | 'DEUX_POINTS' | 'SUITE'
type Ouvrante = '{' | '['

const FERMANTE: Record<Ouvrante, string> = { '{': '}', '[': ']' }

/** What may come after this token, or null when the token may not stand here. */
function step(attente: Attente, jeton: string, pile: Ouvrante[]): Attente | null {
  const close = (): Attente => {
    pile.pop()
    return 'SUITE'
  }
  const ouverte = pile.at(-1)
  switch (attente) {
    case 'DEUX_POINTS':
      return jeton === ':' ? 'VALEUR' : null
    case 'CLE':
    case 'CLE_OU_FIN':
      if (jeton === '}' && attente === 'CLE_OU_FIN') return close()
      return jeton.startsWith('"') ? 'DEUX_POINTS' : null
    case 'SUITE':
      if (ouverte === undefined) return null
      if (jeton === FERMANTE[ouverte]) return close()
      if (jeton !== ',') return null
      return ouverte === '{' ? 'CLE' : 'VALEUR'
    case 'VALEUR':
    case 'VALEUR_OU_FIN':
      if (jeton === ']' && attente === 'VALEUR_OU_FIN') return close()
      if (jeton === '{' || jeton === '[') {
        pile.push(jeton)
        return jeton === '{' ? 'CLE_OU_FIN' : 'VALEUR_OU_FIN'
      }
      return '}],:'.includes(jeton) ? null : 'SUITE'
  }
}

/** Place of the first character that no JSON has there; the end of the text when it is cut short. */
function locate(texte: string): number {
  const pile: Ouvrante[] = []
  let attente: Attente = 'VALEUR'
  let place = 0
  for (;;) {
    BLANCS.lastIndex = place
    place += BLANCS.exec(texte)?.[0].length ?? 0
    JETON.lastIndex = place
    const jeton = JETON.exec(texte)?.[0]
    const suite: Attente | null = jeton === undefined ? null : step(attente, jeton, pile)
    if (jeton === undefined || suite === null) return place
    attente = suite
    place += jeton.length
  }
}

/** @returns the value, or the line and column (from 1) of what is wrong, and that line, cut short */
export function readJson(brut: string): LectureJson {
  // Some editors start a file with a byte order mark, which is no JSON.
  const texte = brut.replace(/^\uFEFF/, '')
  try {
    return { ok: true, valeur: JSON.parse(texte) as unknown }
  } catch {
    const place = locate(texte)
    const avant = texte.slice(0, place).split('\n')
    const debut = place - (avant.at(-1)?.length ?? 0)
    const ligne = texte.slice(debut).split('\n', 1)[0] ?? ''
    return { ok: false, ligne: avant.length, colonne: place - debut + 1, extrait: ligne.trim().slice(0, 80) }
  }
}
