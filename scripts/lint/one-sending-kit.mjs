// ESLint rule: a write goes through components/formulaire and no other way.
//
// Outside the kit, a server action is a value that is handed over: `useEnvoi(planReunion, …)`, `envoi.avec(removeMembre, …)`.
// It is never called, bound, given to a form’s `action`, nor wrapped in a transition: that is where a lost connection, an
// ended session and a double click were forgotten.

const ACTIONS = /(^|\/)lib\/.+\/actions[^/]*($|\/)|(^|\/)lib\/platform\/(.+\/)?invitation$/
const KIT = /(^|\/)components\/formulaire\//
const FORM_ATTRIBUTES = new Set(['action', 'formAction'])
const TRANSITIONS = new Set(['useTransition', 'startTransition', 'useActionState'])
const UNWRAPPED = new Set(['TSNonNullExpression', 'TSAsExpression', 'ChainExpression'])

const messages = {
  call: '« {{nom}} » est une action du serveur\u00A0: donnez-la à `useEnvoi` ou à `useGeste` (components/formulaire), ne l’appelez pas.',
  form: 'Une action du serveur n’est pas l’`action` d’un formulaire\u00A0: envoyez-la par `useEnvoi` (components/formulaire).',
  transition:
    'Un envoi n’est pas une transition faite à la main\u00A0: `useEnvoi` et `useGeste` (components/formulaire) savent la coupure et le double clic.',
}

/** Names given to values imported from a module that `source` recognises. */
function listImports(program, source, wanted = () => true) {
  return program.body
    .filter((node) => node.type === 'ImportDeclaration' && node.importKind !== 'type' && source.test(node.source.value))
    .flatMap((node) => node.specifiers)
    .filter((one) => one.importKind !== 'type' && wanted(one.imported?.name ?? '*'))
}

/** Climbs over what changes nothing: casts, `a ? action : other`, `action ?? other`. */
function climb(node) {
  let place = node
  for (;;) {
    const { parent } = place
    const through =
      UNWRAPPED.has(parent.type) ||
      parent.type === 'LogicalExpression' ||
      (parent.type === 'ConditionalExpression' && parent.test !== place)
    if (!through) return place
    place = parent
  }
}

/** True when an action is used otherwise than as a value handed over. */
function isCalled(identifier) {
  const place = climb(identifier)
  const { parent } = place
  if ((parent.type === 'CallExpression' || parent.type === 'NewExpression') && parent.callee === place) return true
  // action.call(…), action.bind(…), actions.planReunion(…)
  if (parent.type === 'MemberExpression' && parent.object === place) return true
  return parent.type === 'TaggedTemplateExpression'
}

const isFormAttribute = (identifier) => {
  const { parent } = climb(identifier)
  return (
    parent.type === 'JSXExpressionContainer' &&
    parent.parent.type === 'JSXAttribute' &&
    FORM_ATTRIBUTES.has(parent.parent.name.name) &&
    /^[a-z]/.test(parent.parent.parent.name.name ?? '')
  )
}

/** Functions of a file that are called by a transition: `start` of `const [p, start] = useTransition()`, `startTransition`. */
function listStarts(scope, specifiers) {
  return specifiers
    .flatMap((specifier) => scope.getDeclaredVariables(specifier))
    .flatMap((variable) =>
      variable.references.flatMap(({ identifier }) => {
        const { parent } = identifier
        if (parent.type !== 'CallExpression' || parent.callee !== identifier) return []
        if (variable.name === 'startTransition') return [parent]
        const started =
          parent.parent.type === 'VariableDeclarator' && parent.parent.id.type === 'ArrayPattern'
            ? parent.parent.id.elements[1]
            : null
        return started
          ? scope
              .getDeclaredVariables(parent.parent)
              .filter(({ name }) => name === started.name)
              .flatMap(({ references }) => references.map((one) => one.identifier.parent))
          : []
      }),
    )
    .filter((call) => call.type === 'CallExpression')
}

export const oneSendingKit = {
  meta: { type: 'problem', messages, schema: [] },
  create(context) {
    if (KIT.test(context.filename.replaceAll('\\', '/'))) return {}
    const source = context.sourceCode
    return {
      Program(program) {
        const actions = listImports(program, ACTIONS)
        for (const specifier of actions)
          for (const variable of source.getDeclaredVariables(specifier))
            for (const { identifier } of variable.references) {
              if (isCalled(identifier))
                context.report({ node: identifier, messageId: 'call', data: { nom: identifier.name } })
              else if (isFormAttribute(identifier)) context.report({ node: identifier, messageId: 'form' })
            }
        const transitions = listImports(program, /^react(-dom)?$/, (name) => TRANSITIONS.has(name))
        if (actions.length > 0)
          for (const specifier of transitions) context.report({ node: specifier, messageId: 'transition' })
        // What was handed an action by another file, or its answer, waits for it: `start(async () => …)`.
        else
          for (const call of listStarts(source, transitions))
            if (call.arguments[0]?.async) context.report({ node: call, messageId: 'transition' })
        for (const specifier of transitions)
          if (specifier.imported.name === 'useActionState' && actions.length === 0)
            context.report({ node: specifier, messageId: 'transition' })
      },
    }
  },
}
