import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listPropositions } from '@/lib/gouvernance/seance/rules/agenda'
import { findPropositions, groupPropositions } from '@/lib/gouvernance/seance/rules/groupes'
import type { FaitsAgenda, PointFait, Proposition } from '@/lib/gouvernance/seance/types/agenda'
import { LONGUEUR_TITRE } from '@/lib/gouvernance/seance/words'
import { parseMinutes } from '@/lib/gouvernance/seance/schema/agenda'
import { formatDuree } from '@/lib/platform/heures'
import { PATIENT, RUNS } from '@/tests/unit/runs'
import { createDecision, createFaits, createFiche, createReprise, SEANCE_COTECH, SEANCE_ICI, TODAY } from './agenda-cas'

const id = fc.integer({ min: 1, max: 8 })
const lien = fc.option(id, { nil: null })
const jour = fc.option(fc.constantFrom('2025-01-01', '2026-05-01', '2026-11-21', '2026-11-22', '2027-03-01'), {
  nil: null,
})
const byId = <T extends { id: number }>(element: fc.Arbitrary<T>) =>
  fc.uniqueArray(element, { selector: (un) => un.id, maxLength: 8 })

const fiche = fc
  .record({
    id,
    titre: fc.string({ maxLength: 400 }),
    statut: fc.constantFrom('A_ENGAGER', 'EN_COURS', 'REALISEE', 'REPORTEE', 'ABANDONNEE', 'A_PRECISER'),
    debut: jour,
    fin: jour,
    suiviLe: jour,
  } as const)
  .map(createFiche)
const decision = fc
  .record({
    id,
    etat: fc.constantFrom('ATTENDUE', 'PRISE', 'REPORTEE'),
    effet: fc.constantFrom(null, 'REPORTER_FICHE', 'VALIDER_SCHEMA'),
    echeance: jour,
    seance: fc.constantFrom(SEANCE_ICI, SEANCE_COTECH),
    decidee: fc.boolean(),
    point: id,
    pouvoir: fc.constantFrom(null, 'PROPOSE', 'DECIDE'),
    fiche: lien,
    schema: lien,
  } as const)
  .map(createDecision)
const reprise = fc
  .record({
    id,
    etat: fc.constantFrom('A_TRAITER', 'REPORTE'),
    derniere: fc.boolean(),
    fiche: lien,
    indicateur: lien,
    schema: lien,
    proposition: lien,
  } as const)
  .map(createReprise)

const faits: fc.Arbitrary<FaitsAgenda> = fc
  .record({
    type: fc.constantFrom('COPIL', 'COTECH', 'GROUPE_PROJET', 'COMMISSION', 'SEMINAIRE', 'RENCONTRE', 'AUTRE'),
    pouvoirs: fc.constantFrom({}, { FICHE: 'DECIDE', SCHEMA: 'DECIDE' }, { FICHE: 'PROPOSE' }),
    debut: jour,
    fiches: byId(fiche),
    decisions: byId(decision),
    reprises: byId(reprise),
    indicateurs: byId(fc.record({ id, libelle: fc.string({ minLength: 1 }), fiche: lien })),
    schemas: byId(
      fc.record({ id, libelle: fc.string({ minLength: 1 }), etat: fc.constantFrom('BROUILLON', 'PROPOSE') } as const),
    ),
  } as const)
  .map(createFaits)

const toPoint = ({ cle, fiche: f, indicateur, schema, proposition, precedent }: Proposition): PointFait => ({
  cle,
  fiche: f,
  indicateur,
  schema,
  proposition,
  precedent,
})
/** What the database gives once the points are there: a point that was taken up is no more to be taken up. */
const addPoints = (avant: FaitsAgenda, propositions: readonly Proposition[]): FaitsAgenda => ({
  ...avant,
  points: [...avant.points, ...propositions.map(toPoint)],
  reprises: avant.reprises.filter((une) => !propositions.some(({ precedent }) => precedent === une.id)),
})

describe('whatever the facts', PATIENT, () => {
  it('no key, no proposal and no unfinished point is proposed twice', () => {
    fc.assert(
      fc.property(faits, (donnes) => {
        const propositions = listPropositions(donnes, TODAY)
        const lectures: ((une: Proposition) => string | number | null)[] = [
          ({ cle }) => cle,
          ({ proposition }) => proposition,
          ({ precedent }) => precedent,
        ]
        for (const read of lectures) {
          const valeurs = propositions.map(read).filter((valeur) => valeur !== null)
          expect(new Set(valeurs).size).toBe(valeurs.length)
        }
      }),
      RUNS,
    )
  })

  it('each has a title that fits and a reason that ends like a sentence', () => {
    fc.assert(
      fc.property(faits, (donnes) => {
        for (const { titre, raison, cle } of listPropositions(donnes, TODAY)) {
          expect(titre.length).toBeGreaterThan(0)
          expect(titre.length).toBeLessThanOrEqual(LONGUEUR_TITRE)
          expect(cle.length).toBeLessThanOrEqual(60)
          expect(raison).toMatch(/^[A-ZÀÉ].*\.$/)
        }
      }),
      RUNS,
    )
  })

  it('what was taken is not proposed again, and nothing new comes of it', () => {
    fc.assert(
      fc.property(faits, fc.infiniteStream(fc.boolean()), (donnes, tirage) => {
        const avant = listPropositions(donnes, TODAY)
        const prises = avant.filter(() => tirage.next().value === true)
        const apres = listPropositions(addPoints(donnes, prises), TODAY).map(({ cle }) => cle)
        const deja = new Set(prises.map(({ cle }) => cle))
        const connues = new Set(avant.map(({ cle }) => cle))
        expect(apres.filter((cle) => deja.has(cle))).toEqual([])
        // Taking everything leaves nothing.
        expect(listPropositions(addPoints(donnes, avant), TODAY).filter(({ cle }) => connues.has(cle))).toEqual([])
      }),
      RUNS,
    )
  })

  it('groups lose none and invent none', () => {
    fc.assert(
      fc.property(faits, (donnes) => {
        const propositions = listPropositions(donnes, TODAY)
        const groupes = groupPropositions(propositions, donnes.annee)
        expect(groupes.flatMap((groupe) => groupe.propositions.map(({ cle }) => cle)).sort()).toEqual(
          propositions.map(({ cle }) => cle).sort(),
        )
        expect(
          findPropositions(
            groupes,
            propositions.map(({ cle }) => cle),
          ),
        ).toHaveLength(propositions.length)
      }),
      RUNS,
    )
  })
})

describe('a duration', PATIENT, () => {
  it('is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), (minutes) => {
        expect(parseMinutes(formatDuree(minutes))).toBe(minutes)
        expect(parseMinutes(String(minutes))).toBe(minutes)
      }),
      RUNS,
    )
  })

  it.each([
    ['1h30', 90],
    ['1 h', 60],
    ['1:05', 65],
    ['20 min', 20],
    ['2h 15min', 135],
    ['90mn', 90],
  ])('%s', (texte, minutes) => expect(parseMinutes(texte)).toBe(minutes))
  it.each(['', 'longtemps', '1,5 h', '1h75', '-5', '12345'])('is not %s', (texte) =>
    expect(parseMinutes(texte)).toBeNull(),
  )
})
