'use client'

import { Textarea } from '@/components/ui/saisie/inputs'
import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import { LONGUEUR_SUIVI } from '@/lib/plan-action/champs/words/limites'
import { BarreEdition, BrouillonsRetrouves } from '@/components/plan-action/champs/barre'
import { ConflitFiche } from '@/components/plan-action/champs/conflit-fiche'
import { useFicheEditable } from '@/components/plan-action/champs/contexte'

const CHAMPS = ['suivi'] as const

/** The follow-up note of a fiche, open where it is read: saved by itself, undone in one press, never lost. */
export function Suivi() {
  const { edition, noms } = useFicheEditable()
  return (
    <div className="form">
      <BrouillonsRetrouves edition={edition} champs={CHAMPS} />
      <Textarea
        label={MOTS_CHAMP.suivi}
        name="suivi"
        rows={5}
        maxLength={LONGUEUR_SUIVI}
        hint="S’enregistre quand vous quittez le champ."
        value={edition.valeurs.suivi ?? ''}
        onChange={(event) => edition.edit('suivi', event.target.value)}
        onBlur={() => void edition.saveNow()}
        error={edition.erreurs.suivi}
      />
      <ConflitFiche edition={edition} noms={noms} champs={CHAMPS} />
      <BarreEdition edition={edition} champs={CHAMPS} />
    </div>
  )
}
