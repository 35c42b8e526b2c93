import { Notice } from '@/components/ui/notice'
import type { Solde } from './solde'

/** The balance of what is typed, said as it changes. */
export function VueSolde({ soldes }: { soldes: readonly Solde[] }) {
  return (
    <div role="status" aria-label="Ce qui reste" className="empty:-mt-4.5">
      {soldes.length > 0 ? (
        <Notice tone={soldes.some(({ trop }) => trop) ? 'warn' : 'info'}>
          {soldes.map(({ texte }) => (
            <p key={texte}>{texte}</p>
          ))}
        </Notice>
      ) : null}
    </div>
  )
}
