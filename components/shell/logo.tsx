import { Link } from '@/components/ui/link'

/** The mark of the product: a gauge between two landmarks. */
function LogoMark() {
  return (
    <svg viewBox="0 0 32 32" className="logo-mark" aria-hidden="true">
      <rect width="32" height="32" rx="8" className="logo-ground" />
      <path
        d="M7 21.5a9 9 0 0 1 18 0m-9 0 4-9.5"
        fill="none"
        className="logo-stroke"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <circle cx="7.5" cy="21.5" r="2.75" className="logo-gold" />
      <circle cx="24.5" cy="21.5" r="2.75" className="logo-gold" />
    </svg>
  )
}

/** Mark and name, leading to the first page. */
export function Logo({ href = '/' }: { href?: string }) {
  return (
    <Link href={href} className="logo">
      <LogoMark />
      <span>Copilote CTG</span>
    </Link>
  )
}
