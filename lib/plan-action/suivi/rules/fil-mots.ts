/** The lines of the journal of a fiche in words. */
import { formatDateCourte, isDateCivile } from '@/lib/platform/dates'
import { formatEuros, formatNombre, formatPourcent } from '@/lib/platform/nombres'
import { readValeur } from '@/lib/platform/mots'
import { readColonne, readRangee } from '@/lib/plan-action/champs/rules/tables'
import { MOTS_COTE } from '@/lib/competences/words'
import type { Colonnes } from '../types/fil'

/** What a column is called by itself. */
export const formatColonne = (objet: string, colonne: string): string => readColonne(objet, colonne).mots

/** The same beside the name of its field. */
export function formatPartie(objet: string, colonne: string): string {
  const { mots, partie } = readColonne(objet, colonne)
  return partie ?? mots
}

/** Columns that say nothing to a person, or that another line of the thread already tells. */
export const CACHEES: ReadonlySet<string> = new Set([
  'id',
  'ref',
  'fiche_action_id',
  'plan_id',
  'indicateur_id',
  'mesure_id',
  'utilisateur_id',
  'auteur_id',
  'origine_id',
  'instant',
  'document_id',
  'commune_id',
  'theme_code',
  'confirmee_par_id',
  'confirmee_le',
  'cree_par_id',
  'email',
  'cote',
])

const NOMBRES: ReadonlySet<string> = new Set(['valeur', 'valeur_prevue', 'cible', 'reference', 'annee'])
const MONTANTS: ReadonlySet<string> = new Set(['prevu', 'realise'])
/** Keys of other rows: that they changed is said, not what they are. */
const RENVOIS: ReadonlySet<string> = new Set(['redaction_avenant_id', 'organisme_id', 'etape_id', 'ordre'])

/** Trailing zeros of a decimal that PostgreSQL pads. */
const trimDecimal = (valeur: string): string =>
  valeur.includes('.') ? valeur.replace(/0+$/, '').replace(/\.$/, '') : valeur

/** A value of a column as people write it; null when there is none. */
export function formatValeurColonne(objet: string, colonne: string, valeur: string | null | undefined): string | null {
  if (valeur === null || valeur === undefined || valeur === '') return null
  if (RENVOIS.has(colonne)) return 'précisé'
  if (colonne === 'annee') return valeur
  if (valeur === 'true' || valeur === 'false') return valeur === 'true' ? 'oui' : 'non'
  if (colonne === 'avancement') return formatPourcent(valeur)
  if (/^-?\d+(\.\d+)?$/.test(valeur)) {
    if (MONTANTS.has(colonne)) return formatEuros(trimDecimal(valeur))
    if (NOMBRES.has(colonne)) return formatNombre(trimDecimal(valeur))
  }
  if (isDateCivile(valeur.slice(0, 10)) && /^.{10}(T|$)/.test(valeur)) return formatDateCourte(valeur.slice(0, 10))
  return readValeur(readColonne(objet, colonne), valeur)
}

/** What a new or withdrawn row says, in a few words. */
export function formatRangee(objet: string, ligne: Colonnes, sujet: string | null): string | null {
  const dire = (...colonnes: string[]) =>
    colonnes.map((colonne) => formatValeurColonne(objet, colonne, ligne[colonne])).filter((mots) => mots !== null)
  switch (objet) {
    case 'mesure': {
      const [valeur] = dire('valeur', 'texte', 'valeur_prevue')
      return (
        [valeur, ...dire('periode_texte').map((mots) => `(${mots})`), ...dire('ventilation')]
          .filter(Boolean)
          .join(' ') || null
      )
    }
    case 'cible_indicateur':
      return (
        [...dire('valeur', 'texte').slice(0, 1), ...dire('periode_texte').map((mots) => `(${mots})`)].join(' ') || null
      )
    case 'ligne_budget':
      return [dire('annee')[0], ligne.financeur, ligne.libelle].filter(Boolean).join(', ') || null
    case 'lien_fiche':
      return ligne.libelle ?? null
    case 'appreciation':
      return [...dire('niveau'), ...dire('texte')].join(' : ') || null
    case 'invitation_fiche':
      return ligne.nom ?? null
    case 'indicateur':
      return ligne.libelle ?? null
    case 'etape':
      return [ligne.numero, ligne.titre].filter(Boolean).join('. ') || null
    case 'pilotage':
      return [ligne.texte, ...dire('role').map((mots) => `(${mots})`)].filter(Boolean).join(' ') || null
    default:
      return sujet
  }
}

/** What a row is called in front of its change: « Étape 1. Forum des métiers », « Appréciation de la Caf ». */
export function formatSujet(objet: string, sujet: string | null): string | null {
  if (objet === 'fiche_action') return null
  if (objet === 'appreciation') {
    const cote = sujet === 'CAF' || sujet === 'COORDINATION' ? MOTS_COTE[sujet] : null
    return cote ? `Appréciation de ${cote}` : 'Appréciation'
  }
  const { nom } = readRangee(objet)
  return sujet ? `${nom} : ${sujet}` : nom
}
