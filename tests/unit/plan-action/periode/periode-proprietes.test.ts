import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAccordPeriode, formatLecture, parsePeriode } from '@/lib/plan-action/periode/rules/periode'
import { formatPeriode } from '@/lib/plan-action/champs/rules/avancement'
import { addDays } from '@/lib/platform/dates'
import { listDossiers } from '@/prisma/seed'
import { runsOf } from '@/tests/unit/runs'

const contexte = { debut: '2022-01-01', fin: '2025-12-31' }

const jour = fc.integer({ min: 0, max: 365 * 60 }).map((jours) => addDays('1995-01-01', jours))
const annee = fc.integer({ min: 1990, max: 2099 })
const portion = fc.constantFrom(
  '',
  'mars ',
  'avril ',
  '1er mars ',
  '2e trimestre ',
  'T3 ',
  '1er semestre ',
  'deuxième semestre ',
  'printemps ',
  'été ',
  'automne ',
  'rentrée ',
  'début ',
  'mi-',
  'fin ',
  'fin mars ',
)
const amorce = fc.constantFrom(
  '',
  'en ',
  'dès ',
  'à partir de ',
  'à compter de ',
  'courant ',
  'avant ',
  'jusqu’à ',
  'd’ici ',
  'au plus tard ',
  'pour ',
)
const expression = fc.tuple(amorce, portion, annee).map(([avant, quoi, an]) => `${avant}${quoi}${an}`)
const phrase = fc
  .array(expression, { minLength: 1, maxLength: 4 })
  .chain((parts) => fc.constantFrom(' ; ', ' et ', ', ', ' puis ').map((joint) => parts.join(joint)))
const motsDuSujet = fc
  .array(
    fc.constantFrom(
      'dès',
      'à',
      'de',
      'du',
      'au',
      'entre',
      'et',
      'jusqu’à',
      'avant',
      'fin',
      'mi-',
      'début',
      '2023',
      '2024',
      '2025',
      'mars',
      'été',
      'hiver',
      'T2',
      '1er',
      '2e',
      'trimestre',
      'semestre',
      'rentrée',
      'chaque année',
      '-',
      '/',
      ';',
      ',',
      '(',
      ')',
      '.',
      '15',
      '31',
      'prochainement',
      'année scolaire',
      'l’',
      'ler',
      '2O24',
    ),
    { maxLength: 12 },
  )
  .map((mots) => mots.join(' '))

describe('periods in words, whatever the words', () => {
  it('never throw, and their bounds are ordered', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 400 }), fc.string({ unit: 'grapheme' }), motsDuSujet, phrase),
        (texte) => {
          const lue = parsePeriode(texte, contexte)
          if (lue.etat === 'LUE') {
            expect(lue.debut !== null || lue.fin !== null).toBe(true)
            if (lue.debut !== null && lue.fin !== null) expect(lue.debut <= lue.fin).toBe(true)
            expect(lue.lecture).toBe(formatLecture(lue))
          }
          if (lue.etat === 'ILLISIBLE') expect(lue.raison.length).toBeGreaterThan(5)
        },
      ),
      runsOf(2000),
    )
  })

  it('read their own reading as themselves', () => {
    fc.assert(
      fc.property(fc.option(jour), fc.option(jour), (un, deux) => {
        const [debut, fin] = un !== null && deux !== null && un > deux ? [deux, un] : [un, deux]
        fc.pre(debut !== null || fin !== null)
        expect(parsePeriode(formatLecture({ debut, fin }))).toMatchObject({ etat: 'LUE', debut, fin })
      }),
    )
  })

  it('read a period that is shown by months as those months', () => {
    fc.assert(
      fc.property(fc.option(jour), fc.option(jour), (un, deux) => {
        const [debut, fin] = un !== null && deux !== null && un > deux ? [deux, un] : [un, deux]
        fc.pre(debut !== null || fin !== null)
        const lue = parsePeriode(formatPeriode({ texte: null, debut, fin }))
        expect(lue.etat).toBe('LUE')
        if (lue.etat === 'LUE')
          expect([lue.debut?.slice(0, 7) ?? null, lue.fin?.slice(0, 7) ?? null]).toEqual([
            debut?.slice(0, 7) ?? null,
            fin?.slice(0, 7) ?? null,
          ])
      }),
    )
  })

  it('do not depend on case, accents, apostrophes or spacing', () => {
    const habits: ((texte: string) => string)[] = [
      (texte) => texte.toUpperCase(),
      (texte) => texte.normalize('NFD'),
      (texte) => texte.normalize('NFD').replace(/\p{M}/gu, ''),
      (texte) => texte.replace(/’/g, "'"),
      (texte) => texte.replace(/ /g, '\u00A0'),
      (texte) => `  ${texte.replace(/ /g, '   ')}. `,
    ]
    fc.assert(
      fc.property(phrase, fc.constantFrom(...habits), (texte, habit) => {
        const [une, autre] = [parsePeriode(texte, contexte), parsePeriode(habit(texte), contexte)]
        expect(autre.etat).toBe(une.etat)
        if (une.etat === 'LUE' && autre.etat === 'LUE') expect([autre.debut, autre.fin]).toEqual([une.debut, une.fin])
      }),
      runsOf(500),
    )
  })

  it('read the whole of what they enumerate', () => {
    fc.assert(
      fc.property(fc.array(annee, { minLength: 1, maxLength: 5 }), (annees) => {
        expect(parsePeriode(annees.join(' ; '))).toMatchObject({
          debut: `${Math.min(...annees)}-01-01`,
          fin: `${Math.max(...annees)}-12-31`,
        })
      }),
    )
  })
})

interface Calendrier {
  texte?: string | null
  debut?: string | null
  fin?: string | null
}

/** Every `calendrier` of a dossier, wherever it is. */
function listCalendriers(valeur: unknown): Calendrier[] {
  if (typeof valeur !== 'object' || valeur === null) return []
  return Object.entries(valeur).flatMap(([cle, dedans]: [string, unknown]) =>
    cle === 'calendrier' && dedans ? [dedans as Calendrier] : listCalendriers(dedans),
  )
}

/** Phrases whose bounds, as delivered, are not those of the words alone: somebody knew better. */
const CORRIGES = [
  'De 2025 à la rentrée 2027',
  '2025',
  'Rentrée 2027',
  'Avant l’été 2026',
  'Pour la rentrée 2026',
  'De 2025 à l’été 2026',
]
const A_PRECISER = [
  'déjà en cours',
  'un groupe de travail se réunira en 2023 afin de finaliser l’organisation de cette coordination. La mise en place devra être effective courant 2024.',
]

describe('the calendars of the dossiers delivered', () => {
  it('are read as they were by hand, or are known to differ', async () => {
    const dossiers = await listDossiers()
    const juges = dossiers.flatMap((dossier) => listCalendriers(dossier)).filter(({ texte }) => texte)
    expect(juges.length).toBeGreaterThan(20)
    for (const { texte = null, debut = null, fin = null } of juges) {
      const { etat } = checkAccordPeriode({ texte, debut, fin }, null)
      const attendu = A_PRECISER.includes(texte ?? '')
        ? 'A_PRECISER'
        : CORRIGES.includes(texte ?? '')
          ? 'CORRIGEE'
          : 'CONFORME'
      expect([texte, etat]).toEqual([texte, attendu])
    }
  })
})
