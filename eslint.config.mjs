import * as espree from 'espree'
import coreWebVitals from 'eslint-config-next/core-web-vitals'
import typescript from 'eslint-config-next/typescript'
import { frenchSpaces } from './scripts/lint/french-spaces.mjs'
import { oneSendingKit } from './scripts/lint/one-sending-kit.mjs'

const CLOCK = 'Une règle ne lit pas l’heure\u00A0: `today` lui est donné.'

const config = [
  {
    ignores: [
      'lib/generated/**',
      '.next/**',
      '.data/**',
      '.stryker-tmp/**',
      'coverage/**',
      'reports/**',
      'next-env.d.ts',
    ],
  },
  ...coreWebVitals,
  ...typescript,
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  {
    // What an old Node reads before it is refused: nothing newer than its language.
    files: ['scripts/**/*.cjs'],
    languageOptions: { parser: espree, ecmaVersion: 5, sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // A file that grows beyond this holds more than one thing.
    files: ['app/**', 'lib/**', 'components/**'],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    // A write goes through components/formulaire (record 39).
    files: ['app/**', 'components/**'],
    plugins: { copilote: { rules: { 'one-sending-kit': oneSendingKit } } },
    rules: { 'copilote/one-sending-kit': 'error' },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/*.ts', 'scripts/**/*.mjs'],
    ignores: ['scripts/lint/**'],
    plugins: { typographie: { rules: { 'french-spaces': frenchSpaces } } },
    rules: { 'typographie/french-spaces': 'error' },
  },
  {
    // Each file of browser tests has a base of its own (record 45), which comes with this `test`.
    files: ['tests/e2e/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@playwright/test', message: 'Import from tests/support/essai: the base comes with it.' }] },
      ],
    },
  },
  {
    // Rules are pure: the same data and the same day give the same answer.
    files: ['lib/**/rules.ts', 'lib/**/rules/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: CLOCK },
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: CLOCK },
        { selector: 'CallExpression[callee.name="Date"]', message: CLOCK },
        { selector: 'MemberExpression[object.property.name="Now"]', message: CLOCK },
      ],
    },
  },
]

export default config
