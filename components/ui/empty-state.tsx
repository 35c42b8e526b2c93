import type { ReactNode } from 'react'

/** Props of {@link EmptyState}. */
export type EmptyStateProps = {
  /** What is not there ("Aucune réunion prévue"). */
  titre: ReactNode
  /** Why, in one sentence. */
  pourquoi: ReactNode
  /** The next step: one or two buttons or links. */
  suite?: ReactNode
}

/** What stands where nothing is: what, why, and what to do. */
export function EmptyState({ titre, pourquoi, suite }: EmptyStateProps) {
  return (
    <div className="empty">
      <p className="empty-title">{titre}</p>
      <p className="empty-why">{pourquoi}</p>
      {suite ? <div className="empty-next">{suite}</div> : null}
    </div>
  )
}
