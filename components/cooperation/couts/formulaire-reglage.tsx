'use client'

import { useState } from 'react'
import { readTexte, readTextes } from '@/components/formulaire/saisie'
import { DecimalInput } from '@/components/ui/saisie/decimal-input'
import { DateInput, Input, Radios, Textarea } from '@/components/ui/saisie/inputs'
import {
  createReglageFinancement,
  removeReglageFinancement,
  updateReglageFinancement,
} from '@/lib/cooperation/couts/actions/reglages'
import { formatSaisie } from '@/lib/cooperation/couts/rules/argent'
import type { NatureFinancement, ReglageLu } from '@/lib/cooperation/couts/types'
import { Coquille } from '../postes/coquille'
import { NATURES, formatValeur, formatValidite } from './mots'
import { ListeFinanceurs, LISTE_FINANCEURS } from './liste-financeurs'

const LISTE = (Object.keys(NATURES) as NatureFinancement[]).map((value) => ({
  value,
  label: NATURES[value].mot,
  hint: NATURES[value].aide,
}))

const readSaisie = (saisie: FormData) => ({
  ...readTextes(saisie, ['financeur', 'valeur', 'valableDu', 'valableAu', 'source']),
  // Nothing chosen is refused by the action, on its field: no nature is presumed.
  nature: readTexte(saisie, 'nature') as NatureFinancement,
})

const readMotNature = (nature: string): string => LISTE.find(({ value }) => value === nature)?.label ?? ''

interface Props {
  slug: string
  /** Null for a new one. */
  reglage: ReglageLu | null
  organismes: string[]
  onFini: () => void
}

/** What a financer pays: a rate, an amount per ETP or a flat amount, as a document states it. */
export function FormulaireReglage({ slug, reglage, organismes, onFini }: Props) {
  const [lu] = useState(reglage)
  const [nature, setNature] = useState<string>(reglage?.nature ?? '')
  return (
    <Coquille
      action={updateReglageFinancement}
      version={lu?.version ?? 0}
      libelle={lu ? 'Enregistrer le cofinancement' : 'Ajouter le cofinancement'}
      onFini={onFini}
      ecrire={(envoi, version, saisie) =>
        lu
          ? envoi.envoyer({ convention: slug, reglage: lu.id, version, ...readSaisie(saisie) })
          : envoi.avec(createReglageFinancement, { convention: slug, ...readSaisie(saisie) })
      }
      comparer={(leur, formulaire) => {
        const mienne = readSaisie(formulaire)
        return [
          { nom: 'Financeur', mienne: mienne.financeur, leur: leur.financeur },
          { nom: 'Nature', mienne: readMotNature(mienne.nature), leur: readMotNature(leur.nature) },
          { nom: 'Valeur', mienne: mienne.valeur, leur: formatSaisie(leur.valeur) },
          { nom: 'Valable du', mienne: mienne.valableDu, leur: leur.valableDu ?? '' },
          { nom: 'Valable au', mienne: mienne.valableAu, leur: leur.valableAu ?? '' },
          { nom: 'Source', mienne: mienne.source, leur: leur.source },
        ]
      }}
    >
      {(erreur) => (
        <>
          <Input
            name="financeur"
            label="Financeur"
            list={LISTE_FINANCEURS}
            maxLength={200}
            autoComplete="off"
            defaultValue={lu?.financeur}
            error={erreur('financeur')}
          />
          <ListeFinanceurs organismes={organismes} />
          <Radios
            name="nature"
            label="Ce que donne le document"
            options={LISTE}
            value={nature}
            onChange={(event) => setNature(event.target.value)}
            error={erreur('nature')}
          />
          <DecimalInput
            name="valeur"
            label="Valeur"
            unite={nature === 'TAUX' ? '%' : nature === '' ? '€ ou %' : '€'}
            hint="Aucune valeur n’est proposée : écrivez celle du document."
            defaultValue={lu ? formatSaisie(lu.valeur) : ''}
            error={erreur('valeur')}
          />
          <div className="form-row">
            <DateInput
              name="valableDu"
              label="Valable du"
              optional
              defaultValue={lu?.valableDu ?? ''}
              error={erreur('valableDu')}
            />
            <DateInput
              name="valableAu"
              label="Valable au"
              optional
              defaultValue={lu?.valableAu ?? ''}
              error={erreur('valableAu')}
            />
          </div>
          <Textarea
            name="source"
            label="Source"
            hint="Le document, la page, la date"
            rows={3}
            maxLength={500}
            defaultValue={lu?.source}
            error={erreur('source')}
          />
        </>
      )}
    </Coquille>
  )
}

export function RetirerReglage({ slug, reglage, onFini }: { slug: string; reglage: ReglageLu; onFini: () => void }) {
  const [lu] = useState(reglage)
  return (
    <Coquille
      action={removeReglageFinancement}
      version={lu.version}
      libelle="Retirer le cofinancement"
      danger
      onFini={onFini}
      ecrire={(envoi, version) => envoi.envoyer({ convention: slug, reglage: lu.id, version })}
    >
      <p>
        Le cofinancement de {lu.financeur} ({formatValeur(lu)}, {formatValidite(lu.valableDu, lu.valableAu)}) est
        retiré.
      </p>
    </Coquille>
  )
}
