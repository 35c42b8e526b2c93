// What processes cost, read from /proc: processor time in nanoseconds where the kernel keeps it, else in hundredths of
// a second; resident memory. Linux only.
import fs from 'node:fs'

const TICK_MS = 10

const readFile = (file) => {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return '' // gone meanwhile
  }
}

/** A process and all it started. @param {number} root */
export function listTree(root) {
  const children = new Map()
  for (const name of fs.readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = Number(/\) \S (\d+)/.exec(readFile(`/proc/${name}/stat`))?.[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const below = (pid) => [pid, ...(children.get(pid) ?? []).flatMap(below)]
  return below(root)
}

/** Every thread counts: rendering, compression and the garbage collector do not share one. */
function readProcessCpu(pid) {
  const folder = `/proc/${pid}/task`
  let threads = []
  try {
    threads = fs.readdirSync(folder)
  } catch {
    return 0
  }
  const spent = threads.map((thread) => readFile(`${folder}/${thread}/schedstat`).split(' ')[0]).filter(Boolean)
  if (spent.length > 0) return spent.reduce((sum, nanoseconds) => sum + Number(nanoseconds) / 1e6, 0)
  const [user, system] = readFile(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ')
    .slice(11, 13)
  return (Number(user) + Number(system) || 0) * TICK_MS
}

/** Processor time spent so far, in milliseconds. @param {number[]} pids */
export const readCpu = (pids) => pids.reduce((sum, pid) => sum + readProcessCpu(pid), 0)

/** Resident memory in megabytes. @param {number[]} pids */
export const readMemory = (pids) =>
  pids.reduce((sum, pid) => sum + Number(/VmRSS:\s+(\d+)/.exec(readFile(`/proc/${pid}/status`))?.[1] ?? 0) / 1024, 0)
