'use client'

import { useState } from 'react'
import { readTextes } from '@/components/formulaire/saisie'
import { DecimalInput } from '@/components/ui/saisie/decimal-input'
import { Checkbox, DateInput, Textarea } from '@/components/ui/saisie/inputs'
import { createCout, removeCout, updateCout } from '@/lib/cooperation/couts/actions/couts'
import { formatCentimes, formatSaisie } from '@/lib/cooperation/couts/rules/argent'
import type { CoutLu } from '@/lib/cooperation/couts/types'
import { Coquille } from '../postes/coquille'
import { formatValidite } from './mots'

const readSaisie = (saisie: FormData) => ({
  ...readTextes(saisie, ['montant', 'valableDu', 'source']),
  indicatif: saisie.has('indicatif'),
})

const ouiNon = (oui: boolean): string => (oui ? 'oui' : 'non')

/** Cost of one ETP over a year. @param cout null for a new one */
export function FormulaireCout({ slug, cout, onFini }: { slug: string; cout: CoutLu | null; onFini: () => void }) {
  // As it was when the form opened: a page that refreshes behind does not move what is being corrected.
  const [lu] = useState(cout)
  return (
    <Coquille
      action={updateCout}
      version={lu?.version ?? 0}
      libelle={lu ? 'Enregistrer le coût' : 'Ajouter le coût'}
      onFini={onFini}
      ecrire={(envoi, version, saisie) =>
        lu
          ? envoi.envoyer({ convention: slug, cout: lu.id, version, ...readSaisie(saisie) })
          : envoi.avec(createCout, { convention: slug, ...readSaisie(saisie) })
      }
      comparer={(leur, formulaire) => {
        const mienne = readSaisie(formulaire)
        return [
          { nom: 'Coût', mienne: mienne.montant, leur: formatSaisie(leur.montant) },
          { nom: 'Valable à partir du', mienne: mienne.valableDu, leur: leur.valableDu ?? '' },
          { nom: 'Indicatif', mienne: ouiNon(mienne.indicatif), leur: ouiNon(leur.indicatif) },
          { nom: 'Source', mienne: mienne.source, leur: leur.source },
        ]
      }}
    >
      {(erreur) => (
        <>
          <DecimalInput
            name="montant"
            label="Coût d’un ETP sur une année"
            unite="€"
            hint="Par exemple 48 000 ou 48 000,50"
            defaultValue={lu ? formatSaisie(lu.montant) : ''}
            error={erreur('montant')}
          />
          <DateInput
            name="valableDu"
            label="Valable à partir du"
            optional
            hint="Vide si le document ne donne pas de date. Un coût vaut jusqu’au suivant."
            defaultValue={lu?.valableDu ?? ''}
            error={erreur('valableDu')}
          />
          <Checkbox
            name="indicatif"
            label="Le document le donne à titre indicatif"
            defaultChecked={lu?.indicatif ?? false}
            error={erreur('indicatif')}
          />
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

export function RetirerCout({ slug, cout, onFini }: { slug: string; cout: CoutLu; onFini: () => void }) {
  const [lu] = useState(cout)
  return (
    <Coquille
      action={removeCout}
      version={lu.version}
      libelle="Retirer le coût"
      danger
      onFini={onFini}
      ecrire={(envoi, version) => envoi.envoyer({ convention: slug, cout: lu.id, version })}
    >
      <p>
        Le coût de {formatCentimes(lu.montant)} par ETP, {formatValidite(lu.valableDu, null)}, est retiré. Les
        estimations qui s’appuyaient dessus redeviennent non précisées.
      </p>
    </Coquille>
  )
}
