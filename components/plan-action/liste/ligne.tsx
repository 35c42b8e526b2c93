'use client'

import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { formatPourcent } from '@/lib/platform/nombres'
import { formatCompte } from '@/lib/platform/typographie'
import type { FicheListee } from '@/lib/plan-action/queries'
import { formatPeriode } from '@/lib/plan-action/rules'
import type { ValeursFiche } from '@/lib/plan-action/schema-champs'
import { buildHrefFiche } from '../adresses'
import { MenuStatut } from '../menu-statut'
import { formatCompteNom } from '../noms'
import { BadgeEcheance, BadgeReserve, BadgeStatut } from '../statuts'
import { EditionLigne, type Cellule } from './edition-ligne'
import { useSelection } from './selection'

/** What every row of a list shares. */
export interface ContexteLigne {
  slug: string
  nomFiche: string
  nomEtape: string
  /** may say who leads */
  coordination: boolean
  /** bounds of the convention: what « rentrée » is read against */
  bornes: { debut: string | null; fin: string | null }
}

const PAR_ROLE = { PILOTE: null, PORTEUR: 'porteur', PARTENAIRE: 'partenaire' } as const

/** Who leads, as written; a quiet badge where it is not settled. */
export function Pilotage({ pilotages }: { pilotages: ValeursFiche['pilotages'] }) {
  const menants = pilotages.filter(({ role }) => role !== 'PARTENAIRE')
  if (menants.length === 0) return <span>pilote non précisé</span>
  return menants.map(({ role, texte, aDefinir }, rang) => (
    <span key={rang} className="block">
      {texte}
      {PAR_ROLE[role] && !texte.toLowerCase().includes('porteur') ? ` (${PAR_ROLE[role]})` : null} {aDefinir ? <Badge>à définir</Badge> : null}
    </span>
  ))
}

/** '3 modalités, 10 indicateurs'. */
function formatContenu({ etapes, indicateurs }: FicheListee, nomEtape: string): string {
  const comptes = [etapes > 0 && formatCompteNom(etapes, nomEtape), indicateurs > 0 && formatCompte(indicateurs, 'indicateur')]
  return comptes.filter(Boolean).join(', ')
}

/** What calls for a look, quietly. */
function Signes({ fiche, slug }: { fiche: FicheListee; slug: string }) {
  const { aRediger, redactionMotif, silence, desaccord } = fiche
  return (
    <>
      <BadgeReserve raisons={fiche.reserves} base={`/conventions/${slug}`} />
      {aRediger ? <span title={redactionMotif ?? undefined}><Badge>à rédiger</Badge></span> : null}
      {desaccord ? <span title={desaccord}><Badge tone="warn">avis différents</Badge></span> : null}
      {silence?.startsWith('sans') ? <Badge>{silence}</Badge> : null}
    </>
  )
}

const formatCalendrier = (periode: ValeursFiche['periode']): string => {
  const texte = formatPeriode(periode)
  return texte === 'non précisée' ? 'période non précisée' : texte
}

/** A value that opens in place, or only reads. */
function Valeur({ nom, sujet, children, ouvrir }: { nom: string; sujet: string; children: ReactNode; ouvrir?: (bouton: HTMLButtonElement) => void }) {
  if (!ouvrir) {
    return (
      <>
        <span className="visually-hidden">{nom} : </span>
        {children}
      </>
    )
  }
  return (
    <button type="button" className="-mx-1.5 cursor-pointer rounded-md px-1.5 text-start align-top hover:bg-hover hover:text-ink" onClick={(event) => ouvrir(event.currentTarget)}>
      <span className="visually-hidden">{nom} de {sujet} : </span>
      {children}
      <span className="visually-hidden">. Modifier</span>
    </button>
  )
}

function CaseDeSelection({ fiche, sujet }: { fiche: FicheListee; sujet: string }) {
  const selection = useSelection()
  const plage = useRef(false)
  if (!selection) return null
  return (
    <input
      type="checkbox"
      className="mt-1.5 flex-none self-start"
      aria-label={`Sélectionner ${sujet}`}
      checked={fiche.modifiable && selection.isChoisie(fiche.id)}
      disabled={!fiche.modifiable}
      onClick={(event) => {
        plage.current = event.shiftKey
      }}
      onChange={() => selection.toggle(fiche, plage.current)}
    />
  )
}

/** One fiche: reads like a line of the plan, and each value opens in place. */
export function LigneFiche({ fiche, slug, nomFiche, nomEtape, coordination, bornes }: ContexteLigne & { fiche: FicheListee }) {
  const [ouverte, setOuverte] = useState<Cellule | null>(null)
  // Fifty rows do not carry fifty editions: one begins with the first press.
  const [touchee, setTouchee] = useState(false)
  const bouton = useRef<HTMLButtonElement | null>(null)
  const contenu = formatContenu(fiche, nomEtape)
  const sujet = fiche.numero ? `${nomFiche.toLowerCase()} ${fiche.numero}` : fiche.titre
  function toggle(cellule: Cellule, depuis: HTMLButtonElement) {
    bouton.current = depuis
    setTouchee(true)
    setOuverte(ouverte === cellule ? null : cellule)
  }
  function close() {
    setOuverte(null)
    bouton.current?.focus()
  }
  function handleKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || ouverte === null || event.defaultPrevented) return
    event.preventDefault()
    close()
  }
  const { valeur, origine, phrase } = fiche.progres
  return (
    <div onKeyDown={handleKey}>
      <div className="grid items-start gap-x-5 gap-y-1 md:grid-cols-[minmax(0,1fr)_auto] xl:grid-cols-[minmax(0,1fr)_12rem_11rem_4.5rem_9.5rem]">
        <div className="flex min-w-0 gap-2.5">
          <CaseDeSelection fiche={fiche} sujet={sujet} />
          {fiche.numero ? <span className="min-w-6 flex-none font-serif font-semibold text-muted">{fiche.numero}</span> : null}
          <span className="min-w-0">
            <Link className="link-quiet font-semibold" href={buildHrefFiche(slug, fiche.ref)}>
              {fiche.titre}
            </Link>{' '}
            <Signes fiche={fiche} slug={slug} />
            {contenu ? <span className="block text-sm text-muted">{contenu}</span> : null}
          </span>
        </div>
        <div className="text-sm text-muted max-xl:order-3 xl:pt-0.5">
          <Valeur nom="Pilotage" sujet={sujet} ouvrir={fiche.modifiable && coordination ? (depuis) => toggle('pilotages', depuis) : undefined}>
            <Pilotage pilotages={fiche.pilotages} />
          </Valeur>
        </div>
        <div className="text-sm text-muted max-xl:order-4 xl:pt-0.5">
          <Valeur nom="Période" sujet={sujet} ouvrir={fiche.modifiable ? (depuis) => toggle('periode', depuis) : undefined}>
            {formatCalendrier(fiche.periode)}
          </Valeur>{' '}
          <BadgeEcheance echeance={fiche.echeance} />
        </div>
        <div className="text-sm text-muted max-xl:order-5 xl:pt-0.5 xl:text-end" title={phrase}>
          <Valeur nom="Avancement" sujet={sujet} ouvrir={fiche.modifiable ? (depuis) => toggle('avancement', depuis) : undefined}>
            {valeur === null ? <span aria-label="inconnu">–</span> : formatPourcent(valeur)}
            {origine === 'DIT' ? <span className="visually-hidden"> déclaré</span> : null}
          </Valeur>
        </div>
        <div className="max-xl:order-2 md:text-end">
          {fiche.modifiable ? (
            <MenuStatut convention={slug} fiche={fiche.id} version={fiche.version} statut={fiche.statut} sujet={sujet} />
          ) : (
            <BadgeStatut statut={fiche.statut} />
          )}
        </div>
      </div>
      {touchee ? <EditionLigne fiche={fiche} slug={slug} sujet={sujet} bornes={bornes} cellule={ouverte} onClose={close} /> : null}
    </div>
  )
}
