import { Table, Td, Th } from '@/components/ui/table'
import type { OccupationLue } from '@/lib/cooperation/postes/types/postes'
import type { PosteVue } from '@/lib/cooperation/postes/types/ecran'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatDuree } from './mots'
import { MenuAbsence, MenuOccupation } from './menus'

function Absences({
  poste,
  occupation,
  modifiable,
}: {
  poste: PosteVue
  occupation: OccupationLue
  modifiable: boolean
}) {
  if (occupation.absences.length === 0) return null
  return (
    <ul>
      {occupation.absences.map((absence) => (
        <li key={absence.id} className="flex flex-wrap items-center gap-x-2">
          <span>{formatDuree(absence)}</span>
          {modifiable ? (
            <MenuAbsence
              poste={poste.id}
              occupation={occupation.id}
              absence={absence.id}
              nom={`l’absence de ${occupation.nom} ${formatDuree(absence)}`}
            />
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** Who filled a post, when, and who stood in for them: the picture in words, and the place to change it. */
export function Histoire({ poste, modifiable }: { poste: PosteVue; modifiable: boolean }) {
  const noms = new Map(poste.occupations.map(({ id, nom }) => [id, nom]))
  return (
    <Table caption={`Occupations du poste ${poste.intitule}`} dense stacked>
      <thead>
        <tr>
          <Th>Personne</Th>
          <Th num>ETP</Th>
          <Th>Du</Th>
          <Th>Au</Th>
          <Th>Absences</Th>
          {modifiable ? (
            <Th>
              <span className="visually-hidden">Modifier</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {poste.occupations.map((occupation) => (
          <tr key={occupation.id}>
            <Th scope="row">
              {occupation.nom}
              {occupation.remplace === null ? null : (
                <span className="block text-sm text-muted">
                  remplace {noms.get(occupation.remplace) ?? 'quelqu’un'}
                </span>
              )}
            </Th>
            <Td num label="ETP">
              {occupation.quotite === null ? 'non précisé' : formatQuotite(occupation.quotite)}
            </Td>
            <Td label="Du">{formatDateCourte(occupation.debut)}</Td>
            <Td label="Au">{occupation.fin === null ? 'sans fin prévue' : formatDateCourte(occupation.fin)}</Td>
            <Td label="Absences">
              <Absences poste={poste} occupation={occupation} modifiable={modifiable} />
            </Td>
            {modifiable ? (
              <Td className="text-end">
                <MenuOccupation
                  poste={poste.id}
                  occupation={occupation.id}
                  nom={occupation.nom}
                  absente={occupation.absences.length > 0}
                  remplacement={occupation.remplace !== null}
                />
              </Td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
