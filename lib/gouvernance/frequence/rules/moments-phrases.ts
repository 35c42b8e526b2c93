/** The moments of a rule in words: what the rule says of them, and what became of each. */
import { addDays, formatDateCourte } from '@/lib/platform/dates'
import { formatListe } from '@/lib/platform/typographie'
import type { EtatMoment, MomentFrequence } from '../types'

/** A day of no year: '21 juin', '1er janvier'. */
export const formatJourMois = (moisJour: string): string => formatDateCourte(`2024-${moisJour}`).replace(/ 2024$/, '')

/** 'au premier trimestre et avant l’été': in the words of the convention; empty where the rule has no moment. */
export const formatMots = (moments: readonly Pick<MomentFrequence, 'mots'>[]): string =>
  formatListe(moments.map(({ mots }) => mots))

/** 'du 1er janvier au 31 mars', 'avant chaque réunion de l’instance « Comité de pilotage »'. */
export function formatBornesMoment({ du, au, avant, nom }: MomentFrequence): string {
  if (avant !== null)
    return nom ? `avant chaque réunion de l’instance « ${nom} »` : 'avant chaque réunion d’une autre instance'
  return du !== null && au !== null ? `du ${formatJourMois(du)} au ${formatJourMois(au)}` : 'jours à préciser'
}

/** '« avant l’été » : réunion à planifier d’ici le 20 juin 2026'. */
export function formatMoment({ mots, sort, reunion, limite, groupe }: EtatMoment): string {
  const sujet = `« ${mots} »${groupe === null ? '' : `, ${groupe}`}`
  const jour = reunion === null ? null : formatDateCourte(reunion)
  switch (sort) {
    case 'TENU':
      return `${sujet} : réunion tenue le ${jour}`
    case 'PREVU':
      return `${sujet} : réunion prévue le ${jour}`
    case 'A_PLANIFIER':
      return `${sujet} : réunion à planifier d’ici le ${formatDateCourte(limite ?? '')}`
    case 'A_DECLARER':
      return jour === null
        ? `${sujet} : la réunion à préparer est passée, à déclarer tenue ou annulée`
        : `${sujet} : réunion du ${jour} à déclarer tenue ou annulée`
    case 'MANQUE':
      return `${sujet} : aucune réunion tenue avant le ${formatDateCourte(addDays(limite ?? '', 1))}`
    case 'SANS_OBJET':
      return `${sujet} : rien à préparer, aucune réunion prévue ni tenue`
  }
}
