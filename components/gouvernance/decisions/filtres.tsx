import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { Input, Select } from '@/components/ui/saisie/inputs'
import { Link } from '@/components/ui/link'
import type { VueDecisions } from '@/lib/gouvernance/decisions/queries'
import { SUIVIS_DECISION, type SuiviDecision } from '@/lib/gouvernance/decisions/words'
import { buildHrefDecisions } from './adresses'

export const SUIVIS: Record<SuiviDecision, string> = {
  'a-trancher': 'À trancher',
  attendues: 'Attendues',
  'en-retard': 'En retard',
  'a-suivre': 'À suivre',
  realisees: 'Réalisées',
  prises: 'Prises',
  reportees: 'Reportées',
  refusees: 'Refusées',
}

/** Filters of the register: where a decision stands, then which meeting, whose, and words; all in the address. */
export function FiltresRegistre({ vue }: { vue: VueDecisions }) {
  const {
    filtres,
    comptes,
    convention: { slug },
    instances,
    responsables,
    annees,
  } = vue
  const { etat, instance, responsable, annee, q } = filtres
  const utiles = SUIVIS_DECISION.filter((suivi) => comptes[suivi] > 0 || etat === suivi)
  const retirable = instance !== undefined || responsable !== undefined || annee !== undefined || q !== undefined
  return (
    <div className="no-print mb-4 grid gap-3">
      <FilterChips label="Décisions par suite donnée">
        {utiles.map((suivi) => (
          <FilterChip
            key={suivi}
            href={buildHrefDecisions(slug, { ...filtres, page: 1, etat: etat === suivi ? undefined : suivi })}
            actif={etat === suivi}
            count={comptes[suivi]}
          >
            {SUIVIS[suivi]}
          </FilterChip>
        ))}
      </FilterChips>
      <Form action={`/conventions/${slug}/decisions`} className="form-row" scroll={false}>
        {etat ? <input type="hidden" name="etat" value={etat} /> : null}
        {instances.length > 1 ? (
          <Select
            label="Instance"
            name="instance"
            defaultValue={instance ?? ''}
            key={`instance-${instance ?? ''}`}
            vide="Toutes les instances"
            options={instances.map(({ ref, nom }) => ({ value: ref, label: nom }))}
          />
        ) : null}
        {responsables.length > 0 ? (
          <Select
            label="Responsable"
            name="responsable"
            defaultValue={responsable ?? ''}
            key={`responsable-${responsable ?? ''}`}
            vide="Tous"
            options={responsables.map((nom) => ({ value: nom, label: nom }))}
          />
        ) : null}
        {annees.length > 1 ? (
          <Select
            label="Année"
            name="annee"
            defaultValue={annee ?? ''}
            key={`annee-${annee ?? ''}`}
            vide="Toutes"
            options={annees.map((une) => ({ value: String(une), label: String(une) }))}
          />
        ) : null}
        <Input label="Mots de la décision" name="q" type="search" defaultValue={q ?? ''} key={`q-${q ?? ''}`} />
        <Button type="submit" className="self-end justify-self-start">
          Filtrer
        </Button>
      </Form>
      {retirable ? (
        <p>
          <Link className="link" href={buildHrefDecisions(slug, { etat })}>
            Retirer ces filtres
          </Link>
        </p>
      ) : null}
    </div>
  )
}
