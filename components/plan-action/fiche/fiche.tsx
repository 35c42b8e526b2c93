import { TracesDecision } from '@/components/gouvernance/decisions/traces'
import { Badge } from '@/components/ui/badge'
import { IconChevronLeft, IconChevronRight } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/panneau'
import type { VueFiche } from '@/lib/plan-action/queries-fiche'
import type { VoisineEcrite } from '@/lib/plan-action/queries-fiche-sql'
import { formatDateCourte } from '@/lib/platform/dates'
import { buildHrefFiche, buildHrefPlan } from '../adresses'
import { MenuStatut } from '../menu-statut'
import { BadgeStatut } from '../statuts'
import { Texte } from '../texte'
import { EtapesEtIndicateurs } from './etapes'
import { Historique } from './historique'
import { Reperes } from './reperes'
import { Suivi } from './suivi'

interface Props {
  vue: VueFiche
  slug: string
}

/** What the fiche says, in the order of the paper one; a heading only where there is a text. */
function Corps({ vue }: { vue: VueFiche }) {
  const textes = [['Contexte', vue.contexte], ['Objectifs', vue.objectifs], ['Description', vue.description]] as const
  return textes.map(([titre, texte]) =>
    texte ? (
      <section key={titre} aria-label={titre} className="max-w-prose">
        <h2 className="mb-1">{titre}</h2>
        <Texte texte={texte} />
      </section>
    ) : null,
  )
}

/** '14 novembre 2026 à 14 h 05' from 'YYYY-MM-DD HH:MI'. */
function formatMaj(majLe: string): string {
  return `${formatDateCourte(majLe.slice(0, 10))} à ${majLe.slice(11).replace(':', '\u00A0h\u00A0')}`
}

function PanneauSuivi({ vue, slug }: Props) {
  const sousTitre = vue.majLe ? `Mis à jour le ${formatMaj(vue.majLe)}` : vue.suivi ? 'Date de la note non précisée' : 'Aucune mise à jour enregistrée'
  return (
    <Panneau titre="Suivi" sousTitre={sousTitre} id="suivi">
      {vue.modifiable ? (
        <Suivi convention={slug} fiche={vue.id} version={vue.version} suivi={vue.suivi} avancement={vue.avancement} />
      ) : vue.suivi ? (
        <p className="whitespace-pre-line">{vue.suivi}</p>
      ) : (
        <p className="text-muted">Aucune note de suivi.</p>
      )}
    </Panneau>
  )
}

function Voisine({ fiche, slug, sens }: { fiche: VoisineEcrite | null; slug: string; sens: 'prev' | 'next' }) {
  if (!fiche) return <span />
  return (
    <Link rel={sens} className="link-quiet flex min-w-0 items-center gap-1.5" href={buildHrefFiche(slug, fiche.ref)}>
      {sens === 'prev' ? <IconChevronLeft label="Fiche précédente :" /> : null}
      <span className="min-w-0">{[fiche.numero, fiche.titre].filter(Boolean).join(' ')}</span>
      {sens === 'next' ? <IconChevronRight label="Fiche suivante" /> : null}
    </Link>
  )
}

/** A fiche-action that reads like the paper one, and is updated where it is read. */
export function PageFiche({ vue, slug }: Props) {
  const fil = [
    { label: 'Plan d’action', href: buildHrefPlan(slug, {}) },
    ...vue.axes.map(({ ref, numero, titre }) => ({ label: numero ? `${numero}. ${titre}` : titre, href: buildHrefPlan(slug, { axe: ref }) })),
  ]
  const sujet = vue.numero ? `${vue.nomFiche.toLowerCase()} ${vue.numero}` : vue.titre
  return (
    <div className="page">
      <PageHeader
        titre={vue.titre}
        numero={vue.numero ?? undefined}
        fil={fil}
        actions={
          vue.modifiable ? (
            <MenuStatut convention={slug} fiche={vue.id} version={vue.version} statut={vue.statut} sujet={sujet} />
          ) : (
            <BadgeStatut statut={vue.statut} />
          )
        }
      >
        {vue.titreCourt && vue.titreCourt !== vue.titre ? (
          <p className="text-muted">
            {vue.titreCourt} <span className="text-sm">(titre de la page de détail)</span>
          </p>
        ) : null}
        <TracesDecision slug={slug} traces={vue.traces} statut={vue.statut} />
        {vue.reserves.length > 0 ? (
          <p>
            <Badge tone="warn">à confirmer</Badge> <span className="text-sm text-muted">{vue.reserves.join(' ')}</span>
          </p>
        ) : null}
      </PageHeader>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-5">
          <Corps vue={vue} />
          <EtapesEtIndicateurs vue={vue} slug={slug} />
        </div>
        <div className="grid min-w-0 gap-5">
          <Reperes vue={vue} slug={slug} />
          <PanneauSuivi vue={vue} slug={slug} />
          {vue.journalLisible ? <Historique lignes={vue.historique} slug={slug} /> : null}
        </div>
      </div>
      <nav aria-label="Fiches voisines" className="no-print grid gap-4 border-t border-line pt-4 sm:grid-cols-2 sm:[&>:last-child]:justify-end sm:[&>:last-child]:text-end">
        <Voisine fiche={vue.precedente} slug={slug} sens="prev" />
        <Voisine fiche={vue.suivante} slug={slug} sens="next" />
      </nav>
    </div>
  )
}
