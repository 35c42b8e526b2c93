/** The ETP of a territory as one goes through time: spans of days over which nothing changes. Pure. */
import { addDays } from '@/lib/platform/dates'
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import type { Centiemes } from '@/lib/platform/nombres'
import type { EtatSchema } from '@/lib/cooperation/schemas/types/regles'
import type { PeriodeVue, VueTemps } from '../types'

/** What is known of the days of a span; null: nothing is. */
export interface EtapeTemps extends Bornes {
  /** Total of the schéma that is agreed for these days. */
  convenu: Centiemes | null
  /** Total of one that is still being prepared for them. */
  prepare: Centiemes | null
  parCommune: Centiemes | null
  parThematique: Centiemes | null
  pourvu: Centiemes | null
}

type Datee = PeriodeVue & Bornes
const ETABLIS: ReadonlySet<EtatSchema> = new Set(['VALIDE', 'CLOS'])

const covers = ({ debut, fin }: Bornes, jour: DateCivile): boolean => debut <= jour && jour <= fin

/** The one that begins last among those that cover a day: it takes over from the others. */
function findDerniere(periodes: readonly Datee[], jour: DateCivile): Datee | undefined {
  return periodes.reduce<Datee | undefined>(
    (choisie, periode) =>
      covers(periode, jour) && (choisie === undefined || periode.debut >= choisie.debut) ? periode : choisie,
    undefined,
  )
}

/**
 * The spans of the picture, in order and without a hole between them. Totals of two schémas are never added: the one
 * that holds speaks, and beside it the one that is being prepared. Empty when no schéma is dated.
 */
export function listEtapes({ periodes, bornes }: Pick<VueTemps, 'periodes' | 'bornes'>): EtapeTemps[] {
  if (bornes === null) return []
  const datees = periodes.flatMap((periode): Datee[] =>
    periode.debut === null ? [] : [{ ...periode, debut: periode.debut, fin: periode.fin ?? bornes.fin }],
  )
  const etablies = datees.filter(({ etat }) => ETABLIS.has(etat))
  const preparees = datees.filter(({ etat }) => !ETABLIS.has(etat))
  const departs = datees.flatMap((periode) =>
    [periode, ...periode.marches].flatMap(({ debut, fin }) => [debut, addDays(fin, 1)]),
  )
  const debuts = [...new Set([bornes.debut, ...departs])].filter((jour) => covers(bornes, jour)).sort()
  return debuts.map((debut, rang) => {
    const suivant = debuts[rang + 1]
    const etablie = findDerniere(etablies, debut)
    const preparee = findDerniere(preparees, debut)
    const parlante = etablie ?? preparee
    return {
      debut,
      fin: suivant === undefined ? bornes.fin : addDays(suivant, -1),
      convenu: etablie?.total ?? null,
      prepare: preparee?.total ?? null,
      parCommune: parlante?.parCommune ?? null,
      parThematique: parlante?.parThematique ?? null,
      pourvu: parlante?.marches.find((marche) => covers(marche, debut))?.pourvu ?? null,
    }
  })
}
