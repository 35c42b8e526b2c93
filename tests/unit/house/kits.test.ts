import { describe, expect, it } from 'vitest'
import { readSources } from './sources'

/** Small things that stood many times, not alike: each is said in one file, and a second copy fails here (record 0042). */

/** What betrays a copy, and the only files where it stands. */
const KITS: readonly { quoi: string; motif: RegExp; ou: readonly string[] }[] = [
  { quoi: 'a version', motif: /\bversion\b\s*[:=]\s*z\s*\.int\(\)/, ou: ['lib/platform/saisie.ts'] },
  {
    quoi: 'a text or null',
    motif: /\.transform\(\((\w+)\) => (?:\1 \|\| null|\(?\1 === '' \? null : \1\)?)\)/,
    ou: ['lib/platform/saisie.ts'],
  },
  {
    // Without a boundary of its own it holds the whole page back: a box that is ticked stays empty until it is there.
    quoi: 'a component that comes later, and no boundary around it',
    motif: /\bdynamic\(\s*\(\) => import\([^)]*\)(?:\.then\([^{}]*?\w\))?,?\s*\)/,
    ou: ['components/plan-action/liste/autres-vues.tsx'],
  },
  { quoi: 'a reason', motif: /\.min\(3, absent\)/, ou: ['lib/platform/saisie.ts'] },
  {
    quoi: 'a date that is not one',
    motif: /n’est pas une date lisible/,
    ou: ['lib/platform/saisie.ts', 'lib/pilotage/evolution/rules/bornes.ts'],
  },
  { quoi: 'an hour that is not one', motif: /n’est pas une heure lisible/, ou: ['lib/platform/saisie.ts'] },
  { quoi: 'an e-mail address', motif: /z\.email\(/, ou: ['lib/platform/saisie.ts'] },
  { quoi: 'the bounds of a year', motif: /\b1990\b[^\n]*\b2100\b/, ou: ['lib/platform/dates.ts'] },
  { quoi: 'accents taken away', motif: /normalize\('NFK?D'\)|\\p\{Mn?\}\/gu/, ou: ['lib/platform/texte.ts'] },
  { quoi: 'accents composed', motif: /normalize\('NFC'\)/, ou: ['lib/platform/texte.ts'] },
  {
    quoi: 'letters of an accented alphabet lowered to compare',
    motif: /toLocaleLowerCase\(|sensitivity: 'base'/,
    ou: [],
  },
  { quoi: 'line breaks of one kind', motif: /replace\(\/\\r\\n\?\/g/, ou: ['lib/plan-action/mesures/rules/coller.ts'] },
  { quoi: 'control characters taken away', motif: /replace(?:All)?\((?:\/\[?\\u0000|'\\u0000')/, ou: [] },
  {
    quoi: 'an hour in words',
    motif: /(?:\\u00A0|\u00A0| )h(?:\\u00A0|\u00A0| )\$\{|replace\(':', '(?:\\u00A0|\u00A0| )h/,
    ou: ['lib/platform/heures.ts'],
  },
  { quoi: 'the clock of Paris in hours', motif: /hour: '2-digit'/, ou: ['lib/platform/heures.ts'] },
  {
    quoi: 'a capital letter',
    motif: /(?:charAt\(0\)|\bat\(0\)|\w\[0\]|slice\(0, 1\))[!?]*\.to(?:Locale)?UpperCase|replace\(\/\^\.\/u?,/,
    ou: ['lib/platform/mots.ts'],
  },
  { quoi: 'an address to refresh', motif: /revalidate: \(|const revalidate\b/, ou: [] },
]

const textes = readSources()

describe('small kits', () => {
  it.each(KITS)('$quoi: said in one place', ({ motif, ou }) => {
    const trouves = [...textes].filter(([, texte]) => motif.test(texte)).map(([chemin]) => chemin)
    expect(trouves.sort()).toEqual([...ou].sort())
  })

  it('are found where they stand: each pattern would see a copy', () => {
    for (const { quoi, motif } of KITS)
      expect(
        COPIES.some((copie) => motif.test(copie)),
        quoi,
      ).toBe(true)
  })
})

const COPIES = [
  'const version = z.int().min(0)',
  "const Plus = dynamic(() => import('./plus').then((module) => module.Plus))",
  'x.transform((texte) => texte || null)',
  'z.string().min(3, absent)',
  '`${x} n’est pas une date lisible`',
  '`${x} n’est pas une heure lisible`',
  'z.email()',
  'annee >= 1990 && annee <= 2100',
  "nom.normalize('NFD').replace(/\\p{M}/gu, '')",
  "nom.normalize('NFC')",
  "nom.toLocaleLowerCase('fr')",
  "texte.replace(/\\r\\n?/g, '\\n')",
  "texte.replaceAll('\\u0000', '')",
  '`${heures} h ${minutes}`',
  "hour: '2-digit'",
  'mot.charAt(0).toUpperCase() + mot.slice(1)',
  'const revalidate = () => []',
]
