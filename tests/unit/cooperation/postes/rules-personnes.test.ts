import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkOccupation } from '@/lib/cooperation/postes/rules/occupation'
import type { OccupationLue, PosteLu } from '@/lib/cooperation/postes/types/postes'
import { addDays } from '@/lib/platform/dates'
import { PATIENT, RUNS } from '@/tests/unit/runs'

/**
 * Several people, two conventions, lines cut into posts: occupations are proposed one by one, as people type them, and
 * written only when the rule says yes. Whatever was proposed, no day is above full time, a post, or a line.
 */

const DEBUT = '2027-01-01'
const FIN = '2028-12-31'
const JOURS = 731

/** Which line each post is a part of, and which convention the line is of; the last post has no line. */
const POSTES = [
  { convention: 0, ligne: 'a' },
  { convention: 0, ligne: 'a' },
  { convention: 0, ligne: 'b' },
  { convention: 1, ligne: 'c' },
  { convention: 1, ligne: null },
] as const
const LIGNES = ['a', 'b', 'c'] as const
const quotite = fc.integer({ min: 1, max: 130 })

const cadreArbitraire = fc.record({
  lignes: fc.record({ a: quotite, b: quotite, c: quotite }),
  postes: fc.tuple(quotite, quotite, quotite, quotite, quotite),
})

const proposition = fc.record({
  poste: fc.nat({ max: POSTES.length - 1 }),
  charge: fc.nat({ max: 2 }),
  quotite: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 120 })),
  // Some fall outside the period of the schéma.
  jour: fc.integer({ min: -20, max: JOURS + 20 }),
  duree: fc.option(fc.integer({ min: 0, max: 400 })),
  absence: fc.option(fc.tuple(fc.nat({ max: 60 }), fc.option(fc.nat({ max: 90 }))), { freq: 2 }),
  /** Rank, among those accepted on the post, of the occupation stood in for. */
  remplace: fc.option(fc.nat({ max: 3 }), { freq: 2 }),
  /** Days by which a replacement misses the absence it covers. */
  decale: fc.integer({ min: -1, max: 2 }),
})
type Proposition = typeof proposition extends fc.Arbitrary<infer T> ? T : never

const newPoste = (id: number, plafond: number): PosteLu => ({
  id,
  version: 0,
  ref: `poste-${id}`,
  schema: 1,
  affectation: null,
  intitule: `Poste ${id}`,
  quotite: plafond,
  mode: 'DIRECT',
  note: null,
  themes: [],
  missions: [],
  occupations: [],
})

function toOccupation(p: Proposition, id: number, poste: PosteLu): OccupationLue {
  const commun = {
    id,
    version: 0,
    charge: p.charge,
    nom: `Personne ${p.charge}`,
    anonyme: false,
    chargeVersion: 0,
    quotite: p.quotite,
  }
  const remplacee = p.remplace === null ? undefined : poste.occupations[p.remplace]
  const [absence] = remplacee?.absences ?? []
  if (remplacee && absence)
    return {
      ...commun,
      debut: addDays(absence.debut, p.decale),
      fin: absence.fin,
      remplace: remplacee.id,
      absences: [],
    }
  const debut = addDays(DEBUT, p.jour)
  const fin = p.duree === null ? null : addDays(debut, p.duree)
  const absences =
    p.absence === null
      ? []
      : [
          {
            id: 1,
            debut: addDays(debut, p.absence[0]),
            fin: p.absence[1] === null ? null : addDays(debut, p.absence[0] + p.absence[1]),
          },
        ]
  return {
    ...commun,
    debut,
    fin,
    remplace: remplacee?.id ?? null,
    absences: remplacee || (fin !== null && absences.some((a) => a.debut > fin)) ? [] : absences,
  }
}

interface Monde {
  postes: PosteLu[]
  lignes: Record<(typeof LIGNES)[number], number>
}

/** Writes what the rule accepts, in the order proposed. */
function run(monde: Monde, propositions: readonly Proposition[]): OccupationLue[] {
  const { postes, lignes } = monde
  propositions.forEach((p, rang) => {
    const poste = postes[p.poste]
    const place = POSTES[p.poste]
    if (!poste || !place) return
    const occupation = toOccupation(p, rang + 1, poste)
    const cadre = {
      schema: { id: 1, libelle: 'Schéma', etat: 'VALIDE' as const, debut: DEBUT, fin: FIN },
      ligne: place.ligne === null ? null : { id: 1, libelle: place.ligne, quotite: lignes[place.ligne] },
    }
    const freres = postes.filter(
      (autre, i) => i !== p.poste && place.ligne !== null && POSTES[i]?.ligne === place.ligne,
    )
    const verdict = checkOccupation(occupation, poste, cadre, {
      autresDeLaLigne: freres.flatMap(({ occupations }) => occupations),
      autresDeLaPersonne: postes.flatMap(({ occupations }) => occupations).filter(({ charge }) => charge === p.charge),
    })
    if (verdict.ok) poste.occupations.push(occupation)
    else expect(verdict.message).toMatch(/[.]$/)
  })
  return postes.flatMap(({ occupations }) => occupations)
}

const somme = (occupations: readonly OccupationLue[], jour: string): number =>
  occupations
    .filter(({ debut, fin }) => debut <= jour && (fin === null || jour <= fin))
    .reduce((total, { quotite: part }) => total + (part ?? 0), 0)

const arbitraire = fc.tuple(cadreArbitraire, fc.array(proposition, { minLength: 4, maxLength: 24 }))
const toMonde = ({ lignes, postes }: typeof cadreArbitraire extends fc.Arbitrary<infer T> ? T : never): Monde => ({
  lignes,
  postes: postes.map((plafond, i) => newPoste(i, plafond)),
})

describe('occupations accepted one by one', PATIENT, () => {
  it('never put anybody above 1,00, at any date, over all posts and conventions', () => {
    fc.assert(
      fc.property(arbitraire, fc.integer({ min: -30, max: JOURS + 30 }), ([cadre, propositions], n) => {
        const ecrites = run(toMonde(cadre), propositions)
        // A sum can only rise on a day an occupation begins: those days, and any other.
        for (const jour of [...ecrites.map(({ debut }) => debut), addDays(DEBUT, n)])
          for (const charge of [0, 1, 2])
            expect(
              somme(
                ecrites.filter((o) => o.charge === charge),
                jour,
              ),
            ).toBeLessThanOrEqual(100)
      }),
      RUNS,
    )
  })

  it('never fill a post or a line beyond what is planned, at any date; who stands in adds nothing', () => {
    fc.assert(
      fc.property(arbitraire, fc.integer({ min: 0, max: JOURS }), ([cadre, propositions], n) => {
        const monde = toMonde(cadre)
        const ecrites = run(monde, propositions)
        const titulaires = (postes: readonly PosteLu[]) =>
          postes.flatMap(({ occupations }) => occupations).filter(({ remplace }) => remplace === null)
        for (const jour of [...ecrites.map(({ debut }) => debut), addDays(DEBUT, n)]) {
          for (const poste of monde.postes) expect(somme(titulaires([poste]), jour)).toBeLessThanOrEqual(poste.quotite)
          for (const ligne of LIGNES)
            expect(
              somme(titulaires(monde.postes.filter((_, i) => POSTES[i]?.ligne === ligne)), jour),
            ).toBeLessThanOrEqual(monde.lignes[ligne])
        }
      }),
      RUNS,
    )
  })

  it('lie inside the schéma, and each replacement inside the absence and the quotité of whoever it stands in for', () => {
    fc.assert(
      fc.property(arbitraire, ([cadre, propositions]) => {
        const monde = toMonde(cadre)
        for (const { debut, fin } of run(monde, propositions)) {
          expect(debut >= DEBUT && debut <= FIN).toBe(true)
          expect(fin === null || fin <= FIN).toBe(true)
        }
        for (const { occupations } of monde.postes)
          for (const { remplace, quotite: part, debut, fin } of occupations.filter((o) => o.remplace !== null)) {
            const remplacee = occupations.find(({ id }) => id === remplace)
            expect(part).toBeLessThanOrEqual(remplacee?.quotite ?? 0)
            expect(
              remplacee?.absences.some((a) => a.debut <= debut && (a.fin === null || (fin !== null && fin <= a.fin))),
            ).toBe(true)
          }
      }),
      RUNS,
    )
  })

  it('are refused for a reason: what is accepted alone, on an empty post that holds it, stays accepted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat({ max: JOURS - 1 }), (part, n) => {
        const monde: Monde = { lignes: { a: 100, b: 100, c: 100 }, postes: [newPoste(0, part)] }
        const seule = { poste: 0, quotite: part, jour: n, duree: null, absence: null, remplace: null, decale: 0 }
        expect(
          run(monde, [
            { ...seule, charge: 0 },
            { ...seule, charge: 1, quotite: 1 },
          ]).map(({ charge }) => charge),
        ).toEqual([0])
      }),
      RUNS,
    )
  })
})

describe('a change that others lean on', () => {
  const cadre = { schema: { id: 1, libelle: 'Schéma', etat: 'VALIDE' as const, debut: DEBUT, fin: FIN }, ligne: null }
  const base = { version: 0, anonyme: false, chargeVersion: 0, remplace: null, absences: [] }
  const titulaire: OccupationLue = {
    ...base,
    id: 1,
    charge: 1,
    nom: 'Titulaire',
    quotite: 70,
    debut: DEBUT,
    fin: null,
    absences: [{ id: 1, debut: '2027-03-01', fin: '2027-06-30' }],
  }
  const relais: OccupationLue = {
    ...base,
    id: 2,
    charge: 2,
    nom: 'Relais',
    quotite: 50,
    debut: '2027-03-01',
    fin: '2027-06-30',
    remplace: 1,
  }
  const poste = { ...newPoste(1, 70), occupations: [titulaire, relais] }
  const change = (part: Partial<OccupationLue>, occupations = poste.occupations) =>
    checkOccupation({ ...titulaire, ...part }, { ...poste, occupations }, cadre, {
      autresDeLaLigne: [],
      autresDeLaPersonne: [],
    })

  it('is refused on its field while somebody stands in for it', () => {
    expect(change({})).toEqual({ ok: true })
    expect(change({ quotite: 40 })).toMatchObject({
      ok: false,
      champ: 'quotite',
      message: expect.stringContaining('Relais'),
    })
    expect(change({ fin: '2027-06-29' })).toMatchObject({
      ok: false,
      champ: 'fin',
      message: expect.stringContaining('Relais'),
    })
    expect(change({ debut: '2027-03-02' })).toMatchObject({
      ok: false,
      champ: 'debut',
      message: expect.stringContaining('Relais'),
    })
    expect(change({ fin: '2027-06-30' })).toEqual({ ok: true })
  })

  it('is refused when it would leave an absence outside', () => {
    expect(change({ fin: '2027-02-28' }, [titulaire])).toMatchObject({
      ok: false,
      champ: 'fin',
      message: expect.stringContaining('1er mars 2027'),
    })
    expect(change({ debut: '2027-04-01' }, [titulaire])).toMatchObject({ ok: false, champ: 'debut' })
  })
})
