import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { HOLE, readFirstName, readSql } from './sql'

/** Which tables a file of the product names: in its statements, and in its calls of Prisma’s models. */

export interface Mention {
  file: string
  line: number
  /** A table, a view (`schema.name`) or a CTE. */
  name: string
  write: boolean
}

export interface FileReading {
  mentions: Mention[]
  ctes: string[]
  /** Names of tables that only the running program knows: `FROM ${Prisma.raw(nom)}`. */
  dynamic: Mention[]
}

export interface Model {
  table: string
  /** Fields that lead to another model: its name, by field. */
  relations: Map<string, string>
}

/** Models of a Prisma schema, by the name that the client gives them. */
export function readModels(schema: string): Map<string, Model> {
  const bodies = [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => ({
    name,
    body,
  }))
  const known = new Set(bodies.map(({ name }) => name))
  const toClient = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
  return new Map(
    bodies.map(({ name, body }) => {
      const relations = [...body.matchAll(/^\s+(\w+)\s+(\w+)/gm)]
        .filter(([, , type = '']) => known.has(type))
        .map(([, field = '', type = '']) => [field, toClient(type)] as const)
      return [toClient(name), { table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name, relations: new Map(relations) }]
    }),
  )
}

const SQL_TAG = /(^|\.)(sql|\$queryRaw|\$executeRaw)$/
const SQL_CALL = /(^|\.)(\$queryRawUnsafe|\$executeRawUnsafe|raw)$/
/** What a text that is no tagged SQL must hold to be read as SQL. */
const LOOKS_LIKE_SQL = /\b(SELECT|INSERT INTO|DELETE FROM|UPDATE \S+ SET|FROM|JOIN)\s/
const METHODS =
  /^(find(Unique|First)(OrThrow)?|findMany|create(Many(AndReturn)?)?|update(Many(AndReturn)?)?|upsert|delete(Many)?|count|aggregate|groupBy)$/
const WRITES = /^(create|update|upsert|delete|connect|disconnect|set$)/

type Text = ts.TemplateLiteral | ts.StringLiteral

const isText = (node: ts.Node): node is Text =>
  ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isStringLiteral(node)

/** A template with a hole for each expression, and those expressions. */
function readText(node: Text): { text: string; expressions: ts.Expression[] } {
  if (!ts.isTemplateExpression(node)) return { text: node.text, expressions: [] }
  return {
    text: node.head.text + node.templateSpans.map(({ literal }) => HOLE + literal.text).join(''),
    expressions: node.templateSpans.map(({ expression }) => expression),
  }
}

class Reader {
  readonly reading: FileReading = { mentions: [], ctes: [], dynamic: [] }

  constructor(
    private readonly file: string,
    private readonly source: ts.SourceFile,
    private readonly models: Map<string, Model>,
    private readonly tables: Set<string>,
  ) {}

  visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return
    if (isText(node) && this.isSql(node)) this.readStatement(node)
    if (ts.isCallExpression(node)) this.readCall(node)
    ts.forEachChild(node, this.visit)
  }

  private isSqlPlace({ parent }: Text): boolean {
    if (ts.isTaggedTemplateExpression(parent)) return SQL_TAG.test(parent.tag.getText(this.source))
    return ts.isCallExpression(parent) && SQL_CALL.test(parent.expression.getText(this.source))
  }

  private isSql(node: Text): boolean {
    return this.isSqlPlace(node) || LOOKS_LIKE_SQL.test(readText(node).text)
  }

  private note(list: Mention[], node: ts.Node, name: string, write: boolean, offset = 0): void {
    const { line } = this.source.getLineAndCharacterOfPosition(node.getStart(this.source) + offset)
    list.push({ file: this.file, line: line + 1, name, write })
  }

  private readStatement(node: Text): void {
    const { text, expressions } = readText(node)
    const { named, ctes, holes } = readSql(text)
    const lineOf = (at: number): number => text.slice(0, at).split('\n').length - 1
    const first = this.source.getLineAndCharacterOfPosition(node.getStart(this.source)).line + 1
    for (const { name, write, at } of named)
      this.reading.mentions.push({ file: this.file, line: first + lineOf(at), name, write })
    const beginning = readFirstName(text)
    if (beginning !== null && this.tables.has(beginning) && named.every(({ at }) => text.slice(0, at).trim() !== ''))
      this.note(this.reading.mentions, node, beginning, false)
    // A fragment that is one name and nothing else stands for what it names.
    const alone = text.trim()
    if (this.isSqlPlace(node) && (this.tables.has(alone) || /^(public|porte)\.\w+$/.test(alone)))
      this.note(this.reading.mentions, node, alone, false)
    this.reading.ctes.push(...ctes)
    for (const rank of holes) {
      const expression = expressions[rank]
      if (expression !== undefined && this.isDynamic(node, expression))
        this.note(this.reading.dynamic, expression, expression.getText(this.source), false)
    }
  }

  /** A hole filled with text: in a tag only through Prisma.raw, in a plain string always. */
  private isDynamic(node: Text, expression: ts.Expression): boolean {
    if (!ts.isTaggedTemplateExpression(node.parent)) return true
    const given = this.resolve(expression)
    if (!ts.isCallExpression(given) || !/(^|\.)raw$/.test(given.expression.getText(this.source))) return false
    const [argument] = given.arguments
    return argument === undefined || !ts.isStringLiteralLike(argument)
  }

  /** What a name stands for, when the file says so. */
  private resolve(expression: ts.Expression): ts.Expression {
    if (!ts.isIdentifier(expression)) return expression
    let found: ts.Expression = expression
    const look = (node: ts.Node): void => {
      if (ts.isVariableDeclaration(node) && node.name.getText(this.source) === expression.text && node.initializer)
        found = node.initializer
      ts.forEachChild(node, look)
    }
    look(this.source)
    return found
  }

  private readCall(node: ts.CallExpression): void {
    const method = node.expression
    if (!ts.isPropertyAccessExpression(method) || !METHODS.test(method.name.text)) return
    const owner = method.expression
    if (!ts.isPropertyAccessExpression(owner)) return
    const model = this.models.get(owner.name.text)
    if (model === undefined) return
    this.note(this.reading.mentions, node, model.table, WRITES.test(method.name.text))
    for (const argument of node.arguments) this.readArgument(argument, model)
  }

  /** Relations followed in the argument of a call: each is a table that is read, or written. */
  private readArgument(given: ts.Expression, model: Model): void {
    const argument = this.resolve(given)
    if (ts.isArrayLiteralExpression(argument))
      for (const element of argument.elements) this.readArgument(element, model)
    if (ts.isSpreadElement(argument)) this.readArgument(argument.expression, model)
    if (!ts.isObjectLiteralExpression(argument)) return
    for (const property of argument.properties) {
      if (ts.isSpreadAssignment(property)) this.readArgument(property.expression, model)
      if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property)) continue
      const key = property.name.getText(this.source)
      const value = ts.isPropertyAssignment(property) ? property.initializer : property.name
      const target = this.models.get(model.relations.get(key) ?? '')
      if (target === undefined) {
        this.readArgument(value, model)
        continue
      }
      const nested = ts.isObjectLiteralExpression(value)
        ? value.properties.some((inner) => WRITES.test(inner.name?.getText(this.source) ?? ''))
        : false
      this.note(this.reading.mentions, property, target.table, nested)
      this.readArgument(value, target)
    }
  }
}

/** What one file names. @param tables names of the tables that exist */
export function readMentions(file: string, text: string, models: Map<string, Model>): FileReading {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const reader = new Reader(file, source, models, new Set([...models.values()].map(({ table }) => table)))
  reader.visit(source)
  return reader.reading
}

/** TypeScript files below a folder, from the root. */
export function listSources(root: string, folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((name) => /(?<!\.d)\.ts$/.test(name) && !name.startsWith('lib/generated/'))
    .sort()
}
