'use client'

import { useState } from 'react'
import { readChoixId, readTexte, readTextes } from '@/components/formulaire/saisie'
import { DecimalInput } from '@/components/ui/saisie/decimal-input'
import { Input, Select, Textarea } from '@/components/ui/saisie/inputs'
import { recordFinancement, removeFinancement, updateFinancement } from '@/lib/cooperation/couts/actions/montants'
import { formatSaisie } from '@/lib/cooperation/couts/rules/argent'
import type { ChoixPoste, MontantVue } from '@/lib/cooperation/couts/types'
import { Coquille } from '../postes/coquille'
import { ListeFinanceurs, LISTE_FINANCEURS } from './liste-financeurs'

const SANS_POSTE = 'Aucun poste en particulier'

const readSaisie = (saisie: FormData) => ({
  poste: readChoixId(readTexte(saisie, 'poste')),
  ...readTextes(saisie, ['financeur', 'prevu', 'realise', 'note']),
})

const formatOuVide = (centimes: number | null | undefined): string => (centimes == null ? '' : formatSaisie(centimes))

interface Props {
  slug: string
  annee: number
  /** Null for a new one. */
  montant: MontantVue | null
  postes: ChoixPoste[]
  organismes: string[]
  onFini: () => void
}

/** What a financer planned and paid in the year in view. */
export function FormulaireMontant({ slug, annee, montant, postes, organismes, onFini }: Props) {
  const [lu] = useState(montant)
  const nommer = (id: number | null) => postes.find((poste) => poste.id === id)?.libelle ?? SANS_POSTE
  return (
    <Coquille
      action={updateFinancement}
      version={lu?.version ?? 0}
      libelle={lu ? 'Enregistrer les montants' : 'Ajouter les montants'}
      onFini={onFini}
      ecrire={(envoi, version, saisie) =>
        lu
          ? envoi.envoyer({ convention: slug, montant: lu.id, version, ...readSaisie(saisie) })
          : envoi.avec(recordFinancement, { convention: slug, annee, ...readSaisie(saisie) })
      }
      comparer={(leur, formulaire) => {
        const mienne = readSaisie(formulaire)
        return [
          { nom: 'Financeur', mienne: mienne.financeur, leur: leur.financeur },
          { nom: 'Poste', mienne: nommer(mienne.poste), leur: nommer(leur.poste) },
          { nom: 'Prévu', mienne: mienne.prevu, leur: formatOuVide(leur.prevu) },
          { nom: 'Réalisé', mienne: mienne.realise, leur: formatOuVide(leur.realise) },
          { nom: 'Note', mienne: mienne.note, leur: leur.note ?? '' },
        ]
      }}
    >
      {(erreur) => (
        <>
          <p>Année {annee}. Laissez vide ce qui n’est pas connu : rien n’est calculé à votre place.</p>
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
          <Select
            name="poste"
            label="Poste"
            vide={SANS_POSTE}
            hint="Sans poste en particulier : la part qui n’est pas répartie entre les postes, en plus de celles qui le sont."
            defaultValue={lu?.poste == null ? '' : String(lu.poste)}
            options={postes.map(({ id, libelle }) => ({ value: String(id), label: libelle }))}
            error={erreur('poste')}
          />
          <div className="form-row">
            <DecimalInput
              name="prevu"
              label="Prévu"
              optional
              unite="€"
              defaultValue={formatOuVide(lu?.prevu)}
              error={erreur('prevu')}
            />
            <DecimalInput
              name="realise"
              label="Réalisé"
              optional
              unite="€"
              defaultValue={formatOuVide(lu?.realise)}
              error={erreur('realise')}
            />
          </div>
          <Textarea
            name="note"
            label="Note"
            optional
            rows={2}
            maxLength={500}
            defaultValue={lu?.note ?? ''}
            error={erreur('note')}
          />
        </>
      )}
    </Coquille>
  )
}

export function RetirerMontant({ slug, montant, onFini }: { slug: string; montant: MontantVue; onFini: () => void }) {
  const [lu] = useState(montant)
  return (
    <Coquille
      action={removeFinancement}
      version={lu.version}
      libelle="Retirer les montants"
      danger
      onFini={onFini}
      ecrire={(envoi, version) => envoi.envoyer({ convention: slug, montant: lu.id, version })}
    >
      <p>
        Les montants de {lu.financeur} pour {lu.annee}
        {lu.libellePoste ? ` (${lu.libellePoste})` : ''} sont retirés, comme s’ils n’avaient pas été saisis.
      </p>
    </Coquille>
  )
}
