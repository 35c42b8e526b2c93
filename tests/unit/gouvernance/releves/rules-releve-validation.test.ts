import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkValidation,
  computeCotes,
  COTES,
  listAttendus,
  listCotesOuvertes,
  type Coanimateur,
  type SituationReleve,
  type Validateur,
} from '@/lib/gouvernance/releves/rules/validation'
import type { CoteReleve } from '@/lib/gouvernance/releves/types'

const caf: Validateur = { utilisateurId: 1, roles: ['CONSEILLER_CAF'] }
const coordination: Validateur = { utilisateurId: 2, roles: ['CHARGE_COOPERATION'] }
const situation = (reste: Partial<SituationReleve> = {}): SituationReleve => ({
  etat: 'A_VALIDER',
  validations: [],
  coanimateurs: [],
  ...reste,
})
const codeOf = (lue: SituationReleve, qui: Validateur, cote: CoteReleve): string => {
  const verdict = checkValidation(lue, qui, cote)
  return verdict.ok ? 'OK' : verdict.code
}

describe('the sides of minutes', () => {
  it.each([
    [['CONSEILLER_CAF'], ['CAF']],
    [['CHARGE_COOPERATION'], ['COORDINATION']],
    [
      ['CHARGE_COOPERATION', 'CONSEILLER_CAF'],
      ['CAF', 'COORDINATION'],
    ],
    [['ELU', 'LECTEUR', 'PILOTE'], []],
    [['ADMINISTRATEUR'], []],
    [['ADMINISTRATEUR', 'CONSEILLER_CAF'], []],
  ])('%j stand for %j', (roles, cotes) => expect(computeCotes(roles)).toEqual(cotes))

  it('are open to those who stand for them, while minutes are submitted', () => {
    expect(listCotesOuvertes(situation(), caf)).toEqual(['CAF'])
    expect(listCotesOuvertes(situation(), coordination)).toEqual(['COORDINATION'])
    for (const etat of ['BROUILLON', 'VALIDE'] as const) expect(listCotesOuvertes(situation({ etat }), caf)).toEqual([])
  })

  it('are two people', () => {
    const double: Validateur = { utilisateurId: 3, roles: ['CONSEILLER_CAF', 'CHARGE_COOPERATION'] }
    expect(listCotesOuvertes(situation(), double)).toEqual(['CAF', 'COORDINATION'])
    expect(
      codeOf(situation({ validations: [{ cote: 'CAF', nom: 'X', utilisateurId: 3 }] }), double, 'COORDINATION'),
    ).toBe('DEUX_PERSONNES')
    expect(codeOf(situation({ validations: [{ cote: 'CAF', nom: 'X', utilisateurId: 3 }] }), double, 'CAF')).toBe(
      'DEJA_VALIDE_PAR_VOUS',
    )
    expect(codeOf(situation({ validations: [{ cote: 'CAF', nom: 'X', utilisateurId: 9 }] }), caf, 'CAF')).toBe(
      'COTE_DEJA_VALIDE',
    )
  })

  it('belong to the co-leads who are named, side by side', () => {
    const nommee: Coanimateur = { utilisateurId: 7, nom: 'Mme Nommée', cote: 'CAF' }
    const lue = situation({ coanimateurs: [nommee] })
    expect(codeOf(lue, caf, 'CAF')).toBe('COANIMATEURS_NOMMES')
    expect(codeOf(lue, { utilisateurId: 7, roles: ['CONSEILLER_CAF'] }, 'CAF')).toBe('OK')
    expect(codeOf(lue, coordination, 'COORDINATION')).toBe('OK')
    expect(listAttendus(lue)).toEqual([
      { cote: 'CAF', noms: ['Mme Nommée'] },
      { cote: 'COORDINATION', noms: [] },
    ])
  })

  it('never end up validated by one person, nor by somebody of another side, in whatever order people come', () => {
    const personne = fc.record({
      utilisateurId: fc.integer({ min: 1, max: 4 }),
      roles: fc.subarray(['ADMINISTRATEUR', 'CONSEILLER_CAF', 'CHARGE_COOPERATION', 'ELU']),
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(personne, fc.constantFrom(...COTES)), { maxLength: 12 }), (demandes) => {
        const validations: { cote: CoteReleve; nom: string; utilisateurId: number; roles: readonly string[] }[] = []
        for (const [qui, cote] of demandes)
          if (checkValidation(situation({ validations }), qui, cote).ok) validations.push({ cote, nom: 'X', ...qui })
        expect(new Set(validations.map(({ cote }) => cote)).size).toBe(validations.length)
        expect(new Set(validations.map(({ utilisateurId }) => utilisateurId)).size).toBe(validations.length)
        for (const { cote, roles } of validations) expect(computeCotes(roles)).toContain(cote)
      }),
    )
  })
})
