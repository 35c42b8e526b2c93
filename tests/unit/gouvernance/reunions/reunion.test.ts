import { describe, expect, it } from 'vitest'
import { checkReunion } from '@/lib/gouvernance/frequence/rules/evaluation'
import type {
  DatesConvention,
  OperationReunion,
  RegleFrequence,
  ReunionRegle,
  ReunionVisee,
} from '@/lib/gouvernance/frequence/rules/evaluation'
import {
  BAUX,
  COMMISSIONS,
  COPIL,
  COTECH,
  GROUPE_PROJET,
  INCONNUES,
  NON_PRECISEE,
  RENCONTRE_CDC,
  annulee,
  fr,
  prevue,
  regle,
  reunion,
} from '@/tests/unit/gouvernance/frequence/cas'

interface Reste {
  autres?: ReunionRegle[]
  convention?: DatesConvention
  today?: string
}
/** The meeting at hand is among the instance's, as it was; `autres` are the rest. */
const demander = (
  operation: OperationReunion,
  visee: ReunionVisee,
  r: RegleFrequence | null,
  { autres = [], convention = BAUX, today = '2026-11-15' }: Reste = {},
) => checkReunion({ operation, reunion: visee, regle: r, reunions: [...autres, visee], convention, today })
const OK = { ok: true, avertissements: [] }

describe('above the maximum', () => {
  const une = reunion('2026-03-01')
  it('refuses to plan the third COTECH of a year, and says what to do', () => {
    expect(demander('PLANIFIER', prevue('2026-12-10'), COTECH, { autres: [une] })).toEqual(OK)
    expect(demander('PLANIFIER', prevue('2026-12-10'), COTECH, { autres: [une, prevue('2026-12-01')] })).toEqual({
      ok: false,
      code: 'MAXIMUM_DEPASSE',
      derogationPossible: true,
      message: fr(
        'Le maximum de 2 réunions en 2026 serait dépassé (déjà 1 tenue et 1 prévue) : choisissez une autre période, annulez une réunion prévue, ou donnez le motif d’une dérogation.',
      ),
    })
    expect(demander('PLANIFIER', prevue('2026-12-10'), COTECH, { autres: [une, reunion('2026-05-05')] })).toMatchObject(
      {
        message: fr(
          'Le maximum de 2 réunions en 2026 serait dépassé (déjà 2 tenues) : choisissez une autre période, ou donnez le motif d’une dérogation.',
        ),
      },
    )
    expect(demander('PLANIFIER', prevue('2026-12-10'), { ...COTECH, maximum: 0, minimum: 0 })).toMatchObject({
      message: fr(
        'Le maximum de 0 réunion en 2026 serait dépassé : choisissez une autre période, ou donnez le motif d’une dérogation.',
      ),
    })
  })
  it('counts a meeting planned in the past that nobody declared', () => {
    expect(demander('PLANIFIER', prevue('2026-12-10'), COTECH, { autres: [une, prevue('2026-04-04')] })).toMatchObject({
      code: 'MAXIMUM_DEPASSE',
    })
  })
  it('counts neither cancelled meetings, nor other years, nor itself', () => {
    const autres = [une, annulee('2026-12-01'), reunion('2027-01-01'), prevue('2025-12-31')]
    expect(demander('PLANIFIER', prevue('2026-12-10'), COTECH, { autres })).toEqual(OK)
    const planifiee = prevue('2026-12-10')
    const deplacee = { ...planifiee, date: '2026-12-12' }
    expect(
      checkReunion({
        operation: 'PLANIFIER',
        reunion: deplacee,
        regle: COTECH,
        reunions: [une, planifiee],
        convention: BAUX,
        today: '2026-11-15',
      }),
    ).toEqual(OK)
  })
  it('refuses to hold a third one, counting what is held', () => {
    expect(demander('TENIR', prevue('2026-11-10'), COTECH, { autres: [une, reunion('2026-05-05')] })).toMatchObject({
      code: 'MAXIMUM_DEPASSE',
      derogationPossible: true,
    })
    expect(demander('TENIR', prevue('2026-11-10'), COTECH, { autres: [une, prevue('2026-12-05')] })).toEqual({
      ok: true,
      avertissements: [fr('Avec les réunions encore prévues, le maximum de 2 serait dépassé : annulez-en 1.')],
    })
    expect(demander('TENIR', prevue('2026-11-10'), COTECH, { autres: [prevue('2026-12-05')] })).toEqual(OK)
  })
  it('lets a meeting planned by dérogation be held, and recalls it', () => {
    expect(
      demander('TENIR', prevue('2026-11-10', { derogation: true }), COTECH, { autres: [une, reunion('2026-05-05')] }),
    ).toEqual({
      ok: true,
      avertissements: [
        fr('Le maximum de 2 réunions en 2026 serait dépassé (déjà 2 tenues) : la dérogation déjà donnée s’applique.'),
      ],
    })
    // Planning again asks for a reason again.
    expect(
      demander('PLANIFIER', prevue('2026-11-20', { derogation: true }), COTECH, {
        autres: [une, reunion('2026-05-05')],
      }),
    ).toMatchObject({ ok: false })
  })
  it('applies the figures of an exception', () => {
    const renouvellement = { ...COTECH, exceptions: [{ annee: 2026, minimum: null, maximum: 3 }] }
    expect(
      demander('PLANIFIER', prevue('2026-12-10'), renouvellement, { autres: [une, reunion('2026-05-05')] }),
    ).toEqual(OK)
  })
  it('is counted per thématique when the rule is', () => {
    const parTheme = { ...COTECH, maximum: 1, par: 'THEMATIQUE' as const }
    const autres = [reunion('2026-02-02', { groupe: 'Logement' })]
    expect(demander('PLANIFIER', prevue('2026-12-10', { groupe: 'Jeunesse' }), parTheme, { autres })).toEqual(OK)
    expect(demander('PLANIFIER', prevue('2026-12-10', { groupe: 'Logement' }), parTheme, { autres })).toMatchObject({
      message: fr(
        'Le maximum de 1 réunion pour « Logement » en 2026 serait dépassé (déjà 1 tenue) : choisissez une autre période, ou donnez le motif d’une dérogation.',
      ),
    })
    expect(demander('PLANIFIER', prevue('2026-12-10'), parTheme, { autres })).toEqual({
      ok: true,
      avertissements: [fr('Indiquez la thématique : sans elle, cette réunion ne compte pour aucune.')],
    })
    expect(demander('TENIR', prevue('2026-11-10'), { ...parTheme, par: 'COMMISSION' }, { autres })).toEqual({
      ok: true,
      avertissements: [fr('Indiquez la commission : sans elle, cette réunion ne compte pour aucune.')],
    })
    expect(demander('ANNULER', prevue('2026-12-10'), parTheme, { autres })).toEqual(OK)
    expect(demander('PLANIFIER', prevue('2026-12-10'), { ...COMMISSIONS, par: 'THEMATIQUE' })).toEqual(OK)
  })
})

describe('below the minimum', () => {
  it('refuses to cancel the one planned COPIL of the year', () => {
    expect(demander('ANNULER', prevue('2026-12-10'), COPIL)).toEqual({
      ok: false,
      code: 'MINIMUM_IMPOSSIBLE',
      derogationPossible: true,
      message: fr(
        'Sans cette réunion, le minimum de 1 réunion en 2026 n’est plus assuré (aucune autre tenue ni prévue) : planifiez d’abord une autre date d’ici le 31 décembre 2026, ou donnez le motif d’une dérogation.',
      ),
    })
  })
  it('lets it go once another is held or planned in the same period', () => {
    expect(demander('ANNULER', prevue('2026-12-10'), COPIL, { autres: [prevue('2026-12-20')] })).toEqual(OK)
    expect(demander('ANNULER', prevue('2026-12-10'), COPIL, { autres: [reunion('2026-02-20')] })).toEqual(OK)
    expect(
      demander('ANNULER', prevue('2026-12-10'), COPIL, {
        autres: [prevue('2027-01-20'), reunion('2025-12-31'), annulee('2026-12-20')],
      }),
    ).toMatchObject({ ok: false })
    // Planned in the past and never declared: it carries nothing.
    expect(demander('ANNULER', prevue('2026-12-10'), COPIL, { autres: [prevue('2026-02-20')] })).toMatchObject({
      ok: false,
    })
  })
  it('says how many remain', () => {
    const trois = { ...COPIL, minimum: 3 }
    expect(
      demander('ANNULER', prevue('2026-12-10'), trois, { autres: [reunion('2026-02-02'), prevue('2026-12-20')] }),
    ).toMatchObject({
      message: fr(
        'Sans cette réunion, le minimum de 3 réunions en 2026 n’est plus assuré (1 tenue et 1 autre prévue) : planifiez d’abord une autre date d’ici le 31 décembre 2026, ou donnez le motif d’une dérogation.',
      ),
    })
    expect(
      demander('ANNULER', prevue('2026-12-10'), trois, { autres: [prevue('2026-12-15'), prevue('2026-12-20')] }),
    ).toMatchObject({ message: expect.stringContaining('(0 tenue et 2 autres prévues)') })
  })
  it('asks what happened when the period is over', () => {
    expect(demander('ANNULER', prevue('2026-06-10'), COPIL, { today: '2027-01-05' })).toMatchObject({
      code: 'MINIMUM_IMPOSSIBLE',
      message: fr(
        'Sans cette réunion, le minimum de 1 réunion en 2026 n’est plus assuré (aucune autre tenue ni prévue) : déclarez-la tenue si elle a eu lieu, ou donnez le motif d’une dérogation.',
      ),
    })
  })
  it('asks nothing of a period too short to owe a meeting', () => {
    expect(
      demander('ANNULER', prevue('2026-12-10'), COPIL, { convention: { debut: '2026-09-01', fin: '2030-12-31' } }),
    ).toEqual(OK)
    expect(
      demander('ANNULER', prevue('2026-12-10'), COPIL, { convention: { debut: '2026-06-01', fin: '2030-12-31' } }),
    ).toMatchObject({ code: 'MINIMUM_IMPOSSIBLE' })
  })
  it('refuses to move it out of its period, not within', () => {
    const planifiee = prevue('2026-12-10')
    const deplacer = (date: string, autres: ReunionRegle[] = []) =>
      checkReunion({
        operation: 'PLANIFIER',
        reunion: { ...planifiee, date },
        regle: COPIL,
        reunions: [planifiee, ...autres],
        convention: BAUX,
        today: '2026-11-15',
      })
    expect(deplacer('2026-12-28')).toEqual(OK)
    expect(deplacer('2027-01-08')).toMatchObject({
      code: 'MINIMUM_IMPOSSIBLE',
      message: expect.stringContaining('minimum de 1 réunion en 2026'),
    })
    expect(deplacer('2027-01-08', [prevue('2026-12-28')])).toEqual(OK)
  })
  it('refuses to move it out of the span of the rule it served', () => {
    const avant = { ...COPIL, fin: '2026-12-31' }
    const apres = { ...COPIL, minimum: 2, debut: '2027-01-01' }
    const planifiee = prevue('2026-12-10')
    const demande = {
      operation: 'PLANIFIER' as const,
      reunion: { ...planifiee, date: '2027-02-02' },
      regle: apres,
      reunions: [planifiee],
      convention: BAUX,
      today: '2026-11-15',
    }
    expect(checkReunion({ ...demande, regles: [avant, apres] })).toMatchObject({
      code: 'MINIMUM_IMPOSSIBLE',
      message: expect.stringContaining('minimum de 1 réunion en 2026'),
    })
    expect(checkReunion({ ...demande, regles: [apres] })).toEqual(OK)
  })
  it('refuses to take it back to a day that is past', () => {
    const planifiee = prevue('2026-12-10')
    const deplacer = (date: string, today: string) =>
      checkReunion({
        operation: 'PLANIFIER',
        reunion: { ...planifiee, date },
        regle: COPIL,
        reunions: [planifiee],
        convention: BAUX,
        today,
      })
    expect(deplacer('2026-11-14', '2026-11-15')).toMatchObject({ code: 'MINIMUM_IMPOSSIBLE' })
    expect(deplacer('2026-11-15', '2026-11-15')).toEqual(OK)
    expect(deplacer('2026-11-14', '2026-12-11')).toMatchObject({ ok: true })
    expect(deplacer('2026-11-14', '2026-12-10')).toMatchObject({ code: 'MINIMUM_IMPOSSIBLE' })
  })
  it('refuses to give it to another thématique', () => {
    const parTheme = regle({ mode: 'MINIMUM', minimum: 1, par: 'THEMATIQUE' })
    const planifiee = prevue('2026-12-10', { groupe: 'Logement' })
    const donner = (groupe: string | null) =>
      checkReunion({
        operation: 'PLANIFIER',
        reunion: { ...planifiee, groupe },
        regle: parTheme,
        reunions: [planifiee],
        convention: BAUX,
        today: '2026-11-15',
      })
    expect(donner('Logement')).toEqual(OK)
    expect(donner('Jeunesse')).toMatchObject({
      code: 'MINIMUM_IMPOSSIBLE',
      message: expect.stringContaining('pour «\u00A0Logement\u00A0» en 2026'),
    })
    expect(donner(null)).toMatchObject({ code: 'MINIMUM_IMPOSSIBLE' })
  })
  it('says when the reading of the frequency is itself to confirm', () => {
    expect(demander('ANNULER', prevue('2026-11-20'), RENCONTRE_CDC, { autres: [prevue('2026-11-22')] })).toMatchObject({
      message: fr(
        'Sans cette réunion, le minimum de 2 réunions en novembre 2026 n’est plus assuré (0 tenue et 1 autre prévue) (fréquence à confirmer) : planifiez d’abord une autre date d’ici le 30 novembre 2026, ou donnez le motif d’une dérogation.',
      ),
    })
    expect(demander('PLANIFIER', prevue('2031-11-20'), RENCONTRE_CDC)).toMatchObject({
      message: expect.not.stringContaining('à confirmer'),
    })
  })
  it('never refuses for a mean, but says what it costs', () => {
    const neuf = Array.from({ length: 9 }, (_, mois) => reunion(`2026-0${mois + 1}-10`))
    expect(demander('ANNULER', prevue('2026-11-30'), GROUPE_PROJET, { autres: neuf })).toEqual({
      ok: true,
      avertissements: [
        fr('Sans cette réunion, la moyenne ne serait plus tenue au 30 novembre 2026 : 9 réunions sur 11 attendues.'),
      ],
    })
    expect(
      demander('ANNULER', prevue('2026-11-30'), GROUPE_PROJET, {
        autres: [...neuf, prevue('2026-11-15'), prevue('2026-11-28')],
      }),
    ).toEqual(OK)
    // Neither a meeting of a past day nor one planned later makes up for it.
    expect(
      demander('ANNULER', prevue('2026-11-30'), GROUPE_PROJET, {
        autres: [...neuf, prevue('2026-11-14'), prevue('2026-11-28'), prevue('2026-12-01')],
      }),
    ).toMatchObject({ avertissements: [expect.stringContaining('10 réunions sur 11')] })
    expect(
      demander('ANNULER', prevue('2026-11-30'), regle({ mode: 'MOYENNE', moyenne: 1, periode: 'CONVENTION' }), {
        convention: INCONNUES,
      }),
    ).toEqual(OK)
    expect(
      demander('PLANIFIER', prevue('2026-12-30'), { ...GROUPE_PROJET, maximum: 0, minimum: 9 }, { autres: neuf }),
    ).toEqual(OK)
    expect(
      demander('TENIR', prevue('2026-11-10'), { ...GROUPE_PROJET, maximum: 0 }, { autres: [prevue('2026-12-12')] }),
    ).toEqual(OK)
  })
})

describe('the calendar binds every meeting', () => {
  it.each([COPIL, COMMISSIONS, NON_PRECISEE, null])('never held in the future, whatever the rule (%#)', (r) => {
    expect(demander('TENIR', prevue('2026-11-16', { derogation: true }), r)).toEqual({
      ok: false,
      code: 'DANS_LE_FUTUR',
      derogationPossible: false,
      message: fr(
        'La date du 16 novembre 2026 n’est pas encore passée : corrigez-la, ou attendez ce jour pour déclarer la réunion tenue.',
      ),
    })
    expect(demander('TENIR', prevue('2026-11-15'), r)).toEqual(OK)
  })
  it('outside the convention only by dérogation', () => {
    expect(demander('PLANIFIER', prevue('2031-01-01'), COMMISSIONS)).toEqual({
      ok: false,
      code: 'HORS_CONVENTION',
      derogationPossible: true,
      message: fr(
        'Le 1er janvier 2031 est en dehors des dates de la convention (du 1er janvier 2026 au 31 décembre 2030) : choisissez une date dans la convention, ou donnez le motif d’une dérogation.',
      ),
    })
    expect(demander('TENIR', prevue('2025-12-31'), COPIL)).toMatchObject({
      code: 'HORS_CONVENTION',
      derogationPossible: true,
    })
    expect(demander('TENIR', prevue('2025-12-31', { derogation: true }), COPIL)).toMatchObject({
      ok: true,
      avertissements: [expect.stringContaining('la dérogation déjà donnée s’applique')],
    })
    expect(demander('ANNULER', prevue('2031-01-01'), COPIL)).toEqual(OK)
    expect(demander('PLANIFIER', prevue('2026-12-31'), COPIL)).toEqual(OK)
    expect(
      demander('PLANIFIER', prevue('2026-11-15'), COPIL, { convention: { debut: '2026-11-15', fin: '2026-11-15' } }),
    ).toEqual(OK)
  })
  it('by the bounds that are known', () => {
    expect(demander('PLANIFIER', prevue('2040-01-01'), COPIL, { convention: INCONNUES })).toEqual(OK)
    expect(
      demander('PLANIFIER', prevue('2040-01-01'), COPIL, { convention: { debut: '2026-01-01', fin: null } }),
    ).toEqual(OK)
    expect(
      demander('TENIR', prevue('2020-01-02'), COPIL, { convention: { debut: '2026-01-01', fin: null } }),
    ).toMatchObject({ message: expect.stringContaining('(à partir du 1er janvier 2026)') })
    expect(
      demander('PLANIFIER', prevue('2040-01-02'), COPIL, { convention: { debut: null, fin: '2030-12-31' } }),
    ).toMatchObject({ message: expect.stringContaining('(jusqu’au 31 décembre 2030)') })
    expect(demander('TENIR', prevue('2020-01-02'), COPIL, { convention: { debut: null, fin: '2030-12-31' } })).toEqual(
      OK,
    )
  })
  it('warns when a meeting is planned on a past day', () => {
    expect(demander('PLANIFIER', prevue('2026-11-14'), COPIL)).toEqual({
      ok: true,
      avertissements: [fr('Cette date est passée : déclarez la réunion tenue si elle a eu lieu.')],
    })
  })
})

describe('what is done is done', () => {
  it.each<OperationReunion>(['PLANIFIER', 'TENIR', 'ANNULER'])(
    '%s refuses a held, cancelled or frozen meeting',
    (operation) => {
      expect(demander(operation, reunion('2026-03-03'), null)).toEqual({
        ok: false,
        code: 'DEJA_TENUE',
        derogationPossible: false,
        message: fr(
          'Cette réunion est déjà tenue : elle ne se planifie et ne s’annule plus. Planifiez une nouvelle réunion.',
        ),
      })
      expect(demander(operation, annulee('2026-03-03'), null)).toEqual({
        ok: false,
        code: 'DEJA_ANNULEE',
        derogationPossible: false,
        message: fr('Cette réunion est annulée : planifiez une nouvelle réunion à la date voulue.'),
      })
      expect(demander(operation, { ...reunion('2026-03-03'), figee: true }, null)).toEqual({
        ok: false,
        code: 'COMPTE_RENDU_FIGE',
        derogationPossible: false,
        message: fr(
          'Le compte rendu de cette réunion est validé : il ne se modifie plus. Planifiez une nouvelle réunion pour y revenir.',
        ),
      })
    },
  )
})

describe('no rule refuses nothing', () => {
  it.each([
    COMMISSIONS,
    NON_PRECISEE,
    null,
    regle({ mode: 'MINIMUM', minimum: 1, maximum: 1, periode: null }),
    { ...COTECH, fin: '2026-06-30' },
  ])('%#', (r) => {
    const autres = [reunion('2026-07-07'), reunion('2026-08-08'), prevue('2026-12-12')]
    expect(demander('PLANIFIER', prevue('2026-12-10'), r, { autres })).toEqual(OK)
    expect(demander('TENIR', prevue('2026-11-10'), r, { autres })).toEqual(OK)
    expect(demander('ANNULER', prevue('2026-12-10'), r)).toEqual(OK)
  })
  it('a figure that is missing forbids nothing', () => {
    expect(demander('ANNULER', prevue('2026-12-10'), regle({ mode: 'FOURCHETTE', maximum: 1 }))).toEqual(OK)
    expect(
      demander('PLANIFIER', prevue('2026-12-10'), COPIL, { autres: [reunion('2026-07-07'), reunion('2026-08-08')] }),
    ).toEqual(OK)
  })
})
