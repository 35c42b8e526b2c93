import { Fragment } from 'react'
import { SIGLES_CTG } from '@/components/shell/sigles'
import { Abbr, parseSigles, TexteSigles } from '@/components/ui/texte-sigles'

/** Name of an instance, or words of the convention, whose acronyms explain themselves. */
export function Mots({ texte }: { texte: string }) {
  return <TexteSigles texte={texte} sigles={SIGLES_CTG} />
}

/** The same inside a link. */
export function MotsDeLien({ texte }: { texte: string }) {
  return parseSigles(texte, SIGLES_CTG).map(({ texte: mot, sens }, rang) =>
    sens ? <Abbr key={rang} sigle={mot} sens={sens} /> : <Fragment key={rang}>{mot}</Fragment>,
  )
}
