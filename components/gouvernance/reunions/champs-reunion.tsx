'use client'

import { DateInput, Input } from '@/components/ui/saisie/inputs'
import { readErreur } from '@/components/formulaire/erreurs'
import { readTextes } from '@/components/formulaire/saisie'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import type { CheckReunion } from '@/lib/gouvernance/reunions/schema'
import type { ReunionActuelle, VueInstanceReunion } from '@/lib/gouvernance/instances/types/ecran'
import { readNomGroupe } from '@/components/gouvernance/mots'

type Valeurs = Partial<Pick<ReunionActuelle, 'date' | 'heureDebut' | 'heureFin' | 'lieu' | 'objet' | 'groupe'>>

export interface ChampsReunionProps {
  instance: VueInstanceReunion
  valeurs?: Valeurs
  erreurs: readonly ErreurDeChamp[]
  /** A held meeting keeps its day and its group. */
  figees?: boolean
  onDate: (date: string) => void
  onGroupe: (groupe: string) => void
}

/** When, where, about what, and for which group. */
export function ChampsReunion({ instance, valeurs = {}, erreurs, figees, onDate, onGroupe }: ChampsReunionProps) {
  const erreur = (champ: string) => readErreur(erreurs, champ)
  const groupe = readNomGroupe(instance)
  return (
    <>
      <DateInput
        name="date"
        label="Date"
        defaultValue={valeurs.date}
        readOnly={figees}
        required
        error={erreur('date')}
        hint={figees ? 'La réunion est tenue : pour corriger sa date, remettez-la d’abord en « prévue ».' : undefined}
        onChange={(event) => onDate(event.target.value)}
      />
      <div className="form-row">
        <Input
          type="time"
          name="heureDebut"
          label="Début"
          optional
          defaultValue={valeurs.heureDebut ?? ''}
          error={erreur('heureDebut')}
        />
        <Input
          type="time"
          name="heureFin"
          label="Fin"
          optional
          defaultValue={valeurs.heureFin ?? ''}
          error={erreur('heureFin')}
        />
      </div>
      {groupe ? (
        <>
          <Input
            name="groupe"
            label={groupe.nom}
            optional={!groupe.obligatoire}
            defaultValue={valeurs.groupe ?? ''}
            readOnly={figees}
            list={`groupes-${instance.id}`}
            autoComplete="off"
            error={erreur('groupe')}
            onChange={(event) => onGroupe(event.target.value)}
          />
          <datalist id={`groupes-${instance.id}`}>
            {instance.groupes.map((nom) => (
              <option key={nom} value={nom} />
            ))}
          </datalist>
        </>
      ) : null}
      <Input name="lieu" label="Lieu" optional defaultValue={valeurs.lieu ?? ''} error={erreur('lieu')} />
      <Input name="objet" label="Objet" optional defaultValue={valeurs.objet ?? ''} error={erreur('objet')} />
    </>
  )
}

/** The fields above, as typed. */
export const readChampsReunion = (formulaire: FormData) =>
  readTextes(formulaire, ['date', 'heureDebut', 'heureFin', 'groupe', 'lieu', 'objet'])

/** What a change about to be made amounts to; null while its day is not known. */
export function toProjet(projet: CheckReunion): CheckReunion | null {
  return projet.date === '' ? null : projet
}
