'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { SaveStatus } from '@/components/ui/saisie/save-status'
import { notify } from '@/components/ui/flottant/toast'
import type { Rangee } from './rangee'
import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import { ConflitFiche } from '@/components/plan-action/champs/conflit-fiche'
import { useEdition } from '@/components/plan-action/champs/use-edition'
import { EditeurAvancement } from './editeur-avancement'
import { EditeurPeriode } from './editeur-periode'
import { EditeurPilotages } from './editeur-pilotages'

export type Cellule = 'pilotages' | 'periode' | 'avancement'

interface Props {
  fiche: Rangee
  slug: string
  sujet: string
  bornes: { debut: string | null; fin: string | null }
  /** the value that is open; none once closed, where the way back still is */
  cellule: Cellule | null
  onClose: () => void
}

/** The open value of a row: saves by itself, says when, and can be taken back. */
export function EditionLigne({ fiche, slug, sujet, bornes, cellule, onClose }: Props) {
  const { pilotages, periode, avancement } = fiche
  const edition = useEdition({ convention: slug, fiche: fiche.id, valeurs: { pilotages, periode, avancement } })
  const retour = useRef(false)
  const { etat } = edition

  const tell = useEffectEvent(() => {
    if (etat.state === 'saved') {
      const [champ] = edition.concernes
      const action = retour.current
        ? undefined
        : {
            label: 'Annuler',
            onAction: () => {
              retour.current = true
              edition.undo()
            },
          }
      retour.current = false
      notify({
        message: `${sujet}, ${champ ? MOTS_CHAMP[champ].toLowerCase() : 'modification'} : enregistré à ${etat.heure ?? ''}.`,
        action,
      })
    } else if (etat.state === 'error' && cellule === null && !edition.conflit) {
      notify({ tone: 'bad', message: `${sujet} : ${etat.message ?? 'modification non enregistrée.'}` })
    }
  })
  useEffect(() => tell(), [etat])

  if (cellule === null && !edition.conflit) return null
  const erreur = cellule ? (edition.erreurs[cellule] ?? null) : null
  return (
    <div
      className="mt-2 grid gap-3 rounded-md border border-line bg-paper p-3"
      role="group"
      aria-label={`Modifier ${sujet}`}
    >
      <ConflitFiche edition={edition} />
      {cellule === 'pilotages' ? (
        <EditeurPilotages
          id={fiche.id}
          valeur={edition.valeurs.pilotages}
          erreur={erreur}
          onChange={(valeur) => edition.edit('pilotages', valeur)}
        />
      ) : null}
      {cellule === 'periode' ? (
        <EditeurPeriode
          id={fiche.id}
          valeur={edition.valeurs.periode}
          bornes={bornes}
          erreur={erreur}
          onChange={(valeur) => edition.edit('periode', valeur)}
        />
      ) : null}
      {cellule === 'avancement' ? (
        <EditeurAvancement
          id={fiche.id}
          valeur={edition.valeurs.avancement}
          phrase={fiche.progres.phrase}
          erreur={erreur}
          onChange={(valeur) => edition.edit('avancement', valeur)}
        />
      ) : null}
      {cellule ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button size="sm" onClick={onClose}>
            Terminer
          </Button>
          <SaveStatus {...etat} />
        </div>
      ) : null}
    </div>
  )
}
