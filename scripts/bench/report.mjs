// What was measured, beside what is aimed at.
import fs from 'node:fs'
import { inProject } from '../lib/project.mjs'
import { median } from './measure.mjs'
import { SCREENS } from './scenarios.mjs'

/** Highest figures aimed at; from docs/performance.md. Ratios are to the bare limit, at 1 and 8 clients, on the clock. */
const AIMS = {
  ratio: { dashboard: { 1: 7, 8: 10 }, portfolio: { 1: 4, 8: 6 }, write: { 1: 4, 8: 6 } },
  /** milliseconds of processor a request, where no bare page shows the same */
  work: { list: { server: 14, base: 2 } },
  html: { dashboard: 45_000, list: 80_000, portfolio: 40_000 },
  script: 175_000,
  statements: 6,
  idle: 300,
  crowd: 650,
  growth: 1.3,
}

const FIGURES = ['server', 'base', 'cpu', 'time']

const reduceSlices = (slices) => ({
  ...Object.fromEntries(FIGURES.map((figure) => [figure, median(slices.map((slice) => slice[figure]))])),
  requests: slices.reduce((sum, { requests }) => sum + requests, 0),
  errors: slices.reduce((sum, { errors }) => sum + errors, 0),
  first: slices.find(({ first }) => first)?.first,
})

/** Figures of each size, screen and number of clients, the application and the floor beside the limit. */
function compare(measures) {
  const found = (size, screen, clients, kind) =>
    measures.find(
      ({ side, ...other }) =>
        side.size.name === size && side.kind === kind && other.screen === screen && other.clients === clients,
    )
  return measures
    .filter(({ side }) => side.kind === 'app')
    .map(({ side, screen, clients, slices }) => {
      const app = reduceSlices(slices)
      const bare = (kind) => reduceSlices(found(side.size.name, screen, clients, kind).slices)
      const [floor, limit] = [bare('floor'), bare('limit')]
      return {
        size: side.size.name,
        screen,
        clients,
        app,
        floor,
        limit,
        ratio: { cpu: app.cpu / limit.cpu, time: app.time / limit.time, walls: floor.time / limit.time },
      }
    })
}

/** What a screen costs at the largest size, against the size of one Caf of as many conventions. */
function computeGrowth(lines) {
  const cost = (size, screen) =>
    lines.find((line) => line.size === size && line.screen === screen && line.clients === 1)?.app.cpu
  return Object.keys(SCREENS)
    .map((screen) => ({ screen, ratio: cost('national', screen) / cost('moyen', screen), aim: AIMS.growth }))
    .filter(({ ratio }) => Number.isFinite(ratio))
}

/** Everything worth keeping of a run, as plain data. */
export function summarize({ opened, facts, measures, crowds, load, seconds, minutes, machine }) {
  const lines = compare(measures)
  return {
    date: new Date().toISOString(),
    machine,
    load,
    seconds,
    minutes,
    sizes: opened.map(({ size, rows }) => ({ ...size, rows })),
    lines,
    growth: computeGrowth(lines),
    pages: opened.flatMap(({ size, app, floor, limit }) =>
      Object.keys(SCREENS).map((screen) => ({
        size: size.name,
        screen,
        app: facts.get(app).screens[screen],
        floor: facts.get(floor).screens[screen],
        limit: facts.get(limit).screens[screen],
      })),
    ),
    memory: opened.map(({ size, app, floor }) => ({
      size: size.name,
      idle: facts.get(app).idle,
      after: facts.get(app).after,
      floor: facts.get(floor).idle,
      peak: Math.max(...crowds.filter(({ side }) => side === app).map(({ peak }) => peak)),
    })),
    crowds: crowds.map(({ side, screen, requests, errors, first, perSecond }) => ({
      size: side.size.name,
      screen,
      requests,
      errors,
      first,
      perSecond,
    })),
  }
}

const ms = (value) => value.toFixed(value < 10 ? 2 : 1)
const times = (value) => value.toFixed(1)
const held = (value, aim) => (value <= aim ? 'held' : '**missed**')
const table = (head, rows) =>
  [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join(
    '\n',
  )
const label = (screen) => SCREENS[screen].label

/** What is aimed at for a work, and whether it is held. */
function judge({ screen, clients, app, ratio }) {
  const work = AIMS.work[screen]
  if (work)
    return [`≤ ${work.server} + ${work.base} ms`, held(Math.max(app.server / work.server, app.base / work.base), 1)]
  const aim = AIMS.ratio[screen][clients]
  return [`≤ ${aim}`, held(ratio.time, aim)]
}
const loads = (values) => values.map((value) => value.toFixed(1)).join(', ')

function writeMarkdown({ date, machine, load, seconds, minutes, sizes, lines, growth, pages, memory, crowds }) {
  return `# Measures of ${date.slice(0, 16).replace('T', ' ')} UTC

${machine.cores} cores, Node ${machine.node}, ${seconds} s by measure in five slices, ${minutes.toFixed(1)} minutes in all. Load average (1, 5, 15 minutes): ${loads(load.start)} at the start, ${loads(load.measures)} before measuring, ${loads(load.end)} at the end.

${table(
  ['size', 'Cafs', 'conventions', 'fiches', 'indicators', 'measures', 'meetings'],
  sizes.map(({ name, cafs, rows }) => [
    name,
    cafs,
    rows.convention,
    rows.fiche_action,
    rows.indicateur,
    rows.mesure,
    rows.reunion,
  ]),
)}

## Cost of a request

Milliseconds of processor a request, server + PostgreSQL, median of the slices. The ratios are to the bare limit: of the
application in processor time and on the clock (mean time of a client’s request; at several clients, the inverse of the
throughput), and of the floor on the clock, which is what rights, walls and rules cost without a framework.

${table(
  ['size', 'work', 'clients', 'application', 'floor', 'limit', 'processor', 'clock', 'floor, clock', 'aim', ''],
  lines.map((line) => [
    line.size,
    label(line.screen),
    line.clients,
    ...[line.app, line.floor, line.limit].map(({ server, base }) => `${ms(server)} + ${ms(base)}`),
    times(line.ratio.cpu),
    times(line.ratio.time),
    times(line.ratio.walls),
    ...judge(line),
  ]),
)}

## From 40 conventions to 3 500

${
  growth.length === 0
    ? 'Needs both sizes.'
    : table(
        ['work', 'ratio of cost', 'aim', ''],
        growth.map(({ screen, ratio, aim }) => [label(screen), ratio.toFixed(2), `≤ ${aim}`, held(ratio, aim)]),
      )
}

## Pages

Bytes of the answer before compression; bytes of JavaScript compressed; SQL statements, BEGIN and COMMIT included.

${table(
  ['size', 'work', 'HTML', 'aim', 'JavaScript', 'aim', 'statements', 'aim', 'HTML of the limit'],
  pages.map(({ size, screen, app, limit }) => [
    size,
    label(screen),
    app.bytes,
    AIMS.html[screen] ? `≤ ${AIMS.html[screen]}` : '–',
    app.script,
    `≤ ${AIMS.script}`,
    app.statements,
    screen === 'write' ? '–' : `≤ ${AIMS.statements}`,
    limit.bytes,
  ]),
)}

## Memory and crowd

Resident memory in megabytes: after one request of each kind, at its highest under 32 clients, and after them.

${table(
  ['size', 'idle', 'aim', 'highest', 'after', 'aim', 'floor, idle'],
  memory.map(({ size, idle, peak, after, floor }) => [
    size,
    Math.round(idle),
    `≤ ${AIMS.idle}`,
    Math.round(peak),
    Math.round(after),
    `≤ ${AIMS.crowd}`,
    Math.round(floor),
  ]),
)}

${table(
  ['size', 'work at 32 clients', 'requests', 'by second', 'errors'],
  crowds.map(({ size, screen, requests, errors, perSecond }) => [
    size,
    label(screen),
    requests,
    perSecond.toFixed(1),
    errors,
  ]),
)}
`
}

/**
 * Writes reports/bench.json and reports/bench.md.
 * @returns {string} the second one
 */
export function writeReports(report) {
  const text = writeMarkdown(report)
  fs.writeFileSync(inProject('reports/bench.json'), `${JSON.stringify(report, null, 2)}\n`)
  fs.writeFileSync(inProject('reports/bench.md'), text)
  return text
}
