'use client'

import { useCallback, useMemo, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { ActionBar } from '@/components/ui/action-bar'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/saisie/error-summary'
import { fieldId } from '@/components/ui/saisie/field'
import { Textarea } from '@/components/ui/saisie/inputs'
import { Link } from '@/components/ui/link'
import { Table, Th } from '@/components/ui/table'
import { parseTableau, placeTableau } from '@/lib/plan-action/mesures/rules/coller'
import type { RangeeGrille, VueGrille } from '@/lib/plan-action/mesures/types/grille'
import { formatAccord, formatCompte } from '@/lib/platform/typographie'
import { buildHrefFiche } from '@/components/plan-action/adresses'
import { nameCellule } from './brouillon-grille'
import type { Frappe } from './etat-grille'
import { Rangee } from './rangee'
import { useGrille } from './use-grille'

interface Place {
  rangee: RangeeGrille
  fiche: number | null
}

const SENS: Record<string, [ligne: number, colonne: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

/** True where an arrow would not move inside what is typed. */
function isAuBord(champ: HTMLInputElement | HTMLTextAreaElement, touche: string): boolean {
  const { selectionStart: debut, selectionEnd: fin, value } = champ
  if (touche === 'ArrowLeft') return debut === 0 && fin === 0
  if (touche === 'ArrowRight') return debut === value.length && fin === value.length
  return touche === 'ArrowUp' ? !value.slice(0, debut ?? 0).includes('\n') : !value.slice(fin ?? 0).includes('\n')
}

function focusCellule(nom: string): boolean {
  const champ = document.getElementById(fieldId(nom))
  if (!(champ instanceof HTMLInputElement || champ instanceof HTMLTextAreaElement)) return false
  champ.focus()
  champ.select()
  champ.scrollIntoView({ block: 'nearest' })
  return true
}

/** The rows one may type in, in order, and those that a folded breakdown hides. */
function usePlaces(vue: VueGrille) {
  const [replies, setReplies] = useState<ReadonlySet<string>>(
    () => new Set(vue.groupes.flatMap(({ rangees }) => rangees.filter(({ parts }) => parts > 8).map(({ cle }) => cle))),
  )
  const places = useMemo(
    () =>
      vue.groupes.flatMap(({ fiche, modifiable, rangees }): Place[] =>
        modifiable
          ? rangees
              .filter((rangee) => rangee.saisissable && !isRepliee(rangee, replies))
              .map((rangee) => ({ rangee, fiche: fiche?.id ?? null }))
          : [],
      ),
    [vue, replies],
  )
  const toggle = useCallback(
    (cle: string) =>
      setReplies((avant) => {
        const apres = new Set(avant)
        if (!apres.delete(cle)) apres.add(cle)
        return apres
      }),
    [],
  )
  return { places, replies, toggle }
}

const isRepliee = (rangee: RangeeGrille, replies: ReadonlySet<string>): boolean =>
  rangee.genre === 'PART' && replies.has(String(rangee.indicateur))

/** Values by period, typed or pasted as in a spreadsheet, saved at once. */
export function GrilleIndicateurs({ vue, slug }: { vue: VueGrille; slug: string }) {
  const { etat, grille } = useGrille(vue, slug)
  const { places, replies, toggle } = usePlaces(vue)
  const { colonnes } = vue

  const handleKey = useCallback(
    (event: KeyboardEvent<HTMLElement>, cle: string, colonne: number) => {
      const champ = event.currentTarget as HTMLInputElement | HTMLTextAreaElement
      if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
      const entree = event.key === 'Enter' && !(event.shiftKey && champ instanceof HTMLTextAreaElement)
      const pas = entree ? ([event.shiftKey ? -1 : 1, 0] as const) : SENS[event.key]
      if (!pas || (!entree && (event.shiftKey || !isAuBord(champ, event.key)))) return
      event.preventDefault()
      let ligne = places.findIndex(({ rangee }) => rangee.cle === cle) + pas[0]
      let rang = colonne + pas[1]
      // A cell that takes no value is stepped over.
      for (let place = places[ligne], une = colonnes[rang]; place && une; place = places[ligne], une = colonnes[rang]) {
        if (focusCellule(nameCellule(place.rangee, une.cle))) return
        ligne += pas[0]
        rang += pas[1]
      }
    },
    [places, colonnes],
  )

  const handlePaste = useCallback(
    (event: ClipboardEvent<HTMLElement>, cle: string, colonne: number) => {
      const tableau = parseTableau(event.clipboardData.getData('text/plain'))
      if (tableau.length < 2 && (tableau[0]?.length ?? 0) < 2) return
      event.preventDefault()
      const cibles = places.map(({ rangee, fiche }) =>
        colonnes.map((une): Omit<Frappe, 'texte'> | null =>
          une.future && rangee.nature !== 'PREVU_REALISE' ? null : { rangee, fiche, periode: une.cle },
        ),
      )
      const { cellules, horsLignes, horsColonnes } = placeTableau(tableau, cibles, {
        ligne: places.findIndex(({ rangee }) => rangee.cle === cle),
        colonne,
      })
      const dehors = [
        horsLignes > 0 && formatCompte(horsLignes, 'ligne'),
        horsColonnes > 0 && formatCompte(horsColonnes, 'colonne'),
      ]
        .filter(Boolean)
        .join(' et ')
      grille.paste(
        cellules.map(({ cible, texte }) => ({ ...cible, texte })),
        `${formatCompte(cellules.length, 'valeur collée', 'valeurs collées')}.${dehors ? ` Au-delà de la grille, non collé : ${dehors}.` : ''}`,
      )
    },
    [places, colonnes, grille],
  )

  const tapees = Object.values(etat.brouillon)
  const erreurs = Object.keys(etat.erreurs).length
  const reperes = vue.groupes.some(({ rangees }) =>
    rangees.some(({ reference, cible }) => reference !== null || cible !== null),
  )
  const actions = { onDeplie: toggle, onKey: handleKey, onPaste: handlePaste }
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void grille.save()
      }}
    >
      <ErrorSummary
        erreurs={etat.resume}
        titre={
          etat.resume.length > 0
            ? `${formatCompte(etat.resume.length, 'case est', 'cases sont')} à revoir avant d’enregistrer`
            : undefined
        }
      />
      <Table caption="Valeurs des indicateurs par période" stacked dense scroll="Grille des indicateurs">
        <thead>
          <tr>
            <Th>Indicateur</Th>
            {reperes ? <Th num>Départ</Th> : null}
            {reperes ? <Th num>Cible</Th> : null}
            {colonnes.map(({ cle, libelle }) => (
              <Th key={cle} id={`c-${cle}`} num>
                {libelle}
              </Th>
            ))}
          </tr>
        </thead>
        {vue.groupes.map(({ fiche, modifiable, rangees }) => (
          <tbody key={fiche?.id ?? 0}>
            <tr className="row-group">
              <th scope="rowgroup" colSpan={(reperes ? 3 : 1) + colonnes.length}>
                {fiche ? (
                  <Link className="link-quiet" href={buildHrefFiche(slug, fiche.ref)}>
                    {[fiche.numero, fiche.titre].filter(Boolean).join(' ')}
                  </Link>
                ) : (
                  'Indicateurs de la convention'
                )}
              </th>
            </tr>
            {rangees
              .filter((rangee) => !isRepliee(rangee, replies))
              .map((rangee) => (
                <Rangee
                  key={rangee.cle}
                  rangee={rangee}
                  fiche={fiche?.id ?? null}
                  slug={slug}
                  modifiable={modifiable}
                  colonnes={colonnes}
                  reperes={reperes}
                  etat={etat}
                  grille={grille}
                  deplie={rangee.parts > 0 ? !replies.has(rangee.cle) : null}
                  {...actions}
                />
              ))}
          </tbody>
        ))}
      </Table>
      <p role="status" className="text-sm text-muted">
        {etat.annonce}
      </p>
      {tapees.some(({ proposee }) => proposee) ? (
        <Textarea
          label="Raison des valeurs proposées"
          name="motif"
          rows={2}
          className="max-w-prose"
          hint="Certaines de ces valeurs sont confirmées par l’autre partie : dites-lui d’où elles viennent."
          value={etat.motif}
          onChange={(event) => grille.setMotif(event.target.value)}
          error={etat.resume.find(({ champ }) => champ === 'motif')?.message}
        />
      ) : null}
      {tapees.length > 0 ? (
        <ActionBar
          label="Valeurs non enregistrées"
          actions={
            <>
              {etat.pile.length > 0 ? (
                <Button variant="ghost" onClick={grille.undo}>
                  Annuler la dernière saisie
                </Button>
              ) : null}
              <Button variant="ghost" onClick={grille.forget}>
                Tout abandonner
              </Button>
              <Button type="submit" variant="primary" busy={etat.envoi}>
                Enregistrer {formatCompte(tapees.length, 'valeur')}
              </Button>
            </>
          }
        >
          {formatCompte(tapees.length, 'valeur modifiée', 'valeurs modifiées')}
          {erreurs > 0 ? `, ${erreurs} à corriger` : ''}. Gardé sur cet appareil.
        </ActionBar>
      ) : etat.dernier ? (
        <ActionBar
          label="Valeurs enregistrées"
          actions={
            <Button variant="ghost" busy={etat.envoi} onClick={() => void grille.takeBack()}>
              Annuler cet enregistrement
            </Button>
          }
        >
          {formatCompte(etat.dernier.nombre, 'valeur enregistrée', 'valeurs enregistrées')} à {etat.dernier.heure}.{' '}
          {formatAccord(etat.dernier.nombre, 'Elle compte', 'Elles comptent')} dès maintenant dans le suivi.
        </ActionBar>
      ) : null}
    </form>
  )
}
