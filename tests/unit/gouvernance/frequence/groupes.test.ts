import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReunion, evaluateRegle } from '@/lib/gouvernance/frequence/rules/evaluation'
import { findGroupe } from '@/lib/gouvernance/frequence/rules/groupes'
import type { RegleFrequence, ReunionRegle } from '@/lib/gouvernance/frequence/rules/evaluation'
import { BAUX, fr, prevue, regle, reunion } from './cas'

const DEUX_PAR_THEME = regle({ mode: 'FOURCHETTE', minimum: 2, maximum: 3, par: 'THEMATIQUE' })
const lire = (reunions: ReunionRegle[], groupes?: string[], r: RegleFrequence = DEUX_PAR_THEME, today = '2026-11-15') =>
  evaluateRegle({ regle: { ...r, groupes: groupes ?? [] }, reunions, convention: BAUX, today })
const pour = (groupe: string, ...dates: string[]) => dates.map((date) => reunion(date, { groupe }))

describe('a rule per thématique', () => {
  it('is judged for each, and the worst is the state of the whole', () => {
    const reunions = [
      ...pour('Parentalité', '2026-02-02', '2026-03-03'),
      ...pour('Logement', '2026-02-02'),
      prevue('2026-12-01', { groupe: 'Logement' }),
    ]
    const lecture = lire(reunions, ['Parentalité', 'Logement', 'Jeunesse'])
    expect(lecture.etat).toBe('A_PLANIFIER')
    expect(lecture.courante?.groupes.map(({ groupe, etat, tenues, requis }) => [groupe, etat, tenues, requis])).toEqual(
      [
        ['Parentalité', 'RESPECTEE', 2, 2],
        ['Logement', 'PLANIFIEE', 1, 2],
        ['Jeunesse', 'A_PLANIFIER', 0, 2],
      ],
    )
    expect(lecture.courante).toMatchObject({
      tenues: 3,
      prevues: 1,
      requis: 6,
      maximum: 9,
      echeance: '2026-12-31',
      incomplete: false,
      fenetre: { debut: '2026-01-01', fin: '2026-12-31' },
    })
    expect(lecture.phrase).toBe(fr('1 thématique sur 3 à jour en 2026, à planifier : Jeunesse, planifiée : Logement.'))
  })
  it('is not made up for by another thématique’s meetings', () => {
    const lecture = lire(
      pour('Parentalité', '2026-01-01', '2026-02-02', '2026-03-03', '2026-04-04'),
      ['Parentalité', 'Logement'],
      DEUX_PAR_THEME,
      '2027-03-03',
    )
    expect(lecture.periodes[0]?.groupes.map(({ etat }) => etat)).toEqual(['DEPASSEE', 'EN_DEFAUT'])
    expect(lecture.periodes[0]?.etat).toBe('EN_DEFAUT')
    expect(lecture.periodes[0]?.raison).toBe(
      fr('Aucune thématique sur 2 à jour en 2026, en défaut : Logement, au-delà du maximum : Parentalité.'),
    )
    expect(lecture.defautsPasses).toBe(1)
  })
  it('says when all are up to date', () => {
    const reunions = [...pour('Logement', '2026-01-01', '2026-02-02'), ...pour('Jeunesse', '2026-01-01', '2026-02-02')]
    const declares = ['Logement', 'Jeunesse']
    expect(lire(reunions, declares)).toMatchObject({
      etat: 'RESPECTEE',
      phrase: '2 thématiques sur 2 à jour en 2026.',
      echeance: '2027-12-31',
    })
  })
  it('takes its groups from the meetings when they are not given, cancelled ones aside', () => {
    const reunions = [
      ...pour('Logement', '2026-01-01'),
      ...pour('Jeunesse', '2026-01-01'),
      reunion('2026-02-02', { groupe: 'Annulé', etat: 'ANNULEE' }),
    ]
    expect(lire(reunions).courante?.groupes.map(({ groupe }) => groupe)).toEqual(['Jeunesse', 'Logement'])
    expect(lire(reunions, ['Logement', 'Logement']).courante?.groupes.map(({ groupe }) => groupe)).toEqual(['Logement'])
  })
  it('says which meetings it could not count', () => {
    const reunions = [
      ...pour('Logement', '2026-01-01', '2026-02-02'),
      reunion('2026-03-03'),
      prevue('2026-12-31'),
      reunion('2026-01-01'),
      reunion('2026-05-05', { etat: 'ANNULEE' }),
      reunion('2027-05-05'),
    ]
    expect(lire(reunions).phrase).toBe(
      fr(
        '1 thématique connue à jour en 2026 ; 3 réunions sans thématique non comptées ; thématiques non précisées par la règle.',
      ),
    )
    expect(lire(reunions.slice(0, 3)).phrase).toBe(
      fr(
        '1 thématique connue à jour en 2026 ; 1 réunion sans thématique non comptée ; thématiques non précisées par la règle.',
      ),
    )
  })
  it('concludes nothing of all the groups while the rule does not name them, and says so', () => {
    const une = regle({ mode: 'MINIMUM', minimum: 1, par: 'THEMATIQUE' })
    expect(lire(pour('Parentalité', '2026-02-02'), [], une)).toMatchObject({
      etat: 'SANS_REGLE',
      phrase: fr('1 thématique connue à jour en 2026 ; thématiques non précisées par la règle.'),
    })
    // What is known of one may still be missing.
    expect(lire(pour('Parentalité', '2026-02-02'), [], une, '2028-01-05').periodes[1]?.etat).toBe('EN_DEFAUT')
  })
  it('misses a group that never met, or whose only meeting was cancelled', () => {
    const six = ['Parentalité', 'Jeunesse', 'Logement', 'Petite enfance', 'Accès aux droits', 'Vie sociale']
    const une = regle({ mode: 'MINIMUM', minimum: 1, par: 'THEMATIQUE' })
    const reunions = [
      ...pour('parentalite', '2026-02-02'),
      reunion('2026-03-03', { groupe: 'Jeunesse', etat: 'ANNULEE' }),
    ]
    expect(lire(reunions, six, une)).toMatchObject({
      etat: 'A_PLANIFIER',
      phrase: fr(
        '1 thématique sur 6 à jour en 2026, à planifier : Jeunesse, Logement, Petite enfance, Accès aux droits et Vie sociale.',
      ),
    })
    expect(lire([], six, une, '2027-01-05').periodes[0]?.groupes.map(({ etat }) => etat)).toEqual(
      six.map(() => 'EN_DEFAUT'),
    )
  })
  it('reads the same group under whatever case, accents and spaces, and says which meetings are for none of them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Petite enfance', 'PETITE  ENFANCE', 'petite-enfance', 'Pétite Enfance', 'petiteenfance'),
        (ecrit) => {
          const une = regle({ mode: 'MINIMUM', minimum: 1, par: 'TERRITOIRE' })
          const reunions = [...pour(ecrit, '2026-02-02'), ...pour('Autre chose', '2026-03-03')]
          expect(lire(reunions, ['Petite enfance'], une)).toMatchObject({
            etat: 'RESPECTEE',
            phrase: fr('1 territoire sur 1 à jour en 2026 ; 1 réunion pour un territoire que la règle ne nomme pas.'),
          })
        },
      ),
    )
  })
  it('accepts a meeting of a group it does not name, and says that it does not count', () => {
    const demander = (groupe: string | null) =>
      checkReunion({
        operation: 'PLANIFIER',
        reunion: prevue('2026-12-01', { groupe }),
        regle: { ...DEUX_PAR_THEME, groupes: ['Logement', 'Jeunesse'] },
        reunions: pour('LOGEMENT', '2026-01-01', '2026-02-02', '2026-03-03'),
        convention: BAUX,
        today: '2026-11-15',
      })
    expect(demander('logement')).toMatchObject({ ok: false, code: 'MAXIMUM_DEPASSE' })
    expect(demander('Culture')).toEqual({
      ok: true,
      avertissements: [
        fr('La règle ne nomme pas « Culture » (Logement et Jeunesse) : cette réunion ne compte pas dans la fréquence.'),
      ],
    })
    expect(findGroupe('jeunesse', [{ groupes: ['Logement', 'Jeunesse'] }], [])).toBe('Jeunesse')
    expect(findGroupe('culture ', [], pour('Culture', '2026-01-01'))).toBe('Culture')
  })
  it('raises nothing while no group is known', () => {
    expect(lire([], undefined)).toMatchObject({
      etat: 'SANS_REGLE',
      periodes: [],
      phrase: 'La fréquence porte sur chaque thématique, aucune n’est encore connue.',
    })
    expect(lire([reunion('2026-02-02')], [], { ...DEUX_PAR_THEME, par: 'COMMISSION' })).toMatchObject({
      etat: 'SANS_REGLE',
      phrase: 'La fréquence porte sur chaque commission, aucune n’est encore connue.',
    })
  })
  it('keeps what is unknown unknown in the sums', () => {
    const sansPlafond = regle({ mode: 'MINIMUM', minimum: 1, par: 'COMMISSION' })
    const { courante } = lire(pour('Logement', '2026-01-01'), ['Logement', 'Jeunesse'], sansPlafond)
    expect(courante).toMatchObject({ requis: 2, maximum: null, derogations: 0 })
    const sansMinimum = regle({ mode: 'FOURCHETTE', maximum: 1, par: 'COMMISSION' })
    const depassee = lire(
      [
        ...pour('Logement', '2026-01-01'),
        reunion('2026-02-02', { groupe: 'Logement', derogation: true }),
        prevue('2026-02-03', { groupe: 'Jeunesse' }),
      ],
      ['Logement', 'Jeunesse'],
      sansMinimum,
    ).courante
    expect(depassee).toMatchObject({
      etat: 'DEPASSEE',
      requis: null,
      maximum: 2,
      derogations: 1,
      aConstater: 1,
      echeance: null,
    })
    expect(depassee?.raison).toBe(
      fr(
        '1 commission sur 2 à jour en 2026, au-delà du maximum : Logement ; 1 réunion passée à déclarer tenue ou annulée.',
      ),
    )
  })
  it('judges a mean for each', () => {
    const mensuelle = regle({ mode: 'MOYENNE', moyenne: 1, periode: 'MOIS', par: 'THEMATIQUE' })
    const lecture = lire(
      pour('Logement', '2026-01-10', '2026-02-10'),
      ['Logement', 'Jeunesse'],
      mensuelle,
      '2026-03-05',
    )
    expect(lecture.courante?.groupes.map(({ etat, echeance }) => [etat, echeance])).toEqual([
      ['RESPECTEE', '2026-03-31'],
      ['A_PLANIFIER', '2026-03-31'],
    ])
    expect(lecture.courante).toMatchObject({ incomplete: true, requis: 4, etat: 'A_PLANIFIER' })
    expect(lecture.phrase).toBe(
      fr('1 thématique sur 2 à jour en 2026, à planifier : Jeunesse ; année incomplète, jugée sur ses mois entiers.'),
    )
  })
})
