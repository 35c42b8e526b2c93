import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Select } from '@/components/ui/saisie/inputs'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { VueTerritoires } from '@/lib/pilotage/portefeuille/queries/territoires'
import { formatCompte } from '@/lib/platform/typographie'
import { ListeTerritoires } from './liste-territoires'
import { EntetePortefeuille } from './onglets'

function formatCouverture({ epcis }: VueTerritoires): string {
  const sans = epcis.filter(({ conventions }) => conventions.length === 0).length
  return sans === 0
    ? 'Toutes les intercommunalités ont une convention connue.'
    : `${formatCompte(sans, 'intercommunalité')} sur ${epcis.length} sans convention connue.`
}

/** Every EPCI of a département, those without a convention first: what a list of conventions cannot show. */
export function Territoires({ vue }: { vue: VueTerritoires }) {
  const { departements, departement, epcis, millesime, today } = vue
  return (
    <div className="page">
      <EntetePortefeuille
        actif="territoires"
        territoires
        surtitre={departement ? `${departement.code} – ${departement.nom}` : 'Territoires'}
      />
      {departements.length > 1 ? (
        <Panneau label="Filtres" className="no-print">
          <Form action="/portefeuille/territoires" className="form-row" scroll={false}>
            <Select
              label="Département"
              name="departement"
              defaultValue={departement?.code ?? ''}
              key={departement?.code ?? ''}
              options={departements.map(({ code, nom }) => ({ value: code, label: `${code} – ${nom}` }))}
            />
            <Button type="submit" className="self-end justify-self-start">
              Afficher
            </Button>
          </Form>
        </Panneau>
      ) : null}
      <Panneau
        titre="Intercommunalités du département"
        sousTitre={epcis.length > 0 ? formatCouverture(vue) : null}
        pied={
          millesime === null
            ? null
            : `Découpage administratif officiel, millésime ${millesime}. Seules vos conventions sont montrées.`
        }
      >
        {epcis.length === 0 ? (
          <EmptyState
            titre="Aucun territoire à montrer"
            pourquoi="Cette vue est celle des conseillers de Caf : elle montre les intercommunalités du département de leur Caf."
          />
        ) : (
          <ListeTerritoires epcis={epcis} today={today} />
        )}
      </Panneau>
    </div>
  )
}
