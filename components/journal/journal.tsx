import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChip, FilterChips } from '@/components/ui/filter-chip'
import { Panneau } from '@/components/ui/flottant/panneau'
import { PageHeader } from '@/components/ui/page-header'
import type { Changement, Fait, GesteLu } from '@/lib/journal/types'
import { formatObjet } from '@/lib/journal/rules/noms'
import { formatInstant } from '@/lib/platform/heures'

interface Vue {
  nom: string
  gestes: GesteLu[]
  objets: { objet: string; nombre: number }[]
  suivante: number | null
}

/** Fields told under a sentence; the rest is on the object itself. */
const CHAMPS_MONTRES = 12

function ValeurChangee({ de, vers }: Changement) {
  if (de === null || vers === null) return <>{vers ?? de}</>
  return (
    <>
      <del className="text-muted">{de}</del>
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden"> devient </span>
      {vers}
    </>
  )
}

function Detail({ details }: { details: Changement[] }) {
  if (details.length === 0) return null
  const reste = details.length - CHAMPS_MONTRES
  return (
    <details className="text-sm">
      <summary>Détail</summary>
      <ul className="m-0 list-none p-0">
        {details.slice(0, CHAMPS_MONTRES).map((detail, rang) => (
          <li key={rang}>
            <span className="text-muted">{detail.champ} : </span>
            <ValeurChangee {...detail} />
          </li>
        ))}
        {reste > 0 ? <li className="text-muted">et {reste === 1 ? 'un autre' : `${reste} autres`}</li> : null}
      </ul>
    </details>
  )
}

/** What was done: in the sentence of its author alone, one under the other when there were several. */
function Faits({ auteur, faits }: { auteur: string; faits: Fait[] }) {
  const [seul] = faits
  if (faits.length === 1 && seul)
    return (
      <>
        <p className="m-0">
          <strong>{auteur}</strong> {seul.phrase}
        </p>
        <Detail details={seul.details} />
      </>
    )
  return (
    <>
      <p className="m-0">
        <strong>{auteur}</strong>
      </p>
      <ul className="m-0 ps-5">
        {faits.map((fait, rang) => (
          <li key={rang}>
            {fait.phrase}
            <Detail details={fait.details} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Who did what to what, in sentences. */
export function PageJournal({ vue, slug, objet }: { vue: Vue; slug: string; objet?: string }) {
  const base = `/conventions/${slug}/journal`
  const suite = new URLSearchParams({
    ...(objet ? { objet } : {}),
    ...(vue.suivante ? { avant: String(vue.suivante) } : {}),
  })
  return (
    <div className="page">
      <PageHeader titre="Journal" surtitre={vue.nom} />
      <Panneau titre="Qui a fait quoi" sousTitre="Ce journal se complète de lui-même et ne se modifie pas.">
        {vue.objets.length > 1 ? (
          <div className="mb-4">
            <FilterChips label="Objet modifié">
              {vue.objets.map((choix) => (
                <FilterChip
                  key={choix.objet}
                  href={objet === choix.objet ? base : `${base}?objet=${choix.objet}`}
                  actif={objet === choix.objet}
                  count={choix.nombre}
                >
                  {formatObjet(choix.objet)}
                </FilterChip>
              ))}
            </FilterChips>
          </div>
        ) : null}
        {vue.gestes.length === 0 ? (
          <EmptyState
            titre="Aucune modification"
            pourquoi="Rien n’a encore été modifié ici. Chaque modification s’inscrira d’elle-même."
          />
        ) : (
          <ol className="rows" aria-label="Ce qui a été fait, le plus récent d’abord">
            {vue.gestes.map((geste) => (
              <li key={geste.id} className="wrap-anywhere">
                <p className="m-0 text-sm text-muted">{formatInstant(geste.instant)}</p>
                <Faits auteur={geste.auteur} faits={geste.faits} />
                {geste.motif ? <p className="m-0 text-sm">Motif : {geste.motif}</p> : null}
              </li>
            ))}
          </ol>
        )}
        {vue.suivante ? <ButtonLink href={`${base}?${suite}`}>Plus ancien</ButtonLink> : null}
      </Panneau>
    </div>
  )
}
