'use client'

import { usePathname } from 'next/navigation'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import type { NavGroup, NavItem } from './types'

/**
 * Whether an address is that of a line, or under it.
 * @param path current path
 * @param item a line of the navigation
 */
export function isCurrent(
  path: string,
  { href, exact, aussi = [] }: Pick<NavItem, 'href' | 'exact' | 'aussi'>,
): boolean {
  return (
    path === href ||
    (!exact && path.startsWith(`${href}/`)) ||
    aussi.some((autre) => path === autre || path.startsWith(`${autre}/`))
  )
}

function NavLine({ item, current }: { item: NavItem; current: boolean }) {
  return (
    <li>
      <Link href={item.href} className="nav-link" aria-current={current ? 'page' : undefined}>
        <span className="nav-label">{item.label}</span>
        {item.badge ? <Badge tone={item.badge.tone}>{item.badge.texte}</Badge> : null}
        {item.count !== undefined && !item.badge ? (
          <span className="nav-count">
            {item.count}
            {item.countLabel ? <span className="visually-hidden"> {item.countLabel}</span> : null}
          </span>
        ) : null}
      </Link>
    </li>
  )
}

/** The lines of the side navigation; the current one follows the address. */
export function NavLinks({ groups }: { groups: NavGroup[] }) {
  const path = usePathname()
  return groups.map((group, index) => (
    <div key={group.titre ?? index} className="nav-group">
      {group.titre ? <p className="nav-title">{group.titre}</p> : null}
      <ul aria-label={group.titre}>
        {group.items.map((item) => (
          <NavLine key={item.href} item={item} current={isCurrent(path, item)} />
        ))}
      </ul>
    </div>
  ))
}
