import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { VueFiche } from '@/lib/plan-action/fiche/queries'
import {
  computeTotauxBudget,
  formatResumeBudget,
  formatTotal,
  type Montant,
  type TotalLignes,
} from '@/lib/plan-action/fiche/rules/budget'
import { capitalise } from '@/lib/platform/mots'
import { formatEuros } from '@/lib/platform/nombres'
import { OuvrirBudget } from './ouvrir-budget'

const INCONNU = <span className="text-muted">inconnu</span>

const formatMontant = (montant: Montant | null) => (montant === null ? INCONNU : formatEuros(montant))
const formatAnnee = (annee: number | null) => (annee === null ? 'Sans année' : String(annee))

function Totaux({ titre, groupes }: { titre: string; groupes: (TotalLignes & { nom: string })[] }) {
  return (
    <Table caption={titre} captionVisible dense stacked>
      <thead>
        <tr>
          <Th>{capitalise(titre.replace('Totaux par ', ''))}</Th>
          <Th num>Prévu</Th>
          <Th num>Réalisé</Th>
        </tr>
      </thead>
      <tbody>
        {groupes.map(({ nom, prevu, realise }) => (
          <tr key={nom}>
            <Th scope="row">{nom}</Th>
            <Td num label="Prévu">
              {formatTotal(prevu)}
            </Td>
            <Td num label="Réalisé">
              {formatTotal(realise)}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** The money of a fiche, line by line, with totals that say what they do not know. Nothing for who only reads an empty budget. */
export function PanneauBudget({ vue, slug }: { vue: VueFiche; slug: string }) {
  const { budget, choix } = vue.contenu
  const organismes = vue.modifiable ? choix?.organismes : undefined
  if (budget.length === 0 && !organismes) return null
  const { parAnnee, parFinanceur, total } = computeTotauxBudget(budget)
  return (
    <Panneau
      titre="Budget"
      id="budget"
      sousTitre={formatResumeBudget(total)}
      actions={
        organismes ? (
          <OuvrirBudget slug={slug} fiche={vue.id} ligne={null} organismes={organismes} label="Ajouter une ligne" />
        ) : undefined
      }
    >
      {budget.length > 0 ? (
        <Table caption="Lignes du budget" stacked dense>
          <thead>
            <tr>
              <Th>Année</Th>
              <Th>Financeur</Th>
              <Th num>Prévu</Th>
              <Th num>Réalisé</Th>
              {organismes ? (
                <Th>
                  <span className="visually-hidden">Modifier</span>
                </Th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {budget.map((ligne) => (
              <tr key={ligne.id}>
                <Td label="Année">{formatAnnee(ligne.annee)}</Td>
                <Th scope="row">
                  {ligne.financeur}
                  {ligne.libelle ? <span className="block text-sm font-normal text-muted">{ligne.libelle}</span> : null}
                  {ligne.source ? (
                    <span className="block text-sm font-normal text-muted">Source : {ligne.source}</span>
                  ) : null}
                </Th>
                <Td num label="Prévu">
                  {formatMontant(ligne.prevu)}
                </Td>
                <Td num label="Réalisé">
                  {formatMontant(ligne.realise)}
                </Td>
                {organismes ? (
                  <Td>
                    <OuvrirBudget
                      slug={slug}
                      fiche={vue.id}
                      ligne={ligne}
                      organismes={organismes}
                      label={
                        <>
                          Modifier
                          <span className="visually-hidden">
                            {' '}
                            : {ligne.financeur}, {formatAnnee(ligne.annee)}
                          </span>
                        </>
                      }
                    />
                  </Td>
                ) : null}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <Td />
              <Th scope="row">Total</Th>
              <Td num label="Prévu">
                {formatTotal(total.prevu)}
              </Td>
              <Td num label="Réalisé">
                {formatTotal(total.realise)}
              </Td>
              {organismes ? <Td /> : null}
            </tr>
          </tfoot>
        </Table>
      ) : null}
      {parAnnee.length > 1 || parFinanceur.length > 1 ? (
        <details className="mt-3">
          <summary>Totaux par année et par financeur</summary>
          <div className="mt-2 grid gap-4 md:grid-cols-2">
            <Totaux
              titre="Totaux par année"
              groupes={parAnnee.map(({ annee, ...totaux }) => ({ ...totaux, nom: formatAnnee(annee) }))}
            />
            <Totaux
              titre="Totaux par financeur"
              groupes={parFinanceur.map(({ financeur, ...totaux }) => ({ ...totaux, nom: financeur }))}
            />
          </div>
        </details>
      ) : null}
    </Panneau>
  )
}
