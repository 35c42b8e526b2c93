/** AFAS: how a person’s time in a year is shared between themes, in percent, and what it makes in ETP. Exact until shown. */
import { yearBounds } from '@/lib/platform/dates'
import { formatNombre, formatPourcent, decimalFromCentiemes } from '@/lib/platform/nombres'
import type { OccupationPoste } from '@/lib/cooperation/postes/rules/pourvu'
import { computeMoyenne, type Moyenne } from '@/lib/cooperation/postes/rules/effectif'
import { CODES_THEMES, type CodeTheme } from '@/lib/cooperation/schemas/words'

/** The four themes of the declaration; « global » is beside them, outside AFAS. */
export const CODES_AFAS = CODES_THEMES.filter((code) => code !== 'GLOBAL')

/** Hundredths of a percent, whole: 12,5 % = 1 250. */
export type Part = number

/** The whole of somebody’s time. */
export const TOUT: Part = 10_000

export type PartsAfas = Record<CodeTheme, Part>

export const AUCUNE_PART: PartsAfas = {
  PETITE_ENFANCE: 0,
  ENFANCE_JEUNESSE: 0,
  PARENTALITE: 0,
  DROITS_VIE_SOCIALE: 0,
  GLOBAL: 0,
}

export type LecturePart = { ok: true; part: Part } | { ok: false; message: string }

const refuse = (message: string): LecturePart => ({ ok: false, message: message })

/** Reads a percentage as people type it: "12,5", "12.5", "40 %"; nothing is 0. */
export function parsePart(texte: string): LecturePart {
  const saisie = texte
    .trim()
    .replace(/\s*%$/, '')
    .replace(/\s*([.,])\s*/, '$1')
  if (saisie === '') return { ok: true, part: 0 }
  if (/^[-\u2212]\s*\d/.test(saisie))
    return refuse('Une part ne peut pas être négative : saisissez un nombre de 0 à 100.')
  const match = /^(\d{1,9})(?:[.,](\d*))?$/.exec(saisie)
  if (!match) return refuse(`« ${saisie} » n’est pas un pourcentage : écrivez par exemple 12,5.`)
  const [, entier = '0', decimales = ''] = match
  if (decimales.length > 2)
    return refuse(`Deux décimales au plus : écrivez par exemple ${entier},${decimales.slice(0, 2)}.`)
  const part = Number(entier) * 100 + Number(decimales.padEnd(2, '0'))
  return part > TOUT ? refuse('Une part va de 0 à 100 % : réduisez-la.') : { ok: true, part }
}

/** 1 250 → "12,5 %". */
export const formatPart = (part: Part): string => formatPourcent(decimalFromCentiemes(part))

/** 1 250 → "12,5", as it is typed. */
export const formatPartSaisie = (part: Part): string => formatNombre(decimalFromCentiemes(part))

export const sumParts = (parts: PartsAfas): Part => CODES_THEMES.reduce((somme, code) => somme + parts[code], 0)

/** How far the parts are from the whole, in words. */
export function checkParts(parts: PartsAfas): { ok: boolean; somme: Part; phrase: string } {
  const somme = sumParts(parts)
  const ecart = TOUT - somme
  if (ecart === 0) return { ok: true, somme, phrase: '100 % du temps est réparti.' }
  const phrase =
    ecart > 0
      ? `Le total fait ${formatPart(somme)} : il reste ${formatPart(ecart)} à répartir.`
      : `Le total fait ${formatPart(somme)} : retirez ${formatPart(-ecart)}.`
  return { ok: false, somme, phrase: phrase }
}

export interface TempsCharge {
  /** Mean of what the person holds over the whole year, absent or not. */
  enPoste: Moyenne
  /** The same without the days of absence: what there is to share out. */
  present: Moyenne
  /** One of these quotités is not known: the means are a least. */
  auMoins: boolean
}

/**
 * A person’s mean quotité over a civil year, over all the posts given. Somebody who stands in for an absent person
 * counts for themself, and the absent one does not: time is counted once.
 */
export function computeTemps(occupations: readonly OccupationPoste[], annee: number): TempsCharge {
  const siennes = occupations.map((occupation) => ({ ...occupation, remplace: null }))
  const { debut, fin } = yearBounds(annee)
  const { pourvu, present } = computeMoyenne({ quotite: 0, occupations: siennes }, { debut, fin })
  const auMoins = siennes.some((o) => o.quotite === null && o.debut <= fin && (o.fin === null || o.fin >= debut))
  return { enPoste: pourvu, present, auMoins }
}

/** ETP that a part of somebody’s time makes: an exact fraction, to be rounded when shown. */
export const computeEtpPart = ({ centiemesJours, jours }: Moyenne, part: Part): Moyenne => ({
  centiemesJours: centiemesJours * part,
  jours: jours * TOUT,
})

/**
 * ETP by theme over several people of one year: fractions are added, never their roundings.
 * @throws RangeError when the means are not of the same number of days
 */
export function computeTotauxAfas(
  repartitions: readonly { temps: Moyenne; parts: PartsAfas }[],
): Record<CodeTheme, Moyenne> {
  const jours = repartitions[0]?.temps.jours ?? 1
  const totaux = { ...AUCUNE_PART }
  for (const { temps, parts } of repartitions) {
    if (temps.jours !== jours) throw new RangeError('Des moyennes d’années différentes ne s’additionnent pas')
    for (const code of CODES_THEMES) totaux[code] += temps.centiemesJours * parts[code]
  }
  const toMoyenne = (centiemesJours: number): Moyenne => ({ centiemesJours, jours: jours * TOUT })
  return {
    PETITE_ENFANCE: toMoyenne(totaux.PETITE_ENFANCE),
    ENFANCE_JEUNESSE: toMoyenne(totaux.ENFANCE_JEUNESSE),
    PARENTALITE: toMoyenne(totaux.PARENTALITE),
    DROITS_VIE_SOCIALE: toMoyenne(totaux.DROITS_VIE_SOCIALE),
    GLOBAL: toMoyenne(totaux.GLOBAL),
  }
}

/** The sum of fractions with one denominator; nothing is zero. */
export function addMoyennes(moyennes: readonly Moyenne[]): Moyenne {
  return {
    centiemesJours: moyennes.reduce((somme, { centiemesJours }) => somme + centiemesJours, 0),
    jours: moyennes[0]?.jours ?? 1,
  }
}
