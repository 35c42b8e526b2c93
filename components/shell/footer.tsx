import { Link } from '@/components/ui/link'

/** Foot of every page: the statements the law asks for. */
export function Footer() {
  return (
    <footer className="shell-footer no-print">
      <ul>
        <li>
          <Link href="/accessibilite" className="link-quiet">
            Accessibilité
          </Link>
        </li>
        <li>
          <Link href="/mentions-legales" className="link-quiet">
            Mentions légales
          </Link>
        </li>
        <li>
          <Link href="/donnees-personnelles" className="link-quiet">
            Données personnelles
          </Link>
        </li>
      </ul>
    </footer>
  )
}
