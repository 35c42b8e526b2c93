/** What the COPIL dashboard says of a convention, out of counts and dates: four figures, each with a word on it. */
import { SIGLES } from '@/lib/competences/words'
import { formatCompteStatut, MOTS_STATUT_PHRASE } from '@/lib/plan-action/champs/words/statuts'
import type { Effectif } from '@/lib/cooperation/postes/rules/pourvu'
import type { EtatSchema } from '@/lib/cooperation/schemas/types/regles'
import { formatTotal } from '@/lib/cooperation/schemas/words'
import { addDays, yearOf } from '@/lib/platform/dates'
import type { DateCivile } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import type { Centiemes } from '@/lib/platform/nombres'
import { formatAccord, formatCompte } from '@/lib/platform/typographie'
import { countFrequences } from '@/lib/gouvernance/frequence/rules/resume'
import { computePhase, type DatesConnues, type EtatSuivi } from '@/lib/convention/phase/rules/suivi'

type Ton = 'ok' | 'warn' | 'bad' | 'neutral'

/** A key figure: what is counted, out of how many, and a short word on it. */
export interface Chiffre {
  valeur: string
  suffixe: string | null
  mention: { ton: Ton; texte: string }
  /** What the past adds to it, apart from the present. */
  passe?: { ton: Ton; texte: string }
}

/** Nothing that can be counted: a dash, not a zero. */
export const AUCUN = '–'
const sur = (nombre: number, total: number): Pick<Chiffre, 'valeur' | 'suffixe'> => ({
  valeur: `${nombre} sur ${total}`,
  suffixe: null,
})
const rien = (texte: string): Chiffre => ({ valeur: AUCUN, suffixe: null, mention: { ton: 'neutral', texte } })

export interface InstanceComptee {
  nom: string
  type: string
  etat: EtatSuivi
  /** A period that is over was missed. */
  manquee: boolean
  echeance: DateCivile | null
}

const formatNomCourt = ({ nom, type }: InstanceComptee): string => SIGLES[type] ?? nom

/** A meeting due within two months is urgent. */
const PROCHE_JOURS = 60

const MOIS_COURTS = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
] as const

/** '31 déc.', with its year when it is not today’s. */
function formatJour(date: DateCivile, today: DateCivile): string {
  const jour = `${Number(date.slice(8))} ${MOIS_COURTS[Number(date.slice(5, 7)) - 1]}`
  return yearOf(date) === yearOf(today) ? jour : `${jour} ${yearOf(date)}`
}

/** 'COPIL à tenir avant le 31 déc.', with the body’s name when it is the only one. */
function formatATenir(instances: readonly InstanceComptee[], today: DateCivile): Chiffre['mention'] {
  const echeance =
    instances
      .map(({ echeance: date }) => date)
      .filter((date) => date !== null)
      .sort()[0] ?? null
  const [premiere] = instances
  const sujet =
    premiere && instances.length === 1 ? formatNomCourt(premiere) : formatCompte(instances.length, 'instance')
  const ton = echeance !== null && echeance <= addDays(today, PROCHE_JOURS) ? 'bad' : 'warn'
  return {
    ton,
    texte: echeance === null ? `${sujet} à planifier` : `${sujet} à tenir avant le ${formatJour(echeance, today)}`,
  }
}

/** What deserves a word first among the frequencies of the period under way. */
function formatMentionInstances(
  suivies: readonly InstanceComptee[],
  enregistree: boolean,
  today: DateCivile,
): Chiffre['mention'] {
  const par = (etat: EtatSuivi) => suivies.filter((instance) => instance.etat === etat)
  const [defauts, aDeclarer, aPlanifier] = [par('EN_DEFAUT'), par('A_DECLARER'), par('A_PLANIFIER')]
  const [premiere] = defauts
  if (premiere)
    return {
      ton: 'bad',
      texte:
        defauts.length === 1
          ? `${formatNomCourt(premiere)} : réunion manquante`
          : `${defauts.length} instances en retard`,
    }
  const [muette] = aDeclarer
  if (muette)
    return {
      ton: 'warn',
      texte:
        aDeclarer.length === 1
          ? `${formatNomCourt(muette)} : réunion à déclarer`
          : `réunions à déclarer dans ${aDeclarer.length} instances`,
    }
  if (aPlanifier.length > 0) return formatATenir(aPlanifier, today)
  if (par('DEPASSEE').length > 0) return { ton: 'warn', texte: 'maximum dépassé' }
  if (!enregistree) return { ton: 'neutral', texte: 'aucune réunion enregistrée' }
  if (par('NON_ENREGISTREE').length > 0) return { ton: 'neutral', texte: 'suivi à compléter' }
  const prevues = par('PLANIFIEE').length
  return prevues > 0
    ? { ton: 'neutral', texte: `${formatCompte(prevues, 'prévue')}, rien en retard` }
    : { ton: 'ok', texte: 'fréquences respectées' }
}

/**
 * Instances whose frequency is kept already, among those that have one; a dash as long as none can be or is missing:
 * what has not come due is neither a success nor a failure. What was missed before is said apart. Dates that are over or
 * unknown raise no alarm: nothing can be late any more, or be said to be.
 * @param enregistree whether any meeting of the convention was ever recorded
 */
export function computeChiffreInstances(
  instances: readonly InstanceComptee[],
  enregistree: boolean,
  dates: DatesConnues,
  today: DateCivile,
): Chiffre {
  const suivies = instances.filter(({ etat }) => etat !== 'SANS_REGLE')
  if (suivies.length === 0) return rien(instances.length === 0 ? 'aucune instance nommée' : 'fréquence non précisée')
  const comptes = countFrequences(instances)
  const { manquees } = comptes
  const passe =
    manquees === 0
      ? {}
      : {
          passe: {
            ton: 'warn' as const,
            texte: `${manquees} ${manquees === 1 ? 'a' : 'ont'} manqué une période passée`,
          },
        }
  const phase = computePhase(dates, today)
  if (phase === 'TERMINEE' || phase === 'INCONNUE') {
    const texte = !enregistree
      ? 'aucune réunion enregistrée'
      : phase === 'TERMINEE'
        ? 'convention terminée'
        : 'dates non connues'
    return { ...rien(texte), ...passe }
  }
  const jugees = comptes.RESPECTEE + comptes.EN_DEFAUT + comptes.DEPASSEE
  return {
    ...(jugees === 0 ? { valeur: AUCUN, suffixe: null } : sur(comptes.RESPECTEE, comptes.suivies)),
    mention: formatMentionInstances(suivies, enregistree, today),
    ...passe,
  }
}

export interface Progression {
  total: number
  realisees: number
  enCours: number
  enRetard: number
  aEngager: number
  /** Put off or abandoned. */
  ecartees: number
  /** Nobody said where it stands. */
  aPreciser: number
}

/** Actions done among those of the plan. */
export function computeChiffreActions(
  { total, realisees, enRetard, enCours, aPreciser }: Progression,
  dates: DatesConnues,
  today: DateCivile,
): Chiffre {
  if (total === 0) return rien('aucune fiche')
  const mention = ((): Chiffre['mention'] => {
    if (aPreciser === total) return { ton: 'neutral', texte: 'avancement à préciser' }
    if (enRetard > 0 && computePhase(dates, today) === 'EN_COURS')
      return { ton: 'warn', texte: formatCompte(enRetard, 'échéance dépassée', 'échéances dépassées') }
    if (realisees === total) return { ton: 'ok', texte: 'plan réalisé' }
    return {
      ton: 'neutral',
      texte: enCours > 0 ? formatCompteStatut(enCours, 'EN_COURS') : MOTS_STATUT_PHRASE.A_ENGAGER,
    }
  })()
  return { ...sur(realisees, total), mention }
}

/** Lines of indicators with a value for the year. */
export function computeChiffreIndicateurs({ total, renseignes }: { total: number; renseignes: number }): Chiffre {
  if (total === 0) return rien('aucun indicateur défini')
  const reste = total - renseignes
  const mention: Chiffre['mention'] =
    reste === 0
      ? { ton: 'ok', texte: 'tous renseignés' }
      : renseignes === 0
        ? { ton: 'neutral', texte: 'aucune mesure enregistrée' }
        : { ton: 'neutral', texte: `${reste} ${formatAccord(reste, 'attendu')}` }
  return { ...sur(renseignes, total), mention }
}

/** The distribution shown; PART when its lines are written beside no thématique; TOTAL when none is known. */
export type ModeRepartition = 'THEMATIQUE' | 'PART' | 'PORTEUR' | 'EVOLUTION' | 'TOTAL'

export interface SommeEtp {
  total: Centiemes | null
  /** What is known to add up, on the distribution that is shown. */
  somme: Centiemes | null
  mode: ModeRepartition
  equilibre: boolean
  /** Lines without a figure may hold a part of it. */
  partielle: boolean
  /** The first thing that does not add up, in words. */
  ecart: string | null
  brouillon: boolean
}

export interface EtpChiffre extends SommeEtp {
  etat: EtatSchema
  effectif: Effectif
}

const pluriel = (centiemes: Centiemes, mot: string): string =>
  `${formatQuotite(centiemes)} ${mot}${centiemes < 200 ? '' : 's'}`

/** What is filled, in a word: never good news that nothing says. */
function formatMentionEtp({
  prevu,
  pourvu,
  vacant,
  jamaisPourvu,
  externalise,
  nonPrecise,
}: Effectif): Chiffre['mention'] {
  if (vacant > 0) return { ton: 'warn', texte: pluriel(vacant, 'vacant') }
  if (jamaisPourvu > 0) return { ton: 'warn', texte: `${formatQuotite(jamaisPourvu)} jamais pourvu` }
  if (nonPrecise > 0 || prevu === 0)
    return {
      ton: 'neutral',
      texte: pourvu > 0 ? `${pluriel(pourvu, 'pourvu')}, le reste non précisé` : 'pourvu non précisé',
    }
  if (externalise > 0) return { ton: 'neutral', texte: pluriel(externalise, 'externalisé') }
  return { ton: 'ok', texte: 'tout est pourvu' }
}

/** The total with its word, agreed or proposed, and what is filled of it; what does not add up, or is not shared out, first. */
export function computeChiffreEtp(etp: EtpChiffre | null): Chiffre {
  if (etp === null) return rien('aucun schéma connu')
  const { total, somme, equilibre, ecart, brouillon, mode, partielle } = etp
  if (total === null)
    return {
      valeur: somme === null ? AUCUN : formatQuotite(somme),
      suffixe: null,
      mention: { ton: 'neutral', texte: 'total non précisé' },
    }
  if (!equilibre)
    return {
      valeur: formatQuotite(somme ?? total),
      suffixe: somme === null ? null : `sur ${formatQuotite(total)}`,
      mention: { ton: brouillon ? 'warn' : 'bad', texte: ecart ?? 'répartition à corriger' },
    }
  const mention = ((): Chiffre['mention'] => {
    if (somme === null || mode === 'EVOLUTION') return { ton: 'neutral', texte: 'répartition non communiquée' }
    return partielle ? { ton: 'neutral', texte: 'répartition connue en partie' } : formatMentionEtp(etp.effectif)
  })()
  return { valeur: formatQuotite(total), suffixe: formatTotal(total, etp.etat).replace(/^\S+\s/, ''), mention }
}
