import type { ReactNode } from 'react'
import { Link } from './link'

/** One step of the way to the page. */
type Crumb = { label: string; href: string }

/** Props of {@link PageHeader}. */
export type PageHeaderProps = {
  titre: ReactNode
  /** Number before the title, quieter ("3.1"). */
  numero?: string
  /** The way to this page, without the page itself. */
  fil?: Crumb[]
  /** One line above the title, when there is no way to show. */
  surtitre?: ReactNode
  /** Buttons at the right; not printed. */
  actions?: ReactNode
  /** What stays under the title (a status, a TimeBar, a sentence). */
  children?: ReactNode
}

/** The way to the page, in links. */
function Breadcrumb({ fil }: { fil: Crumb[] }) {
  return (
    <nav className="breadcrumb" aria-label="Fil d’Ariane">
      <ol>
        {fil.map((crumb) => (
          <li key={crumb.href}>
            <Link href={crumb.href}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Head of a page: the way, the one h1, the actions. */
export function PageHeader({ titre, numero, fil, surtitre, actions, children }: PageHeaderProps) {
  return (
    <div className="page-header">
      <div className="page-header-text">
        {fil && fil.length > 0 ? <Breadcrumb fil={fil} /> : null}
        {surtitre ? <p className="page-overline">{surtitre}</p> : null}
        <h1>
          {numero ? <span className="overline-number">{numero} </span> : null}
          {titre}
        </h1>
      </div>
      {actions ? <div className="page-actions">{actions}</div> : null}
      {children ? <div className="page-header-below">{children}</div> : null}
    </div>
  )
}
