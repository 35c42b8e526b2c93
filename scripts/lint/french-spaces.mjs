// The spaces of French in what people read: written as they are, where French wants them, and by the linter rather than by
// hand. An escape or an entity hides the sentence; an ordinary space leaves a lone sign at the beginning of a line.

const ESCAPES = /\\u00a0|\\u202f|\\u\{(?:a0|202f)\}|\\xa0|&nbsp;|&#(?:160|xa0|8239|x202f);/gi
const NARROW_ESCAPE = /202f|8239/i
/** A space that is spoken of, alone: as a character it would show as any other. */
const ALONE = /^[\u00A0\u202F]+$/

/** The end of a word, a closing sign, or the end of an expression: what stands before a high sign. */
const BEFORE = '(?<=^|[\\p{L}\\p{N})\\]»”’…°%€])'
/** The end of a text, a space, or a sign that closes: what stands after one. */
const AFTER = '(?=$|[\\s.,)’”»–—])'
const WIDE = new RegExp(`${BEFORE} (?=:${AFTER}|»)`, 'gu')
const NARROW = new RegExp(`${BEFORE} (?=[;!?]+${AFTER})`, 'gu')

/**
 * The same source, its French spaces written as they are.
 * @param {string} raw source of a string, of a template or of a text of JSX, without its quotes
 */
export function formatEspaces(raw) {
  return raw
    .replace(ESCAPES, (escape) => (NARROW_ESCAPE.test(escape) ? '\u202F' : '\u00A0'))
    .replace(WIDE, '\u00A0')
    .replace(NARROW, '\u202F')
    .replace(/« /g, '«\u00A0')
}

const escape = (texte) => texte.replaceAll('\u00A0', '\\u00A0').replaceAll('\u202F', '\\u202F')

const NO_SENTENCE = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSLiteralType',
])
const ATTRIBUTES = new Set(['className', 'href', 'id', 'name', 'd', 'type', 'role', 'pattern'])

/** Addresses of modules, names of fields, classes. */
const isCode = (node) =>
  NO_SENTENCE.has(node.parent.type) ||
  (node.parent.type === 'JSXAttribute' && ATTRIBUTES.has(node.parent.name.name)) ||
  (node.parent.type === 'Property' && node.parent.key === node)

/** @type {import('eslint').Rule.RuleModule} */
export const frenchSpaces = {
  meta: {
    type: 'layout',
    fixable: 'code',
    schema: [],
    messages: {
      written: 'A French space is written as it is, where French wants it: `npx eslint --fix` does it.',
      alone: 'A no-break space alone cannot be seen: write its escape.',
    },
  },
  create(context) {
    const { sourceCode } = context

    /** @param {number} open @param {number} close signs that quote the text, at both ends */
    function check(node, open, close) {
      const whole = sourceCode.getText(node)
      const raw = whole.slice(open, whole.length - close)
      const written = formatEspaces(raw)
      if (written === raw) return
      const range = [node.range[0] + open, node.range[1] - close]
      context.report({ node, messageId: 'written', fix: (fixer) => fixer.replaceTextRange(range, written) })
    }

    function checkString(node) {
      if (typeof node.value !== 'string' || isCode(node)) return
      if (!ALONE.test(node.value)) return check(node, 1, 1)
      const raw = sourceCode.getText(node).slice(1, -1)
      if (node.parent.type === 'JSXExpressionContainer' && node.parent.parent.type !== 'JSXAttribute') {
        context.report({ node, messageId: 'written', fix: (fixer) => fixer.replaceText(node.parent, node.value) })
      } else if (raw === node.value) {
        const range = [node.range[0] + 1, node.range[1] - 1]
        context.report({ node, messageId: 'alone', fix: (fixer) => fixer.replaceTextRange(range, escape(raw)) })
      }
    }

    return {
      Literal: checkString,
      // What a function reads (SQL, say) is no sentence.
      TemplateElement: (node) =>
        node.parent.parent.type !== 'TaggedTemplateExpression' && check(node, 1, node.tail ? 1 : 2),
      JSXText: (node) => check(node, 0, 0),
    }
  },
}
