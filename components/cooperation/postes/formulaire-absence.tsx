'use client'

import { readTextes } from '@/components/formulaire/saisie'
import { DateInput } from '@/components/ui/saisie/inputs'
import { createAbsence, updateAbsence } from '@/lib/cooperation/postes/actions/absences'
import type { AbsenceLue, OccupationLue } from '@/lib/cooperation/postes/types/postes'
import { Coquille } from './coquille'
import type { ChangementProps } from './formulaire-changement'
import { formatDuree } from './mots'

const formatAbsences = ({ absences }: OccupationLue): string =>
  absences.map((absence) => formatDuree(absence)).join(' ; ')

/** Days without the person: dates, and nothing else. */
export function FormulaireAbsence({
  donnees,
  poste,
  occupation,
  absence,
  onFini,
}: ChangementProps & { absence: AbsenceLue | null }) {
  return (
    <Coquille
      action={updateAbsence}
      version={occupation.version}
      libelle="Enregistrer l’absence"
      onFini={onFini}
      comparer={(actuel) => [{ nom: 'Absences', mienne: formatAbsences(occupation), leur: formatAbsences(actuel) }]}
      ecrire={(envoi, version, saisie) => {
        const cible = {
          convention: donnees.slug,
          occupation: occupation.id,
          version,
          ...readTextes(saisie, ['debut', 'fin']),
        }
        if (absence) envoi.envoyer({ ...cible, absence: absence.id })
        else envoi.avec(createAbsence, cible)
      }}
    >
      {(erreur) => (
        <>
          <p className="text-muted">
            {occupation.nom}, {poste.intitule}
          </p>
          <p>
            Seules les dates sont gardées : le motif d’une absence relève de la vie privée et n’est demandé nulle part.
            Le poste reste pourvu ; il n’est plus compté comme présent, sauf remplacement.
          </p>
          <div className="form-row">
            <DateInput
              name="debut"
              label="Premier jour d’absence"
              defaultValue={absence?.debut}
              error={erreur('debut')}
            />
            <DateInput
              name="fin"
              label="Dernier jour d’absence"
              optional
              hint="Vide si le retour n’est pas connu"
              defaultValue={absence?.fin ?? ''}
              error={erreur('fin')}
            />
          </div>
        </>
      )}
    </Coquille>
  )
}
