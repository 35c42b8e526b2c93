import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { VuePlan } from '@/lib/plan-action/liste/queries/plan'
import type { AxeVu } from '@/lib/plan-action/liste/queries/axes'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import { BadgeReserve } from '@/components/plan-action/champs/statuts'
import { Texte } from '@/components/plan-action/champs/texte'
import { LignesFiches } from './lignes-fiches'
import { MOTS_RANGEE } from './mots'
import { toRangee } from './rangee'

interface Contexte {
  vue: VuePlan
  slug: string
}

/** Description and objectives, folded where fiches follow, open where they are all there is. */
function Intentions({ axe, ouvert }: { axe: AxeVu; ouvert: boolean }) {
  if (!axe.description && axe.objectifs.length === 0) return null
  const resume = [
    axe.description && 'Description',
    axe.objectifs.length > 0 && formatCompte(axe.objectifs.length, 'objectif'),
  ]
    .filter(Boolean)
    .join(' et ')
  return (
    <details open={ouvert} className="mb-4">
      <summary className="text-sm text-muted">{resume}</summary>
      <div className="mt-2 max-w-prose">
        {axe.description ? <Texte texte={axe.description} /> : null}
        {axe.objectifs.length > 0 ? (
          <ul className="mt-2 grid list-disc gap-2.5 ps-5">
            {axe.objectifs.map((objectif, rang) => (
              <li key={rang}>
                <Texte texte={objectif} />
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </details>
  )
}

/** Why an axe carries no fiche, and the avenant that was to bring them. */
function SansFiche({ axe, vue }: { axe: AxeVu; vue: VuePlan }) {
  const nom = vue.plan?.nomFiche.toLowerCase() ?? 'fiche'
  // A plan without any fiche said why once, at the top.
  if (vue.comptes.total === 0) return axe.absence ? <p className="mt-3 text-sm text-muted">{axe.absence}</p> : null
  return (
    <EmptyState
      titre={`Aucune ${nom}`}
      pourquoi={axe.absence ?? vue.plan?.raisonSansFiche ?? 'La raison n’est pas saisie.'}
      suite={
        vue.avenants.length > 0 ? (
          <ul>
            {vue.avenants.map((avenant) => (
              <li key={avenant.objet}>
                Avenant : {avenant.objet}{' '}
                <Badge tone={avenant.depasse ? 'warn' : 'neutral'}>
                  {avenant.depasse ? 'attendu depuis le' : 'attendu au plus tard le'}{' '}
                  {formatDateCourte(avenant.echeance)}
                </Badge>
              </li>
            ))}
          </ul>
        ) : null
      }
    />
  )
}

function Contenu({ axe, vue, slug, enfants }: Contexte & { axe: AxeVu; enfants: AxeVu[] }) {
  const fiches = vue.fiches.filter((fiche) => fiche.axe === axe.id)
  const { nomFiche = 'Fiche-action', nomEtape = 'Étape' } = vue.plan ?? {}
  return (
    <>
      <Intentions axe={axe} ouvert={axe.nombre === 0} />
      {fiches.length > 0 ? (
        <LignesFiches
          fiches={fiches.map(toRangee)}
          lignes={vue.lignes}
          slug={slug}
          nomFiche={nomFiche}
          nomEtape={nomEtape}
          coordination={vue.coordination}
          mots={MOTS_RANGEE}
          bornes={vue.bornes}
        />
      ) : null}
      {axe.nombre === 0 && (enfants.length === 0 || axe.absence) ? <SansFiche axe={axe} vue={vue} /> : null}
      {enfants.map((enfant) => (
        <section key={enfant.id} id={enfant.ref} aria-label={enfant.titre} className="mt-5 border-t border-line pt-4">
          <h3 className="mb-2">
            <Nom axe={enfant} niveaux={vue.plan?.niveaux ?? []} />{' '}
            <BadgeReserve raisons={enfant.reserves} base={`/conventions/${slug}`} />
          </h3>
          <Contenu axe={enfant} vue={vue} slug={slug} enfants={vue.axes.filter(({ parent }) => parent === enfant.id)} />
        </section>
      ))}
    </>
  )
}

/** 'Axe 1 – Parentalité', with the convention’s own name for the level. */
function Nom({ axe, niveaux }: { axe: AxeVu; niveaux: string[] }) {
  const niveau = niveaux[axe.profondeur] ?? niveaux.at(-1) ?? 'Axe'
  return (
    <>
      {axe.numero ? (
        <span className="text-muted">
          {niveau} {axe.numero} –{' '}
        </span>
      ) : null}
      {axe.titre}
    </>
  )
}

/** An axe at the top of the plan, with its fiches and what is below it. */
export function AxeDuPlan({ axe, vue, slug, enfants }: Contexte & { axe: AxeVu; enfants: AxeVu[] }) {
  return (
    <Panneau
      id={axe.ref}
      titre={<Nom axe={axe} niveaux={vue.plan?.niveaux ?? []} />}
      sousTitre={axe.nombre > 0 ? axe.phrase : null}
      actions={<BadgeReserve raisons={axe.reserves} base={`/conventions/${slug}`} />}
    >
      <Contenu axe={axe} vue={vue} slug={slug} enfants={enfants} />
    </Panneau>
  )
}
