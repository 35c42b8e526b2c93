import { z } from 'zod'
import { identifiant, slugConvention } from '@/lib/platform/strict'
import { LONGUEUR_SUIVI, STATUTS, type NatureIndicateur } from './schema-mots'

/** What the address of the plan and the forms of a fiche may carry. */

/** Key of an axe or of a fiche in an address. */
const ref = slugConvention
const version = z.int().min(0)
const statut = z.enum(STATUTS, 'Choisissez un statut de la liste.')

export const ficheSchema = z.strictObject({ convention: slugConvention, ref })

/** The input of every write on a fiche names it in `fiche`: a pilote is let through on theirs alone. */
const surFiche = { convention: slugConvention, fiche: identifiant }

export const updateStatutFicheSchema = z.strictObject({ ...surFiche, version, statut })

export const updateStatutEtapeSchema = z.strictObject({ ...surFiche, etape: identifiant, version, statut })

export const updateSuiviFicheSchema = z.strictObject({
  ...surFiche,
  version,
  suivi: z.string().trim().max(LONGUEUR_SUIVI, 'Raccourcissez la note\u00A0: 5\u202F000 caractères au plus.').transform((texte) => texte || null),
  /** percent, null when nobody said it */
  avancement: z.int('Écrivez un nombre entier de 0 à 100.').min(0, 'L’avancement va de 0 à 100\u202F%.').max(100, 'L’avancement va de 0 à 100\u202F%.').nullable(),
})

export const recordMesureSchema = z.strictObject({
  ...surFiche,
  indicateur: identifiant,
  /** the measure being corrected, null for a first value of that year */
  mesure: z.strictObject({ id: identifiant, version }).nullable(),
  annee: z.int('Écrivez une année sur quatre chiffres.').min(1990, 'L’année paraît fausse\u00A0: écrivez-la sur quatre chiffres.').max(2100, 'L’année paraît fausse\u00A0: écrivez-la sur quatre chiffres.'),
  valeur: z.string().trim().min(1, 'Saisissez la valeur constatée.').max(2000, 'Raccourcissez la valeur\u00A0: 2\u202F000 caractères au plus.'),
  source: z.string().trim().max(300, 'Raccourcissez la source\u00A0: 300 caractères au plus.').transform((texte) => texte || null),
})

/** A value as stored: an exact decimal or a text, never both. */
export type LectureValeur = { ok: true; valeur: string | null; texte: string | null } | { ok: false; message: string }

const refuse = (message: string): LectureValeur => ({ ok: false, message })

/**
 * Reads a typed value according to the nature of its indicator: a number ("1,6", "1.6", "84 904"), oui or non for a
 * deliverable (1 or 0), words for what is described. Up to four decimals, as the database keeps them.
 */
export function parseValeur(nature: NatureIndicateur, saisie: string): LectureValeur {
  if (nature === 'QUALITATIF' || nature === 'CARTE_DOCUMENT') return { ok: true, valeur: null, texte: saisie }
  if (nature === 'LIVRABLE') {
    const reponse = saisie.toLowerCase()
    if (reponse === 'oui' || reponse === 'non') return { ok: true, valeur: reponse === 'oui' ? '1' : '0', texte: null }
    return refuse('Répondez par oui ou par non.')
  }
  const nombre = saisie.replace(/[\s%€]/g, '').replace(',', '.').replace(/^\u2212/, '-')
  if (!/^-?\d{1,12}(\.\d{1,4})?$/.test(nombre)) return refuse('Écrivez un nombre, par exemple 12 ou 1,6 (quatre décimales au plus).')
  if (nature === 'POURCENTAGE' && (Number(nombre) < 0 || Number(nombre) > 100)) return refuse('Un pourcentage va de 0 à 100.')
  return { ok: true, valeur: nombre, texte: null }
}
