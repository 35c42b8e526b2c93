'use client'

import { readTexte, readTextes } from '@/components/formulaire/saisie'
import { DateInput, Input } from '@/components/ui/saisie/inputs'
import { createEcheance, removeEcheance, updateEcheance } from '@/lib/cooperation/afas/actions'
import type { EcheanceLue } from '@/lib/cooperation/afas/types'
import { formatDateCourte } from '@/lib/platform/dates'
import { Coquille } from '../postes/coquille'
import { BoutonTiroir } from './bouton-tiroir'

interface Props {
  slug: string
  annee: number
  caf: string
}

const readAnnee = (saisie: FormData): number => Number(readTexte(saisie, 'annee').trim() || Number.NaN)

function Champs({ slug, annee, caf, echeance, onFini }: Props & { echeance: EcheanceLue | null; onFini: () => void }) {
  return (
    <Coquille
      action={updateEcheance}
      version={echeance?.version ?? 0}
      libelle="Enregistrer l’échéance"
      onFini={onFini}
      comparer={(leur, saisie) => [
        { nom: 'Nom', mienne: readTexte(saisie, 'libelle'), leur: leur.libelle },
        { nom: 'Année déclarée', mienne: readTexte(saisie, 'annee'), leur: String(leur.annee) },
        { nom: 'Date limite', mienne: readTexte(saisie, 'date'), leur: leur.date },
        { nom: 'Source', mienne: readTexte(saisie, 'source'), leur: leur.source ?? '' },
      ]}
      ecrire={(envoi, version, saisie) => {
        const champs = {
          convention: slug,
          annee: readAnnee(saisie),
          ...readTextes(saisie, ['libelle', 'date', 'source']),
        }
        if (echeance) envoi.envoyer({ ...champs, echeance: echeance.id, version })
        else envoi.avec(createEcheance, champs)
      }}
    >
      {(erreur) => (
        <>
          <p>Ce calendrier se montre dans toutes les conventions de cette Caf ({caf}).</p>
          <Input
            name="libelle"
            label="Nom de l’échéance"
            hint="Par exemple « Déclaration du réel »"
            maxLength={200}
            defaultValue={echeance?.libelle}
            error={erreur('libelle')}
          />
          <div className="form-row">
            <Input
              name="annee"
              label="Année déclarée"
              inputMode="numeric"
              maxLength={4}
              defaultValue={echeance?.annee ?? annee}
              error={erreur('annee')}
            />
            <DateInput name="date" label="Date limite" defaultValue={echeance?.date} error={erreur('date')} />
          </div>
          <Input
            name="source"
            label="Source"
            optional
            hint="Le courrier ou la page qui donne cette date"
            maxLength={500}
            defaultValue={echeance?.source ?? ''}
            error={erreur('source')}
          />
        </>
      )}
    </Coquille>
  )
}

export function AjouterEcheance(props: Props) {
  return (
    <BoutonTiroir label="Ajouter une échéance" titre="Ajouter une échéance">
      {(fermer) => <Champs {...props} echeance={null} onFini={fermer} />}
    </BoutonTiroir>
  )
}

/** What an adviser of the Caf may do of a date. */
export function GestesEcheance({ echeance, ...props }: Props & { echeance: EcheanceLue }) {
  return (
    <span className="flex flex-wrap gap-2">
      <BoutonTiroir label="Modifier" nom={`Modifier l’échéance ${echeance.libelle}`} titre="Modifier l’échéance">
        {(fermer) => <Champs {...props} echeance={echeance} onFini={fermer} />}
      </BoutonTiroir>
      <BoutonTiroir label="Retirer" nom={`Retirer l’échéance ${echeance.libelle}`} titre="Retirer l’échéance">
        {(fermer) => (
          <Coquille
            action={removeEcheance}
            version={echeance.version}
            libelle="Retirer l’échéance"
            danger
            onFini={fermer}
            ecrire={(envoi, version) => envoi.envoyer({ convention: props.slug, echeance: echeance.id, version })}
          >
            <p>
              « {echeance.libelle} » ({formatDateCourte(echeance.date)}) ne figurera plus dans le calendrier de la Caf (
              {props.caf}), pour aucune de ses conventions.
            </p>
          </Coquille>
        )}
      </BoutonTiroir>
    </span>
  )
}
