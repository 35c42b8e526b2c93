/** Marks that begin a line of a list in the documents, kept as written. */
const PUCE = /^[✓–•-]\s+/

interface Bloc {
  liste: boolean
  lignes: string[]
}

/** Lines in blocks: sentences, and runs of marked lines. */
function listBlocs(texte: string): Bloc[] {
  const blocs: Bloc[] = []
  for (const ligne of texte.split('\n').map((brute) => brute.trim()).filter(Boolean)) {
    const liste = PUCE.test(ligne)
    const dernier = blocs.at(-1)
    if (liste && dernier?.liste) dernier.lignes.push(ligne)
    else blocs.push({ liste, lignes: [ligne] })
  }
  return blocs
}

/** A text of the document: its lines kept, those with a mark set as a list under the sentence they follow. */
export function Texte({ texte }: { texte: string }) {
  return listBlocs(texte).map((bloc, rang) =>
    bloc.liste ? (
      <ul key={rang} className="mt-1 grid gap-1 ps-1">
        {bloc.lignes.map((ligne, numero) => (
          <li key={numero} className="flex gap-2">
            <span aria-hidden="true" className="text-muted">
              {ligne.charAt(0)}
            </span>
            <span>{ligne.replace(PUCE, '')}</span>
          </li>
        ))}
      </ul>
    ) : (
      <p key={rang} className={rang > 0 ? 'mt-1.5' : undefined}>
        {bloc.lignes[0]}
      </p>
    ),
  )
}
