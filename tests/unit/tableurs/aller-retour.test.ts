import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanTexte } from '@/lib/platform/texte'
import { readTableur } from '@/lib/tableurs/read'
import { FORMATS_TABLEUR, type Cellule, type Feuille, type FormatTableur } from '@/lib/tableurs/types'
import { toNombre } from '@/lib/tableurs/nombres'
import { writeTableur } from '@/lib/tableurs/write'
import { PATIENT, runsOf } from '@/tests/unit/runs'

/** Texts that spreadsheets, XML or CSV could mistake for something else. */
const PIEGES = [
  '=1+1',
  '@SOMME(A1)',
  '+33',
  '-',
  "'=A1",
  "''=A1",
  '_x0041_',
  '_x005F_x0041_',
  'a;b,c\td',
  '"',
  '""',
  'ligne\nautre',
  '\n',
  '  deux  espaces  ',
  '\t',
  '&amp;',
  ']]>',
  '<b>',
  '1E5',
  '007',
  'VRAI',
  '\u00A0',
  'é😀',
  '#REF!',
  'sep=;',
  '\u2028',
  ' ',
  'a\r\nb',
]
const texte = () =>
  fc.oneof(
    fc.constantFrom(...PIEGES),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.array(fc.constantFrom(...PIEGES), { maxLength: 4 }).map((mots) => mots.join('')),
  )

const strip = (lignes: string[][]): string[][] => {
  const sans = lignes.map((ligne) => {
    const pleines = [...ligne]
    while (pleines.length > 0 && pleines.at(-1) === '') pleines.pop()
    return pleines
  })
  while (sans.length > 0 && sans.at(-1)?.length === 0) sans.pop()
  return sans
}

async function roundTrip(format: FormatTableur, lignes: Cellule[][]): Promise<Feuille[]> {
  const lecture = await readTableur(
    await writeTableur(format, [{ nom: 'Fiches & « co »', lignes, largeurs: lignes[0]?.map(() => 20) }]),
  )
  if (!lecture.ok) throw new Error(lecture.message)
  expect(lecture.format).toBe(format)
  return lecture.feuilles
}

describe.each(FORMATS_TABLEUR)('given a table written as %s', (format) => {
  it('when it is read again, then every text is the same, whatever its characters', PATIENT, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(texte(), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        async (lignes) => {
          const entete = lignes.map((ligne) => ['repère', ...ligne])
          const [feuille] = await roundTrip(format, entete)
          expect(strip(feuille?.lignes ?? [])).toEqual(strip(entete.map((ligne) => ligne.map(cleanTexte))))
        },
      ),
      runsOf(300),
    )
  })

  it('when it holds numbers, then they are exact', PATIENT, async () => {
    const decimal = fc
      .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 9999 }))
      .map(([entier, reste]) =>
        reste === 0 ? String(entier) : `${entier}.${String(reste).padStart(4, '0').replace(/0+$/, '')}`,
      )
    await fc.assert(
      fc.asyncProperty(fc.array(decimal, { minLength: 1, maxLength: 8 }), async (nombres) => {
        const [feuille] = await roundTrip(format, [['Nombre'], ...nombres.map((nombre) => [toNombre(nombre)])])
        expect(feuille?.lignes.slice(1).map(([cellule]) => cellule?.replace(',', '.'))).toEqual(nombres)
      }),
      runsOf(100),
    )
  })

  it('when it holds days, then they are the same days', async () => {
    const jours = ['1900-03-01', '1999-12-31', '2000-02-29', '2024-02-29', '2026-11-22', '9999-12-31']
    const [feuille] = await roundTrip(format, [['Jour'], ...jours.map((date) => [{ date }])])
    expect(
      feuille?.lignes
        .slice(1)
        .map(([cellule]) => (format === 'csv' ? cellule?.split('/').reverse().join('-') : cellule)),
    ).toEqual(jours)
  })
})

describe('given a number too long for a spreadsheet', () => {
  it('then it stays words', () => {
    expect(toNombre('123456789012.3456')).toBe('123456789012.3456')
    expect(toNombre('12345678901.2345')).toEqual({ nombre: '12345678901.2345' })
  })
})
