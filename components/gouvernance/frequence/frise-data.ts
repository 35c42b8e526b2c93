/**
 * What the frise draws, made once on the server from plain data: positions, words and dates. The browser then
 * only draws, and receives nothing it does not show.
 */
import { computeDebutSuivi, computeEtatPeriode, computePhase } from '@/lib/convention/phase/rules/suivi'
import type { DatesConnues, EtatSuivi, PeriodeJugee } from '@/lib/convention/phase/rules/suivi'
import { MOTS_SUIVI } from '@/lib/convention/phase/words'
import {
  addDays,
  daysBetween,
  formatDateCourte,
  formatIntervalle,
  formatMois,
  maxDate,
  minDate,
  yearBounds,
  yearOf,
} from '@/lib/platform/dates'
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import { formatLecture } from './frise-lue'
import { formatCompte } from '@/lib/platform/typographie'

export interface ReunionFrise {
  date: DateCivile
  etat: 'PREVUE' | 'TENUE' | 'ANNULEE'
}

/** One instance as the caller knows it: the rule in words, its judgment, its meetings. */
export interface InstanceFrise {
  id: number
  nom: string
  /** 'à minima 1 par an' */
  regle: string
  /** State now, and the sentence that goes with it (`computeSuivi`). */
  etat: EtatSuivi
  phrase: string
  periodes: readonly PeriodeJugee[]
  reunions: readonly ReunionFrise[]
  /** Address of the instance, when the screen has one. */
  href?: string | undefined
}

export interface DemandeFrise {
  instances: readonly InstanceFrise[]
  convention: DatesConnues
  today: DateCivile
}

/** How a band is drawn. LIBRE is not drawn: it only has its line in the table. */
export type GenreBande =
  | 'RESPECTEE'
  | 'PLANIFIEE'
  | 'A_PLANIFIER'
  | 'A_DECLARER'
  | 'EN_DEFAUT'
  | 'DEPASSEE'
  | 'A_VENIR'
  | 'NON_ENREGISTREE'
  | 'LIBRE'

/**
 * A period, in the order: position and width in ten-thousandths of the track, how it is drawn, when, why, and its
 * meetings in words. A tuple, because a page sends many.
 */
export type Bande = [x: number, largeur: number, genre: GenreBande, quand: string, raison: string, reunions: string]

export interface LigneFrise {
  id: number
  nom: string
  regle: string
  phrase: string
  href?: string | undefined
  bandes: Bande[]
  /** Of the dots: smaller where meetings are many. */
  taille: 'grande' | 'moyenne' | 'petite'
  tenues: number[]
  prevues: number[]
  annulees: number[]
}

export interface Frise {
  /** The picture in one sentence. */
  lecture: string
  annees: { x: number; libelle: string }[]
  aujourdhui: number | null
  lignes: LigneFrise[]
  genres: GenreBande[]
  pointsDe: { tenues: boolean; prevues: boolean; annulees: boolean }
}

const ECHELLE = 10_000
/** A period shorter than this is drawn with its neighbours of the same state: sixty months stay one calm band. */
const PERIODE_COURTE = 120
/** Dots closer than this would make a smear: they share one. */
const PAS_MINIMAL = 55
const DATES_CITEES = 6

type Placer = (date: DateCivile) => number

/** The time shown: the convention, widened to what lies outside it; whole civil years where its dates are unknown. */
function computeEtendue({ instances, convention, today }: DemandeFrise): Bornes {
  const jours = instances.flatMap(({ reunions, periodes }) => [
    ...reunions.map(({ date }) => date),
    ...periodes.map(({ debut }) => debut),
    ...periodes.map(({ fin }) => fin),
  ])
  const connus = [convention.debut, convention.fin].filter((date) => date !== null)
  const [premier = today, ...autres] = [...jours, ...connus]
  const etendue = { debut: minDate(premier, ...autres), fin: maxDate(premier, ...autres) }
  if (convention.debut !== null && convention.fin !== null) return etendue
  return {
    debut: yearBounds(yearOf(minDate(etendue.debut, today))).debut,
    fin: yearBounds(yearOf(maxDate(etendue.fin, today))).fin,
  }
}

function createPlacer({ debut, fin }: Bornes): Placer {
  const jours = daysBetween(debut, fin) + 1
  return (date) => Math.round((daysBetween(debut, date) * ECHELLE) / jours)
}

interface Contexte {
  /** First recorded meeting of the whole convention. */
  debutSuivi: DateCivile | null
  /** Both dates of the convention are known. */
  datesConnues: boolean
}

function computeGenre(periode: PeriodeJugee, { debutSuivi, datesConnues }: Contexte): GenreBande {
  if (periode.temps === 'A_VENIR') return 'A_VENIR'
  const etat = computeEtatPeriode(periode, debutSuivi)
  // Without a meeting nor a date, whether the convention still runs is not known: nothing is asked of it.
  if (etat === 'A_PLANIFIER' && debutSuivi === null && !datesConnues) return 'NON_ENREGISTREE'
  return etat === 'SANS_REGLE' ? 'LIBRE' : etat
}

/** '2 tenues (14 mars 2026, 5 juin 2026), 1 prévue (3 décembre 2026)'; counts alone when they are many. */
function formatReunions(reunions: readonly ReunionFrise[]): string {
  const parts = (
    [
      ['TENUE', 'tenue'],
      ['PREVUE', 'prévue'],
      ['ANNULEE', 'annulée'],
    ] as const
  ).flatMap(([etat, mot]) => {
    const dates = reunions
      .filter((reunion) => reunion.etat === etat)
      .map(({ date }) => date)
      .sort()
    if (dates.length === 0) return []
    const cites = dates.length <= DATES_CITEES ? ` (${dates.map(formatDateCourte).join(', ')})` : ''
    return [`${formatCompte(dates.length, mot)}${cites}`]
  })
  return parts.join(', ') || 'aucune'
}

function formatQuand({ debut, fin }: Bornes): string {
  const annee = yearBounds(yearOf(debut))
  if (debut === annee.debut && fin === annee.fin) return String(yearOf(debut))
  if (debut === annee.debut && fin === yearBounds(yearOf(fin)).fin) return `${yearOf(debut)} à ${yearOf(fin)}`
  const [de, a] = [formatMois(debut), formatMois(fin)]
  return de === a
    ? de
    : debut.slice(8) === '01' && addDays(fin, 1).slice(8) === '01'
      ? `${de} à ${a}`
      : formatIntervalle({ debut, fin })
}

interface Groupe extends Bornes {
  genre: GenreBande
  periodes: PeriodeJugee[]
}

const listDans = (reunions: readonly ReunionFrise[], { debut, fin }: Bornes): ReunionFrise[] =>
  reunions.filter(({ date }) => debut <= date && date <= fin)

/** Short periods of one state that follow one another become one band, as do those to come for which nothing is planned. */
function groupPeriodes(
  { periodes, reunions }: InstanceFrise,
  readGenre: (periode: PeriodeJugee) => GenreBande,
): Groupe[] {
  const groupes: Groupe[] = []
  for (const periode of periodes) {
    const { debut, fin } = periode
    const genre = readGenre(periode)
    const precedent = groupes.at(-1)
    const vides =
      genre === 'A_VENIR' && precedent !== undefined && listDans(reunions, { debut: precedent.debut, fin }).length === 0
    const courte = daysBetween(debut, fin) < PERIODE_COURTE
    if (precedent && (courte || vides) && precedent.genre === genre && addDays(precedent.fin, 1) === debut) {
      precedent.fin = fin
      precedent.periodes.push(periode)
    } else groupes.push({ debut, fin, genre, periodes: [periode] })
  }
  return groupes
}

function formatRaisonGroupe({ genre, periodes: [premiere, ...suite] }: Groupe): string {
  if (genre === 'NON_ENREGISTREE') return 'Aucune réunion enregistrée.'
  if (premiere === undefined) return ''
  if (suite.length === 0) return premiere.raison
  if (genre === 'A_VENIR') return `${suite.length + 1} périodes à venir.`
  return `${NOMS_GENRE[genre]} pour ${suite.length + 1} périodes.`
}

function createBandes(
  instance: InstanceFrise,
  etendue: Bornes,
  placer: Placer,
  readGenre: (periode: PeriodeJugee) => GenreBande,
): Bande[] {
  const create = (groupe: Groupe): Bande => [
    placer(groupe.debut),
    placer(addDays(groupe.fin, 1)) - placer(groupe.debut),
    groupe.genre,
    formatQuand(groupe),
    groupe.periodes.length > 0 ? formatRaisonGroupe(groupe) : instance.phrase,
    formatReunions(listDans(instance.reunions, groupe)),
  ]
  const groupes = groupPeriodes(instance, readGenre)
  return (groupes.length > 0 ? groupes : [{ ...etendue, genre: 'LIBRE' as const, periodes: [] }]).map(create)
}

/** Dots in order, none nearer than the smallest step to the one before. */
function listPoints(reunions: readonly ReunionFrise[], etat: ReunionFrise['etat'], placer: Placer): number[] {
  const points: number[] = []
  for (const x of reunions
    .filter((reunion) => reunion.etat === etat)
    .map(({ date }) => placer(date))
    .sort((a, b) => a - b)) {
    const precedent = points.at(-1)
    if (precedent === undefined || x - precedent >= PAS_MINIMAL) points.push(x)
  }
  return points
}

/** A dot as large as the closest neighbours allow, on a track of about 680 pixels. */
function computeTaille(points: readonly number[]): LigneFrise['taille'] {
  const tries = [...points].sort((a, b) => a - b)
  const pas = tries.slice(1).map((x, rang) => x - (tries[rang] ?? 0))
  // The median step: one close pair does not shrink a whole line.
  const median = pas.sort((a, b) => a - b)[Math.floor(pas.length / 2)] ?? ECHELLE
  return median < 90 ? 'petite' : median < 170 ? 'moyenne' : 'grande'
}

function createLigne(
  instance: InstanceFrise,
  etendue: Bornes,
  placer: Placer,
  readGenre: (periode: PeriodeJugee) => GenreBande,
): LigneFrise {
  const { id, nom, regle, phrase, href, reunions } = instance
  const tenues = listPoints(reunions, 'TENUE', placer)
  const prevues = listPoints(reunions, 'PREVUE', placer)
  return {
    id,
    nom,
    regle,
    phrase,
    href,
    tenues,
    prevues,
    annulees: listPoints(reunions, 'ANNULEE', placer),
    bandes: createBandes(instance, etendue, placer, readGenre),
    taille: computeTaille([...tenues, ...prevues]),
  }
}

/** Words of each band, for the legend and the table. */
export const NOMS_GENRE: Record<GenreBande, string> = {
  ...MOTS_SUIVI,
  A_VENIR: 'Période à venir',
  LIBRE: MOTS_SUIVI.SANS_REGLE,
}

const ORDRE_GENRES: readonly GenreBande[] = [
  'RESPECTEE',
  'PLANIFIEE',
  'A_PLANIFIER',
  'A_DECLARER',
  'EN_DEFAUT',
  'DEPASSEE',
  'NON_ENREGISTREE',
  'A_VENIR',
]

/**
 * Makes the frise of a convention.
 * @param demande instances in the order of their lines, convention dates (unknown ones null), and `today`
 */
export function computeFrise(demande: DemandeFrise): Frise {
  const { instances, today } = demande
  const etendue = computeEtendue(demande)
  const placer = createPlacer(etendue)
  const debutSuivi = computeDebutSuivi(
    instances.flatMap(({ reunions }) => reunions.map(({ date }) => date)),
    demande.convention.debut,
  )
  const contexte = {
    debutSuivi,
    datesConnues: demande.convention.debut !== null && demande.convention.fin !== null,
  }
  const lignes = instances.map((instance) =>
    createLigne(instance, etendue, placer, (periode) => computeGenre(periode, contexte)),
  )
  const genres = new Set(lignes.flatMap(({ bandes }) => bandes.map(([, , genre]) => genre)))
  const premiere = yearOf(etendue.debut)
  const annees = Array.from({ length: yearOf(etendue.fin) - premiere + 1 }, (_, rang) => premiere + rang)
  const has = (etat: ReunionFrise['etat']) =>
    instances.some(({ reunions }) => reunions.some((reunion) => reunion.etat === etat))
  return {
    lecture: formatLecture(instances, debutSuivi, computePhase(demande.convention, today)),
    annees: annees.map((annee) => ({ x: Math.max(0, placer(yearBounds(annee).debut)), libelle: String(annee) })),
    aujourdhui: etendue.debut <= today && today <= etendue.fin ? placer(today) : null,
    lignes,
    genres: ORDRE_GENRES.filter((genre) => genres.has(genre)),
    pointsDe: { tenues: has('TENUE'), prevues: has('PREVUE'), annulees: has('ANNULEE') },
  }
}
