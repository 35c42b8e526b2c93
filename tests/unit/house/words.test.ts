import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import type { Tone } from '@/components/ui/tokens'
import { foldTexte } from '@/lib/platform/texte'
import { readSources } from './sources'

/**
 * The words of a list of codes are said once, in the `words` of the wing that owns the list: a second list of the same
 * words for the same codes fails here, whatever its capitals and accents, even for some of the codes only. Who needs a
 * capital takes `capitalise`, or `capitaliseMots`; who needs one other word spreads the list and says that one.
 */

/** The words of one object literal: by code, and what it is said of them where each code has several (`mots`, `aide`). */
interface Liste {
  ou: string
  mots: ReadonlyMap<string, string>
}

const CODE = /^[A-Z][A-Z0-9_]+$/
/** Colours, not words: screens give the same to many lists. */
const TONS: ReadonlySet<string> = new Set<Tone>(['ok', 'warn', 'bad', 'neutral', 'info'])

/** What an expression says, without its `as const`, its `satisfies` and its brackets. */
function unwrap(node: ts.Expression): ts.Expression {
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)
    ? unwrap(node.expression)
    : node
}

/** The name of a property, between quotes or not; null for a spread, a method or a computed name. */
const readNom = (property: ts.ObjectLiteralElementLike): string | null =>
  ts.isPropertyAssignment(property) && (ts.isIdentifier(property.name) || ts.isStringLiteralLike(property.name))
    ? property.name.text
    : null

/** The strings of a value: itself, or those it holds, by the name of their property. */
function readTextes(value: ts.Expression): [string, string][] {
  const nue = unwrap(value)
  if (ts.isStringLiteralLike(nue)) return [['', nue.text]]
  if (!ts.isObjectLiteralExpression(nue)) return []
  return nue.properties.flatMap((property): [string, string][] => {
    const nom = readNom(property)
    const texte = ts.isPropertyAssignment(property) ? unwrap(property.initializer) : null
    return nom !== null && texte && ts.isStringLiteralLike(texte) ? [[nom, texte.text]] : []
  })
}

/** Words without case nor accents; a code stands for itself, and is no word. */
const fold = (mots: string): string => (CODE.test(mots) ? mots : foldTexte(mots))

/** The lists of an object literal whose keys are all codes, two at least: one, or one by property of its values. */
function readListes(objet: ts.ObjectLiteralExpression, ou: string): Liste[] {
  const entrees = objet.properties.map((property) => ({
    code: readNom(property) ?? '',
    textes: new Map(ts.isPropertyAssignment(property) ? readTextes(property.initializer) : []),
  }))
  if (entrees.length < 2 || !entrees.every(({ code }) => CODE.test(code))) return []
  return [...(entrees[0]?.textes.keys() ?? [])].flatMap((nom) => {
    const mots = new Map(
      entrees.flatMap(({ code, textes }): [string, string][] => {
        const texte = textes.get(nom)
        return texte === undefined ? [] : [[code, fold(texte)]]
      }),
    )
    const couleurs = [...mots.values()].every((mot) => TONS.has(mot))
    return mots.size < entrees.length || couleurs ? [] : [{ ou, mots }]
  })
}

/** The lists of words of a file; most files have no code for a key, and are not worth a parser. */
function parseListes(fichier: string, source: string): Liste[] {
  if (!/(?:[{,]|^)\s*['"]?[A-Z][A-Z0-9_]+['"]?\s*:/m.test(source)) return []
  const arbre = ts.createSourceFile(fichier, source, ts.ScriptTarget.Latest, false)
  const listes: Liste[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const { line } = arbre.getLineAndCharacterOfPosition(node.getStart(arbre))
      listes.push(...readListes(node, `${fichier}:${line + 1}`))
    }
    ts.forEachChild(node, visit)
  }
  visit(arbre)
  return listes
}

const isDans = (petite: Liste, grande: Liste): boolean =>
  [...petite.mots].every(([code, mot]) => grande.mots.get(code) === mot)

/** Pairs of lists of which one says nothing that the other does not. */
const findRedites = (listes: readonly Liste[]): string[] =>
  listes.flatMap((une, i) =>
    listes
      .slice(i + 1)
      .filter((autre) => isDans(une, autre) || isDans(autre, une))
      .map((autre) => `${une.ou} = ${autre.ou} : ${[...une.mots.keys()].join(', ')}`),
  )

/** A list in its room, which each case below says again, or does not. */
const DITE = "export const MOTS: Record<Etat, string> = { PRISE: 'prise', REPORTEE: 'reportée', REFUSEE: 'refusée' }"
const findAvec = (autre: string): string[] =>
  findRedites([...parseListes('lib/words.ts', DITE), ...parseListes('components/autre.tsx', autre)])

describe('the words of a list of codes', () => {
  it('are said in one place', () => {
    const listes = [...readSources()].flatMap(([chemin, source]) => parseListes(chemin, source))
    expect(listes.length).toBeGreaterThan(80)
    expect(findRedites(listes)).toEqual([])
  }, 60_000)

  it.each([
    ['the same words', "const M = { PRISE: 'prise', REPORTEE: 'reportée', REFUSEE: 'refusée' }"],
    ['in another order', "const M = { REFUSEE: 'refusée', PRISE: 'prise', REPORTEE: 'reportée' }"],
    ['in another case', "const M = { PRISE: 'Prise', REPORTEE: 'Reportée', REFUSEE: 'REFUSÉE' }"],
    ['without accents', "const M = { PRISE: 'prise', REPORTEE: 'reportee', REFUSEE: 'refusee' }"],
    ['as const', "const M = { PRISE: 'prise', REPORTEE: 'reportée', REFUSEE: 'refusée' } as const"],
    ['between quotes', "const M = { 'PRISE': 'prise', 'REPORTEE': `reportée`, 'REFUSEE': ('refusée') }"],
    [
      'beside a tone',
      "const M = { PRISE: { mots: 'Prise', tone: 'ok' }, REPORTEE: { mots: 'Reportée', tone: 'warn' }, REFUSEE: { mots: 'Refusée', tone: 'bad' } }",
    ],
    [
      'after another string',
      "const M = { PRISE: { aide: 'a', mots: 'prise' }, REPORTEE: { aide: 'b', mots: 'reportée' }, REFUSEE: { aide: 'c', mots: 'refusée' } }",
    ],
    ['for some of the codes', "const M = { PRISE: 'prise', REFUSEE: 'refusée' }"],
    [
      'with a code more',
      "const M = { PRISE: 'prise', REPORTEE: 'reportée', REFUSEE: 'refusée', ATTENDUE: 'en attente' }",
    ],
    ['within a tag', "const a = <A b={{ PRISE: 'prise', REPORTEE: 'reportée', REFUSEE: 'refusée' }[etat]} />"],
    [
      'within another object',
      "const T = { etat: { valeurs: { PRISE: 'prise', REPORTEE: 'reportée', REFUSEE: 'refusée' } } }",
    ],
  ])('%s: found', (_, autre) => {
    expect(findAvec(autre)).toHaveLength(1)
  })

  it('twice in one file: found', () => {
    expect(
      findRedites(parseListes('lib/words.ts', `${DITE}\nconst A = { PRISE: 'Prise', REFUSEE: 'Refusée' }`)),
    ).toEqual(['lib/words.ts:1 = lib/words.ts:2 : PRISE, REPORTEE, REFUSEE'])
  })

  it('codes for codes, said twice: found', () => {
    const cotes = "const C = { CONSEILLER_CAF: 'CAF', CHARGE_COOPERATION: 'COORDINATION' }"
    expect(findRedites(parseListes('lib/a.ts', `${cotes}\n${cotes}`))).toHaveLength(1)
  })

  it.each([
    ['one word that differs', "const M = { PRISE: 'prise', REPORTEE: 'reportée', REFUSEE: 'écartée' }"],
    ['another gender', "const M = { PRISE: 'pris', REPORTEE: 'reporté', REFUSEE: 'refusé' }"],
    ['a sentence around the words', "const M = { PRISE: 'a été prise', REPORTEE: 'a été reportée' }"],
    ['codes, where the other list has words', "const M = { PRISE: 'PRISE', REPORTEE: 'REPORTEE', REFUSEE: 'REFUSEE' }"],
    ['a single code', "const M = { PRISE: 'prise' }"],
    ['keys that are no codes', "const M = { prise: 'prise', reportee: 'reportée', refusee: 'refusée' }"],
    ['codes among other keys', "const M = { PRISE: 'prise', REPORTEE: 'reportée', autre: 'autre' }"],
    ['words that are computed', 'const M = { PRISE: capitalise(MOTS.PRISE), REFUSEE: capitalise(MOTS.REFUSEE) }'],
    ['the list spread, and one word of its own', "const M = { ...MOTS, REFUSEE: 'écartée' }"],
    ['a list of pairs', "const M = [['PRISE', 'prise'], ['REPORTEE', 'reportée'], ['REFUSEE', 'refusée']]"],
  ])('%s: let through', (_, autre) => {
    expect(findAvec(autre)).toEqual([])
  })

  it('tones, twice: let through', () => {
    const tons = "const T = { PRISE: 'ok', REPORTEE: 'neutral', REFUSEE: 'bad' }"
    expect(findRedites(parseListes('components/a.tsx', `${tons}\n${tons}`))).toEqual([])
  })
})
