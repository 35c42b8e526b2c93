import type { ReactNode } from 'react'

/** Props of {@link ActionBar}. */
export type ActionBarProps = {
  /** Name of the region ("Modifications non validées"). */
  label: string
  /** What stands, in one or two sentences; said as it changes. */
  children: ReactNode
  actions: ReactNode
}

/** Dark bar at the foot of an edition: where it stands, and the ways out. */
export function ActionBar({ label, children, actions }: ActionBarProps) {
  return (
    <section className="action-bar" aria-label={label}>
      <div className="action-bar-text" role="status">
        {children}
      </div>
      <div className="form-actions">{actions}</div>
    </section>
  )
}
