import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EtatSuivi } from '@/lib/convention/phase/rules/suivi'
import { checkFiltre, countFrequences, formatFrequences } from '@/lib/gouvernance/frequence/rules/resume'
import { FILTRES_ETAT } from '@/lib/gouvernance/frequence/words'
import { fr } from '@/tests/support/typographie'

/** What the frequencies come to, and the filters that open what is counted. */

const ETATS: EtatSuivi[] = [
  'RESPECTEE',
  'PLANIFIEE',
  'A_PLANIFIER',
  'A_DECLARER',
  'EN_DEFAUT',
  'DEPASSEE',
  'NON_ENREGISTREE',
  'SANS_REGLE',
]
const instances = fc.array(fc.record({ etat: fc.constantFrom(...ETATS), manquee: fc.boolean() }), { maxLength: 12 })

describe('the frequencies in words', () => {
  const say = (etats: EtatSuivi[], manquees = 0, phase: Parameters<typeof formatFrequences>[1] = 'EN_COURS') =>
    formatFrequences(countFrequences(etats.map((etat, rang) => ({ etat, manquee: rang < manquees }))), phase)

  it.each([
    [say(['RESPECTEE', 'RESPECTEE', 'PLANIFIEE']), '2 respectées, 1 prévue'],
    [
      say(['RESPECTEE', 'PLANIFIEE', 'A_PLANIFIER'], 2),
      '1 respectée, 1 prévue, 1 à planifier ; par le passé, il a manqué au moins une réunion à 2 instances',
    ],
    [say(['SANS_REGLE']), 'aucune fréquence à suivre'],
    [say(['RESPECTEE'], 1, 'TERMINEE'), 'par le passé, il a manqué une réunion à 1 instance'],
    [say(['RESPECTEE'], 0, 'TERMINEE'), 'aucune réunion n’a manqué'],
    [say(['NON_ENREGISTREE'], 0, 'TERMINEE'), 'suivi incomplet'],
  ])('%s', (dite, attendue) => expect(dite).toBe(fr(attendue)))

  it('never call kept what is not, nor hide what was missed', () => {
    fc.assert(
      fc.property(instances, (liste) => {
        const comptes = countFrequences(liste)
        const phrase = formatFrequences(comptes, 'EN_COURS')
        expect(phrase.includes('respectée')).toBe(comptes.RESPECTEE > 0)
        if (comptes.suivies > 0) expect(phrase.includes('par le passé')).toBe(comptes.manquees > 0)
      }),
    )
  })
})

describe('the filters of the address', () => {
  it('part the instances by state, each in one', () => {
    fc.assert(
      fc.property(instances, (liste) => {
        const etats = FILTRES_ETAT.filter((filtre) => filtre !== 'manquees')
        for (const instance of liste) expect(etats.filter((filtre) => checkFiltre(instance, filtre))).toHaveLength(1)
        const { RESPECTEE, PLANIFIEE, manquees } = countFrequences(liste)
        expect(liste.filter((instance) => checkFiltre(instance, 'respectees'))).toHaveLength(RESPECTEE)
        expect(liste.filter((instance) => checkFiltre(instance, 'prevues'))).toHaveLength(PLANIFIEE)
        expect(liste.filter((instance) => checkFiltre(instance, 'manquees'))).toHaveLength(manquees)
      }),
    )
  })
})
