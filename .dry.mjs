import { ESLint } from 'eslint'
import tsParser from '/tmp/wt/texte/node_modules/@typescript-eslint/parser/dist/index.js'
import { frenchSpaces } from '/tmp/wt/texte/scripts/lint/french-spaces.mjs'
const eslint = new ESLint({
  cwd: '/tmp/wt/texte',
  overrideConfigFile: true,
  fix: process.argv[2] === 'fix',
  overrideConfig: [
    { ignores: ['lib/generated/**'] },
    {
      files: ['**/*.ts', '**/*.tsx'],
      languageOptions: { parser: tsParser, parserOptions: { ecmaFeatures: { jsx: true } } },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      plugins: { c: { rules: { e: frenchSpaces } } },
      rules: { 'c/e': 'error' },
    },
  ],
})
const r = await eslint.lintFiles(['app', 'lib', 'components'])
if (process.argv[2] === 'fix') await ESLint.outputFixes(r)
import fs from 'node:fs'
let n = 0
for (const f of r) {
  const src = fs.readFileSync(f.filePath, 'utf8').split('\n')
  for (const m of f.messages) {
    n++
    console.log(m.messageId, f.filePath.slice(14) + ':' + m.line, src[m.line - 1].trim().slice(0, 170))
  }
}
console.log(n)
