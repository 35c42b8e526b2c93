/** The words of a meeting’s page. */
import type { GlyphShape } from '@/components/ui/mesure/glyph'
import type { Tone } from '@/components/ui/tokens'
import type { EtatPresence } from '@/lib/gouvernance/seance/rules/quorum'
import type { EtatPoint } from '@/lib/gouvernance/seance/types/reunion'
import { MOTS_ETAT_POINT, MOTS_PRESENCE } from '@/lib/gouvernance/seance/words'
import { capitalise } from '@/lib/platform/mots'

export const ETATS_DE_POINT: Record<EtatPoint, { mots: string; tone: Tone; shape: GlyphShape }> = {
  A_TRAITER: { mots: capitalise(MOTS_ETAT_POINT.A_TRAITER), tone: 'neutral', shape: 'vide' },
  TRAITE: { mots: capitalise(MOTS_ETAT_POINT.TRAITE), tone: 'ok', shape: 'coche' },
  REPORTE: { mots: capitalise(MOTS_ETAT_POINT.REPORTE), tone: 'warn', shape: 'pause' },
}

export const PRESENCES: Record<EtatPresence, { mots: string; tone: Tone }> = {
  PRESENT: { mots: capitalise(MOTS_PRESENCE.PRESENT), tone: 'ok' },
  REPRESENTE: { mots: capitalise(MOTS_PRESENCE.REPRESENTE), tone: 'info' },
  EXCUSE: { mots: capitalise(MOTS_PRESENCE.EXCUSE), tone: 'neutral' },
  ABSENT: { mots: capitalise(MOTS_PRESENCE.ABSENT), tone: 'warn' },
}
