import { computeDifferences } from '@/lib/plan-action/suivi/rules/differences'

/** What became of a text, word by word: struck out and underlined, never by colour alone. */
export function Difference({ de, vers }: { de: string; vers: string }) {
  return (
    <p className="whitespace-pre-line">
      {computeDifferences(de, vers).map(({ genre, texte }, rang) =>
        genre === 'GARDE' ? (
          <span key={rang}>{texte}</span>
        ) : genre === 'RETIRE' ? (
          <del key={rang} className="bg-bad-tint text-bad">
            {texte}
          </del>
        ) : (
          <ins key={rang} className="bg-ok-tint text-ok">
            {texte}
          </ins>
        ),
      )}
    </p>
  )
}
