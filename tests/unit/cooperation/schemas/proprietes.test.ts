import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkChevauchement,
  checkOccupations,
  checkProposition,
  compareSchemas,
  computeCout,
  computeEquilibre,
  computeTrous,
  isInconnue,
  listChevauchements,
} from '@/lib/cooperation/schemas/rules/equilibre'
import type {
  Affectation,
  OccupationRegle,
  PeriodeConnue,
  SchemaRegle,
} from '@/lib/cooperation/schemas/rules/equilibre'
import { computeEffectif, sumEffectifs } from '@/lib/cooperation/postes/rules/pourvu'
import { addDays, daysBetween } from '@/lib/platform/dates'
import { centiemesFromDecimal } from '@/lib/platform/nombres'
import { intervalle, jour } from '@/tests/unit/arbitraires'
import { PATIENT, RUNS } from '@/tests/unit/runs'
import { MOTIFS_ZERO } from '@/lib/cooperation/schemas/words'
import { schema } from './cas'

const quotite = fc.integer({ min: 0, max: 300 })
const affectation = (cle: number): fc.Arbitrary<Affectation> =>
  fc
    .record({
      marge: fc.constantFrom('PORTEUR', 'THEMATIQUE' as const),
      quotite: fc.option(quotite),
      raison: fc.option(fc.constantFrom('', 'néant', 'à négocier')),
      motif: fc.option(fc.constantFrom(...MOTIFS_ZERO)),
      situation: fc.constantFrom('POURVU', 'VACANT', 'JAMAIS_POURVU', 'EXTERNALISE', 'NON_PRECISE', undefined),
    })
    .map((champs) => ({ cle: String(cle), libelle: `Ligne ${cle}`, ...champs }))
const affectations = fc
  .array(fc.nat({ max: 9 }), { maxLength: 12 })
  .chain((cles) => fc.tuple(...[...new Set(cles)].map(affectation)))
const unSchema: fc.Arbitrary<SchemaRegle> = fc
  .record({
    total: fc.option(quotite),
    existant: fc.option(quotite, { freq: 1 }),
    affectations,
    developpements: fc.array(fc.record({ libelle: fc.constant('D'), quotite }), { maxLength: 3 }),
    croise: fc.array(
      fc.record({ porteur: fc.nat({ max: 9 }).map(String), thematique: fc.nat({ max: 9 }).map(String), quotite }),
      { maxLength: 3 },
    ),
  })
  .map((champs) => schema(champs))

describe('balance', PATIENT, () => {
  it('is exact to the hundredth whatever the lines: no 3,0999', () => {
    fc.assert(
      fc.property(
        fc.array(quotite, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: -3, max: 3 }),
        (quotites, ecart) => {
          const somme = quotites.reduce((total, q) => total + q, 0)
          fc.pre(somme >= ecart)
          const lignes = quotites.map(
            (q, rang): Affectation => ({
              marge: 'PORTEUR',
              cle: String(rang),
              libelle: `L${rang}`,
              quotite: q,
              raison: 'r',
            }),
          )
          const { marges, equilibre } = computeEquilibre(schema({ total: somme - ecart, affectations: lignes }))
          expect(marges.PORTEUR).toMatchObject({ somme, ecart })
          expect(marges.PORTEUR.phrase).toBe(
            ecart === 0 ? 'égal au total' : ecart < 0 ? `il manque 0,0${-ecart}` : `0,0${ecart} de trop`,
          )
          expect(equilibre).toBe(ecart === 0)
        },
      ),
      RUNS,
    )
  })
  it('does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(
        unSchema.chain((s) =>
          fc.tuple(fc.constant(s), fc.shuffledSubarray(s.affectations.slice(), { minLength: s.affectations.length })),
        ),
        ([s, melangees]) => {
          const lire = (parmi: SchemaRegle) => {
            const { marges, evolution, croise, equilibre } = computeEquilibre(parmi)
            return [
              marges.PORTEUR.somme,
              marges.THEMATIQUE.somme,
              marges.PORTEUR.ecart,
              evolution,
              croise.somme,
              croise.ecarts.length,
              equilibre,
            ]
          }
          expect(lire({ ...s, affectations: melangees })).toEqual(lire(s))
        },
      ),
      RUNS,
    )
  })
  it('is what proposing asks, no more and no less', () => {
    fc.assert(
      fc.property(unSchema, (s) => {
        const { proposable } = computeEquilibre(s)
        const verdict = checkProposition(s)
        expect(verdict.ok).toBe(proposable)
        if (!verdict.ok) verdict.erreurs.forEach(({ message }) => expect(message).toMatch(/indiquez|corrigez/))
      }),
      RUNS,
    )
  })
  it('refuses exactly what no figure on the unknown lines can mend', () => {
    // One margin alone: whatever its unknown lines hold, known lines alone may be too much; and without an unknown line they may lack something.
    fc.assert(
      fc.property(affectations, quotite, (toutes, total) => {
        const lignes = toutes.map((ligne) => ({ ...ligne, marge: 'PORTEUR' as const, raison: 'r' }))
        const { equilibre } = computeEquilibre(schema({ total, affectations: lignes }))
        const inconnues = lignes.filter(isInconnue)
        const connue = lignes.reduce((somme, ligne) => somme + (ligne.quotite ?? 0), 0)
        const vide = lignes.every((ligne) => ligne.quotite === null)
        const possible = [0, total - connue].some(
          (part) => part >= 0 && connue + part === total && (part === 0 || inconnues.length > 0),
        )
        expect(equilibre).toBe(vide || possible)
      }),
      RUNS,
    )
  })
  it('a figure given to an unknown line never makes a refused schéma worse known: known lines decide', () => {
    fc.assert(
      fc.property(affectations, quotite, fc.nat({ max: 300 }), (toutes, total, part) => {
        const lignes = toutes.map((ligne) => ({ ...ligne, marge: 'PORTEUR' as const, raison: 'r' }))
        const rang = lignes.findIndex(isInconnue)
        fc.pre(rang !== -1 && lignes.some((ligne) => ligne.quotite !== null))
        const apres = lignes.map((ligne, i) => (i === rang ? { ...ligne, quotite: part } : ligne))
        const [avant, suite] = [lignes, apres].map(
          (liste) => computeEquilibre(schema({ total, affectations: liste })).equilibre,
        )
        if (suite) expect(avant).toBe(true)
      }),
      RUNS,
    )
  })
  it('never reads one margin from the other', () => {
    fc.assert(
      fc.property(unSchema, (s) => {
        const porteurs = s.affectations.filter(({ marge }) => marge === 'PORTEUR')
        expect(computeEquilibre({ ...s, affectations: porteurs }).marges.PORTEUR).toEqual(
          computeEquilibre(s).marges.PORTEUR,
        )
      }),
      RUNS,
    )
  })
})

describe('time', PATIENT, () => {
  const periode: fc.Arbitrary<PeriodeConnue> = fc
    .tuple(intervalle(), fc.constantFrom('CLOSE', 'CLOSE', 'SANS_FIN', 'SANS_DEBUT', 'INCONNUE'))
    .map(([{ debut, fin }, forme]) => ({
      debut: forme === 'SANS_DEBUT' || forme === 'INCONNUE' ? null : debut,
      fin: forme === 'SANS_FIN' || forme === 'INCONNUE' ? null : fin,
    }))
  const datees = fc
    .array(periode, { maxLength: 6 })
    .map((liste) => liste.map((bornes, id) => ({ id, libelle: `S${id}`, ...bornes })))
  /** Days that a schéma is sure to hold; without an end it goes on, without a beginning its last day alone is known. */
  const tient = ({ debut, fin }: PeriodeConnue, un: string): boolean =>
    (debut !== null || fin !== null) && (debut ?? fin ?? '') <= un && (fin === null || un <= fin)
  it('refuses exactly the schémas that share a day', () => {
    fc.assert(
      fc.property(datees, periode, (autres, bornes) => {
        // Two spans share a day if and only if one holds the first day of the other.
        const partagent = autres.some((autre) =>
          [bornes, autre].some((une) => {
            const premier = une.debut ?? une.fin
            return premier !== null && tient(bornes, premier) && tient(autre, premier)
          }),
        )
        const sien = { id: 99, libelle: 'X', ...bornes }
        expect(checkChevauchement(sien, autres).ok).toBe(!partagent)
        expect(listChevauchements([...autres, sien]).length > listChevauchements(autres).length).toBe(partagent)
      }),
      RUNS,
    )
  })
  it('a day of the convention is in a gap if and only if no schéma holds it, or may hold it', () => {
    fc.assert(
      fc.property(datees, intervalle(), fc.double({ min: 0, max: 1, noNaN: true }), (schemas, convention, part) => {
        const trous = computeTrous(schemas, convention)
        const un = addDays(convention.debut, Math.floor(part * daysBetween(convention.debut, convention.fin)))
        const possible = schemas.some(
          ({ debut, fin }) =>
            (debut !== null || fin !== null) && (debut === null || debut <= un) && (fin === null || un <= fin),
        )
        expect(trous.some(({ debut, fin }) => debut <= un && un <= fin)).toBe(!possible)
        trous.forEach(({ debut, fin }) =>
          expect(convention.debut <= debut && debut <= fin && fin <= convention.fin).toBe(true),
        )
      }),
      RUNS,
    )
  })
})

describe('occupations', PATIENT, () => {
  const occupation: fc.Arbitrary<OccupationRegle> = fc
    .record({
      personne: fc.constantFrom('A', 'B'),
      ligne: fc.constantFrom('x', 'y'),
      quotite: fc.option(fc.integer({ min: 1, max: 100 }), { freq: 4 }),
      dates: intervalle(),
      ouverte: fc.boolean(),
    })
    .map(({ dates, ouverte, ...reste }) => ({ ...reste, debut: dates.debut, fin: ouverte ? null : dates.fin }))
  const LIGNES = [
    { ligne: 'x', libelle: 'X', quotite: 120 },
    { ligne: 'y', libelle: 'Y', quotite: 60 },
  ]
  it('accepted, no day exceeds; refused, the day named does', () => {
    fc.assert(
      fc.property(fc.array(occupation, { maxLength: 5 }), jour(), (liste, un) => {
        const somme = (date: string, garde: (o: OccupationRegle) => boolean) =>
          liste
            .filter((o) => garde(o) && o.debut <= date && (o.fin === null || date <= o.fin))
            .reduce((total, o) => total + (o.quotite ?? 0), 0)
        const verdict = checkOccupations(liste, LIGNES)
        if (verdict.ok) {
          for (const personne of ['A', 'B']) expect(somme(un, (o) => o.personne === personne)).toBeLessThanOrEqual(100)
          for (const { ligne, quotite: plafond } of LIGNES)
            expect(somme(un, (o) => o.ligne === ligne)).toBeLessThanOrEqual(plafond)
        } else {
          for (const { nature, cle, date, somme: dite, plafond } of verdict.depassements) {
            const garde = (o: OccupationRegle) => (nature === 'PERSONNE' ? o.personne : o.ligne) === cle
            expect(somme(date, garde)).toBe(dite)
            expect(dite).toBeGreaterThan(plafond)
            expect(somme(addDays(date, -1), garde)).toBeLessThanOrEqual(plafond)
          }
        }
      }),
      RUNS,
    )
  })
})

describe('sums', PATIENT, () => {
  it('filled and not filled make what is planned', () => {
    fc.assert(
      fc.property(affectations, (lignes) => {
        const { prevu, pourvu, vacant, jamaisPourvu, externalise, nonPrecise } = sumEffectifs(
          lignes.map(({ quotite: q, situation = 'NON_PRECISE' }) =>
            computeEffectif({ quotite: q, situation, postes: [] }, '2026-11-22'),
          ),
        )
        expect(prevu).toBe(lignes.reduce((total, ligne) => total + (ligne.quotite ?? 0), 0))
        expect(prevu - pourvu).toBe(vacant + jamaisPourvu + externalise + nonPrecise)
      }),
      RUNS,
    )
  })
  it('a cost adds up over any split of a quotité', () => {
    fc.assert(
      fc.property(quotite, quotite, fc.integer({ min: 0, max: 100_000 }), (a, b, cout) => {
        const lire = (q: number) => centiemesFromDecimal(computeCout(q, cout))
        expect(lire(a) + lire(b)).toBe(lire(a + b))
      }),
      RUNS,
    )
  })
  it('differences go back the way they came', () => {
    fc.assert(
      fc.property(unSchema, unSchema, (a, b) => {
        const cle = (d: { lieu: string; cle: string | null; avant: number | null; apres: number | null }) =>
          `${d.lieu} ${d.cle} ${d.avant} ${d.apres}`
        const retour = compareSchemas(b, a).map((d) => cle({ ...d, avant: d.apres, apres: d.avant }))
        expect(retour.sort()).toEqual(compareSchemas(a, b).map(cle).sort())
      }),
      RUNS,
    )
  })
})
