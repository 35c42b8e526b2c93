import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

/** Props of {@link ChiffresCles}. */
export type ChiffresClesProps = {
  /** Name of the group, for those who listen. */
  label: string
  /** {@link ChiffreCle} elements, four at most. */
  children: ReactNode
}

/** The strip of key figures: one surface with hairlines, two by two when narrow. */
export function ChiffresCles({ label, children }: ChiffresClesProps) {
  return (
    <div className="chiffres">
      <ul className="chiffres-list" aria-label={label}>
        {children}
      </ul>
    </div>
  )
}

/** Props of {@link ChiffreCle}. */
export type ChiffreCleProps = {
  libelle: string
  /** The figure as written ("3 sur 4", "3,1"). */
  valeur: ReactNode
  /** Quieter words after the figure ("sur 3,1"). */
  suffixe?: ReactNode
  /** Badge under the figure. */
  badge?: ReactNode
  /** Address of exactly the rows the figure counts. */
  href?: string
}

/** One key figure; with `href` the whole cell is a link to the rows it counts. */
export function ChiffreCle({ libelle, valeur, suffixe, badge, href }: ChiffreCleProps) {
  const content = (
    <>
      <span className="chiffre-label">{libelle}</span>{' '}
      <span className="chiffre-value">
        {valeur}
        {suffixe ? <small> {suffixe}</small> : null}
      </span>{' '}
      {badge}
    </>
  )
  return (
    <li>
      {href ? (
        <Link href={href} className="chiffre">
          {content}
        </Link>
      ) : (
        <div className="chiffre">{content}</div>
      )}
    </li>
  )
}
