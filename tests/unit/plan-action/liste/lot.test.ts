import { describe, expect, it } from 'vitest'
import { listPlage } from '@/components/plan-action/liste/selection'
import { buildChangements, invertChangements, type ValeursLot } from '@/lib/plan-action/liste/rules/lot'

const caf = { role: 'PARTENAIRE' as const, texte: 'Caf', organisme: null, aDefinir: false }
const ccva = { role: 'PILOTE' as const, texte: 'CCVA : facilitateur ?', organisme: 3, aDefinir: false }
const neuf = { role: 'PILOTE' as const, texte: 'La coordination', organisme: null, aDefinir: false }
const valeurs: ValeursLot = {
  statut: 'EN_COURS',
  periode: { texte: 'dès 2023', debut: '2023-01-01', fin: null },
  pilotages: [ccva, caf],
  themes: ['PARENTALITE'],
}

describe('one gesture on many fiches', () => {
  it('is said over what each fiche holds', () => {
    expect(buildChangements({ genre: 'STATUT', statut: 'REALISEE' }, valeurs)).toEqual({
      statut: { avant: 'EN_COURS', apres: 'REALISEE' },
    })
    expect(
      buildChangements({ genre: 'THEME', mode: 'AJOUTER', themes: ['PARENTALITE', 'GLOBAL'] }, valeurs).themes?.apres,
    ).toEqual(['PARENTALITE', 'GLOBAL'])
    expect(buildChangements({ genre: 'THEME', mode: 'REMPLACER', themes: ['GLOBAL'] }, valeurs).themes?.apres).toEqual([
      'GLOBAL',
    ])
    const periode = { texte: null, debut: null, fin: null }
    expect(buildChangements({ genre: 'PERIODE', periode }, valeurs).periode).toEqual({
      avant: valeurs.periode,
      apres: periode,
    })
  })

  it('adds who leads once, and keeps partners when who leads is replaced', () => {
    expect(buildChangements({ genre: 'PILOTE', mode: 'AJOUTER', pilote: neuf }, valeurs).pilotages?.apres).toEqual([
      ccva,
      caf,
      neuf,
    ])
    expect(
      buildChangements(
        { genre: 'PILOTE', mode: 'AJOUTER', pilote: { ...ccva, texte: 'ccva : facilitateur ?' } },
        valeurs,
      ).pilotages?.apres,
    ).toEqual([ccva, caf])
    expect(buildChangements({ genre: 'PILOTE', mode: 'REMPLACER', pilote: neuf }, valeurs).pilotages?.apres).toEqual([
      neuf,
      caf,
    ])
  })

  it('is taken back by what was there, over what was written', () => {
    const champs = buildChangements({ genre: 'STATUT', statut: 'REALISEE' }, valeurs)
    expect(invertChangements(champs)).toEqual({ statut: { avant: 'REALISEE', apres: 'EN_COURS' } })
    expect(invertChangements(invertChangements(champs))).toEqual(champs)
  })

  it('chooses a range in the order of the page, either way', () => {
    expect(listPlage([4, 9, 2, 7], 9, 7)).toEqual([9, 2, 7])
    expect(listPlage([4, 9, 2, 7], 7, 4)).toEqual([4, 9, 2, 7])
    expect(listPlage([4, 9], 1, 9)).toEqual([9])
  })
})
