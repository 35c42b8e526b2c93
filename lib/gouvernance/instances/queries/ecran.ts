/** From what was read to what the governance screens show: words in French, nothing left to compute. */
import {
  formatDate,
  formatIntervalle,
  formatMois,
  monthBounds,
  yearBounds,
  yearOf,
  type Bornes,
  type DateCivile,
} from '@/lib/platform/dates'
import { formatHeure } from '@/lib/platform/heures'
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import { formatRegle } from '@/lib/gouvernance/frequence/rules/evaluation'
import { listPrecisions } from '@/lib/gouvernance/frequence/rules/regle-phrases'
import { sameGroupe } from '@/lib/gouvernance/frequence/rules/groupes'
import { formatApplication } from '@/lib/gouvernance/frequence/rules/succession'
import type { FiltreReunions } from '@/lib/gouvernance/frequence/words'
import type { RegleFrequence, ReunionRegle } from '@/lib/gouvernance/frequence/types'
import { MOTS_DEROGATION } from '@/lib/gouvernance/reunions/words'
import type { LigneReunion } from '../read/lignes'
import type {
  EntreeConvention,
  InstanceLue,
  PeriodeLue,
  VueInstance,
  VueInstanceReunion,
  VueLacune,
  VuePeriode,
  VueReserve,
  VueReunion,
  VueReunions,
} from '../types/ecran'

const SANS_RETARD = 'Aucun retard ne peut donc être signalé.'
const A_CONFIRMER = 'La formule de la convention peut se lire de plusieurs façons : elle est lue à la lettre.'

/** 'de 14 h à 16 h 30', 'à 14 h'; null when the hour is not known. */
function formatHoraire(debut: string | null, fin: string | null): string | null {
  if (debut === null) return null
  return fin === null ? `à ${formatHeure(debut)}` : `de ${formatHeure(debut)} à ${formatHeure(fin)}`
}

export function toConvention(
  convention: { slug: string; nom: string; debut: DateCivile | null; fin: DateCivile | null },
  today: DateCivile,
): EntreeConvention {
  const { slug, nom, debut, fin } = convention
  return { slug, nom, today, debut, fin, dates: debut && fin ? formatIntervalle({ debut, fin }) : null }
}

/** The reason to give where no frequency is written: the convention's gap, when one was noted. */
function formatSansFrequence(regle: RegleFrequence | null, lacunes: readonly VueLacune[]): string | null {
  if (regle !== null && regle.mode !== 'NON_PRECISEE') return null
  const lacune = lacunes.find(({ sujet }) => sujet === 'FREQUENCES')
  return lacune?.raison ?? SANS_RETARD
}

/** Doubtful readings of the frequency; a rule flagged without any says at least how it was read. */
function listReservesRegle({ regle, reserves }: InstanceLue): VueReserve[] {
  const connues = reserves.filter(({ type }) => type === 'REGLE')
  if (connues.length > 0 || !regle?.aConfirmer) return connues
  return [{ champ: null, citation: regle.source, lecture: formatRegle(regle), raison: A_CONFIRMER }]
}

/** What the forms of a meeting need to know of its instance. */
export function toInstanceReunion({ id, ref, nom, type, regle, reunions }: InstanceLue): VueInstanceReunion {
  return { id, ref, nom, type, par: regle?.par ?? 'INSTANCE', groupes: listNoms(regle, reunions) }
}

export function toInstance(
  lue: InstanceLue,
  toutes: readonly InstanceLue[],
  lacunes: readonly VueLacune[],
): VueInstance {
  const { niveau, regle, regleTexte, vue, etat, manquee, phrase, reunions } = lue
  const parent = toutes.find((autre) => autre.ref === lue.parent)
  return {
    ...toInstanceReunion(lue),
    niveau,
    regleTexte,
    etat,
    manquee,
    phrase,
    parent: parent ? { ref: parent.ref, nom: parent.nom } : null,
    precisions: listPrecisions(regle),
    source: regle?.source ?? null,
    evenement: regle?.evenement ?? null,
    reservesRegle: listReservesRegle(lue),
    sansFrequence: formatSansFrequence(regle, lacunes),
    echeance: lue.echeance && formatDate(lue.echeance),
    tenues: vue?.tenues ?? null,
    prevues: vue?.prevues ?? null,
    requis: vue?.requis ?? null,
    prochaine: lue.prochaine && formatDate(lue.prochaine),
    derniere: lue.derniere && formatDate(lue.derniere),
    aDeclarer: lue.aDeclarer,
    nombreReunions: reunions.length,
    nombreMembres: lue.membres.length,
    nombreMissions: lue.missions.length,
  }
}

/** The groups that the rule names, then those that meetings add to them. */
const listNoms = (regle: RegleFrequence | null, reunions: readonly ReunionRegle[]): string[] => {
  const declares = regle?.groupes ?? []
  const nommes = reunions
    .map(({ groupe }) => groupe)
    .filter((groupe) => groupe !== null && !declares.some((declare) => sameGroupe(declare, groupe)))
    .filter((groupe) => groupe !== null)
  return [...declares, ...[...new Set(nommes)].sort((a, b) => a.localeCompare(b, 'fr'))]
}

const same = (a: Bornes, b: Bornes): boolean => a.debut === b.debut && a.fin === b.fin

/** '2026', 'mars 2026', 'du 1er janvier au 30 juin 2026'. */
function formatPeriode({ debut, fin }: Bornes): string {
  if (same({ debut, fin }, yearBounds(yearOf(debut)))) return String(yearOf(debut))
  return same({ debut, fin }, monthBounds(debut)) ? formatMois(debut) : formatIntervalle({ debut, fin })
}

export function toPeriode(periode: PeriodeLue): VuePeriode {
  const { etatSuivi, temps, tenues, prevues, requis, maximum, raison } = periode
  return { titre: formatPeriode(periode), etat: etatSuivi, temps, tenues, prevues, requis, maximum, raison }
}

/** Rules other than the one in force, with the days they apply. */
export function toAutresRegles({
  regles,
  regle,
}: InstanceLue): { texte: string; quand: string; precisions: string[]; source: string | null }[] {
  return regles
    .filter((autre) => autre !== regle)
    .map((autre) => ({
      texte: formatRegle(autre),
      quand: formatApplication(autre),
      precisions: listPrecisions(autre),
      source: autre.source,
    }))
}

/** In which of the filters of a list a meeting falls. */
function computeFiltre({ etat, date }: Pick<ReunionRegle, 'etat' | 'date'>, today: DateCivile): FiltreReunions {
  if (etat === 'TENUE') return 'tenues'
  if (etat === 'ANNULEE') return 'annulees'
  return date < today ? 'a-declarer' : 'prevues'
}

function countFiltres(reunions: readonly ReunionRegle[], today: DateCivile): Record<FiltreReunions, number> {
  const comptes = { prevues: 0, tenues: 0, annulees: 0, 'a-declarer': 0 }
  for (const reunion of reunions) comptes[computeFiltre(reunion, today)] += 1
  return comptes
}

/** '12 réunions : 10 tenues, 1 prévue et 1 annulée'. */
function formatResume(comptes: Record<FiltreReunions, number>): string {
  const { prevues, tenues, annulees, 'a-declarer': aDeclarer } = comptes
  const total = prevues + tenues + annulees + aDeclarer
  const parties = [
    tenues > 0 && formatCompte(tenues, 'tenue'),
    prevues > 0 && formatCompte(prevues, 'prévue'),
    aDeclarer > 0 && `${aDeclarer} à déclarer`,
    annulees > 0 && formatCompte(annulees, 'annulée'),
  ].filter((partie) => partie !== false)
  return `${formatCompte(total, 'réunion')} : ${formatListe(parties)}`
}

/** The year to open: the one asked for, else that of today, else the nearest that has meetings. */
export function computeAnnee(
  reunions: readonly ReunionRegle[],
  demandee: number | null,
  today: DateCivile,
): number | null {
  const annees = [...new Set(reunions.map(({ date }) => yearOf(date)))]
  if (demandee !== null && annees.includes(demandee)) return demandee
  const courante = yearOf(today)
  return annees.sort((a, b) => Math.abs(a - courante) - Math.abs(b - courante) || b - a)[0] ?? null
}

/** A meeting for the screens; none when its instance is not among those read. */
export function toReunion(
  ligne: LigneReunion,
  instances: ReadonlyMap<number, VueInstanceReunion>,
  today: DateCivile,
): VueReunion[] {
  const { instanceId, ...reste } = ligne
  const instance = instances.get(instanceId)
  if (!instance) return []
  return [
    {
      ...reste,
      instance,
      dateTexte: formatDate(ligne.date),
      horaire: formatHoraire(ligne.heureDebut, ligne.heureFin),
      aDeclarer: computeFiltre(ligne, today) === 'a-declarer',
      derogations: ligne.derogations.map(({ regle, motif }) => ({ regle: MOTS_DEROGATION[regle] ?? regle, motif })),
    },
  ]
}

/**
 * The list of meetings: one year open, the others summed up.
 * @param lues the instances whose meetings are listed
 * @param lignes the meetings of the open year
 */
export function toReunions(
  lues: readonly InstanceLue[],
  lignes: readonly LigneReunion[],
  { annee, etat, today }: { annee: number | null; etat: FiltreReunions | null; today: DateCivile },
): VueReunions {
  const toutes = lues.flatMap(({ reunions }) => reunions)
  const deAnnee = (an: number) => toutes.filter(({ date }) => yearOf(date) === an)
  const annees = [...new Set(toutes.map(({ date }) => yearOf(date)))].sort((a, b) => b - a)
  // One object per instance, whatever its meetings: what goes to the browser names it once.
  const instances = new Map(lues.map((lue) => [lue.id, toInstanceReunion(lue)]))
  return {
    annee,
    etat,
    total: toutes.length,
    annees: annees.map((an) => ({
      annee: an,
      total: deAnnee(an).length,
      resume: formatResume(countFiltres(deAnnee(an), today)),
    })),
    comptes: countFiltres(annee === null ? [] : deAnnee(annee), today),
    lignes: lignes
      .filter((ligne) => etat === null || computeFiltre(ligne, today) === etat)
      .flatMap((ligne) => toReunion(ligne, instances, today)),
  }
}
