import { cx } from './cx'

/** Props of an icon. */
export type IconProps = {
  /** Said to those who do not see it; without it the icon is decoration beside a text. */
  label?: string
  className?: string
}

/**
 * Makes an icon component from the path of its drawing.
 * @param path SVG path on a 24 × 24 grid, drawn as a stroke
 * @returns a component that works on the server and in the browser
 */
export function createIcon(path: string) {
  return function Icon({ label, className }: IconProps) {
    return (
      <svg
        viewBox="0 0 24 24"
        className={cx('icon', className)}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      >
        <path d={path} />
      </svg>
    )
  }
}
