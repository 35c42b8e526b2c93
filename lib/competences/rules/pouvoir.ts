/**
 * What a decision may be, from the competences of the instances, the state of the meeting and the day: who proposes,
 * who decides, what a decision does to the proposal it settles. Pure; the server action applies it on fresh rows.
 */
import { formatDate, formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { capitalise } from '@/lib/platform/mots'
import { formatEuros, formatNombre, formatPourcent } from '@/lib/platform/nombres'
import { formatListe } from '@/lib/platform/typographie'
import type { EffetDecision, EtatDecision, MatiereDecision, PouvoirInstance } from '@/lib/competences/types'
import { SIGLES } from '@/lib/competences/words'

/** The matière that each effect belongs to. */
export const MATIERE_PAR_EFFET: Record<EffetDecision, MatiereDecision> = {
  REPORTER_FICHE: 'FICHE',
  ABANDONNER_FICHE: 'FICHE',
  CHANGER_CIBLE: 'CIBLE',
  VALIDER_SCHEMA: 'SCHEMA',
  VALIDER_AVENANT: 'AVENANT',
}

/** What is decided, in the plural that a sentence needs: « décider des fiches ». */
const DE_MATIERE: Record<MatiereDecision, string> = {
  FICHE: 'du report ou de l’abandon des fiches',
  CIBLE: 'des cibles des indicateurs',
  SCHEMA: 'des schémas de coopération',
  AVENANT: 'des avenants',
}

export interface InstanceNommee {
  type: string
  nom: string
}

/** 'le COPIL', 'l’instance « Groupe projet »'. */
export function formatInstance({ type, nom }: InstanceNommee): string {
  const sigle = SIGLES[type]
  return sigle ? `le ${sigle}` : `l’instance « ${nom} »`
}

/** 'du COPIL', 'de l’instance « Groupe projet »'. */
export function formatDeInstance(instance: InstanceNommee): string {
  const sigle = SIGLES[instance.type]
  return sigle ? `du ${sigle}` : `de ${formatInstance(instance)}`
}

/** 'Décision du COPIL du 3 mars 2026': what the journal and the object changed say of it. */
export function formatMotifDecision(instance: InstanceNommee, date: DateCivile): string {
  return `Décision ${formatDeInstance(instance)} du ${formatDateCourte(date)}`
}

export interface CompetenceLue extends InstanceNommee {
  instanceId: number
  matiere: MatiereDecision
  pouvoir: PouvoirInstance
}

export interface Refus {
  ok: false
  code: string
  message: string
}

const refuse = (code: string, message: string): Refus => ({ ok: false, code, message: message })

/** APPLIQUER: takes effect at once. PROPOSER: waits for the instance that decides. NOTER: changes nothing elsewhere. */
export type Portee = { ok: true; genre: 'APPLIQUER' | 'PROPOSER' | 'NOTER' } | Refus

/** What an instance may do of a matière; null: it neither proposes nor decides of it. */
export function findPouvoir(
  competences: readonly CompetenceLue[],
  instanceId: number,
  matiere: MatiereDecision,
): PouvoirInstance | null {
  return (
    competences.find((competence) => competence.instanceId === instanceId && competence.matiere === matiere)?.pouvoir ??
    null
  )
}

/** The instances that decide of a matière, in words. */
export function listDecideurs(competences: readonly CompetenceLue[], matiere: MatiereDecision): string[] {
  return competences
    .filter((competence) => competence.matiere === matiere && competence.pouvoir === 'DECIDE')
    .map(formatInstance)
}

function formatReglage(matiere: MatiereDecision): string {
  return `Aucune instance de cette convention n’est désignée pour décider ${DE_MATIERE[matiere]} : réglez-le dans « Qui décide » de l’instance.`
}

/**
 * Whether an instance may record this decision, and what follows.
 * @param competences those of every instance of the convention
 * @param effet what it changes elsewhere; null: nothing, which any instance may decide
 */
export function judgeCompetence(
  { instance, competences }: { instance: InstanceNommee & { id: number }; competences: readonly CompetenceLue[] },
  effet: EffetDecision | null,
  etat: EtatDecision,
): Portee {
  if (effet === null) return { ok: true, genre: 'NOTER' }
  const matiere = MATIERE_PAR_EFFET[effet]
  const pouvoir = findPouvoir(competences, instance.id, matiere)
  const decideurs = listDecideurs(competences, matiere)
  if (pouvoir === 'DECIDE') return { ok: true, genre: etat === 'PRISE' ? 'APPLIQUER' : 'NOTER' }
  if (pouvoir === 'PROPOSE') {
    if (etat === 'ATTENDUE') return { ok: true, genre: 'PROPOSER' }
    if (etat !== 'PRISE') return { ok: true, genre: 'NOTER' }
    if (decideurs.length === 0)
      return refuse(
        'PERSONNE_NE_DECIDE',
        `${capitalise(formatInstance(instance))} propose seulement. ${formatReglage(matiere)}`,
      )
    return refuse(
      'PROPOSE_SEULEMENT',
      `${capitalise(formatInstance(instance))} propose, ${formatListe(decideurs)} décide : enregistrez cette proposition comme « attendue », elle sera reprise à son ordre du jour.`,
    )
  }
  if (decideurs.length === 0) return refuse('PERSONNE_NE_DECIDE', formatReglage(matiere))
  return refuse(
    'HORS_COMPETENCE',
    `${capitalise(formatInstance(instance))} ne peut ni proposer ni décider ${DE_MATIERE[matiere]} : c’est ${formatListe(decideurs)} qui en décide. Inscrivez le point à son ordre du jour, ou enregistrez la décision sans effet.`,
  )
}

/** The sentence that refuses the direct gesture once an instance decides; null while none does. */
export function formatGesteReserve(matiere: MatiereDecision, decideurs: readonly InstanceNommee[]): string | null {
  if (decideurs.length === 0) return null
  return `Dans cette convention, c’est ${formatListe(decideurs.map(formatInstance))} qui décide ${DE_MATIERE[matiere]} : inscrivez un point à son ordre du jour, et enregistrez-y la décision. Elle s’appliquera d’elle-même.`
}

export interface SeanceLue {
  etat: 'PREVUE' | 'TENUE' | 'ANNULEE'
  date: DateCivile
  figee: boolean
}

/** Whether the decisions of this meeting may change at all. */
export function judgeSeance({ etat, figee }: SeanceLue): { ok: true } | Refus {
  if (figee)
    return refuse(
      'FIGEE',
      'Le relevé de cette réunion est validé : ses décisions ne changent plus. Corrigez le relevé par une nouvelle version, ou complétez leur suivi.',
    )
  if (etat === 'ANNULEE')
    return refuse(
      'ANNULEE',
      'Cette réunion est annulée : rétablissez-la, ou enregistrez la décision dans une autre réunion.',
    )
  return { ok: true }
}

/** Whether a decision may have this outcome on this day: nothing is taken, postponed or refused before the meeting. */
export function judgeEtat({ date, etat }: SeanceLue, voulu: EtatDecision, today: DateCivile): { ok: true } | Refus {
  if (voulu === 'ATTENDUE' || etat === 'TENUE' || date <= today) return { ok: true }
  return refuse(
    'AVANT_LA_REUNION',
    `La réunion n’a pas encore eu lieu (${formatDate(date)}) : préparez cette décision comme « attendue », elle sera prise, reportée ou refusée ce jour-là.`,
  )
}

export interface ObjetVise {
  effet: EffetDecision | null
  /** Id of what it bears on; null without effect. */
  objet: number | null
}

/**
 * The outcome that a decision gives to the proposal its point submits; null when it leaves it open.
 * Deciding otherwise of the same object sets the proposal aside.
 */
export function computeReglement(
  proposition: ObjetVise,
  decision: ObjetVise & { etat: EtatDecision },
): Exclude<EtatDecision, 'ATTENDUE'> | null {
  const { etat } = decision
  if (etat === 'ATTENDUE') return null
  if (proposition.effet === decision.effet && proposition.objet === decision.objet) return etat
  const memeObjet =
    proposition.effet !== null &&
    decision.effet !== null &&
    proposition.objet === decision.objet &&
    MATIERE_PAR_EFFET[proposition.effet] === MATIERE_PAR_EFFET[decision.effet]
  return memeObjet && etat === 'PRISE' ? 'REFUSEE' : null
}

/** A proposal that may still be settled: awaited, or put off by an earlier decision. */
export function isATrancher({ etat, decidee }: { etat: EtatDecision; decidee: boolean }): boolean {
  return etat === 'ATTENDUE' || (etat === 'REPORTEE' && decidee)
}

/** A target in words: '12 réunions', '64 %', 'oui', or the text that was written. */
export function formatCible({
  nature,
  unite,
  cible,
  cibleTexte,
}: {
  nature: string
  unite: string | null
  cible: string | null
  cibleTexte: string | null
}): string | null {
  if (cibleTexte !== null) return cibleTexte
  if (cible === null) return null
  if (nature === 'POURCENTAGE') return formatPourcent(cible)
  if (nature === 'MONTANT') return formatEuros(cible)
  if (nature === 'LIVRABLE') return Number(cible) > 0 ? 'oui' : 'non'
  return unite ? `${formatNombre(cible)} ${unite}` : formatNombre(cible)
}

/** A target as a person would type it: '12,5', 'oui', or the text that was written. */
export function formatCibleSaisie({
  nature,
  cible,
  cibleTexte,
}: {
  nature: string | null | undefined
  cible: string | null
  cibleTexte: string | null
}): string | null {
  if (cibleTexte !== null || cible === null) return cibleTexte
  return nature === 'LIVRABLE' ? (Number(cible) > 0 ? 'oui' : 'non') : cible.replace('.', ',')
}
