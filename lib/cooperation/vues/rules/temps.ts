/** All the schémas of a territory over the years. Pure; each period keeps its own figures, none is added to another’s. */
import { addDays, daysBetween, maxDate, minDate } from '@/lib/platform/dates'
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import { formatQuotite, type Centiemes } from '@/lib/platform/nombres'
import { isConvenu } from '@/lib/cooperation/schemas/rules/en-vigueur'
import { computeTrous } from '@/lib/cooperation/schemas/rules/periodes'
import { computeEffectif, sumEffectifs, type Duree } from '@/lib/cooperation/postes/rules/pourvu'
import { roundMoyenne } from '@/lib/cooperation/postes/rules/effectif'
import type { Marge, PeriodeConnue } from '@/lib/cooperation/schemas/types/regles'
import type { SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import { MOTS_TOTAL_SCHEMA } from '@/lib/cooperation/schemas/words'
import type { PosteLu } from '@/lib/cooperation/postes/types/postes'
import type { MarchePourvu, MoyennePeriode, PeriodeVue, SchemaPredecesseur, VueTemps } from '../types'

interface Tenue extends Duree {
  /** Null when nobody gives it: it adds nothing to what is known to be filled. */
  quotite: Centiemes | null
}

export interface PosteTenu {
  quotite: Centiemes
  /** Whoever holds the post, replacements left out: they add nothing to what is filled. */
  occupations: readonly Tenue[]
}

/**
 * Mean of what is filled, day by day, over the part of a period that is past. Null when nobody described a post, when
 * the period is not dated, or when it has not begun: nothing is then known.
 */
export function computeMoyennePeriode(
  { debut, fin }: PeriodeConnue,
  postes: readonly PosteTenu[],
  today: DateCivile,
): MoyennePeriode | null {
  if (postes.length === 0 || debut === null || debut > today) return null
  const bornes = { debut, fin: minDate(fin ?? today, today) }
  const jours = daysBetween(bornes.debut, bornes.fin) + 1
  const centiemesJours = postes
    .flatMap(({ occupations }) => occupations)
    .reduce((total, occupation) => {
      const premier = maxDate(occupation.debut, bornes.debut)
      const dernier = minDate(occupation.fin ?? bornes.fin, bornes.fin)
      return premier > dernier ? total : total + (occupation.quotite ?? 0) * (daysBetween(premier, dernier) + 1)
    }, 0)
  return {
    pourvu: roundMoyenne({ centiemesJours, jours }),
    bornes,
    partielle: fin === null || fin > today,
    auMoins: postes.some(({ occupations }) =>
      occupations.some((o) => o.quotite === null && o.debut <= bornes.fin && (o.fin === null || o.fin >= bornes.debut)),
    ),
    decrit: postes.reduce((total, { quotite }) => total + quotite, 0),
  }
}

/** What is filled over the days of a mean, in spans: their mean, day by day, is that mean. */
export function listMarches({ bornes }: Pick<MoyennePeriode, 'bornes'>, postes: readonly PosteTenu[]): MarchePourvu[] {
  const occupations = postes.flatMap((poste) => poste.occupations)
  const departs = [
    bornes.debut,
    ...occupations.flatMap(({ debut, fin }) => [debut, ...(fin === null ? [] : [addDays(fin, 1)])]),
  ]
  const debuts = [...new Set(departs)].filter((jour) => jour >= bornes.debut && jour <= bornes.fin).sort()
  const marches: MarchePourvu[] = []
  for (const [rang, debut] of debuts.entries()) {
    const suivant = debuts[rang + 1]
    const fin = suivant === undefined ? bornes.fin : addDays(suivant, -1)
    const pourvu = occupations.reduce(
      (total, occupation) =>
        occupation.debut <= debut && (occupation.fin ?? fin) >= debut ? total + (occupation.quotite ?? 0) : total,
      0,
    )
    const derniere = marches.at(-1)
    if (derniere?.pourvu === pourvu) derniere.fin = fin
    else marches.push({ debut, fin, pourvu })
  }
  return marches
}

/** Sum of one margin of one schéma; null when no line has a figure. */
function computeSommeMarge({ lignes }: SchemaLu, marge: Marge): Centiemes | null {
  const connues = lignes.flatMap((ligne) => (ligne.marge === marge && ligne.quotite !== null ? [ligne.quotite] : []))
  return connues.length === 0 ? null : connues.reduce((total, quotite) => total + quotite, 0)
}

function computePourvu(
  periode: PeriodeConnue,
  postes: readonly PosteTenu[],
  today: DateCivile,
): Pick<PeriodeVue, 'moyenne' | 'marches'> {
  const moyenne = computeMoyennePeriode(periode, postes, today)
  return { moyenne, marches: moyenne ? listMarches(moyenne, postes) : [] }
}

function toPeriode(schema: SchemaLu, postes: readonly PosteLu[], today: DateCivile): PeriodeVue {
  const siens = postes.filter((poste) => poste.schema === schema.id)
  const tenus = siens.map(({ quotite, occupations }) => ({
    quotite,
    occupations: occupations.filter(({ remplace }) => remplace === null),
  }))
  const decrites = new Set(siens.map(({ affectation }) => affectation))
  const ecrites = schema.lignes.filter(({ marge, id }) => marge === 'PORTEUR' && !decrites.has(id))
  const { ref, libelle, etat, anterieur, debut, fin, periodeTexte, total } = schema
  return {
    ref,
    libelle,
    convention: null,
    etat,
    anterieur,
    debut,
    fin,
    periodeTexte,
    total,
    parCommune: computeSommeMarge(schema, 'PORTEUR'),
    parThematique: computeSommeMarge(schema, 'THEMATIQUE'),
    ...computePourvu(schema, tenus, today),
    // Without posts, what a line is does not depend on the day.
    ecrit: sumEffectifs(
      ecrites.map(({ quotite, situation }) => computeEffectif({ quotite, situation, postes: [] }, debut ?? today)),
    ),
  }
}

function toPeriodePredecesseur(
  convention: string,
  { postes, ...schema }: SchemaPredecesseur,
  today: DateCivile,
): PeriodeVue {
  return {
    ...schema,
    ref: null,
    convention,
    anterieur: true,
    ...computePourvu(schema, postes, today),
  }
}

/** The new convention may recall a schéma of the one before: where that one is read, the recall is not drawn twice. */
const estRappel = (periode: PeriodeVue, autres: readonly PeriodeVue[]): boolean =>
  periode.anterieur &&
  autres.some(
    ({ debut, fin, total }) =>
      debut !== null && debut === periode.debut && fin === periode.fin && total === periode.total,
  )

const byDebut = (a: PeriodeVue, b: PeriodeVue): number =>
  a.debut === b.debut ? 0 : a.debut === null ? 1 : b.debut === null || a.debut < b.debut ? -1 : 1

/** The reading in one sentence: from one total to the next, never their sum. */
function formatLectureTemps(periodes: readonly PeriodeVue[]): string {
  const connues = periodes.filter(({ debut, total }) => debut !== null && total !== null)
  const [premiere, ...suite] = connues
  if (!premiere)
    return 'Aucun schéma n’a à la fois une période et un total connus : rien ne peut être placé dans le temps.'
  const dire = ({ etat, total, debut }: PeriodeVue) =>
    `${formatQuotite(total ?? 0)} ETP${isConvenu(etat) ? '' : ` (${MOTS_TOTAL_SCHEMA[etat]})`} à partir de ${(debut ?? '').slice(0, 4)}`
  if (suite.length === 0) return `Un seul schéma est daté : ${dire(premiere)}.`
  return `Le total ${connues.every(({ etat }) => isConvenu(etat)) ? 'convenu ' : ''}est de ${[premiere, ...suite].map(dire).join(', puis de ')} : chaque total vaut pour sa période, ils ne s’additionnent pas.`
}

interface Contexte {
  schemas: readonly SchemaLu[]
  postes: readonly PosteLu[]
  convention: PeriodeConnue
  predecesseur: { nom: string; schemas: readonly SchemaPredecesseur[] } | null
  today: DateCivile
}

/** Every schéma of the convention and of the one before it, in order of time, with the spans that none covers. */
export function buildVueTemps({ schemas, postes, convention, predecesseur, today }: Contexte): VueTemps {
  const anciennes = (predecesseur?.schemas ?? []).map((schema) =>
    toPeriodePredecesseur(predecesseur?.nom ?? '', schema, today),
  )
  const siennes = schemas
    .map((schema) => toPeriode(schema, postes, today))
    .filter((periode) => !estRappel(periode, anciennes))
  const periodes = [...anciennes, ...siennes].sort(byDebut)
  const debuts = [...periodes.flatMap(({ debut }) => debut ?? []), ...(convention.debut ? [convention.debut] : [])]
  const fins = [
    ...periodes.flatMap(({ debut, fin }) => fin ?? debut ?? []),
    ...(convention.fin ? [convention.fin] : []),
  ]
  const [premier, dernier] = [debuts[0], fins[0]]
  const datees = periodes.some(({ debut }) => debut !== null)
  const bornes: Bornes | null =
    datees && premier !== undefined && dernier !== undefined
      ? { debut: minDate(premier, ...debuts), fin: maxDate(dernier, ...fins) }
      : null
  return {
    periodes,
    trous: bornes ? computeTrous(periodes, bornes) : [],
    bornes,
    predecesseur: predecesseur?.nom ?? null,
    phrase: formatLectureTemps(periodes),
  }
}
