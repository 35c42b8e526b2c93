// The spaces of French in what people read: written as they are, by the linter, where French wants them. An escape hides
// the sentence, an entity does too, and an ordinary space leaves a lone sign at the beginning of a line.

const ESCAPES = /\\u00[aA]0|\\u202[fF]|\\u\{(?:[aA]0|202[fF])\}|\\xa0|&nbsp;|&#160;|&#xa0;|&#8239;|&#x202f;/gi
const ONLY_SPACES = /^(?:[\u00A0\u202F ]|\\u00[aA]0|\\u202[fF]|&nbsp;|&#160;)+$/
const NARROW = /202f|8239/i

/** What may stand before a high sign: the end of a word, a closing sign, or the end of an expression. */
const BEFORE = '(?<=^|[\\p{L}\\p{N})\\]»”’…°%€])'
/** What may stand after one. */
const AFTER = '(?=$|[\\s.,)’”»–—])'
const WIDE_SIGNS = new RegExp(`${BEFORE} (?=(?::|€)${AFTER.slice(0, -1)})|»)`, 'gu')
const NARROW_SIGNS = new RegExp(`${BEFORE} (?=[;!?%]+${AFTER})`, 'gu')

/**
 * The same source text, its French spaces written as they are.
 * @param {string} raw source of a string, a template or a text of JSX
 */
export function formatEspaces(raw) {
  return raw
    .replace(ESCAPES, (escape) => (NARROW.test(escape) ? '\u202F' : '\u00A0'))
    .replace(WIDE_SIGNS, '\u00A0')
    .replace(NARROW_SIGNS, '\u202F')
    .replace(/« /g, '«\u00A0')
}

/** A template that a function reads (SQL, say) is no sentence. */
const isTagged = (node) => node.parent?.type === 'TaggedTemplateExpression'

/** Names, addresses, classes: no sentence either. */
const isCode = (node) =>
  ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TSLiteralType'].includes(
    node.parent?.type,
  ) ||
  (node.parent?.type === 'JSXAttribute' &&
    /^(className|href|id|name|d|type|role|pattern)$/.test(node.parent.name.name)) ||
  (node.parent?.type === 'Property' && node.parent.key === node)

/** @type {import('eslint').Rule.RuleModule} */
export const espacesFrancaises = {
  meta: {
    type: 'layout',
    fixable: 'code',
    schema: [],
    messages: {
      espace:
        'Les espaces insécables s’écrivent telles quelles, là où le français les veut : `npx eslint --fix` les met.',
      seule: 'Une espace insécable seule ne se voit pas : prenez INSECABLE ou FINE (lib/platform/typographie).',
    },
  },
  create(context) {
    const { sourceCode } = context
    /** @param {number} open @param {number} close signs that quote the text, at both ends */
    const check = (node, open, close) => {
      const whole = sourceCode.getText(node)
      const raw = whole.slice(open, whole.length - close)
      if (/\u00A0|\u202F|\\u|&/.test(raw) && ONLY_SPACES.test(raw) && node.type !== 'JSXText' && !/^ +$/.test(raw)) {
        context.report({ node, messageId: 'seule' })
        return
      }
      const fixed = formatEspaces(raw)
      if (fixed === raw) return
      context.report({
        node,
        messageId: 'espace',
        fix: (fixer) => fixer.replaceTextRange([node.range[0] + open, node.range[1] - close], fixed),
      })
    }
    return {
      Literal: (node) => typeof node.value === 'string' && !isCode(node) && check(node, 1, 1),
      TemplateElement: (node) => !isTagged(node.parent) && check(node, 1, node.tail ? 1 : 2),
      JSXText: (node) => check(node, 0, 0),
    }
  },
}
