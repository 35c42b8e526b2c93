import { Fragment } from 'react'
import { IconExternalLink } from '@/components/ui/icons'
import { readTexte, type Inline } from './texte-riche/lire'

function Contenu({ contenu }: { contenu: Inline[] }) {
  return contenu.map((inline, rang) => {
    if (inline.genre === 'TEXTE') return <Fragment key={rang}>{inline.texte}</Fragment>
    if (inline.genre === 'GRAS')
      return (
        <strong key={rang}>
          <Contenu contenu={inline.contenu} />
        </strong>
      )
    return (
      <a key={rang} href={inline.adresse} rel="noopener noreferrer">
        <Contenu contenu={inline.contenu} />
        {/^mailto:/i.test(inline.adresse) ? null : (
          <IconExternalLink label=" (autre site)" className="ms-1 inline size-3.5 align-baseline" />
        )}
      </a>
    )
  })
}

/**
 * A text of a fiche, wherever it is shown: its lines kept, those with a mark set as a list under the sentence they follow,
 * bold and links; nothing else of it is read as anything but words. Best on the server: it brings a reader of Markdown.
 */
export function Texte({ texte }: { texte: string }) {
  return readTexte(texte).map((bloc, rang) =>
    bloc.genre === 'LISTE' ? (
      <ul key={rang} className="mt-1 grid gap-1 ps-1">
        {bloc.lignes.map(({ marque, contenu }, numero) => (
          <li key={numero} className="flex gap-2">
            <span aria-hidden="true" className="text-muted">
              {marque}
            </span>
            <span className="min-w-0 break-words">
              <Contenu contenu={contenu} />
            </span>
          </li>
        ))}
      </ul>
    ) : (
      <p key={rang} className={rang > 0 ? 'mt-1.5 break-words' : 'break-words'}>
        <Contenu contenu={bloc.contenu} />
      </p>
    ),
  )
}
