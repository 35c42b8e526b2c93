/** A value as people type it, and as it is kept: exact decimals as text, or words. No clock, no database. */
import { formatEuros, formatNombre, formatPourcent } from '@/lib/platform/nombres'
import type { NatureIndicateur } from '@/lib/plan-action/indicateurs/words'

/** What was measured: what was achieved, what was planned, and words; decimals are exact, as text. */
export interface ValeurMesure {
  valeur: string | null
  prevue: string | null
  texte: string | null
}

export type LectureMesure = ({ ok: true } & ValeurMesure) | { ok: false; message: string }

const refuse = (message: string) => ({ ok: false as const, message })
const MOTS: ReadonlySet<NatureIndicateur> = new Set(['QUALITATIF', 'CARTE_DOCUMENT'])

/** '84 904' and '84904' → '84904', '1,6' → '1.6', '−3' → '-3', '007,50' → '7.5'; null when it is no number with four decimals at most. */
export function parseDecimal(saisie: string): string | null {
  const match = /^([-\u2212+]?)\s*(\d{1,12}|\d{1,3}(?:\s\d{3}){1,3})(?:\s?[.,]\s?(\d{1,4}))?$/.exec(saisie.trim())
  if (!match) return null
  const [, signe = '', entier = '', decimales = ''] = match
  const net = entier.replace(/\s/g, '').replace(/^0+(?=\d)/, '')
  const reste = decimales.replace(/0+$/, '')
  const nombre = reste ? `${net}.${reste}` : net
  return signe === '' || signe === '+' || nombre === '0' ? nombre : `-${nombre}`
}

const SUFFIXES: Partial<Record<NatureIndicateur, string>> = { POURCENTAGE: '%', MONTANT: '€' }

/** Takes the unit off the end of what was typed: '19,4 %', '12 345,50 €', '412 jours'. */
function removeUnite(nature: NatureIndicateur, saisie: string, unite: string | null): string {
  const suffixe = SUFFIXES[nature] ?? unite
  if (!suffixe || !saisie.toLowerCase().endsWith(suffixe.toLowerCase())) return saisie
  return saisie.slice(0, -suffixe.length).trim()
}

const EXEMPLES: Partial<Record<NatureIndicateur, string>> = {
  POURCENTAGE: 'Écrivez un pourcentage, par exemple 19,4 (quatre décimales au plus).',
  MONTANT: 'Écrivez un montant en euros, par exemple 12 345,50.',
  PREVU_REALISE: 'Écrivez le réalisé et le prévu, par exemple 12 / 15.',
}

function parseNombre(
  nature: NatureIndicateur,
  saisie: string,
  unite: string | null,
): { ok: true; nombre: string } | { ok: false; message: string } {
  const nombre = parseDecimal(removeUnite(nature, saisie.trim(), unite))
  if (nombre === null)
    return refuse(EXEMPLES[nature] ?? 'Écrivez un nombre, par exemple 12 ou 1,6 (quatre décimales au plus).')
  if (nature === 'POURCENTAGE' && (Number(nombre) < 0 || Number(nombre) > 100))
    return refuse('Un pourcentage va de 0 à 100.')
  return { ok: true, nombre }
}

/** 'oui', 'non', 'oui : signée le 3 mars': done or not, and its words. */
function parseLivrable(saisie: string): LectureMesure {
  const match = /^(oui|non|pas encore)(?:\s*[:,–-]\s*(\S[\s\S]*))?\.?$/i.exec(saisie)
  if (!match) return refuse('Répondez par oui ou par non.')
  return {
    ok: true,
    valeur: match[1]?.toLowerCase() === 'oui' ? '1' : '0',
    prevue: null,
    texte: match[2]?.trim() ?? null,
  }
}

/** '12 / 15' and '12 sur 15': achieved, then planned; '/ 15' says what is planned alone. */
function parsePaire(saisie: string, unite: string | null): LectureMesure {
  const [realise = '', prevu, ...reste] = saisie.split(/\s*\/\s*|\s+sur\s+/)
  if (reste.length > 0 || (realise.trim() === '' && prevu === undefined)) return refuse(EXEMPLES.PREVU_REALISE ?? '')
  const lus = [realise, prevu ?? ''].map((partie) =>
    partie.trim() === '' ? null : parseNombre('PREVU_REALISE', partie, unite),
  )
  const erreur = lus.find((lu) => lu !== null && !lu.ok)
  if (erreur && !erreur.ok) return erreur
  const [valeur, prevue] = lus.map((lu) => (lu?.ok ? lu.nombre : null))
  return valeur == null && prevue == null
    ? refuse(EXEMPLES.PREVU_REALISE ?? '')
    : { ok: true, valeur: valeur ?? null, prevue: prevue ?? null, texte: null }
}

/**
 * Reads a typed value according to what its indicator measures: a number, a percentage, an amount, oui or non for a
 * deliverable, achieved and planned, words for what is described.
 * @param saisie what was typed, not empty
 * @param unite unit of the indicator, which may be typed after the number
 */
export function parseMesure(nature: NatureIndicateur, saisie: string, unite: string | null = null): LectureMesure {
  const net = saisie.trim()
  if (net === '') return refuse('Saisissez la valeur constatée.')
  if (MOTS.has(nature)) return { ok: true, valeur: null, prevue: null, texte: net }
  if (nature === 'LIVRABLE') return parseLivrable(net)
  if (nature === 'PREVU_REALISE') return parsePaire(net, unite)
  const lu = parseNombre(nature, net, unite)
  return lu.ok ? { ok: true, valeur: lu.nombre, prevue: null, texte: null } : lu
}

/** A target or a baseline as stored: an exact decimal or a text, never both. */
export type LectureValeur = { ok: true; valeur: string | null; texte: string | null } | { ok: false; message: string }

/** Reads a target according to what its indicator measures: what is planned and achieved aims at one number. */
export function parseValeur(nature: NatureIndicateur, saisie: string, unite: string | null = null): LectureValeur {
  if (nature !== 'PREVU_REALISE') return parseMesure(nature, saisie, unite)
  const lu = parseNombre('NOMBRE', saisie, unite)
  return lu.ok ? { ok: true, valeur: lu.nombre, texte: null } : lu
}

/** A value as one types it again: '84 904', '19,4 %', '12 345,50 €', 'oui', '12 / 15'; read back by {@link parseMesure}. */
export function formatSaisie(nature: NatureIndicateur, { valeur, prevue, texte }: ValeurMesure): string {
  if (nature === 'LIVRABLE' && valeur !== null)
    return `${Number(valeur) > 0 ? 'oui' : 'non'}${texte ? ` : ${texte}` : ''}`
  if (nature === 'PREVU_REALISE' && prevue !== null)
    return `${valeur === null ? '' : `${formatNombre(valeur)} `}/ ${formatNombre(prevue)}`
  if (valeur === null) return texte ?? ''
  if (nature === 'POURCENTAGE') return formatPourcent(valeur)
  return nature === 'MONTANT' ? formatEuros(valeur) : formatNombre(valeur)
}
