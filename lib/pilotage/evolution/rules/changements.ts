/**
 * What changed between two days, in the words of a person who has two minutes: at most eight sentences, each with
 * its facts behind it. Pure: facts in, sections out.
 */
import { computeRetardDecision } from '@/lib/gouvernance/decisions/rules'
import { MOTS_ETAT_REUNION } from '@/lib/gouvernance/reunions/words'
import { formatDateCourte } from '@/lib/platform/dates'
import type { DateCivile } from '@/lib/platform/dates'
import { capitalise } from '@/lib/platform/mots'
import { formatAccord, formatCompte, formatListe } from '@/lib/platform/typographie'
import { formatBornes, formatReunion } from './bornes'
import { formatValeurEvolution, quote } from '../words'
import { listEtapes, listFiches, listSchemas, type Jours } from './statuts'
import type {
  BornesEvolution,
  DecisionSuivie,
  FaitsEvolution,
  LigneEvolution,
  Manquement,
  MesureLue,
  ReunionSuivie,
  SectionEvolution,
} from '../types'

const isDedans = (date: DateCivile | null, { depuis, jusque }: Jours): boolean =>
  date !== null && date >= depuis && date <= jusque

const toLigne = (decision: DecisionSuivie, precision: string): LigneEvolution => ({
  texte: decision.texte,
  chemin: `/reunions/${decision.reunion}`,
  precision,
  de: null,
  vers: null,
})

const formatOrigine = ({ instance, date }: DecisionSuivie): string => `${instance} du ${formatDateCourte(date)}`

const ETATS: Record<'REFUSEE' | 'REPORTEE', [string, string]> = {
  REFUSEE: ['refusée', 'refusées'],
  REPORTEE: ['reportée', 'reportées'],
}

/** Decisions taken in between, and those refused or put off. */
function listDecisions({ decisions }: FaitsEvolution, jours: Jours): SectionEvolution | null {
  const tranchees = decisions.filter(({ etat, date }) => etat !== 'ATTENDUE' && isDedans(date, jours))
  if (tranchees.length === 0) return null
  const prises = tranchees.filter(({ etat }) => etat === 'PRISE').length
  const autres = (['REFUSEE', 'REPORTEE'] as const).flatMap((etat) => {
    const nombre = tranchees.filter((decision) => decision.etat === etat).length
    return nombre > 0 ? [`${nombre} ${formatAccord(nombre, ...ETATS[etat])}`] : []
  })
  const tete =
    prises > 0
      ? `${formatCompte(prises, 'décision a été prise', 'décisions ont été prises')}`
      : 'Aucune décision n’a été prise'
  const [seule] = tranchees
  return {
    cle: 'DECISIONS',
    titre: 'Décisions',
    chemin: '/decisions',
    lien: 'Voir les décisions',
    phrase:
      tranchees.length === 1 && seule?.etat === 'PRISE'
        ? `Une décision a été prise : ${quote(seule.texte)}.`
        : `${[tete, ...autres].join(', ')}.`,
    lignes: tranchees.map((decision) =>
      toLigne(
        decision,
        `${decision.etat === 'PRISE' ? 'prise' : ETATS[decision.etat as 'REFUSEE' | 'REPORTEE'][0]}, ${formatOrigine(decision)}`,
      ),
    ),
  }
}

/** 'Sur 3 décisions prises pendant le COPIL du 10 mars 2026, 2 sont réalisées'. */
function formatSuites(prises: number, closes: number, reunion: string): string {
  if (prises === 1)
    return `La décision prise pendant ${reunion} ${closes === 1 ? 'est réalisée' : 'n’est pas encore réalisée'}`
  if (closes === prises) return `Les ${prises} décisions prises pendant ${reunion} sont réalisées`
  return `Sur ${prises} décisions prises pendant ${reunion}, ${closes === 0 ? 'aucune n’est réalisée' : formatCompte(closes, 'est réalisée', 'sont réalisées')}`
}

/** Carried out in between, and late at the end: what became of what was decided. */
function listSuites({ decisions }: FaitsEvolution, bornes: BornesEvolution): SectionEvolution | null {
  const prises = decisions.filter(({ etat, date }) => etat === 'PRISE' && date <= bornes.jusque)
  const faites = prises.filter(({ realiseeLe, date }) => isDedans(realiseeLe, bornes) && realiseeLe !== date)
  const retards = prises.filter(({ etat, echeance, realiseeLe }) =>
    computeRetardDecision(
      {
        etat,
        echeance,
        realiseeLe: realiseeLe !== null && realiseeLe > bornes.jusque ? null : realiseeLe,
        decidee: false,
      },
      bornes.jusque,
    ),
  )
  const siennes = bornes.reunion ? prises.filter(({ reunion }) => reunion === bornes.reunion?.ref) : []
  const closes = siennes.filter(({ realiseeLe }) => realiseeLe !== null && realiseeLe <= bornes.jusque).length
  if (faites.length === 0 && retards.length === 0 && siennes.length === 0) return null
  const [enRetard] = retards
  const suite = [
    siennes.length > 0 && bornes.reunion
      ? formatSuites(siennes.length, closes, formatReunion(bornes.reunion))
      : faites.length > 0
        ? formatCompte(faites.length, 'décision a été réalisée', 'décisions ont été réalisées')
        : null,
    retards.length === 0
      ? null
      : retards.length === 1 && enRetard
        ? `une décision est en retard : ${quote(enRetard.texte)}`
        : `${retards.length} décisions sont en retard`,
  ].filter((partie) => partie !== null)
  const phrase = `${suite.join(' ; ')}.`
  const autres = siennes.filter((decision) => !faites.includes(decision) && !retards.includes(decision))
  return {
    cle: 'SUITES',
    titre: 'Suites des décisions',
    phrase: capitalise(phrase),
    chemin: '/decisions',
    lien: 'Voir le suivi des décisions',
    lignes: [
      ...retards.map((decision) =>
        toLigne(
          decision,
          [`en retard, attendue pour le ${formatDateCourte(decision.echeance ?? bornes.jusque)}`, decision.responsable]
            .filter(Boolean)
            .join(', '),
        ),
      ),
      ...faites.map((decision) =>
        toLigne(
          decision,
          `réalisée le ${formatDateCourte(decision.realiseeLe ?? bornes.jusque)}, ${formatOrigine(decision)}`,
        ),
      ),
      ...autres.map((decision) =>
        toLigne(
          decision,
          `${decision.realiseeLe !== null && decision.realiseeLe <= bornes.jusque ? 'réalisée' : 'pas encore réalisée'}, ${formatOrigine(decision)}`,
        ),
      ),
    ],
  }
}

const toLigneMesure = (mesure: MesureLue): LigneEvolution => ({
  texte: mesure.libelle,
  chemin: mesure.fiche ? `/plan-action/${mesure.fiche}` : '/plan-action',
  precision: [mesure.periode, mesure.reprise && 'repris des documents'].filter(Boolean).join(', '),
  de: mesure.precedente && formatValeurEvolution(mesure, mesure.precedente),
  vers: formatValeurEvolution(mesure, mesure),
})

/** Values recorded, with the one before. */
function listMesures({ mesures }: FaitsEvolution): SectionEvolution | null {
  const [seule] = mesures
  if (!seule) return null
  const nombre = new Set(mesures.map(({ indicateur }) => indicateur)).size
  const ligne = toLigneMesure(seule)
  return {
    cle: 'MESURES',
    titre: 'Indicateurs',
    chemin: mesures.length === 1 ? ligne.chemin : '/plan-action',
    lien: mesures.length === 1 && seule.fiche ? 'Voir la fiche' : 'Voir le plan d’action',
    phrase:
      mesures.length === 1
        ? `Un indicateur a une nouvelle valeur : ${quote(ligne.texte)}, ${ligne.vers}${ligne.de ? ` (auparavant ${ligne.de})` : ''}.`
        : `${formatCompte(nombre, 'indicateur a', 'indicateurs ont')} de nouvelles valeurs.`,
    lignes: mesures.map(toLigneMesure),
  }
}

/** What has not been declared since is no longer « prévue ». */
const MOTS_REUNION: Record<ReunionSuivie['etat'], string> = {
  ...MOTS_ETAT_REUNION,
  PREVUE: 'date passée, à déclarer',
}

/** Meetings held and missed, and the bodies that met less than they should. */
function listReunions({ reunions }: FaitsEvolution, manquements: readonly Manquement[]): SectionEvolution | null {
  const compte = (etat: ReunionSuivie['etat']) => reunions.filter((reunion) => reunion.etat === etat).length
  const [tenues, annulees, aDeclarer] = [compte('TENUE'), compte('ANNULEE'), compte('PREVUE')]
  if (reunions.length === 0 && manquements.length === 0) return null
  const faits = [
    tenues > 0
      ? formatCompte(tenues, 'réunion a été tenue', 'réunions ont été tenues')
      : 'Aucune réunion n’a été tenue',
    annulees > 0 && formatCompte(annulees, 'a été annulée', 'ont été annulées'),
    aDeclarer > 0 && formatCompte(aDeclarer, 'reste à déclarer', 'restent à déclarer'),
  ].filter((fait) => typeof fait === 'string')
  const noms = [...new Set(manquements.map(({ instance }) => instance))]
  const manque =
    noms.length > 0
      ? ` ; moins que prévu pour ${noms.length > 3 ? formatCompte(noms.length, 'instance') : formatListe(noms.map(quote))}`
      : ''
  return {
    cle: 'REUNIONS',
    titre: 'Réunions',
    chemin: reunions.length > 0 ? '/reunions' : '/gouvernance',
    lien: reunions.length > 0 ? 'Voir le calendrier' : 'Voir la gouvernance',
    phrase: `${faits.join(', ')}${manque}.`,
    lignes: [
      ...manquements.map(({ ref, instance, raison }) => ({
        texte: instance,
        chemin: `/gouvernance/${ref}`,
        precision: raison,
        de: null,
        vers: null,
      })),
      ...reunions.map(({ ref, date, etat, instance, motif }) => ({
        texte: `${instance}, ${formatDateCourte(date)}`,
        chemin: `/reunions/${ref}`,
        precision: [MOTS_REUNION[etat], motif && motif].filter(Boolean).join(' : '),
        de: null,
        vers: null,
      })),
    ],
  }
}

/**
 * The sections of a comparison, what an elected official asks first before the rest; those without anything are left out.
 */
export function computeEvolution(
  faits: FaitsEvolution,
  bornes: BornesEvolution,
  manquements: readonly Manquement[],
): SectionEvolution[] {
  const [fiches = null, retards = null] = listFiches(faits, bornes)
  return [
    fiches,
    retards,
    listEtapes(faits),
    listDecisions(faits, bornes),
    listSuites(faits, bornes),
    listSchemas(faits, bornes),
    listMesures(faits),
    listReunions(faits, manquements),
  ].filter((section) => section !== null)
}

/** 'Rien n’a été enregistré depuis le COPIL du 17 juin 2025.' */
export const formatVide = (bornes: BornesEvolution): string => `Rien n’a été enregistré ${formatBornes(bornes)}.`

/**
 * What the comparison cannot know. Past statuses come from the journal, which begins the day the convention was
 * recorded here: before, they are unknown, not unchanged.
 */
export function listLimites({ depuis }: Jours, enregistree: DateCivile, reprises: boolean): string[] {
  return [
    ...(depuis < enregistree
      ? [
          `Les changements de statut des fiches, des étapes et des schémas ne sont connus que depuis le ${formatDateCourte(enregistree)}, jour où la convention a été enregistrée ici. Avant cette date, on ne sait pas s’il y en a eu.`,
        ]
      : []),
    ...(reprises ? ['Les valeurs reprises des documents sont placées à la fin de la période qu’elles décrivent.'] : []),
  ]
}
