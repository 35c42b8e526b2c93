import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Table, Td, Th } from '@/components/ui/table'
import type { SchemaLu } from '@/lib/cooperation/schema-lu'
import { readQuotite, type Saisie } from './brouillon'
import { formatOuVide } from './table-marge'

interface ConflitProps {
  /** what this person started from */
  schema: SchemaLu
  saisie: Saisie
  /** what somebody else saved meanwhile */
  autre: SchemaLu
  onGarder: () => void
  onPrendre: () => void
}

/** Two people changed the same draft: both versions side by side, and the choice. Nothing is lost. */
export function Conflit({ schema, saisie, autre, onGarder, onPrendre }: ConflitProps) {
  const total = { nom: 'Total convenu', mienne: saisie.total, leur: autre.total }
  const lignes = schema.lignes.map((ligne) => ({
    nom: ligne.libelle,
    mienne: saisie.lignes[ligne.id]?.quotite ?? '',
    leur: autre.lignes.find(({ id }) => id === ligne.id)?.quotite ?? null,
  }))
  const differentes = [total, ...lignes].filter(({ mienne, leur }) => (readQuotite(mienne) ?? null) !== leur)
  return (
    <Notice tone="warn" role="alert" titre="Quelqu’un a enregistré ce brouillon pendant votre saisie">
      <Table caption="Votre saisie et la version enregistrée" dense>
        <thead>
          <tr>
            <Th>Ligne</Th>
            <Th num>Votre saisie</Th>
            <Th num>Version enregistrée</Th>
          </tr>
        </thead>
        <tbody>
          {differentes.map(({ nom, mienne, leur }) => (
            <tr key={nom}>
              <Th scope="row">{nom}</Th>
              <Td num>{mienne || '–'}</Td>
              <Td num>{formatOuVide(leur)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="form-actions">
        <Button variant="primary" onClick={onGarder}>
          Enregistrer ma saisie par-dessus
        </Button>
        <Button onClick={onPrendre}>Reprendre la version enregistrée</Button>
      </div>
    </Notice>
  )
}
