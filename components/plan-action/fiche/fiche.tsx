import { TracesDecision } from '@/components/gouvernance/decisions/traces'
import { Badge } from '@/components/ui/badge'
import { IconChevronLeft, IconChevronRight } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import { getTexte } from '@/lib/plan-action/champs/rules/catalogue'
import type { ChampParagraphes } from '@/lib/plan-action/champs/words/catalogue'
import type { VueFiche } from '@/lib/plan-action/fiche/queries'
import type { VoisineEcrite } from '@/lib/plan-action/fiche/sql/fiche'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatInstant } from '@/lib/platform/heures'
import { buildHrefFiche, buildHrefPlan } from '../adresses'
import { PanneauBudget } from './contenu/budget'
import { PanneauLiens } from './contenu/liens-documents'
import { FicheEditable } from '@/components/plan-action/champs/contexte'
import { PanneauInvitations } from '../invitation/panneau-invitations'
import { PropositionsRecues } from '../invitation/propositions'
import { MenuStatut } from '@/components/plan-action/champs/menu-statut'
import { BadgeStatut } from '@/components/plan-action/champs/statuts'
import { Appreciations } from '../suivi/appreciations'
import { Fil } from '../suivi/fil'
import { Vie } from '../suivi/vie'
import { Texte } from '@/components/plan-action/champs/texte'
import { EtapesEtIndicateurs } from './etapes'
import { Identite } from './identite'
import { Reperes } from './reperes'
import { SectionTexte } from './section-texte'
import { Suivi } from './suivi'

interface Props {
  vue: VueFiche
  slug: string
}

/** Which texts have a section of their own, before and after the étapes. */
const AVANT_ETAPES: readonly ChampParagraphes[] = ['contexte', 'objectifs', 'description']
const APRES_ETAPES: readonly ChampParagraphes[] = ['publicVise', 'moyens']

/** Texts of the fiche; for who only reads, a heading only where there is a text. */
function Textes({ vue, champs }: { vue: VueFiche; champs: readonly ChampParagraphes[] }) {
  return champs.map((champ) => {
    const { label } = getTexte(champ)
    const texte = vue.valeurs[champ]
    const lecture = texte ? <Texte texte={texte} /> : null
    if (vue.modifiable) {
      return (
        <SectionTexte key={champ} champ={champ} vide={!texte}>
          {lecture}
        </SectionTexte>
      )
    }
    return lecture ? (
      <section key={champ} aria-label={label} className="max-w-prose">
        <h2 className="mb-1">{label}</h2>
        {lecture}
      </section>
    ) : null
  })
}

function PanneauSuivi({ vue }: { vue: VueFiche }) {
  const { suivi } = vue.valeurs
  const sousTitre = vue.majLe
    ? `Mis à jour le ${formatInstant(vue.majLe)}`
    : suivi
      ? 'Date de la note non précisée'
      : 'Aucune mise à jour enregistrée'
  return (
    <Panneau titre="Suivi" sousTitre={sousTitre} id="suivi">
      <Vie vie={vue.vie} />
      {vue.modifiable ? (
        <Suivi />
      ) : suivi ? (
        <Texte texte={suivi} />
      ) : (
        <p className="text-muted">Aucune note de suivi.</p>
      )}
    </Panneau>
  )
}

/** Announced and not written: said before anything else, with why and until when. */
function ARediger({
  vue: {
    valeurs: { redaction },
    avenants,
  },
  passee,
}: {
  vue: VueFiche
  passee: boolean
}) {
  if (!redaction.aRediger) return null
  const avenant = avenants.find(({ id }) => id === redaction.avenant)
  return (
    <Notice tone="warn" titre="Fiche à rédiger">
      <p>
        {[redaction.motif, avenant && `elle viendra avec l’avenant « ${avenant.nom} »`].filter(Boolean).join(' ; ') ||
          'Annoncée, elle n’est pas encore écrite.'}
      </p>
      {redaction.echeance ? (
        <p className="text-sm">
          À rédiger pour le {formatDateCourte(redaction.echeance)}{' '}
          {passee ? <Badge tone="warn">échéance passée</Badge> : null}
        </p>
      ) : null}
    </Notice>
  )
}

function TitreCourt({ vue }: { vue: VueFiche }) {
  if (!vue.titreCourt || vue.titreCourt === vue.titre) return null
  return (
    <p className="text-muted">
      {vue.titreCourt} <span className="text-sm">(titre court)</span>
    </p>
  )
}

function Voisine({ fiche, slug, sens }: { fiche: VoisineEcrite | null; slug: string; sens: 'prev' | 'next' }) {
  if (!fiche) return <span />
  return (
    <Link rel={sens} className="link-quiet flex min-w-0 items-center gap-1.5" href={buildHrefFiche(slug, fiche.ref)}>
      {sens === 'prev' ? <IconChevronLeft label="Fiche précédente :" /> : null}
      <span className="min-w-0">{[fiche.numero, fiche.titre].filter(Boolean).join(' ')}</span>
      {sens === 'next' ? <IconChevronRight label="Fiche suivante" /> : null}
    </Link>
  )
}

/** A fiche-action that reads like the paper one, and is updated where it is read. */
export function PageFiche({ vue, slug }: Props) {
  const fil = [
    { label: 'Plan d’action', href: buildHrefPlan(slug, {}) },
    ...vue.axes.map(({ ref, numero, titre }) => ({
      label: numero ? `${numero}. ${titre}` : titre,
      href: buildHrefPlan(slug, { axe: ref }),
    })),
  ]
  const sujet = vue.numero ? `${vue.nomFiche.toLowerCase()} ${vue.numero}` : vue.titre
  const page = (
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
        {vue.modifiable ? (
          <Identite coordonne={vue.coordonne}>
            <TitreCourt vue={vue} />
          </Identite>
        ) : (
          <TitreCourt vue={vue} />
        )}
        <TracesDecision slug={slug} traces={vue.traces} statut={vue.statut} />
        {vue.reserves.length > 0 ? (
          <p>
            <Badge tone="warn">à confirmer</Badge> <span className="text-sm text-muted">{vue.reserves.join(' ')}</span>
          </p>
        ) : null}
      </PageHeader>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-5">
          {vue.coordonne ? <PropositionsRecues convention={slug} fiche={vue.id} vue={vue.invitation} /> : null}
          <ARediger vue={vue} passee={vue.redactionPassee} />
          <Textes vue={vue} champs={AVANT_ETAPES} />
          <EtapesEtIndicateurs vue={vue} slug={slug} />
          <Textes vue={vue} champs={APRES_ETAPES} />
          <PanneauBudget vue={vue} slug={slug} />
          <PanneauLiens vue={vue} slug={slug} />
          <Fil vie={vue.vie} convention={slug} fiche={vue} />
        </div>
        <div className="grid min-w-0 gap-5">
          <Reperes vue={vue} slug={slug} />
          <PanneauSuivi vue={vue} />
          <Appreciations vie={vue.vie} convention={slug} fiche={vue.id} />
          {vue.coordonne ? <PanneauInvitations convention={slug} fiche={vue.id} vue={vue.invitation} /> : null}
        </div>
      </div>
      <nav
        aria-label="Fiches voisines"
        className="no-print grid gap-4 border-t border-line pt-4 sm:grid-cols-2 sm:[&>:last-child]:justify-end sm:[&>:last-child]:text-end"
      >
        <Voisine fiche={vue.precedente} slug={slug} sens="prev" />
        <Voisine fiche={vue.suivante} slug={slug} sens="next" />
      </nav>
    </div>
  )
  if (!vue.modifiable) return page
  const noms = { avenants: vue.avenants, themes: vue.contenu.choix?.themes, communes: vue.contenu.choix?.communes }
  return (
    <FicheEditable key={vue.id} convention={slug} fiche={vue.id} valeurs={vue.valeurs} moi={vue.moi} noms={noms}>
      {page}
    </FicheEditable>
  )
}
