import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { ReglageAnnee, VueCouts } from '@/lib/cooperation/couts/types'
import { formatCentimes } from '@/lib/cooperation/couts/rules/argent'
import { AjouterCout, AjouterReglage, GestesCout, GestesReglage } from './gestes'
import { FORMULES, formatEstimation, formatValeur, formatValidite, RAISONS } from './mots'

/** Cost of an ETP over a year, with its dates and source. */
export function CoutsParEtp({ vue, slug }: { vue: VueCouts; slug: string }) {
  const { couts, modifiable } = vue
  return (
    <Panneau
      titre="Coût par ETP"
      sousTitre="Compté pour une année entière ; la source dit ce que le document écrit."
      actions={modifiable ? <AjouterCout slug={slug} /> : undefined}
    >
      {couts.length === 0 ? (
        <EmptyState
          titre="Aucun coût par ETP"
          pourquoi="Aucun n’est saisi : les coûts restent non précisés, rien n’est supposé."
        />
      ) : (
        <Table caption="Coûts par ETP" stacked dense>
          <thead>
            <tr>
              <Th num>Coût</Th>
              <Th>Valable</Th>
              <Th>Source</Th>
              {modifiable ? (
                <Th>
                  <span className="visually-hidden">Modifier</span>
                </Th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {couts.map((cout) => (
              <tr key={cout.id}>
                <Th scope="row" num>
                  {formatCentimes(cout.montant)} {cout.indicatif ? <Badge tone="neutral">indicatif</Badge> : null}
                </Th>
                <Td label="Valable">
                  {cout.valableDu === null ? 'date non précisée' : formatValidite(cout.valableDu, null)}
                </Td>
                <Td label="Source">{cout.source}</Td>
                {modifiable ? (
                  <Td>
                    <GestesCout slug={slug} cout={cout} />
                  </Td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Panneau>
  )
}

function Attendu({ reglage }: { reglage: ReglageAnnee }) {
  const { attendu } = reglage
  const detail = 'manque' in attendu ? RAISONS[attendu.manque] : FORMULES[reglage.nature]
  return (
    <>
      {formatEstimation(attendu)}
      <span className="block text-sm text-muted">{detail}</span>
    </>
  )
}

/** What each financer pays, as a setting with its source. */
export function Cofinancements({ vue, slug }: { vue: VueCouts; slug: string }) {
  const { reglages, organismes, modifiable, annee } = vue
  return (
    <Panneau
      titre="Cofinancement"
      sousTitre="Taux, montants par ETP ou forfaits donnés par un document. Aucun taux n’est supposé."
      actions={modifiable ? <AjouterReglage slug={slug} organismes={organismes} /> : undefined}
    >
      {reglages.length === 0 ? (
        <EmptyState
          titre="Aucun cofinancement précisé"
          pourquoi="Aucun taux ni montant n’est enregistré : tant que rien n’est saisi, rien n’est calculé."
        />
      ) : (
        <>
          <Table caption="Cofinancements" stacked dense>
            <thead>
              <tr>
                <Th>Financeur</Th>
                <Th>Part</Th>
                <Th>Valable</Th>
                <Th num>Attendu en {annee}, estimation</Th>
                <Th>Source</Th>
                {modifiable ? (
                  <Th>
                    <span className="visually-hidden">Modifier</span>
                  </Th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {reglages.map((reglage) => (
                <tr key={reglage.id}>
                  <Th scope="row">{reglage.financeur}</Th>
                  <Td label="Part">{formatValeur(reglage)}</Td>
                  <Td label="Valable">{formatValidite(reglage.valableDu, reglage.valableAu)}</Td>
                  <Td num label={`Attendu en ${annee}, estimation`}>
                    <Attendu reglage={reglage} />
                  </Td>
                  <Td label="Source">{reglage.source}</Td>
                  {modifiable ? (
                    <Td>
                      <GestesReglage slug={slug} organismes={organismes} reglage={reglage} />
                    </Td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </Table>
          <p className="mt-3 text-sm text-muted">
            L’attendu porte sur le total de chaque schéma, convenu ou seulement proposé, pourvu ou non, au prorata des
            jours : ce n’est pas une notification.
          </p>
        </>
      )}
    </Panneau>
  )
}
