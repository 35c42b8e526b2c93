/** The convention in three sentences, for an élu: where it is, what worries, what they will decide. */
import { formatManquees, type ComptesFrequence } from '@/lib/gouvernance/frequence/rules/resume'
import type { PhaseConvention } from '@/lib/convention/phase/rules/suivi'
import type { Signal } from '@/lib/pilotage/veille/rules/faits'
import { filterSignaux } from '@/lib/pilotage/veille/rules/signaux'
import { formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { capitalise } from '@/lib/platform/mots'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import type { Progression } from './chiffres'
import type { DecisionsAttendues } from './decisions'
import type { EtpCopil } from './etp'

export interface PhrasesSituation {
  ou: string
  souci: string
  decision: string
}

export interface DemandePhrases {
  phase: PhaseConvention
  /** Where it stands in its time, in words. */
  phaseTexte: string
  progression: Progression
  frequences: ComptesFrequence
  etp: EtpCopil | null
  /** All that is asked of the convention, gravest first. */
  signaux: readonly Signal[]
  decisions: DecisionsAttendues
  today: DateCivile
}

function formatActions({ total, realisees, aPreciser }: Progression): string {
  if (total === 0) return 'aucune action n’est enregistrée'
  if (aPreciser === total) return `l’avancement des ${formatCompte(total, 'action')} reste à préciser`
  return `${formatCompte(realisees, 'action réalisée', 'actions réalisées')} sur ${total}`
}

const formatOu = ({ phase, phaseTexte, progression }: DemandePhrases): string =>
  `${capitalise(phaseTexte)} : ${phase === 'A_VENIR' && progression.total === 0 ? 'elle n’a pas commencé' : formatActions(progression)}.`

/** What élus are to know that goes wrong, in a few words each; what is missing of the past apart. */
function listSoucis({ phase, progression, frequences, etp, signaux }: DemandePhrases): string[] {
  const soucis: string[] = []
  const elus = filterSignaux(signaux, ['ELU'], [])
  for (const { objet, cle } of elus.filter(({ gravite, cle: c }) => gravite === 'RETARD' && !c.startsWith('decision:')))
    soucis.push(cle.startsWith('terme:') ? 'son terme est dépassé sans suite enregistrée' : `${objet} en retard`)
  const decisions = elus.filter(({ gravite, cle }) => gravite === 'RETARD' && cle.startsWith('decision:')).length
  if (decisions > 0) soucis.push(`${formatCompte(decisions, 'décision prise', 'décisions prises')} sans suite à temps`)
  if (phase === 'EN_COURS' && progression.enRetard > 0)
    soucis.push(
      `${formatCompte(progression.enRetard, 'action dont l’échéance est dépassée', 'actions dont l’échéance est dépassée')}`,
    )
  for (const { objet } of elus.filter(({ gravite, cle }) => gravite === 'A_RISQUE' && cle.startsWith('instance:')))
    soucis.push(`${objet} à réunir avant la fin de sa période`)
  const vacant = etp?.enVigueur ? etp.effectif.vacant + etp.effectif.jamaisPourvu : 0
  if (vacant > 0) soucis.push(`${formatQuotite(vacant)} ETP non pourvu`)
  const manquees = formatManquees(frequences.manquees)
  return manquees === null ? soucis : [...soucis, manquees]
}

function formatSouci(demande: DemandePhrases): string {
  const soucis = listSoucis(demande)
  if (soucis.length > 0) return `${capitalise(formatListe(soucis))}.`
  if (demande.phase === 'EN_COURS') return 'Rien de ce qui est enregistré ici n’est en retard.'
  return demande.phase === 'INCONNUE'
    ? 'Les dates de la convention ne sont pas connues : rien ne peut être dit en retard.'
    : 'Aucun retard n’est connu.'
}

const LONGUEUR = 140
/** A decision in the course of a sentence that ends with it. */
const finir = (texte: string): string =>
  texte.length > LONGUEUR ? `${texte.slice(0, LONGUEUR - 1).trimEnd()}…` : /[.!?…]$/.test(texte) ? texte : `${texte}.`

function formatDecision({ decisions: { prochain, inscrites, autres } }: DemandePhrases): string {
  if (prochain === null) {
    return autres.length > 0
      ? `Aucun COPIL n’est planifié ; ${formatCompte(autres.length, 'décision attend', 'décisions attendent')} d’être prise${autres.length > 1 ? 's' : ''}.`
      : 'Aucun COPIL n’est planifié, et aucune décision n’attend.'
  }
  const jour = `le COPIL du ${formatDateCourte(prochain.date)}`
  const [premiere] = inscrites
  if (!premiere) return `${capitalise(jour)} n’a encore aucune décision à son ordre du jour.`
  return inscrites.length === 1
    ? `${capitalise(jour)} aura à décider : ${finir(premiere.texte)}`
    : `${capitalise(jour)} aura ${inscrites.length} décisions à prendre, d’abord : ${finir(premiere.texte)}`
}

/** The three sentences. */
export const computePhrases = (demande: DemandePhrases): PhrasesSituation => ({
  ou: formatOu(demande),
  souci: formatSouci(demande),
  decision: formatDecision(demande),
})
