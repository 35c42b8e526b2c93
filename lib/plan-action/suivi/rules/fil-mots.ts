/** The lines of the journal of a fiche in words: what rows, columns and values are called by people. */
import { formatDateCourte, isDateCivile } from '@/lib/platform/dates'
import { formatEuros, formatNombre, formatPourcent } from '@/lib/platform/nombres'
import { MOTS_COTE, MOTS_NIVEAU } from '../words/suivi'
import type { Colonnes } from '../types/fil'

/** Rows of their own: what they are called, and whether the word is masculine. */
export const RANGEES: Record<string, { nom: string; masculin?: true }> = {
  fiche_action: { nom: 'Fiche' },
  etape: { nom: 'Étape' },
  indicateur: { nom: 'Indicateur', masculin: true },
  mesure: { nom: 'Mesure' },
  cible_indicateur: { nom: 'Cible' },
  accord_mesure: { nom: 'Accord sur une mesure', masculin: true },
  ligne_budget: { nom: 'Ligne de budget' },
  lien_fiche: { nom: 'Lien', masculin: true },
  fiche_document: { nom: 'Document', masculin: true },
  appreciation: { nom: 'Appréciation' },
  invitation_fiche: { nom: 'Lien d’invitation', masculin: true },
}

const COLONNES_COMMUNES: Record<string, string> = {
  numero: 'numéro',
  titre: 'titre',
  description: 'description',
  statut: 'statut',
  libelle: 'libellé',
  note: 'note',
  nature: 'nature',
  unite: 'unité',
  source: 'source',
  texte: 'texte',
  valeur: 'valeur',
  valeur_prevue: 'valeur prévue',
  periode_texte: 'période',
  periode_debut: 'début',
  periode_fin: 'fin',
  debut: 'début',
  fin: 'fin',
  annee: 'année',
  financeur: 'financeur',
  prevu: 'prévu',
  realise: 'réalisé',
  precision: 'précision',
  adresse: 'adresse',
  niveau: 'avis',
  motif: 'raison',
  avancement: 'pourcentage',
  avancement_motif: 'raison',
  cible: 'valeur',
  cible_texte: 'en mots',
  reference: 'valeur',
  reference_texte: 'date',
  a_rediger: 'à rédiger',
  redaction_motif: 'raison',
  redaction_echeance: 'pour le',
  redaction_avenant_id: 'avenant',
  evolution: 'suit une évolution',
  sens: 'sens attendu',
  frequence: 'fréquence',
  fournisseur: 'qui fournit la valeur',
  ventilation: 'ventilation',
  ventilation_genre: 'ventilée par',
  ventiles: 'parts',
  confirmation: 'à confirmer par',
  etat: 'état',
  organisme_id: 'organisme',
  a_definir: 'à définir',
  ordre: 'place',
  le: 'date',
  nom: 'nom',
  expire_le: 'valable jusqu’au',
  revoquee_le: 'retiré le',
  axe_id: 'axe',
  etape_id: 'étape',
}

export const formatColonne = (colonne: string): string => COLONNES_COMMUNES[colonne] ?? colonne.replaceAll('_', ' ')

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

const VALEURS: Record<string, string> = {
  A_ENGAGER: 'à engager',
  EN_COURS: 'en cours',
  REALISEE: 'réalisée',
  REPORTEE: 'reportée',
  ABANDONNEE: 'abandonnée',
  A_PRECISER: 'à préciser',
  PILOTE: 'pilote',
  PORTEUR: 'porteur',
  PARTENAIRE: 'partenaire',
  NOMBRE: 'nombre',
  POURCENTAGE: 'pourcentage',
  MONTANT: 'montant',
  LIVRABLE: 'livrable',
  PREVU_REALISE: 'prévu et réalisé',
  QUALITATIF: 'en mots',
  CARTE_DOCUMENT: 'carte ou document',
  MENSUELLE: 'chaque mois',
  TRIMESTRIELLE: 'chaque trimestre',
  SEMESTRIELLE: 'chaque semestre',
  ANNUELLE: 'chaque année',
  UNIQUE: 'une fois',
  COMMUNE: 'par commune',
  EMPLOYEUR: 'par employeur',
  TYPE: 'par type',
  AUTRE: 'autrement',
  CONFIRMEE: 'confirmée',
  PROPOSEE: 'proposée',
  HAUSSE: 'à la hausse',
  BAISSE: 'à la baisse',
  COORDINATION: 'la coordination',
  CAF: 'la Caf',
  ...MOTS_NIVEAU,
}

/** Columns whose value is one of a closed list: elsewhere, capitals are somebody’s words. */
const CODES: ReadonlySet<string> = new Set([
  'statut',
  'role',
  'nature',
  'frequence',
  'ventilation_genre',
  'etat',
  'sens',
  'confirmation',
  'niveau',
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
export function formatValeurColonne(colonne: string, valeur: string | null | undefined): string | null {
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
  return CODES.has(colonne) ? (VALEURS[valeur] ?? valeur) : valeur
}

/** What a new or withdrawn row says, in a few words. */
export function formatRangee(objet: string, ligne: Colonnes, sujet: string | null): string | null {
  const dire = (...colonnes: string[]) =>
    colonnes.map((colonne) => formatValeurColonne(colonne, ligne[colonne])).filter((mots) => mots !== null)
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
      return [...dire('niveau'), ...dire('texte')].join('\u00A0: ') || null
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
    const cote = sujet === 'CAF' || sujet === 'COORDINATION' ? MOTS_COTE[sujet].replace(/^La/, 'la') : null
    return cote ? `Appréciation de ${cote}` : 'Appréciation'
  }
  const nom = RANGEES[objet]?.nom ?? objet.replaceAll('_', ' ')
  return sujet ? `${nom}\u00A0: ${sujet}` : nom
}
