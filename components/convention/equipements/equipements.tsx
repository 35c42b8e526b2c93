import Form from 'next/form'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { Input, Select } from '@/components/ui/saisie/inputs'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import { OngletsConvention } from '@/components/convention/accord/onglets'
import type { CompteEquipement, EquipementLu } from '@/lib/convention/equipements/queries'
import { formatCompte } from '@/lib/platform/typographie'

export interface FiltresEquipements {
  nature?: string
  commune?: string
  q?: string
}

interface Vue {
  nom: string
  total: number
  filtres: number
  page: number
  pages: number
  rows: EquipementLu[]
  natures: CompteEquipement[]
  communes: { nom: string; nombre: number }[]
  lacune: string | null
}

/** Equipments of the convention, by kind and commune; filters live in the address. */
export function PageEquipements({ vue, slug, filtres }: { vue: Vue; slug: string; filtres: FiltresEquipements }) {
  const base = `/conventions/${slug}`
  const buildHref = (changes: FiltresEquipements & { page?: number }) => {
    const query = new URLSearchParams()
    for (const [cle, valeur] of Object.entries({ ...filtres, ...changes })) if (valeur) query.set(cle, String(valeur))
    return `${base}/convention/equipements${query.size > 0 ? `?${query}` : ''}`
  }
  return (
    <div className="page">
      <PageHeader titre="Équipements et services" surtitre={vue.nom}>
        <OngletsConvention base={base} actif="equipements" equipements={vue.total} />
      </PageHeader>
      {vue.total === 0 ? (
        <Panneau label="Équipements">
          <EmptyState
            titre="Aucun équipement listé"
            pourquoi={vue.lacune ?? 'Les équipements et services ne sont pas saisis.'}
          />
        </Panneau>
      ) : (
        <Panneau
          titre={formatCompte(vue.filtres, 'équipement')}
          sousTitre={vue.filtres === vue.total ? 'Une ligne par activité, comme dans le document' : `sur ${vue.total}`}
        >
          <FilterChips label="Nature">
            {vue.natures.map((nature) => (
              <FilterChip
                key={nature.code}
                href={buildHref({ nature: filtres.nature === nature.code ? undefined : nature.code, page: undefined })}
                actif={filtres.nature === nature.code}
                count={nature.nombre}
              >
                {nature.nom}
              </FilterChip>
            ))}
          </FilterChips>
          <Form action={`${base}/convention/equipements`} className="form-row" scroll={false}>
            {filtres.nature ? <input type="hidden" name="nature" value={filtres.nature} /> : null}
            <Select
              label="Commune"
              name="commune"
              defaultValue={filtres.commune ?? ''}
              key={`commune-${filtres.commune ?? ''}`}
              vide="Toutes les communes"
              options={vue.communes.map((commune) => ({
                value: commune.nom,
                label: `${commune.nom} (${commune.nombre})`,
              }))}
            />
            <Input
              label="Nom ou adresse"
              name="q"
              type="search"
              defaultValue={filtres.q ?? ''}
              key={`q-${filtres.q ?? ''}`}
            />
            <Button type="submit">Filtrer</Button>
          </Form>
          {vue.rows.length === 0 ? (
            <EmptyState titre="Aucun équipement ne correspond" pourquoi="Retirez un filtre pour en voir davantage." />
          ) : (
            <Table caption="Équipements et services listés par la convention" stacked>
              <thead>
                <tr>
                  <Th>Nom</Th>
                  <Th>Activité</Th>
                  <Th>Commune</Th>
                  <Th>Adresse</Th>
                </tr>
              </thead>
              <tbody>
                {vue.rows.map((row, rang) => (
                  <tr key={rang}>
                    <Th scope="row">{row.nom}</Th>
                    <Td label="Activité">
                      {row.nature}
                      {row.nature !== row.type ? <span className="block text-sm text-muted">{row.type}</span> : null}
                    </Td>
                    <Td label="Commune">
                      {row.commune ?? row.communeSource}{' '}
                      {row.communeSignataire === false ? <Badge>non signataire</Badge> : null}
                    </Td>
                    <Td label="Adresse">
                      {[row.adresse, row.codePostal].filter(Boolean).join(', ') || (
                        <span className="text-muted">non précisée</span>
                      )}
                    </Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )}
          <Pagination page={vue.page} pages={vue.pages} href={(page) => buildHref({ page })} />
        </Panneau>
      )}
    </div>
  )
}
