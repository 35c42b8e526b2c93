import { describe, expect, it } from 'vitest'
import { parseRegle, toSaisieRegle, type SaisieRegle } from '@/lib/gouvernance/frequence/rules/regle'
import type { DatesConvention, RegleFrequence } from '@/lib/gouvernance/frequence/types'
import { evaluateRegle } from '@/lib/gouvernance/frequence/rules/evaluation'
import { formatLecture, listPrecisions } from '@/lib/gouvernance/frequence/rules/regle-phrases'
import {
  BAUX,
  COMMISSIONS,
  COPIL,
  COTECH,
  COTECH_VALAIGO,
  fr,
  GROUPE_PROJET,
  INCONNUES,
  NON_PRECISEE,
  RENCONTRE_CDC,
  regle,
} from './cas'

const saisie = (champs: Partial<SaisieRegle>): SaisieRegle => ({ ...toSaisieRegle(null), ...champs })
const exception = (champs: Partial<SaisieRegle['exceptions'][number]>) => ({
  annee: '2030',
  quand: '',
  minimum: '',
  maximum: '',
  motif: 'Année de renouvellement',
  ...champs,
})

function erreurs(champs: Partial<SaisieRegle>, convention: DatesConvention = BAUX): [champ: string, message: string][] {
  const lue = parseRegle(saisie(champs), convention)
  return lue.ok ? [] : lue.erreurs.map(({ champ, message }) => [champ, message])
}

describe('the rules of the seed documents', () => {
  it.each([COPIL, COTECH, GROUPE_PROJET, RENCONTRE_CDC, COMMISSIONS, COTECH_VALAIGO, NON_PRECISEE])(
    'go through the form unchanged: $source',
    (ecrite) => {
      const { debut, fin, ...termes } = ecrite
      expect([debut, fin]).toEqual([null, null])
      expect(parseRegle(toSaisieRegle(ecrite), BAUX)).toEqual({ ok: true, termes })
    },
  )

  it('are read back in words', () => {
    const lire = (r: typeof COPIL) => formatLecture(r)
    expect([COPIL, COTECH, GROUPE_PROJET, COMMISSIONS, NON_PRECISEE].map(lire)).toEqual([
      'À minima 1 par an.',
      '1 à 2 par an.',
      '1 par mois en moyenne.',
      'Selon les besoins, aucun retard n’est signalé.',
      'Rien d’écrit, aucun retard n’est signalé.',
    ])
    expect(lire(RENCONTRE_CDC)).toBe(fr('2 par mois ; à confirmer.'))
    expect(lire(COTECH_VALAIGO)).toBe(fr('2 par an ; en lien avec : séminaire partenarial et COPIL.'))
    expect(
      lire(
        regle({
          mode: 'FOURCHETTE',
          minimum: 1,
          maximum: 2,
          periode: 'AN_CONVENTION',
          par: 'THEMATIQUE',
          exceptions: [{ annee: 2030, minimum: null, maximum: 3 }],
        }),
      ),
    ).toBe('1 à 2 par année de convention et par thématique, sauf en 2030 (au plus 3).')
  })
})

describe('what a rule says beyond its figures', () => {
  const municipales = {
    annee: null,
    quand: 'l’année des élections municipales',
    minimum: 2,
    maximum: null,
    motif: 'bilan',
  }
  it('keeps an exception told in words, which changes nothing until its year is named', () => {
    const ecrite = { ...COPIL, exceptions: [municipales] }
    const { debut: _debut, fin: _fin, ...termes } = ecrite
    expect(parseRegle(toSaisieRegle(ecrite), BAUX)).toEqual({ ok: true, termes })
    expect(formatLecture(termes)).toBe(
      fr('À minima 1 par an, sauf « l’année des élections municipales » (au moins 2).'),
    )
    expect(listPrecisions(ecrite)).toEqual([
      fr('Exception : « l’année des élections municipales » (au moins 2), bilan, année à préciser'),
    ])
    const requis = (r: RegleFrequence) =>
      evaluateRegle({ regle: r, reunions: [], convention: BAUX, today: '2026-06-01' }).periodes.map((p) => p.requis)
    expect(requis(ecrite)).toEqual([1, 1, 1, 1, 1])
    const nommee = { ...COPIL, exceptions: [{ ...municipales, annee: 2026 }] }
    expect(requis(nommee)).toEqual([2, 1, 1, 1, 1])
    expect(listPrecisions(nommee)).toEqual([
      fr('Exception : 2026, « l’année des élections municipales » (au moins 2), bilan'),
    ])
  })
  it('says its groups, or that the convention does not name them', () => {
    const par = regle({ mode: 'MINIMUM', minimum: 1, par: 'TERRITOIRE' })
    expect(listPrecisions(par)).toEqual(['Territoires non précisés par la règle'])
    expect(listPrecisions({ ...par, groupes: ['Nord', 'Sud'] })).toEqual([fr('Territoires : Nord et Sud')])
    expect(listPrecisions(COPIL)).toEqual([])
    expect(parseRegle(saisie({ minimum: '1', par: 'COMMISSION', groupes: 'A\n\n B ' }), BAUX)).toMatchObject({
      termes: { groupes: ['A', 'B'] },
    })
    expect(parseRegle(saisie({ minimum: '1', groupes: 'A' }), BAUX)).toMatchObject({ termes: { groupes: [] } })
  })
})

describe('a rule that contradicts itself', () => {
  it.each<[champ: string, message: string, champs: Partial<SaisieRegle>]>([
    ['minimum', 'Indiquez combien de réunions', {}],
    ['minimum', 'ne demande rien', { minimum: '0' }],
    ['minimum', 'n’est pas un nombre de réunions', { minimum: 'une' }],
    ['minimum', 'n’est pas un nombre de réunions', { minimum: '401' }],
    ['moyenne', 'par exemple 3 tous les deux mois', { mode: 'MOYENNE', moyenne: '1,5' }],
    ['moyenne', 'Indiquez la moyenne attendue', { mode: 'MOYENNE', minimum: '2' }],
    [
      'maximum',
      '« De 3 à 2 » se contredit : le second nombre doit être au moins 3',
      { mode: 'FOURCHETTE', minimum: '3', maximum: '2' },
    ],
    ['maximum', 'Indiquez le plus grand nombre', { mode: 'FOURCHETTE', minimum: '3' }],
    ['maximum', 'interdirait toute réunion', { mode: 'FOURCHETTE', minimum: '0', maximum: '0' }],
    ['periode', 'Indiquez sur quelle durée', { minimum: '1', periode: '' }],
    [
      'exceptions.0.annee',
      '2031 est en dehors de la convention (de 2026 à 2030)',
      { minimum: '1', exceptions: [exception({ annee: '2031', minimum: '2' })] },
    ],
    [
      'exceptions.0.annee',
      'en quatre chiffres',
      { minimum: '1', exceptions: [exception({ annee: '30', minimum: '2' })] },
    ],
    [
      'exceptions.1.annee',
      '2030 a déjà une exception',
      { minimum: '1', exceptions: [exception({ minimum: '2' }), exception({ minimum: '3' })] },
    ],
    [
      'groupes',
      '« accès aux Droits » est écrit deux fois',
      { minimum: '1', par: 'THEMATIQUE', groupes: 'Accès aux droits\naccès aux Droits' },
    ],
    ['exceptions.0.minimum', 'Indiquez ce qui change', { minimum: '1', exceptions: [exception({})] }],
    [
      'exceptions.0.maximum',
      '« de 2 à 1 » se contredit',
      { mode: 'FOURCHETTE', minimum: '2', maximum: '3', exceptions: [exception({ maximum: '1' })] },
    ],
    [
      'exceptions.0.minimum',
      '« de 4 à 3 » se contredit',
      { mode: 'FOURCHETTE', minimum: '2', maximum: '3', exceptions: [exception({ minimum: '4' })] },
    ],
    [
      'exceptions.0.motif',
      'pourquoi cette année fait exception',
      { minimum: '1', exceptions: [exception({ minimum: '2', motif: ' ' })] },
    ],
  ])('says it on %s: %s', (champ, message, champs) => {
    expect(erreurs(champs)).toEqual([[champ, expect.stringContaining(fr(message))]])
  })

  it('names every field at once, and knows no year of a convention whose dates are unknown', () => {
    expect(erreurs({ mode: 'FOURCHETTE', periode: '' }).map(([champ]) => champ)).toEqual([
      'minimum',
      'maximum',
      'periode',
    ])
    expect(erreurs({ minimum: '1', exceptions: [exception({ annee: '2060', minimum: '2' })] }, INCONNUES)).toEqual([])
  })

  it('forgets figures that its wording does not use', () => {
    const lue = parseRegle(
      saisie({
        mode: 'SELON_BESOIN',
        minimum: '3',
        periode: 'MOIS',
        par: 'THEMATIQUE',
        exceptions: [exception({ minimum: '2' })],
      }),
      BAUX,
    )
    expect(lue).toMatchObject({ ok: true, termes: { minimum: null, periode: null, par: 'INSTANCE', exceptions: [] } })
  })
})
