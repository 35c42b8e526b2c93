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

/** '20 min', '1 h', '1 h 30'. */
export function formatMinutes(minutes: number): string {
  const [heures, reste] = [Math.floor(minutes / 60), minutes % 60]
  if (heures === 0) return `${reste}\u00A0min`
  return reste === 0 ? `${heures}\u00A0h` : `${heures}\u00A0h\u00A0${String(reste).padStart(2, '0')}`
}

/** '14 h 05' in Paris: when something was saved. */
export function formatInstant(instant: Date): string {
  const texte = new Intl.DateTimeFormat('fr-FR', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Paris',
  }).format(instant)
  return texte.replace(':', '\u00A0h\u00A0')
}
