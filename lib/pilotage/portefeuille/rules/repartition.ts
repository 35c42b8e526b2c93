/** How the conventions of a portfolio are spread: by the year they end, by the share of their actions done. Pure. */
import { yearOf, type DateCivile } from '@/lib/platform/dates'
import { formatCompte, formatListe } from '@/lib/platform/typographie'

export interface ConventionRepartie {
  slug: string
  nom: string
  fin: DateCivile | null
  fiches: number
  realisees: number
  aTraiter: boolean
}

interface Tranche {
  libelle: string
  conventions: ConventionRepartie[]
}

export interface Repartition {
  cle: 'fin' | 'avancement'
  libelle: string
  phrase: string
  /** in order, each convention in exactly one; years between the first and the last are all there */
  tranches: Tranche[]
}

const byNom = (a: ConventionRepartie, b: ConventionRepartie): number => a.nom.localeCompare(b.nom, 'fr')

function fill(
  libelles: readonly string[],
  conventions: readonly ConventionRepartie[],
  read: (convention: ConventionRepartie) => string,
): Tranche[] {
  const tranches = libelles.map((libelle): Tranche => ({ libelle, conventions: [] }))
  for (const convention of [...conventions].sort(byNom))
    tranches.find(({ libelle }) => libelle === read(convention))?.conventions.push(convention)
  return tranches
}

const SANS_DATE = 'Sans date'

function spreadFins(conventions: readonly ConventionRepartie[], today: DateCivile): Repartition {
  const annees = conventions.flatMap(({ fin }) => (fin === null ? [] : [yearOf(fin)]))
  const [premiere, derniere] = [Math.min(...annees), Math.max(...annees)]
  const suite =
    annees.length === 0 ? [] : Array.from({ length: derniere - premiere + 1 }, (_, rang) => String(premiere + rang))
  const sansDate = conventions.length - annees.length
  const tranches = fill([...suite, ...(sansDate > 0 ? [SANS_DATE] : [])], conventions, ({ fin }) =>
    fin === null ? SANS_DATE : String(yearOf(fin)),
  )
  const terminees = conventions.filter(({ fin }) => fin !== null && fin < today).length
  const aVenir = tranches.filter(
    ({ libelle, conventions: siennes }) =>
      libelle !== SANS_DATE && siennes.some(({ fin }) => fin !== null && fin >= today),
  )
  const parts = [
    ...(terminees > 0 ? [`${terminees} déjà terminée${terminees > 1 ? 's' : ''}`] : []),
    ...aVenir.map(
      ({ libelle, conventions: siennes }) =>
        `${siennes.filter(({ fin }) => fin !== null && fin >= today).length} en ${libelle}`,
    ),
    ...(sansDate > 0 ? [`${sansDate} sans date de fin connue`] : []),
  ]
  return {
    cle: 'fin',
    libelle: 'Par année de fin',
    phrase: `Fin de ${formatCompte(conventions.length, 'convention')} : ${formatListe(parts)}.`,
    tranches,
  }
}

const SANS_ACTION = 'Sans action'
/** Bands of the share done, in whole per cent: each up to its bound. */
const PARTS = [
  { libelle: '0 %', jusqua: 0 },
  { libelle: '1 à 24 %', jusqua: 24 },
  { libelle: '25 à 49 %', jusqua: 49 },
  { libelle: '50 à 74 %', jusqua: 74 },
  { libelle: '75 à 99 %', jusqua: 99 },
  { libelle: '100 %', jusqua: 100 },
].map(({ libelle, jusqua }) => ({ libelle: libelle, jusqua }))

/** Share done in whole per cent; never rounded up to done, nor down to nothing begun. */
export function computePart({ fiches, realisees }: Pick<ConventionRepartie, 'fiches' | 'realisees'>): number | null {
  if (fiches === 0) return null
  if (realisees === 0 || realisees >= fiches) return realisees === 0 ? 0 : 100
  return Math.min(99, Math.max(1, Math.round((realisees / fiches) * 100)))
}

function spreadAvancement(conventions: readonly ConventionRepartie[]): Repartition {
  const read = (convention: ConventionRepartie): string => {
    const part = computePart(convention)
    return part === null ? SANS_ACTION : (PARTS.find(({ jusqua }) => part <= jusqua)?.libelle ?? SANS_ACTION)
  }
  const sansAction = conventions.filter(({ fiches }) => fiches === 0).length
  const tranches = fill(
    [...PARTS.map(({ libelle }) => libelle), ...(sansAction > 0 ? [SANS_ACTION] : [])],
    conventions,
    read,
  )
  const moitie = conventions.filter((convention) => (computePart(convention) ?? 0) >= 50).length
  const aucune = conventions.filter((convention) => computePart(convention) === 0).length
  const phrase = `La moitié des actions ou plus est réalisée dans ${formatCompte(moitie, 'convention')} sur ${conventions.length} ; aucune ne l’est dans ${aucune}${sansAction > 0 ? ` ; ${sansAction} sans action enregistrée` : ''}.`
  return { cle: 'avancement', libelle: 'Par part d’actions réalisées', phrase: phrase, tranches }
}

/** Nothing but what a spread shows, whatever else a line of the list holds: it all goes to the browser. */
const toRepartie = ({ slug, nom, fin, fiches, realisees, aTraiter }: ConventionRepartie): ConventionRepartie => ({
  slug,
  nom,
  fin,
  fiches,
  realisees,
  aTraiter,
})

/** The spreads of these conventions, as they are on a day; each convention is the same object in both. */
export function computeRepartitions(conventions: readonly ConventionRepartie[], today: DateCivile): Repartition[] {
  const reparties = conventions.map(toRepartie)
  return [spreadFins(reparties, today), spreadAvancement(reparties)]
}
