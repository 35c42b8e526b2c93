import { useId, type ReactNode } from 'react'
import { cx } from '@/components/ui/cx'

/** Props of {@link Panneau}. */
export type PanneauProps = {
  titre?: ReactNode
  sousTitre?: ReactNode
  /** Buttons at the right of the title; not printed. */
  actions?: ReactNode
  pied?: ReactNode
  /** Level of the title in the page's outline. */
  niveau?: 2 | 3
  /** Name of the section when it has no visible title. */
  label?: string
  id?: string
  className?: string
  children?: ReactNode
}

/** The one surface of a screen: a titled section with a hairline. Never inside another. */
export function Panneau({ titre, sousTitre, actions, pied, niveau = 2, label, id, className, children }: PanneauProps) {
  const titleId = useId()
  const Heading = `h${niveau}` as const
  return (
    <section
      id={id}
      className={cx('panneau', className)}
      aria-labelledby={titre ? titleId : undefined}
      aria-label={titre ? undefined : label}
    >
      {titre || actions ? (
        <div className="panneau-header">
          <div>
            {titre ? <Heading id={titleId}>{titre}</Heading> : null}
            {sousTitre ? <p className="panneau-sub">{sousTitre}</p> : null}
          </div>
          {actions ? <div className="page-actions panneau-actions">{actions}</div> : null}
        </div>
      ) : null}
      {children}
      {pied ? <div className="panneau-footer">{pied}</div> : null}
    </section>
  )
}
