import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'
import { Link, type LinkProps } from './link'

/** How much a button stands out; one primary per screen. */
export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'

type Look = {
  variant?: ButtonVariant
  size?: 'sm' | 'md'
  /** Icon before the label. */
  icon?: ReactNode
}

/**
 * Classes of a button, for the rare element that cannot be one of the components below.
 * @returns class names
 */
export function buttonClass({ variant = 'secondary', size = 'md' }: Omit<Look, 'icon'>): string {
  return `btn btn-${variant}${size === 'sm' ? ' btn-sm' : ''}`
}

/** Props of {@link Button}. */
export type ButtonProps = ComponentProps<'button'> &
  Look & {
    /** Work is under way: shows it, says it, and stays focusable. */
    busy?: boolean
  }

/** Button (type="button" unless told otherwise). */
export function Button({ variant, size, icon, busy, className, children, type = 'button', ...props }: ButtonProps) {
  return (
    <button
      type={type}
      className={cx(buttonClass({ variant, size }), className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || props['aria-disabled']}
      {...props}
    >
      {busy ? <span className="spinner" aria-hidden="true" /> : icon}
      {children}
    </button>
  )
}

/** Props of {@link ButtonLink}. */
export type ButtonLinkProps = LinkProps & Look

/** A link that looks like a button: it leads somewhere, it changes nothing. */
export function ButtonLink({ variant, size, icon, className, children, ...props }: ButtonLinkProps) {
  return (
    <Link className={cx(buttonClass({ variant, size }), className)} {...props}>
      {icon}
      {children}
    </Link>
  )
}

/** Props of {@link IconButton}. */
export type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'title'> & {
  /** What it does, said and shown on hover. */
  label: string
  variant?: ButtonVariant
  size?: 'sm' | 'md'
}

/** Square button with an icon as its only child; its label is required. */
export function IconButton({ label, variant = 'ghost', size, className, type = 'button', ...props }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={cx(buttonClass({ variant, size }), 'btn-icon', className)}
      {...props}
    />
  )
}
