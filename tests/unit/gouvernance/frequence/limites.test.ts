import { describe, expect, it } from 'vitest'
import { checkReunion, evaluateRegle } from '@/lib/gouvernance/frequence/rules/evaluation'
import type {
  DatesConvention,
  RegleFrequence,
  ReunionRegle,
  ReunionVisee,
} from '@/lib/gouvernance/frequence/rules/evaluation'
import { BAUX, COPIL, COTECH, GROUPE_PROJET, INCONNUES, annulee, fr, prevue, regle, reunion } from './cas'

/** Days on an edge, and cases that only differ by one: where a rule is most easily wrong. */
const lire = (r: RegleFrequence, reunions: ReunionRegle[], today: string, convention: DatesConvention = BAUX) =>
  evaluateRegle({ regle: r, reunions, convention, today })
const OK = { ok: true, avertissements: [] }

describe('edges of a period', () => {
  it('holds its first and its last day', () => {
    expect(lire(COPIL, [], '2026-01-01').courante?.debut).toBe('2026-01-01')
    expect(lire(COPIL, [], '2026-12-31').courante?.debut).toBe('2026-01-01')
    expect(
      lire(COPIL, [reunion('2026-12-31'), reunion('2027-01-01')], '2027-06-01').periodes.map(({ tenues }) => tenues),
    ).toEqual([1, 1, 0, 0, 0])
  })
  it('counts as planned a meeting of today', () => {
    expect(lire(COPIL, [prevue('2026-11-15')], '2026-11-15')).toMatchObject({
      etat: 'PLANIFIEE',
      courante: { prevues: 1, aConstater: 0 },
    })
  })
  it('reads a meeting declared for later as planned', () => {
    expect(lire(COPIL, [reunion('2026-11-16')], '2026-11-15')).toMatchObject({
      etat: 'PLANIFIEE',
      courante: { tenues: 0, prevues: 1 },
    })
  })
  it('begins in the first period to come when the convention has not started', () => {
    expect(lire(COPIL, [], '2025-06-01').phrase).toBe(
      fr('1 réunion demandée en 2026, aucune prévue : 1 réunion à planifier d’ici le 31 décembre 2026.'),
    )
  })
  it('measures a convention year from its anniversary when a rule starts within it', () => {
    const { periodes } = lire(
      regle({ mode: 'MINIMUM', minimum: 4, periode: 'AN_CONVENTION', debut: '2026-03-01' }),
      [],
      '2026-03-15',
      { debut: '2025-09-01', fin: '2027-08-31' },
    )
    expect(periodes.map(({ debut, fin, requis }) => [debut, fin, requis])).toEqual([
      ['2026-03-01', '2026-08-31', 2],
      ['2026-09-01', '2027-08-31', 4],
    ])
  })
  it('speaks of civil years when the convention’s first day is not known', () => {
    expect(
      lire(regle({ mode: 'MINIMUM', minimum: 1, periode: 'AN_CONVENTION' }), [], '2024-03-03', INCONNUES).phrase,
    ).toContain('en 2024')
    expect(lire(COPIL, [], '2024-03-03', { debut: '2024-01-01', fin: null }).phrase).toContain(
      'dates de la convention non connues',
    )
    expect(lire(COPIL, [], '2024-03-03', { debut: null, fin: '2024-12-31' }).phrase).toContain(
      'dates de la convention non connues',
    )
  })
})

describe('sentences', () => {
  it('say what is already planned, and agree in number', () => {
    const trois = { ...COPIL, minimum: 3 }
    expect(lire(trois, [prevue('2026-12-01')], '2026-11-15').phrase).toBe(
      fr(
        'Aucune réunion tenue en 2026 sur 3 demandées et 1 prévue : 2 réunions à planifier d’ici le 31 décembre 2026.',
      ),
    )
    expect(lire({ ...COPIL, minimum: 2 }, [prevue('2026-12-01'), prevue('2026-12-02')], '2026-11-15').phrase).toBe(
      fr('Aucune réunion tenue en 2026 sur 2 demandées : les 2 réunions prévues suffisent.'),
    )
    const unAn = lire(COPIL, [reunion('2026-02-02')], '2028-11-15', { debut: '2026-01-01', fin: '2027-12-31' })
    expect(unAn.phrase).toBe(fr('Aucune réunion tenue en 2027 sur 1 demandée : le minimum n’est pas atteint.'))
    expect(lire(COPIL, [], '2028-11-15', { debut: '2026-01-01', fin: '2027-12-31' }).phrase).toContain(
      '1 autre période en défaut',
    )
  })
  it('count per group only what the group is asked', () => {
    const parTheme = regle({
      mode: 'MINIMUM',
      par: 'THEMATIQUE',
      exceptions: [{ annee: 2027, minimum: 1, maximum: null }],
    })
    const lecture = evaluateRegle({
      regle: { ...parTheme, groupes: ['Logement'] },
      reunions: [],
      convention: BAUX,
      today: '2026-11-15',
    })
    expect(lecture.periodes[0]).toMatchObject({ etat: 'SANS_REGLE', raison: '1 thématique sur 1 à jour en 2026.' })
  })
})

describe('edges of a mean', () => {
  const trimestrielle = regle({ mode: 'MOYENNE', moyenne: 1, periode: 'TRIMESTRE' })
  const janvier = (annee: number) =>
    Array.from({ length: 12 }, (_, mois) => reunion(`${annee}-${String(mois + 1).padStart(2, '0')}-10`))

  it('holds the first day of the sliding year and today', () => {
    const quatre = ['2026-01-16', '2026-05-05', '2026-08-08', '2027-01-15'].map((date) => reunion(date))
    expect(lire(trimestrielle, quatre, '2027-01-15')).toMatchObject({
      etat: 'RESPECTEE',
      echeance: '2027-01-16',
      courante: { tenues: 4 },
    })
    expect(lire(trimestrielle, [reunion('2026-01-15'), ...quatre.slice(1)], '2027-01-15')).toMatchObject({
      etat: 'EN_DEFAUT',
      courante: { tenues: 3 },
    })
    expect(
      lire(trimestrielle, [...quatre, annulee('2026-02-02'), prevue('2026-02-03'), reunion('2026-01-15')], '2027-01-15')
        .echeance,
    ).toBe('2027-01-16')
  })
  it('is caught up only by what is planned before the month ends', () => {
    const cinq = janvier(2026).slice(0, 5)
    expect(
      lire(GROUPE_PROJET, [...cinq.slice(1), prevue('2026-07-20'), prevue('2026-08-20')], '2026-07-05'),
    ).toMatchObject({
      etat: 'A_PLANIFIER',
      courante: { prevues: 1 },
    })
    expect(lire(GROUPE_PROJET, [...cinq, prevue('2026-07-31'), prevue('2026-07-05')], '2026-07-05')).toMatchObject({
      etat: 'PLANIFIEE',
      courante: { prevues: 2 },
    })
    expect(lire(trimestrielle, [prevue('2026-04-20')], '2026-04-05').phrase).toContain(
      fr(' : la réunion prévue rattrape le retard'),
    )
  })
  it('keeps a year that was held in the past', () => {
    const { periodes } = lire(GROUPE_PROJET, janvier(2026), '2028-02-02')
    expect(periodes[0]).toMatchObject({ etat: 'RESPECTEE', echeance: null, incomplete: false, requis: 12 })
    expect(periodes[0]?.raison).toBe(
      fr(
        '12 réunions tenues du 1er janvier au 31 décembre 2026 sur 12 attendues en moyenne : la moyenne est respectée.',
      ),
    )
    expect(lire(GROUPE_PROJET, [], '2028-02-02', { debut: '2026-03-01', fin: '2030-12-31' }).periodes[0]).toMatchObject(
      { incomplete: true, requis: 10, echeance: null },
    )
  })
  it('asks the rest of a year to come', () => {
    const { periodes } = lire(GROUPE_PROJET, [prevue('2028-05-05')], '2026-01-15')
    expect(periodes[2]?.raison).toBe(
      '11 réunions à planifier du 1er janvier au 31 décembre 2028 pour tenir la moyenne.',
    )
    expect(lire(regle({ mode: 'MOYENNE', moyenne: 0 }), [], '2026-01-15').periodes[2]).toMatchObject({
      etat: 'PLANIFIEE',
      echeance: null,
    })
  })
  it('looks no further than the years something is known of', () => {
    const tenues = janvier(2024)
    expect(lire(GROUPE_PROJET, tenues, '2024-12-31', INCONNUES)).toMatchObject({ etat: 'RESPECTEE', echeance: null })
    expect(lire(GROUPE_PROJET, [...tenues, prevue('2025-12-12')], '2024-12-31', INCONNUES).courante?.echeance).toBe(
      '2025-01-10',
    )
    expect(
      lire(GROUPE_PROJET, [...tenues, prevue('2026-12-12')], '2024-12-31', INCONNUES).courante?.echeance,
    ).toBeNull()
    // Two years back with a hole before them.
    const lecture = lire(
      GROUPE_PROJET,
      [reunion('2020-01-01'), reunion('2022-05-05'), reunion('2023-05-05')],
      '2024-02-29',
      INCONNUES,
    )
    expect(lecture.courante?.fenetre.debut).toBe('2023-03-01')
  })
})

describe('edges of writing', () => {
  const demander = (
    operation: 'PLANIFIER' | 'TENIR' | 'ANNULER',
    visee: ReunionVisee,
    r: RegleFrequence,
    reunions: ReunionRegle[],
    convention: DatesConvention = BAUX,
  ) => checkReunion({ operation, reunion: visee, regle: r, reunions, convention, today: '2026-11-15' })

  it('places a meeting of the first or last day in its own year', () => {
    const deux = [reunion('2026-02-02'), reunion('2026-03-03')]
    expect(demander('PLANIFIER', prevue('2027-01-01'), COTECH, deux)).toEqual(OK)
    expect(demander('PLANIFIER', prevue('2026-12-31'), COTECH, deux)).toMatchObject({ code: 'MAXIMUM_DEPASSE' })
    expect(
      demander('PLANIFIER', prevue('2027-01-01'), COTECH, [prevue('2027-05-05'), prevue('2027-06-05')]),
    ).toMatchObject({ code: 'MAXIMUM_DEPASSE' })
  })
  it('judges the year of the meeting even when nothing else is known of it', () => {
    expect(demander('ANNULER', prevue('2029-05-05'), COPIL, [], INCONNUES)).toMatchObject({
      code: 'MINIMUM_IMPOSSIBLE',
    })
  })
  it('counts meetings that name a thématique for a rule that does not', () => {
    const deux = [reunion('2026-02-02', { groupe: 'Logement' }), prevue('2026-12-03', { groupe: 'Jeunesse' })]
    expect(demander('PLANIFIER', prevue('2026-12-31', { groupe: 'Parentalité' }), COTECH, deux)).toMatchObject({
      code: 'MAXIMUM_DEPASSE',
      message: expect.stringContaining('2 réunions en 2026 serait dépassé'),
    })
  })
  it('never refuses a mean its minimum either', () => {
    expect(demander('ANNULER', prevue('2026-11-30'), { ...GROUPE_PROJET, minimum: 9, moyenne: 0 }, [])).toEqual(OK)
  })
  it('does not suppose held what was cancelled', () => {
    const neuf = Array.from({ length: 9 }, (_, mois) => reunion(`2026-0${mois + 1}-10`))
    expect(
      demander('ANNULER', prevue('2026-11-30'), GROUPE_PROJET, [...neuf, annulee('2026-11-20'), annulee('2026-11-22')]),
    ).toMatchObject({ avertissements: [expect.stringContaining('9 réunions sur 11')] })
    // A minimum says nothing of means.
    expect(demander('ANNULER', prevue('2026-11-30'), COPIL, neuf)).toEqual(OK)
  })
  it('lets a meeting be held on another day than planned, whatever period it leaves', () => {
    const planifiee = prevue('2026-12-10')
    const semestrielle = regle({ mode: 'MINIMUM', minimum: 1, periode: 'TRIMESTRE' })
    expect(demander('TENIR', { ...planifiee, date: '2026-09-10' }, semestrielle, [planifiee])).toEqual(OK)
  })
  it('looks for the meeting being moved, not for another planned one', () => {
    const autre = prevue('2026-12-20')
    const planifiee = prevue('2027-12-10')
    expect(demander('PLANIFIER', { ...planifiee, date: '2027-11-10' }, COPIL, [autre, planifiee])).toEqual(OK)
    // One taken back from a cancellation carried nothing where it was.
    const rouverte = prevue('2027-12-10')
    expect(demander('PLANIFIER', rouverte, COPIL, [{ ...rouverte, date: '2026-12-10', etat: 'ANNULEE' }])).toEqual(OK)
    // A new meeting leaves no place.
    expect(demander('PLANIFIER', prevue('2027-11-10'), COPIL, [autre])).toEqual(OK)
  })
  it('tells how many planned meetings are too many, at most those that remain', () => {
    const liste = [reunion('2026-02-02'), reunion('2026-03-03'), prevue('2026-12-12')]
    expect(demander('TENIR', prevue('2026-11-10', { derogation: true }), COTECH, liste)).toEqual({
      ok: true,
      avertissements: [
        fr('Le maximum de 2 réunions en 2026 serait dépassé (déjà 2 tenues) : la dérogation déjà donnée s’applique.'),
        fr('Avec les réunions encore prévues, le maximum de 2 serait dépassé : annulez-en 1.'),
      ],
    })
  })
})
