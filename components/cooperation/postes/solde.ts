import type { OccupationPoste } from '@/lib/cooperation/postes/rules/pourvu'
import { computeTranchesEffectif } from '@/lib/cooperation/postes/rules/effectif'
import type { OccupationLue } from '@/lib/cooperation/postes/types/postes'
import type { LignePostes, PosteVue } from '@/lib/cooperation/postes/types/ecran'
import { isDateCivile } from '@/lib/platform/dates'
import { formatQuotite, parseQuotite } from '@/lib/platform/nombres'
import { formatAccordEtp } from './mots'

/** The balance while typing: what would be left, in words. A help only: the rule speaks when the form is sent. */

export interface Solde {
  texte: string
  /** More than there is. */
  trop: boolean
}

/** Hundredths of what is typed, or null while it does not read as a number. */
function readCentiemes(texte: string): number | null {
  const lu = parseQuotite(texte)
  return lu.ok ? lu.centiemes : null
}

const solde = (reste: number, lieu: string, reussi: string): Solde => ({
  trop: reste < 0,
  texte:
    reste < 0
      ? `${formatQuotite(-reste)} ETP de trop sur ${lieu}.`
      : reste === 0
        ? `${reussi}.`
        : `${formatQuotite(reste)} ETP encore ${formatAccordEtp(reste, 'vacant')} sur ${lieu}.`,
})

/** What of a line is left to cut into posts, with the quotité typed for one of them. */
export function computeSoldeLigne(ligne: LignePostes | undefined, quotite: string, sauf: number | null): Solde | null {
  if (!ligne || ligne.quotite === null) return null
  const autres = ligne.postes.filter(({ id }) => id !== sauf).reduce((total, poste) => total + poste.quotite, 0)
  const reste = ligne.quotite - autres - (readCentiemes(quotite) ?? 0)
  const texte =
    reste < 0
      ? `Les postes de « ${ligne.libelle} » dépasseraient de ${formatQuotite(-reste)} ETP ce que la ligne prévoit (${formatQuotite(ligne.quotite)} ETP).`
      : reste === 0
        ? `La ligne « ${ligne.libelle} » est entièrement découpée en postes (${formatQuotite(ligne.quotite)} ETP).`
        : `${formatQuotite(reste)} ETP de « ${ligne.libelle} » encore sans poste, sur ${formatQuotite(ligne.quotite)} prévus.`
  return { trop: reste < 0, texte: texte }
}

/** The least that is vacant over the days typed, of a post or of a line. */
function findVacantMin(quotite: number, occupations: readonly OccupationPoste[], debut: string, fin: string): number {
  const bornes = { debut, fin: fin >= debut ? fin : debut }
  return Math.min(...computeTranchesEffectif({ quotite, occupations }, bornes).map(({ pourvu }) => quotite - pourvu))
}

export interface SaisieOccupation {
  quotite: string
  debut: string
  fin: string
}

/**
 * What is left of the post, and of its line, with the occupation typed.
 * @param sauf the occupation being changed, which gives its place
 */
export function computeSoldePoste(
  poste: PosteVue,
  ligne: LignePostes | undefined,
  saisie: SaisieOccupation,
  sauf: OccupationLue | null,
  dernier: string | null,
): Solde[] {
  const debut = isDateCivile(saisie.debut) ? saisie.debut : null
  if (debut === null) return []
  const fin = isDateCivile(saisie.fin) ? saisie.fin : (dernier ?? debut)
  const prise = readCentiemes(saisie.quotite) ?? 0
  const autres = (occupations: readonly OccupationLue[]) => occupations.filter(({ id }) => id !== sauf?.id)
  const duPoste = findVacantMin(poste.quotite, autres(poste.occupations), debut, fin) - prise
  const soldes = [solde(duPoste, 'ce poste', 'Ce poste est entièrement pourvu')]
  if (ligne && ligne.quotite !== null) {
    const deLaLigne =
      findVacantMin(ligne.quotite, autres(ligne.postes.flatMap(({ occupations }) => occupations)), debut, fin) - prise
    if (ligne.postes.length > 1 || ligne.quotite !== poste.quotite)
      soldes.push(
        solde(deLaLigne, `cette ligne (« ${ligne.libelle} »)`, `La ligne « ${ligne.libelle} » est entièrement pourvue`),
      )
  }
  return soldes
}
