import { Badge } from '@/components/ui/badge'
import { cx } from '@/components/ui/cx'
import { Glyph, type GlyphShape } from '@/components/ui/mesure/glyph'
import type { Tone } from '@/components/ui/tokens'
import type { Echeance } from '@/lib/plan-action/champs/rules/echeance'
import { LABELS_STATUT, type StatutFiche } from '@/lib/plan-action/champs/words/statuts'

interface MotStatut {
  label: string
  tone: Tone
  /** null: a dotted ring, where nothing is known */
  shape: GlyphShape | null
  couleur: string
}

/** What a status is called, and its shape: colour alone says nothing. */
export const MOTS_STATUT: Record<StatutFiche, MotStatut> = {
  A_ENGAGER: { label: LABELS_STATUT.A_ENGAGER, tone: 'neutral', shape: 'vide', couleur: 'text-muted' },
  EN_COURS: { label: LABELS_STATUT.EN_COURS, tone: 'info', shape: 'demi', couleur: 'text-primary' },
  REALISEE: { label: LABELS_STATUT.REALISEE, tone: 'ok', shape: 'plein', couleur: 'text-ok' },
  REPORTEE: { label: LABELS_STATUT.REPORTEE, tone: 'warn', shape: 'pause', couleur: 'text-warn' },
  ABANDONNEE: { label: LABELS_STATUT.ABANDONNEE, tone: 'neutral', shape: 'croix', couleur: 'text-muted' },
  A_PRECISER: { label: LABELS_STATUT.A_PRECISER, tone: 'neutral', shape: null, couleur: 'text-muted' },
}

/** Shape of a status, in the size of a letter or at the head of a row. */
export function GlypheStatut({ statut, large }: { statut: StatutFiche; large?: boolean }) {
  const { shape } = MOTS_STATUT[statut]
  if (shape) return <Glyph shape={shape} large={large} />
  return (
    <svg viewBox="0 0 16 16" className={cx('glyph', large && 'glyph-lg')} aria-hidden="true">
      <circle cx="8" cy="8" r="6.75" fill="none" stroke="currentColor" strokeWidth="1.75" strokeDasharray="2.4 2.9" />
    </svg>
  )
}

/** A status that cannot be changed here. */
export function BadgeStatut({ statut }: { statut: StatutFiche }) {
  const { label, tone } = MOTS_STATUT[statut]
  return (
    <span className={`badge tone-${tone}`}>
      <GlypheStatut statut={statut} />
      <span>{label}</span>
    </span>
  )
}

/** Past its last day: late when it was under way, only over when nobody said where it stands. */
export function BadgeEcheance({ echeance }: { echeance: Echeance }) {
  if (echeance === null) return null
  return echeance === 'RETARD' ? <Badge tone="warn">en retard</Badge> : <Badge>période écoulée</Badge>
}

/** Mark of what must be confirmed in the document, with the reason. */
export function BadgeReserve({ raisons, base }: { raisons: readonly string[]; base: string }) {
  if (raisons.length === 0) return null
  return (
    <a href={`${base}/convention/a-confirmer`} title={raisons.join(' ')} className="no-underline">
      <Badge tone="warn">à confirmer</Badge>
    </a>
  )
}
