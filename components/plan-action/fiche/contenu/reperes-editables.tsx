'use client'

import { lazy, type ReactNode } from 'react'
import { Input } from '@/components/ui/saisie/inputs'
import { getTexte, MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import type { ContextePeriode } from '@/lib/plan-action/periode/rules/periode'
import type { ChoixContenu } from '@/lib/plan-action/fiche/types/contenu'
import { useFicheEditable } from '@/components/plan-action/champs/contexte'
import { SectionChamps } from '@/components/plan-action/champs/section-champs'

/** The facts of a fiche, edited where they are read; each editor is fetched when its section opens. */
const EditeurPilotages = lazy(() => import('./pilotages').then((module) => ({ default: module.EditeurPilotages })))
const EditeurCommunes = lazy(() => import('./communes').then((module) => ({ default: module.EditeurCommunes })))
const EditeurThemes = lazy(() => import('./themes').then((module) => ({ default: module.EditeurThemes })))
const ChampPeriode = lazy(() => import('./periode').then((module) => ({ default: module.ChampPeriode })))

const TERRITOIRE = getTexte('territoireTexte')

interface Props {
  choix: ChoixContenu
  /** as it is read */
  children: ReactNode
}

/** Who leads, carries and joins, as written. */
export function SectionPilotages({ choix, children }: Props) {
  const { edition } = useFicheEditable()
  return (
    <SectionChamps titre={MOTS_CHAMP.pilotages} champs={['pilotages']} lecture={children}>
      <EditeurPilotages
        valeur={edition.valeurs.pilotages}
        organismes={choix.organismes}
        error={edition.erreurs.pilotages}
        onChange={(pilotages, options) => edition.edit('pilotages', pilotages, options)}
        onBlur={() => void edition.saveNow()}
      />
    </SectionChamps>
  )
}

/** When: words, and the bounds they were read as. */
export function SectionPeriode({ contexte, children }: Omit<Props, 'choix'> & { contexte: ContextePeriode }) {
  const { edition } = useFicheEditable()
  return (
    <SectionChamps titre={MOTS_CHAMP.periode} champs={['periode']} lecture={children}>
      <ChampPeriode
        valeur={edition.valeurs.periode}
        contexte={contexte}
        error={edition.erreurs.periode}
        onChange={(periode) => edition.edit('periode', periode, { pause: true })}
        onBlur={() => void edition.saveNow()}
      />
    </SectionChamps>
  )
}

/** Where: the document’s words, and communes of the territory. */
export function SectionTerritoire({ choix, children }: Props) {
  const { edition } = useFicheEditable()
  return (
    <SectionChamps titre={MOTS_CHAMP.territoireTexte} champs={['territoireTexte', 'communes']} lecture={children}>
      <Input
        label={`${TERRITOIRE.label} en mots`}
        name={TERRITOIRE.cle}
        optional
        maxLength={TERRITOIRE.longueur}
        autoComplete="off"
        hint={TERRITOIRE.aide}
        value={edition.valeurs.territoireTexte ?? ''}
        error={edition.erreurs.territoireTexte}
        onChange={({ target }) => edition.edit('territoireTexte', target.value)}
        onBlur={() => void edition.saveNow()}
      />
      <EditeurCommunes
        valeur={edition.valeurs.communes}
        communes={choix.communes}
        onChange={(communes) => edition.edit('communes', communes)}
      />
    </SectionChamps>
  )
}

/** The AFAS themes. */
export function SectionThemes({ choix, children }: Props) {
  const { edition } = useFicheEditable()
  return (
    <SectionChamps titre={MOTS_CHAMP.themes} champs={['themes']} lecture={children}>
      <EditeurThemes
        valeur={edition.valeurs.themes}
        themes={choix.themes}
        onChange={(themes) => edition.edit('themes', themes)}
      />
    </SectionChamps>
  )
}
