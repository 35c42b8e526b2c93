import { Fragment } from 'react'
import { Sigle } from './sigle'

/** Acronyms and what they stand for, given by the caller: this folder knows no domain. */
export type Sigles = Readonly<Record<string, string>>

/** Props of {@link TexteSigles}. */
export type TexteSiglesProps = { texte: string; sigles: Sigles }

/**
 * Cuts a text at the first occurrence of each known acronym.
 * @param texte a sentence
 * @param sigles the acronyms to look for, case as written
 * @returns the pieces in order; `sens` is set on those that are acronyms
 */
export function parseSigles(texte: string, sigles: Sigles): { texte: string; sens?: string }[] {
  const seen = new Set<string>()
  return texte
    .split(/(?<![\p{L}\p{N}])([\p{Lu}][\p{L}\p{N}]+)(?![\p{L}\p{N}])/u)
    .map((piece) => {
      const sens = Object.hasOwn(sigles, piece) ? sigles[piece] : undefined
      if (!sens || seen.has(piece)) return { texte: piece }
      seen.add(piece)
      return { texte: piece, sens }
    })
    .filter((piece) => piece.texte !== '')
}

/** A sentence whose known acronyms explain themselves, each once. */
export function TexteSigles({ texte, sigles }: TexteSiglesProps) {
  return parseSigles(texte, sigles).map((piece, index) =>
    piece.sens ? (
      <Sigle key={index} sigle={piece.texte} sens={piece.sens} />
    ) : (
      <Fragment key={index}>{piece.texte}</Fragment>
    ),
  )
}

/** Acronym inside a link or a button, where a second button cannot be. */
export function Abbr({ sigle, sens }: { sigle: string; sens: string }) {
  return (
    <abbr title={sens} className="no-underline">
      {sigle}
    </abbr>
  )
}
