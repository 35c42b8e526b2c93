/** How far a fiche has come and how long nobody has spoken of it: derived, unless somebody said otherwise and why. */
import { daysBetween, formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { formatPourcent } from '@/lib/platform/nombres'
import { formatAccord, formatCompte } from '@/lib/platform/typographie'
import { isClose, type StatutFiche } from '@/lib/plan-action/champs/rules/echeance'

/** After so many days without a word, a fiche that should be moving is silent. */
export const SILENCE_FICHE_JOURS = 90

/** What the étapes of a fiche say of its progress. */
export interface AvancementEtapes {
  realisees: number
  /** étapes that count: those abandoned are out */
  total: number
  /** whole percent */
  valeur: number
}

export interface AvancementFiche {
  /** whole percent, null when nobody knows */
  valeur: number | null
  origine: 'DIT' | 'ETAPES' | 'INCONNU'
  etapes: AvancementEtapes | null
  /** « 2 étapes sur 5 réalisées », « 60 % selon la coordination : … ; les étapes disent 40 %. » */
  phrase: string
}

/**
 * Nearest whole percent, in whole numbers. What is not finished never reads 100 %, and what has begun never reads 0 %.
 */
export function computePourcent(realisees: number, total: number): number {
  if (realisees === total) return 100
  if (realisees === 0) return 0
  return Math.min(99, Math.max(1, Math.floor((200 * realisees + total) / (2 * total))))
}

/**
 * Progress as the étapes give it: those done among those that count. An étape under way counts for nothing yet: « half »
 * would be a figure that nobody said, and the percent would no longer be the sentence that stands beside it. Étapes
 * abandoned are out; those put off are still to be done. No étape left, or none whose status anybody gave: unknown.
 */
export function computeAvancementEtapes(statuts: readonly StatutFiche[]): AvancementEtapes | null {
  const comptees = statuts.filter((statut) => statut !== 'ABANDONNEE')
  if (comptees.every((statut) => statut === 'A_PRECISER')) return null
  const realisees = comptees.filter((statut) => statut === 'REALISEE').length
  return { realisees, total: comptees.length, valeur: computePourcent(realisees, comptees.length) }
}

const formatEtapes = ({ realisees, total }: AvancementEtapes): string =>
  realisees === 0
    ? `Aucune étape réalisée sur ${total}`
    : `${formatCompte(realisees, 'étape')} sur ${total} ${formatAccord(realisees, 'réalisée')}`

interface Dit {
  avancement: number | null
  motif: string | null
  /** who said it, « la coordination »; unknown to who may not read the journal */
  selon?: string | null
}

/** Progress of a fiche: what somebody said, with their reason and what the étapes say, else what the étapes say. */
export function computeAvancementFiche(
  statuts: readonly StatutFiche[],
  { avancement, motif, selon }: Dit,
): AvancementFiche {
  const etapes = computeAvancementEtapes(statuts)
  if (avancement !== null) {
    const dit = `${formatPourcent(avancement)} ${selon ? `selon ${selon}` : formatAccord(avancement, 'déclaré')}`
    const raison = motif?.trim() ? ` : ${motif.trim().replace(/[\s.;]+$/, '')}` : ''
    const ecart = etapes && etapes.valeur !== avancement ? ` ; les étapes disent ${formatPourcent(etapes.valeur)}` : ''
    return { valeur: avancement, origine: 'DIT', etapes, phrase: `${dit}${raison}${ecart}` }
  }
  if (etapes) return { valeur: etapes.valeur, origine: 'ETAPES', etapes, phrase: formatEtapes(etapes) }
  const comptees = statuts.some((statut) => statut !== 'ABANDONNEE')
  return {
    valeur: null,
    origine: 'INCONNU',
    etapes: null,
    phrase: comptees
      ? 'Avancement inconnu : le statut des étapes est à préciser'
      : 'Avancement inconnu : aucune étape à compter',
  }
}

/** What is known of the life of a fiche. */
export interface VieFiche {
  statut: StatutFiche
  /** day of the last change of the fiche, null when nobody ever wrote */
  majLe: DateCivile | null
  /** day of the last measure or comment, null when there is none */
  dernierGeste: DateCivile | null
  /** bounds of the convention; what is not known does not stop it from running */
  convention: { debut: DateCivile | null; fin: DateCivile | null }
}

export interface Silence {
  /** CLOSE: nothing is expected any more; HORS_PERIODE: the convention is not running */
  etat: 'SUIVIE' | 'SILENCIEUSE' | 'JAMAIS' | 'CLOSE' | 'HORS_PERIODE'
  /** days since somebody last wrote, null when nobody ever did */
  jours: number | null
  phrase: string
}

/** Whether a convention runs on a day; a bound that is not known does not stop it. */
export const isEnCours = ({ debut, fin }: VieFiche['convention'], today: DateCivile): boolean =>
  (debut === null || debut <= today) && (fin === null || fin >= today)

/** The later of two days that may be unknown. */
const maxConnu = (a: DateCivile | null, b: DateCivile | null): DateCivile | null =>
  a === null ? b : b === null || a > b ? a : b

/** How long nobody has written on a fiche, and whether that is silence. Before the first word, the length is unknown. */
export function computeSilence({ statut, majLe, dernierGeste, convention }: VieFiche, today: DateCivile): Silence {
  const dernier = maxConnu(majLe, dernierGeste)
  const jours = dernier === null ? null : Math.max(0, daysBetween(dernier, today))
  const phrase = dernier === null ? 'jamais mise à jour' : `sans nouvelle depuis le ${formatDateCourte(dernier)}`
  const suivie = dernier === null ? phrase : `mise à jour le ${formatDateCourte(dernier)}`
  if (isClose(statut)) return { etat: 'CLOSE', jours, phrase: suivie }
  if (!isEnCours(convention, today)) return { etat: 'HORS_PERIODE', jours, phrase: suivie }
  if (jours === null) return { etat: 'JAMAIS', jours, phrase }
  return jours > SILENCE_FICHE_JOURS
    ? { etat: 'SILENCIEUSE', jours, phrase }
    : { etat: 'SUIVIE', jours, phrase: suivie }
}
