import { Button } from '@/components/ui/button'
import { Table, Td, Th } from '@/components/ui/table'

export interface Difference {
  nom: string
  saisie: string
  enregistre: string
}

const TIRET = '–'

export interface DifferencesProps {
  differences: readonly Difference[]
  /** Sends what was typed again, over the version that is there. */
  onGarder: () => void
  /** Starts again from what is there. */
  onReprendre: () => void
}

/** Both versions of what two people changed: nothing is lost, the person chooses. */
export function Differences({ differences, onGarder, onReprendre }: DifferencesProps) {
  return (
    <div className="grid gap-3">
      {differences.length > 0 ? (
        <Table caption="Ce qui diffère entre votre saisie et la version enregistrée" dense stacked>
          <thead>
            <tr>
              <Th>Champ</Th>
              <Th>Votre saisie</Th>
              <Th>Enregistré</Th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ nom, saisie, enregistre }) => (
              <tr key={nom}>
                <Th scope="row">{nom}</Th>
                <Td label="Votre saisie" className="whitespace-pre-line">
                  {saisie || TIRET}
                </Td>
                <Td label="Enregistré" className="whitespace-pre-line">
                  {enregistre || TIRET}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <p>Votre saisie est la même que la version enregistrée.</p>
      )}
      <div className="form-actions">
        <Button onClick={() => onGarder()}>Garder ma saisie</Button>
        <Button onClick={() => onReprendre()}>Reprendre la version enregistrée</Button>
      </div>
    </div>
  )
}

/** The fields that differ, with their names. */
export function listDifferences<Champ extends string>(
  noms: Record<Champ, string>,
  saisie: Record<Champ, string>,
  enregistre: Record<Champ, string>,
  format: (champ: Champ, valeur: string) => string = (_, valeur) => valeur,
): Difference[] {
  return (Object.keys(noms) as Champ[])
    .filter((champ) => saisie[champ].trim() !== enregistre[champ].trim())
    .map((champ) => ({
      nom: noms[champ],
      saisie: format(champ, saisie[champ]),
      enregistre: format(champ, enregistre[champ]),
    }))
}
