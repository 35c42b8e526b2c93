/** The money of a fiche: exact amounts, read as people type them, and totals that say what they do not know. */
import { formatEuros, formatNombre } from '@/lib/platform/nombres'
import { foldMots } from '@/lib/platform/texte'
import { formatAccord } from '@/lib/platform/typographie'

/** What numeric(14,2) holds: twelve figures before the comma. */
const CHIFFRES = 12

/** An exact decimal with two decimals, as text: "12345.50". */
export type Montant = string

export type LectureMontant = { ok: true; montant: Montant | null } | { ok: false; message: string }

const refuse = (message: string): LectureMontant => ({ ok: false, message: message })

/** « 12.345,50 »: points between thousands, when there is a comma after them or more than one. */
const MILLIERS = /^\d{1,3}(?:\.\d{3})+(?=,|$)/

/**
 * Reads euros as people type or paste them: « 12 345,50 € », « 12345.5 », « 12.345,50 ». Nothing typed is an unknown
 * amount, not zero. « 12.345 » alone, which may be twelve euros or twelve thousand, is refused.
 */
export function parseMontantBudget(texte: string): LectureMontant {
  const nu = texte.replace(/[\s\u00A0\u202F']/g, '').replace(/(?:€|euros?)$/i, '')
  if (nu === '') return { ok: true, montant: null }
  if (/^[-\u2212]\d/.test(nu)) return refuse('Un montant ne peut pas être sous zéro : écrivez 0 ou un nombre positif.')
  const groupe = MILLIERS.exec(nu)?.[0]
  if (groupe !== undefined && groupe === nu && groupe.split('.').length === 2)
    return refuse(`« ${nu} » se lit de deux façons : écrivez ${nu.replace('.', ' ')} ou ${nu.replace('.', ',')}.`)
  const plat = groupe === undefined ? nu : groupe.replace(/\./g, '') + nu.slice(groupe.length)
  const match = /^(\d+)(?:[.,](\d*))?$/.exec(plat)
  if (!match) return refuse(`« ${texte.trim()} » n’est pas un montant : écrivez par exemple 12 345,50.`)
  const [, entier = '', decimales = ''] = match
  if (decimales.length > 2)
    return refuse('Deux décimales au plus : écrivez les milliers sans virgule, les centimes après la virgule.')
  const chiffres = entier.replace(/^0+(?=\d)/, '')
  if (chiffres.length > CHIFFRES) return refuse('Ce montant est trop grand : vérifiez les zéros.')
  return { ok: true, montant: `${chiffres}.${decimales.padEnd(2, '0')}` }
}

/** "12345.50" → 1234550n. @throws RangeError on what is no decimal with at most two decimals */
function toCentimes(montant: Montant): bigint {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(montant)
  if (!match) throw new RangeError(`Montant décimal attendu, reçu « ${montant} »`)
  return BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(2, '0'))
}

const toMontant = (centimes: bigint): Montant => `${centimes / 100n}.${String(centimes % 100n).padStart(2, '0')}`

/** "12345.50" → "12 345,50", "12000.00" → "12 000": as a field shows it; nothing for an unknown amount. */
export function formatSaisieMontant(montant: Montant | null): string {
  if (montant === null) return ''
  return formatNombre(montant, { decimales: /^\d+(\.0*)?$/.test(montant) ? 0 : 2 })
}

/** A sum, and how many amounts it lacks. */
export interface Total {
  /** null: no amount is known */
  connu: Montant | null
  inconnus: number
}

/** Adds amounts exactly; an unknown one is counted, never taken for zero. */
export function computeTotal(montants: readonly (Montant | null)[]): Total {
  const connus = montants.filter((montant) => montant !== null)
  return {
    connu: connus.length === 0 ? null : toMontant(connus.reduce((somme, montant) => somme + toCentimes(montant), 0n)),
    inconnus: montants.length - connus.length,
  }
}

/** '12 000 €', 'au moins 12 000 €' when amounts are missing, 'inconnu' when all are. */
export function formatTotal({ connu, inconnus }: Total): string {
  if (connu === null) return 'inconnu'
  return inconnus > 0 ? `au moins ${formatEuros(connu)}` : formatEuros(connu)
}

export interface LigneRegle {
  annee: number | null
  financeur: string
  prevu: Montant | null
  realise: Montant | null
}

export interface TotalLignes {
  lignes: number
  prevu: Total
  realise: Total
}

export interface TotauxBudget {
  /** oldest year first; lines without a year last */
  parAnnee: (TotalLignes & { annee: number | null })[]
  /** in the order the lines name them */
  parFinanceur: (TotalLignes & { financeur: string })[]
  total: TotalLignes
}

const sum = (lignes: readonly LigneRegle[]): TotalLignes => ({
  lignes: lignes.length,
  prevu: computeTotal(lignes.map(({ prevu }) => prevu)),
  realise: computeTotal(lignes.map(({ realise }) => realise)),
})

function group<Cle>(lignes: readonly LigneRegle[], readCle: (ligne: LigneRegle) => Cle): Map<Cle, LigneRegle[]> {
  const groupes = new Map<Cle, LigneRegle[]>()
  for (const ligne of lignes) groupes.set(readCle(ligne), [...(groupes.get(readCle(ligne)) ?? []), ligne])
  return groupes
}

/** Totals of a budget by year and by financer: derived each time, never stored. */
export function computeTotauxBudget(lignes: readonly LigneRegle[]): TotauxBudget {
  const parAnnee = [...group(lignes, ({ annee }) => annee)].map(([annee, siennes]) => ({ annee, ...sum(siennes) }))
  const parFinanceur = [...group(lignes, ({ financeur }) => foldMots(financeur)).values()].map((siennes) => ({
    financeur: siennes[0]?.financeur.trim() ?? '',
    ...sum(siennes),
  }))
  return {
    parAnnee: parAnnee.sort((a, b) => (a.annee ?? Infinity) - (b.annee ?? Infinity) || 0),
    parFinanceur,
    total: sum(lignes),
  }
}

/** 'Prévu au moins 12 000 €, réalisé inconnu. 2 montants manquent.' */
export function formatResumeBudget({ lignes, prevu, realise }: TotalLignes): string {
  if (lignes === 0) return 'Aucune ligne de budget.'
  const manquent = prevu.inconnus
  const phrase = `Prévu ${formatTotal(prevu)}, réalisé ${formatTotal(realise)}.`
  return manquent === 0
    ? phrase
    : `${phrase} ${manquent} ${formatAccord(manquent, 'montant prévu manque', 'montants prévus manquent')}.`
}
