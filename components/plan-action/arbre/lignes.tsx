'use client'

import type { KeyboardEvent } from 'react'
import { Badge } from '@/components/ui/badge'
import { IconButton } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { IconChevronDown, IconChevronRight, IconEllipsis } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { Menu, type MenuItem } from '@/components/ui/flottant/menu'
import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import { computeProfondeur, listEnfants, listFiches } from '@/lib/plan-action/arbre/rules/arbre'
import type { ArbrePlan, AxeArbre, FicheArbre } from '@/lib/plan-action/arbre/types'
import { formatCompteNom } from '../noms'
import { buildHrefFiche } from '../adresses'
import { buildPas, MenuDeplacer, type Place } from './deplacer'
import type { Glisser } from './glisser'
import { formatUn, nommerNiveau } from './mots-arbre'
import { idLigne, type Geste } from './use-arbre'

/** What a row may open. */
export type Demande =
  | { quoi: 'AXE'; parent: number | null }
  | { quoi: 'MODIFIER'; axe: AxeArbre }
  | { quoi: 'FICHE'; axe: number }
  | { quoi: 'AILLEURS'; place: Place }
  | { quoi: 'RETIRER_AXE'; axe: AxeArbre }
  | { quoi: 'RETIRER_FICHE'; fiche: FicheArbre }

export interface Contexte {
  slug: string
  arbre: ArbrePlan
  plies: ReadonlySet<number>
  glisser: Glisser
  deplacer: (geste: Geste) => void
  demander: (demande: Demande) => void
  plier: (axe: number) => void
}

/** Alt and an arrow move the row one is on; what is inside must not read the arrow too. */
function createClavier(place: Place, deplacer: (geste: Geste) => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    const geste = buildPas(place, event.key === 'ArrowUp' ? -1 : 1)
    if (geste) deplacer(geste)
  }
}

function Poignee({ glisser, genre, id }: { glisser: Glisser; genre: Geste['genre']; id: number }) {
  return (
    <span
      {...glisser.poignee(genre, id)}
      data-poignee=""
      aria-hidden="true"
      title="Glisser pour déplacer"
      className="cursor-grab select-none px-1 text-muted"
    >
      ⠿
    </span>
  )
}

const LIGNE = 'flex flex-wrap items-center gap-x-2 gap-y-0 rounded-md border-y-2 border-transparent px-1 hover:bg-hover'

function LigneFiche({ fiche, place, contexte }: { fiche: FicheArbre; place: Place; contexte: Contexte }) {
  const { slug, glisser, deplacer, demander } = contexte
  return (
    <li>
      <div
        id={idLigne('FICHE', fiche.id)}
        className={cx(LIGNE, glisser.marque('FICHE', fiche.id))}
        {...glisser.ligne('FICHE', fiche.id)}
        onKeyDownCapture={createClavier(place, deplacer)}
      >
        <Poignee glisser={glisser} genre="FICHE" id={fiche.id} />
        <span className="min-w-0 flex-1 basis-48 py-1.5">
          {fiche.numero ? <span className="me-1.5 text-muted">{fiche.numero}</span> : null}
          <Link className="link-quiet" href={buildHrefFiche(slug, fiche.ref)}>
            {fiche.titre}
          </Link>
          {fiche.aRediger ? (
            <>
              {' '}
              <Badge tone="warn">{MOTS_CHAMP.redaction}</Badge>
            </>
          ) : null}
        </span>
        <span className="ms-auto flex items-center">
          <MenuDeplacer place={place} deplacer={deplacer} onAilleurs={() => demander({ quoi: 'AILLEURS', place })} />
          <Menu
            trigger={<IconEllipsis />}
            label={`Actions sur « ${fiche.titre} »`}
            className="btn btn-ghost btn-icon btn-sm"
            align="end"
            items={[
              { label: 'Ouvrir la fiche', href: buildHrefFiche(slug, fiche.ref) },
              {
                label: 'Retirer du plan',
                danger: true,
                separated: true,
                onSelect: () => demander({ quoi: 'RETIRER_FICHE', fiche }),
              },
            ]}
          />
        </span>
      </div>
    </li>
  )
}

function listActions(axe: AxeArbre, profondeur: number, { arbre, demander }: Contexte): MenuItem[] {
  const { niveaux, nomFiche } = arbre.reglages
  return [
    { label: 'Modifier', onSelect: () => demander({ quoi: 'MODIFIER', axe }) },
    { label: `Ajouter ${formatUn(nomFiche)}`, onSelect: () => demander({ quoi: 'FICHE', axe: axe.id }) },
    ...(profondeur + 1 < niveaux.length
      ? [
          {
            label: `Ajouter ${formatUn(nommerNiveau(arbre, profondeur + 1))}`,
            onSelect: () => demander({ quoi: 'AXE', parent: axe.id }),
          },
        ]
      : []),
    { label: 'Retirer du plan', danger: true, separated: true, onSelect: () => demander({ quoi: 'RETIRER_AXE', axe }) },
  ]
}

function LigneAxe({ axe, place, contexte }: { axe: AxeArbre; place: Place; contexte: Contexte }) {
  const { arbre, glisser, deplacer, demander, plies, plier } = contexte
  const profondeur = computeProfondeur(arbre.axes, axe.id)
  const fiches = listFiches(arbre.fiches, axe.id)
  const enfants = listEnfants(arbre.axes, axe.id)
  const plie = plies.has(axe.id)
  const contenu = fiches.length + enfants.length > 0
  return (
    <li>
      <div
        id={idLigne('AXE', axe.id)}
        className={cx(LIGNE, glisser.marque('AXE', axe.id))}
        {...glisser.ligne('AXE', axe.id)}
        onKeyDownCapture={createClavier(place, deplacer)}
      >
        <Poignee glisser={glisser} genre="AXE" id={axe.id} />
        {contenu ? (
          <IconButton
            size="sm"
            label={`${plie ? 'Déplier' : 'Replier'} « ${axe.titre} »`}
            aria-expanded={!plie}
            onClick={() => plier(axe.id)}
          >
            {plie ? <IconChevronRight /> : <IconChevronDown />}
          </IconButton>
        ) : null}
        <span
          className={cx('min-w-0 flex-1 basis-48 py-1.5', profondeur === 0 ? 'font-serif text-lg' : 'font-semibold')}
        >
          <span className="me-1.5 font-sans text-sm font-normal text-muted">
            {[arbre.reglages.niveaux[profondeur], axe.numero].filter(Boolean).join(' ')}
          </span>
          {axe.titre}
          <span className="ms-2 font-sans text-sm font-normal text-muted">
            {fiches.length > 0
              ? formatCompteNom(fiches.length, arbre.reglages.nomFiche)
              : axe.absence && enfants.length === 0
                ? `sans fiche : ${axe.absence}`
                : null}
          </span>
        </span>
        <span className="ms-auto flex items-center">
          <MenuDeplacer place={place} deplacer={deplacer} onAilleurs={() => demander({ quoi: 'AILLEURS', place })} />
          <Menu
            trigger={<IconEllipsis />}
            label={`Actions sur « ${axe.titre} »`}
            className="btn btn-ghost btn-icon btn-sm"
            align="end"
            items={listActions(axe, profondeur, contexte)}
          />
        </span>
      </div>
      {contenu && !plie ? (
        <ul className="ms-3 border-s border-s-line ps-2 sm:ms-5">
          {fiches.map((fiche, rang) => (
            <LigneFiche
              key={fiche.id}
              fiche={fiche}
              contexte={contexte}
              place={{ genre: 'FICHE', id: fiche.id, titre: fiche.titre, parent: axe.id, rang, total: fiches.length }}
            />
          ))}
          <Axes axes={enfants} contexte={contexte} />
        </ul>
      ) : null}
    </li>
  )
}

/** Axes of one parent, each with what it carries. */
export function Axes({ axes, contexte }: { axes: AxeArbre[]; contexte: Contexte }) {
  return axes.map((axe, rang) => (
    <LigneAxe
      key={axe.id}
      axe={axe}
      contexte={contexte}
      place={{ genre: 'AXE', id: axe.id, titre: axe.titre, parent: axe.parent, rang, total: axes.length }}
    />
  ))
}
