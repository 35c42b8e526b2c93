import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { cleanSaisie, parseSaisie, REFUS_NUL } from '@/lib/platform/nettoyage'
import { declare } from '@/lib/platform/query'
import { cleanTexte } from '@/lib/platform/texte'
import { PATIENT, RUNS } from '../runs'

const SALE = '\uFEFFPe\u0301ri\u00ADscolaire\u200B\vdeux'
const PROPRE = 'Périscolaire\ndeux'

const valeur = fc.letrec((tie) => ({
  feuille: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }).map((texte) => texte.replaceAll('\u0000', '')),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
  ),
  valeur: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('feuille'),
    fc.array(tie('valeur'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('valeur'), { maxKeys: 4 }),
  ),
})).valeur

/** The same, said another way: every text cleaned, everything else untouched. */
const cleanTout = (brut: unknown): unknown => {
  if (typeof brut === 'string') return cleanTexte(brut)
  if (Array.isArray(brut)) return brut.map(cleanTout)
  if (typeof brut !== 'object' || brut === null) return brut
  return Object.fromEntries(Object.entries(brut).map(([cle, membre]) => [cle, cleanTout(membre)]))
}

describe('an input', () => {
  it('has each of its texts cleaned, however deep, and nothing else changed', PATIENT, () => {
    fc.assert(
      fc.property(
        valeur,
        (saisie) => void expect(cleanSaisie(saisie)).toEqual({ ok: true, valeur: cleanTout(saisie) }),
      ),
      RUNS,
    )
    expect(cleanSaisie({ a: [{ b: SALE }, 3, null, undefined] })).toEqual({
      ok: true,
      valeur: { a: [{ b: PROPRE }, 3, null, undefined] },
    })
  })

  it('is refused for a null character, in a text or in a name, and names the field', () => {
    expect(cleanSaisie({ champs: { titre: { apres: 'a\u0000b' } }, lignes: ['x', '\u0000'] })).toEqual({
      ok: false,
      champs: [
        { champ: 'champs.titre.apres', message: REFUS_NUL },
        { champ: 'lignes.1', message: REFUS_NUL },
      ],
    })
    expect(cleanSaisie({ extras: { 'a\u0000': 1 } })).toMatchObject({ ok: false, champs: [{ champ: 'extras' }] })
  })

  it('keeps what is declared raw sign for sign, at its top only, but for a null character', () => {
    expect(cleanSaisie({ motDePasse: SALE, nom: SALE, dedans: { motDePasse: SALE } }, ['motDePasse'])).toEqual({
      ok: true,
      valeur: { motDePasse: SALE, nom: PROPRE, dedans: { motDePasse: PROPRE } },
    })
    expect(cleanSaisie({ motDePasse: 'a\u0000' }, ['motDePasse'])).toMatchObject({
      ok: false,
      champs: [{ champ: 'motDePasse' }],
    })
  })

  it('keeps a file under its own bytes, its name cleaned as a Mac writes it', async () => {
    const fichier = new File(['a\u00ADb'], 'Crèches\u200B.csv'.normalize('NFD'), { type: 'text/csv' })
    const lu = cleanSaisie({ fichier })
    if (!lu.ok) throw new Error('refused')
    const { fichier: propre } = lu.valeur as { fichier: File }
    expect([propre.name, propre.type, await propre.text()]).toEqual(['Crèches.csv', 'text/csv', 'a\u00ADb'])
  })

  it('is no way to a prototype, and one that hides a text behind its prototype hides nothing', () => {
    const lu = cleanSaisie(JSON.parse('{"__proto__": {"admin": true}, "nom": "x"}'))
    expect(lu.ok && Object.getPrototypeOf(lu.valeur)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>).admin).toBeUndefined()
    class Deguise {
      nom = SALE
    }
    expect(cleanSaisie(new Deguise())).toEqual({ ok: true, valeur: { nom: PROPRE } })
  })

  it('is refused, quickly and once, beyond what is read', () => {
    let profond: unknown = 'x'
    for (let i = 0; i < 5000; i++) profond = [profond]
    expect(cleanSaisie(profond)).toMatchObject({
      ok: false,
      champs: [{ message: expect.stringMatching(/trop grande/) }],
    })
    const large = cleanSaisie(Array.from({ length: 300_000 }, () => 'x'))
    expect(large).toMatchObject({ ok: false, champs: [{ message: expect.stringMatching(/trop grande/) }] })
    expect(!large.ok && large.champs).toHaveLength(1)
    const boucle: Record<string, unknown> = {}
    boucle.soi = boucle
    expect(cleanSaisie(boucle)).toMatchObject({ ok: false })
  })
})

describe('a secret', () => {
  const input = z.strictObject({ jeton: z.string(), nom: z.string() })

  it('cannot be declared without saying that it is kept as typed', () => {
    const declaration = {
      nom: 'essaiSecret',
      genre: 'ECRITURE',
      operation: 'portefeuille.lire',
      portee: 'GENERALE',
    } as const
    expect(() => declare(declaration, input)).toThrow(/jeton is a secret/)
    expect(() => declare(declaration, input, ['jeton'])).not.toThrow()
  })

  it('is read outside the builders by the same cleaning', () => {
    expect(parseSaisie(input, { jeton: SALE, nom: SALE }, ['jeton'])).toEqual({
      ok: true,
      data: { jeton: SALE, nom: PROPRE },
    })
    expect(parseSaisie(input, { jeton: 'x', nom: '\u0000' }, ['jeton'])).toMatchObject({
      ok: false,
      champs: [{ champ: 'nom' }],
    })
    expect(parseSaisie(z.strictObject({ n: z.array(z.int()) }), { n: [1, 2.5] }, [])).toMatchObject({
      ok: false,
      champs: [{ champ: 'n.1' }],
    })
  })
})
