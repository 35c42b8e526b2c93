import type { ReactNode } from 'react'
import { IconX } from './icons'
import { Link } from './link'

/** Props of {@link FilterChip}. */
export type FilterChipProps = {
  /** Address with the filter set, or without it when it is active. */
  href: string
  actif?: boolean
  /** How many rows it leaves. */
  count?: ReactNode
  children: ReactNode
}

/** A filter as a link: the filters of a list are in the address. */
export function FilterChip({ href, actif, count, children }: FilterChipProps) {
  return (
    <Link href={href} scroll={false} className="chip" aria-current={actif ? 'true' : undefined}>
      <span>{children}</span>
      {count === undefined ? null : <span className="chip-count">{count}</span>}
      {actif ? <IconX label="Retirer ce filtre" /> : null}
    </Link>
  )
}

/** Row of {@link FilterChip}, under one name. */
export function FilterChips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="chips" role="group" aria-label={label}>
      {children}
    </div>
  )
}
