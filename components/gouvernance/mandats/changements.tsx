import { Button } from '@/components/ui/button'
import { Table, Td, Th } from '@/components/ui/table'
import type { ChangementMandat } from '@/lib/gouvernance/mandats/types'

/** What somebody saved first, beside the form that keeps everything typed. */
export function Changements({
  changements,
  onRelire,
}: {
  changements: readonly ChangementMandat[]
  onRelire: () => void
}) {
  return (
    <div className="grid gap-3">
      <Table caption="Ce qui a été enregistré entre-temps" captionVisible dense stacked>
        <thead>
          <tr>
            <Th>Élément</Th>
            <Th>Enregistré</Th>
          </tr>
        </thead>
        <tbody>
          {changements.map(({ libelle, actuel }) => (
            <tr key={libelle + actuel}>
              <Th scope="row">{libelle}</Th>
              <Td label="Enregistré">{actuel}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="form-actions">
        <Button onClick={onRelire}>Reprendre la liste à jour, en gardant ma saisie</Button>
      </div>
    </div>
  )
}
