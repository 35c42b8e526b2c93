/** What changed of a row, field by field, in words: what stays folded under a sentence. */
import { NOMS_THEMES } from '@/lib/cooperation/schemas/words'
import { formatJourMois } from '@/lib/gouvernance/frequence/rules/moments-phrases'
import { formatDateCourte, isDateCivile, todayParis } from '@/lib/platform/dates'
import { formatHeure } from '@/lib/platform/heures'
import { findColonne, readNom, readValeur, type MotsColonne } from '@/lib/platform/mots'
import { formatEuros, formatNombre, formatPourcent } from '@/lib/platform/nombres'
import { findCible } from '../words/liens'
import { MOTS_LIENS } from '../words/mots-liens'
import { NOMS } from '../words/noms'
import { AUTEURS, CACHEES, TABLES } from '../words/tables'
import { formatNomEntier, formatNomPropre, toCle } from './noms'
import type { Changement, Colonnes, Noms } from '../types'

/** What is there where nothing is. */
export const RIEN = '–'

const EUROS: ReadonlySet<string> = new Set(['prevu', 'realise', 'montant'])
const POURCENTS: ReadonlySet<string> = new Set(['avancement', 'part'])
const HEURES: ReadonlySet<string> = new Set(['heure_debut', 'heure_fin'])
/** Figures that are no quantity: their digits are not grouped. */
const NUMEROS: ReadonlySet<string> = new Set(['annee', 'numero', 'numero_version', 'jour'])

function readColonne(objet: string, colonne: string): MotsColonne {
  const lue = findColonne(TABLES, objet, colonne) ?? { mots: MOTS_LIENS[colonne] ?? readNom(colonne) }
  return colonne === 'theme_code' ? { ...lue, valeurs: NOMS_THEMES } : lue
}

/** A code nobody wrote the words of, as well as can be read. */
const softenCode = (mots: string): string =>
  /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(mots) ? mots.replaceAll('_', ' ').toLowerCase() : mots

function formatNombreDe(colonne: string, valeur: number): string {
  if (NUMEROS.has(colonne)) return String(valeur)
  if (!/^-?\d+(\.\d+)?$/.test(String(valeur))) return String(valeur).replace('.', ',')
  if (EUROS.has(colonne)) return formatEuros(valeur)
  return POURCENTS.has(colonne) ? formatPourcent(String(valeur)) : formatNombre(valeur)
}

/** The other row that a column leads to, by its name; null when it is not known any more. */
function formatLien(cible: string, valeur: unknown, noms: Noms): string | null {
  const ligne = noms.get(toCle(cible, valeur))
  if (!ligne) return null
  const rangee = { objet: cible, ligne }
  return cible === 'reunion' || NOMS[cible]?.propre === undefined
    ? formatNomEntier(rangee, noms)
    : formatNomPropre(rangee, noms)
}

/** Values kept as a structure: what of it a person wrote, one thing after the other. */
function formatStructure(valeur: object): string {
  if ('mots' in valeur && typeof valeur.mots === 'string') {
    const { du, au } = valeur as { du?: unknown; au?: unknown }
    const jours = typeof du === 'string' && typeof au === 'string'
    return jours ? `${valeur.mots} (du ${formatJourMois(du)} au ${formatJourMois(au)})` : valeur.mots
  }
  const textes = Object.entries(valeur).flatMap(([cle, v]) => {
    if (typeof v === 'number') return cle === 'annee' ? String(v) : `${readNom(cle)} ${formatNombre(v)}`
    return typeof v === 'string' && v !== '' && !/^[A-Z_]+$/.test(v) ? v : []
  })
  return textes.join(', ') || 'précisé'
}

/** A value of a row as people write it: date, figure, state, text, list, name of another row. */
export function formatValeur(objet: string, cle: string, valeur: unknown, noms: Noms): string {
  if (valeur === null || valeur === undefined || valeur === '') return RIEN
  const cible = findCible(objet, cle)
  if (cible !== null) return formatLien(cible, valeur, noms) ?? 'précisé'
  const colonne = readColonne(objet, cle)
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  if (typeof valeur === 'number') return formatNombreDe(cle, valeur)
  if (Array.isArray(valeur)) return valeur.map((membre) => formatValeur(objet, cle, membre, noms)).join(' · ') || RIEN
  if (typeof valeur === 'object') return formatStructure(valeur)
  const texte = String(valeur)
  if (HEURES.has(cle)) return formatHeure(texte)
  if (/^\d{4}-\d{2}-\d{2}$/.test(texte) && isDateCivile(texte)) return formatDateCourte(texte)
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(texte)) {
    const instant = new Date(texte)
    return Number.isNaN(instant.getTime()) ? texte : formatDateCourte(todayParis(instant))
  }
  const mots = readValeur(colonne, texte)
  return mots === texte ? softenCode(texte) : mots
}

/** Columns that the sentence already tells of a row that comes or goes: where it hangs, and who wrote it. */
const listDites = (objet: string): ReadonlySet<string> => {
  const { par = [], dans = [] } = NOMS[objet] ?? {}
  return new Set([...par.slice(0, 1), ...dans.flatMap((chemin) => chemin.slice(0, 1)), ...AUTEURS])
}

/** Field by field, from what to what. A creation has no « de », a removal no « vers ». */
export function listChangements(
  objet: string,
  avant: Colonnes | null,
  apres: Colonnes | null,
  noms: Noms,
): Changement[] {
  const dites = avant && apres ? AUTEURS : listDites(objet)
  const cles = [...new Set([...Object.keys(avant ?? {}), ...Object.keys(apres ?? {})])].filter(
    (cle) => !CACHEES.has(cle) && !dites.has(cle),
  )
  return cles.map((cle) => ({
    champ: readColonne(objet, cle).mots,
    de: avant ? formatValeur(objet, cle, avant[cle], noms) : null,
    vers: apres ? formatValeur(objet, cle, apres[cle], noms) : null,
  }))
}
