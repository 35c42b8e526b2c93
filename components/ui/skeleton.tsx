/** Widths of successive lines, so that they read as text. */
const WIDTHS = ['w-11/12', 'w-full', 'w-4/5', 'w-3/5']

/** Props of {@link Skeleton}. */
export type SkeletonProps = {
  /** What is coming, said to those who do not see it. */
  label?: string
  lignes?: number
}

/** Place of a content that is coming. */
export function Skeleton({ label = 'Chargement…', lignes = 3 }: SkeletonProps) {
  return (
    <div role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lignes }, (_, i) => (
        <span key={i} className={`skeleton ${WIDTHS[i % WIDTHS.length]}`} aria-hidden="true" />
      ))}
    </div>
  )
}
