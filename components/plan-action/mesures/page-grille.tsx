import { EmptyState } from '@/components/ui/empty-state'
import { ButtonLink } from '@/components/ui/button'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { Select } from '@/components/ui/saisie/inputs'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { SubmitButton } from '@/components/ui/saisie/submit-button'
import type { FiltresGrille } from '@/lib/plan-action/indicateurs/schema'
import { ETATS_GRILLE, PAS, type EtatGrille, type Pas } from '@/lib/plan-action/indicateurs/words'
import type { VueGrille } from '@/lib/plan-action/mesures/types/grille'
import { formatCompte } from '@/lib/platform/typographie'
import { OngletsPlan } from '@/components/plan-action/onglets'
import { buildHrefGrille, buildHrefNouvelIndicateur } from '@/components/plan-action/indicateurs/adresses'
import { GrilleIndicateurs } from './grille'

interface Props {
  vue: VueGrille
  slug: string
  filtres: FiltresGrille
}

const MOTS_PAS: Record<Pas, string> = {
  an: 'Par année',
  semestre: 'Par semestre',
  trimestre: 'Par trimestre',
  mois: 'Par mois',
}
const MOTS_ETAT: Record<EtatGrille, string> = {
  attendus: 'À renseigner',
  renseignes: 'Renseignés',
  proposes: 'Proposés, à confirmer',
}

const nommer = ({ numero, titre }: { numero: string | null; titre: string }): string =>
  [numero, titre].filter(Boolean).join(' ')

/** What narrows the rows, and how fine the columns are: links and a form, all in the address. */
function Filtres({ vue, slug, filtres }: Props) {
  const { annee, annees, comptes, fiches, axes, fournisseurs, pas } = vue
  const comptesEtat: Record<EtatGrille, number> = {
    attendus: comptes.lignes - comptes.renseignees,
    renseignes: comptes.renseignees,
    proposes: comptes.proposees,
  }
  const choix = Array.from({ length: annees.fin - annees.debut + 1 }, (_, rang) => annees.debut + rang)
  return (
    <div className="no-print grid gap-3">
      <FilterChips label={`État en ${annee}`}>
        {ETATS_GRILLE.map((etat) => (
          <FilterChip
            key={etat}
            href={buildHrefGrille(slug, { ...filtres, page: 1, etat: filtres.etat === etat ? undefined : etat })}
            actif={filtres.etat === etat}
            count={comptesEtat[etat]}
          >
            {MOTS_ETAT[etat]}
            {etat === 'proposes' ? '' : ` en ${annee}`}
          </FilterChip>
        ))}
      </FilterChips>
      <FilterChips label="Périodes">
        {PAS.map((un) => (
          <FilterChip key={un} href={buildHrefGrille(slug, { ...filtres, pas: un })} actif={pas === un}>
            {MOTS_PAS[un]}
          </FilterChip>
        ))}
      </FilterChips>
      <form method="get" action={`/conventions/${slug}/indicateurs`} className="flex flex-wrap items-end gap-3">
        {filtres.etat ? <input type="hidden" name="etat" value={filtres.etat} /> : null}
        {pas === 'an' ? null : <input type="hidden" name="pas" value={pas} />}
        <div className="w-full sm:w-64">
          <Select
            label="Fiche"
            name="fiche"
            vide="Toutes"
            defaultValue={filtres.fiche ?? ''}
            options={fiches.map((fiche) => ({ value: fiche.ref, label: nommer(fiche) }))}
          />
        </div>
        <div className="w-full sm:w-56">
          <Select
            label="Axe"
            name="axe"
            vide="Tous"
            defaultValue={filtres.axe ?? ''}
            options={axes.map((axe) => ({ value: axe.ref, label: nommer(axe) }))}
          />
        </div>
        {fournisseurs.length > 0 ? (
          <div className="w-full sm:w-56">
            <Select
              label="Qui fournit"
              name="fournisseur"
              vide="Tous"
              defaultValue={filtres.fournisseur ?? ''}
              options={fournisseurs.map((nom) => ({ value: nom, label: nom }))}
            />
          </div>
        ) : null}
        <div className="w-32">
          <Select
            label="Année suivie"
            name="annee"
            defaultValue={String(annee)}
            options={choix.map((une) => ({ value: String(une), label: String(une) }))}
          />
        </div>
        <SubmitButton variant="secondary">Filtrer</SubmitButton>
      </form>
    </div>
  )
}

/** The values of a convention: what is expected, what is filled, and the grid to enter them. */
export function PageGrille({ vue, slug, filtres }: Props) {
  const { comptes, annee, groupes, page, pages, coordination, lacune } = vue
  const filtree = Boolean(filtres.fiche || filtres.axe || filtres.fournisseur || filtres.etat)
  return (
    <div className="page">
      <PageHeader
        titre="Indicateurs"
        surtitre={vue.nom}
        actions={
          coordination ? (
            <ButtonLink href={buildHrefNouvelIndicateur(slug, filtres.fiche ?? null)}>Ajouter un indicateur</ButtonLink>
          ) : undefined
        }
      >
        <p className="text-muted">
          {comptes.lignes === 0
            ? 'Aucun indicateur.'
            : `${formatCompte(comptes.lignes, 'ligne d’indicateurs', 'lignes d’indicateurs')}, ${comptes.renseignees} ${comptes.renseignees < 2 ? 'renseignée' : 'renseignées'} pour ${annee}${comptes.proposees > 0 ? `, ${formatCompte(comptes.proposees, 'proposition', 'propositions')} à confirmer` : ''}.`}
        </p>
      </PageHeader>
      <OngletsPlan convention={slug} actif="indicateurs" coordination={coordination} />
      {comptes.lignes === 0 ? (
        <EmptyState
          titre="Aucun indicateur"
          pourquoi={lacune ?? 'Aucun n’est saisi.'}
          suite={
            coordination ? (
              <ButtonLink href={buildHrefNouvelIndicateur(slug, null)}>Ajouter un indicateur</ButtonLink>
            ) : undefined
          }
        />
      ) : (
        <>
          <Filtres vue={vue} slug={slug} filtres={filtres} />
          {groupes.length === 0 ? (
            <EmptyState
              titre="Aucune ligne avec ces filtres"
              pourquoi="Aucun indicateur ne répond à tous ces choix."
              suite={<ButtonLink href={buildHrefGrille(slug, {})}>Voir toutes les lignes</ButtonLink>}
            />
          ) : (
            <GrilleIndicateurs key={`${vue.pas} ${vue.annee}`} vue={vue} slug={slug} />
          )}
          <Pagination
            page={page}
            pages={pages}
            href={(autre) => buildHrefGrille(slug, { ...filtres, page: autre })}
            resume={filtree ? `${comptes.filtrees} lignes sur ${comptes.lignes}` : `${comptes.lignes} lignes`}
          />
        </>
      )}
    </div>
  )
}
