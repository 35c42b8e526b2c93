'use client'

import dynamic from 'next/dynamic'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { formatPourcent } from '@/lib/platform/nombres'
import { formatCompte } from '@/lib/platform/typographie'
import type { Rangee } from './rangee'
import { formatPeriode } from '@/lib/plan-action/champs/rules/avancement'
import type { ValeursFiche } from '@/lib/plan-action/champs/schema'
import { buildHrefFiche } from '../adresses'
import { MenuStatut } from '@/components/plan-action/champs/menu-statut'
import { formatCompteNom } from '../noms'
import { BadgeEcheance, BadgeReserve, BadgeStatut } from '@/components/plan-action/champs/statuts'
import type { Cellule } from './edition-ligne'
import { useSelection } from './selection'

// Loaded when a first cell opens: most people read.
const EditionLigne = dynamic(() => import('./edition-ligne').then((module) => module.EditionLigne), {
  loading: () => null,
})

/** What every row of a list shares. */
export interface ContexteLigne {
  slug: string
  nomFiche: string
  nomEtape: string
  /** may say who leads */
  coordination: boolean
  /** what the catalogue of fields calls them: it stays on the server */
  mots: { periode: string; avancement: string }
  /** bounds of the convention: what « rentrée » is read against */
  bornes: { debut: string | null; fin: string | null }
}

const PAR_ROLE = { PILOTE: null, PORTEUR: 'porteur', PARTENAIRE: 'partenaire' } as const

/** Who leads, as written; a quiet badge where it is not settled. */
function Pilotage({ pilotages }: { pilotages: ValeursFiche['pilotages'] }) {
  const menants = pilotages.filter(({ role }) => role !== 'PARTENAIRE')
  if (menants.length === 0) return <span>pilote non précisé</span>
  return menants.map(({ role, texte, aDefinir }, rang) => (
    <span key={rang}>
      {`${texte}${PAR_ROLE[role] && !texte.toLowerCase().includes('porteur') ? ` (${PAR_ROLE[role]})` : ''} `}
      {aDefinir ? <Badge>à définir</Badge> : null}
    </span>
  ))
}

/** '3 modalités, 10 indicateurs'. */
function formatContenu({ etapes, indicateurs }: Rangee, nomEtape: string): string {
  const comptes = [
    etapes > 0 && formatCompteNom(etapes, nomEtape),
    indicateurs > 0 && formatCompte(indicateurs, 'indicateur'),
  ]
  return comptes.filter(Boolean).join(', ')
}

/** What calls for a look, quietly. */
function Signes({ fiche, slug }: { fiche: Rangee; slug: string }) {
  const { aRediger, redactionMotif, silence, desaccord } = fiche
  return (
    <>
      <BadgeReserve raisons={fiche.reserves ?? []} base={`/conventions/${slug}`} />
      {aRediger ? (
        <span title={redactionMotif}>
          <Badge>à rédiger</Badge>
        </span>
      ) : null}
      {desaccord ? (
        <span title={desaccord}>
          <Badge tone="warn">avis différents</Badge>
        </span>
      ) : null}
      {silence ? <Badge>{silence}</Badge> : null}
    </>
  )
}

const formatCalendrier = (periode: ValeursFiche['periode']): string => {
  const texte = formatPeriode(periode)
  return texte === 'non précisée' ? 'période non précisée' : texte
}

/** A value that opens in place, or only reads. Its name is said before it, and seen where the columns are not. */
function Valeur({
  nom,
  sujet,
  children,
  ouvrir,
}: {
  nom: string
  sujet: string
  children: ReactNode
  ouvrir?: (bouton: HTMLButtonElement) => void
}) {
  if (!ouvrir) {
    return (
      <>
        <i>{`${nom} : `}</i>
        {children}
      </>
    )
  }
  return (
    <button type="button" onClick={(event) => ouvrir(event.currentTarget)}>
      <i>{`${nom} de ${sujet} : `}</i>
      {children}
    </button>
  )
}

function CaseDeSelection({ fiche, sujet }: { fiche: Rangee; sujet: string }) {
  const selection = useSelection()
  const plage = useRef(false)
  if (!selection) return null
  return (
    <input
      type="checkbox"
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
export function LigneFiche({
  fiche,
  slug,
  nomFiche,
  nomEtape,
  coordination,
  mots,
  bornes,
}: ContexteLigne & { fiche: Rangee }) {
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
  const { valeur, phrase } = fiche.progres
  return (
    <div onKeyDown={handleKey}>
      <div className="rang">
        <div>
          <CaseDeSelection fiche={fiche} sujet={sujet} />
          {fiche.numero ? <b>{fiche.numero}</b> : null}
          <span>
            <Link className="link-quiet" href={buildHrefFiche(slug, fiche.ref)}>
              {fiche.titre}
            </Link>{' '}
            <Signes fiche={fiche} slug={slug} />
            {contenu ? <small>{contenu}</small> : null}
          </span>
        </div>
        <div>
          <Valeur
            nom="Pilotage"
            sujet={sujet}
            ouvrir={fiche.modifiable && coordination ? (depuis) => toggle('pilotages', depuis) : undefined}
          >
            <Pilotage pilotages={fiche.pilotages} />
          </Valeur>
        </div>
        <div>
          <Valeur
            nom={mots.periode}
            sujet={sujet}
            ouvrir={fiche.modifiable ? (depuis) => toggle('periode', depuis) : undefined}
          >
            {formatCalendrier(fiche.periode)}
          </Valeur>{' '}
          <BadgeEcheance echeance={fiche.echeance ?? null} />
        </div>
        <div title={phrase ?? undefined}>
          <Valeur
            nom={mots.avancement}
            sujet={sujet}
            ouvrir={fiche.modifiable ? (depuis) => toggle('avancement', depuis) : undefined}
          >
            {valeur === null ? '–' : formatPourcent(valeur)}
          </Valeur>
        </div>
        <div>
          {fiche.modifiable ? (
            <MenuStatut
              convention={slug}
              fiche={fiche.id}
              version={fiche.version}
              statut={fiche.statut}
              sujet={sujet}
            />
          ) : (
            <BadgeStatut statut={fiche.statut} />
          )}
        </div>
      </div>
      {touchee ? (
        <EditionLigne fiche={fiche} slug={slug} sujet={sujet} bornes={bornes} cellule={ouverte} onClose={close} />
      ) : null}
    </div>
  )
}
