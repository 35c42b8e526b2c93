'use client'

import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { formatCompte } from '@/lib/platform/typographie'
import type { FicheListee } from '@/lib/plan-action/queries'
import type { LigneIndicateur } from '@/lib/plan-action/queries-plan-sql'
import { buildHrefFiche } from '../adresses'
import { MenuStatut } from '../menu-statut'
import { formatCompteNom } from '../noms'
import { BadgeEcheance, BadgeReserve, BadgeStatut } from '../statuts'
import { LignesIndicateurs } from './lignes-indicateurs'

const PAR_ROLE = { PILOTE: null, PORTEUR: 'porteur', PARTENAIRE: 'partenaire' } as const

/** Who leads, as written; a quiet badge where it is not settled. */
function Pilotage({ pilotages }: { pilotages: FicheListee['pilotages'] }) {
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

interface Props {
  fiches: FicheListee[]
  lignes: LigneIndicateur[]
  slug: string
  nomFiche: string
  nomEtape: string
}

/**
 * Fiches of an axe, one per row. A client component, so that a long plan is sent once as data and not a second time
 * as rendered elements.
 */
export function LignesFiches({ fiches, lignes, slug, nomFiche, nomEtape }: Props) {
  return (
    <ul className="rows">
      {fiches.map((fiche) => {
        const contenu = formatContenu(fiche, nomEtape)
        const siennes = lignes.filter((ligne) => ligne.fiche === fiche.id)
        const sujet = fiche.numero ? `${nomFiche.toLowerCase()} ${fiche.numero}` : fiche.titre
        return (
          <li key={fiche.id} className="keep">
            <div className="grid items-baseline gap-x-5 gap-y-1 md:grid-cols-[minmax(0,1fr)_auto] xl:grid-cols-[minmax(0,1fr)_13rem_12rem_9.5rem]">
              <div className="flex min-w-0 gap-2.5">
                {fiche.numero ? <span className="min-w-6 flex-none font-serif font-semibold text-muted">{fiche.numero}</span> : null}
                <span className="min-w-0">
                  <Link className="link-quiet font-semibold" href={buildHrefFiche(slug, fiche.ref)}>
                    {fiche.titre}
                  </Link>{' '}
                  <BadgeReserve raisons={fiche.reserves} base={`/conventions/${slug}`} />
                  {contenu ? <span className="block text-sm text-muted">{contenu}</span> : null}
                </span>
              </div>
              <div className="text-sm text-muted max-xl:order-3">
                <span className="visually-hidden">Pilotage : </span>
                <Pilotage pilotages={fiche.pilotages} />
              </div>
              <div className="text-sm text-muted max-xl:order-4">
                <span className="visually-hidden">Période : </span>
                {fiche.periode === 'non précisée' ? 'période non précisée' : fiche.periode} <BadgeEcheance echeance={fiche.echeance} />
              </div>
              <div className="max-xl:order-2 md:text-end">
                {fiche.modifiable ? (
                  <MenuStatut convention={slug} fiche={fiche.id} version={fiche.version} statut={fiche.statut} sujet={sujet} />
                ) : (
                  <BadgeStatut statut={fiche.statut} />
                )}
              </div>
            </div>
            <LignesIndicateurs lignes={siennes} />
          </li>
        )
      })}
    </ul>
  )
}
