/** What a convention has announced for a day, and what follows it: avenants, appraisals, its own end. */
import { addDays, daysBetween, formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { capitalise } from '@/lib/platform/mots'
import { AVENANT, AVENANT_PROCHE, EVALUATION, RENOUVELLEMENT, RENOUVELLEMENT_PROCHE } from './delais'
import type { FaitsVeille, Gravite, Signal } from './faits'

const SUJET = 'Convention'

/** An avenant that is due and not signed: late once its day is past, whatever became of the convention. */
export function listSignauxAvenants(avenants: FaitsVeille['avenants'], base: string, today: DateCivile): Signal[] {
  return avenants
    .filter(([, echeance]) => echeance <= addDays(today, AVENANT))
    .map(([objet, echeance]) => {
      const gravite: Gravite =
        echeance < today ? 'RETARD' : echeance <= addDays(today, AVENANT_PROCHE) ? 'A_RISQUE' : 'A_FAIRE'
      const jour = formatDateCourte(echeance)
      return {
        cle: `avenant:${objet}:${gravite}:${echeance}`,
        gravite,
        sujet: SUJET,
        objet: `Avenant : ${objet}`,
        phrase:
          echeance < today
            ? `Attendu pour le ${jour}, il n’est pas enregistré comme signé.`
            : `Il est attendu pour le ${jour}.`,
        echeance,
        href: `${base}/convention#annexes`,
        lecteurs: ['COORDINATION', 'ELU'],
        fiche: null,
      }
    })
}

/** An appraisal whose last day comes, or has passed: nothing here records that it was made. */
export function listSignauxEvaluations(
  evaluations: FaitsVeille['evaluations'],
  base: string,
  today: DateCivile,
): Signal[] {
  return evaluations
    .filter(([, fin]) => fin <= addDays(today, EVALUATION))
    .map(([objet, fin]) => ({
      cle: `evaluation:${objet}:${fin}`,
      gravite: 'A_FAIRE',
      sujet: SUJET,
      objet,
      phrase:
        fin < today
          ? `Prévue pour le ${formatDateCourte(fin)} au plus tard : rien ne dit ici qu’elle a été faite.`
          : `À faire pour le ${formatDateCourte(fin)} au plus tard.`,
      echeance: fin,
      href: `${base}/convention`,
      lecteurs: ['COORDINATION', 'ELU'],
      fiche: null,
    }))
}

const MOTS_SUITE = {
  EXPRES: 'sa reconduction est à décider expressément',
  TACITE: 'elle se reconduit tacitement',
  NON_PRECISE: 'ce qui la suit n’est pas précisé',
} as const

/** Dates that nobody gave: nothing can be said late, nor kept, of a convention without them. */
export function listSignauxDates({ convention: { debut, fin } }: FaitsVeille, base: string): Signal[] {
  if (debut !== null && fin !== null) return []
  const manque =
    debut === null && fin === null
      ? 'ses dates ne sont pas connues'
      : `${debut === null ? 'son début' : 'sa fin'} n’est pas connu${debut === null ? '' : 'e'}`
  return [
    {
      cle: `dates:${debut === null ? 'debut' : ''}${fin === null ? 'fin' : ''}`,
      gravite: 'A_FAIRE',
      sujet: SUJET,
      objet: 'Dates de la convention',
      phrase: `${capitalise(manque)} : ni ses fréquences ni ses échéances ne peuvent être suivies.`,
      echeance: null,
      href: `${base}/convention`,
      lecteurs: ['COORDINATION'],
      fiche: null,
    },
  ]
}

/** What follows a convention: in its last year, or after its end, as long as no other takes over. */
export function listSignauxTerme({ convention, terme }: FaitsVeille, base: string, today: DateCivile): Signal[] {
  const { fin } = convention
  if (fin === null || terme.remplacee || fin > addDays(today, RENOUVELLEMENT)) return []
  const suite = MOTS_SUITE[terme.renouvellement]
  const depassee = fin < today
  const gravite: Gravite = depassee
    ? terme.renouvellement === 'TACITE'
      ? 'A_FAIRE'
      : 'RETARD'
    : daysBetween(today, fin) <= RENOUVELLEMENT_PROCHE
      ? 'A_RISQUE'
      : 'A_FAIRE'
  const jour = formatDateCourte(fin)
  return [
    {
      cle: `terme:${gravite}:${fin}`,
      gravite,
      sujet: SUJET,
      objet: depassee ? 'Terme dépassé' : 'Fin de la convention',
      phrase: depassee
        ? `Son terme écrit est dépassé depuis le ${jour} ; ni reconduction ni nouvelle convention n’est enregistrée ici (${suite}).`
        : `Elle prend fin le ${jour} ; ${suite}, et aucune suite n’est enregistrée.`,
      echeance: fin,
      href: `${base}/convention`,
      lecteurs: ['COORDINATION', 'ELU'],
      fiche: null,
    },
  ]
}
