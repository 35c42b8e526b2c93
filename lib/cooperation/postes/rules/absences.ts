import { echecs, type Echec } from '@/lib/platform/resultat'
import type { Duree } from '@/lib/cooperation/postes/rules/pourvu'
import type { OccupationLue } from '../types/postes'

/** A span begins while another lasts. */
export const isDuring = ({ debut }: Duree, autre: Duree): boolean =>
  debut >= autre.debut && (autre.fin === null || debut <= autre.fin)

/** A span lies wholly in another. */
export const isInside = (duree: Duree, dehors: Duree): boolean =>
  isDuring(duree, dehors) && (dehors.fin === null || (duree.fin !== null && duree.fin <= dehors.fin))

/**
 * An absence falls while the person is in post, and beside their other absences.
 * @param sauf id of the absence being corrected, 0 for a new one
 */
export function checkAbsence(absence: Duree, occupation: OccupationLue, sauf: number): Echec | null {
  const { debut, fin } = absence
  if (!isDuring(absence, occupation))
    return echecs.invalide([
      { champ: 'debut', message: 'Une absence tombe pendant l’occupation du poste : corrigez ses dates.' },
    ])
  if (fin !== null && occupation.fin !== null && fin > occupation.fin) {
    return echecs.invalide([
      {
        champ: 'fin',
        message: 'Une absence tombe pendant l’occupation du poste : terminez-la au plus tard avec elle.',
      },
    ])
  }
  if (
    occupation.absences.some(
      (autre) =>
        autre.id !== sauf && (fin === null || autre.debut <= fin) && (autre.fin === null || debut <= autre.fin),
    )
  ) {
    return echecs.invalide([
      { champ: 'debut', message: 'Une autre absence est déjà enregistrée sur ces jours : prolongez-la plutôt.' },
    ])
  }
  return null
}
