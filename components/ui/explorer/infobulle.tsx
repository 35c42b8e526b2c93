import { Swatch, type SwatchProps } from '@/components/ui/mesure/legend'

interface Props {
  titre: string
  lignes: { cle: string; libelle: string; texte: string; echantillon: Pick<SwatchProps, 'color' | 'shape'> }[]
  vide: string
}

/** What is read where one points: said aloud when one comes there by keyboard. */
export function Infobulle({ titre, lignes, vide }: Props) {
  return (
    <div className="infobulle" role="status">
      <p className="font-semibold">{titre}</p>
      {lignes.length === 0 ? <p className="text-muted">{vide}</p> : null}
      {lignes.map(({ cle, libelle, texte, echantillon }) => (
        <p key={cle}>
          <Swatch {...echantillon} /> {libelle}
          {' : '}
          <strong>{texte}</strong>
        </p>
      ))}
    </div>
  )
}
