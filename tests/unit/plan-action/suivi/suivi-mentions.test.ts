import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDesaccord } from '@/lib/plan-action/suivi/rules/appreciation'
import {
  buildHrefMention,
  insertMention,
  listPropositions,
  readRecherche,
} from '@/lib/plan-action/suivi/rules/mentions'
import { PATIENT, RUNS } from '@/tests/unit/runs'

const PERSONNES = [{ nom: 'Camille Roussel' }, { nom: 'Élise Marchand' }, { nom: 'Jean-Marc Dupré' }]

describe('naming somebody', () => {
  it.each<[string, string | null]>([
    ['@', ''],
    ['Bonjour @Cam', 'Cam'],
    ['(@él', 'él'],
    ['@Camille Rou', 'Camille Rou'],
    ['camille@exemple', null],
    ['Bonjour Camille', null],
    ['@Camille, oui', null],
    ['@a b c', null],
  ])('in « %s »', (texte, mot) => {
    expect(readRecherche(texte, texte.length)?.mot ?? null).toBe(mot)
  })
  it('looks at what stands before the caret', () => {
    expect(readRecherche('@Cam et la suite', 4)).toEqual({ debut: 0, mot: 'Cam' })
  })
  it('finds a name by any of its words, without accents nor case', () => {
    const noms = (mot: string) => listPropositions(PERSONNES, mot).map(({ nom }) => nom)
    expect(noms('')).toHaveLength(3)
    expect(noms('ELI')).toEqual(['Élise Marchand'])
    expect(noms('marc')).toEqual(['Élise Marchand', 'Jean-Marc Dupré'])
    expect(noms('camille rou')).toEqual(['Camille Roussel'])
    expect(noms('zoé')).toEqual([])
  })
  it('writes the whole name in its place', PATIENT, () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', 'Cam', 'camille r'), fc.string(), (avant, mot, apres) => {
        const debut = `${avant} `
        const recherche = readRecherche(`${debut}@${mot}${apres}`, debut.length + mot.length + 1)
        expect(recherche).toEqual({ debut: debut.length, mot })
        const { texte, curseur } = insertMention(
          `${debut}@${mot}${apres}`,
          { debut: debut.length, mot },
          'Camille Roussel',
        )
        expect(texte.slice(0, curseur)).toBe(`${debut}@Camille Roussel `)
        expect(texte.slice(curseur)).toBe(apres.replace(/^ /, ''))
      }),
      RUNS,
    )
  })
  it('leads to the comment', () => {
    expect(buildHrefMention('val-aigo', 'action-1', 12)).toBe(
      '/conventions/val-aigo/plan-action/action-1?mention=12#commentaire-12',
    )
    expect(buildHrefMention('val-aigo', null, 12)).toBe('/conventions/val-aigo/plan-action')
  })
})

describe('two voices', () => {
  it('differ only when both have spoken, and not alike', () => {
    const voix = (cote: 'CAF' | 'COORDINATION', niveau: 'COMME_PREVU' | 'VIGILANCE') => ({ cote, niveau })
    expect(formatDesaccord([])).toBeNull()
    expect(formatDesaccord([voix('CAF', 'VIGILANCE')])).toBeNull()
    expect(formatDesaccord([voix('CAF', 'VIGILANCE'), voix('COORDINATION', 'VIGILANCE')])).toBeNull()
    expect(formatDesaccord([voix('CAF', 'VIGILANCE'), voix('COORDINATION', 'COMME_PREVU')])).toBe(
      '«\u00A0Avance comme prévu\u00A0» pour la coordination, «\u00A0Points de vigilance\u00A0» pour la Caf',
    )
  })
})
