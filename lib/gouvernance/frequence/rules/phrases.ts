/** The rule and its judgment in French words. */
import { formatDateCourte, formatIntervalle, formatMois, yearOf } from '@/lib/platform/dates'
import type { DateCivile } from '@/lib/platform/dates'
import { capitalise } from '@/lib/platform/mots'
import { formatAccord, formatCompte, formatListe } from '@/lib/platform/typographie'
import { checkJugeable, countJours } from './etats'
import { formatMoment, formatMots } from './moments-phrases'
import type { Tranche } from './periodes'
import type { Exigence } from './promesse'
import type {
  EtatFrequence,
  EtatGroupe,
  EtatMoment,
  Jugement,
  Par,
  PeriodeFrequence,
  RegleFrequence,
  Temps,
} from '../types'
import { MOTS_PAR } from '../words'

const PAR_PERIODE: Record<PeriodeFrequence, string> = {
  MOIS: 'par mois',
  BIMESTRE: 'par bimestre',
  TRIMESTRE: 'par trimestre',
  SEMESTRE: 'par semestre',
  AN_CIVIL: 'par an',
  AN_CONVENTION: 'par an',
  CONVENTION: 'sur la durée de la convention',
}
const PAR_GROUPE: Record<Par, string> = {
  INSTANCE: '',
  THEMATIQUE: ' et par thématique',
  COMMISSION: ' et par commission',
  TERRITOIRE: ' et par territoire',
}
/** 'aucune', 'aucun' where what the figures bear on is masculine. */
const aucune = (par: Par): string => (par === 'TERRITOIRE' ? 'aucun' : 'aucune')

/** True when the sentence of the convention, if known, says it is a floor; a bare figure is not dressed up as one. */
const ditMinimum = (source: string | null): boolean => source === null || /minim|au moins/i.test(source)

function formatNombreDeFois({ mode, minimum, maximum, moyenne, source }: RegleFrequence): string {
  if (mode === 'MOYENNE') return String(moyenne).replace('.', ',')
  if (minimum === null) return `au plus ${maximum}`
  if (maximum === null) return `${ditMinimum(source) ? 'à minima ' : ''}${minimum}`
  return minimum === maximum ? String(minimum) : `${minimum} à ${maximum}`
}

/**
 * The rule in short words: 'à minima 1 par an', '1 à 2 par an', '1 par mois en moyenne', '2 par mois',
 * 'sans fréquence fixée', 'non précisée'. A minimum is only called so when the convention's sentence does.
 */
export function formatRegle(regle: RegleFrequence | null): string {
  if (regle === null || regle.mode === 'NON_PRECISEE') return 'non précisée'
  const { mode, minimum, maximum, moyenne, periode } = regle
  if (mode === 'SELON_BESOIN') return 'sans fréquence fixée'
  if (mode === 'MOYENNE' ? moyenne === null : minimum === null && maximum === null) return 'non précisée'
  const groupe = PAR_GROUPE[regle.par]
  const unite = periode === null ? ', période non précisée' : ` ${PAR_PERIODE[periode]}`
  const moments = mode === 'MOYENNE' ? '' : formatMots(regle.moments)
  return `${formatNombreDeFois(regle)}${unite}${groupe}${mode === 'MOYENNE' ? ' en moyenne' : ''}${moments ? `, ${moments}` : ''}`
}

/** Why a body raises no alert, in one sentence. */
export function formatSansRegle(regle: RegleFrequence | null): string {
  if (regle?.mode === 'SELON_BESOIN') return 'Réunions selon les besoins : aucune fréquence à respecter.'
  if (regle === null) return 'Aucune fréquence n’est saisie.'
  if (regle.mode === 'NON_PRECISEE') return 'La convention ne précise pas de fréquence.'
  if (checkJugeable(regle) && regle.par !== 'INSTANCE')
    return `La fréquence porte sur chaque ${MOTS_PAR[regle.par]}, ${aucune(regle.par)} n’est encore ${regle.par === 'TERRITOIRE' ? 'connu' : 'connue'}.`
  if (checkJugeable(regle)) return 'La règle ne s’applique à aucune période de la convention.'
  return 'La fréquence est incomplète, elle ne peut pas être suivie.'
}

const ordinal = (rang: number): string => (rang === 1 ? '1er' : `${rang}e`)

/** 'en 2026', 'en mars 2026', 'en janvier-février 2026', 'au 2e trimestre 2026'…; a short period by its own days. */
export function formatTranche({ debut, fin, pleine }: Tranche, unite: PeriodeFrequence): string {
  if (debut !== pleine.debut || fin !== pleine.fin) return formatIntervalle({ debut, fin })
  const annee = yearOf(pleine.debut)
  const mois = Number(pleine.debut.slice(5, 7))
  switch (unite) {
    case 'MOIS':
      return `en ${formatMois(pleine.debut)}`
    case 'BIMESTRE':
      return `en ${formatMois(pleine.debut).replace(` ${annee}`, '')}-${formatMois(pleine.fin)}`
    case 'TRIMESTRE':
      return `au ${ordinal((mois + 2) / 3)} trimestre ${annee}`
    case 'SEMESTRE':
      return `au ${ordinal((mois + 5) / 6)} semestre ${annee}`
    case 'AN_CIVIL':
      return `en ${annee}`
    case 'AN_CONVENTION':
      return formatIntervalle(pleine)
    case 'CONVENTION':
      return 'sur la durée de la convention'
  }
}

/** 'Aucune réunion tenue', '1 réunion tenue', '3 réunions tenues'. */
const formatTenues = (nombre: number): string =>
  nombre === 0 ? 'Aucune réunion tenue' : `${formatCompte(nombre, 'réunion')} ${formatAccord(nombre, 'tenue')}`

function formatPrevues(prevues: number, verbes: [seule: string, plusieurs: string]): string {
  return prevues < 2 ? `la réunion prévue ${verbes[0]}` : `les ${prevues} réunions prévues ${verbes[1]}`
}

/** '1 réunion passée à déclarer tenue ou annulée'. */
const formatADeclarer = (nombre: number): string =>
  `${formatCompte(nombre, 'réunion passée', 'réunions passées')} à déclarer ${formatAccord(nombre, 'tenue')} ou ${formatAccord(nombre, 'annulée')}`

const avant = (date: DateCivile): string => `d’ici le ${formatDateCourte(date)}`

/** The heart of the sentence, for a rule with a minimum, a maximum or both. */
function formatVerdict(jugement: Jugement, ou: string, temps: Temps): string {
  const { etat, tenues, prevues, aConstater, maximum, derogations, fenetre, sansObjet } = jugement
  const requis = jugement.requis ?? 0
  const sur = `${formatTenues(tenues)} ${ou} sur ${formatCompte(requis, 'demandée')}`
  const manque = requis - tenues - prevues + sansObjet
  if (temps === 'A_VENIR' && requis > 0) {
    const aPlanifier = manque > 0 ? ` : ${formatCompte(manque, 'réunion')} à planifier ${avant(fenetre.fin)}` : ''
    return `${formatCompte(requis, 'réunion')} ${formatAccord(requis, 'demandée')} ${ou}, ${prevues === 0 ? 'aucune prévue' : formatCompte(prevues, 'prévue')}${aPlanifier}`
  }
  switch (etat) {
    case 'SANS_REGLE':
      return `${formatTenues(tenues)} ${ou}, sans fréquence à respecter`
    case 'DEPASSEE':
      return `${formatTenues(tenues)} ${ou} : le maximum de ${maximum} est dépassé${derogations ? `, dont ${derogations} par dérogation` : ''}`
    case 'EN_DEFAUT':
      return `${sur} : le minimum n’est pas atteint`
    case 'A_PLANIFIER':
      return `${sur}${prevues ? ` et ${formatCompte(prevues, 'prévue')}` : ''} : ${formatCompte(manque - aConstater, 'réunion')} à planifier ${avant(fenetre.fin)}`
    case 'A_DECLARER':
      return `${sur} : ${formatADeclarer(aConstater)}`
    case 'PLANIFIEE':
      return requis === 0
        ? `Aucune réunion exigée ${ou}`
        : `${sur} : ${formatPrevues(prevues, ['suffit', 'suffisent'])}`
    case 'RESPECTEE':
      return requis === 0
        ? `${formatTenues(tenues)} ${ou}, aucune n’${temps === 'PASSEE' ? 'était' : 'est'} exigée`
        : `${sur} : la fréquence est respectée`
  }
}

/** The same for a mean, over the elapsed part of the sliding year. */
function formatVerdictMoyenne(jugement: Jugement, temps: Temps): string {
  const { etat, tenues, prevues, aConstater, fenetre, echeance } = jugement
  const requis = jugement.requis ?? 0
  const sur = `${formatTenues(tenues)} ${formatIntervalle(fenetre)} sur ${formatCompte(requis, 'attendue')} en moyenne`
  switch (etat) {
    case 'SANS_REGLE':
      return 'La durée sur laquelle porte la moyenne n’est pas connue'
    case 'DEPASSEE':
    case 'EN_DEFAUT':
      return `${sur} : la moyenne n’${temps === 'PASSEE' ? 'a pas été tenue' : `est pas tenue, ${formatCompte(requis - tenues, 'réunion')} de retard`}`
    case 'A_PLANIFIER':
      return temps === 'A_VENIR'
        ? `${formatCompte(requis - prevues, 'réunion')} à planifier ${formatIntervalle(fenetre)} pour tenir la moyenne`
        : `${sur} : ${formatCompte(requis - tenues, 'réunion')} de retard, à rattraper ${avant(echeance ?? fenetre.fin)}`
    case 'A_DECLARER':
      return `${sur} : ${formatADeclarer(aConstater)}`
    case 'PLANIFIEE':
      return temps === 'A_VENIR'
        ? `Les réunions prévues ${formatIntervalle(fenetre)} suffisent à la moyenne`
        : `${sur} : ${formatPrevues(prevues, ['rattrape', 'rattrapent'])} le retard`
    case 'RESPECTEE':
      return requis === 0
        ? `${formatTenues(tenues)} ${formatIntervalle(fenetre)}, aucune n’est encore exigible`
        : `${sur} : la moyenne est respectée`
  }
}

const PAR_ETAT: readonly [EtatFrequence, string][] = [
  ['EN_DEFAUT', 'en défaut'],
  ['DEPASSEE', 'au-delà du maximum'],
  ['A_DECLARER', 'à déclarer'],
  ['A_PLANIFIER', 'à planifier'],
  ['PLANIFIEE', 'planifiée'],
]

/** '2 thématiques sur 4 à jour en 2026, à planifier : Logement et Parentalité'; without « sur 4 » where the rule does not name them. */
function formatVerdictGroupes(
  groupes: readonly EtatGroupe[],
  { regle: { par }, groupesDeclares }: Situation,
  ou: string,
): string {
  const ajour = groupes.filter(({ etat }) => etat === 'RESPECTEE' || etat === 'SANS_REGLE').length
  const reste = PAR_ETAT.map(([etat, mots]) => {
    const noms = groupes.filter((groupe) => groupe.etat === etat).map(({ groupe }) => groupe)
    return noms.length ? `, ${mots} : ${formatListe(noms)}` : ''
  })
  const nombre = ajour === 0 ? `${capitalise(aucune(par))} ${MOTS_PAR[par]}` : formatCompte(ajour, MOTS_PAR[par])
  const combien = groupesDeclares
    ? ` sur ${groupes.length}`
    : ` ${formatAccord(ajour, 'connu')}${par === 'TERRITOIRE' ? '' : 'e'}`
  return `${nombre}${combien} à jour ${ou}${reste.join('')}`
}

export interface Situation {
  regle: RegleFrequence
  tranche: Tranche
  unite: PeriodeFrequence
  temps: Temps
  /** What the period owes; null for a mean. */
  exigence: Exigence | null
  /** What became of each moment of the rule. */
  moments: readonly EtatMoment[]
  /** False when the documents do not give both dates of the convention. */
  datesConnues: boolean
  /** The rule names its groups, or has none. */
  groupesDeclares: boolean
  /** Meetings of the period that name no group while the rule is per group, and those for one that it does not name. */
  sansGroupe: number
  horsGroupes: number
}

const OU_EST_LE_RESTE = {
  SUIVANTE: ', le reste compté avec la période qui suit',
  FIN: ', le reste compté avec la dernière période de la convention',
} as const

/** 'période incomplète, 92 jours sur 365, minimum ramené de 4 à 1', and where the rest is counted, or what is counted here. */
function formatIncomplete(tranche: Tranche, { minimum, requis, exception, avant, ensemble, reste }: Exigence): string {
  const duree = `période incomplète, ${formatCompte(countJours(tranche), 'jour')} sur ${countJours(tranche.pleine)}`
  if (exception?.minimum != null) return `${duree}, sans réduction`
  if (avant.length > 0)
    return `${duree}, comptée avec ${avant.length === 1 ? 'celle' : 'celles'} ${formatListe(avant.map((part) => formatPeriodeDe(part.tranche)))} : ${formatCompte(ensemble, 'réunion')} ${formatAccord(ensemble, 'due')} en tout, ${requis} ici`
  if (minimum === requis) return duree
  return `${duree}, minimum ramené de ${minimum} à ${requis}${reste === null ? '' : OU_EST_LE_RESTE[reste]}`
}

/** 'du 1er janvier au 30 juin 2027'; one day reads 'du 31 décembre 2019'. */
const formatPeriodeDe = ({ debut, fin }: Tranche): string => formatIntervalle({ debut, fin }).replace(/^le /, 'du ')

/** 'exception de 2026, « l’année des élections municipales » (bilan à mi-parcours)'. */
function formatExceptionDe({ annee, quand, motif }: NonNullable<Exigence['exception']>): string {
  return `exception de ${annee}${quand ? `, « ${quand} »` : ''}${motif ? ` (${motif})` : ''}`
}

/** Why a period is in its state, in one French sentence: the verdict, then what it was judged with. */
export function formatRaison(jugement: Jugement, groupes: readonly EtatGroupe[], situation: Situation): string {
  const { regle, tranche, unite, temps, exigence, datesConnues, sansGroupe, horsGroupes } = situation
  const { aConstater, avantSignature, reportees, sansObjet } = jugement
  const ou = formatTranche(tranche, unite)
  const verdict = groupes.length
    ? formatVerdictGroupes(groupes, situation, ou)
    : exigence === null
      ? formatVerdictMoyenne(jugement, temps)
      : formatVerdict(jugement, ou, temps)
  const precisions = [
    ...situation.moments.map(formatMoment),
    sansObjet > 0 && `${formatCompte(sansObjet, 'réunion')} ne ${sansObjet > 1 ? 'préparent' : 'prépare'} rien encore`,
    exigence?.incomplete && formatIncomplete(tranche, exigence),
    exigence?.exception && formatExceptionDe(exigence.exception),
    reportees > 0 &&
      `${formatCompte(reportees, 'réunion')} ${formatAccord(reportees, 'tenue')} dans une période incomplète d’avant compte${reportees > 1 ? 'nt' : ''} ici`,
    exigence === null &&
      jugement.incomplete &&
      jugement.requis !== null &&
      'année incomplète, jugée sur ses mois entiers',
    aConstater > 0 && (groupes.length > 0 || jugement.etat !== 'A_DECLARER') && formatADeclarer(aConstater),
    avantSignature > 0 &&
      `${formatCompte(avantSignature, 'réunion')} ${formatAccord(avantSignature, 'tenue')} avant la signature de la convention, et ${formatAccord(avantSignature, 'comptée')}`,
    sansGroupe > 0 &&
      `${formatCompte(sansGroupe, 'réunion')} sans ${MOTS_PAR[regle.par]} non ${formatAccord(sansGroupe, 'comptée')}`,
    horsGroupes > 0 &&
      `${formatCompte(horsGroupes, 'réunion')} pour ${regle.par === 'TERRITOIRE' ? 'un' : 'une'} ${MOTS_PAR[regle.par]} que la règle ne nomme pas`,
    !situation.groupesDeclares &&
      `${MOTS_PAR[regle.par]}s non ${regle.par === 'TERRITOIRE' ? 'précisés' : 'précisées'} par la règle`,
    !datesConnues && 'dates de la convention non connues',
    regle.aConfirmer && 'fréquence à confirmer',
  ].filter((precision) => typeof precision === 'string')
  return `${[verdict, ...precisions].join(' ; ')}.`
}
