import { listEnfants, listFiches, sortArbre, type NoeudAxe, type NoeudFiche } from './arbre'
import type { Numerotation } from '../words'

/** Numbers of axes and fiches, by the convention’s own scheme. Nothing here writes: what would change is shown first. */

export interface AxeNumerote extends NoeudAxe {
  numero: string | null
  titre: string
}

interface FicheNumerotee extends NoeudFiche {
  numero: string | null
  titre: string
}

export interface ArbreNumerote {
  axes: AxeNumerote[]
  fiches: FicheNumerotee[]
}

export interface ReglageNumeros {
  numerotation: Numerotation
  /** before the number of a fiche: « FA » */
  prefixe: string | null
  /** number the axes too, by their place; otherwise their numbers stay as written */
  axes: boolean
}

export interface ChangementNumero {
  objet: 'AXE' | 'FICHE'
  id: number
  titre: string
  avant: string | null
  apres: string | null
}

const lireMorceaux = (numero: string): string[] => numero.match(/\d+|\D+/g) ?? []
const isChiffres = (morceau: string): boolean => /^\d/.test(morceau)
const sansZeros = (chiffres: string): string => chiffres.replace(/^0+(?=\d)/, '')

function compareMorceaux(a: string, b: string): number {
  if (isChiffres(a) !== isChiffres(b)) return isChiffres(a) ? -1 : 1
  if (!isChiffres(a)) return a < b ? -1 : a > b ? 1 : 0
  const [x, y] = [sansZeros(a), sansZeros(b)]
  return x.length - y.length || (x < y ? -1 : x > y ? 1 : 0)
}

/** Natural order of numbers as written: « 1.9 » before « 1.10 »; none comes last. */
export function compareNumeros(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const [x, y] = [lireMorceaux(a), lireMorceaux(b)]
  for (let rang = 0; rang < Math.min(x.length, y.length); rang += 1) {
    const ordre = compareMorceaux(x[rang] ?? '', y[rang] ?? '')
    if (ordre !== 0) return ordre
  }
  return x.length - y.length || (a < b ? -1 : a > b ? 1 : 0)
}

/** The number itself in what is written: « Axe 2 » → « 2 », « 4.1. » → « 4.1 ». */
function readNombre(numero: string): string {
  return /([0-9]+|[A-Z]+)(?:\.[0-9A-Za-z]+)*(?=\.?$)/.exec(numero.trim())?.[0] ?? numero.trim()
}

/** The number each axe gives to its fiches: as written, or by its place where it has none, or where the axes are numbered too. */
function computeNumerosAxes(axes: readonly AxeNumerote[], tous: boolean): Map<number, string> {
  const numeros = new Map<number, string>()
  const visit = (parent: number | null, debut: string): void => {
    const enfants = listEnfants(axes, parent)
    const pris = new Set(
      tous ? [] : enfants.flatMap(({ numero }) => (numero === null ? [] : [complete(readNombre(numero), debut)])),
    )
    enfants.forEach((axe, rang) => {
      let place = rang + 1
      while (pris.has(`${debut}${place}`)) place += 1
      const numero = tous || axe.numero === null ? `${debut}${place}` : complete(readNombre(axe.numero), debut)
      pris.add(numero)
      numeros.set(axe.id, numero)
      visit(axe.id, `${numero}.`)
    })
  }
  visit(null, '')
  return numeros
}

/** « 1 » under « 4. » is « 4.1 »; « 4.1 » already says so. */
const complete = (numero: string, debut: string): string => (numero.startsWith(debut) ? numero : `${debut}${numero}`)

const join = (prefixe: string | null, numero: string): string => (prefixe === null ? numero : `${prefixe} ${numero}`)

/** What the scheme would change, in the order of the document; under LIBRE, nothing. */
export function computeNumeros(
  arbre: ArbreNumerote,
  { numerotation, prefixe, axes: tous }: ReglageNumeros,
): ChangementNumero[] {
  if (numerotation === 'LIBRE') return []
  const { axes, fiches } = sortArbre(arbre)
  const parAxe = computeNumerosAxes(axes, tous)
  const rangs = new Map<number, number>()
  const nouveau = (fiche: FicheNumerotee, rang: number): string | null => {
    if (numerotation === 'AUCUNE') return null
    if (numerotation === 'CONTINUE') return join(prefixe, String(rang + 1))
    const place = (rangs.get(fiche.axe) ?? 0) + 1
    rangs.set(fiche.axe, place)
    return join(prefixe, `${parAxe.get(fiche.axe) ?? ''}.${place}`)
  }
  const desAxes = tous
    ? axes.map(
        ({ id, titre, numero }): ChangementNumero => ({
          objet: 'AXE',
          id,
          titre,
          avant: numero,
          apres: numerotation === 'AUCUNE' ? null : (parAxe.get(id) ?? null),
        }),
      )
    : []
  const desFiches = fiches.map(
    (fiche, rang): ChangementNumero => ({
      objet: 'FICHE',
      id: fiche.id,
      titre: fiche.titre,
      avant: fiche.numero,
      apres: nouveau(fiche, rang),
    }),
  )
  return [...desAxes, ...desFiches].filter(({ avant, apres }) => avant !== apres)
}

/** « FA 1.9 » → « FA 1.10 »: what follows a number; null when it ends with no figure. */
function computeSuivant(numero: string): string | null {
  const fin = /\d+$/.exec(numero)
  return fin ? numero.slice(0, fin.index) + String(BigInt(fin[0]) + 1n) : null
}

/** The number a new fiche takes at the end of an axe, without changing any other; null where the scheme gives none. */
export function proposeNumero(
  arbre: ArbreNumerote,
  { numerotation, prefixe }: Omit<ReglageNumeros, 'axes'>,
  axe: number,
): string | null {
  if (numerotation === 'LIBRE' || numerotation === 'AUCUNE') return null
  const presentes = numerotation === 'CONTINUE' ? arbre.fiches : listFiches(arbre.fiches, axe)
  const dernier = presentes
    .flatMap(({ numero }) => (numero === null ? [] : [numero]))
    .sort(compareNumeros)
    .at(-1)
  const suivant = dernier === undefined ? null : computeSuivant(dernier)
  if (suivant !== null) return suivant
  return join(
    prefixe,
    numerotation === 'CONTINUE'
      ? String(presentes.length + 1)
      : `${computeNumerosAxes(arbre.axes, false).get(axe) ?? ''}.${presentes.length + 1}`,
  )
}

/** The number a new axe takes after those already there; null where they have none. */
export function proposeNumeroAxe(axes: readonly AxeNumerote[], parent: number | null): string | null {
  const freres = listEnfants(axes, parent)
  const dernier = freres
    .flatMap(({ numero }) => (numero === null ? [] : [numero]))
    .sort(compareNumeros)
    .at(-1)
  if (dernier !== undefined) return computeSuivant(dernier)
  if (freres.length > 0) return null
  const lui = axes.find(({ id }) => id === parent)
  return lui ? (lui.numero === null ? null : `${readNombre(lui.numero)}.1`) : null
}

/** Numbers that two fiches would share. */
export function listDoublons(arbre: ArbreNumerote, changements: readonly ChangementNumero[]): string[] {
  const nouveaux = new Map(changements.filter(({ objet }) => objet === 'FICHE').map(({ id, apres }) => [id, apres]))
  const vus = new Map<string, number>()
  for (const { id, numero } of arbre.fiches) {
    const final = nouveaux.has(id) ? (nouveaux.get(id) ?? null) : numero
    if (final !== null) vus.set(final, (vus.get(final) ?? 0) + 1)
  }
  return [...vus].flatMap(([numero, nombre]) => (nombre > 1 ? [numero] : [])).sort(compareNumeros)
}
