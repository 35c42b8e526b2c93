import type { Tone } from '@/components/ui/tokens'
import type { Gravite } from '@/lib/pilotage/veille/rules/faits'

/** How grave a thing is, in colour, wherever it is told. */
export const TONS_GRAVITE: Record<Gravite, Tone> = { RETARD: 'bad', A_RISQUE: 'warn', A_FAIRE: 'info' }
