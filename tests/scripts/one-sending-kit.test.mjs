import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import config from '../../eslint.config.mjs'

/** The rule as the project applies it: deliberate violations, with its own parser and on its own files. */

const REGLE = 'copilote/one-sending-kit'
const IMPORT = "import { planReunion, removeReunion } from '@/lib/gouvernance/actions-reunion'\n"
const parts = config
  .filter(({ languageOptions, rules }) => languageOptions?.parser || rules?.[REGLE] === 'error')
  .map(({ files, languageOptions, plugins, rules }) => ({
    ...(files ? { files } : {}),
    ...(languageOptions ? { languageOptions } : {}),
    ...(plugins ? { plugins } : {}),
    ...(rules?.[REGLE] ? { rules: { [REGLE]: 'error' } } : {}),
  }))
const linter = new Linter()

function lint(code, filename = 'components/gouvernance/essai-de-la-regle.tsx') {
  const messages = linter.verify(code, parts, { filename, reportUnusedDisableDirectives: false })
  const fatale = messages.find(({ fatal }) => fatal)
  if (fatale) throw new Error(`${filename}: ${fatale.message}`)
  return messages.filter(({ ruleId }) => ruleId === REGLE).map(({ messageId }) => messageId)
}

describe('the rule of the one sending kit', () => {
  it.each([
    ['an action called', 'planReunion({ jour })', 'call'],
    ['an action awaited', 'async function f() { await planReunion({ jour }).catch(() => null) }', 'call'],
    ['an action or another called', 'async function f(autre) { await (autre ?? planReunion)({}) }', 'call'],
    ['a wrapper handed to a hook of one’s own', 'envoyer(() => planReunion({ jour }))', 'call'],
    ['an action bound', 'const f = planReunion.bind(null, {})', 'call'],
    ['an action called through an assertion', '(planReunion as Envoi)({})', 'call'],
    ['an action as the action of a form', 'const f = <form action={planReunion} />', 'form'],
    ['an action as the action of a button', 'const f = <button formAction={planReunion} />', 'form'],
  ])('refuses %s', (_nom, code, attendu) => expect(lint(IMPORT + code)).toEqual([attendu]))

  it('refuses a whole module of actions called', () =>
    expect(
      lint("import * as actions from '@/lib/gouvernance/reunions/actions/reunion'\nactions.planReunion({})"),
    ).toEqual(['call']))
  it('refuses a transition beside an action', () =>
    expect(
      lint(`import { useTransition } from 'react'\n${IMPORT}const [p, start] = useTransition()\nuseEnvoi(planReunion)`),
    ).toEqual(['transition']))
  it.each([
    "import { useTransition } from 'react'\nconst [p, start] = useTransition()\nfunction f(ecrire) { start(async () => { await ecrire() }) }",
    "import { startTransition } from 'react'\nfunction f(ecrire) { startTransition(async () => { await ecrire() }) }",
    "import { useActionState } from 'react'\nuseActionState(props.action, null)",
  ])('refuses a hook of one’s own that waits for what it is handed', (code) =>
    expect(lint(code)).toEqual(['transition']),
  )
  it('knows actions wherever a room keeps them', () => {
    for (const porte of [
      '@/lib/plan-action/arbre/actions',
      '@/lib/plan-action/arbre/actions/axes',
      '@/lib/veille/actions',
      '@/lib/platform/identite/invitation',
    ])
      expect(lint(`import { a } from '${porte}'\na({})`), porte).toEqual(['call'])
  })

  it.each([
    ['an action handed to the kit', `${IMPORT}const envoi = useEnvoi(planReunion, {}); envoi.avec(removeReunion, {})`],
    ['one of two actions handed over', `${IMPORT}const envoi = useEnvoi(neuve ? planReunion : removeReunion)`],
    ['an action handed down to another component', `${IMPORT}const f = <Formulaire action={planReunion} />`],
    [
      'the type of an action',
      "import type { planReunion } from '@/lib/gouvernance/reunions/actions/reunion'\ntype R = ReturnType<typeof planReunion>",
    ],
    [
      'a transition of the navigation',
      "import { useTransition } from 'react'\nconst [p, start] = useTransition()\nstart(() => router.push('/'))",
    ],
    ['a pure rule', "import { computeSuivi } from '@/lib/gouvernance/frequence/rules/evaluation'\ncomputeSuivi({})"],
  ])('lets through %s', (_nom, code) => expect(lint(code)).toEqual([]))
  it('lets the kit itself call', () =>
    expect(lint(`${IMPORT}planReunion({})`, 'components/formulaire/send.ts')).toEqual([]))
  it('holds in the addresses too', () =>
    expect(lint(`${IMPORT}planReunion({})`, 'app/conventions/essai/page.tsx')).toEqual(['call']))
})
