import type { ReactNode } from 'react'
import { Link } from './link'

/** One tab: an address. */
type Tab = { label: ReactNode; href: string; actif?: boolean; count?: ReactNode }

/** Props of {@link Tabs}. */
export type TabsProps = { label: string; tabs: Tab[] }

/** Views of one thing, as links: the tab is in the address. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav aria-label={label} className="tabs">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          scroll={false}
          className="tab"
          aria-current={tab.actif ? 'page' : undefined}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className="tab-count">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  )
}

/** One card among a few: small words, a figure, small words. */
type ChoiceCard = {
  href: string
  surtitre: ReactNode
  valeur: ReactNode
  note?: ReactNode
  actif?: boolean
}

/** Props of {@link ChoiceCards}. */
export type ChoiceCardsProps = { label: string; cards: ChoiceCard[] }

/** A few things side by side of which one is shown below (schémas, plans): links. */
export function ChoiceCards({ label, cards }: ChoiceCardsProps) {
  return (
    <nav aria-label={label}>
      <ul className="choice-cards">
        {cards.map((card) => (
          <li key={card.href}>
            <Link
              href={card.href}
              scroll={false}
              className="choice-card"
              aria-current={card.actif ? 'page' : undefined}
            >
              <small>{card.surtitre}</small>
              <span className="choice-card-value">{card.valeur}</span>
              {card.note ? <small>{card.note}</small> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
