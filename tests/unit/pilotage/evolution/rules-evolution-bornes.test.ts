import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeBornes, formatBornes } from '@/lib/pilotage/evolution/rules/bornes'
import type { ReunionTenue } from '@/lib/pilotage/evolution/types'
import { addDays } from '@/lib/platform/dates'

const TODAY = '2026-11-22'
const tenue = (type: string, date: string, instance = type): ReunionTenue => ({
  ref: `${type.toLowerCase()}-${date}`,
  date,
  instance,
  type,
})
const TENUES = [
  tenue('COPIL', '2025-06-17'),
  tenue('COPIL', '2026-03-10'),
  tenue('COTECH', '2026-05-19'),
  tenue('GROUPE_PROJET', '2026-09-01', 'Groupe projet'),
]
const CONTEXTE = { tenues: TENUES, debut: '2025-01-01', enregistree: '2026-10-01', today: TODAY }

describe('without a request', () => {
  it('goes from the day after the last COPIL held until today', () => {
    const bornes = computeBornes({}, CONTEXTE)
    expect(bornes).toMatchObject({
      depuis: '2026-03-11',
      jusque: TODAY,
      origine: 'REUNION',
      ouverte: true,
      remarques: [],
    })
    expect(formatBornes(bornes)).toBe('depuis le COPIL du 10 mars 2026')
  })

  it('says that no COPIL was held: since the beginning of the convention, or since it was recorded', () => {
    const sans = computeBornes({}, { ...CONTEXTE, tenues: TENUES.slice(2) })
    expect(sans).toMatchObject({
      depuis: '2025-01-01',
      origine: 'CONVENTION',
      remarques: [expect.stringContaining('Aucun COPIL tenu')],
    })
    expect(formatBornes(sans)).toBe('depuis le début de la convention, le 1er janvier 2025')
    expect(computeBornes({}, { ...CONTEXTE, tenues: [], debut: null })).toMatchObject({
      depuis: '2026-10-01',
      origine: 'ENREGISTREMENT',
    })
    expect(computeBornes({}, { ...CONTEXTE, tenues: [], debut: '2027-01-01' })).toMatchObject({
      depuis: '2026-10-01',
      origine: 'ENREGISTREMENT',
    })
  })

  it('a COPIL of today leaves no day yet', () => {
    expect(computeBornes({}, { ...CONTEXTE, tenues: [tenue('COPIL', TODAY)] })).toMatchObject({
      depuis: '2026-11-23',
      jusque: TODAY,
    })
  })
})

describe('on request', () => {
  it('takes days as people type them, both included', () => {
    const bornes = computeBornes({ depuis: '1/4/2026', jusque: '2026-04-30' }, CONTEXTE)
    expect(bornes).toMatchObject({
      depuis: '2026-04-01',
      jusque: '2026-04-30',
      origine: 'DATE',
      ouverte: false,
      remarques: [],
    })
    expect(formatBornes(bornes)).toBe('du 1er au 30 avril 2026')
  })

  it('takes meetings: the days that follow the first, up to the second', () => {
    const bornes = computeBornes({ reunion: 'copil-2026-03-10', fin: 'groupe_projet-2026-09-01' }, CONTEXTE)
    expect(bornes).toMatchObject({ depuis: '2026-03-11', jusque: '2026-09-01', ouverte: false })
    expect(formatBornes(bornes)).toBe(
      'entre le COPIL du 10 mars 2026 et la réunion «\u00A0Groupe projet\u00A0» du 1er septembre 2026',
    )
  })

  it('up to a COPIL starts from the one before it', () => {
    expect(computeBornes({ fin: 'copil-2026-03-10' }, CONTEXTE)).toMatchObject({
      depuis: '2025-06-18',
      jusque: '2026-03-10',
    })
  })

  it.each<[string, Parameters<typeof computeBornes>[0], string]>([
    ['a day that is none', { depuis: '31/02/2026' }, '«\u00A031/02/2026\u00A0» n’est pas une date lisible'],
    ['a day to come', { depuis: '2027-01-01' }, 'est à venir'],
    ['a meeting that is not held', { reunion: 'copil-2099' }, 'n’existe pas, ou n’est pas enregistrée comme tenue'],
  ])('%s is said, and the default stands', (_cas, demande, phrase) => {
    const bornes = computeBornes(demande, CONTEXTE)
    expect(bornes.depuis).toBe('2026-03-11')
    expect(bornes.remarques.join(' ')).toContain(phrase)
  })

  it('two days the wrong way round are put in order, and it is said', () => {
    expect(computeBornes({ depuis: '2026-09-01', jusque: '2026-04-01' }, CONTEXTE)).toMatchObject({
      depuis: '2026-04-01',
      jusque: '2026-09-01',
      remarques: [expect.stringContaining('remises dans l’ordre')],
    })
  })

  it('whatever is asked, it ends today at the latest and begins at most one day after its end', () => {
    const jour = fc.integer({ min: -900, max: 400 }).map((ecart) => addDays(TODAY, ecart))
    const ref = fc.constantFrom(...TENUES.map((reunion) => reunion.ref), 'inconnue')
    fc.assert(
      fc.property(
        fc.record({ depuis: jour, jusque: jour, reunion: ref, fin: ref }, { requiredKeys: [] }),
        (demande) => {
          const { depuis, jusque } = computeBornes(demande, CONTEXTE)
          expect(jusque <= TODAY).toBe(true)
          expect(depuis <= addDays(jusque, 1)).toBe(true)
        },
      ),
    )
  })
})
