import type { DepartPossible } from '@/lib/gouvernance/mandats/queries'
import { describeCloture } from '@/lib/gouvernance/mandats/rules'
import type { Reprise } from '@/lib/gouvernance/mandats/types'
import type { CloseMandats } from '@/lib/gouvernance/mandats/schema'

/** What is typed for one person who leaves. */
export interface SaisieDepart {
  sieges: ReadonlySet<number>
  nom: string
  fonction: string
  decisions: ReadonlySet<number>
  points: ReadonlySet<number>
}

/** What is typed for the whole, beside each person. */
export interface SaisieCloture {
  fin: string
  motif: string
  /** What becomes of the seats without a named successor. */
  sansNom: Exclude<Reprise, 'SUCCESSEUR'>
}

export type SaisieDeparts = Readonly<Record<string, SaisieDepart>>

/**
 * Everything ends, and all that can passes to the successor, until somebody says otherwise. Among others, a seat where
 * nobody is named is left alone: an election ends the mandates of people.
 */
export function startSaisie({ nom, sieges, affaires }: DepartPossible, seul: boolean): SaisieDepart {
  const fonctions = new Set(sieges.map(({ fonction }) => fonction))
  const [fonction] = fonctions
  return {
    sieges: new Set(nom === null && !seul ? [] : sieges.map(({ id }) => id)),
    nom: '',
    fonction: fonctions.size === 1 ? (fonction ?? '') : '',
    decisions: new Set(affaires.decisions.map(({ id }) => id)),
    points: new Set(affaires.points.map(({ id }) => id)),
  }
}

const computeReprise = ({ nom }: SaisieDepart, sansNom: SaisieCloture['sansNom']): Reprise =>
  nom.trim() === '' ? sansNom : 'SUCCESSEUR'

/** A point presented before the mandate ends stays where it is. */
const listPoints = ({ affaires }: DepartPossible, { points }: SaisieDepart, fin: string) =>
  affaires.points.filter(({ id, date }) => points.has(id) && date > fin)

/** Those whose mandates end, with what was typed for each. */
const listDeparts = (departs: readonly DepartPossible[], saisies: SaisieDeparts) =>
  departs
    .map((depart) => ({ depart, saisie: saisies[depart.cle] ?? startSaisie(depart, departs.length === 1) }))
    .filter(({ saisie }) => saisie.sieges.size > 0)

/** What is sent, and the field that each seat’s name was typed in. */
export function toDemande(
  convention: string,
  departs: readonly DepartPossible[],
  saisies: SaisieDeparts,
  { fin, motif, sansNom }: SaisieCloture,
): { demande: CloseMandats; champs: string[] } {
  const concernes = listDeparts(departs, saisies)
  const sieges = concernes.flatMap(({ depart, saisie }) =>
    depart.sieges
      .filter(({ id }) => saisie.sieges.has(id))
      .map(({ id, version }) => ({
        cle: depart.cle,
        siege: {
          membre: id,
          version,
          reprise: computeReprise(saisie, sansNom),
          nom: saisie.nom,
          fonction: saisie.fonction,
        },
      })),
  )
  const transmis = concernes.filter(({ saisie }) => saisie.nom.trim() !== '')
  const toVersion = ({ id, version }: { id: number; version: number }) => ({ id, version })
  return {
    demande: {
      convention,
      fin,
      motif,
      sieges: sieges.map(({ siege }) => siege),
      decisions: transmis.flatMap(({ depart, saisie }) =>
        depart.affaires.decisions.filter(({ id }) => saisie.decisions.has(id)).map(toVersion),
      ),
      points: transmis.flatMap(({ depart, saisie }) => listPoints(depart, saisie, fin).map(toVersion)),
    },
    champs: sieges.map(({ cle }) => cle),
  }
}

/** What will be written, in words; nothing while the day is not known. */
export function describeSaisie(
  convention: { debut: string | null; fin: string | null },
  departs: readonly DepartPossible[],
  saisies: SaisieDeparts,
  { fin, sansNom }: SaisieCloture,
): ReturnType<typeof describeCloture> | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(fin)) return null
  return describeCloture({
    fin,
    convention,
    departs: listDeparts(departs, saisies).map(({ depart, saisie }) => {
      const repris = saisie.nom.trim() !== ''
      const decisions = repris ? depart.affaires.decisions.filter(({ id }) => saisie.decisions.has(id)).length : 0
      const points = repris ? listPoints(depart, saisie, fin).length : 0
      return {
        nom: depart.nom ?? depart.sieges[0]?.libelle ?? '',
        mandats: saisie.sieges.size,
        reprise: computeReprise(saisie, sansNom),
        successeur: repris ? saisie.nom.trim() : null,
        decisions,
        points,
        decisionsGardees: depart.affaires.decisions.length - decisions,
        pointsGardes: depart.affaires.points.length - points,
      }
    }),
  })
}
