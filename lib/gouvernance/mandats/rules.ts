/** Mandates: who sits where, until when, and what an election or a departure makes of it. Pure: no clock, no database. */
import { addDays, formatDateCourte } from '@/lib/platform/dates'
import type { DateCivile } from '@/lib/platform/dates'
import { foldTexte } from '@/lib/platform/texte'
import { formatAccord, formatCompte, formatListe } from '@/lib/platform/typographie'
import type { DatesConvention } from '@/lib/gouvernance/frequence/types'
import type { EtatMandat, PersonneMandatee, Reprise, Siege, Succession } from './types'

/** A mandate that ends within three months ends soon: time for a commune to designate. */
const BIENTOT_JOURS = 92

/** Where a mandate stands. Without dates it runs: nobody said it ended. */
export function computeEtatMandat({ debut, fin }: Pick<Siege, 'debut' | 'fin'>, today: DateCivile): EtatMandat {
  if (fin !== null && fin < today) return 'TERMINE'
  if (debut !== null && debut > today) return 'A_VENIR'
  return fin !== null && fin <= addDays(today, BIENTOT_JOURS) ? 'BIENTOT' : 'EN_COURS'
}

/** Seats by person, in the order of their first seat; a seat without a name stands alone. */
export function groupPersonnes(sieges: readonly Siege[], today: DateCivile): PersonneMandatee[] {
  const personnes = new Map<string, PersonneMandatee>()
  for (const siege of sieges) {
    const cle = siege.cle ?? `siege:${siege.id}`
    const personne = personnes.get(cle) ?? { cle, nom: siege.personne, sieges: [] }
    personne.sieges.push({ ...siege, etat: computeEtatMandat(siege, today) })
    personnes.set(cle, personne)
  }
  return [...personnes.values()]
}

export const FILTRES_MANDATS = ['en-cours', 'bientot', 'termines', 'a-nommer'] as const
export type FiltreMandats = (typeof FILTRES_MANDATS)[number]

const isOuvert = (etat: EtatMandat): boolean => etat !== 'TERMINE'

/** Whether a person, or a seat without a name, belongs to a list. */
export function matchFiltre({ nom, sieges }: PersonneMandatee, filtre: FiltreMandats): boolean {
  switch (filtre) {
    case 'en-cours':
      return nom !== null && sieges.some(({ etat }) => isOuvert(etat))
    case 'bientot':
      return sieges.some(({ etat }) => etat === 'BIENTOT')
    case 'termines':
      return sieges.some(({ etat }) => etat === 'TERMINE')
    case 'a-nommer':
      return nom === null && sieges.some(({ etat }) => isOuvert(etat))
  }
}

/** A mandate may be ended while it runs, or before it begins; one already ended with its reason is reopened first. */
export const isCloturable = ({ fin, motifFin }: Pick<Siege, 'fin' | 'motifFin'>, today: DateCivile): boolean =>
  motifFin === null && (fin === null || fin >= today)

/** Why a mandate cannot end on that day; null when it can. */
export function checkFin(
  siege: Pick<Siege, 'debut' | 'fin' | 'motifFin' | 'personne' | 'libelle' | 'instance'>,
  fin: DateCivile,
): string | null {
  const qui = siege.personne ?? siege.libelle
  if (siege.motifFin !== null) {
    return `Le mandat de ${qui} (${siege.instance.nom}) est déjà terminé${siege.fin ? ` le ${formatDateCourte(siege.fin)}` : ''} : annulez d’abord cette fin, ou décochez ce siège.`
  }
  if (siege.debut !== null && fin < siege.debut) {
    return `Le mandat de ${qui} (${siege.instance.nom}) commence le ${formatDateCourte(siege.debut)} : il ne peut pas finir avant. Corrigez la date, ou décochez ce siège.`
  }
  return null
}

/** What deserves a second look without being refused. */
export function listAvertissements(fin: DateCivile, convention: DatesConvention): string[] {
  if (convention.debut !== null && fin < convention.debut)
    return [`Cette date est avant le début de la convention (${formatDateCourte(convention.debut)}).`]
  if (convention.fin !== null && fin > convention.fin)
    return [`Cette date est après la fin de la convention (${formatDateCourte(convention.fin)}).`]
  return []
}

/**
 * The mandate that takes over. It keeps the seat’s own words, but never the name of who left: where the convention
 * names the person instead of the seat, the function names it, else it is a seat to fill.
 */
export function buildSuccession(
  siege: Pick<Siege, 'id' | 'libelle' | 'personne' | 'fonction'>,
  fin: DateCivile,
  { reprise, nom, fonction }: { reprise: Exclude<Reprise, 'SANS'>; nom: string | null; fonction: string | null },
): Succession {
  const personne = reprise === 'SUCCESSEUR' ? nom : null
  const role = fonction ?? siege.fonction
  const nominatif = siege.personne !== null && foldTexte(siege.libelle).includes(foldTexte(siege.personne).trim())
  return {
    membre: siege.id,
    libelle: nominatif ? (role ?? personne ?? 'Siège à pourvoir') : siege.libelle,
    personne,
    fonction: role,
    debut: addDays(fin, 1),
  }
}

export interface CloturePrevue {
  fin: DateCivile
  /** One line per person who leaves. */
  departs: {
    nom: string
    mandats: number
    reprise: Reprise
    successeur: string | null
    decisions: number
    decisionsGardees: number
    points: number
    pointsGardes: number
  }[]
  convention: DatesConvention
}

const total = (
  departs: CloturePrevue['departs'],
  cle: 'mandats' | 'decisions' | 'points' | 'decisionsGardees' | 'pointsGardes',
): number => departs.reduce((somme, depart) => somme + depart[cle], 0)

/** What will be written, in words, before it is. */
export function describeCloture({ fin, departs, convention }: CloturePrevue): {
  phrases: string[]
  avertissements: string[]
} {
  const concernes = departs.filter(({ mandats }) => mandats > 0)
  const mandats = total(concernes, 'mandats')
  if (mandats === 0) return { phrases: ['Aucun mandat n’est choisi.'], avertissements: [] }
  const noms =
    concernes.length > 3 ? formatCompte(concernes.length, 'personne') : formatListe(concernes.map(({ nom }) => nom))
  const repris = concernes.filter(({ successeur, reprise }) => reprise === 'SUCCESSEUR' && successeur !== null)
  const aDesigner = concernes.filter(({ reprise }) => reprise === 'A_DESIGNER')
  const sans = concernes.filter(({ reprise }) => reprise === 'SANS')
  const [decisions, points, decisionsGardees, pointsGardes] = [
    total(concernes, 'decisions'),
    total(concernes, 'points'),
    total(concernes, 'decisionsGardees'),
    total(concernes, 'pointsGardes'),
  ]
  const transmis = [
    decisions > 0 && formatCompte(decisions, 'décision'),
    points > 0 && formatCompte(points, 'point d’ordre du jour', 'points d’ordre du jour'),
  ].filter((mot) => typeof mot === 'string')
  const gardes = [
    decisionsGardees > 0 && formatCompte(decisionsGardees, 'décision'),
    pointsGardes > 0 && formatCompte(pointsGardes, 'point d’ordre du jour', 'points d’ordre du jour'),
  ].filter((mot) => typeof mot === 'string')
  return {
    phrases: [
      `${formatCompte(mandats, 'mandat')} de ${noms} ${formatAccord(mandats, 'se termine', 'se terminent')} le ${formatDateCourte(fin)}.`,
      ...repris
        .slice(0, 5)
        .map(
          ({ nom, successeur, mandats: nombre }) =>
            `${successeur} prend la suite de ${nom} le ${formatDateCourte(addDays(fin, 1))}, pour ${formatCompte(nombre, 'siège')}.`,
        ),
      ...(repris.length > 5
        ? [`${formatCompte(repris.length - 5, 'autre personne a', 'autres personnes ont')} aussi un successeur nommé.`]
        : []),
      ...(aDesigner.length > 0
        ? [
            `${formatCompte(total(aDesigner, 'mandats'), 'siège reste', 'sièges restent')} à pourvoir : la personne est à désigner.`,
          ]
        : []),
      ...(sans.length > 0
        ? [`${formatCompte(total(sans, 'mandats'), 'siège n’est pas repris', 'sièges ne sont pas repris')}.`]
        : []),
      ...(transmis.length > 0
        ? [`${formatListe(transmis)} ${decisions + points < 2 ? 'passe' : 'passent'} au nom du successeur.`]
        : []),
      ...(gardes.length > 0
        ? [`${formatListe(gardes)} ${decisionsGardees + pointsGardes < 2 ? 'reste' : 'restent'} au nom de qui part.`]
        : []),
    ],
    avertissements: listAvertissements(fin, convention),
  }
}
