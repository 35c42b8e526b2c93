'use client'

import { useGeste } from '@/components/formulaire/use-geste'
import { IconButton } from '@/components/ui/button'
import { IconX } from '@/components/ui/icons'
import { Input, Select } from '@/components/ui/saisie/inputs'
import { removeAffectation } from '@/lib/cooperation/schemas/actions/saisie'
import type { LigneSchema } from '@/lib/cooperation/schemas/rules/enregistre'
import {
  MOTIFS_ZERO,
  MOTS_MOTIF,
  MOTS_SITUATION_POSTE,
  SITUATIONS_POSTE,
  type MotifZero,
} from '@/lib/cooperation/schemas/words'
import type { SituationPoste } from '@/lib/cooperation/schemas/rules/equilibre'
import { capitalise } from '@/lib/platform/mots'
import type { LigneTapee } from './brouillon'

/** The draft that a control changes, and the version it was read at. */
export interface Cible {
  slug: string
  schema: number
  version: number
  onVersion: (version: number) => void
}

/** Why a line is at zero: number and reason are both kept. */
export function MotifLigne({
  ligne,
  motif,
  onMotif,
}: {
  ligne: LigneSchema
  motif: MotifZero | null
  onMotif: (motif: MotifZero | null) => void
}) {
  return (
    <Select
      label={`Motif pour ${ligne.libelle}`}
      labelHidden
      name={`motif-${ligne.id}`}
      vide="Motif à préciser"
      value={motif ?? ''}
      onChange={(event) => onMotif(MOTIFS_ZERO.find((choix) => choix === event.target.value) ?? null)}
      options={MOTIFS_ZERO.map((choix) => ({ value: choix, label: MOTS_MOTIF[choix] }))}
    />
  )
}

export function RetirerLigne({ ligne, slug, schema, version, onVersion }: Cible & { ligne: LigneSchema }) {
  const geste = useGeste(removeAffectation, {
    message: `Ligne « ${ligne.libelle} » retirée.`,
    onEcrit: (ecrite) => onVersion(ecrite.version),
  })
  return (
    <IconButton
      label={`Retirer la ligne ${ligne.libelle}`}
      size="sm"
      aria-disabled={geste.enCours}
      onClick={() => geste.envoyer({ convention: slug, schema, version, affectation: ligne.id })}
    >
      <IconX />
    </IconButton>
  )
}

/** As a choice: what is not said first, in the feminine of « situation ». */
const SITUATION_MOTS: Record<SituationPoste, string> = {
  NON_PRECISE: 'Non précisée',
  POURVU: capitalise(MOTS_SITUATION_POSTE.POURVU),
  VACANT: capitalise(MOTS_SITUATION_POSTE.VACANT),
  JAMAIS_POURVU: capitalise(MOTS_SITUATION_POSTE.JAMAIS_POURVU),
  EXTERNALISE: capitalise(MOTS_SITUATION_POSTE.EXTERNALISE),
}

/** What the document says beside the figure: folded away, so that sixty lines stay calm. */
export function PrecisionsLigne({
  ligne,
  tapee,
  onChange,
}: {
  ligne: LigneSchema
  tapee: LigneTapee
  onChange: (part: Partial<LigneTapee>) => void
}) {
  return (
    <details>
      <summary className="py-1 text-sm text-muted">
        Situation et note <span className="visually-hidden">de {ligne.libelle}</span>
      </summary>
      <Select
        label={`Situation de ${ligne.libelle}`}
        labelHidden
        name={`situation-${ligne.id}`}
        value={tapee.situation}
        onChange={({ target }) =>
          onChange({ situation: SITUATIONS_POSTE.find((choix) => choix === target.value) ?? 'NON_PRECISE' })
        }
        options={SITUATIONS_POSTE.map((choix) => ({ value: choix, label: SITUATION_MOTS[choix] }))}
      />
      <Input
        label={`Note de ${ligne.libelle}`}
        labelHidden
        placeholder="Note, comme le document l’écrit"
        name={`note-${ligne.id}`}
        maxLength={500}
        value={tapee.note}
        onChange={({ target }) => onChange({ note: target.value })}
      />
    </details>
  )
}
