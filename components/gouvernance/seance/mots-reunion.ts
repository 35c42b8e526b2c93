/** The words of a meeting’s page. */
import type { GlyphShape } from '@/components/ui/mesure/glyph'
import type { Tone } from '@/components/ui/tokens'
import type { EtatPresence } from '@/lib/gouvernance/seance/rules/quorum'
import type { EtatPoint } from '@/lib/gouvernance/seance/types/reunion'

export const ETATS_DE_POINT: Record<EtatPoint, { mots: string; tone: Tone; shape: GlyphShape }> = {
  A_TRAITER: { mots: 'À traiter', tone: 'neutral', shape: 'vide' },
  TRAITE: { mots: 'Traité', tone: 'ok', shape: 'coche' },
  REPORTE: { mots: 'Reporté', tone: 'warn', shape: 'pause' },
}

export const PRESENCES: Record<EtatPresence, { mots: string; tone: Tone }> = {
  PRESENT: { mots: 'Présent', tone: 'ok' },
  REPRESENTE: { mots: 'Représenté', tone: 'info' },
  EXCUSE: { mots: 'Excusé', tone: 'neutral' },
  ABSENT: { mots: 'Absent', tone: 'warn' },
}
