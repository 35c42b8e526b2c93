/** The course of an indicator in one sentence, honest about what is missing, broken down, or only proposed. */
import { yearOf, type DateCivile } from '@/lib/platform/dates'
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import type { EtatMesure } from '@/lib/plan-action/mesures/rules/grille'
import type { ValeurMesure } from '@/lib/plan-action/mesures/rules/mesure'
import { computeTotal } from './ventilation'
import type { NatureIndicateur } from '@/lib/plan-action/indicateurs/words'

export interface MesureDatee extends ValeurMesure {
  periode: string
  debut: DateCivile | null
  fin: DateCivile | null
  ventilation: string | null
  etat: EtatMesure
}

export interface IndicateurMesure {
  nature: NatureIndicateur
  ventiles: readonly string[]
  mesures: readonly MesureDatee[]
}

export interface PointSerie {
  periode: string
  debut: DateCivile
  fin: DateCivile
  /** exact decimal text */
  valeur: string
  /** the sum of a complete breakdown, when no value of the whole was entered */
  calcule: boolean
}

export interface Serie {
  points: PointSerie[]
  /** whole years between the first and the last point that no value covers */
  trous: number[]
  propositions: number
  /** values of other lengths than those of the series */
  autres: number
  /** periods whose breakdown is entered in part only */
  partiels: string[]
}

type Datee = MesureDatee & { debut: DateCivile; fin: DateCivile }
const isDatee = (mesure: MesureDatee): mesure is Datee => mesure.debut !== null && mesure.fin !== null
const span = ({ debut, fin }: { debut: DateCivile; fin: DateCivile }): number =>
  (yearOf(fin) - yearOf(debut)) * 12 + Number(fin.slice(5, 7)) - Number(debut.slice(5, 7)) + 1

/** Periods of a breakdown, each with what its parts add up to. */
function listTotaux({ nature, ventiles }: IndicateurMesure, mesures: readonly Datee[]) {
  const cles = [
    ...new Set(mesures.filter(({ ventilation }) => ventilation !== null).map(({ debut, fin }) => `${debut} ${fin}`)),
  ]
  return cles.flatMap((cle) => {
    const siennes = mesures.filter(({ debut, fin, ventilation }) => ventilation !== null && `${debut} ${fin}` === cle)
    const modele = siennes[0]
    if (!modele || ventiles.length === 0) return []
    return [
      {
        ...modele,
        ...computeTotal(
          nature,
          ventiles,
          new Map(siennes.map(({ ventilation, valeur }) => [ventilation ?? '', valeur])),
        ),
      },
    ]
  })
}

/**
 * The values that may be drawn in one line: confirmed, dated, of the whole, and of one length of time.
 */
export function computeSerie(indicateur: IndicateurMesure): Serie {
  const confirmees = indicateur.mesures.filter(({ etat }) => etat === 'CONFIRMEE')
  const datees = confirmees.filter(isDatee)
  const entieres = datees.filter(({ ventilation, valeur }) => ventilation === null && valeur !== null)
  const totaux = listTotaux(indicateur, datees)
  const bornes = ({ debut, fin }: { debut: DateCivile; fin: DateCivile }) => `${debut} ${fin}`
  const connues = new Set(entieres.map(bornes))
  const candidats: PointSerie[] = [
    ...entieres.map(({ periode, debut, fin, valeur }) => ({
      periode,
      debut,
      fin,
      valeur: valeur ?? '0',
      calcule: false,
    })),
    ...totaux.flatMap(({ periode, debut, fin, total }) =>
      total === null || connues.has(`${debut} ${fin}`) ? [] : [{ periode, debut, fin, valeur: total, calcule: true }],
    ),
  ]
  const durees = new Map<number, number>()
  for (const point of candidats) durees.set(span(point), (durees.get(span(point)) ?? 0) + 1)
  const duree = [...durees].sort(([a, na], [b, nb]) => nb - na || b - a)[0]?.[0]
  const unPar = new Map(candidats.filter((point) => span(point) === duree).map((point) => [bornes(point), point]))
  const points = [...unPar.values()].sort((a, b) => (a.fin < b.fin ? -1 : 1))
  const [premier, dernier] = [points[0], points.at(-1)]
  const annees =
    premier && dernier
      ? Array.from(
          { length: yearOf(dernier.fin) - yearOf(premier.debut) + 1 },
          (_, rang) => yearOf(premier.debut) + rang,
        )
      : []
  return {
    points,
    trous: annees.filter((annee) => !points.some(({ debut, fin }) => yearOf(debut) <= annee && annee <= yearOf(fin))),
    propositions: indicateur.mesures.length - confirmees.length,
    autres:
      confirmees.filter(({ valeur, ventilation }) => valeur !== null && ventilation === null).length -
      points.filter(({ calcule }) => !calcule).length,
    partiels: totaux
      .filter(({ additive, total, debut, fin }) => additive && total === null && !connues.has(`${debut} ${fin}`))
      .map(({ periode }) => periode),
  }
}

const enPeriode = (periode: string): string =>
  /^année \d{4}$/i.test(periode)
    ? `en ${periode.slice(-4)}`
    : /^(\d{4}|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/.test(periode)
      ? `en ${periode}`
      : /^\d+er? /.test(periode)
        ? `au ${periode}`
        : `(${periode})`

export interface CibleVisee {
  /** as it is read: '20', '64 %', 'atteinte' */
  texte: string
  /** null: for the whole convention */
  periode: string | null
}

/**
 * « de 12 en 2023 à 18 en 2025, vers une cible de 20 en 2026 ».
 * @param format writes a value as it is read, with its unit
 */
export function formatEvolution(
  serie: Serie,
  {
    reference,
    cible,
    format,
  }: {
    reference: { valeur: string; texte: string | null } | null
    cible: CibleVisee | null
    format: (valeur: string) => string
  },
): string {
  const [premier, dernier] = [serie.points[0], serie.points.at(-1)]
  const vers =
    cible === null
      ? ''
      : `, vers une cible de ${cible.texte}${cible.periode === null ? '' : ` ${enPeriode(cible.periode)}`}`
  const depart =
    reference === null ? null : `${format(reference.valeur)} au départ${reference.texte ? ` (${reference.texte})` : ''}`
  const corps =
    !premier || !dernier
      ? `Aucune valeur confirmée${depart === null ? '' : ` depuis ${depart}`}${vers}`
      : premier === dernier
        ? `${depart === null ? 'Une seule valeur : ' : `De ${depart} à `}${format(premier.valeur)} ${enPeriode(premier.periode)}${vers}`
        : `De ${format(premier.valeur)} ${enPeriode(premier.periode)} à ${format(dernier.valeur)} ${enPeriode(dernier.periode)}${vers}`
  const reserves = [
    premier !== dernier && depart !== null && `${depart}`,
    serie.trous.length > 0 && `sans valeur pour ${formatListe(serie.trous.map(String))}`,
    serie.partiels.length > 0 && `ventilation incomplète pour ${formatListe(serie.partiels)}, donc sans total`,
    serie.autres > 0 &&
      `${formatCompte(serie.autres, 'autre valeur', 'autres valeurs')} dans le tableau, sur d’autres périodes`,
    serie.propositions > 0 &&
      `${formatCompte(serie.propositions, 'valeur proposée', 'valeurs proposées')} à confirmer, non comptée${serie.propositions > 1 ? 's' : ''}`,
  ].filter((reserve) => reserve !== false)
  return `${corps}${reserves.map((reserve) => ` ; ${reserve}`).join('')}.`
}
