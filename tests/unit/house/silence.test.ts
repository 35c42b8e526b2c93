import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'

/**
 * A screen says that a document is silent only where a lacune says it (record 0051): what nobody entered is « non saisi ».
 * Sentences that say it are in the data; the one rule is `formatAbsence`.
 */
const SILENCE =
  /(?:[Ll]e document(?: lu)?|[Ll]a convention|[Ll]’annexe|[Ll]e support) n(?:e |’)(?:en )?(?:dit|donne|nomme|précise|fixe|contient|énumère|la donne)|(?:précisée?s?|désignée?s?) par (?:le document|la convention)/

/** Where it is said of what is known to be silent, and why. */
const PERMIS: Readonly<Record<string, string>> = {
  'lib/gouvernance/frequence/rules/phrases.ts': 'NON_PRECISEE: somebody chose « la convention n’en dit rien »',
  'lib/gouvernance/frequence/rules/regle-phrases.ts': 'the words of that choice',
  'components/gouvernance/instances/formulaire-membre.tsx': 'a choice of a form',
  'lib/cooperation/schemas/rules/equilibre.ts': 'a motif that somebody chooses',
  'components/plan-action/fiche/contenu/formulaire-budget.tsx': 'an advice of a form',
  'components/cooperation/couts/formulaire-cout.tsx': 'an advice of a form',
  'components/convention/accord/contenus.tsx': 'the title of the lacunes',
  'components/pilotage/copil/manques.tsx': 'the title of the lacunes',
  'components/pilotage/veille/veille.tsx': 'what is not fixed raises nothing: a rule of the watch',
  'components/pilotage/copil/ecran.ts': 'the COPIL dashboard tells its own',
}

const fichiers = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', 'app', 'components', 'lib'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((nom) => /\.tsx?$/.test(nom) && !nom.startsWith('lib/generated/') && fs.existsSync(nom))

describe('what a document does not say', () => {
  it('is said by its lacunes, never by a screen on its own', () => {
    const trouves = fichiers.flatMap((nom) => {
      const texte = fs.readFileSync(nom, 'utf8').replace(/[\u00A0\u202F]/g, ' ')
      const dit = texte.split('\n').some((ligne) => !/^\s*(?:\/?\*|\/\/)/.test(ligne) && SILENCE.test(ligne))
      return dit ? [nom] : []
    })
    expect(trouves.filter((nom) => PERMIS[nom] === undefined)).toEqual([])
    expect(Object.keys(PERMIS).filter((nom) => !trouves.includes(nom))).toEqual([])
  })
})
