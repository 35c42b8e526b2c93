import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/platform/dates'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import { computeAFaire, MOTIFS_A_FAIRE, type FicheAFaire } from '@/lib/plan-action/tournee/rules/a-faire'
import {
  computeAvancementEtapes,
  computeAvancementFiche,
  computePourcent,
  computeSilence,
  type VieFiche,
} from '@/lib/plan-action/suivi/rules/suivi'
import { jour } from '@/tests/unit/arbitraires'
import { PATIENT, RUNS } from '@/tests/unit/runs'

const STATUTS: StatutFiche[] = ['A_ENGAGER', 'EN_COURS', 'REALISEE', 'REPORTEE', 'ABANDONNEE', 'A_PRECISER']
const statut = fc.constantFrom(...STATUTS)
const today = '2026-11-22'
const rien = { avancement: null, motif: null }

describe('progress from the étapes', () => {
  it.each<[StatutFiche[], number | null, string]>([
    [['REALISEE', 'REALISEE', 'EN_COURS', 'A_ENGAGER', 'A_PRECISER'], 40, '2 étapes sur 5 réalisées'],
    [['REALISEE', 'ABANDONNEE', 'A_ENGAGER'], 50, '1 étape sur 2 réalisée'],
    [['EN_COURS', 'REPORTEE'], 0, 'Aucune étape réalisée sur 2'],
    [['REALISEE', 'REALISEE', 'EN_COURS'], 67, '2 étapes sur 3 réalisées'],
    [['REALISEE'], 100, '1 étape sur 1 réalisée'],
    [[], null, 'Avancement inconnu\u00A0: aucune étape à compter'],
    [['ABANDONNEE'], null, 'Avancement inconnu\u00A0: aucune étape à compter'],
    [['A_PRECISER', 'ABANDONNEE'], null, 'Avancement inconnu\u00A0: le statut des étapes est à préciser'],
  ])('%j', (statuts, valeur, phrase) => {
    expect(computeAvancementFiche(statuts, rien)).toMatchObject({ valeur, phrase })
  })
  it('gives way to what somebody said, with the reason and what the étapes say', () => {
    const etapes: StatutFiche[] = ['REALISEE', 'REALISEE', 'EN_COURS', 'A_ENGAGER', 'A_ENGAGER']
    const dire = (dit: Parameters<typeof computeAvancementFiche>[1]) => computeAvancementFiche(etapes, dit).phrase
    expect(dire({ avancement: 60, motif: 'le forum compte double.', selon: 'la coordination' })).toBe(
      '60\u202F% selon la coordination\u00A0: le forum compte double\u202F; les étapes disent 40\u202F%',
    )
    expect(dire({ avancement: 40, motif: null })).toBe('40\u202F% déclarés')
    expect(dire({ avancement: 1, motif: ' ' })).toBe('1\u202F% déclaré\u202F; les étapes disent 40\u202F%')
    expect(computeAvancementFiche([], { avancement: 0, motif: null })).toMatchObject({
      valeur: 0,
      origine: 'DIT',
      phrase: '0\u202F% déclaré',
    })
  })
  it('is a whole percent, 100 only when all is done, 0 only when nothing is', PATIENT, () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 3000 })
          .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total))),
        ([faites, total]) => {
          const valeur = computePourcent(faites, total)
          expect(Number.isInteger(valeur)).toBe(true)
          expect(valeur === 100).toBe(faites === total)
          expect(valeur === 0).toBe(faites === 0)
          expect(Math.abs(valeur * total - 100 * faites)).toBeLessThanOrEqual(
            faites === 0 || faites === total ? 0 : total,
          )
          if (faites < total) expect(computePourcent(faites + 1, total)).toBeGreaterThanOrEqual(valeur)
        },
      ),
      RUNS,
    )
  })
  it('does not depend on order nor on what was abandoned; one more done never lowers it', PATIENT, () => {
    fc.assert(
      fc.property(fc.array(statut, { maxLength: 30 }), (statuts) => {
        const lu = computeAvancementEtapes(statuts)
        expect(computeAvancementEtapes([...statuts.toReversed(), 'ABANDONNEE'])).toEqual(lu)
        const rang = statuts.findIndex((s) => s !== 'REALISEE' && s !== 'ABANDONNEE')
        if (lu && rang >= 0)
          expect(computeAvancementEtapes(statuts.with(rang, 'REALISEE'))?.valeur).toBeGreaterThanOrEqual(lu.valeur)
      }),
      RUNS,
    )
  })
})

const vie = (champs: Partial<VieFiche> = {}): VieFiche => ({
  statut: 'EN_COURS',
  majLe: '2026-11-01',
  dernierGeste: null,
  convention: { debut: '2023-01-01', fin: '2027-12-31' },
  ...champs,
})

describe('silence', () => {
  it('begins after ninety days without a change, a measure or a comment', () => {
    expect(computeSilence(vie({ majLe: addDays(today, -90) }), today)).toMatchObject({ etat: 'SUIVIE', jours: 90 })
    expect(computeSilence(vie({ majLe: addDays(today, -91) }), today)).toMatchObject({
      etat: 'SILENCIEUSE',
      jours: 91,
      phrase: 'sans nouvelle depuis le 23 août 2026',
    })
    expect(computeSilence(vie({ majLe: '2024-01-01', dernierGeste: '2026-11-20' }), today)).toMatchObject({
      etat: 'SUIVIE',
      jours: 2,
      phrase: 'mise à jour le 20 novembre 2026',
    })
  })
  it('is unknown where nobody ever wrote', () => {
    expect(computeSilence(vie({ majLe: null }), today)).toEqual({
      etat: 'JAMAIS',
      jours: null,
      phrase: 'jamais mise à jour',
    })
  })
  it('is nobody’s matter once the fiche or the convention is over, or before it begins', () => {
    for (const clos of ['REALISEE', 'REPORTEE', 'ABANDONNEE'] as const)
      expect(computeSilence(vie({ statut: clos, majLe: '2020-01-01' }), today).etat).toBe('CLOSE')
    expect(computeSilence(vie({ majLe: null, convention: { debut: '2027-01-01', fin: null } }), today).etat).toBe(
      'HORS_PERIODE',
    )
    expect(computeSilence(vie({ majLe: null, convention: { debut: null, fin: '2026-11-21' } }), today).etat).toBe(
      'HORS_PERIODE',
    )
    expect(computeSilence(vie({ majLe: null, convention: { debut: null, fin: null } }), today).etat).toBe('JAMAIS')
  })
  it('grows with time alone, and one more word never makes it longer', PATIENT, () => {
    fc.assert(
      fc.property(
        statut,
        fc.option(jour()),
        fc.option(jour()),
        jour(),
        fc.nat(400),
        (s, majLe, dernierGeste, le, plus) => {
          const avant = computeSilence(vie({ statut: s, majLe, dernierGeste }), le)
          const apres = computeSilence(vie({ statut: s, majLe, dernierGeste }), addDays(le, plus))
          if (avant.jours !== null) expect(apres.jours).toBeGreaterThanOrEqual(avant.jours)
          const parle = computeSilence(vie({ statut: s, majLe, dernierGeste: le }), le)
          expect(parle.jours).toBe(0)
          expect(parle.etat === 'SILENCIEUSE' || parle.etat === 'JAMAIS').toBe(false)
        },
      ),
      RUNS,
    )
  })
})

const calme: FicheAFaire = {
  ...vie(),
  fin: '2027-06-30',
  aRediger: false,
  redactionEcheance: null,
  indicateursAttendus: 0,
  annee: 2025,
  contributions: 0,
  etapes: [{ id: 7, numero: '2', titre: 'Forum des métiers.', statut: 'EN_COURS', fin: '2027-01-31' }],
}
const motifs = (champs: Partial<FicheAFaire>) => computeAFaire({ ...calme, ...champs }, today).map(({ motif }) => motif)

describe('why a fiche needs its keeper', () => {
  it('nothing, while all is well', () => {
    expect(computeAFaire(calme, today)).toEqual([])
  })
  it('says each reason, gravest first', () => {
    const tout = computeAFaire(
      {
        ...calme,
        majLe: '2026-01-01',
        fin: '2026-06-30',
        aRediger: true,
        redactionEcheance: '2026-10-01',
        indicateursAttendus: 3,
        contributions: 1,
        etapes: [{ id: 7, numero: '2', titre: 'Forum des métiers.', statut: 'A_ENGAGER', fin: '2026-01-31' }],
      },
      today,
    )
    expect(tout.map(({ phrase }) => phrase)).toEqual([
      '1 contribution reçue, à accepter ou à refuser.',
      'À rédiger pour le 1er octobre 2026, date passée.',
      'Sa période s’est achevée le 30 juin 2026 et elle n’est pas déclarée réalisée.',
      'Étape 2 échue le 31 janvier 2026\u00A0: Forum des métiers.',
      '3 indicateurs sans valeur pour 2025.',
      'Sans nouvelle depuis 325 jours.',
    ])
    expect(tout[3]).toMatchObject({ etape: 7, depuis: '2026-01-31' })
  })
  it.each<[Partial<FicheAFaire>, string[]]>([
    [{ majLe: null }, ['JAMAIS']],
    [{ statut: 'A_PRECISER', fin: '2026-01-31' }, ['PASSEE']],
    [{ etapes: [{ id: 7, numero: '2', titre: 'Forum.', statut: 'A_PRECISER', fin: '2026-01-31' }] }, ['ETAPE_PASSEE']],
    [{ statut: 'REALISEE', fin: '2026-01-31', majLe: null, indicateursAttendus: 2 }, ['INDICATEUR']],
    [{ statut: 'ABANDONNEE', majLe: null, indicateursAttendus: 2, contributions: 2 }, ['CONTRIBUTION']],
    [{ indicateursAttendus: 2, annee: null }, []],
    [{ aRediger: true, redactionEcheance: today }, []],
    [{ aRediger: true, redactionEcheance: null }, []],
    [{ majLe: null, fin: '2020-01-01', convention: { debut: null, fin: '2025-12-31' } }, []],
  ])('%j', (champs, attendus) => {
    expect(motifs(champs)).toEqual(attendus)
  })
  it('each reason stands in its place whatever the fiche', PATIENT, () => {
    const etape = fc.record({
      id: fc.nat(),
      numero: fc.option(fc.constant('1')),
      titre: fc.string(),
      statut,
      fin: fc.option(jour()),
    })
    fc.assert(
      fc.property(
        fc.record({
          statut,
          majLe: fc.option(jour()),
          dernierGeste: fc.option(jour()),
          fin: fc.option(jour()),
          aRediger: fc.boolean(),
          redactionEcheance: fc.option(jour()),
          etapes: fc.array(etape, { maxLength: 4 }),
          indicateursAttendus: fc.nat(5),
          annee: fc.option(fc.constant(2025)),
          contributions: fc.nat(2),
          convention: fc.record({ debut: fc.option(jour()), fin: fc.option(jour()) }),
        }),
        jour(),
        (fiche, le) => {
          const rangs = computeAFaire(fiche, le).map(({ motif }) => MOTIFS_A_FAIRE.indexOf(motif))
          expect(rangs).toEqual(rangs.toSorted((a, b) => a - b))
          expect(rangs.includes(0)).toBe(fiche.contributions > 0)
        },
      ),
      RUNS,
    )
  })
})
