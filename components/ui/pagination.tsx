import { IconChevronLeft, IconChevronRight } from './icons'
import { Link } from './link'

/** Props of {@link Pagination}. */
export type PaginationProps = {
  page: number
  pages: number
  /** Address of a page. */
  href: (page: number) => string
  /** What is seen of what there is ("1 à 25 sur 103 fiches"). */
  resume?: string
}

/**
 * The pages worth a link: first, last, and those around the current one.
 * @param page current page, from 1
 * @param pages how many there are
 * @returns page numbers in order; null stands for a gap
 */
export function listPages(page: number, pages: number): (number | null)[] {
  const kept = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages)
  const numbers = [...new Set(kept)].sort((a, b) => a - b)
  return numbers.flatMap((n, i) => {
    const before = numbers[i - 1]
    if (before === undefined || n - before === 1) return [n]
    return n - before === 2 ? [n - 1, n] : [null, n]
  })
}

/** Pages of a list; nothing when there is one page and nothing to sum up. */
export function Pagination({ page, pages, href, resume }: PaginationProps) {
  if (pages <= 1) {
    return resume ? <p className="pagination">{resume}</p> : null
  }
  return (
    <nav className="pagination" aria-label="Pages de la liste">
      <span>{resume}</span>
      <ol>
        <li>
          {page > 1 ? (
            <Link className="page-link" href={href(page - 1)} rel="prev">
              <IconChevronLeft label="Page précédente" />
            </Link>
          ) : null}
        </li>
        {listPages(page, pages).map((n, index) => (
          <li key={n ?? `gap-${index}`}>
            {n === null ? (
              <span className="page-link">…</span>
            ) : (
              <Link
                className="page-link"
                href={href(n)}
                aria-current={n === page ? 'page' : undefined}
                aria-label={`Page ${n}`}
              >
                {n}
              </Link>
            )}
          </li>
        ))}
        <li>
          {page < pages ? (
            <Link className="page-link" href={href(page + 1)} rel="next">
              <IconChevronRight label="Page suivante" />
            </Link>
          ) : null}
        </li>
      </ol>
    </nav>
  )
}
