/** A rule read back to whoever words it, while they type. */
import { capitalise } from '@/lib/platform/mots'
import { formatListe } from '@/lib/platform/typographie'
import { checkJugeable } from './etats'
import { formatBornesMoment } from './moments-phrases'
import { formatRegle } from './phrases'
import type { TermesRegle } from './regle'
import type { ExceptionFrequence, ModeFrequence, Par, PeriodeFrequence, RegleFrequence } from '../types'
import { MOTS_GROUPES } from '../words'

/** The wordings a convention uses, in the words of those who coordinate it. */
export const FORMULES: readonly { mode: ModeFrequence; mots: string; aide: string }[] = [
  { mode: 'MINIMUM', mots: 'Au moins', aide: '« à minima une fois par an », « 2 fois par an »' },
  { mode: 'FOURCHETTE', mots: 'De … à …', aide: '« 1 à 2 fois par an » : le second nombre ne doit pas être dépassé' },
  { mode: 'MOYENNE', mots: 'En moyenne', aide: '« tous les mois en moyenne » : jugé sur douze mois glissants' },
  { mode: 'SELON_BESOIN', mots: 'Selon les besoins', aide: 'aucune fréquence, aucun retard signalé' },
  { mode: 'NON_PRECISEE', mots: 'Rien d’écrit', aide: 'la convention n’en dit rien, aucun retard signalé' },
]

export const PERIODES: Record<PeriodeFrequence, string> = {
  MOIS: 'par mois',
  BIMESTRE: 'tous les deux mois',
  TRIMESTRE: 'par trimestre',
  SEMESTRE: 'par semestre',
  AN_CIVIL: 'par an (année civile)',
  AN_CONVENTION: 'par année de convention',
  CONVENTION: 'sur toute la convention',
}

export const PORTEES: Record<Par, string> = {
  INSTANCE: 'pour l’instance',
  THEMATIQUE: 'par thématique',
  COMMISSION: 'par commission',
  TERRITOIRE: 'par territoire',
}

/** '2030', '2026, « l’année des élections municipales »', or the words alone. */
const formatAnnee = ({ annee, quand }: ExceptionFrequence): string =>
  [annee, quand ? `« ${quand} »` : null].filter((partie) => partie !== null).join(', ')

const formatException = (exception: ExceptionFrequence): string => {
  const { minimum, maximum } = exception
  const chiffres = [minimum !== null && `au moins ${minimum}`, maximum !== null && `au plus ${maximum}`].filter(
    (mots) => mots !== false,
  )
  return `${formatAnnee(exception)} (${formatListe(chiffres)})`
}

/** 'à minima 1 par an, sauf en 2030 (au plus 3) ; en lien avec : COPIL ; à confirmer', starting with a capital, with its full stop. */
export function formatLecture(termes: TermesRegle): string {
  const { exceptions, evenement, aConfirmer, periode, mode, groupes } = termes
  const chiffres =
    mode === 'NON_PRECISEE'
      ? 'rien d’écrit, aucun retard n’est signalé'
      : mode === 'SELON_BESOIN'
        ? 'selon les besoins, aucun retard n’est signalé'
        : formatRegle({ ...termes, debut: null, fin: null })
  const phrase = [
    periode === 'AN_CONVENTION' ? chiffres.replace('par an', 'par année de convention') : chiffres,
    groupes.length > 0 && ` (${formatListe(groupes)})`,
    exceptions.length > 0 &&
      `, sauf ${formatListe(exceptions.map((exception) => `${exception.annee === null ? '' : 'en '}${formatException(exception)}`))}`,
    evenement !== null && ` ; en lien avec : ${evenement}`,
    aConfirmer && ' ; à confirmer',
  ]
    .filter((partie) => typeof partie === 'string')
    .join('')
  return `${capitalise(phrase)}.`
}

/**
 * What a rule adds to its short words, one thing a line, wherever it is read: its groups, its exceptions with their
 * reasons, its moments with their days.
 */
export function listPrecisions(regle: RegleFrequence | null): string[] {
  if (regle === null || !checkJugeable(regle)) return []
  const { par, groupes, exceptions, moments } = regle
  const dits = regle.mode === 'MOYENNE' ? [] : moments
  const quand = dits.map((moment) => `Moment : « ${moment.mots} », ${formatBornesMoment(moment)}`)
  const annees = exceptions.map((exception) => {
    const attente = exception.annee === null ? ', année à préciser' : ''
    return `Exception : ${formatException(exception)}${exception.motif ? `, ${exception.motif}` : ''}${attente}`
  })
  const lignes = [...quand, ...annees]
  if (par === 'INSTANCE') return lignes
  const noms = MOTS_GROUPES[par]
  const inconnus = `${noms} non ${par === 'TERRITOIRE' ? 'précisés' : 'précisées'} par la règle`
  return [groupes.length > 0 ? `${noms} : ${formatListe(groupes)}` : inconnus, ...lignes]
}
