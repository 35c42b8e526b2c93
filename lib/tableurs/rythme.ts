import { refus } from './refus'
import { LIMITES } from './types'

/** Between two of these, other requests of the process wait. */
const TRANCHE_MS = 12

/**
 * Reads a file without holding the process: the reading gives way every few milliseconds. What it may cost is counted
 * in steps, not in time: a busy machine refuses no file that an idle one reads.
 */
export class Rythme {
  private tranche = performance.now() + TRANCHE_MS
  private pas = 0

  /** To be asked at every token; a pause is to be awaited when true. @throws RefusTableur when there are too many */
  isDue(): boolean {
    this.pas += 1
    if (this.pas > LIMITES.pas) throw refus.duree()
    return (this.pas & 255) === 0 && performance.now() >= this.tranche
  }

  async pause(): Promise<void> {
    await new Promise<void>((suite) => setImmediate(suite))
    this.tranche = performance.now() + TRANCHE_MS
  }
}
