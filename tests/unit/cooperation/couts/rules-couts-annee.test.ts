import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildTableauCouts,
  computeFinanceurs,
  computeTotalMontants,
  type PosteCout,
  type SchemaCout,
  type SourceCouts,
} from '@/lib/cooperation/couts/rules/annee'
import { roundFraction } from '@/lib/cooperation/couts/rules/argent'
import { formatCsvCouts } from '@/lib/cooperation/couts/rules/csv'
import { formatCsv } from '@/lib/platform/csv'
import { checkReglage, computeAttendu, type ReglageRegle } from '@/lib/cooperation/couts/rules/reglages'
import type { CoutLu, MontantLu, ReglageLu } from '@/lib/cooperation/couts/types'
import { addDays, yearBounds } from '@/lib/platform/dates'
import { PATIENT, RUNS } from '@/tests/unit/runs'

const schema: SchemaCout = {
  id: 1,
  ref: 'schema-2026',
  libelle: 'Schéma 2026',
  etat: 'VALIDE',
  debut: '2026-01-01',
  fin: '2026-12-31',
  total: 200,
  lignes: [
    { id: 10, marge: 'PORTEUR', libelle: 'Mouriès', quotite: 120, situation: 'NON_PRECISE' },
    { id: 11, marge: 'PORTEUR', libelle: 'Aureille', quotite: 20, situation: 'JAMAIS_POURVU' },
    { id: 12, marge: 'PORTEUR', libelle: 'Paradou', quotite: null, situation: 'NON_PRECISE' },
    { id: 13, marge: 'PORTEUR', libelle: 'Les Baux', quotite: 0, situation: 'NON_PRECISE' },
    { id: 14, marge: 'THEMATIQUE', libelle: 'Parentalité', quotite: 200, situation: 'NON_PRECISE' },
  ],
}
const poste = (part: Partial<PosteCout>): PosteCout => ({
  id: 1,
  schema: 1,
  affectation: 10,
  intitule: 'Coordination',
  mode: 'DIRECT',
  quotite: 70,
  occupations: [],
  ...part,
})
const cout: CoutLu = { id: 1, version: 1, montant: 4_800_000, valableDu: null, indicatif: true, source: 'Référentiel' }
const reglage = (part: Partial<ReglageLu>): ReglageLu => ({
  id: 1,
  version: 0,
  financeur: 'Caf',
  nature: 'TAUX',
  valeur: 5000,
  valableDu: null,
  valableAu: null,
  source: 'Convention',
  ...part,
})
const montant = (part: Partial<MontantLu>): MontantLu => ({
  id: 1,
  version: 0,
  annee: 2026,
  poste: null,
  financeur: 'Caf',
  prevu: null,
  realise: null,
  note: null,
  ...part,
})
const source = (part: Partial<SourceCouts>): SourceCouts => ({
  schemas: [schema],
  postes: [],
  couts: [cout],
  reglages: [],
  montants: [],
  ...part,
})

describe('the table of a year', () => {
  it('has a row per post, what is left of its line, and the lines of which no post is described', () => {
    const [lu] = buildTableauCouts(
      source({
        postes: [
          poste({
            occupations: [
              { id: 1, charge: 1, quotite: 70, debut: '2026-01-01', fin: '2026-08-31', remplace: null, absences: [] },
            ],
          }),
        ],
      }),
      2026,
    ).schemas
    expect(lu?.lignes).toMatchObject([
      {
        cle: 'poste-1',
        quotite: 70,
        pourvu: 47,
        vacant: 23,
        cout: { centimes: 3_360_000 },
        nonDepense: { centimes: 1_123_068 },
      },
      { cle: 'reste-10', genre: 'RESTE', quotite: 50, pourvu: 0, vacant: 50, nonDepense: { centimes: 2_400_000 } },
      {
        cle: 'ligne-11',
        genre: 'LIGNE',
        pourvu: null,
        cout: { centimes: 960_000 },
        nonDepense: { manque: 'SANS_POSTE' },
      },
      { cle: 'ligne-12', quotite: null, cout: { manque: 'SANS_QUOTITE' } },
      { cle: 'ligne-13', quotite: 0, cout: { centimes: 0 }, nonDepense: { centimes: 0 } },
    ])
    expect(lu).toMatchObject({
      partielle: false,
      cout: { centimes: 6_720_000, inconnues: 1 },
      nonDepense: { centimes: 3_523_068, inconnues: 2 },
    })
  })
  it('reads no vacancy in a post handed to an operator that nobody names', () => {
    const [lu] = buildTableauCouts(source({ postes: [poste({ mode: 'EXTERNALISE', quotite: 120 })] }), 2026).schemas
    expect(lu?.lignes[0]).toMatchObject({
      pourvu: null,
      vacant: null,
      cout: { centimes: 5_760_000 },
      nonDepense: { manque: 'EXTERNALISE' },
    })
  })
  it('without a cost says « non précisé » everywhere, without a schéma has no row', () => {
    const [lu] = buildTableauCouts(source({ couts: [], postes: [poste({})] }), 2026).schemas
    expect(lu?.lignes[0]).toMatchObject({
      cout: { manque: 'SANS_COUT' },
      nonDepense: { manque: 'SANS_COUT' },
      vacant: 70,
    })
    expect(buildTableauCouts(source({}), 2027).schemas).toEqual([])
    expect(buildTableauCouts(source({ schemas: [{ ...schema, debut: null, fin: null }] }), 2026)).toMatchObject({
      schemas: [],
      sansDate: ['Schéma 2026'],
    })
  })
  it('keeps two schémas of one year apart, each on its days', () => {
    const deux = [
      { ...schema, fin: '2026-06-30' },
      { ...schema, id: 2, ref: 'suite', debut: '2026-07-01', fin: '2030-12-31' },
    ]
    const { schemas } = buildTableauCouts(source({ schemas: deux }), 2026)
    expect(schemas.map(({ partielle, bornes }) => [partielle, bornes.debut, bornes.fin])).toEqual([
      [true, '2026-01-01', '2026-06-30'],
      [true, '2026-07-01', '2026-12-31'],
    ])
  })
})

describe('planned and actual', () => {
  it('an unknown amount is not zero, and is counted', () => {
    const montants = [
      montant({ prevu: 100_000 }),
      montant({ id: 2, financeur: ' caf ', poste: 1, prevu: 50_000, realise: 20_000 }),
      montant({ id: 3, financeur: 'Mouriès', realise: 5 }),
    ]
    expect(computeFinanceurs(montants)).toEqual([
      { financeur: 'Caf', prevu: 150_000, realise: 20_000, prevuInconnus: 0, realiseInconnus: 1 },
      { financeur: 'Mouriès', prevu: null, realise: 5, prevuInconnus: 1, realiseInconnus: 0 },
    ])
    expect(
      buildTableauCouts(source({ montants: [...montants, montant({ id: 4, annee: 2025, realise: 7 })] }), 2026)
        .parAnnee,
    ).toEqual([
      { annee: 2025, prevu: null, realise: 7 },
      { annee: 2026, prevu: 150_000, realise: 20_005 },
    ])
  })
  it('financers add up to the whole', PATIENT, () => {
    const argent = fc.option(fc.integer({ min: 0, max: 999_999_999 }), { nil: null })
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            financeur: fc.constantFrom('Caf', 'CAF', 'Mairie', 'Département'),
            prevu: argent,
            realise: argent,
          }),
          { maxLength: 12 },
        ),
        (montants) => {
          const parts = computeFinanceurs(montants)
          const total = computeTotalMontants(montants)
          expect(parts.reduce((somme, { prevu }) => somme + (prevu ?? 0), 0)).toBe(total.prevu ?? 0)
          expect(parts.reduce((somme, { realiseInconnus }) => somme + realiseInconnus, 0)).toBe(total.realiseInconnus)
        },
      ),
      RUNS,
    )
  })
})

describe('a co-financing setting', () => {
  const convenus = [{ bornes: yearBounds(2026), total: 200 }]
  const attendu = (
    part: Partial<ReglageLu>,
    couts = [cout],
    lesConvenus: { bornes: { debut: string; fin: string }; total: number | null }[] = convenus,
  ) => {
    const calcul = computeAttendu(reglage(part), 2026, lesConvenus, couts)
    return 'manque' in calcul ? calcul.manque : roundFraction(calcul.fraction)
  }
  it('gives a rate of the cost, an amount per ETP, or a flat amount', () => {
    expect(attendu({})).toBe(4_800_000)
    expect(attendu({ nature: 'MONTANT_PAR_ETP', valeur: 2_400_000 })).toBe(4_800_000)
    expect(attendu({ nature: 'FORFAIT', valeur: 1_000_001 })).toBe(1_000_001)
    expect(attendu({ nature: 'MONTANT_PAR_ETP', valeur: 36_500, valableDu: '2026-12-31' })).toBe(200)
  })
  it('gives nothing that no document states', () => {
    expect(attendu({}, [])).toBe('SANS_COUT')
    expect(attendu({ nature: 'FORFAIT', valableDu: '2026-02-01' })).toBe('FORFAIT_PARTIEL')
    expect(attendu({ valableDu: '2027-01-01' })).toBe('HORS_ANNEE')
    expect(attendu({}, [cout], [])).toBe('SANS_SCHEMA')
    expect(attendu({}, [cout], [{ bornes: yearBounds(2026), total: null }])).toBe('SANS_TOTAL')
  })
  it('is refused on a day where the same financer has one of the same nature', () => {
    const pris = reglage({ financeur: 'Caf des Bouches-du-Rhône', valableDu: '2026-01-01', valableAu: '2026-12-31' })
    expect(
      checkReglage({ ...pris, financeur: 'CAF  des bouches-du-rhone', valableDu: '2026-12-31', valableAu: null }, [
        pris,
      ]),
    ).toMatchObject({ ok: false, message: expect.stringContaining('du 1er janvier 2026 au 31 décembre 2026') })
    expect(checkReglage({ ...pris, valableDu: '2027-01-01', valableAu: null }, [pris])).toEqual({ ok: true })
    expect(checkReglage({ ...pris, nature: 'FORFAIT' }, [pris])).toEqual({ ok: true })
    expect(checkReglage({ ...pris, financeur: 'Mouriès' }, [pris])).toEqual({ ok: true })
  })
  it('accepted one after the other, never two on any day', PATIENT, () => {
    const bout = fc.option(fc.integer({ min: 0, max: 400 }), { nil: null })
    const arbitraire: fc.Arbitrary<ReglageRegle> = fc
      .tuple(bout, bout, fc.constantFrom('Caf', 'Mairie'))
      .map(([a, b, financeur]) => {
        const [d, f] = a !== null && b !== null && a > b ? [b, a] : [a, b]
        return {
          financeur,
          nature: 'TAUX',
          valeur: 1,
          valableDu: d === null ? null : addDays('2026-01-01', d),
          valableAu: f === null ? null : addDays('2026-01-01', f),
        }
      })
    fc.assert(
      fc.property(fc.array(arbitraire, { maxLength: 8 }), fc.integer({ min: 0, max: 400 }), (voulus, n) => {
        const gardes: ReglageRegle[] = []
        for (const voulu of voulus) if (checkReglage(voulu, gardes).ok) gardes.push(voulu)
        const jour = addDays('2026-01-01', n)
        const valables = gardes.filter(
          ({ valableDu, valableAu }) => (valableDu ?? jour) <= jour && jour <= (valableAu ?? jour),
        )
        expect(new Set(valables.map(({ financeur }) => financeur)).size).toBe(valables.length)
      }),
      RUNS,
    )
  })
})

describe('the file for a spreadsheet', () => {
  it('holds the year, with decimal commas, and no cell becomes a formula', () => {
    const csv = formatCsvCouts(
      buildTableauCouts(
        source({
          postes: [poste({ intitule: '=HYPERLINK("x")' })],
          montants: [montant({ prevu: 100_050, note: '+33 ; à revoir' })],
          reglages: [reglage({})],
        }),
        2026,
      ),
    )
    expect(csv.startsWith('\uFEFFAnnée;Genre;')).toBe(true)
    const lignes = csv.trimEnd().split('\r\n')
    expect(lignes).toHaveLength(1 + 5 + 1 + 1 + 1)
    expect(lignes[1]).toContain(`"'=HYPERLINK(""x"")";0,70;0,00;0,70;33600,00;33600,00`)
    expect(lignes.at(-1)).toContain(`1000,50;non précisé;"'+33 ; à revoir"`)
  })
  it('no text starts as a formula does', PATIENT, () => {
    fc.assert(
      fc.property(fc.string(), (texte) => {
        expect(
          formatCsv([[texte]])
            .slice('\uFEFF'.length)
            .replace(/^"/, ''),
        ).not.toMatch(/^\s*[=+\-@]/)
      }),
      RUNS,
    )
  })
})
