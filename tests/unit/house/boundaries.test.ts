import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SOUND_PROJECT, VIOLATIONS } from './boundaries-fixture'

type Rule = { name: string }
type Report = { violations: { rule: Rule; from: string; to: string }[]; ruleSetUsed: { forbidden: Rule[] } }

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const CRUISER = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

async function cruise(project: string, folders: string[]): Promise<Report> {
  const args = [CRUISER, '--config', path.join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json', ...folders]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: project, maxBuffer: 256 * 1024 * 1024 })
  return JSON.parse(stdout).summary
}

const tell = ({ violations }: Report) => violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)

function writeProject(files: Record<string, string>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'copilote-frontieres-'))
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), `${content}\n`)
  }
  for (const name of ['tsconfig.json', 'package.json']) fs.copyFileSync(path.join(ROOT, name), path.join(folder, name))
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'))
  return folder
}

describe('the boundary lint', () => {
  const folders: string[] = []
  const addProject = (files: Record<string, string>) => {
    const folder = writeProject(files)
    folders.push(folder)
    return folder
  }
  let report: Report

  beforeAll(async () => {
    const broken = Object.fromEntries(VIOLATIONS.map(({ from, statement }) => [from, statement]))
    report = await cruise(addProject({ ...SOUND_PROJECT, ...broken }), ['app', 'components', 'lib', 'tests'])
  }, 60_000)

  afterAll(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true })))

  it.each(VIOLATIONS)('$rule: reports $from → $to', ({ rule, from, to }) => {
    const found = report.violations.filter((one) => one.rule.name === rule && one.from === from)
    expect(found.map((one) => one.to)).toEqual([expect.stringContaining(to)])
  })

  it('has a violation for each of its rules', () => {
    const proven = new Set(VIOLATIONS.map(({ rule }) => rule))
    expect([...proven].sort()).toEqual(report.ruleSetUsed.forbidden.map(({ name }) => name).sort())
  })

  it('reports nothing on a project that respects every arrow', { timeout: 120_000 }, async () => {
    expect(tell(await cruise(addProject(SOUND_PROJECT), ['app', 'components', 'lib', 'tests']))).toEqual([])
  })
})
