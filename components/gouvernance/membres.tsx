import { EmptyState } from '@/components/ui/empty-state'
import { Panneau } from '@/components/ui/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { VueMembre } from '@/lib/gouvernance/types'
import { VOIX } from './mots'

/** Who sits in an instance. A member is not necessarily a signatory: it is said. */
export function Membres({ membres }: { membres: readonly VueMembre[] }) {
  const organismes = membres.some(({ organisme }) => organisme !== null)
  const voix = membres.some((membre) => membre.voix !== 'NON_PRECISEE')
  return (
    <Panneau titre="Membres">
      {membres.length === 0 ? (
        <EmptyState titre="Aucun membre nommé" pourquoi="La convention ne dit pas qui siège dans cette instance." />
      ) : (
        <Table caption="Membres de l’instance" stacked>
          <thead>
            <tr>
              <Th>Membre</Th>
              <Th>Fonction</Th>
              {organismes ? <Th>Organisme</Th> : null}
              {voix ? <Th>Voix</Th> : null}
            </tr>
          </thead>
          <tbody>
            {membres.map(({ libelle, fonction, organisme, signataire, voix: sienne }) => (
              <tr key={libelle + fonction}>
                <Th scope="row" className="font-semibold">{libelle}</Th>
                <Td label="Fonction">{fonction ?? <span className="text-muted">non précisée</span>}</Td>
                {organismes ? (
                  <Td label="Organisme">
                    {organisme ?? <span className="text-muted">non précisé</span>}
                    {organisme && !signataire ? <span className="block text-sm text-muted">ne signe pas la convention</span> : null}
                  </Td>
                ) : null}
                {voix ? <Td label="Voix" className={sienne === 'NON_PRECISEE' ? 'text-muted' : undefined}>{VOIX[sienne]}</Td> : null}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panneau>
  )
}
