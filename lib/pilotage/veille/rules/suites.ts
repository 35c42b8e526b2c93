/** What meetings and decisions leave to be done: declare, prepare, write down, validate, carry out. */
import { MOTS_COTE } from '@/lib/competences/words'
import { computeRetardDecision } from '@/lib/gouvernance/decisions/rules'
import { addDays, daysBetween, formatDate, formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import { DECISION_PROCHE, DECLARATION, ORDRE_DU_JOUR, RELEVE, RELEVE_ANCIEN, RELEVE_TARDIF } from './delais'
import type { DecisionFait, Lecteur, ReleveFait, ReunionFait, Signal } from './faits'

/** 'aujourd’hui', 'demain', 'dans 5 jours'. */
function formatDans(jours: number): string {
  if (jours === 0) return 'aujourd’hui'
  return jours === 1 ? 'demain' : `dans ${formatCompte(jours, 'jour')}`
}

type Suite = Pick<Signal, 'cle' | 'gravite' | 'phrase' | 'echeance'> & Partial<Pick<Signal, 'lecteurs'>>

function readPrevue({ id, date, heure, points }: ReunionFait, today: DateCivile): Suite | null {
  if (date < today) {
    return {
      cle: `reunion:${id}:A_DECLARER:${date}`,
      gravite: daysBetween(date, today) > DECLARATION ? 'RETARD' : 'A_FAIRE',
      echeance: null,
      phrase: `La réunion prévue le ${formatDate(date)} est passée : déclarez-la tenue, ou annulée.`,
    }
  }
  if (points > 0 || addDays(today, ORDRE_DU_JOUR) < date) return null
  return {
    cle: `reunion:${id}:SANS_ORDRE_DU_JOUR:${date}`,
    gravite: 'A_FAIRE',
    echeance: date,
    phrase: `La réunion a lieu ${formatDans(daysBetween(today, date))}, le ${formatDate(date)}${heure ? ` à ${heure}` : ''}, et son ordre du jour est vide.`,
  }
}

function readReleve(
  { id, etat, numero, soumisLe, cotes }: ReleveFait,
  date: DateCivile,
  today: DateCivile,
): Suite | null {
  if (etat === 'VALIDE') return null
  const tardif = (depuis: DateCivile) => (daysBetween(depuis, today) > RELEVE_TARDIF ? 'RETARD' : 'A_FAIRE')
  if (etat === 'BROUILLON') {
    return {
      cle: `releve:${id}:BROUILLON:${numero}`,
      gravite: tardif(date),
      echeance: null,
      phrase: `Le relevé de la réunion du ${formatDateCourte(date)} est encore un brouillon : soumettez-le à validation.`,
    }
  }
  const depuis = soumisLe ?? date
  const attendus = (['CAF', 'COORDINATION'] as const).filter((cote) => !cotes.includes(cote))
  // It waits at once for those who have to validate it; the others hear of it after a week.
  const recent = addDays(depuis, RELEVE) > today
  return {
    cle: `releve:${id}:A_VALIDER:${numero}`,
    gravite: tardif(depuis),
    echeance: null,
    phrase: `Le relevé attend depuis le ${formatDateCourte(depuis)} la validation ${formatListe(attendus.map((cote) => `de ${MOTS_COTE[cote]}`))}.`,
    ...(recent ? { lecteurs: attendus.map((cote): Lecteur => (cote === 'CAF' ? 'CAF' : 'CHARGE')) } : {}),
  }
}

function readTenue(reunion: ReunionFait, today: DateCivile): Suite | null {
  const { id, date, aReleve, decisions, releve } = reunion
  if (releve !== null && releve.etat !== 'BROUILLON') return readReleve(releve, date, today)
  if (addDays(date, RELEVE) > today) return null
  if (releve !== null) return readReleve(releve, date, today)
  // What was held long ago came from papers.
  if (addDays(date, RELEVE_ANCIEN) < today || (!aReleve && decisions === 0)) return null
  return {
    cle: `reunion:${id}:SANS_RELEVE`,
    gravite: daysBetween(date, today) > RELEVE_TARDIF ? 'RETARD' : 'A_FAIRE',
    echeance: null,
    phrase: `La réunion s’est tenue le ${formatDate(date)} et son relevé de décisions n’est pas préparé.`,
  }
}

/** What one meeting asks for. */
export function listSignauxReunion(reunion: ReunionFait, base: string, today: DateCivile): Signal[] {
  const suite = reunion.etat === 'PREVUE' ? readPrevue(reunion, today) : readTenue(reunion, today)
  if (suite === null) return []
  const releve = suite.cle.startsWith('releve:') ? '/releve' : ''
  return [
    {
      ...suite,
      sujet: reunion.instance,
      fiche: null,
      lecteurs: suite.lecteurs ?? ['COORDINATION'],
      objet: `${reunion.instance}, ${formatDateCourte(reunion.date)}`,
      href: `${base}/reunions/${reunion.ref}${releve}`,
    },
  ]
}

const LONGUEUR_OBJET = 120

/** One line of what a decision says. */
function formatObjet(texte: string): string {
  const ligne = texte.replace(/\s+/g, ' ').trim()
  return ligne.length <= LONGUEUR_OBJET ? ligne : `${ligne.slice(0, LONGUEUR_OBJET - 1).trimEnd()}…`
}

function readDecision(
  { id, etat, effet, echeance, responsable, instance, date }: DecisionFait,
  today: DateCivile,
): Suite | null {
  const seance = `le ${formatDateCourte(date)} (${instance})`
  if (etat === 'ATTENDUE') {
    const phrase = effet
      ? `Proposée ${seance}, elle attend l’instance qui en décide.`
      : `Elle attend d’être prise depuis ${seance}.`
    return { cle: `decision:${id}:ATTENDUE`, gravite: 'A_FAIRE', echeance, phrase }
  }
  if (echeance === null) return null
  const qui = responsable ? ` par ${responsable}` : ''
  if (computeRetardDecision({ etat, echeance, realiseeLe: null, decidee: false }, today)) {
    return {
      cle: `decision:${id}:EN_RETARD:${echeance}`,
      gravite: 'RETARD',
      echeance,
      phrase: `Prise ${seance}, à réaliser${qui} pour le ${formatDateCourte(echeance)} : sa réalisation n’est pas déclarée.`,
    }
  }
  if (addDays(today, DECISION_PROCHE) < echeance) return null
  return {
    cle: `decision:${id}:PROCHE:${echeance}`,
    gravite: 'A_RISQUE',
    echeance,
    phrase: `Prise ${seance}, elle est à réaliser${qui} pour le ${formatDateCourte(echeance)}, ${formatDans(daysBetween(today, echeance))}.`,
  }
}

/** What one decision asks for. */
export function listSignauxDecision(decision: DecisionFait, base: string, today: DateCivile): Signal[] {
  const suite = readDecision(decision, today)
  if (suite === null) return []
  return [
    {
      ...suite,
      sujet: 'Décisions',
      objet: formatObjet(decision.texte),
      href: `${base}/decisions`,
      fiche: null,
      lecteurs: ['COORDINATION', 'ELU'],
    },
  ]
}
