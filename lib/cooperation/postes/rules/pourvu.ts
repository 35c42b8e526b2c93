/**
 * Planned is not filled: what a post, a line and a schéma are on a day. The one rule of « pourvu »; pure; in SQL the same is
 * said by `app.effectifs_postes` and `app.effectifs_schema` (record 0041).
 */
import type { DateCivile } from '@/lib/platform/dates'
import type { Centiemes } from '@/lib/platform/nombres'
import type { ModePoste, PeriodeConnue, SituationPoste } from '@/lib/cooperation/schemas/types/regles'

/** A span whose end may be open. */
export interface Duree {
  debut: DateCivile
  /** Last day, included; null while it lasts. */
  fin: DateCivile | null
}

export interface OccupationPoste extends Duree {
  id: number
  /** Key of the person, the same over all posts and conventions. */
  charge: number
  /** Null: who holds the post is known, for how much of it is not. */
  quotite: Centiemes | null
  /** The occupation it stands in for, of the same post; null for whoever holds the post. */
  remplace: number | null
  absences: readonly Duree[]
}

export interface PosteRegle {
  quotite: Centiemes
  occupations: readonly OccupationPoste[]
  /** Left out: not handed to an outside operator. */
  mode?: ModePoste
}

/** A line by porteur, with the posts it is cut into. */
export interface LigneRegle {
  /** What the schéma gives it; null when the documents give no figure. */
  quotite: Centiemes | null
  /** As written in the document: all that is known while no post is described. */
  situation: SituationPoste
  postes: readonly PosteRegle[]
}

/** What is so on a day, in hundredths of ETP: planned is the sum of the five states, unless more is filled than was planned. */
export interface Effectif {
  prevu: Centiemes
  /** Held by somebody, present or not. */
  pourvu: Centiemes
  /** Held by somebody who is there, or replaced. */
  present: Centiemes
  /** Planned and held by nobody; never negative. */
  vacant: Centiemes
  /** The document writes that nobody ever held it. */
  jamaisPourvu: Centiemes
  /** Handed to an outside operator who names nobody: neither filled nor vacant. */
  externalise: Centiemes
  /** Nothing says whether it is filled: never counted as filled. */
  nonPrecise: Centiemes
}

/** A line of a schéma, or a post on no line, on a day. */
export interface LigneEffectif {
  libelle: string
  effectif: Effectif
}

export const RIEN: Effectif = {
  prevu: 0,
  pourvu: 0,
  present: 0,
  vacant: 0,
  jamaisPourvu: 0,
  externalise: 0,
  nonPrecise: 0,
}

export const covers = ({ debut, fin }: Duree, date: DateCivile): boolean =>
  debut <= date && (fin === null || date <= fin)

const sum = (quotites: readonly { quotite: Centiemes | null }[]): Centiemes =>
  quotites.reduce((total, { quotite }) => total + (quotite ?? 0), 0)

/** Adds up what is so on one and the same day, of one and the same schéma. */
export const sumEffectifs = (effectifs: readonly Effectif[]): Effectif =>
  effectifs.reduce(
    (total, effectif) => ({
      prevu: total.prevu + effectif.prevu,
      pourvu: total.pourvu + effectif.pourvu,
      present: total.present + effectif.present,
      vacant: total.vacant + effectif.vacant,
      jamaisPourvu: total.jamaisPourvu + effectif.jamaisPourvu,
      externalise: total.externalise + effectif.externalise,
      nonPrecise: total.nonPrecise + effectif.nonPrecise,
    }),
    RIEN,
  )

/**
 * A post on a day. A replacement stands in for an absent person: it adds nothing to what is filled. What nobody holds of a
 * post handed to an outside operator is the operator’s: no vacancy can be read from that. Where somebody holds it for a part
 * that nobody gives, what is left is neither filled nor vacant: it is not known.
 */
function computePoste({ quotite, occupations, mode }: PosteRegle, date: DateCivile): Effectif {
  const actives = occupations.filter((occupation) => covers(occupation, date))
  const titulaires = actives.filter(({ remplace }) => remplace === null)
  const pourvu = sum(titulaires)
  const present = titulaires.reduce((total, titulaire) => {
    if (!titulaire.absences.some((absence) => covers(absence, date))) return total + (titulaire.quotite ?? 0)
    return total + sum(actives.filter(({ remplace }) => remplace === titulaire.id))
  }, 0)
  const libre = Math.max(0, quotite - pourvu)
  const reste = titulaires.some((titulaire) => titulaire.quotite === null)
    ? 'nonPrecise'
    : mode === 'EXTERNALISE'
      ? 'externalise'
      : 'vacant'
  return { ...RIEN, prevu: quotite, pourvu, present, [reste]: libre }
}

const ETAT_ECRIT: Record<SituationPoste, keyof Effectif> = {
  POURVU: 'pourvu',
  VACANT: 'vacant',
  JAMAIS_POURVU: 'jamaisPourvu',
  EXTERNALISE: 'externalise',
  NON_PRECISE: 'nonPrecise',
}

/** A line of which no post is described is what the document writes of it. */
function computeEcrite(quotite: Centiemes, situation: SituationPoste): Effectif {
  return { ...RIEN, prevu: quotite, [ETAT_ECRIT[situation]]: quotite, present: situation === 'POURVU' ? quotite : 0 }
}

/** What posts do not cut out of a line is vacant, unless the document writes that it is handed to an operator or was never filled. */
export const readEtatReste = (situation: SituationPoste): 'VACANT' | 'EXTERNALISE' | 'JAMAIS_POURVU' =>
  situation === 'EXTERNALISE' || situation === 'JAMAIS_POURVU' ? situation : 'VACANT'

/** A line cut into posts is what its posts say, and what they leave of it. */
function computeLigne({ quotite, situation, postes }: LigneRegle, date: DateCivile): Effectif {
  if (postes.length === 0) return computeEcrite(quotite ?? 0, situation)
  const dits = sumEffectifs(postes.map((poste) => computePoste(poste, date)))
  const prevu = quotite ?? dits.prevu
  const libre = Math.max(0, prevu - dits.pourvu)
  const reste = Math.max(0, prevu - dits.prevu)
  const etatReste = readEtatReste(situation)
  const externalise = Math.min(libre, dits.externalise + (etatReste === 'EXTERNALISE' ? reste : 0))
  const jamaisPourvu = etatReste === 'JAMAIS_POURVU' ? Math.min(libre - externalise, reste) : 0
  const nonPrecise = Math.min(libre - externalise - jamaisPourvu, dits.nonPrecise)
  return {
    ...RIEN,
    prevu,
    pourvu: dits.pourvu,
    present: dits.present,
    externalise,
    jamaisPourvu,
    nonPrecise,
    vacant: libre - externalise - jamaisPourvu - nonPrecise,
  }
}

/** What a post, or a line with its posts, is on a day. */
export const computeEffectif = (regle: PosteRegle | LigneRegle, date: DateCivile): Effectif =>
  'postes' in regle ? computeLigne(regle, date) : computePoste(regle, date)

/** Whether anything says what is filled. */
export const isConnu = ({ prevu, pourvu, nonPrecise }: Effectif): boolean => pourvu > 0 || nonPrecise < prevu

/** The day a schéma is spoken of: the one asked for, brought back inside its period. */
export function clampDate(date: DateCivile, { debut, fin }: PeriodeConnue): DateCivile {
  if (debut !== null && date < debut) return debut
  return fin !== null && date > fin ? fin : date
}
