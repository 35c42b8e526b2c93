import { EmptyState } from '@/components/ui/empty-state'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { EtapeVue, VueFiche } from '@/lib/plan-action/fiche/queries'
import { formatCompte } from '@/lib/platform/typographie'
import { MenuStatut } from '@/components/plan-action/champs/menu-statut'
import { formatCompteNom, formatPluriel } from '../noms'
import { EtapesOrdonnables } from './contenu/etapes-ordonnables'
import { BadgeEcheance, BadgeReserve, GlypheStatut, MOTS_STATUT } from '@/components/plan-action/champs/statuts'
import { Texte } from '@/components/plan-action/champs/texte'
import { ListeIndicateurs } from '../indicateurs/ligne'

interface Contexte {
  vue: VueFiche
  slug: string
}

function Indicateurs({ indicateurs, vue, slug }: Contexte & { indicateurs: EtapeVue['indicateurs'] }) {
  return (
    <ListeIndicateurs
      indicateurs={indicateurs}
      slug={slug}
      fiche={vue.id}
      annee={vue.annee}
      modifiable={vue.modifiable}
    />
  )
}

/** An étape without its `li`: the list that orders them has its own. */
function CorpsEtape({ etape, vue, slug }: Contexte & { etape: EtapeVue }) {
  const { label, couleur } = MOTS_STATUT[etape.statut]
  return (
    <>
      {vue.modifiable ? (
        <MenuStatut
          convention={slug}
          fiche={vue.id}
          etape={etape.id}
          version={etape.version}
          statut={etape.statut}
          sujet={etape.titre}
          glyphe
        />
      ) : (
        <span className={`flex-none pt-1 ${couleur}`}>
          <GlypheStatut statut={etape.statut} large />
          <span className="visually-hidden">{label}</span>
        </span>
      )}
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h3 className="min-w-0 flex-1 basis-60 font-sans text-base">
            {etape.numero ? `${etape.numero}. ` : ''}
            {etape.titre} <BadgeReserve raisons={etape.reserves} base={`/conventions/${slug}`} />
          </h3>
          <span className="text-sm text-muted sm:max-w-56">
            {etape.periode} <BadgeEcheance echeance={etape.echeance} />
          </span>
        </div>
        {etape.description ? (
          <div className="text-muted">
            <Texte texte={etape.description} />
          </div>
        ) : null}
        <Indicateurs indicateurs={etape.indicateurs} vue={vue} slug={slug} />
      </div>
    </>
  )
}

const toEdition = ({ id, version, numero, titre, description, texte, debut, fin, statut }: EtapeVue) => ({
  id,
  version,
  numero,
  titre,
  description,
  statut,
  periode: { texte, debut, fin },
})

/** '3 actions, 10 indicateurs', with the convention’s own word for an étape. */
function formatResume(vue: VueFiche): string {
  const comptes = [
    vue.etapes.length > 0 && formatCompteNom(vue.etapes.length, vue.nomEtape),
    vue.nombreIndicateurs > 0 && formatCompte(vue.nombreIndicateurs, 'indicateur'),
  ]
  return comptes.filter(Boolean).join(', ')
}

/** The étapes with their indicators, then the indicators of the whole fiche. */
export function EtapesEtIndicateurs({ vue, slug }: Contexte) {
  const titre =
    vue.nombreIndicateurs > 0 || vue.etapes.length === 0
      ? `${formatPluriel(vue.nomEtape)} et indicateurs`
      : formatPluriel(vue.nomEtape)
  return (
    <Panneau titre={titre} sousTitre={formatResume(vue)} id="etapes">
      {vue.modifiable ? (
        <EtapesOrdonnables
          slug={slug}
          fiche={vue.id}
          contexte={vue.bornes}
          noms={formatPluriel(vue.nomEtape.toLowerCase())}
          etapes={vue.etapes.map((etape) => ({
            etape: toEdition(etape),
            indicateurs: etape.indicateurs.length,
            lecture: <CorpsEtape etape={etape} vue={vue} slug={slug} />,
          }))}
        />
      ) : vue.etapes.length > 0 ? (
        <ol className="rows">
          {vue.etapes.map((etape) => (
            <li key={etape.id} className="keep flex items-start gap-3">
              <CorpsEtape etape={etape} vue={vue} slug={slug} />
            </li>
          ))}
        </ol>
      ) : null}
      {vue.indicateurs.length > 0 ? (
        <section
          className={vue.etapes.length > 0 ? 'mt-4 border-t border-line pt-4' : undefined}
          aria-labelledby="indicateurs-fiche"
        >
          <h3 id="indicateurs-fiche" className="font-sans text-base">
            Indicateurs de la fiche
          </h3>
          <Indicateurs indicateurs={vue.indicateurs} vue={vue} slug={slug} />
        </section>
      ) : null}
      {vue.etapes.length === 0 && vue.nombreIndicateurs === 0 ? (
        <EmptyState titre="Ni étape ni indicateur" pourquoi={vue.lacune ?? 'Rien n’est saisi pour cette fiche.'} />
      ) : vue.nombreIndicateurs === 0 ? (
        <p className="mt-4 border-t border-line pt-3 text-sm text-muted">Aucun indicateur. {vue.lacune}</p>
      ) : null}
    </Panneau>
  )
}
