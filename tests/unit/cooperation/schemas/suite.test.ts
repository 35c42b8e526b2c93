import { describe, expect, it } from 'vitest'
import {
  checkChevauchement,
  checkOccupations,
  checkPeriode,
  compareSchemas,
  computeCout,
  computeTrous,
  formatTrous,
  listChevauchements,
} from '@/lib/cooperation/schemas/rules/equilibre'
import type { Affectation, LigneOccupee, OccupationRegle } from '@/lib/cooperation/schemas/rules/equilibre'
import { checkFin } from '@/lib/cooperation/schemas/rules/periodes'
import { computeEffectif, RIEN, sumEffectifs, type LigneEffectif } from '@/lib/cooperation/postes/rules/pourvu'
import { formatPourvu } from '@/lib/cooperation/postes/words'
import { formatEuros } from '@/lib/platform/nombres'
import { BAUX_2022_2025, BAUX_2026, BAUX_2027_2030, fr, lignes, schema } from './cas'

const OK = { ok: true }
const porteurs = (s: typeof BAUX_2026) => s.affectations.filter(({ marge }) => marge === 'PORTEUR')

describe('from one schéma to the next', () => {
  it('says what changed at Vallée des Baux in 2026, in words', () => {
    const sansThemes = { ...BAUX_2026, affectations: porteurs(BAUX_2026) }
    expect(compareSchemas(BAUX_2022_2025, sansThemes).map(({ texte }) => texte)).toEqual([
      'Total −\u00A00,2',
      'Aureille −\u00A00,2',
      'Saint-Rémy-de-Provence +\u00A00,5',
      fr('CCVBA : 0, non précisé auparavant'),
      'Global −\u00A00,5',
    ])
  })
  it('says what changes in 2027', () => {
    const differences = compareSchemas(BAUX_2026, BAUX_2027_2030)
    expect(differences.map(({ lieu, texte }) => `${lieu} ${texte}`)).toEqual([
      'TOTAL Total +\u00A00,2',
      'PORTEUR Aureille +\u00A00,2',
      'THEMATIQUE Petite enfance / inclusion +\u00A00,1',
      'THEMATIQUE Enfance / jeunesse +\u00A00,1',
    ])
    expect(differences[1]).toEqual({
      lieu: 'PORTEUR',
      cle: 'Aureille',
      libelle: 'Aureille',
      avant: 0,
      apres: 20,
      ecart: 20,
      texte: 'Aureille +\u00A00,2',
    })
    expect(differences[0]).toMatchObject({ cle: null, avant: 310, apres: 330, ecart: 20 })
  })
  it('names new lines, lost lines, figures that appear or vanish, reasons that change', () => {
    const avant = schema({
      total: 100,
      affectations: lignes('PORTEUR', [
        ['Parti', 30],
        ['Connu', null],
        ['Perdu', 20],
        ['Zéro', 0, 'à négocier'],
        ['Muet', 0, 'néant'],
        ['Même', 0],
        ['Inconnu', null],
      ]),
    })
    const apres = schema({
      total: null,
      affectations: [
        ...lignes('PORTEUR', [
          ['Connu', 10],
          ['Perdu', null],
          ['Zéro', 0, 'porté par Mouriès'],
          ['Muet', 0],
          ['Neuf', 15],
          ['Même', 0, ''],
        ]),
        ...lignes('THEMATIQUE', [['Parti', null]]),
      ],
    })
    expect(compareSchemas(avant, apres).map(({ texte, ecart }) => [texte, ecart])).toEqual([
      [fr('Total : non précisé, 1 auparavant'), null],
      [fr('Connu : 0,1, non précisé auparavant'), null],
      [fr('Perdu : non précisé, 0,2 auparavant'), null],
      [fr('Zéro : « porté par Mouriès », « à négocier » auparavant'), 0],
      [fr('Muet : sans motif, « néant » auparavant'), 0],
      [fr('Neuf : 0,15, nouvelle ligne'), null],
      [fr('Parti : ligne supprimée, 0,3 auparavant'), null],
      [fr('Inconnu : ligne supprimée, non précisé auparavant'), null],
      [fr('Parti : non précisé, nouvelle ligne'), null],
    ])
  })
  it('says nothing of two that are the same', () => {
    expect(compareSchemas(BAUX_2026, BAUX_2026)).toEqual([])
  })
})

describe('the time of schémas', () => {
  const transitoire = { id: 1, libelle: '2026, transitoire', debut: '2026-01-01', fin: '2026-12-31' }
  const suite = { id: 2, libelle: '2027-2030', debut: '2027-01-01', fin: '2030-12-31' }
  it('never overlaps, by a single day even, and names the other', () => {
    expect(checkChevauchement(transitoire, [suite])).toEqual(OK)
    expect(checkChevauchement({ ...transitoire, fin: '2027-01-01' }, [suite])).toEqual({
      ok: false,
      message: fr('Ce schéma recouvre « 2027-2030 » le 1er janvier 2027 : changez les dates de l’un des deux.'),
    })
    expect(checkChevauchement({ ...suite, debut: '2026-12-01', id: 3 }, [suite, transitoire])).toMatchObject({
      message: expect.stringContaining('2027-2030'),
    })
    expect(checkChevauchement({ ...suite, debut: '2026-12-01' }, [suite, transitoire])).toEqual({
      ok: false,
      message: fr(
        'Ce schéma recouvre « 2026, transitoire » du 1er au 31 décembre 2026 : changez les dates de l’un des deux.',
      ),
    })
  })
  it('is compared on the days that are known', () => {
    expect(checkChevauchement({ ...suite, id: 3, debut: null, fin: null }, [suite])).toEqual(OK)
    expect(checkChevauchement(suite, [{ ...suite, id: 3, debut: null, fin: null }])).toEqual(OK)
    // One without an end goes on: it overlaps whatever follows, and asks for its last day.
    expect(checkChevauchement({ ...suite, id: 3, fin: null, debut: '2026-06-01' }, [suite])).toEqual({
      ok: false,
      message: fr(
        'Ce schéma recouvre « 2027-2030 » du 1er janvier 2027 au 31 décembre 2030 : donnez-lui un dernier jour.',
      ),
    })
    expect(checkChevauchement(suite, [{ ...transitoire, fin: null }])).toEqual({
      ok: false,
      message: fr(
        'Ce schéma recouvre « 2026, transitoire » du 1er janvier 2027 au 31 décembre 2030 : donnez d’abord un dernier jour à « 2026, transitoire ».',
      ),
    })
    expect(checkChevauchement({ ...suite, id: 3, fin: null, debut: '2028-06-01' }, [suite])).toMatchObject({
      message: expect.stringContaining('du 1er juin 2028 au 31 décembre 2030'),
    })
    expect(checkChevauchement({ ...suite, fin: null }, [{ ...transitoire, fin: null }])).toMatchObject({
      message: expect.stringContaining('à partir du 1er janvier 2027'),
    })
    expect(checkChevauchement({ ...suite, id: 3, fin: null, debut: '2031-01-01' }, [suite])).toEqual(OK)
    expect(checkChevauchement({ ...suite, id: 3, debut: null, fin: '2030-12-31' }, [suite])).toMatchObject({
      ok: false,
    })
    expect(checkChevauchement({ ...suite, id: 3, debut: null, fin: '2031-01-01' }, [suite])).toEqual(OK)
  })
  const convention = { debut: '2026-01-01', fin: '2030-12-31' }
  it('stays inside the convention, or wholly before it', () => {
    expect(checkPeriode(transitoire, convention)).toEqual(OK)
    expect(checkPeriode(suite, convention)).toEqual(OK)
    expect(checkPeriode({ debut: '2022-01-01', fin: '2025-12-31' }, convention)).toEqual(OK)
    const deborde = {
      ok: false,
      message: fr(
        'La période du schéma déborde de celle de la convention : ramenez ses dates à l’intérieur, ou entièrement avant pour le schéma précédent.',
      ),
    }
    expect(checkPeriode({ debut: '2022-01-01', fin: '2026-01-01' }, convention)).toEqual(deborde)
    expect(checkPeriode({ debut: '2030-01-01', fin: '2031-01-01' }, convention)).toEqual(deborde)
    expect(checkPeriode({ debut: '2026-12-31', fin: '2026-01-01' }, convention)).toEqual({
      ok: false,
      message: fr('Le schéma finit avant de commencer : vérifiez les deux dates.'),
    })
    expect(checkPeriode({ debut: '2026-12-31', fin: '2026-12-31' }, convention)).toEqual(OK)
  })
  it('is not judged on what is unknown', () => {
    expect(checkPeriode({ debut: null, fin: null }, convention)).toEqual(OK)
    expect(checkPeriode(suite, { debut: null, fin: null })).toEqual(OK)
    expect(checkPeriode({ debut: '2022-01-01', fin: '2031-01-01' }, { debut: '2022-01-01', fin: null })).toEqual(OK)
    expect(checkPeriode({ debut: '2012-01-01', fin: '2030-12-31' }, { debut: null, fin: '2030-12-31' })).toEqual(OK)
    expect(checkPeriode({ debut: '2031-01-01', fin: null }, convention)).toMatchObject({ ok: false })
    // Without an end it goes on into the convention: it is not wholly before.
    expect(checkPeriode({ debut: '2022-01-01', fin: null }, convention)).toMatchObject({ ok: false })
    expect(checkPeriode({ debut: null, fin: '2025-12-31' }, convention)).toEqual(OK)
  })
  it('shows its gaps', () => {
    expect(computeTrous([transitoire, suite], convention)).toEqual([])
    expect(computeTrous([suite], convention)).toEqual([{ debut: '2026-01-01', fin: '2026-12-31' }])
    expect(computeTrous([transitoire], convention)).toEqual([{ debut: '2027-01-01', fin: '2030-12-31' }])
    expect(computeTrous([], convention)).toEqual([convention])
    expect(
      computeTrous(
        [
          { debut: '2028-01-01', fin: '2028-12-31' },
          { debut: '2022-01-01', fin: '2026-02-28' },
        ],
        convention,
      ),
    ).toEqual([
      { debut: '2026-03-01', fin: '2027-12-31' },
      { debut: '2029-01-01', fin: '2030-12-31' },
    ])
    expect(computeTrous([{ debut: '2022-01-01', fin: '2025-12-31' }, suite], convention)).toEqual([
      { debut: '2026-01-01', fin: '2026-12-31' },
    ])
    expect(computeTrous([transitoire, { debut: '2032-01-01', fin: '2032-12-31' }], convention)).toEqual([
      { debut: '2027-01-01', fin: '2030-12-31' },
    ])
    expect(
      computeTrous(
        [
          { debut: null, fin: null },
          transitoire,
          { debut: '2027-01-02', fin: '2030-12-31' },
          { debut: null, fin: null },
        ],
        convention,
      ),
    ).toEqual([{ debut: '2027-01-01', fin: '2027-01-01' }])
    // A long one then one inside it: the gap starts after the longer.
    expect(computeTrous([{ debut: '2026-01-01', fin: '2029-12-31' }, transitoire], convention)).toEqual([
      { debut: '2030-01-01', fin: '2030-12-31' },
    ])
  })
  it('says no gap after one that goes on, nor before one of which only the last day is known', () => {
    expect(computeTrous([{ debut: '2027-01-01', fin: null }], convention)).toEqual([
      { debut: '2026-01-01', fin: '2026-12-31' },
    ])
    expect(computeTrous([{ debut: '2026-01-01', fin: null }, suite], convention)).toEqual([])
    expect(computeTrous([{ debut: null, fin: '2028-12-31' }], convention)).toEqual([
      { debut: '2029-01-01', fin: '2030-12-31' },
    ])
    expect(formatTrous([], [transitoire])).toBeNull()
    const trous = computeTrous([transitoire], convention)
    expect(formatTrous(trous, [transitoire])).toBe(
      fr('Aucun schéma ne couvre : du 1er janvier 2027 au 31 décembre 2030.'),
    )
    expect(formatTrous(trous, [transitoire, { debut: null, fin: null }])).toBe(
      fr('Aucun schéma daté ne couvre : du 1er janvier 2027 au 31 décembre 2030.'),
    )
  })
  it('tells of overlaps accepted before, and of what would mend them', () => {
    expect(listChevauchements([transitoire, suite, { id: 3, libelle: 'Sans date', debut: null, fin: null }])).toEqual(
      [],
    )
    expect(listChevauchements([{ ...transitoire, fin: null }, suite])).toEqual([
      fr(
        '« 2026, transitoire » et « 2027-2030 » se recouvrent du 1er janvier 2027 au 31 décembre 2030 : « 2026, transitoire » n’a pas de dernier jour.',
      ),
    ])
  })
  it('takes a last day once, and not before the first', () => {
    const ouvert = { debut: '2026-01-01', fin: null }
    expect(checkFin(ouvert, '2026-12-31')).toEqual(OK)
    expect(checkFin({ debut: null, fin: null }, '2026-12-31')).toEqual(OK)
    expect(checkFin(ouvert, '2025-12-31')).toMatchObject({ ok: false })
    expect(checkFin(suite, '2029-12-31')).toMatchObject({ ok: false })
  })
  it('shows only the gaps it can know', () => {
    expect(computeTrous([], { debut: null, fin: null })).toEqual([])
    expect(computeTrous([], { debut: '2026-01-01', fin: null })).toEqual([])
    expect(computeTrous([], { debut: null, fin: '2026-01-01' })).toEqual([])
    expect(computeTrous([{ debut: null, fin: null }], { debut: null, fin: '2026-01-01' })).toEqual([])
    expect(computeTrous([{ debut: '2028-01-01', fin: '2028-12-31' }, transitoire], { debut: null, fin: null })).toEqual(
      [{ debut: '2027-01-01', fin: '2027-12-31' }],
    )
  })
})

/** A line of which no post is described, on any day. */
const readLigne = ({ libelle, quotite, situation = 'NON_PRECISE' }: Affectation): LigneEffectif => ({
  libelle,
  effectif: computeEffectif({ quotite, situation, postes: [] }, '2026-11-22'),
})

describe('planned is not filled', () => {
  it('of 3,3 in 2022-2025, 0,2 was never filled, and nothing is said of the 3,1 that remain', () => {
    const baux = porteurs(BAUX_2022_2025).map(readLigne)
    expect(sumEffectifs(baux.map(({ effectif }) => effectif))).toEqual({
      ...RIEN,
      prevu: 330,
      jamaisPourvu: 20,
      nonPrecise: 310,
    })
    expect(formatPourvu(baux)).toBe(
      fr('ce qui est pourvu n’est pas précisé pour 3,1 ETP sur 3,3 : jamais pourvu, Aureille (0,2)'),
    )
  })
  it('an external operator neither fills its post nor leaves it vacant, and what is not said is not filled', () => {
    const s = lignes('PORTEUR', [
      ['A', 50, '', 'POURVU'],
      ['B', 50, '', 'EXTERNALISE'],
      ['C', 30, '', 'VACANT'],
      ['D', 20, '', 'VACANT'],
      ['E', 10, '', 'JAMAIS_POURVU'],
      ['F', null, '', 'VACANT'],
      ['G', 0, '', 'VACANT'],
      ['H', 5, '', 'NON_PRECISE'],
    ])
    const lues = s.map(readLigne)
    expect(sumEffectifs(lues.map(({ effectif }) => effectif))).toEqual({
      prevu: 165,
      pourvu: 50,
      present: 50,
      vacant: 50,
      jamaisPourvu: 10,
      externalise: 50,
      nonPrecise: 5,
    })
    expect(formatPourvu(lues)).toBe(
      fr(
        '0,5 ETP pourvu sur 1,65 : externalisé, B (0,5) ; vacant, C (0,3) et D (0,2) ; jamais pourvu, E (0,1) ; non précisé pour 0,05 ETP',
      ),
    )
    expect(formatPourvu(porteurs(BAUX_2026).map(readLigne))).toBe(
      fr('ce qui est pourvu n’est pas précisé pour 2,6 ETP sur 3,1 : externalisé, Global (0,5)'),
    )
    expect(formatPourvu(lignes('PORTEUR', [['A', 200, '', 'POURVU']]).map(readLigne))).toBe('2 ETP pourvus sur 2')
  })
})

describe('occupations', () => {
  const LIGNES: LigneOccupee[] = [
    { ligne: 'baux', libelle: 'Saint-Rémy', quotite: 120 },
    { ligne: 'golfe', libelle: 'Istres', quotite: 50 },
  ]
  const occupe = (
    personne: string,
    ligne: string,
    quotite: number,
    debut: string,
    fin: string | null = null,
  ): OccupationRegle => ({ personne, ligne, quotite, debut, fin })

  it('never exceed full time for one person, over all posts', () => {
    const a = occupe('C. Martin', 'baux', 60, '2026-01-01', '2026-06-30')
    expect(checkOccupations([a, occupe('C. Martin', 'golfe', 40, '2026-06-30')], LIGNES)).toEqual(OK)
    expect(checkOccupations([a, occupe('C. Martin', 'golfe', 50, '2026-07-01')], LIGNES)).toEqual(OK)
    const message = fr(
      'C. Martin atteindrait 1,10 ETP le 30 juin 2026, au-delà de 1,00 : réduisez une quotité ou terminez une occupation la veille (29 juin 2026).',
    )
    expect(checkOccupations([occupe('C. Martin', 'golfe', 50, '2026-06-30'), a], LIGNES)).toEqual({
      ok: false,
      message,
      depassements: [{ nature: 'PERSONNE', cle: 'C. Martin', date: '2026-06-30', somme: 110, plafond: 100, message }],
    })
    expect(checkOccupations([a, occupe('L. Petit', 'golfe', 50, '2026-06-30')], LIGNES)).toEqual(OK)
  })
  it('never fill a line beyond its quotité', () => {
    const liste = [
      occupe('A', 'golfe', 30, '2026-01-01'),
      occupe('B', 'golfe', 20, '2026-03-01', '2026-03-31'),
      occupe('C', 'golfe', 20, '2026-04-01', '2026-04-30'),
    ]
    expect(checkOccupations(liste, LIGNES)).toEqual(OK)
    const message = fr(
      '« Istres » serait occupé à 0,60 ETP le 31 mars 2026, au-delà de 0,50 : réduisez une occupation ou augmentez la ligne.',
    )
    expect(checkOccupations([...liste, occupe('D', 'golfe', 10, '2026-03-31', '2026-03-31')], LIGNES)).toEqual({
      ok: false,
      message,
      depassements: [{ nature: 'LIGNE', cle: 'golfe', date: '2026-03-31', somme: 60, plafond: 50, message }],
    })
    expect(checkOccupations([occupe('A', 'inconnue', 100, '2026-01-01')], LIGNES)).toEqual(OK)
  })
  it('answer every excess, each from its first day', () => {
    const verdict = checkOccupations(
      [
        occupe('A', 'golfe', 60, '2027-01-01'),
        occupe('A', 'golfe', 60, '2026-01-01'),
        occupe('A', 'baux', 10, '2028-01-01'),
      ],
      LIGNES,
    )
    expect(verdict).toMatchObject({
      ok: false,
      depassements: [
        { nature: 'PERSONNE', date: '2027-01-01', somme: 120 },
        { nature: 'LIGNE', date: '2026-01-01', somme: 60 },
      ],
    })
    expect(verdict.ok ? '' : verdict.message).toContain(
      '1,00\u00A0: réduisez une quotité ou terminez une occupation la veille (31 décembre 2026). «\u00A0Istres',
    )
  })
  it('none is no excess', () => {
    expect(checkOccupations([], [])).toEqual(OK)
  })
})

describe('cost', () => {
  it('is quotité × cost per ETP, exactly', () => {
    expect(computeCout(330, 48_000)).toBe('158400')
    expect(formatEuros(computeCout(330, 48_000))).toBe('158\u202F400\u00A0€')
    expect(formatEuros(computeCout(33, 48_001))).toBe('15\u202F840,33\u00A0€')
    expect(computeCout(20, 48_000)).toBe('9600')
    expect(computeCout(-20, 48_000)).toBe('-9600')
    expect(computeCout(0, 48_000)).toBe('0')
  })
  it('rounds to the nearest cent only when the cost has cents', () => {
    expect(computeCout(1, '0.50')).toBe('0.01')
    expect(computeCout(1, '0.49')).toBe('0')
    expect(computeCout(-1, '0.50')).toBe('-0.01')
    expect(computeCout(-1, '0.49')).toBe('0')
    expect(computeCout(99, '48000.55')).toBe('47520.54')
  })
  it('refuses what is not exact', () => {
    expect(() => computeCout(1.5, 48_000)).toThrow(RangeError)
    expect(() => computeCout(100, 0.1 + 0.2)).toThrow(RangeError)
  })
})
