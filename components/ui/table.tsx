import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'
import { IconArrowDown, IconArrowUp, IconChevronsUpDown } from './icons'
import { Link } from './link'

/** Props of {@link Table}. */
export type TableProps = {
  /** What the table says; required, visible only with `captionVisible`. */
  caption: ReactNode
  captionVisible?: boolean
  /** When narrow, one block per row; give `label` to each Td. */
  stacked?: boolean
  /** Header stays in sight under the top bar; not with `scroll`. */
  sticky?: boolean
  /** Wide table: its box scrolls sideways, and can be reached by keyboard under this name. */
  scroll?: string
  dense?: boolean
  className?: string
  children: ReactNode
}

/** Table with its caption; children are thead, tbody, tfoot made of {@link Th} and {@link Td}. */
export function Table({ caption, captionVisible, stacked, sticky, scroll, dense, className, children }: TableProps) {
  return (
    <div className="tbl-box" {...(scroll ? { role: 'region', 'aria-label': scroll, tabIndex: 0 } : {})}>
      <table className={cx('tbl', stacked && 'tbl-stacked', sticky && 'tbl-sticky', dense && 'tbl-dense', className)}>
        <caption className={captionVisible ? undefined : 'visually-hidden'}>{caption}</caption>
        {children}
      </table>
    </div>
  )
}

/** Props of {@link Th}. */
export type ThProps = ComponentProps<'th'> & {
  /** Figures: aligned to the right. */
  num?: boolean
}

/** Header cell; `scope="col"` unless told otherwise (`row` for the name of a line). */
export function Th({ num, scope = 'col', className, ...props }: ThProps) {
  return <th scope={scope} className={cx(num && 'num', className)} {...props} />
}

/** Props of {@link ThSort}. */
export type ThSortProps = {
  /** Address that sorts by this column (the other way round if it already does). */
  href: string
  /** How the rows are sorted by this column now, if they are. */
  sens?: 'asc' | 'desc'
  num?: boolean
  children: ReactNode
}

/** Column header that sorts: a link, since the order of a list lives in the address. */
export function ThSort({ href, sens, num, children }: ThSortProps) {
  const Mark = sens === 'asc' ? IconArrowUp : sens === 'desc' ? IconArrowDown : IconChevronsUpDown
  const state = sens === 'asc' ? 'ascending' : sens === 'desc' ? 'descending' : 'none'
  return (
    <th scope="col" aria-sort={state} className={num ? 'num' : undefined}>
      <Link href={href} scroll={false}>
        {children}
        <Mark />
      </Link>
    </th>
  )
}

/** Props of {@link Td}. */
export type TdProps = ComponentProps<'td'> & {
  num?: boolean
  /** Name of the column, shown before the value when rows are stacked. */
  label?: string
}

/** Cell of a table. */
export function Td({ num, label, className, ...props }: TdProps) {
  return <td className={cx(num && 'num', className)} data-label={label} {...props} />
}
