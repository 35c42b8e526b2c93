import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import {
  annee,
  courriel,
  courrielOuNul,
  date,
  dateOuNulle,
  heureOuNulle,
  identifiant,
  motif,
  texteFacultatif,
  texteOuNul,
  version,
  versionSysteme,
} from '@/lib/platform/saisie'

/** What a schema makes of a value: the value read, or the sentence of its refusal. */
function read(schema: z.ZodType, valeur: unknown): unknown {
  const lu = schema.safeParse(valeur)
  return lu.success ? lu.data : `refus\u00A0: ${lu.error.issues[0]?.message}`
}

describe('what forms send', () => {
  it('a version, an id, a year: what the tables can hold, and nothing beyond', () => {
    expect([0, 2_147_483_647].map((n) => read(version, n))).toEqual([0, 2_147_483_647])
    expect([-1, 1.5, 2_147_483_648, '1', null].map((n) => version.safeParse(n).success)).toEqual(Array(5).fill(false))
    expect(read(versionSysteme, 4_294_967_295)).toBe(4_294_967_295)
    expect([0, 2_147_483_648].map((n) => identifiant.safeParse(n).success)).toEqual([false, false])
    expect([1990, 2100, 1989, 2101, 2206].map((n) => annee.safeParse(n).success)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it('a text that may be empty is then not known', () => {
    expect([' mots ', '   ', ''].map((mots) => read(texteOuNul(10), mots))).toEqual(['mots', null, null])
    expect(read(texteOuNul(2000), 'x'.repeat(2001))).toBe(
      'refus\u00A0: Raccourcissez ce texte\u00A0: 2\u202F000 caractères au plus.',
    )
    expect([undefined, null, ' a '].map((mots) => read(texteFacultatif(10), mots))).toEqual([null, null, 'a'])
  })

  it('a reason is said, and not with a letter', () => {
    expect(read(motif('Dites pourquoi.'), 'ok')).toBe('refus\u00A0: Dites pourquoi.')
    expect(read(motif('Dites pourquoi.'), ' Élection ')).toBe('Élection')
  })

  it.each([
    ['3/3/2026', '2026-03-03'],
    ['2026-03-03', '2026-03-03'],
    ['03.03.2026 ', '2026-03-03'],
    ['', null],
    [
      '31/02/2026',
      'refus\u00A0: «\u00A031/02/2026\u00A0» n’est pas une date lisible\u00A0: écrivez-la comme 3/3/2026, ou choisissez-la dans le calendrier.',
    ],
    ['31/12/2206', 'refus\u00A0: L’année paraît fausse\u00A0: vérifiez la date, qui doit être entre 1990 et 2100.'],
    ['2206-12-31', 'refus\u00A0: L’année paraît fausse\u00A0: vérifiez la date, qui doit être entre 1990 et 2100.'],
    ['0206-01-01', 'refus\u00A0: L’année paraît fausse\u00A0: vérifiez la date, qui doit être entre 1990 et 2100.'],
  ])('a day typed %j is read as %j', (saisie, attendu) => expect(read(dateOuNulle, saisie)).toBe(attendu))

  it('a day that must be there says so', () =>
    expect(read(date('Indiquez le premier jour.'), ' ')).toBe('refus\u00A0: Indiquez le premier jour.'))

  it.each([
    ['14h30', '14:30'],
    ['9 h', '09:00'],
    ['', null],
    ['25:00', 'refus\u00A0: «\u00A025:00\u00A0» n’est pas une heure lisible\u00A0: écrivez-la comme 14:30.'],
  ])('an hour typed %j is read as %j', (saisie, attendu) => expect(read(heureOuNulle, saisie)).toBe(attendu))

  it.each([
    [' Prenom.Nom@Caf.fr ', 'prenom.nom@caf.fr'],
    ['prenom\u200B.nom@caf.fr', 'prenom.nom@caf.fr'],
    ['\u202Aprenom.nom@caf.fr\u202C', 'prenom.nom@caf.fr'],
    ['prenom.nom\u00AD@caf.fr\uFEFF', 'prenom.nom@caf.fr'],
    ['\u200Eprenom.nom@caf.fr\u2069', 'prenom.nom@caf.fr'],
    ['prenom nom@caf.fr', 'refus\u00A0: Écrivez-la.'],
    ['prenom.nom@caf', 'refus\u00A0: Écrivez-la.'],
    ['préñom@caf.fr', 'refus\u00A0: Écrivez-la.'],
    [`${'a'.repeat(250)}@caf.fr`, 'refus\u00A0: Écrivez-la.'],
  ])('an address copied as %j is %j', (saisie, attendu) => {
    expect(read(courriel('Écrivez-la.'), saisie)).toBe(attendu)
    expect(read(courrielOuNul('Écrivez-la.'), saisie)).toBe(attendu)
  })

  it('an address may be left empty where it may', () => {
    expect(read(courrielOuNul('Écrivez-la.'), ' \u200B ')).toBeNull()
    expect(read(courriel('Écrivez-la.'), ' ')).toBe('refus\u00A0: Écrivez-la.')
  })
})
