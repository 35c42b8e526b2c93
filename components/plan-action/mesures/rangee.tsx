'use client'

import { memo, type ClipboardEvent, type KeyboardEvent } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { fieldId } from '@/components/ui/saisie/field'
import { Link } from '@/components/ui/link'
import { MOTS_COTE } from '@/lib/competences/words'
import type { ColonneGrille, RangeeGrille } from '@/lib/plan-action/mesures/types/grille'
import { formatCompte } from '@/lib/platform/typographie'
import { buildHrefIndicateur } from '@/components/plan-action/indicateurs/adresses'
import { cleCellule, nameCellule } from './brouillon-grille'
import type { EtatGrilleTapee, Grille } from './etat-grille'
import { formatSource, MOTS_NATURE } from '@/components/plan-action/indicateurs/mots'

export interface PropsRangee {
  rangee: RangeeGrille
  fiche: number | null
  slug: string
  modifiable: boolean
  colonnes: readonly ColonneGrille[]
  /** whether any row has a start or a target */
  reperes: boolean
  etat: Pick<EtatGrilleTapee, 'brouillon' | 'erreurs' | 'conflits' | 'pret'>
  grille: Grille
  /** whether the parts of its breakdown are shown; null when it has none */
  deplie: boolean | null
  onDeplie: (cle: string) => void
  onKey: (event: KeyboardEvent<HTMLElement>, cle: string, colonne: number) => void
  onPaste: (event: ClipboardEvent<HTMLElement>, cle: string, colonne: number) => void
}

const MOTS: ReadonlySet<RangeeGrille['nature']> = new Set(['QUALITATIF', 'CARTE_DOCUMENT'])

/** What a value does not say by itself: that it is proposed, that another is, or who changed it meanwhile. */
function Notes({
  rangee,
  colonne,
  cle,
  nom,
  etat,
  grille,
}: Pick<PropsRangee, 'rangee' | 'etat' | 'grille'> & { colonne: string; cle: string; nom: string }) {
  const cellule = rangee.cellules[colonne]
  const conflit = etat.conflits[cle]
  const total = rangee.totaux[colonne]
  const erreur = etat.erreurs[cle]
  return (
    <>
      {erreur ? (
        <span id={`${fieldId(nom)}-erreur`} className="field-error max-w-48 text-sm">
          <span>{erreur}</span>
        </span>
      ) : null}
      {cellule?.courante.etat === 'PROPOSEE' ? (
        <span className="block text-sm" title={cellule.motif ?? undefined}>
          <Badge tone="warn">proposée</Badge>
        </span>
      ) : null}
      {cellule?.autre ? (
        <span className="block text-sm text-muted">
          {cellule.courante.etat === 'PROPOSEE' ? 'en vigueur' : 'proposé'}
          {` : ${cellule.autre}`}
        </span>
      ) : null}
      {total && total !== cellule?.courante.saisie ? (
        <span className="block text-sm text-muted">{`somme : ${total}`}</span>
      ) : null}
      {conflit ? (
        <span className="block max-w-48 text-start text-sm">
          <Badge tone="warn">modifié</Badge> {conflit.actuelle ? conflit.actuelle.saisie : 'valeur retirée'}
          {conflit.auteur ? ` (${conflit.auteur})` : ''}
          <span className="mt-1 flex flex-wrap gap-1">
            <Button size="sm" onClick={() => grille.settle(cle, false)}>
              Garder
            </Button>
            <Button size="sm" onClick={() => grille.settle(cle, true)}>
              Remplacer
            </Button>
          </span>
        </span>
      ) : null}
    </>
  )
}

function Cellule({ props, colonne, rang }: { props: PropsRangee; colonne: ColonneGrille; rang: number }) {
  const { rangee, fiche, etat, grille, onKey, onPaste } = props
  const cle = cleCellule(rangee, colonne.cle)
  const nom = nameCellule(rangee, colonne.cle)
  const id = fieldId(nom)
  const tapee = etat.brouillon[cle]
  const erreur = etat.erreurs[cle]
  const champ = {
    id,
    name: nom,
    value: tapee?.texte ?? rangee.cellules[colonne.cle]?.courante.saisie ?? '',
    autoComplete: 'off',
    'data-changed': tapee ? true : undefined,
    'aria-labelledby': `r-${rangee.cle} c-${colonne.cle}`,
    'aria-invalid': erreur ? (true as const) : undefined,
    'aria-describedby': erreur ? `${id}-erreur` : undefined,
    readOnly: !etat.pret,
    onChange: (event: { target: { value: string } }) =>
      grille.edit({ rangee, fiche, periode: colonne.cle, texte: event.target.value }),
    onBlur: () => grille.leave(cle),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => onKey(event, rangee.cle, rang),
    onPaste: (event: ClipboardEvent<HTMLElement>) => onPaste(event, rangee.cle, rang),
  }
  return (
    <>
      {MOTS.has(rangee.nature) ? (
        <textarea rows={1} className="control control-cell min-h-8 w-40 max-w-full" {...champ} />
      ) : (
        <input type="text" className="control control-cell w-28 text-end" {...champ} />
      )}
      <Notes rangee={rangee} colonne={colonne.cle} cle={cle} nom={nom} etat={etat} grille={grille} />
    </>
  )
}

function Lecture({ rangee, colonne }: { rangee: RangeeGrille; colonne: string }) {
  const cellule = rangee.cellules[colonne]
  // On a phone a cell with nothing to say is left out.
  if (!cellule && rangee.totaux[colonne] === undefined) return null
  return (
    <span>
      {cellule ? cellule.courante.saisie : (rangee.totaux[colonne] ?? null)}
      {cellule?.courante.etat === 'PROPOSEE' ? (
        <>
          {' '}
          <Badge tone="warn">proposée</Badge>
        </>
      ) : null}
    </span>
  )
}

/** What the row is about, with the source that must be cited and who confirms. */
function Tete({ rangee, slug, deplie, onDeplie }: Pick<PropsRangee, 'rangee' | 'slug' | 'deplie' | 'onDeplie'>) {
  const { cle, genre, libelle, ref, nature, unite, source, confirmation, saisissable, autresValeurs, parts } = rangee
  const retrait = genre === 'LIGNE' ? '' : genre === 'PARTIE' ? 'ps-5' : 'ps-9'
  return (
    <th scope="row" className={cx('min-w-52', retrait)}>
      <span id={`r-${cle}`}>
        {genre === 'PART' ? (
          libelle
        ) : (
          <Link className="link-quiet" href={buildHrefIndicateur(slug, ref)}>
            {libelle}
          </Link>
        )}
      </span>
      {genre === 'PART' ? null : (
        <span className="block text-sm text-muted">
          {[
            saisissable ? (unite ?? MOTS_NATURE[nature]) : 'séparée en plusieurs mesures, saisies ci-dessous',
            confirmation && `à confirmer par ${MOTS_COTE[confirmation]}`,
            autresValeurs > 0 &&
              formatCompte(autresValeurs, 'valeur sur une autre période', 'valeurs sur d’autres périodes'),
          ]
            .filter(Boolean)
            .join(' · ')}
          {source && saisissable ? <span className="block">{formatSource(source)}</span> : null}
        </span>
      )}
      {deplie === null ? null : (
        <Button size="sm" variant="ghost" aria-expanded={deplie} onClick={() => onDeplie(cle)}>
          {deplie ? 'Replier' : 'Déplier'} {formatCompte(parts, 'part')}
          <span className="visually-hidden"> de {libelle}</span>
        </Button>
      )}
    </th>
  )
}

/** One row of the grid; drawn again only when one of its own cells changes. */
export const Rangee = memo(function Rangee(props: PropsRangee) {
  const { rangee, slug, modifiable, colonnes, reperes, deplie, onDeplie } = props
  return (
    <tr>
      <Tete rangee={rangee} slug={slug} deplie={deplie} onDeplie={onDeplie} />
      {reperes ? (
        <td className="num text-sm" data-label="Départ">
          {rangee.reference}
        </td>
      ) : null}
      {reperes ? (
        <td className="num whitespace-normal text-sm" data-label="Cible">
          {rangee.cible}
        </td>
      ) : null}
      {colonnes.map((colonne, rang) => (
        <td key={colonne.cle} className="num whitespace-normal align-top" data-label={colonne.libelle}>
          {modifiable && rangee.saisissable && (!colonne.future || rangee.nature === 'PREVU_REALISE') ? (
            <Cellule props={props} colonne={colonne} rang={rang} />
          ) : (
            <Lecture rangee={rangee} colonne={colonne.cle} />
          )}
        </td>
      ))}
    </tr>
  )
}, areSame)

function areSame(avant: PropsRangee, apres: PropsRangee): boolean {
  if (
    avant.rangee !== apres.rangee ||
    avant.colonnes !== apres.colonnes ||
    avant.deplie !== apres.deplie ||
    avant.etat.pret !== apres.etat.pret ||
    avant.modifiable !== apres.modifiable
  )
    return false
  if (avant.onKey !== apres.onKey || avant.onPaste !== apres.onPaste) return false
  return apres.colonnes.every(({ cle: periode }) => {
    const cle = cleCellule(apres.rangee, periode)
    return (
      avant.etat.brouillon[cle] === apres.etat.brouillon[cle] &&
      avant.etat.erreurs[cle] === apres.etat.erreurs[cle] &&
      avant.etat.conflits[cle] === apres.etat.conflits[cle]
    )
  })
}
