import { Mots } from '@/components/gouvernance/mots-sigles'
import type { EcranCopil } from './ecran'

/** The convention in three sentences: where it is, what worries, what will be decided. */
export function PhrasesCopil({ phrases: { ou, souci, decision } }: { phrases: EcranCopil['phrases'] }) {
  return (
    <div className="copil-phrases" role="group" aria-label="L’essentiel en trois phrases">
      {[ou, souci, decision].map((phrase) => (
        <p key={phrase}>
          <Mots texte={phrase} />
        </p>
      ))}
    </div>
  )
}
