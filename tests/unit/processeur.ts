/**
 * Milliseconds of processor that this process has taken since a moment: what it does, whatever else the machine does.
 * Two seconds of work are two seconds on a free machine and on one that does ten things at once.
 */
export function startProcesseur(): () => number {
  const depuis = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(depuis)
    return (user + system) / 1000
  }
}
