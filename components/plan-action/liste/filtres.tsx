import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { Input, Select } from '@/components/ui/inputs'
import { Panneau } from '@/components/ui/panneau'
import type { VuePlan } from '@/lib/plan-action/queries'
import type { FiltresPlan } from '@/lib/plan-action/schema-filtres'
import { ETATS_INDICATEURS, STATUTS } from '@/lib/plan-action/schema-mots'
import { buildHrefPlan } from '../adresses'
import { MOTS_STATUT } from '../statuts'

interface Props {
  vue: VuePlan
  slug: string
  filtres: FiltresPlan
}

const NOM_INDICATEURS = { renseignes: 'Indicateurs renseignés', attendus: 'Indicateurs attendus' } as const

/** Filters of the plan: links and one form, all in the address. */
export function FiltresDuPlan({ vue, slug, filtres }: Props) {
  const href = (changes: FiltresPlan) => buildHrefPlan(slug, { ...filtres, page: undefined, ...changes })
  const { parStatut, enRetard, indicateurs, renseignes } = vue.comptes
  const parEtat = { renseignes, attendus: indicateurs - renseignes }
  const niveau = vue.plan?.niveaux[0] ?? 'Axe'
  return (
    <Panneau label="Filtres" className="no-print">
      <div className="grid gap-3">
        <FilterChips label="Statut">
          {STATUTS.filter((statut) => parStatut[statut] > 0 || filtres.statut === statut).map((statut) => (
            <FilterChip key={statut} href={href({ statut: filtres.statut === statut ? undefined : statut })} actif={filtres.statut === statut} count={parStatut[statut]}>
              {MOTS_STATUT[statut].label}
            </FilterChip>
          ))}
          {enRetard > 0 || filtres.retard ? (
            <FilterChip href={href({ retard: filtres.retard ? undefined : true })} actif={filtres.retard} count={enRetard}>
              En retard
            </FilterChip>
          ) : null}
          {indicateurs > 0
            ? ETATS_INDICATEURS.map((etat) => (
                <FilterChip
                  key={etat}
                  href={href({ indicateurs: filtres.indicateurs === etat ? undefined : etat })}
                  actif={filtres.indicateurs === etat}
                  count={parEtat[etat]}
                >
                  {NOM_INDICATEURS[etat]} en {vue.annee}
                </FilterChip>
              ))
            : null}
        </FilterChips>
        <Form action={`/conventions/${slug}/plan-action`} className="form-row" scroll={false}>
          {filtres.statut ? <input type="hidden" name="statut" value={filtres.statut} /> : null}
          {filtres.retard ? <input type="hidden" name="retard" value="1" /> : null}
          {filtres.indicateurs ? <input type="hidden" name="indicateurs" value={filtres.indicateurs} /> : null}
          {filtres.indicateurs && filtres.annee ? <input type="hidden" name="annee" value={filtres.annee} /> : null}
          <Select
            label={niveau}
            name="axe"
            defaultValue={filtres.axe ?? ''}
            key={`axe-${filtres.axe ?? ''}`}
            vide="Tout le plan"
            options={vue.axes.filter(({ nombre }) => nombre > 0).map((axe) => ({
              value: axe.ref,
              label: `${'\u00A0\u00A0'.repeat(axe.profondeur)}${axe.numero ? `${axe.numero} – ` : ''}${axe.titre} (${axe.nombre})`,
            }))}
          />
          <Input label="Titre ou pilote" name="q" type="search" defaultValue={filtres.q ?? ''} key={`q-${filtres.q ?? ''}`} />
          <Button type="submit" className="self-end justify-self-start">
            Filtrer
          </Button>
        </Form>
      </div>
    </Panneau>
  )
}
