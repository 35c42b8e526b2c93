/** One way of saying a period: a span, from one to another, from, until, every year. */
import { isAnnee, type DateCivile } from '@/lib/platform/dates'
import { MOTIF_ORDINAL } from './mots'
import { dayAfter, dayBefore, isRefus, parsePoint, type Point, type Refus } from './points'

/** Bounds; null where the words leave it open. */
export interface Etendue {
  debut: DateCivile | null
  fin: DateCivile | null
}

type Genre = 'ETENDUE' | 'OUVERTE' | 'FERMEE' | 'RECURRENTE'

export interface Expression {
  genre: Genre
  /** first year the words say; null when they say none */
  annee: number | null
  /** @param annee year for what has none */
  compute: (annee: number | null) => Etendue | Refus
}

const MANQUE: Refus = { raison: 'l’année manque' }

function bound(point: Point, emprunt: number | null): { debut: DateCivile; fin: DateCivile } | Refus {
  if (point.jour !== undefined) return { raison: 'le mois manque' }
  const annee = point.annee ?? emprunt
  if (annee === null) return MANQUE
  if (!isAnnee(annee)) return { raison: `l’année ${annee} paraît fausse` }
  return point.resolve(annee) ?? { raison: 'ce jour n’existe pas' }
}

/** Words that only lead to a span: « prévu au cours de l’ », « en », « au ». */
const AMORCE =
  /^(?:(?:prevue?s?|programmee?s?|reportee?s?|decalee?s?|repoussee?s?) |(?:dans le courant|au cours|tout au long) (?:de la |de l'|du |de |d')|courant (?:de l'|du |de |d')?|pendant |durant |sur |en |aux? |a (?:la |l')?|le |la |les |l'|toute (?=l'annee \d))/

/** Reads the name of a span once what leads to it is put aside. */
function readPoint(mots: string): Point | Refus | null {
  let reste = mots.trim()
  for (let suite = reste.replace(AMORCE, ''); suite !== reste; suite = reste.replace(AMORCE, '')) reste = suite
  return parsePoint(reste)
}

const OUVRE = /^(?:(?:a partir|a compter|a dater) (?:de la |de l'|du |de |d'|des )?|(?:des|depuis|pas avant) )(.+)$/
const OUVRE_APRES =
  /^(?:du |de la |de l'|de |le )?(.+?)(?:,? sans fin connue| et (?:au-dela|apres|(?:les )?(?:annees )?suivantes?))$/
const APRES = /^apres (?:la fin (?:de la |de l'|du |de |d'))?(.+)$/
const FERME = /^(?:jusqu'(?:aux|au|a|en) |au plus tard |d'ici (?:a |au )?|echeance ?:? )(.+?)(?:,? sans debut connu)?$/
const FERME_APRES = /^(.+?),? (?:au plus tard|dernier delai)$/
const AVANT = /^avant (.+)$/
const POUR = /^pour (.+)$/
const RECURRENCE =
  /^(?:chaque annee|tous les ans|toutes les annees|une fois par an|annuel(?:le)?s?|annuellement|(?:(?:pendant|durant|sur|pour) )?(?:toute )?la (?:duree|periode) de la (?:convention|ctg)|duree de la (?:convention|ctg)|tout au long de la (?:convention|ctg)|(?:pendant |durant |sur )?toute la (?:convention|ctg))$/
const CHAQUE = /^(?:chaque annee|tous les ans),? (.+)$/

function build(
  genre: Genre,
  point: Point | Refus | null,
  compute: (bornes: { debut: DateCivile; fin: DateCivile }) => Etendue | Refus,
): Expression | Refus | null {
  if (point === null || isRefus(point)) return point
  return {
    genre,
    annee: point.annee,
    compute: (emprunt) => {
      const bornes = bound(point, emprunt)
      return 'raison' in bornes ? bornes : compute(bornes)
    },
  }
}

function parseAvant(mots: string): Expression | Refus | null {
  const point = readPoint(mots)
  if (point && !isRefus(point) && point.place === 'MILIEU')
    return { raison: '« avant » le milieu d’une période ne dit pas quel jour' }
  const avantLaFin = point !== null && !isRefus(point) && point.place === 'FIN'
  return build('FERMEE', point, ({ debut, fin }) => ({ debut: null, fin: avantLaFin ? fin : dayBefore(debut) }))
}

/** « pour 2024 » is that whole year; « pour la rentrée 2026 » says until when. */
function parsePour(mots: string): Expression | Refus | null {
  const annuel = /^(?:l'annee )?\d{4}$/.test(mots)
  return build(annuel ? 'ETENDUE' : 'FERMEE', readPoint(mots), ({ debut, fin }) => ({
    debut: annuel ? debut : null,
    fin,
  }))
}

/** Two spans, the first to the second; what one says of the year, or of the month, holds for the other. */
function parseIntervalle(gauche: string, droite: string): Expression | Refus | null {
  const [de, a] = [readPoint(gauche.replace(/^(?:de la |de l'|du |de |d'|des |depuis )/, '')), readPoint(droite)]
  if (de === null || a === null) return null
  if (isRefus(de)) return de
  if (isRefus(a)) return a
  const jour = de.jour
  const depart: Point =
    jour === undefined ? de : { ...de, jour: undefined, resolve: (annee) => readJour(annee, a.mois, jour) }
  return {
    genre: 'ETENDUE',
    annee: de.annee ?? a.annee,
    compute: (emprunt) => {
      const [premiere, derniere] = [bound(depart, a.annee ?? emprunt), bound(a, de.annee ?? emprunt)]
      if ('raison' in premiere) return premiere
      if ('raison' in derniere) return derniere
      if (premiere.debut <= derniere.fin && premiere.fin <= derniere.fin)
        return { debut: premiere.debut, fin: derniere.fin }
      return {
        raison:
          de.annee === null || a.annee === null ? 'il manque l’année du début ou de la fin' : 'la fin précède le début',
      }
    },
  }
}

function readJour(
  annee: number,
  mois: number | undefined,
  jour: number,
): { debut: DateCivile; fin: DateCivile } | null {
  if (mois === undefined) return null
  const lu = parsePoint(`${jour}/${mois}/${annee}`)
  return lu === null || isRefus(lu) ? null : lu.resolve(annee)
}

/** « 2023-24 »: two figures that follow the first year, and are no month. */
const ANNEES_COURTES = /^((?:19|20)\d{2}) ?[-/] ?(\d{2})$/

function parseAnneesCourtes(mots: string): Expression | null {
  const [, de, a] = ANNEES_COURTES.exec(mots) ?? []
  if (de === undefined || a === undefined || Number(a) <= 12 || Number(a) <= Number(de.slice(2))) return null
  return {
    genre: 'ETENDUE',
    annee: Number(de),
    compute: () => ({ debut: `${de}-01-01`, fin: `${de.slice(0, 2)}${a}-12-31` }),
  }
}

/** Every place where words may be cut into « from » and « to ». */
function* listCoupes(mots: string): Generator<[gauche: string, droite: string]> {
  const entre = /^entre (.+)$/.exec(mots)?.[1]
  const joints = entre === undefined ? / (?:et )?(?:jusqu'(?:aux|au|a|en)|aux?|a) | ?[-/] ?/g : / et /g
  const source = entre ?? mots
  for (const joint of source.matchAll(joints))
    yield [source.slice(0, joint.index), source.slice(joint.index + joint[0].length)]
}

function parseCoupes(mots: string): Expression | Refus | null {
  let refus: Refus | null = null
  for (const [gauche, droite] of listCoupes(mots)) {
    const lu = parseIntervalle(gauche.replace(OUVRE, '$1'), droite)
    if (lu !== null && !('raison' in lu)) return lu
    refus ??= lu
  }
  return refus
}

const REUNIS = new RegExp(
  `^(.*?)\\b(${MOTIF_ORDINAL}) (et|-|au|a) (?:le |la )?(${MOTIF_ORDINAL}) (trimestre|semestre)s? (.*)$`,
)

/** « 1er et 2e trimestres 2024 » with the noun said twice. */
const spell = (mots: string): string =>
  mots.replace(
    REUNIS,
    (_, avant: string, un: string, joint: string, deux: string, nom: string, reste: string) =>
      `${avant}${un} ${nom} ${joint === 'et' ? '-' : joint} ${deux} ${nom} ${reste}`,
  )

/** Reads one expression, whole; null when it is none, a reason when it is one without bounds. */
export function parseExpression(texte: string): Expression | Refus | null {
  const mots = spell(texte.trim().replace(/[ ,:]+$/, ''))
  if (RECURRENCE.test(mots)) return { genre: 'RECURRENTE', annee: null, compute: () => ({ debut: null, fin: null }) }
  const chaque = CHAQUE.exec(mots)?.[1]
  if (chaque !== undefined) return parseExpression(chaque)
  const direct = readPoint(mots)
  if (direct !== null) return build('ETENDUE', direct, (bornes) => bornes)
  const court = parseAnneesCourtes(mots)
  if (court) return court
  const entre = parseCoupes(mots)
  if (entre !== null && !('raison' in entre)) return entre
  const ouvre = OUVRE.exec(mots)?.[1] ?? OUVRE_APRES.exec(mots)?.[1]
  if (ouvre !== undefined)
    return (
      build('OUVERTE', readPoint(ouvre.replace(OUVRE_APRES, '$1').replace(OUVRE, '$1')), ({ debut }) => ({
        debut,
        fin: null,
      })) ?? entre
    )
  const apres = APRES.exec(mots)?.[1]
  if (apres !== undefined) return build('OUVERTE', readPoint(apres), ({ fin }) => ({ debut: dayAfter(fin), fin: null }))
  const avant = AVANT.exec(mots)?.[1]
  if (avant !== undefined) return parseAvant(avant)
  const pour = POUR.exec(mots)?.[1]
  if (pour !== undefined) return parsePour(pour)
  const ferme = FERME.exec(mots)?.[1] ?? FERME_APRES.exec(mots)?.[1]
  if (ferme !== undefined)
    return build('FERMEE', readPoint(ferme.replace(FERME, '$1')), ({ fin }) => ({ debut: null, fin })) ?? entre
  return entre
}
