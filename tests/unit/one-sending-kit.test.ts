import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { TO_CONVERT } from '../../scripts/lint/to-convert.mjs'

/** The rule as the project applies it: deliberate violations, under its own configuration. */

const IMPORT = "import { planReunion, removeReunion } from '@/lib/gouvernance/actions-reunion'\n"
const REGLE = 'copilote/one-sending-kit'
const RACINE = fileURLToPath(new URL('../..', import.meta.url))
const eslint = new ESLint({ cwd: RACINE })

async function lint(
  code: string,
  filePath = 'components/gouvernance/essai-de-la-regle.tsx',
): Promise<(string | undefined)[]> {
  const [fichier] = await eslint.lintText(code, { filePath })
  const fatales = fichier?.messages.filter(({ fatal }) => fatal)
  if (fatales?.[0]) throw new Error(fatales[0].message)
  return fichier?.messages.filter(({ ruleId }) => ruleId === REGLE).map(({ messageId }) => messageId) ?? []
}

describe('the rule of the one sending kit', { timeout: 60_000 }, () => {
  it.each<[string, string, string]>([
    ['an action called', 'planReunion({ jour })', 'call'],
    ['an action awaited', 'async function f() { await planReunion({ jour }).catch(() => null) }', 'call'],
    ['an action or another called', 'async function f(autre) { await (autre ?? planReunion)({}) }', 'call'],
    ['a wrapper handed to a hook of one’s own', 'envoyer(() => planReunion({ jour }))', 'call'],
    ['an action bound', 'const f = planReunion.bind(null, {})', 'call'],
    ['an action called through an assertion', '(planReunion as Envoi)({})', 'call'],
    ['an action as the action of a form', 'const f = <form action={planReunion} />', 'form'],
    ['an action as the action of a button', 'const f = <button formAction={planReunion} />', 'form'],
  ])('refuses %s', async (_nom, code, attendu) => expect(await lint(IMPORT + code)).toEqual([attendu]))

  it('refuses a whole module of actions called', async () =>
    expect(
      await lint("import * as actions from '@/lib/gouvernance/reunions/actions/reunion'\nactions.planReunion({})"),
    ).toEqual(['call']))
  it('refuses a transition beside an action', async () =>
    expect(
      await lint(
        `import { useTransition } from 'react'\n${IMPORT}const [p, start] = useTransition()\nuseEnvoi(planReunion)`,
      ),
    ).toEqual(['transition']))
  it.each([
    "import { useTransition } from 'react'\nconst [p, start] = useTransition()\nfunction f(ecrire) { start(async () => { await ecrire() }) }",
    "import { startTransition } from 'react'\nfunction f(ecrire) { startTransition(async () => { await ecrire() }) }",
    "import { useActionState } from 'react'\nuseActionState(props.action, null)",
  ])('refuses a hook of one’s own that waits for what it is handed', async (code) =>
    expect(await lint(code)).toEqual(['transition']),
  )
  it('knows actions wherever a room keeps them', async () => {
    for (const porte of [
      '@/lib/plan-action/arbre/actions',
      '@/lib/plan-action/arbre/actions/axes',
      '@/lib/veille/actions',
      '@/lib/platform/invitation',
    ])
      expect(await lint(`import { a } from '${porte}'\na({})`), porte).toEqual(['call'])
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
  ])('lets through %s', async (_nom, code) => expect(await lint(code)).toEqual([]))
  it('lets the kit itself call', async () =>
    expect(await lint(`${IMPORT}planReunion({})`, 'components/formulaire/send.ts')).toEqual([]))
  it('holds in the addresses too', async () =>
    expect(await lint(`${IMPORT}planReunion({})`, 'app/conventions/essai/page.tsx')).toEqual(['call']))
  it('leaves out only what still sends otherwise', async () => {
    if (TO_CONVERT.length === 0) return
    const sans = new ESLint({ cwd: RACINE, overrideConfig: { rules: { [REGLE]: 'error' } } })
    const fichiers = await sans.lintFiles(TO_CONVERT)
    expect(fichiers).toHaveLength(TO_CONVERT.length)
    for (const { filePath, messages } of fichiers)
      expect(
        messages.map(({ ruleId }) => ruleId),
        `${filePath} is converted: take it off the list`,
      ).toContain(REGLE)
  }, 180_000)
})
