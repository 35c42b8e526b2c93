import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panneau } from '@/components/ui/flottant/panneau'
import { formatAnnonce } from '@/lib/convention/accord/rules/annonces'
import type { VuePlan } from '@/lib/plan-action/liste/queries/plan'
import { countFiltres, formatParametres } from '@/lib/plan-action/liste/rules/filtres'
import type { FiltresPlan } from '@/lib/plan-action/liste/schema/filtres'
import { formatAccord, formatCompte } from '@/lib/platform/typographie'
import { buildHrefPlan } from '../adresses'
import { formatCompteNom } from '../noms'
import { OngletsPlan } from '../onglets'
import { BadgeReserve } from '@/components/plan-action/champs/statuts'
import { ExporterPlan } from '@/components/plan-action/tableur/exporter'
import { Texte } from '@/components/plan-action/champs/texte'
import { AxeDuPlan } from './axe'
import { VueFrise, VueTableau } from './autres-vues'
import { BarreSelection } from './barre-selection'
import { FiltresDuPlan } from './filtres'
import { LignesFiches } from './lignes-fiches'
import { LignesIndicateurs } from './lignes-indicateurs'
import { formatCle, MOTS_RANGEE, PILOTES_DU_PLAN } from './mots'
import { toRangee } from './rangee'
import { SelectionDuPlan } from './selection'

interface Props {
  vue: VuePlan
  slug: string
  filtres: FiltresPlan
}

/** No plan at all: why, and where to go from there. */
function SansPlan({ vue, slug }: { vue: VuePlan; slug: string }) {
  return (
    <Panneau label="Plan d’action">
      <EmptyState
        titre="Aucun plan d’action"
        pourquoi={vue.lacune ?? 'Le plan d’action n’est pas saisi.'}
        suite={
          <>
            {vue.coordination ? (
              <ButtonLink variant="primary" href={`/conventions/${slug}/plan-action/modifier`}>
                Créer le plan d’action
              </ButtonLink>
            ) : (
              <p className="basis-full">
                Demandez le plan d’action à la Caf ou à la coordination : il entrera avec le dossier de la convention.
              </p>
            )}
            <ButtonLink href={`/conventions/${slug}/convention#source`}>Voir le document lu</ButtonLink>
            <ButtonLink href={`/conventions/${slug}/gouvernance`}>Voir la gouvernance</ButtonLink>
          </>
        }
      />
    </Panneau>
  )
}

/** Nothing answers the filters: which, and how to see more. */
function RienNeCorrespond({ vue, slug, filtres }: Props) {
  const { indicateurs } = filtres
  return (
    <Panneau label="Résultat des filtres">
      <EmptyState
        titre={
          indicateurs === 'renseignes'
            ? `Aucun indicateur renseigné en ${vue.annee}`
            : indicateurs === 'attendus'
              ? `Aucun indicateur attendu en ${vue.annee}`
              : `Aucune ${vue.plan?.nomFiche.toLowerCase() ?? 'fiche'} ne correspond`
        }
        pourquoi={
          (indicateurs === 'renseignes' ? vue.lacuneIndicateurs : null) ?? 'Retirez un filtre pour en voir davantage.'
        }
        suite={<ButtonLink href={buildHrefPlan(slug, {})}>Voir tout le plan</ButtonLink>}
      />
    </Panneau>
  )
}

/** '20 actions dans 6 axes', or what the filters leave of it. */
function formatResume({ plan, axes, comptes }: VuePlan): string {
  const nomFiche = plan?.nomFiche ?? 'Fiche'
  const racines = axes.filter(({ profondeur }) => profondeur === 0).length
  if (comptes.filtrees < comptes.total) return `${formatCompteNom(comptes.filtrees, nomFiche)} sur ${comptes.total}`
  const indicateurs =
    comptes.indicateurs > 0
      ? `, ${formatCompte(comptes.indicateurs, 'ligne d’indicateurs', 'lignes d’indicateurs')}`
      : ''
  return `${formatCompteNom(comptes.total, nomFiche)} dans ${formatCompteNom(racines, plan?.niveaux[0] ?? 'Axe')}${indicateurs}`
}

/** What the document announces and is not all described: told apart, in no count of the plan. */
function formatAnnonces({ annonces, plan }: VuePlan): string | null {
  if (annonces === null || plan === null) return null
  const mots = (nom: string) => ({
    un: nom.toLowerCase(),
    des: `${nom.toLowerCase()}s`,
    annonce: 'annoncée',
    connu: 'décrite',
  })
  return (
    [
      formatAnnonce(annonces.fiches, annonces.decrites, mots('fiche')),
      formatAnnonce(annonces.operations, annonces.etapes, mots('opération')),
    ]
      .filter(Boolean)
      .join(' ; ') || null
  )
}

function Tete({ vue, slug }: { vue: VuePlan; slug: string }) {
  const { plan } = vue
  const annonces = formatAnnonces(vue)
  return (
    <PageHeader titre="Plan d’action" surtitre={vue.nom}>
      {plan ? (
        <p className="text-muted">
          {plan.titre && plan.titre !== 'Plan d’action' ? `${plan.titre} : ` : ''}
          {formatResume(vue)}
          {annonces ? `. Le document compte ${annonces}. ` : ' '}
          <BadgeReserve raisons={vue.reserves} base={`/conventions/${slug}`} />
        </p>
      ) : null}
      {plan?.texte ? (
        <details className="mt-2">
          <summary className="text-sm text-muted">Note du document</summary>
          <div className="mt-2 max-w-prose">
            <Texte texte={plan.texte} />
          </div>
        </details>
      ) : null}
    </PageHeader>
  )
}

/** Rows in the tree of the plan. */
function ListeParAxe({ vue, slug, filtres }: Props) {
  const montrees = new Set(vue.fiches.map(({ axe }) => axe))
  const garde = (id: number): boolean => montrees.has(id) || vue.axes.some((axe) => axe.parent === id && garde(axe.id))
  // An axe without fiche is part of the plan: it is left out only where it answers no filter.
  const axes = vue.axes.filter(
    (axe) => garde(axe.id) || (countFiltres(filtres) === 0 && axe.nombre === 0 && vue.page === vue.pages),
  )
  return axes
    .filter(({ profondeur }) => profondeur === 0)
    .map((axe) => (
      <AxeDuPlan
        key={axe.id}
        axe={axe}
        vue={{ ...vue, axes }}
        slug={slug}
        enfants={axes.filter(({ parent }) => parent === axe.id)}
      />
    ))
}

/** Rows under another name than their axe. */
function ListeParGroupe({ vue, slug }: Omit<Props, 'filtres'>) {
  const index = new Map(vue.fiches.map((fiche) => [fiche.id, toRangee(fiche)]))
  const { nomFiche = 'Fiche-action', nomEtape = 'Étape' } = vue.plan ?? {}
  return vue.groupes.map(({ cle, nombre, fiches }) => (
    <Panneau
      key={cle ?? ''}
      titre={formatCle(vue.groupe, cle, vue.choix)}
      sousTitre={formatCompteNom(nombre, nomFiche)}
    >
      <LignesFiches
        fiches={fiches.flatMap((id) => index.get(id) ?? [])}
        lignes={vue.lignes}
        slug={slug}
        nomFiche={nomFiche}
        nomEtape={nomEtape}
        coordination={vue.coordination}
        mots={MOTS_RANGEE}
        bornes={vue.bornes}
      />
    </Panneau>
  ))
}

/** The rows as a list, with what may be done to many of them. */
function Liste({ vue, slug, filtres }: Props) {
  const liste =
    vue.groupe === 'axe' ? (
      <ListeParAxe vue={vue} slug={slug} filtres={filtres} />
    ) : (
      <ListeParGroupe vue={vue} slug={slug} />
    )
  return (
    <>
      <datalist id={PILOTES_DU_PLAN}>
        {vue.choix.pilotes.map(({ valeur }) => (
          <option key={valeur} value={valeur} />
        ))}
      </datalist>
      {vue.coordination && vue.fiches.length > 0 ? (
        <SelectionDuPlan key={buildHrefPlan(slug, filtres)} ordre={vue.groupes.flatMap(({ fiches }) => fiches)}>
          {liste}
          <BarreSelection
            slug={slug}
            parametres={formatParametres({ ...filtres, page: undefined })}
            filtrees={vue.comptes.filtrees}
            nomFiche={vue.plan?.nomFiche ?? 'Fiche'}
            themes={vue.themes}
            bornes={vue.bornes}
          />
        </SelectionDuPlan>
      ) : (
        liste
      )}
      {vue.pages > 1 ? (
        <Pagination page={vue.page} pages={vue.pages} href={(page) => buildHrefPlan(slug, { ...filtres, page })} />
      ) : null}
    </>
  )
}

/** The rows as the address asks to see them. */
function Rangees({ vue, slug, filtres }: Props) {
  switch (filtres.vue) {
    case 'tableau':
      return <VueTableau vue={vue} slug={slug} filtres={filtres} />
    case 'frise':
      return <VueFrise vue={vue} slug={slug} filtres={filtres} />
    default:
      return <Liste vue={vue} slug={slug} filtres={filtres} />
  }
}

/** The plan of action with the convention’s own level names; filters live in the address, above every view of the rows. */
export function PagePlanAction({ vue, slug, filtres }: Props) {
  const sansFiche = vue.lignes.filter(({ fiche }) => fiche === null)
  const vide = countFiltres(filtres) > 0 && vue.comptes.filtrees === 0 && sansFiche.length === 0
  return (
    <div className="page">
      <Tete vue={vue} slug={slug} />
      <OngletsPlan convention={slug} actif={filtres.vue ?? 'liste'} coordination={vue.coordination} filtres={filtres} />
      {vue.plan === null ? <SansPlan vue={vue} slug={slug} /> : null}
      {vue.plan && vue.comptes.total === 0 ? (
        <Notice titre={`Aucune ${vue.plan.nomFiche.toLowerCase()} pour l’instant`}>
          {vue.plan.raisonSansFiche ?? vue.lacune}
        </Notice>
      ) : null}
      {vue.comptes.total > 0 ? <FiltresDuPlan vue={vue} slug={slug} filtres={filtres} /> : null}
      {filtres.indicateurs && !vide ? (
        <p role="status">
          {formatCompte(vue.comptes.lignes, 'ligne d’indicateurs', 'lignes d’indicateurs')}{' '}
          {filtres.indicateurs === 'renseignes'
            ? formatAccord(vue.comptes.lignes, 'renseignée')
            : formatAccord(vue.comptes.lignes, 'attendue')}{' '}
          en {vue.annee}.
        </p>
      ) : null}
      {vide && vue.plan ? <RienNeCorrespond vue={vue} slug={slug} filtres={filtres} /> : null}
      {sansFiche.length > 0 ? (
        <Panneau titre="Indicateurs de la convention">
          <LignesIndicateurs lignes={sansFiche} />
        </Panneau>
      ) : null}
      {vide ? null : <Rangees vue={vue} slug={slug} filtres={filtres} />}
      {vue.comptes.filtrees > 0 ? (
        <ExporterPlan slug={slug} parametres={formatParametres({ ...filtres, page: undefined })} />
      ) : null}
    </div>
  )
}
