import type { Erreurs } from './erreurs'
import { createLien, EMPTY, type Ensembles } from './liens'
import { computeProfondeurs } from './parents'
import { checkReleves } from './releves'
import { formatPlace } from '@/lib/notation/mapping/contexte'
import { isCleSimple, parseCle } from '@/lib/notation/mapping/places'
import type { Dossier } from '@/lib/dossier/schema/dossier'

/** The life of the instances: mandates, series, agendas, decisions, minutes. */

/** Something without a `ref`: its place as others write it, its path in the document, and the one it comes after. */
interface Situe {
  place: string
  chemin: string
  precedent: string | null
}

type Instance = Dossier['instances'][number]
type Reunion = Instance['reunions'][number]
type Point = Reunion['points'][number]
type Decision = Point['decisions'][number]

interface Parcours {
  membres: Situe[]
  series: Situe[]
  reunions: { reunion: Reunion; chemin: string }[]
  points: (Situe & { point: Point })[]
  decisions: (Situe & { decision: Decision })[]
}

function walk({ instances }: Dossier): Parcours {
  const reunions = instances.flatMap((instance, i) =>
    instance.reunions.map((reunion, j) => ({ reunion, chemin: `instances[${i}].reunions[${j}]` })),
  )
  const points = reunions.flatMap(({ reunion, chemin }) =>
    reunion.points.map((point, k) => ({
      point,
      place: formatPlace(reunion.ref, k),
      chemin: `${chemin}.points[${k}]`,
      precedent: point.precedent,
    })),
  )
  return {
    membres: instances.flatMap(({ ref, membres }, i) =>
      membres.map((membre, j) => ({
        place: formatPlace(ref, j),
        chemin: `instances[${i}].membres[${j}]`,
        precedent: membre.predecesseur,
      })),
    ),
    series: instances.flatMap(({ ref, series }, i) =>
      series.map((_, j) => ({ place: formatPlace(ref, j), chemin: `instances[${i}].series[${j}]`, precedent: null })),
    ),
    reunions,
    points,
    decisions: points.flatMap(({ point, place, chemin }) =>
      point.decisions.map((decision, l) => ({
        decision,
        place: formatPlace(place, l),
        chemin: `${chemin}.decisions[${l}]`,
        precedent: decision.decideePar,
      })),
    ),
  }
}

const setOf = (situes: readonly Situe[]): ReadonlySet<string> => new Set(situes.map(({ place }) => place))

/** Each place that is pointed to holds something. */
function createPlace(erreurs: Erreurs) {
  return (chemin: string, place: string | null, connus: ReadonlySet<string>, quoi: string): void => {
    if (place === null || connus.has(place)) return
    erreurs.add(
      chemin,
      `Il n’y a pas ${quoi} à la place « ${place} » : écrivez la référence puis le rang, 1 pour le premier, ou mettez null.`,
    )
  }
}

/** Nothing comes after itself. */
function checkBoucles(situes: readonly Situe[], champ: string, quoi: string, erreurs: Erreurs): void {
  const profondeurs = computeProfondeurs(situes.map(({ place, precedent }) => ({ ref: place, parent: precedent })))
  for (const { place, chemin } of situes) {
    if (profondeurs.get(place) === null)
      erreurs.add(`${chemin}.${champ}`, `${quoi}, on tourne en rond : mettez null au début de la chaîne.`)
  }
}

function checkUniques(
  valeurs: readonly (string | null)[],
  chemin: (i: number) => string,
  message: string,
  erreurs: Erreurs,
): void {
  const vues = new Set<string>()
  valeurs.forEach((valeur, i) => {
    if (valeur === null) return
    if (vues.has(valeur)) erreurs.add(chemin(i), message)
    vues.add(valeur)
  })
}

function checkInstances({ instances }: Dossier, ensembles: Ensembles, erreurs: Erreurs): void {
  const lien = createLien(erreurs)
  instances.forEach(({ ref, competences, regles, series }, i) => {
    checkUniques(
      competences.map(({ matiere }) => matiere),
      (j) => `instances[${i}].competences[${j}].matiere`,
      'Cette matière est déjà plus haut : gardez un seul pouvoir par matière.',
      erreurs,
    )
    regles.forEach(({ moments }, j) =>
      moments.forEach(({ avant }, k) => {
        const chemin = `instances[${i}].regles[${j}].moments[${k}].avant`
        if (avant === ref) erreurs.add(chemin, 'Une instance ne prépare pas ses propres réunions : nommez l’autre.')
        lien(chemin, avant, ensembles.instance ?? EMPTY, 'cette instance', 'instances')
      }),
    )
    series.forEach(({ evenement }, j) =>
      lien(
        `instances[${i}].series[${j}].evenement`,
        evenement,
        ensembles.instance ?? EMPTY,
        'cette instance',
        'instances',
      ),
    )
  })
}

function checkReunion(reunion: Reunion, chemin: string, erreurs: Erreurs): void {
  checkUniques(
    reunion.presences.map(({ membre }) => membre),
    (k) => `${chemin}.presences[${k}].membre`,
    'La présence de ce membre est déjà plus haut : gardez une seule ligne.',
    erreurs,
  )
  checkUniques(
    reunion.points.map(({ cle }) => cle),
    (k) => `${chemin}.points[${k}].cle`,
    'Un autre point de cette réunion a déjà cette clé : mettez null.',
    erreurs,
  )
  checkReleves(reunion, chemin, erreurs)
}

/** What a key names is somewhere in the dossier. */
function checkCle(
  cle: string | null,
  chemin: string,
  connus: Record<string, ReadonlySet<string>>,
  erreurs: Erreurs,
): void {
  if (cle === null || isCleSimple(cle)) return
  const lue = parseCle(cle)
  if (lue === null || connus[lue.objet]?.has(lue.nom) !== true) {
    erreurs.add(
      chemin,
      `La clé « ${cle} » ne désigne rien de ce dossier : mettez null, ou écrivez un genre puis une référence, par exemple « fiche:fiche-2-1 ».`,
    )
  }
}

/** References, places and series of the life of the instances resolve; nothing is there twice. */
export function checkVie(dossier: Dossier, ensembles: Ensembles, erreurs: Erreurs): void {
  const lien = createLien(erreurs)
  const place = createPlace(erreurs)
  const { membres, series, reunions, points, decisions } = walk(dossier)
  const { fiche = EMPTY, indicateur = EMPTY, schema = EMPTY, avenant = EMPTY } = ensembles
  const connus = {
    fiche,
    indicateur,
    schema,
    membre: setOf(membres),
    serie: setOf(series),
    point: setOf(points),
    decision: setOf(decisions),
  }
  checkInstances(dossier, ensembles, erreurs)
  for (const membre of membres) place(`${membre.chemin}.predecesseur`, membre.precedent, connus.membre, 'de membre')
  checkBoucles(membres, 'predecesseur', 'En remontant de prédécesseur en prédécesseur', erreurs)
  for (const { reunion, chemin } of reunions) {
    place(`${chemin}.serie`, reunion.serie, connus.serie, 'de série')
    reunion.presences.forEach(({ membre }, k) =>
      place(`${chemin}.presences[${k}].membre`, membre, connus.membre, 'de membre'),
    )
    checkReunion(reunion, chemin, erreurs)
  }
  for (const { point, chemin } of points) {
    lien(`${chemin}.fiche`, point.fiche, fiche, 'cette fiche', 'plan.fiches')
    lien(`${chemin}.indicateur`, point.indicateur, indicateur, 'cet indicateur', 'les indicateurs des fiches')
    lien(`${chemin}.schema`, point.schema, schema, 'ce schéma', 'schemas')
    if (point.document !== null && point.document > dossier.documents.length) {
      erreurs.add(
        `${chemin}.document`,
        `La liste « documents » n’a pas de rang ${point.document} : corrigez-le (1 pour le premier), ou mettez null.`,
      )
    }
    place(`${chemin}.proposition`, point.proposition, connus.decision, 'de décision')
    place(`${chemin}.precedent`, point.precedent, connus.point, 'de point')
    checkCle(point.cle, `${chemin}.cle`, connus, erreurs)
  }
  for (const { decision, chemin } of decisions) {
    lien(`${chemin}.fiche`, decision.fiche, fiche, 'cette fiche', 'plan.fiches')
    lien(`${chemin}.indicateur`, decision.indicateur, indicateur, 'cet indicateur', 'les indicateurs des fiches')
    lien(`${chemin}.schema`, decision.schema, schema, 'ce schéma', 'schemas')
    lien(`${chemin}.avenant`, decision.avenant, avenant, 'cet avenant', 'avenants')
    place(`${chemin}.decideePar`, decision.decideePar, connus.decision, 'de décision')
  }
  checkBoucles(points, 'precedent', 'En remontant de point en point', erreurs)
  checkBoucles(decisions, 'decideePar', 'En remontant de décision en décision', erreurs)
}
