import { Badge } from '@/components/ui/badge'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { PersonnePostes, VuePostes } from '@/lib/cooperation/postes/types/ecran'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatCompte } from '@/lib/platform/typographie'
import { BoutonGeste } from './menus'
import { formatTenue } from './mots'

function Lignes({ personnes, modifiable }: { personnes: readonly PersonnePostes[]; modifiable: boolean }) {
  return (
    <Table caption="Personnes et ce qu’elles tiennent dans cette convention" dense stacked>
      <thead>
        <tr>
          <Th>Personne</Th>
          <Th num>Total ici</Th>
          <Th>Postes ce jour-là</Th>
          {modifiable ? (
            <Th>
              <span className="visually-hidden">Nom</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {personnes.map((personne) => (
          <tr key={personne.charge}>
            <Th scope="row">{personne.nom}</Th>
            <Td num label="Total ici">
              {personne.auMoins ? 'au moins ' : ''}
              {formatQuotite(personne.total)}
            </Td>
            <Td label="Postes ce jour-là">
              <div>
                {personne.postes.map(({ id, intitule, quotite, remplacement }) => (
                  <span key={id} className="block">
                    {intitule}, {formatTenue(quotite)}
                    {remplacement ? ' (remplacement)' : ''}
                  </span>
                ))}
                {personne.absent ? <Badge tone="info">en absence</Badge> : null}
                {personne.postes.length === 0 && personne.dernierJour ? (
                  <span className="text-muted">dernier jour le {formatDateCourte(personne.dernierJour)}</span>
                ) : null}
                {personne.postes.length === 0 && !personne.dernierJour ? (
                  <span className="text-muted">pas en poste ce jour-là</span>
                ) : null}
              </div>
            </Td>
            {modifiable ? (
              <Td>
                {personne.partie && !personne.anonyme ? (
                  <BoutonGeste
                    geste={{ genre: 'ANONYME', charge: personne.charge }}
                    label="Rendre anonyme"
                    nom={`Rendre anonyme ${personne.nom}`}
                    variant="ghost"
                  />
                ) : null}
              </Td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Who fills the posts, with their total in this convention: what they do elsewhere is not shown. */
export function Personnes({ vue, ecrit }: { vue: VuePostes; ecrit: boolean }) {
  const siennes = vue.personnes.filter(({ dansSchema }) => dansSchema)
  const autres = vue.personnes.filter(({ dansSchema }) => !dansSchema)
  if (vue.personnes.length === 0) return null
  return (
    <Panneau
      titre="Personnes"
      sousTitre={`Au ${formatDateCourte(vue.date)}, dans cette convention seulement. Une personne ne dépasse jamais 1,00 ETP, toutes conventions confondues.`}
    >
      {siennes.length > 0 ? (
        <Lignes personnes={siennes} modifiable={ecrit} />
      ) : (
        <p className="text-muted">Personne n’est en poste dans ce schéma.</p>
      )}
      {autres.length > 0 ? (
        <details className="mt-3">
          <summary>{formatCompte(autres.length, 'personne')} des autres schémas</summary>
          <Lignes personnes={autres} modifiable={ecrit} />
        </details>
      ) : null}
    </Panneau>
  )
}
