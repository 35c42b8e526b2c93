/** What a row is called by people: « la fiche 1.1 « Un guichet unique » », « le COPIL du 8 décembre 2026 ». */
import { MOTS_COTE, SIGLES } from '@/lib/competences/words'
import { NOMS_THEMES } from '@/lib/cooperation/schemas/words'
import { formatDateCourte, isDateCivile } from '@/lib/platform/dates'
import { capitalise } from '@/lib/platform/mots'
import { findCible } from '../words/liens'
import { NOMS } from '../words/noms'
import type { Colonnes, LigneJournal, Noms } from '../types'

/** Longest name told whole. */
const LONGUEUR_NOM = 110

/** Where `Noms` keeps a row. */
export const toCle = (objet: string, id: unknown): string => `${objet} ${String(id)}`

/** A row of a table, wherever it comes from. */
export interface Rangee {
  objet: string
  ligne: Colonnes
}

/** What a column says, as text; null when it says nothing. */
export function readTexte(ligne: Colonnes, colonne: string): string | null {
  const valeur = ligne[colonne]
  if (typeof valeur === 'number') return String(valeur)
  return typeof valeur === 'string' && valeur.trim() !== '' ? valeur : null
}

/** The row that a line of the journal is about: whole where it came or went, else as it stands with what the line says. */
export function buildRangee({ objet, objetId, libelle, avant, apres }: LigneJournal, noms: Noms): Rangee {
  if (avant === null || apres === null) return { objet, ligne: apres ?? avant ?? {} }
  const lue = noms.get(toCle(objet, objetId))
  const parLibelle = libelle === null ? {} : { [NOMS[objet]?.propre?.[0] ?? 'nom']: libelle }
  return { objet, ligne: { ...(lue ?? parLibelle), ...avant, ...apres } }
}

/** The row at the end of a path of columns; null where a step is not known. */
export function findRangee(depart: Rangee, chemin: readonly string[], noms: Noms): Rangee | null {
  return chemin.reduce<Rangee | null>((rangee, colonne) => {
    const cible = rangee && findCible(rangee.objet, colonne)
    const id = rangee?.ligne[colonne]
    const ligne = cible && id !== null && id !== undefined ? noms.get(toCle(cible, id)) : undefined
    return cible && ligne ? { objet: cible, ligne } : null
  }, depart)
}

const cut = (texte: string): string => {
  const ligne = texte.replace(/\s+/g, ' ').trim()
  return ligne.length > LONGUEUR_NOM ? `${ligne.slice(0, LONGUEUR_NOM).trimEnd()}…` : ligne
}

const cite = (texte: string): string => `« ${cut(texte)} »`

/** « 2026 » → « de 2026 »; « 1er trimestre » → « de la période « 1er trimestre » ». */
const formatPeriode = (periode: string): string =>
  /^\d{4}$/.test(periode) ? `de ${periode}` : `de la période ${cite(periode)}`

/** The name alone, without what kind of row it is: « Un guichet unique », « 3 mars 2026 »; null where nothing names it. */
export function formatNomPropre({ objet, ligne }: Rangee, noms: Noms): string | null {
  const { propre = [], par } = NOMS[objet] ?? {}
  if (objet === 'fiche_theme' || objet === 'poste_theme')
    return NOMS_THEMES[readTexte(ligne, 'theme_code') as keyof typeof NOMS_THEMES] ?? null
  if (objet === 'representant') return ['prenom', 'nom'].flatMap((cle) => readTexte(ligne, cle) ?? []).join(' ') || null
  const [lu] = propre.flatMap((colonne) => readTexte(ligne, colonne) ?? [])
  if (lu !== undefined) return isDateCivile(lu.slice(0, 10)) ? formatDateCourte(lu.slice(0, 10)) : cut(lu)
  const autre = par ? findRangee({ objet, ligne }, par, noms) : null
  return autre ? formatNomPropre(autre, noms) : null
}

const formatReunion = (rangee: Rangee, noms: Noms): string => {
  const instance = findRangee(rangee, ['instance_id'], noms)
  const sigle = SIGLES[String(instance?.ligne.type)]
  const nom = instance && readTexte(instance.ligne, 'nom')
  const qui = sigle ? `le ${sigle}` : nom ? `la réunion ${cite(nom)}` : 'la réunion'
  const date = readTexte(rangee.ligne, 'date')?.slice(0, 10)
  return isDateCivile(date) ? `${qui} du ${formatDateCourte(date)}` : qui
}

const NOM_PILOTAGE: Readonly<Record<string, string>> = {
  PILOTE: 'le pilote',
  PORTEUR: 'le porteur',
  PARTENAIRE: 'le partenaire',
}

/**
 * A row in a sentence, with its article.
 * @param court by its number alone, where it has one
 */
export function formatNom(rangee: Rangee, noms: Noms, court = false): string {
  const { objet, ligne } = rangee
  const { nom } = NOMS[objet] ?? { nom: 'l’élément' }
  const propre = formatNomPropre(rangee, noms)
  if (objet === 'reunion') return formatReunion(rangee, noms)
  if (objet === 'instance' && SIGLES[String(ligne.type)]) return `le ${SIGLES[String(ligne.type)]}`
  if (objet === 'mesure' || objet === 'cible_indicateur') return propre ? `${nom} ${formatPeriode(propre)}` : nom
  if (objet === 'deliberation') return propre ? `${nom} du ${propre}` : nom
  if (objet === 'utilisateur' || objet === 'charge_cooperation') return propre ?? nom
  if (objet === 'appreciation') {
    const cote = MOTS_COTE[ligne.cote as keyof typeof MOTS_COTE] as string | undefined
    return cote ? `${nom} de ${cote}` : nom
  }
  const qui = objet === 'pilotage' ? (NOM_PILOTAGE[String(ligne.role)] ?? nom) : nom
  const numero = readTexte(ligne, 'numero')
  const titre = propre === null || (court && numero) ? null : `« ${propre} »`
  const annee = readTexte(ligne, 'annee')
  return [qui, numero, titre, annee && `de ${annee}`].filter(Boolean).join(' ')
}

/** « le COPIL » → « du COPIL ». */
export const formatDe = (nom: string): string => (nom.startsWith('le ') ? `du ${nom.slice(3)}` : `de ${nom}`)

/** « le COPIL » → « au COPIL ». */
export const formatA = (nom: string): string => (nom.startsWith('le ') ? `au ${nom.slice(3)}` : `à ${nom}`)

/** The row that this one hangs on; null where it hangs on none, or on none that is known. */
export function findParent(rangee: Rangee, noms: Noms): Rangee | null {
  for (const chemin of NOMS[rangee.objet]?.dans ?? []) {
    const parent = findRangee(rangee, chemin, noms)
    if (parent) return parent
  }
  return null
}

/** Rows that only their indicateur explains: it stands between brackets, with its fiche. */
const ENTRE_PARENTHESES: ReadonlySet<string> = new Set(['indicateur'])

/**
 * Where a row hangs, to put after its name: « de la fiche 1.1 », « (indicateur « … » de la fiche 1.1) »; empty where it
 * hangs on nothing.
 * @param joindre « de » or « à »
 */
export function formatComplement(rangee: Rangee, noms: Noms, joindre: (nom: string) => string = formatDe): string {
  const parent = findParent(rangee, noms)
  // The meeting already tells its instance.
  if (!parent || rangee.objet === 'reunion') return ''
  if (ENTRE_PARENTHESES.has(parent.objet)) {
    const nom = formatNom(parent, noms).replace(/^l’/, '')
    return ` (${nom}${formatComplement(parent, noms)})`
  }
  return ` ${joindre(formatNom(parent, noms, true))}`
}

/** A row with where it hangs: « l’étape 2 « Ouvrir » de la fiche 1.1 ». */
export const formatNomEntier = (rangee: Rangee, noms: Noms): string =>
  `${formatNom(rangee, noms)}${formatComplement(rangee, noms)}`

/** What the rows of a table are called together, as a choice: « Points d’ordre du jour ». */
export const formatObjet = (objet: string): string => capitalise(NOMS[objet]?.pluriel ?? 'autres')
