import { Badge } from '@/components/ui/badge'

/** The words of the document, between French quotation marks. */
export function Citation({ texte }: { texte: string | null }) {
  if (!texte) return null
  return <span className="block text-sm text-muted">« {texte} »</span>
}

/** What the document does not say: unknown is a value, and is shown as such. */
export function Inconnu({ texte }: { texte?: string | null }) {
  return (
    <>
      <span className="text-muted">Non précisé par le document</span>
      <Citation texte={texte ?? null} />
    </>
  )
}

/** Mark beside what must be confirmed, with the reasons. */
export function AConfirmer({ raisons, adresse }: { raisons: string[]; adresse: string }) {
  if (raisons.length === 0) return null
  return (
    <a href={adresse} title={raisons.join(' ')} className="no-underline">
      <Badge tone="warn">à confirmer</Badge>
    </a>
  )
}
