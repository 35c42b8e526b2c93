import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanOuNul, cleanTexte, foldMots, foldTexte, hasNul } from '@/lib/platform/texte'
import { PATIENT, RUNS } from '../runs'

/** Everything that the cleaning is about, with letters and blanks around which it may stand. */
const DELICATS = [
  '\u0000',
  '\u0007',
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  '\r\n',
  '\u001F',
  ' ',
  '\u007F',
  '\u0085',
  '\u009F',
  '\u00A0',
  '\u00AD',
  '\u200B',
  '\u200C',
  '\u200D',
  '\u202A',
  '\u202E',
  '\u202F',
  '\u2028',
  '\u2029',
  '\u2060',
  '\u2066',
  '\uD83D',
  '\uDE00',
  '😀',
  '\uE000',
  '\uF076',
  '\uF0A7',
  '\uF0B7',
  '\uF0D8',
  '\uF0E0',
  '\uF0FC',
  '\uFEFF',
  '\uFFFE',
  '\uFFFF',
  'e',
  '\u0301',
  '\u0323',
  'é',
  'ﬁ',
  'Œ',
  'ß',
  'o',
  '§',
  '·',
  '\u0387',
  'v',
  'a',
  '1',
  '\u0958',
  '\u1EAD',
  '\u01D6',
  '\u2126',
  '•',
  '-',
]
const texte = fc.oneof(
  fc.array(fc.constantFrom(...DELICATS), { maxLength: 16 }).map((signes) => signes.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

describe('a text as it is kept', () => {
  it('is the same when it is cleaned twice', PATIENT, () => {
    fc.assert(
      fc.property(texte, (brut) => void expect(cleanTexte(cleanTexte(brut))).toBe(cleanTexte(brut))),
      RUNS,
    )
  })

  it('holds no control character but the line feed, no invisible one, no half of one, and is composed', PATIENT, () => {
    fc.assert(
      fc.property(texte, (brut) => {
        const propre = cleanTexte(brut)
        expect(propre).not.toMatch(
          /(?!\n)\p{Cc}|[\u00AD\u200B-\u200D\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFE\uFFFF\uF0B7\uF0A7]|\p{Cs}/u,
        )
        expect(propre.normalize('NFC')).toBe(propre)
      }),
      RUNS,
    )
  })

  it('is never longer than the same text composed', PATIENT, () => {
    fc.assert(
      fc.property(
        texte,
        (brut) => void expect(cleanTexte(brut).length).toBeLessThanOrEqual(brut.normalize('NFC').length),
      ),
      RUNS,
    )
  })

  it('loses no letter, figure or punctuation: what a person reads is there, in its order', PATIENT, () => {
    const lu = (mots: string) => (mots.normalize('NFC').match(/[\p{L}\p{N}\p{P}\p{S}]/gu) ?? []).join('')
    // A letter that stands for a bullet before a tab is the one that is read otherwise.
    fc.assert(
      fc.property(
        texte.filter((brut) => !/[\t\uE000-\uF8FF]/.test(brut)),
        (brut) =>
          void expect(lu(cleanTexte(brut))).toBe(
            lu(
              brut.replace(
                /[\u00AD\u200B-\u200D\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFE\uFFFF]|\p{Cs}|(?![\n\r\v\f\u0085])\p{Cc}/gu,
                '',
              ),
            ),
          ),
      ),
      RUNS,
    )
  })

  it('is the same however it was composed, cut for line ends, or marked by a word processor', () => {
    const lettres = 'Créer une crèche à Témoin-le-Bourg\u202F: accueil périscolaire renforcé'
    expect(cleanTexte(lettres.normalize('NFD'))).toBe(lettres)
    expect(cleanTexte([...lettres].join('\u00AD'))).toBe(lettres)
    expect(cleanTexte(`\uFEFF${[...lettres.normalize('NFD')].join('\u200B')}`)).toBe(lettres)
    for (const fin of ['\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'])
      expect(cleanTexte(`une${fin}deux${fin}${fin}trois`), JSON.stringify(fin)).toBe('une\ndeux\n\ntrois')
  })

  it('keeps the bullets of Word and of PDF files as bullets', () => {
    expect(cleanTexte('\uF0B7\tune\n\uF0A7 deux\n  \uF0D8\ttrois\no\tquatre\n§\tcinq\n\uF0FC\tfait')).toBe(
      '• une\n• deux\n  • trois\n• quatre\n• cinq\n✓ fait',
    )
    expect(cleanTexte('\uE123 d’une autre police')).toBe('• d’une autre police')
    expect(cleanTexte('Horaires \uF0B7 lundi')).toBe('Horaires • lundi')
    expect(cleanTexte('o deux\nvélo\toui\n§ 4')).toBe('o deux\nvélo oui\n§ 4')
  })

  it('leaves what it must: no-break spaces, marks of scripts that read from the right, an emoji, a private sign inside a line', () => {
    for (const mots of ['5\u00A0Mo\u202F!', 'مرحبا\u200F', '😀 ❤\uFE0F', 'a\uE123b', ' deux  blancs ', '²½'])
      expect(cleanTexte(mots)).toBe(mots)
  })

  it('is nothing when nothing is left', () => {
    expect(cleanOuNul(' \u200B\u00AD\r\n ')).toBeNull()
    expect(cleanOuNul(' é ')).toBe('é')
  })

  it('says of a null character that it is there', () => {
    expect(hasNul('a\u0000b')).toBe(true)
    expect(hasNul('a\\u0000b')).toBe(false)
  })
})

describe('a text as it is compared', () => {
  it('is the same with or without accents, case, composition and what does not show', () => {
    for (const mots of [
      'Périscolaire',
      'PÉRISCOLAIRE',
      'pe\u0301riscolaire',
      'péri\u00ADsco\u00ADlaire',
      'péri\u200Bscolaire',
      '\u202Apériscolaire\u202C',
    ])
      expect(foldTexte(mots)).toBe('periscolaire')
    expect(foldTexte('Œuvre, Ærø, Straße, Łódź, ﬁn')).toBe('oeuvre, aero, strasse, lodz, fin')
    expect(foldMots(' L’Œuvre\u00A0: n°\u202F3 — (été) ')).toBe('l oeuvre n 3 ete')
  })

  it('is cleaned by the way: a text folds as its cleaned form does, but for bullets', PATIENT, () => {
    fc.assert(
      fc.property(
        texte.filter((brut) => !/[\t\p{Co}\p{Cs}\p{Cc}]/u.test(brut)),
        (brut) => void expect(foldMots(cleanTexte(brut))).toBe(foldMots(brut)),
      ),
      RUNS,
    )
  })

  it('folds twice to the same, and to letters, figures and single spaces', PATIENT, () => {
    fc.assert(
      fc.property(texte, (brut) => {
        expect(foldMots(foldMots(brut))).toBe(foldMots(brut))
        expect(foldMots(brut)).toMatch(/^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/)
      }),
      RUNS,
    )
  })
})
