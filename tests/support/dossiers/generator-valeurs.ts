import { cleanTexte } from '@/lib/platform/texte'
import fc from 'fast-check'

/** The values that a dossier is made of. */

/** What an arbitrary makes. */
export type Valeur<A> = A extends fc.Arbitrary<infer T> ? T : never

/** What breaks programs: quotes, backslashes, lines, other scripts, marks, signs outside the basic plane, blanks around. */
const DELICATS = [
  'L’été « à définir » : 1 200 €, dès 2023 !',
  '"guillemets" \'apostrophes\' \\ barre / oblique',
  "'); DROP TABLE convention; --",
  'première ligne\nseconde ligne\r\n\ttabulée',
  '  blancs autour  ',
  'null',
  '0',
  '{"cle": ["valeur"]}',
  '👩‍👧‍👦 Mairé, Oyré, Œuvre, ﬁ, ẞ, ij',
  'e\u0301 décomposé, é composé',
  'مرحبا بالعالم — 東京都',
  '\u200b\u202e\ufeffinvisibles',
  '$1 %s ${x} {{y}} \u2028\u2029',
  '2026-01-01',
]

/** Something is left of it once cleaned, as a document that says something needs. */
const present = (valeur: string): boolean => cleanTexte(valeur).trim() !== '' && !valeur.includes('\u0000')

export const texte: fc.Arbitrary<string> = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...DELICATS) },
  { weight: 40, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter(present) },
  { weight: 30, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter(present) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 19_900 }).map((n) => 'é'.repeat(n)) },
)

export const ouNul = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null, freq: 3 })

export const liste = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { maxLength })

export const enumeration = <T extends string>(schema: { options: readonly T[] }): fc.Arbitrary<T> =>
  fc.constantFrom(...schema.options)

export const date: fc.Arbitrary<string> = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((jour) => jour.toISOString().slice(0, 10))

/** Moments as they are typed: with an offset or not, with or without parts of a second. */
export const instant: fc.Arbitrary<string> = fc
  .tuple(
    fc.date({ min: new Date('1901-01-01T00:00:00Z'), max: new Date('2199-12-30T00:00:00Z'), noInvalidDate: true }),
    fc.constantFrom('Z', '+02:00', '-11:30'),
    fc.constantFrom(19, 23),
  )
  .map(([moment, decalage, longueur]) => `${moment.toISOString().slice(0, longueur)}${decalage}`)

/** What a screen may have written down: any JSON object. */
export const json = fc.dictionary(
  fc.stringMatching(/^[a-zé_]{1,8}$/),
  fc.oneof(
    texte,
    fc.boolean(),
    fc.constant(null),
    fc.integer(),
    fc.array(fc.record({ b: texte, a: fc.integer() }), { maxLength: 2 }),
  ),
  { maxKeys: 4 },
)

/** Two dates in order, each known or not. */
export const bornes: fc.Arbitrary<{ debut: string | null; fin: string | null }> = fc
  .tuple(ouNul(date), ouNul(date))
  .map(([une, autre]) => {
    const [debut, fin] = une !== null && autre !== null && une > autre ? [autre, une] : [une, autre]
    return { debut, fin }
  })

export const periode = ouNul(
  fc.tuple(ouNul(texte), bornes).map(([mots, { debut, fin }]) => ({ texte: mots, debut, fin })),
)

/** Decimals as they are typed, useless zeros included. */
export function decimal({
  decimales = 4,
  maximum = 999_999_999_999,
  negatif = true,
}: {
  decimales?: number
  maximum?: number
  negatif?: boolean
} = {}): fc.Arbitrary<string> {
  return fc
    .tuple(
      negatif ? fc.constantFrom('', '-') : fc.constant(''),
      fc.oneof(
        fc.nat(100),
        fc.maxSafeNat().map((n) => n % (maximum + 1)),
      ),
      fc.array(fc.nat(9), { maxLength: decimales }),
    )
    .map(([signe, entier, suite]) => `${signe}${entier}${suite.length > 0 ? `.${suite.join('')}` : ''}`)
}

/** Hundredths as a quotité is typed: 160 → "1.6" or "1.60". */
export const formatCentiemes = (centiemes: number): string =>
  centiemes % 100 === 0
    ? String(centiemes / 100)
    : `${Math.trunc(centiemes / 100)}.${String(centiemes % 100).padStart(2, '0')}`

/** A choice made before what is chosen from is known: see `pick`. */
export const choix = ouNul(fc.nat())

export function pick<T>(valeurs: readonly T[], n: number | null): T | null {
  return n === null || valeurs.length === 0 ? null : (valeurs[n % valeurs.length] ?? null)
}

/** Some of them, each once, in the order of the choices. */
export const pickUniques = <T>(valeurs: readonly T[], choisis: readonly number[]): T[] => [
  ...new Set(choisis.flatMap((n) => pick(valeurs, n) ?? [])),
]

/** Gives each a `ref`, unique within its kind. */
export const numerote = <T>(genre: string, valeurs: readonly T[]): (T & { ref: string })[] =>
  valeurs.map((valeur, i) => ({ ...valeur, ref: `${genre}-${i + 1}` }))
