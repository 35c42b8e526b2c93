import { Details } from '@/components/ui/details'
import { Table, Td, Th } from '@/components/ui/table'
import type { Bloc, DocumentTexte } from '@/lib/documents/types'

function Titre({ bloc }: { bloc: Extract<Bloc, { genre: 'titre' }> }) {
  const Heading = `h${bloc.niveau}` as const
  return <Heading className={bloc.niveau === 2 ? 'mt-6' : 'mt-3'}>{bloc.texte}</Heading>
}

const TONS = { discret: 'text-muted', fort: 'font-semibold' } as const

function Tableau({ bloc }: { bloc: Extract<Bloc, { genre: 'tableau' }> }) {
  const { nom, colonnes, lignes } = bloc
  return (
    <Table caption={nom} stacked>
      <thead>
        <tr>{colonnes.map(({ titre }) => <Th key={titre}>{titre}</Th>)}</tr>
      </thead>
      <tbody>
        {lignes.map((ligne, rang) => (
          <tr key={rang}>
            {ligne.map((texte, index) => index === 0
              ? <Th key={index} scope="row">{texte}</Th>
              : <Td key={index} label={colonnes[index]?.titre} className="whitespace-pre-line">{texte}</Td>)}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function BlocReleve({ bloc }: { bloc: Bloc }) {
  switch (bloc.genre) {
    case 'titre': return <Titre bloc={bloc} />
    case 'paragraphe': return <p className={bloc.ton && TONS[bloc.ton]}>{bloc.texte}</p>
    case 'liste': return <ul>{bloc.items.map((item, index) => <li key={index}>{item}</li>)}</ul>
    case 'details': return <Details details={bloc.details.map(({ terme, valeur }) => ({ terme, valeur: <span className="whitespace-pre-line">{valeur}</span> }))} />
    case 'tableau': return <Tableau bloc={bloc} />
  }
}

/** The minutes as one reads them on paper: the words of the DOCX and of the PDF. */
export function DocumentReleve({ document }: { document: DocumentTexte }) {
  const { surtitre, sousTitre, blocs } = document
  return (
    <article className="panneau texte mx-auto w-full max-w-4xl" aria-label={`Relevé de décisions, ${sousTitre}`}>
      <p className="text-sm font-semibold text-muted">{surtitre}</p>
      <p className="border-b border-line-strong pb-3 font-serif text-xl">{sousTitre}</p>
      {blocs.map((bloc, index) => <BlocReleve key={index} bloc={bloc} />)}
    </article>
  )
}
