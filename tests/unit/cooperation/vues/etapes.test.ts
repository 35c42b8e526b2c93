import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundMoyenne } from '@/lib/cooperation/postes/rules/effectif'
import { RIEN } from '@/lib/cooperation/postes/rules/pourvu'
import { listEtapes } from '@/lib/cooperation/vues/rules/etapes'
import { computeMoyennePeriode, listMarches } from '@/lib/cooperation/vues/rules/temps'
import type { PeriodeVue } from '@/lib/cooperation/vues/types'
import { addDays, daysBetween } from '@/lib/platform/dates'
import { PATIENT, RUNS } from '../../runs'

const BORNES = { debut: '2026-01-01', fin: '2028-12-31' }
const periode = (plus: Partial<PeriodeVue>): PeriodeVue => ({
  ref: 's',
  libelle: 'Schéma',
  convention: null,
  etat: 'VALIDE',
  anterieur: false,
  debut: BORNES.debut,
  fin: null,
  periodeTexte: null,
  total: 300,
  parCommune: null,
  parThematique: null,
  moyenne: null,
  marches: [],
  ecrit: RIEN,
  ...plus,
})

const jour = fc.nat({ max: 1500 }).map((jours) => addDays('2025-06-01', jours))
const span = fc
  .record({ debut: jour, duree: fc.nat({ max: 900 }) })
  .map(({ debut, duree }) => ({ debut, fin: addDays(debut, duree) }))

describe('what is filled, span by span', () => {
  it('is, day by day, the mean of the period', PATIENT, () => {
    const occupation = fc
      .record({ bornes: span, quotite: fc.integer({ min: 1, max: 150 }), ouverte: fc.boolean() })
      .map(({ bornes, quotite, ouverte }) => ({ debut: bornes.debut, fin: ouverte ? null : bornes.fin, quotite }))
    const poste = fc.record({
      quotite: fc.integer({ min: 1, max: 150 }),
      occupations: fc.array(occupation, { maxLength: 4 }),
    })
    fc.assert(
      fc.property(span, fc.array(poste, { minLength: 1, maxLength: 4 }), jour, (bornes, postes, today) => {
        const moyenne = computeMoyennePeriode(bornes, postes, today)
        if (moyenne === null) return
        const marches = listMarches(moyenne, postes)
        const jours = marches.map(({ debut, fin }) => daysBetween(debut, fin) + 1)
        expect(jours.every((nombre) => nombre > 0)).toBe(true)
        expect([marches[0]?.debut, marches.at(-1)?.fin]).toEqual([moyenne.bornes.debut, moyenne.bornes.fin])
        for (const [rang, marche] of marches.entries()) {
          const suivante = marches[rang + 1]
          if (suivante)
            expect([addDays(marche.fin, 1), marche.pourvu === suivante.pourvu]).toEqual([suivante.debut, false])
        }
        const centiemesJours = marches.reduce((somme, { pourvu }, rang) => somme + pourvu * (jours[rang] ?? 0), 0)
        expect(roundMoyenne({ centiemesJours, jours: daysBetween(moyenne.bornes.debut, moyenne.bornes.fin) + 1 })).toBe(
          moyenne.pourvu,
        )
      }),
      RUNS,
    )
  })
})

describe('the ETP through time', () => {
  it('goes from one schéma to the next, with what is prepared beside, and adds nothing', () => {
    const etapes = listEtapes({
      bornes: BORNES,
      periodes: [
        periode({
          fin: '2026-12-31',
          marches: [
            { debut: '2026-01-01', fin: '2026-03-31', pourvu: 100 },
            { debut: '2026-04-01', fin: '2026-11-30', pourvu: 250 },
          ],
        }),
        periode({ debut: '2027-01-01', fin: '2027-12-31', total: 330, etat: 'BROUILLON' }),
      ],
    })
    expect(etapes.map(({ debut, fin, convenu, prepare, pourvu }) => [debut, fin, convenu, prepare, pourvu])).toEqual([
      ['2026-01-01', '2026-03-31', 300, null, 100],
      ['2026-04-01', '2026-11-30', 300, null, 250],
      ['2026-12-01', '2026-12-31', 300, null, null],
      ['2027-01-01', '2027-12-31', null, 330, null],
      ['2028-01-01', '2028-12-31', null, null, null],
    ])
  })

  it('places nothing without a date', () => {
    expect(listEtapes({ bornes: null, periodes: [periode({ debut: null })] })).toEqual([])
  })

  it('leaves no hole, and gives each day the total of one schéma at most', PATIENT, () => {
    const tirees = fc.array(
      fc.record({
        bornes: span,
        total: fc.option(fc.integer({ min: 0, max: 500 })),
        etat: fc.constantFrom('BROUILLON', 'PROPOSE', 'VALIDE', 'CLOS'),
      }),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(tirees, jour, (schemas, lu) => {
        const periodes = schemas.map(({ bornes, total, etat }) => periode({ ...bornes, total, etat }))
        const debut = schemas.map(({ bornes }) => bornes.debut).sort()[0] ?? ''
        const fin =
          schemas
            .map(({ bornes }) => bornes.fin)
            .sort()
            .at(-1) ?? ''
        const etapes = listEtapes({ periodes, bornes: { debut, fin } })
        expect([etapes[0]?.debut, etapes.at(-1)?.fin]).toEqual([debut, fin])
        expect(
          etapes.every((etape, rang) => rang === 0 || addDays(etapes[rang - 1]?.fin ?? '', 1) === etape.debut),
        ).toBe(true)
        const etape = etapes.find((une) => une.debut <= lu && lu <= une.fin)
        const couvrent = schemas.filter(({ bornes }) => bornes.debut <= lu && lu <= bornes.fin)
        const totaux = (etats: string[]) =>
          couvrent.filter(({ etat }) => etats.includes(etat)).map(({ total }) => total)
        if (!etape) return
        expect([null, ...totaux(['VALIDE', 'CLOS'])]).toContain(etape.convenu)
        expect([null, ...totaux(['BROUILLON', 'PROPOSE'])]).toContain(etape.prepare)
      }),
      RUNS,
    )
  })
})
