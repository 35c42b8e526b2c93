import Form from 'next/form'
import { OngletsGouvernance } from '@/components/gouvernance/onglets'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { Input } from '@/components/ui/saisie/inputs'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { VueMandats } from '@/lib/gouvernance/mandats/queries'
import { formatCompte } from '@/lib/platform/typographie'
import { Derniere } from './derniere'
import { Elections } from './elections'
import { FILTRES_DE_MANDATS } from './mots'
import { LignePersonne } from './personne'

const PAR_DEFAUT = 'en-cours'

function buildHref(adresse: string, { q, etat, page }: { q: string; etat: string; page?: number }): string {
  const query = new URLSearchParams({
    ...(etat === PAR_DEFAUT ? {} : { etat }),
    ...(q ? { q } : {}),
    ...(page && page > 1 ? { page: String(page) } : {}),
  })
  return query.size > 0 ? `${adresse}?${query}` : adresse
}

const TITRES: Record<VueMandats['filtre'], (nombre: number) => string> = {
  'en-cours': (nombre) => formatCompte(nombre, 'personne siège', 'personnes siègent'),
  bientot: (nombre) => `${formatCompte(nombre, 'personne')} dont un mandat se termine bientôt`,
  termines: (nombre) => `${formatCompte(nombre, 'personne')} dont un mandat est terminé`,
  'a-nommer': (nombre) => `${formatCompte(nombre, 'siège')} où aucune personne n’est nommée`,
}

const VIDES: Record<VueMandats['filtre'], string> = {
  'en-cours': 'La composition des instances ne nomme encore personne.',
  bientot: 'Aucun mandat ne se termine dans les trois mois.',
  termines: 'Aucun mandat n’est enregistré comme terminé.',
  'a-nommer': 'Chaque siège a une personne nommée.',
}

/** The screen « Mandats »: people and their seats, found by name, function or organisme. */
export function Mandats({ vue }: { vue: VueMandats }) {
  const { convention, filtre, q, comptes, personnes, trouvees } = vue
  const base = `/conventions/${convention.slug}`
  const adresse = `${base}/mandats`
  return (
    <div className="page">
      <PageHeader titre="Mandats" surtitre={convention.nom} />
      <OngletsGouvernance convention={convention.slug} actif="mandats" coordination />
      {vue.derniere ? <Derniere key={vue.derniere.id} convention={convention.slug} derniere={vue.derniere} /> : null}
      <Panneau
        titre={TITRES[filtre](trouvees)}
        actions={
          <FilterChips label="Mandats par état">
            {FILTRES_DE_MANDATS.map(({ cle, mots }) => (
              <FilterChip
                key={cle}
                href={buildHref(adresse, { q, etat: cle === filtre ? PAR_DEFAUT : cle })}
                actif={cle === filtre && cle !== PAR_DEFAUT}
                count={comptes[cle]}
              >
                {mots}
              </FilterChip>
            ))}
          </FilterChips>
        }
      >
        <Form action={adresse} className="no-print mb-4 flex flex-wrap items-end gap-3" scroll={false}>
          {filtre === PAR_DEFAUT ? null : <input type="hidden" name="etat" value={filtre} />}
          <div className="min-w-56 grow">
            <Input
              label="Nom, fonction, organisme ou instance"
              name="q"
              type="search"
              defaultValue={q}
              key={q}
              maxLength={100}
            />
          </div>
          <Button type="submit">Chercher</Button>
        </Form>
        {personnes.length === 0 ? (
          <EmptyState
            titre={q ? 'Personne ne correspond' : 'Rien à montrer ici'}
            pourquoi={q ? `Aucun mandat ne répond à « ${q} » dans cette liste.` : VIDES[filtre]}
            suite={
              q || filtre !== PAR_DEFAUT ? (
                <Link className="link" href={adresse}>
                  Voir les mandats en cours
                </Link>
              ) : (
                <Link className="link" href={`${base}/gouvernance`}>
                  Compléter la composition des instances
                </Link>
              )
            }
          />
        ) : (
          <ul className="rows">
            {personnes.map((personne) => (
              <LignePersonne key={personne.cle} personne={personne} base={base} today={convention.today} />
            ))}
          </ul>
        )}
        <Pagination page={vue.page} pages={vue.pages} href={(page) => buildHref(adresse, { q, etat: filtre, page })} />
      </Panneau>
      <Elections adresse={adresse} organismes={vue.organismes} colleges={vue.colleges} />
    </div>
  )
}
