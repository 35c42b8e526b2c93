/** From when until when a comparison goes: what an address asks for, or since the last COPIL that was held. */
import { addDays, formatDateCourte, formatIntervalle, parseDateSaisie } from '@/lib/platform/dates'
import type { DateCivile } from '@/lib/platform/dates'
import type { BornesEvolution, DemandeBornes, ReunionTenue } from '../types'

export interface ContexteBornes {
  /** Held meetings, in any order. */
  tenues: readonly ReunionTenue[]
  /** First day of the convention, when it is known. */
  debut: DateCivile | null
  /** The day the convention was recorded here. */
  enregistree: DateCivile
  today: DateCivile
}

/** 'le COPIL' for a body known by its acronym, else its name between quotation marks after 'la réunion'. */
export function formatReunion({ type, instance, date }: ReunionTenue): string {
  const jour = formatDateCourte(date)
  return type === 'COPIL' || type === 'COTECH' ? `le ${type} du ${jour}` : `la réunion « ${instance} » du ${jour}`
}

/** The last COPIL held by a day (or before it); null when there was none. */
function findDernierCopil(tenues: readonly ReunionTenue[], jour: DateCivile): ReunionTenue | null {
  return tenues.reduce<ReunionTenue | null>(
    (dernier, reunion) =>
      reunion.type === 'COPIL' && reunion.date <= jour && (dernier === null || reunion.date > dernier.date)
        ? reunion
        : dernier,
    null,
  )
}

type Depart = Pick<BornesEvolution, 'depuis' | 'origine' | 'reunion'>

/** What follows a meeting begins the day after it: what it saw itself is no news. */
const departDe = (reunion: ReunionTenue): Depart => ({ depuis: addDays(reunion.date, 1), origine: 'REUNION', reunion })

function computeDepart(
  { tenues, debut, enregistree }: ContexteBornes,
  jusque: DateCivile,
  terme: ReunionTenue | null,
  remarques: string[],
): Depart {
  const copil = findDernierCopil(tenues, terme === null ? jusque : addDays(jusque, -1))
  if (copil) return departDe(copil)
  const connu = debut !== null && debut <= jusque ? debut : null
  const depuis = connu ?? (enregistree < jusque ? enregistree : jusque)
  const origine = connu === null ? 'ENREGISTREMENT' : 'CONVENTION'
  const point = connu === null ? 'du jour où la convention a été enregistrée ici' : 'du début de la convention'
  remarques.push(
    `Aucun COPIL tenu n’est enregistré avant cette date : la lecture part ${point}, le ${formatDateCourte(depuis)}.`,
  )
  return { depuis, origine, reunion: null }
}

interface JourLu {
  jour: DateCivile | null
  reunion: ReunionTenue | null
}

/** A day or a meeting as asked for; what cannot be followed is said, and left out. */
function readDemande(
  saisie: string | undefined,
  ref: string | undefined,
  { tenues, today }: ContexteBornes,
  remarques: string[],
): JourLu {
  if (saisie !== undefined) {
    const jour = parseDateSaisie(saisie)
    if (jour === null) remarques.push(`« ${saisie} » n’est pas une date lisible : écrivez-la comme 3/3/2026.`)
    else if (jour > today) remarques.push(`Le ${formatDateCourte(jour)} est à venir : rien ne s’y compare encore.`)
    else return { jour, reunion: null }
  }
  if (ref === undefined) return { jour: null, reunion: null }
  const reunion = tenues.find((tenue) => tenue.ref === ref && tenue.date <= today) ?? null
  if (reunion === null) remarques.push('La réunion demandée n’existe pas, ou n’est pas enregistrée comme tenue.')
  return { jour: reunion?.date ?? null, reunion }
}

/**
 * The two ends of a comparison. Without a request: since the last COPIL held until today; without any COPIL, since
 * the beginning of the convention; without known dates, since it was recorded here. Each of these is said.
 */
export function computeBornes(demande: DemandeBornes, contexte: ContexteBornes): BornesEvolution {
  const remarques: string[] = []
  const fin = readDemande(demande.jusque, demande.fin, contexte, remarques)
  const debut = readDemande(demande.depuis, demande.reunion, contexte, remarques)
  const jusque = fin.jour ?? contexte.today
  const terme = fin.reunion
  const ouverte = fin.jour === null || (terme === null && jusque === contexte.today)
  if (debut.jour !== null && debut.jour > jusque) {
    remarques.push('La date de départ suit la date d’arrivée : elles ont été remises dans l’ordre.')
    const depart: Depart = terme ? departDe(terme) : { depuis: jusque, origine: 'DATE', reunion: null }
    return {
      ...depart,
      jusque: debut.jour,
      terme: debut.reunion,
      ouverte: debut.reunion === null && debut.jour === contexte.today,
      remarques,
    }
  }
  const depart: Depart =
    debut.reunion !== null
      ? departDe(debut.reunion)
      : debut.jour !== null
        ? { depuis: debut.jour, origine: 'DATE', reunion: null }
        : computeDepart(contexte, jusque, terme, remarques)
  return { ...depart, jusque, terme, ouverte, remarques }
}

/** 'depuis le COPIL du 17 juin 2025', 'du 1er mars au 30 juin 2026', 'du COPIL du 17 juin 2025 au COTECH du 4 mai 2026'. */
export function formatBornes({ depuis, jusque, origine, reunion, terme, ouverte }: BornesEvolution): string {
  const depart = reunion ? formatReunion(reunion) : null
  if (ouverte) {
    if (depart) return `depuis ${depart}`
    return `depuis le ${origine === 'CONVENTION' ? `début de la convention, le ${formatDateCourte(depuis)}` : formatDateCourte(depuis)}`
  }
  if (!depart && !terme) return formatIntervalle({ debut: depuis, fin: jusque })
  return `entre ${depart ?? `le ${formatDateCourte(depuis)}`} et ${terme ? formatReunion(terme) : `le ${formatDateCourte(jusque)}`}`
}
