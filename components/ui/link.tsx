import NextLink from 'next/link'
import type { ComponentProps } from 'react'

/** Props of {@link Link}. */
export type LinkProps = ComponentProps<typeof NextLink>

/**
 * Link between pages, without prefetching: every page is made for who asks, so
 * prefetching a list of links would cost the server one rendering per link seen.
 * Takes the props of next/link (`prefetch` may be given back where it pays).
 */
export function Link({ prefetch = false, ...props }: LinkProps) {
  return <NextLink prefetch={prefetch} {...props} />
}
