import { Linter } from 'eslint'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatEspaces, frenchSpaces } from '../../scripts/lint/french-spaces.mjs'

/** The rule of French spaces: what it writes, and what it leaves as it is. */

const linter = new Linter()
const fix = (code) =>
  linter.verifyAndFix(code, {
    plugins: { copilote: { rules: { 'french-spaces': frenchSpaces } } },
    rules: { 'copilote/french-spaces': 'error' },
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
  })

describe('French spaces', () => {
  it.each([
    ['a sentence typed on a keyboard', "const a = 'L’axe « Parentalité » : prêt ; et après ? Oui !'"],
    ['its escapes', "const a = 'L’axe «\\u00A0Parentalité\\u00A0»\\u00A0: prêt\\u202F; et après\\u202F? Oui\\u202F!'"],
    [
      'its entities',
      'const a = <p>L’axe «&nbsp;Parentalité&nbsp;»&nbsp;: prêt&#8239;; et après&#x202f;? Oui&#8239;!</p>',
    ],
    ['a template', 'const a = `L’axe « ${nom} » : prêt ; et après ? Oui !`'],
  ])('are written as they are in %s', (_nom, code) => {
    const { output, messages } = fix(code)
    expect(messages).toEqual([])
    expect(output).toMatch(/«\u00A0.+\u00A0»\u00A0: prêt\u202F; et après\u202F\? Oui\u202F!/)
  })

  it.each([
    'const a = b ? 1 : 2',
    "import a from 'node : fs'",
    'const a = { "clé : autre": 1 }',
    'const a = <p className="a : b" />',
    "const a = 'texte[clé :valeur]'",
    "const a = '\\u00A0'",
  ])('are left alone in %s', (code) => expect(fix(code)).toMatchObject({ fixed: false, messages: [] }))

  it('show as an escape where they stand alone', () => expect(fix("const a = ' '").output).toBe("const a = '\\u00A0'"))

  it('are the same the second time', () => {
    fc.assert(fc.property(fc.string(), (texte) => formatEspaces(formatEspaces(texte)) === formatEspaces(texte)))
  })
})
