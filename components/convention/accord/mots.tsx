import { Badge } from '@/components/ui/badge'
import { formatAbsence } from '@/lib/convention/accord/rules/connaissance'
import { capitalise } from '@/lib/platform/mots'

/** Beyond this, the words of the document are folded. */
const LONGUEUR_MONTREE = 280

/**
 * The words of the document, between French quotation marks; folded when they are long. Only for fields that hold a
 * citation (lib/notation/schema): anything else is a `Note`.
 * @param props.titre what they are about: they are folded under it, however short
 */
export function Citation({ texte, titre }: { texte: string | null; titre?: string }) {
  if (!texte) return null
  const citation = <span className="block text-sm whitespace-pre-line text-muted">« {texte} »</span>
  if (titre === undefined && texte.length <= LONGUEUR_MONTREE) return citation
  return (
    <details className={titre === undefined ? 'text-sm' : undefined}>
      <summary>{titre ?? 'Lire le texte du document'}</summary>
      {citation}
    </details>
  )
}

/** What the product says of a passage, or in its place: no quotation marks, they are not the words of the document. */
export function Note({ texte }: { texte: string | null }) {
  return texte ? <span className="block text-sm whitespace-pre-line text-muted">{texte}</span> : null
}

/** What is not known: not entered, or the document is silent and a lacune says why. */
export function Inconnu({
  texte,
  lacune = null,
  accord,
}: {
  texte?: string | null
  lacune?: string | null
  accord?: Parameters<typeof formatAbsence>[1]
}) {
  return (
    <>
      <span className="text-muted">{capitalise(formatAbsence(lacune, accord))}</span>
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
