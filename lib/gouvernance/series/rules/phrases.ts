/** The rhythm of a series in words: kept with it, and shown wherever it is named. */
import { formatCompte } from '@/lib/platform/typographie'
import { formatJourSemaine } from '@/lib/gouvernance/jours/rules/jours'
import type { Rang, Rythme } from '@/lib/gouvernance/calendrier/types'

const RANGS: Record<Rang, string> = { 1: 'premier', 2: 'deuxième', 3: 'troisième', 4: 'quatrième', DERNIER: 'dernier' }

/** 'premier', 'dernier' */
const formatRang = (rang: Rang): string => RANGS[rang]

/** '3 semaines avant', '10 jours avant'. */
const formatAvance = (jours: number): string =>
  `${jours % 7 === 0 ? formatCompte(jours / 7, 'semaine') : formatCompte(jours, 'jour')} avant`

/**
 * 'le premier mardi de chaque mois', 'le 15 de chaque mois', '3 semaines avant chaque réunion : Comité de pilotage'.
 * @param evenement name of the instance whose meetings are prepared
 */
export function formatRythme(rythme: Rythme, evenement: string | null): string {
  switch (rythme.genre) {
    case 'MENSUEL_JOUR':
      return `le ${formatRang(rythme.rang)} ${formatJourSemaine(rythme.jour)} de chaque mois`
    case 'MENSUEL_DATE':
      return rythme.quantieme > 28
        ? `le ${rythme.quantieme} de chaque mois (ou son dernier jour)`
        : `le ${rythme.quantieme === 1 ? '1er' : rythme.quantieme} de chaque mois`
    case 'DEUX_PAR_MOIS':
      return `les ${rythme.rangs.map(formatRang).join(' et ')} ${formatJourSemaine(rythme.jour)}s de chaque mois`
    case 'QUINZAINE':
      return `un ${formatJourSemaine(rythme.jour)} sur deux`
    case 'TRIMESTRIEL':
      return `le ${formatRang(rythme.rang)} ${formatJourSemaine(rythme.jour)}, tous les trois mois`
    case 'AVANT_INSTANCE':
      return `${formatAvance(rythme.jours)} chaque réunion : ${evenement ?? 'autre instance'}`
  }
}
