import { Glyph } from '@/components/ui/mesure/glyph'

/** Where an edit that saves by itself stands. */
type SaveState = 'idle' | 'saving' | 'saved' | 'error'

/** Props of {@link SaveStatus}. */
export type SaveStatusProps = {
  state: SaveState
  /** Time of the last save, as read ("14 h 05"). */
  heure?: string
  /** What went wrong and what to do. */
  message?: string
}

/** "Enregistré à 14 h 05", said as it changes; keep it mounted so that it is heard. */
export function SaveStatus({ state, heure, message }: SaveStatusProps) {
  return (
    <span role="status" className="text-sm text-muted">
      {state === 'saving' ? 'Enregistrement…' : null}
      {state === 'saved' ? `Enregistré${heure ? ` à ${heure}` : ''}` : null}
      {state === 'error' ? (
        <span className="field-error">
          <Glyph shape="triangle" />
          <span>{message ?? 'Non enregistré. Vérifiez la connexion, puis réessayez.'}</span>
        </span>
      ) : null}
    </span>
  )
}
