'use client'

import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { Badge } from '@/components/ui/badge'
import { cx } from '@/components/ui/cx'
import { Link } from '@/components/ui/link'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import type { Echeance } from '@/lib/plan-action/champs/rules/echeance'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'
import { formatAccord } from '@/lib/platform/typographie'
import { buildHrefFiche } from '@/components/plan-action/adresses'
import { MenuStatut } from '@/components/plan-action/champs/menu-statut'
import { BadgeEcheance, GlypheStatut, MOTS_STATUT } from '@/components/plan-action/champs/statuts'
import { sujet, useDeplacements } from './use-deplacements'

/** A fiche as a card of the board. */
export interface FicheEnCarte {
  id: number
  ref: string
  numero: string | null
  titre: string
  statut: StatutFiche
  version: number
  pilotes: string[]
  periode: string
  echeance: Echeance
  modifiable: boolean
}

interface Props {
  fiches: FicheEnCarte[]
  slug: string
  nomFiche: string
}

/**
 * The fiches by status, moved from one column to the next with the mouse, or with Alt and the arrows. A move is saved
 * at once and can be undone; when somebody moved the fiche meanwhile, both statuses are said.
 */
export function TableauDuPlan({ fiches, slug, nomFiche }: Props) {
  const { cartes, annonce, move } = useDeplacements(slug, fiches)
  const [survol, setSurvol] = useState<StatutFiche | null>(null)
  const [prise, setPrise] = useState<number | null>(null)
  const liens = useRef(new Map<number, HTMLLIElement>())

  function handleKey(event: KeyboardEvent, fiche: FicheEnCarte) {
    const pas = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (!event.altKey || pas === 0 || !fiche.modifiable) return
    event.preventDefault()
    const vers = STATUTS[STATUTS.indexOf(fiche.statut) + pas]
    if (!vers) return
    move({ fiche, de: fiche.statut, vers })
    // The card is drawn again in its new column: the focus goes with it.
    requestAnimationFrame(() => liens.current.get(fiche.id)?.querySelector('a')?.focus())
  }

  function handleDrop(event: DragEvent, vers: StatutFiche) {
    event.preventDefault()
    setSurvol(null)
    const fiche = cartes.find(({ id }) => id === prise)
    if (fiche && fiche.statut !== vers) move({ fiche, de: fiche.statut, vers })
  }

  return (
    <section aria-label="Tableau par statut">
      <p className="mb-3 text-sm text-muted" id="aide-tableau">
        Pour changer un statut : faites glisser la carte, ouvrez le menu de sa forme, ou appuyez sur Alt et une flèche
        quand elle est sélectionnée.
      </p>
      <div role="status" className="visually-hidden">
        {annonce}
      </div>
      <div className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-6">
        {STATUTS.map((statut) => {
          const siennes = cartes.filter((carte) => carte.statut === statut)
          return (
            <section
              key={statut}
              aria-labelledby={`colonne-${statut}`}
              className={cx(
                'grid min-h-24 content-start gap-2 rounded-lg border bg-surface p-2.5',
                survol === statut ? 'border-primary' : 'border-line',
              )}
              onDragOver={(event) => {
                event.preventDefault()
                setSurvol(statut)
              }}
              onDragLeave={() => setSurvol(null)}
              onDrop={(event) => handleDrop(event, statut)}
            >
              <h2 id={`colonne-${statut}`} className="flex items-center gap-2 text-base">
                <span className={MOTS_STATUT[statut].couleur}>
                  <GlypheStatut statut={statut} />
                </span>
                {MOTS_STATUT[statut].label}
                <span className="text-muted">
                  {siennes.length}
                  <VisuallyHidden> {formatAccord(siennes.length, 'fiche')}</VisuallyHidden>
                </span>
              </h2>
              {siennes.length > 0 ? (
                <ul className="grid gap-2">
                  {siennes.map((fiche) => (
                    <li
                      key={fiche.id}
                      ref={(element) => {
                        if (element) liens.current.set(fiche.id, element)
                        else liens.current.delete(fiche.id)
                      }}
                      draggable={fiche.modifiable}
                      onDragStart={(event) => {
                        event.dataTransfer.setData('text/plain', fiche.titre)
                        setPrise(fiche.id)
                      }}
                      onDragEnd={() => setPrise(null)}
                      onKeyDown={(event) => handleKey(event, fiche)}
                      className={cx(
                        'rounded-md border border-line bg-paper p-2 text-sm',
                        fiche.modifiable && 'cursor-grab',
                        prise === fiche.id && 'opacity-60',
                      )}
                    >
                      <span className="flex items-start justify-between gap-2">
                        <Link
                          className="link-quiet font-semibold"
                          href={buildHrefFiche(slug, fiche.ref)}
                          aria-describedby={fiche.modifiable ? 'aide-tableau' : undefined}
                        >
                          {fiche.numero ? <span className="text-muted">{fiche.numero} </span> : null}
                          {fiche.titre}
                        </Link>
                        {/* A finger neither drags nor has arrows. */}
                        {fiche.modifiable ? (
                          <MenuStatut
                            glyphe
                            convention={slug}
                            fiche={fiche.id}
                            version={fiche.version}
                            statut={fiche.statut}
                            sujet={sujet(fiche)}
                          />
                        ) : null}
                      </span>
                      <span className="block text-muted">
                        {fiche.pilotes.length > 0 ? fiche.pilotes.join(', ') : 'pilote non précisé'}
                      </span>
                      {fiche.periode === 'non précisée' ? null : (
                        <span className="block text-muted">{fiche.periode}</span>
                      )}
                      <BadgeEcheance echeance={fiche.echeance} />
                    </li>
                  ))}
                </ul>
              ) : (
                <p className="text-sm text-muted">Aucune {nomFiche.toLowerCase()}</p>
              )}
            </section>
          )
        })}
      </div>
      {cartes.some(({ modifiable }) => modifiable) ? null : (
        <p className="mt-3">
          <Badge>Lecture seule</Badge>
        </p>
      )}
    </section>
  )
}
