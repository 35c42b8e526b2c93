import { EmptyState } from '@/components/ui/empty-state'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { TotalFinanceur, VueCouts } from '@/lib/cooperation/couts/types'
import { AjouterMontant, GestesMontant } from './gestes'
import { formatMontant } from './mots'

/** A sum of known amounts, and how many are not. */
function formatSomme(centimes: number | null, inconnus: number): string {
  if (centimes === null || inconnus === 0) return formatMontant(centimes)
  return `${formatMontant(centimes)}, sans ${inconnus} ${inconnus > 1 ? 'montants non précisés' : 'montant non précisé'}`
}

function RangTotal({ nom, total }: { nom: string; total: Omit<TotalFinanceur, 'financeur'> }) {
  return (
    <tr>
      <Th scope="row">{nom}</Th>
      <Td num label="Prévu">
        {formatSomme(total.prevu, total.prevuInconnus)}
      </Td>
      <Td num label="Réalisé">
        {formatSomme(total.realise, total.realiseInconnus)}
      </Td>
    </tr>
  )
}

/** What financers planned and paid in the year, and the total of each. */
export function Montants({ vue, slug }: { vue: VueCouts; slug: string }) {
  const { annee, montants, financeurs, total, modifiable, postes, organismes } = vue
  const outils = { slug, annee, postes, organismes }
  return (
    <Panneau
      titre={`Prévu et réalisé en ${annee}`}
      sousTitre="Tels qu’ils ont été saisis : rien n’est déduit d’un taux."
      actions={modifiable ? <AjouterMontant {...outils} /> : undefined}
    >
      {montants.length === 0 ? (
        <EmptyState
          titre={`Aucun montant pour ${annee}`}
          pourquoi="Personne n’a encore saisi ce que les financeurs ont prévu ou payé cette année-là."
        />
      ) : (
        <div className="grid gap-4">
          <Table caption={`Montants prévus et réalisés en ${annee}`} stacked dense>
            <thead>
              <tr>
                <Th>Financeur</Th>
                <Th>Poste</Th>
                <Th num>Prévu</Th>
                <Th num>Réalisé</Th>
                <Th>Note</Th>
                {modifiable ? (
                  <Th>
                    <span className="visually-hidden">Modifier</span>
                  </Th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {montants.map((montant) => (
                <tr key={montant.id}>
                  <Th scope="row">{montant.financeur}</Th>
                  <Td label="Poste">{montant.libellePoste ?? 'sans poste en particulier'}</Td>
                  <Td num label="Prévu">
                    {formatMontant(montant.prevu)}
                  </Td>
                  <Td num label="Réalisé">
                    {formatMontant(montant.realise)}
                  </Td>
                  <Td label="Note">{montant.note ?? '–'}</Td>
                  {modifiable ? (
                    <Td>
                      <GestesMontant {...outils} montant={montant} />
                    </Td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </Table>
          <Table caption={`Totaux par financeur en ${annee}`} captionVisible stacked dense>
            <thead>
              <tr>
                <Th>Financeur</Th>
                <Th num>Prévu</Th>
                <Th num>Réalisé</Th>
              </tr>
            </thead>
            <tbody>
              {financeurs.map((financeur) => (
                <RangTotal key={financeur.financeur} nom={financeur.financeur} total={financeur} />
              ))}
            </tbody>
            <tfoot>
              <RangTotal nom="Ensemble" total={total} />
            </tfoot>
          </Table>
        </div>
      )}
    </Panneau>
  )
}
