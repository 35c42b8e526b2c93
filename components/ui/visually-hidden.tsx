import type { ReactNode } from 'react'

/** Words for those who listen, out of sight. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>
}

/** First link of a page: to its content, past the menus. */
export function SkipLink({ href = '#contenu' }: { href?: string }) {
  return (
    <a href={href} className="skip-link">
      Aller au contenu
    </a>
  )
}
