import { describe, expect, it } from 'vitest'
import { evaluateRegle, evaluateRegles, formatRegle } from '@/lib/gouvernance/frequence/rules/evaluation'
import type { RegleFrequence, ReunionRegle } from '@/lib/gouvernance/frequence/rules/evaluation'
import {
  BAUX,
  COMMISSIONS,
  COPIL,
  COPIL_VALAIGO,
  COTECH,
  COTECH_VALAIGO,
  GROUPE_PROJET,
  INCONNUES,
  NON_PRECISEE,
  RENCONTRE_CDC,
  annulee,
  fr,
  prevue,
  regle,
  reunion,
} from './cas'

const lire = (
  r: RegleFrequence,
  reunions: ReunionRegle[],
  today: string,
  convention: { debut: string | null; fin: string | null } = BAUX,
) => evaluateRegle({ regle: r, reunions, convention, today })

describe('COPIL « à minima une fois par an »', () => {
  it('is to plan while the year runs, without alarm', () => {
    expect(lire(COPIL, [], '2026-11-15')).toMatchObject({
      etat: 'A_PLANIFIER',
      echeance: '2026-12-31',
      defautsPasses: 0,
      phrase: fr('Aucune réunion tenue en 2026 sur 1 demandée : 1 réunion à planifier d’ici le 31 décembre 2026.'),
    })
  })
  it('is planned once a date is set, and respected once held', () => {
    expect(lire(COPIL, [prevue('2026-12-01')], '2026-11-15')).toMatchObject({
      etat: 'PLANIFIEE',
      echeance: '2026-12-31',
      phrase: fr('Aucune réunion tenue en 2026 sur 1 demandée : la réunion prévue suffit.'),
    })
    expect(lire(COPIL, [reunion('2026-11-15')], '2026-11-15')).toMatchObject({
      etat: 'RESPECTEE',
      echeance: '2027-12-31',
      phrase: fr('1 réunion tenue en 2026 sur 1 demandée : la fréquence est respectée.'),
    })
  })
  it('has no maximum', () => {
    const six = ['01', '03', '05', '07', '09', '11'].map((mois) => reunion(`2026-${mois}-02`))
    expect(lire(COPIL, six, '2026-12-31')).toMatchObject({
      etat: 'RESPECTEE',
      courante: { tenues: 6, requis: 1, maximum: null },
    })
  })
  it('keeps a missed year apart from the present', () => {
    const lecture = lire(COPIL, [reunion('2027-02-01')], '2027-02-15')
    expect(lecture).toMatchObject({ etat: 'RESPECTEE', defautsPasses: 1 })
    expect(lecture.phrase).toBe(
      fr('1 réunion tenue en 2027 sur 1 demandée : la fréquence est respectée ; 1 période passée en défaut.'),
    )
    expect(lecture.periodes[0]).toMatchObject({
      debut: '2026-01-01',
      fin: '2026-12-31',
      temps: 'PASSEE',
      etat: 'EN_DEFAUT',
      echeance: null,
      raison: fr('Aucune réunion tenue en 2026 sur 1 demandée : le minimum n’est pas atteint.'),
    })
  })
  it('shows the years to come as to plan or planned', () => {
    const { periodes } = lire(COPIL, [prevue('2027-03-03')], '2026-11-15')
    expect(periodes.map(({ temps, etat }) => `${temps} ${etat}`)).toEqual([
      'EN_COURS A_PLANIFIER',
      'A_VENIR PLANIFIEE',
      'A_VENIR A_PLANIFIER',
      'A_VENIR A_PLANIFIER',
      'A_VENIR A_PLANIFIER',
    ])
    expect(periodes[1]?.raison).toBe('1 réunion demandée en 2027, 1 prévue.')
    expect(periodes[2]?.raison).toBe(
      fr('1 réunion demandée en 2028, aucune prévue : 1 réunion à planifier d’ici le 31 décembre 2028.'),
    )
  })
  it('never counts a cancelled meeting', () => {
    expect(lire(COPIL, [annulee('2026-05-05'), annulee('2026-12-05')], '2026-11-15').etat).toBe('A_PLANIFIER')
  })
  it('asks what became of a meeting planned in the past, which carries nothing', () => {
    const lecture = lire(COPIL, [prevue('2026-03-01')], '2026-11-15')
    expect(lecture).toMatchObject({ etat: 'A_DECLARER', courante: { aConstater: 1, prevues: 0, tenues: 0 } })
    expect(lecture.phrase).toBe(
      fr('Aucune réunion tenue en 2026 sur 1 demandée : 1 réunion passée à déclarer tenue ou annulée.'),
    )
    expect(lire(COPIL, [prevue('2026-03-01'), prevue('2026-04-01'), reunion('2026-05-01')], '2026-11-15').phrase).toBe(
      fr(
        '1 réunion tenue en 2026 sur 1 demandée : la fréquence est respectée ; 2 réunions passées à déclarer tenues ou annulées.',
      ),
    )
  })
  it('reads the first period before the convention starts, and the last one once it is over', () => {
    expect(lire(COPIL, [], '2025-09-01')).toMatchObject({ etat: 'A_PLANIFIER', courante: null, echeance: '2026-12-31' })
    const finie = lire(COPIL, [reunion('2030-12-31')], '2031-01-01')
    expect(finie).toMatchObject({ etat: 'RESPECTEE', courante: null, echeance: null, defautsPasses: 4 })
    expect(finie.phrase).toBe(
      fr('1 réunion tenue en 2030 sur 1 demandée : la fréquence est respectée ; 4 périodes passées en défaut.'),
    )
    expect(lire(COPIL, [], '2031-01-01').phrase).toBe(
      fr('Aucune réunion tenue en 2030 sur 1 demandée : le minimum n’est pas atteint ; 4 autres périodes en défaut.'),
    )
    const seule = lire(
      COPIL,
      [2026, 2027, 2028, 2029].map((annee) => reunion(`${annee}-01-01`)),
      '2031-01-01',
    )
    expect(seule.phrase).toBe(fr('Aucune réunion tenue en 2030 sur 1 demandée : le minimum n’est pas atteint.'))
  })
})

describe('COTECH « 1 à 2 fois par an »', () => {
  it('is respected at one and at two, above the maximum at three', () => {
    const trois = [reunion('2026-03-01'), reunion('2026-06-01'), reunion('2026-09-01')]
    expect(lire(COTECH, trois.slice(0, 1), '2026-11-15').etat).toBe('RESPECTEE')
    expect(lire(COTECH, trois.slice(0, 2), '2026-11-15').etat).toBe('RESPECTEE')
    expect(lire(COTECH, trois, '2026-11-15')).toMatchObject({
      etat: 'DEPASSEE',
      phrase: fr('3 réunions tenues en 2026 : le maximum de 2 est dépassé.'),
    })
    expect(lire(COTECH, trois, '2027-11-15').periodes[0]?.etat).toBe('DEPASSEE')
  })
  it('shows the dérogation it was exceeded with', () => {
    const trois = [reunion('2026-03-01'), reunion('2026-06-01'), reunion('2026-09-01', { derogation: true })]
    expect(lire(COTECH, trois, '2026-11-15').phrase).toBe(
      fr('3 réunions tenues en 2026 : le maximum de 2 est dépassé, dont 1 par dérogation.'),
    )
  })
  it('allows more in a renewal year', () => {
    const renouvellement = {
      ...COTECH,
      exceptions: [{ annee: 2030, minimum: null, maximum: 4, motif: 'renouvellement' }],
    }
    const trois = [reunion('2030-03-01'), reunion('2030-06-01'), reunion('2030-09-01')]
    expect(lire(renouvellement, trois, '2030-11-15')).toMatchObject({
      etat: 'RESPECTEE',
      courante: { requis: 1, maximum: 4 },
    })
    expect(lire(renouvellement, [], '2030-11-15').periodes[0]?.maximum).toBe(2)
  })
})

describe('groupe projet « 1 fois tous les mois en moyenne »', () => {
  const mensuelles = Array.from({ length: 12 }, (_, mois) => reunion(`2026-${String(mois + 1).padStart(2, '0')}-10`))

  it('is judged over the sliding year, not month by month', () => {
    // Two meetings in September make up for none in August.
    const rattrapees = mensuelles.map((r) => (r.date.startsWith('2026-08') ? { ...r, date: '2026-09-20' } : r))
    expect(lire(GROUPE_PROJET, rattrapees, '2027-01-05')).toMatchObject({
      etat: 'RESPECTEE',
      echeance: '2027-01-10',
      courante: { tenues: 12, requis: 12, incomplete: false, fenetre: { debut: '2026-01-06', fin: '2027-01-05' } },
      phrase: fr(
        '12 réunions tenues du 6 janvier 2026 au 5 janvier 2027 sur 12 attendues en moyenne : la moyenne est respectée.',
      ),
    })
  })
  it('is in default one meeting short of a whole sliding year', () => {
    const lecture = lire(GROUPE_PROJET, mensuelles.slice(1), '2027-01-05')
    expect(lecture).toMatchObject({
      etat: 'EN_DEFAUT',
      echeance: '2027-01-05',
      courante: { tenues: 11, requis: 12 },
      defautsPasses: 1,
    })
    expect(lecture.phrase).toBe(
      fr(
        '11 réunions tenues du 6 janvier 2026 au 5 janvier 2027 sur 12 attendues en moyenne : la moyenne n’est pas tenue, 1 réunion de retard ; 1 période passée en défaut.',
      ),
    )
    expect(lecture.periodes[0]?.raison).toBe(
      fr(
        '11 réunions tenues du 1er janvier au 31 décembre 2026 sur 12 attendues en moyenne : la moyenne n’a pas été tenue.',
      ),
    )
  })
  it('is judged on its elapsed whole months in the first year', () => {
    expect(lire(GROUPE_PROJET, mensuelles.slice(0, 6), '2026-07-05')).toMatchObject({
      etat: 'RESPECTEE',
      echeance: '2026-07-31',
      courante: { requis: 6, tenues: 6, incomplete: true },
      phrase: fr(
        '6 réunions tenues du 1er janvier au 5 juillet 2026 sur 6 attendues en moyenne : la moyenne est respectée ; année incomplète, jugée sur ses mois entiers.',
      ),
    })
    expect(lire(GROUPE_PROJET, mensuelles.slice(0, 5), '2026-07-31').courante).toMatchObject({
      requis: 7,
      tenues: 5,
      etat: 'A_PLANIFIER',
      echeance: '2026-08-31',
    })
    expect(lire(GROUPE_PROJET, [], '2026-01-15')).toMatchObject({
      etat: 'RESPECTEE',
      echeance: '2026-01-31',
      phrase: fr(
        'Aucune réunion tenue du 1er au 15 janvier 2026, aucune n’est encore exigible ; année incomplète, jugée sur ses mois entiers.',
      ),
    })
  })
  it('can be caught up in the first year by what is planned this month', () => {
    const cinq = mensuelles.slice(0, 5)
    expect(lire(GROUPE_PROJET, cinq, '2026-07-05').phrase).toBe(
      fr(
        '5 réunions tenues du 1er janvier au 5 juillet 2026 sur 6 attendues en moyenne : 1 réunion de retard, à rattraper d’ici le 31 juillet 2026 ; année incomplète, jugée sur ses mois entiers.',
      ),
    )
    expect(lire(GROUPE_PROJET, [...cinq.slice(1), prevue('2026-07-20')], '2026-07-05').etat).toBe('A_PLANIFIER')
    expect(lire(GROUPE_PROJET, [...cinq, prevue('2026-07-20')], '2026-07-05').etat).toBe('PLANIFIEE')
    expect(lire(GROUPE_PROJET, [...cinq, prevue('2026-07-20'), prevue('2026-07-21')], '2026-07-05')).toMatchObject({
      etat: 'PLANIFIEE',
      echeance: '2026-07-31',
      phrase: fr(
        '5 réunions tenues du 1er janvier au 5 juillet 2026 sur 6 attendues en moyenne : les 2 réunions prévues rattrapent le retard ; année incomplète, jugée sur ses mois entiers.',
      ),
    })
  })
  it('shows years to come by what is planned in them', () => {
    const annee = mensuelles.map((r) => prevue(r.date.replace('2026', '2027')))
    const { periodes } = lire(GROUPE_PROJET, annee, '2026-01-15')
    expect(periodes[1]).toMatchObject({
      etat: 'PLANIFIEE',
      requis: 12,
      prevues: 12,
      echeance: '2027-12-31',
      raison: 'Les réunions prévues du 1er janvier au 31 décembre 2027 suffisent à la moyenne.',
    })
    expect(periodes[2]).toMatchObject({
      etat: 'A_PLANIFIER',
      raison: '12 réunions à planifier du 1er janvier au 31 décembre 2028 pour tenir la moyenne.',
    })
  })
})

describe('rencontre CDC « bimensuelle »', () => {
  it('is read literally, twice a month, and says it is to confirm', () => {
    const lecture = lire(RENCONTRE_CDC, [reunion('2026-01-03')], '2026-01-15')
    expect(formatRegle(RENCONTRE_CDC)).toBe('2 par mois')
    expect(lecture.courante).toMatchObject({
      debut: '2026-01-01',
      fin: '2026-01-31',
      requis: 2,
      tenues: 1,
      etat: 'A_PLANIFIER',
    })
    expect(lecture.phrase).toBe(
      fr(
        '1 réunion tenue en janvier 2026 sur 2 demandées : 1 réunion à planifier d’ici le 31 janvier 2026 ; fréquence à confirmer.',
      ),
    )
    expect(lecture.periodes).toHaveLength(60)
  })
})

describe('bodies without a rule', () => {
  it.each([
    [COMMISSIONS, 'sans fréquence fixée', fr('Réunions selon les besoins : aucune fréquence à respecter.')],
    [NON_PRECISEE, 'non précisée', 'La convention ne précise pas de fréquence.'],
    [
      regle({ mode: 'MINIMUM', minimum: 1, periode: null }),
      'à minima 1, période non précisée',
      'La fréquence est incomplète, elle ne peut pas être suivie.',
    ],
    [regle({ mode: 'MOYENNE' }), 'non précisée', 'La fréquence est incomplète, elle ne peut pas être suivie.'],
  ])('never raise an alert (%#)', (r, mots, phrase) => {
    expect(formatRegle(r)).toBe(mots)
    expect(lire(r, [reunion('2026-02-02'), prevue('2026-03-03')], '2029-11-15')).toEqual({
      etat: 'SANS_REGLE',
      periodes: [],
      courante: null,
      defautsPasses: 0,
      echeance: null,
      phrase,
    })
  })
  it('are silent when the convention gives no rule at all', () => {
    expect(evaluateRegles({ regles: [], reunions: [], convention: BAUX, today: '2026-11-15' })).toMatchObject({
      etat: 'SANS_REGLE',
      phrase: 'Aucune fréquence n’est saisie.',
    })
    expect(formatRegle(null)).toBe('non précisée')
  })
})

describe('Val’Aïgo', () => {
  it('says its figures without dressing them up as minima', () => {
    expect(formatRegle(COPIL_VALAIGO)).toBe('1 par an')
    expect(formatRegle(COTECH_VALAIGO)).toBe('2 par an')
  })
  it('asks two COTECH a year, though its convention’s dates are not in the document', () => {
    expect(lire(COTECH_VALAIGO, [reunion('2023-09-20')], '2023-11-30', INCONNUES)).toMatchObject({
      etat: 'A_PLANIFIER',
      courante: { tenues: 1, requis: 2 },
      periodes: [{ debut: '2023-01-01', fin: '2023-12-31' }],
      phrase: fr(
        '1 réunion tenue en 2023 sur 2 demandées : 1 réunion à planifier d’ici le 31 décembre 2023 ; dates de la convention non connues.',
      ),
    })
  })
})

describe('the rule in words', () => {
  it.each([
    [COPIL, 'à minima 1 par an'],
    [COTECH, '1 à 2 par an'],
    [GROUPE_PROJET, '1 par mois en moyenne'],
    [regle({ mode: 'FOURCHETTE', minimum: 2, maximum: 2, periode: 'MOIS' }), '2 par mois'],
    [regle({ mode: 'MINIMUM', maximum: 3, periode: 'SEMESTRE' }), 'au plus 3 par semestre'],
    [regle({ mode: 'MINIMUM', minimum: 1, periode: 'BIMESTRE' }), 'à minima 1 par bimestre'],
    [
      regle({ mode: 'MINIMUM', minimum: 1, periode: 'TRIMESTRE', source: 'au moins une fois' }),
      'à minima 1 par trimestre',
    ],
    [
      regle({ mode: 'MINIMUM', minimum: 4, periode: 'AN_CONVENTION', par: 'THEMATIQUE' }),
      'à minima 4 par an et par thématique',
    ],
    [
      regle({ mode: 'MINIMUM', minimum: 1, par: 'COMMISSION', source: '1 par commission' }),
      '1 par an et par commission',
    ],
    [regle({ mode: 'MINIMUM', minimum: 3, periode: 'CONVENTION' }), 'à minima 3 sur la durée de la convention'],
    [
      regle({ mode: 'MOYENNE', moyenne: 1.5, periode: 'MOIS', par: 'THEMATIQUE' }),
      '1,5 par mois et par thématique en moyenne',
    ],
    [regle({ mode: 'MINIMUM' }), 'non précisée'],
  ])('%#', (r, mots) => {
    expect(formatRegle(r)).toBe(mots)
  })
})
