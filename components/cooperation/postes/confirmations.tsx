'use client'

import { removeAbsence, removeIdentite } from '@/lib/cooperation/postes/actions/absences'
import { removeOccupation } from '@/lib/cooperation/postes/actions/occupations'
import { removePoste } from '@/lib/cooperation/postes/actions/postes'
import type { AbsenceLue } from '@/lib/cooperation/postes/types/postes'
import type { PersonnePostes, PosteVue } from '@/lib/cooperation/postes/types/ecran'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { Coquille } from './coquille'
import type { ChangementProps } from './formulaire-changement'
import { formatDuree, formatTenue } from './mots'

/** Takes back a post that nobody filled. */
export function RetirerPoste({ slug, poste, onFini }: { slug: string; poste: PosteVue; onFini: () => void }) {
  return (
    <Coquille
      action={removePoste}
      version={poste.version}
      libelle="Retirer le poste"
      danger
      onFini={onFini}
      ecrire={(envoi, version) => envoi.envoyer({ convention: slug, poste: poste.id, version })}
    >
      <p>
        Le poste « {poste.intitule} » ({formatQuotite(poste.quotite)} ETP) ne figurera plus dans ce schéma. La ligne du
        schéma ne change pas.
      </p>
    </Coquille>
  )
}

/** Takes back an occupation recorded by mistake. */
export function RetirerOccupation({ donnees, poste, occupation, onFini }: ChangementProps) {
  return (
    <Coquille
      action={removeOccupation}
      version={occupation.version}
      libelle="Retirer l’occupation"
      danger
      onFini={onFini}
      ecrire={(envoi, version) => envoi.envoyer({ convention: donnees.slug, occupation: occupation.id, version })}
    >
      <p>
        {occupation.nom}, {poste.intitule} : {formatTenue(occupation.quotite)} {formatDuree(occupation)}.
      </p>
      <p>
        Retirez-la seulement si elle a été enregistrée par erreur. Quand une personne quitte le poste, choisissez plutôt
        « Terminer » : son passage reste dans l’histoire du poste.
      </p>
    </Coquille>
  )
}

export function RetirerAbsence({ donnees, occupation, absence, onFini }: ChangementProps & { absence: AbsenceLue }) {
  return (
    <Coquille
      action={removeAbsence}
      version={occupation.version}
      libelle="Retirer l’absence"
      danger
      onFini={onFini}
      ecrire={(envoi, version) =>
        envoi.envoyer({ convention: donnees.slug, occupation: occupation.id, version, absence: absence.id })
      }
    >
      <p>
        L’absence de {occupation.nom} {formatDuree(absence)} est retirée, comme si elle n’avait pas eu lieu. Si la
        personne revient plus tôt que prévu, corrigez plutôt le dernier jour.
      </p>
    </Coquille>
  )
}

/** Forgets the name of somebody who has left. */
export function RendreAnonyme({
  slug,
  personne,
  onFini,
}: {
  slug: string
  personne: PersonnePostes
  onFini: () => void
}) {
  return (
    <Coquille
      action={removeIdentite}
      version={personne.version}
      libelle="Rendre anonyme"
      danger
      onFini={onFini}
      ecrire={(envoi, version) => envoi.envoyer({ convention: slug, charge: personne.charge, version })}
    >
      <p>
        {personne.nom} n’est plus en poste
        {personne.dernierJour ? ` depuis le ${formatDateCourte(personne.dernierJour)}` : ''}. Son nom et son adresse
        professionnelle seront effacés, ici et dans toute convention où cette personne a travaillé.
      </p>
      <p>
        Les dates et les quotités restent : les totaux et les moyennes ne changent pas. L’effacement ne peut pas être
        annulé.
      </p>
    </Coquille>
  )
}
