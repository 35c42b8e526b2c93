import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'

/** One fact and its name. */
export type Detail = { terme: ReactNode; valeur: ReactNode }

/** Props of {@link Details}. */
export type DetailsProps = { details: Detail[]; columns?: boolean }

/** Facts and their names, one under the other or in columns. */
export function Details({ details, columns }: DetailsProps) {
  return (
    <dl className={cx('details', columns && 'details-columns')}>
      {details.map((detail, index) => (
        <div key={index}>
          <dt>{detail.terme}</dt>
          <dd>{detail.valeur}</dd>
        </div>
      ))}
    </dl>
  )
}
