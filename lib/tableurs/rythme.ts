import { refus } from './refus'
import { LIMITES } from './types'

/** Between two of these, other requests of the process wait. */
const TRANCHE_MS = 12

/**
 * Reads a file without holding the process: the reading gives way every few milliseconds, and stops in words when the
 * whole takes too long.
 */
export class Rythme {
  private readonly fin = performance.now() + LIMITES.duree
  private tranche = performance.now() + TRANCHE_MS
  private tours = 0

  /** To be awaited when true. Cheap enough for every token. */
  isDue(): boolean {
    this.tours = (this.tours + 1) & 255
    return this.tours === 0 && performance.now() >= this.tranche
  }

  /** @throws RefusTableur when the time is over */
  async pause(): Promise<void> {
    if (performance.now() > this.fin) throw refus.duree()
    await new Promise<void>((suite) => setImmediate(suite))
    this.tranche = performance.now() + TRANCHE_MS
  }
}
