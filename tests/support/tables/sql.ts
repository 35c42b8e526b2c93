/** Which tables a piece of SQL names, in which place: enough of its grammar for the statements of lib and of functions. */

/** A table, a view or a CTE that a statement reads or writes. */
interface Named {
  /** As written, schema included, folded to lower case unless quoted. */
  name: string
  write: boolean
  /** Offset in the text. */
  at: number
}

export interface Reading {
  named: Named[]
  /** Names that the statement itself gives to parts of it (WITH). */
  ctes: string[]
  /** Holes of the text (`${…}`) that stand where a table is named: their ranks. */
  holes: number[]
}

/** What stands for a hole of a template in the text that is read. */
export const HOLE = '\u0001'

type Token = { kind: 'word' | 'quoted' | 'hole' | 'mark'; text: string; at: number }
type Node = Token | { kind: 'group'; nodes: Node[]; at: number }

const LEXER =
  /(--[^\n]*|\/\*[\s\S]*?\*\/)|([eE]?'(?:[^'\\]|''|\\[\s\S])*')|(\$(\w*)\$[\s\S]*?\$\4\$)|"((?:[^"]|"")*)"|(\u0001)|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)|(\d[\w.]*)|(::|\S)/gu

function lex(sql: string): Token[] {
  return [...sql.matchAll(LEXER)].flatMap((match): Token[] => {
    const [, comment, text, body, , quoted, hole, word, number, mark] = match
    const at = match.index
    if (comment !== undefined) return []
    if (hole !== undefined || quoted === HOLE) return [{ kind: 'hole', text: HOLE, at }]
    if (quoted !== undefined) return [{ kind: 'quoted', text: quoted, at }]
    if (word !== undefined) return [{ kind: 'word', text: word.toLowerCase(), at }]
    return [{ kind: 'mark', text: mark ?? number ?? text ?? body ?? '', at }]
  })
}

/** Tokens with what is between parentheses put together; a fragment may open or close more than it does the other. */
function nest(tokens: readonly Token[]): Node[] {
  const levels: Node[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'mark' && token.text === '(') {
      const group: Node = { kind: 'group', nodes: [], at: token.at }
      levels.at(-1)?.push(group)
      levels.push(group.nodes)
    } else if (token.kind === 'mark' && token.text === ')') {
      if (levels.length > 1) levels.pop()
      else levels.at(-1)?.push(token)
    } else levels.at(-1)?.push(token)
  }
  return levels[0] ?? []
}

const word = (node: Node | undefined): string | null => (node?.kind === 'word' ? node.text : null)
const isGroup = (node: Node | undefined): node is Extract<Node, { kind: 'group' }> => node?.kind === 'group'
const isMark = (node: Node | undefined, text: string): boolean => node?.kind === 'mark' && node.text === text
const isName = (node: Node | undefined): node is Token => node?.kind === 'word' || node?.kind === 'quoted'

const STATEMENT = new Set(['select', 'with', 'values', 'insert', 'update', 'delete', 'merge', 'table'])
/** Where a list of tables ends. */
const END_OF_FROM = new Set(
  'where group order having limit offset fetch union except intersect window returning set values select for when then else end'.split(
    ' ',
  ),
)
/** Functions whose arguments are separated by FROM. */
const FROM_INSIDE = new Set(['extract', 'substring', 'trim', 'overlay', 'position'])
/** Before UPDATE, when it begins no statement: FOR [NO KEY] UPDATE, ON CONFLICT DO UPDATE, AFTER INSERT OR UPDATE. */
const NOT_A_STATEMENT = new Set(['for', 'key', 'do', 'or', 'then', 'before', 'after', 'of'])

class Scan {
  readonly named: Named[] = []
  readonly ctes: string[] = []
  readonly holes: number[] = []
  private readonly ranks: Map<number, number>

  constructor(tokens: readonly Token[]) {
    this.ranks = new Map(tokens.filter(({ kind }) => kind === 'hole').map(({ at }, rank) => [at, rank]))
  }

  /** @param listing whether the sequence is inside a list of tables, one being awaited */
  read(nodes: readonly Node[], listing: boolean): void {
    let from = listing
    let awaited: 'read' | 'write' | null = listing ? 'read' : null
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i]
      if (node === undefined) continue
      if (awaited !== null) {
        const next = this.place(nodes, i, awaited)
        if (next === null) continue
        awaited = null
        if (next > i) {
          i = next - 1
          continue
        }
      }
      if (isGroup(node)) {
        this.readGroup(nodes, i, node)
        continue
      }
      if (isMark(node, ',')) {
        if (from) awaited = 'read'
        continue
      }
      if (isMark(node, ';')) from = false
      this.noteCte(nodes, i)
      const text = word(node)
      if (text === null) continue
      const before = word(nodes[i - 1])
      if (text === 'from' && before !== 'distinct') {
        from = true
        awaited = before === 'delete' ? 'write' : 'read'
      } else if (text === 'join') awaited = 'read'
      else if (text === 'using' && !isGroup(nodes[i + 1])) {
        from = true
        awaited = 'read'
      } else if (text === 'into' && (before === 'insert' || before === 'merge')) awaited = 'write'
      else if (text === 'update' && (before === null || !NOT_A_STATEMENT.has(before))) awaited = 'write'
      else if (text === 'truncate' || (text === 'table' && (before === 'lock' || before === null))) awaited = 'write'
      else if (END_OF_FROM.has(text) || (text === 'on' && word(nodes[i + 1]) === 'conflict')) from = false
    }
  }

  private readGroup(nodes: readonly Node[], i: number, group: Extract<Node, { kind: 'group' }>): void {
    const before = word(nodes[i - 1])
    if (before !== null && FROM_INSIDE.has(before))
      this.read(
        group.nodes.filter((node) => word(node) !== 'from'),
        false,
      )
    else this.read(group.nodes, false)
  }

  /**
   * Reads what stands where a table is awaited.
   * @returns where to go on; null when it still is awaited
   */
  private place(nodes: readonly Node[], i: number, awaited: 'read' | 'write'): number | null {
    const node = nodes[i]
    if (node?.kind === 'hole') {
      this.holes.push(this.ranks.get(node.at) ?? -1)
      return i + 1
    }
    if (isGroup(node)) {
      const first = node.nodes[0]
      this.read(node.nodes, !(STATEMENT.has(word(first) ?? '') || first?.kind === 'hole'))
      return i + 1
    }
    if (!isName(node)) return i
    if (['only', 'lateral', 'table'].includes(word(node) ?? '')) return null
    let end = i + 1
    let name = node.text
    while (isMark(nodes[end], '.') && isName(nodes[end + 1])) {
      name += `.${(nodes[end + 1] as Token).text}`
      end += 2
    }
    // What is followed by arguments is a function; after INTO, by the columns that are written.
    if (!isGroup(nodes[end]) || awaited === 'write') this.named.push({ name, write: awaited === 'write', at: node.at })
    else return end
    return isGroup(nodes[end]) ? end + 1 : end
  }

  /** `WITH name [(columns)] AS [[NOT] MATERIALIZED] (`, and those that follow after a comma. */
  private noteCte(nodes: readonly Node[], i: number): void {
    const node = nodes[i]
    if (!isName(node)) return
    const before = nodes[i - 1]
    if (i > 0 && !isMark(before, ',') && !['with', 'recursive'].includes(word(before) ?? '')) return
    let end = i + 1
    if (isGroup(nodes[end])) end += 1
    if (word(nodes[end]) !== 'as') return
    end += 1
    while (['not', 'materialized'].includes(word(nodes[end]) ?? '')) end += 1
    const body = nodes[end]
    if (!isGroup(body)) return
    const first = body.nodes[0]
    if (first?.kind === 'hole' || STATEMENT.has(word(first) ?? '')) this.ctes.push(node.text)
  }
}

/** Reads a statement, or a fragment of one. */
export function readSql(sql: string): Reading {
  const tokens = lex(sql)
  const scan = new Scan(tokens)
  scan.read(nest(tokens), false)
  const { named, ctes, holes } = scan
  return { named, ctes, holes }
}

/** The first two words of a text: a fragment that begins with a table and its alias goes on with a list of tables. */
export function readFirstName(sql: string): string | null {
  const [first, second] = lex(sql)
  return first?.kind === 'word' && second?.kind === 'word' && !END_OF_FROM.has(second.text) ? first.text : null
}
