import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { Input, Select } from '@/components/ui/saisie/inputs'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { VuePortefeuille } from '@/lib/pilotage/portefeuille/queries/portefeuille'
import type { EtatPortefeuille } from '@/lib/pilotage/portefeuille/schema'
import { buildHrefPortefeuille, type FiltresAdresse } from './adresses'

const NOMS_ETAT: Record<EtatPortefeuille, string> = {
  'a-traiter': 'À regarder',
  'en-cours': 'En cours',
  'fin-proche': 'Se terminent dans l’année',
  terminees: 'Terminées',
  'dates-inconnues': 'Dates non connues',
}

function Etats({ vue, filtres }: { vue: VuePortefeuille; filtres: FiltresAdresse }) {
  return (
    <FilterChips label="État">
      {(Object.keys(NOMS_ETAT) as EtatPortefeuille[]).map((etat) => {
        const actif = filtres.etat === etat
        const compte = vue.comptes[etat]
        // Beyond what can be judged at once, or under another state, the count is not known: the link remains.
        if (compte === 0 && !actif) return null
        if (etat === 'a-traiter' && !vue.attention) return null
        return (
          <FilterChip
            key={etat}
            href={buildHrefPortefeuille({ ...filtres, page: undefined, etat: actif ? undefined : etat })}
            actif={actif}
            count={compte ?? undefined}
          >
            {NOMS_ETAT[etat]}
          </FilterChip>
        )
      })}
    </FilterChips>
  )
}

/** Filters of the portfolio: links and one form, all in the address. */
export function FiltresPortefeuille({ vue, filtres }: { vue: VuePortefeuille; filtres: FiltresAdresse }) {
  const { cafs, departements } = vue
  return (
    <Panneau label="Filtres" className="no-print">
      <div className="grid gap-3">
        <Etats vue={vue} filtres={filtres} />
        <Form action="/portefeuille" className="form-row" scroll={false}>
          {filtres.etat ? <input type="hidden" name="etat" value={filtres.etat} /> : null}
          {filtres.tri ? <input type="hidden" name="tri" value={filtres.tri} /> : null}
          <Input
            label="Nom ou territoire"
            name="q"
            type="search"
            defaultValue={filtres.q ?? ''}
            key={`q-${filtres.q ?? ''}`}
          />
          {departements.length > 1 ? (
            <Select
              label="Département"
              name="departement"
              vide="Tous"
              defaultValue={filtres.departement ?? ''}
              key={`d-${filtres.departement ?? ''}`}
              options={departements.map(({ code, nom }) => ({ value: code, label: `${code} – ${nom}` }))}
            />
          ) : null}
          {cafs.length > 1 ? (
            <Select
              label="Caf"
              name="caf"
              vide="Toutes"
              defaultValue={String(filtres.caf ?? '')}
              key={`c-${filtres.caf ?? ''}`}
              options={cafs.map(({ id, nom }) => ({ value: String(id), label: nom }))}
            />
          ) : null}
          <Button type="submit" className="self-end justify-self-start">
            Filtrer
          </Button>
        </Form>
      </div>
    </Panneau>
  )
}
