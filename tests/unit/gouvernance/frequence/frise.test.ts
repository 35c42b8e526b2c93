import { describe, expect, it } from 'vitest'
import { computeFrise, type InstanceFrise, type ReunionFrise } from '@/components/gouvernance/frequence/frise-data'
import { computeSuivi, computeDebutSuivi } from '@/lib/convention/phase/rules/suivi'
import { evaluateRegle, formatRegle, type RegleFrequence } from '@/lib/gouvernance/frequence/rules/evaluation'
import { addDays } from '@/lib/platform/dates'

const today = '2026-11-22'
const convention = { debut: '2026-01-01', fin: '2030-12-31' }
const regle = (partie: Partial<RegleFrequence>): RegleFrequence => ({
  mode: 'MINIMUM',
  minimum: 1,
  maximum: null,
  moyenne: null,
  periode: 'AN_CIVIL',
  par: 'INSTANCE',
  groupes: [],
  exceptions: [],
  debut: null,
  fin: null,
  moments: [],
  evenement: null,
  aConfirmer: false,
  source: null,
  ...partie,
})

function instance(
  nom: string,
  laRegle: RegleFrequence | null,
  reunions: ReunionFrise[],
  dates: { debut: string | null; fin: string | null } = convention,
): InstanceFrise {
  if (laRegle === null)
    return {
      id: 1,
      nom,
      regle: 'non précisée',
      etat: 'SANS_REGLE',
      phrase: 'La convention ne précise pas de fréquence.',
      periodes: [],
      reunions,
    }
  const evaluation = evaluateRegle({
    regle: laRegle,
    reunions: reunions.map((reunion, id) => ({ ...reunion, id, groupe: null, derogation: false })),
    convention: dates,
    today,
  })
  const mots = formatRegle(laRegle)
  return {
    id: 1,
    nom,
    regle: mots,
    reunions,
    periodes: evaluation.periodes,
    ...computeSuivi(
      evaluation,
      mots,
      computeDebutSuivi(
        reunions.map(({ date }) => date),
        dates.debut,
      ),
    ),
  }
}

const tenue = (date: string): ReunionFrise => ({ date, etat: 'TENUE' })
const genres = (laInstance: InstanceFrise, dates = convention as { debut: string | null; fin: string | null }) =>
  computeFrise({ instances: [laInstance], convention: dates, today }).lignes[0]?.bandes.map(
    ([, , genre, quand]) => `${quand} ${genre}`,
  )

describe('the frise de gouvernance', () => {
  it('spans the convention, a band per period in its state, and today’s line', () => {
    const frise = computeFrise({
      instances: [instance('COPIL', regle({}), [{ date: '2027-06-01', etat: 'PREVUE' }, tenue('2026-02-01')])],
      convention,
      today,
    })
    expect(frise.annees.map(({ libelle }) => libelle)).toEqual(['2026', '2027', '2028', '2029', '2030'])
    expect(frise.annees[0]?.x).toBe(0)
    expect(frise.aujourdhui).toBe(Math.round((325 * 10_000) / 1826))
    expect(frise.lignes[0]).toMatchObject({ regle: 'à minima 1 par an', tenues: [170], taille: 'grande' })
    expect(frise.lignes[0]?.bandes.map(([, , genre, quand, raison]) => [quand, genre, raison])).toEqual([
      ['2026', 'RESPECTEE', '1 réunion tenue en 2026 sur 1 demandée\u00A0: la fréquence est respectée.'],
      ['2027', 'A_VENIR', '1 réunion demandée en 2027, 1 prévue.'],
      ['2028 à 2030', 'A_VENIR', '3 périodes à venir.'],
    ])
    expect(frise.lignes[0]?.bandes.reduce((somme, [, largeur]) => somme + largeur, 0)).toBe(10_000)
    expect(frise.genres).toEqual(['RESPECTEE', 'A_VENIR'])
    expect(frise.pointsDe).toEqual({ tenues: true, prevues: true, annulees: false })
  })

  it('accuses nobody of a period before the first recorded meeting', () => {
    const passee = { debut: '2022-01-01', fin: '2025-12-31' }
    expect(genres(instance('COPIL', regle({}), [], passee), passee)).toEqual([
      '2022 NON_ENREGISTREE',
      '2023 NON_ENREGISTREE',
      '2024 NON_ENREGISTREE',
      '2025 NON_ENREGISTREE',
    ])
    expect(genres(instance('COPIL', regle({}), [tenue('2023-05-01')], passee), passee)).toEqual([
      '2022 NON_ENREGISTREE',
      '2023 RESPECTEE',
      '2024 EN_DEFAUT',
      '2025 EN_DEFAUT',
    ])
  })

  it('asks nothing of a convention without dates nor meetings', () => {
    const inconnues = { debut: null, fin: null }
    expect(genres(instance('COPIL', regle({}), [], inconnues), inconnues)).toEqual(['2026 NON_ENREGISTREE'])
    expect(genres(instance('COPIL', regle({}), []))?.[0]).toBe('2026 A_PLANIFIER')
  })

  it('stays calm with 240 meetings: few bands, small dots, none upon another', () => {
    const dates = Array.from({ length: 240 }, (_, rang) => tenue(addDays('2026-01-05', Math.round(rang * 1.3))))
    const ligne = computeFrise({
      instances: [instance('Rencontres', regle({ minimum: 2, periode: 'MOIS' }), dates)],
      convention,
      today,
    }).lignes[0]
    expect(ligne?.bandes.map(([, , genre, quand]) => `${quand} ${genre}`)).toEqual([
      'janvier 2026 à novembre 2026 RESPECTEE',
      'décembre 2026 à décembre 2030 A_VENIR',
    ])
    expect(ligne?.taille).toBe('petite')
    const pas = ligne?.tenues.slice(1).map((x, rang) => x - (ligne.tenues[rang] ?? 0)) ?? []
    expect(Math.min(...pas)).toBeGreaterThanOrEqual(55)
    expect(ligne?.bandes[0]?.[5]).toBe('240 tenues')
  })

  it('says the same in words: dates when they are few, the reason of each period', () => {
    const ligne = computeFrise({
      instances: [
        instance('COTECH', regle({ maximum: 2, mode: 'FOURCHETTE' }), [
          tenue('2026-04-14'),
          { date: '2026-09-10', etat: 'ANNULEE' },
          tenue('2026-11-12'),
        ]),
      ],
      convention,
      today,
    }).lignes[0]
    expect(ligne?.bandes[0]?.slice(3)).toEqual([
      '2026',
      '2 réunions tenues en 2026 sur 1 demandée\u00A0: la fréquence est respectée.',
      '2 tenues (14 avril 2026, 12 novembre 2026), 1 annulée (10 septembre 2026)',
    ])
  })

  it('gives an instance without a rule its line, without a band to colour', () => {
    const frise = computeFrise({ instances: [instance('Commissions', null, [tenue('2026-03-20')])], convention, today })
    expect(frise.lignes[0]?.bandes).toEqual([
      [0, 10_000, 'LIBRE', '2026 à 2030', 'La convention ne précise pas de fréquence.', '1 tenue (20 mars 2026)'],
    ])
    expect(frise.genres).toEqual([])
  })

  it('reads in one sentence', () => {
    const lecture = (...instances: InstanceFrise[]) => computeFrise({ instances, convention, today }).lecture
    expect(lecture()).toBe('Aucune instance n’est saisie.')
    expect(lecture(instance('Commissions', null, []))).toBe(
      'Aucune fréquence de réunion n’est à suivre, et aucune réunion n’est enregistrée.',
    )
    expect(lecture(instance('Commissions', null, [tenue('2026-03-20')]))).toContain(
      'la frise montre les réunions enregistrées',
    )
    expect(lecture(instance('COPIL', regle({}), []))).toBe(
      'Aucune réunion n’est encore enregistrée\u00A0: la frise montre ce que la convention prévoit.',
    )
    expect(lecture(instance('COPIL', regle({}), []), instance('COTECH', regle({}), [tenue('2026-02-01')]))).toBe(
      '1 respectée\u202F; à planifier\u00A0: COPIL.',
    )
  })

  it('widens to what lies outside the convention, and hides today when it is not in view', () => {
    const frise = computeFrise({ instances: [instance('COPIL', regle({}), [tenue('2025-06-01')])], convention, today })
    expect(frise.annees[0]?.libelle).toBe('2025')
    const passee = { debut: '2020-01-01', fin: '2024-12-31' }
    expect(
      computeFrise({ instances: [instance('COPIL', regle({}), [], passee)], convention: passee, today }).aujourdhui,
    ).toBeNull()
  })
})
