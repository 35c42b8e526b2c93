import { cx } from '@/components/ui/cx'
import { Table, Td, Th } from '@/components/ui/table'
import type { Bloc, DocumentTexte } from '@/lib/documents/types'

function Titre({ bloc }: { bloc: Extract<Bloc, { genre: 'titre' }> }) {
  const Heading = `h${bloc.niveau}` as const
  return <Heading className={bloc.niveau === 2 ? 'mt-5' : 'mt-2'}>{bloc.texte}</Heading>
}

const TONS = { discret: 'text-muted', fort: 'font-semibold' } as const

/** Short words stay whole; long ones, addresses above all, are cut where they must be. */
const COURT = 14
const classOf = (texte: string): string =>
  texte.length <= COURT && !texte.includes('\n') ? 'whitespace-nowrap' : 'whitespace-pre-line wrap-anywhere'

function Faits({ bloc }: { bloc: Extract<Bloc, { genre: 'details' }> }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
      {bloc.details.map(({ terme, valeur }) => (
        <div key={terme} className="grid sm:col-span-2 sm:grid-cols-subgrid">
          <dt className="text-sm text-muted">{terme}</dt>
          <dd className="whitespace-pre-line wrap-anywhere">{valeur}</dd>
        </div>
      ))}
    </dl>
  )
}

function Tableau({ bloc }: { bloc: Extract<Bloc, { genre: 'tableau' }> }) {
  const { nom, colonnes, lignes } = bloc
  return (
    <Table caption={nom} stacked>
      <thead>
        <tr>
          {colonnes.map(({ titre }) => (
            <Th key={titre} className="whitespace-nowrap">
              {titre}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lignes.map((ligne, rang) => (
          <tr key={rang}>
            {ligne.map((texte, index) =>
              index === 0 ? (
                <Th key={index} scope="row" className={classOf(texte)}>
                  {texte}
                </Th>
              ) : (
                <Td key={index} label={colonnes[index]?.titre} className={classOf(texte)}>
                  {texte}
                </Td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function BlocReleve({ bloc }: { bloc: Bloc }) {
  switch (bloc.genre) {
    case 'titre':
      return <Titre bloc={bloc} />
    case 'paragraphe':
      return (
        <p className={cx('max-w-[75ch] whitespace-pre-line wrap-anywhere', bloc.ton && TONS[bloc.ton])}>{bloc.texte}</p>
      )
    case 'liste':
      return (
        <ul className="list-disc ps-5">
          {bloc.items.map((item, index) => (
            <li key={index} className="wrap-anywhere">
              {item}
            </li>
          ))}
        </ul>
      )
    case 'details':
      return <Faits bloc={bloc} />
    case 'tableau':
      return <Tableau bloc={bloc} />
  }
}

/** The minutes as one reads them on paper: the words of the DOCX and of the PDF. */
export function DocumentReleve({ document }: { document: DocumentTexte }) {
  const { surtitre, sousTitre, blocs } = document
  return (
    <article
      className="panneau mx-auto grid w-full max-w-4xl grid-cols-[minmax(0,1fr)] gap-3 sm:px-10 sm:py-8"
      aria-label={`Relevé de décisions, ${sousTitre}`}
    >
      <p className="text-sm font-semibold text-muted">{surtitre}</p>
      <p className="border-b border-line-strong pb-3 font-serif text-xl sm:text-2xl">{sousTitre}</p>
      {blocs.map((bloc, index) => (
        <BlocReleve key={index} bloc={bloc} />
      ))}
    </article>
  )
}
