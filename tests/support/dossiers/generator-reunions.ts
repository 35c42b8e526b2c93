import fc from 'fast-check'
import type { Dossier } from '@/lib/dossier/schema/dossier'
import * as schema from '@/lib/dossier/schema/reunion'
import {
  choix,
  date,
  decimal,
  enumeration,
  instant,
  json,
  liste,
  ouNul,
  pick,
  texte,
  type Valeur,
} from './generator-valeurs'

/** What meetings point to elsewhere in the dossier. */
export interface Liens {
  organismes: readonly string[]
  fiches: readonly string[]
  indicateurs: readonly string[]
  schemas: readonly string[]
  avenants: readonly string[]
  documents: number
}

type Instance = Dossier['instances'][number]
type Reunion = Instance['reunions'][number]
type Point = Reunion['points'][number]
type Decision = Point['decisions'][number]

const heure = ouNul(
  fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`),
)

const arbitraryDecision = fc.record({
  texte,
  nature: enumeration(schema.decision.shape.nature),
  etat: enumeration(schema.decision.shape.etat.unwrap()),
  responsable: ouNul(texte),
  echeance: ouNul(date),
  realiseeLe: ouNul(date),
  suivi: ouNul(texte),
  effet: ouNul(enumeration(schema.decision.shape.effet.unwrap().unwrap())),
  fiche: choix,
  indicateur: choix,
  schema: choix,
  avenant: choix,
  cible: ouNul(decimal()),
  cibleTexte: ouNul(texte),
  appliqueeLe: ouNul(instant),
  avant: ouNul(json),
  decideePar: choix,
})

const arbitraryPoint = fc.record({
  titre: texte,
  notes: ouNul(texte),
  presentateur: ouNul(texte),
  dureeMinutes: ouNul(fc.integer({ min: 1, max: 1_440 })),
  etat: enumeration(schema.point.shape.etat.unwrap()),
  origine: enumeration(schema.point.shape.origine.unwrap()),
  cle: fc.constantFrom('fiche', 'indicateur', 'schema', 'decision', 'reprise', 'mot', null),
  fiche: choix,
  indicateur: choix,
  schema: choix,
  document: choix,
  proposition: choix,
  precedent: choix,
  decisions: liste(arbitraryDecision, 2),
})

const membreReleve = fc.record({
  membre: texte,
  personne: ouNul(texte),
  fonction: ouNul(texte),
  voix: fc.constantFrom('DECISIVE' as const, 'NON_PRECISEE' as const),
  etat: ouNul(enumeration(schema.presence.shape.etat)),
  representant: ouNul(texte),
})
const decisionReleve = fc.record({
  numero: fc.integer({ min: 1, max: 99 }),
  texte,
  nature: enumeration(schema.decision.shape.nature),
  issue: fc.constantFrom('PRISE' as const, 'PROPOSEE' as const),
  responsable: ouNul(texte),
  echeance: ouNul(date),
  effet: ouNul(texte),
})
const contenu: fc.Arbitrary<NonNullable<Reunion['releves'][number]['contenu']>> = fc.record({
  format: fc.constant(1 as const),
  convention: fc.record({ nom: texte, titre: ouNul(texte), debut: ouNul(date), fin: ouNul(date) }),
  parties: liste(texte, 2),
  instance: fc.record({ nom: texte, animation: ouNul(texte) }),
  reunion: fc.record({
    date,
    heureDebut: heure,
    heureFin: heure,
    lieu: ouNul(texte),
    objet: ouNul(texte),
    groupe: ouNul(texte),
    note: ouNul(texte),
    derogations: liste(texte, 1),
  }),
  colleges: liste(fc.record({ nom: texte, membres: liste(membreReleve, 2) }), 2),
  quorum: fc.record({ phrase: texte, source: ouNul(texte) }),
  points: liste(
    fc.record({
      titre: texte,
      presentateur: ouNul(texte),
      dureeMinutes: ouNul(fc.nat(1_440)),
      etat: enumeration(schema.point.shape.etat.unwrap()),
      sujets: liste(texte, 1),
      notes: ouNul(texte),
      decisions: liste(decisionReleve, 2),
    }),
    2,
  ),
  prochaine: ouNul(fc.record({ date, heureDebut: heure, lieu: ouNul(texte) })),
})

const arbitraryReleve = fc.record({
  etat: fc.constantFrom('A_VALIDER' as const, 'VALIDE' as const),
  motif: ouNul(texte),
  contenu,
  soumisLe: instant,
  valideLe: instant,
  noms: fc.tuple(texte, texte),
  instants: fc.tuple(instant, instant),
  nombre: fc.nat(1),
})

export const arbitraryReunion = fc.record({
  date,
  heureDebut: heure,
  heureFin: heure,
  lieu: ouNul(texte),
  objet: ouNul(texte),
  groupe: ouNul(texte),
  serie: choix,
  etat: enumeration(schema.reunion.shape.etat),
  motifAnnulation: ouNul(texte),
  compteRendu: ouNul(texte),
  figee: fc.boolean(),
  derogations: liste(fc.record({ regle: texte, motif: texte }), 2),
  presences: liste(
    fc.record({ membre: fc.nat(), etat: enumeration(schema.presence.shape.etat), representant: ouNul(texte) }),
    3,
  ),
  points: liste(arbitraryPoint, 3),
  releves: liste(arbitraryReleve, 2),
  brouillon: fc.boolean(),
})
type Brute = Valeur<typeof arbitraryReunion> & { ref: string }

const OBJETS = {
  REPORTER_FICHE: 'fiche',
  ABANDONNER_FICHE: 'fiche',
  CHANGER_CIBLE: 'indicateur',
  VALIDER_SCHEMA: 'schema',
  VALIDER_AVENANT: 'avenant',
} as const

/** An effect only where what it bears on was drawn, applied only where it was taken. @param avant places of the decisions before this one */
function buildDecision(brute: Valeur<typeof arbitraryDecision>, liens: Liens, avant: readonly string[]): Decision {
  const objets = {
    fiche: pick(liens.fiches, brute.fiche),
    indicateur: pick(liens.indicateurs, brute.indicateur),
    schema: pick(liens.schemas, brute.schema),
    avenant: pick(liens.avenants, brute.avenant),
  }
  const complet =
    brute.effet !== null &&
    objets[OBJETS[brute.effet]] !== null &&
    (brute.effet !== 'CHANGER_CIBLE' || brute.cible !== null || brute.cibleTexte !== null)
  const effet = complet ? brute.effet : null
  return {
    ...brute,
    ...objets,
    effet,
    appliqueeLe: effet !== null && brute.etat === 'PRISE' ? brute.appliqueeLe : null,
    decideePar: pick(avant, brute.decideePar),
  }
}

/** Versions one after the other: all validated but the last, which the meeting is frozen by if it is too. */
function buildReleves({ releves, brouillon, figee }: Brute): Pick<Reunion, 'releves' | 'figee'> {
  const versions = releves.map(
    ({ etat, valideLe, noms, instants, nombre, ...reste }, i): Reunion['releves'][number] => {
      const valide = i < releves.length - 1 || brouillon || etat === 'VALIDE'
      const validations = [
        { cote: 'CAF' as const, nom: `${noms[0]} 1`, instant: instants[0] },
        { cote: 'COORDINATION' as const, nom: `${noms[1]} 2`, instant: instants[1] },
      ]
      return {
        ...reste,
        numero: i + 1,
        etat: valide ? 'VALIDE' : 'A_VALIDER',
        valideLe: valide ? valideLe : null,
        validations: valide ? validations : validations.slice(nombre),
      }
    },
  )
  if (brouillon)
    versions.push({
      numero: versions.length + 1,
      etat: 'BROUILLON',
      motif: 'Correction',
      contenu: null,
      soumisLe: null,
      valideLe: null,
      validations: [],
    })
  return { releves: versions, figee: figee && (versions.at(-1)?.etat ?? 'VALIDE') === 'VALIDE' }
}

const unique = <T>(valeurs: readonly T[], cle: (valeur: T) => string): T[] => [
  ...new Map(valeurs.map((valeur) => [cle(valeur), valeur])).values(),
]

type SansReunions = Omit<Instance, 'reunions'> & { reunions: readonly Brute[] }

/** Gives the meetings of all instances what they point to: members, series, points and decisions of any instance. */
export function attachReunions(instances: readonly SansReunions[], liens: Liens): Instance[] {
  const places = (choisir: (instance: SansReunions) => readonly unknown[]) =>
    instances.flatMap((instance) => choisir(instance).map((_, i) => `${instance.ref}/${i + 1}`))
  const membres = places(({ membres: siens }) => siens)
  const series = places(({ series: siennes }) => siennes)
  const reunions = instances.flatMap((instance) => instance.reunions)
  const decisions = reunions.flatMap(({ ref, points }) =>
    points.flatMap((point, i) => point.decisions.map((_, j) => `${ref}/${i + 1}/${j + 1}`)),
  )
  const points = reunions.flatMap((reunion) => reunion.points.map((_, i) => `${reunion.ref}/${i + 1}`))

  const buildPoint = (brut: Brute['points'][number], place: string): Point => {
    const rang = points.indexOf(place)
    const lies = {
      fiche: pick(liens.fiches, brut.fiche),
      indicateur: pick(liens.indicateurs, brut.indicateur),
      schema: pick(liens.schemas, brut.schema),
      // A point may settle any decision, of whichever instance; it takes up a point before it.
      proposition: pick(decisions, brut.proposition),
      precedent: pick(points.slice(0, rang), brut.precedent),
    }
    const nomme = {
      fiche: lies.fiche,
      indicateur: lies.indicateur,
      schema: lies.schema,
      decision: lies.proposition,
      reprise: lies.precedent,
      mot: 'fiches-en-retard',
    }
    const nom = brut.cle === null ? null : nomme[brut.cle]
    return {
      ...brut,
      ...lies,
      cle: brut.cle === null || nom === null ? null : brut.cle === 'mot' ? nom : `${brut.cle}:${nom}`,
      document: liens.documents === 0 || brut.document === null ? null : (brut.document % liens.documents) + 1,
      decisions: brut.decisions.map((decision, j) =>
        buildDecision(decision, liens, decisions.slice(0, decisions.indexOf(`${place}/${j + 1}`))),
      ),
    }
  }
  const clearCles = (siens: Point[]): Point[] => {
    const vues = new Set<string>()
    return siens.map((point) => {
      const deja = point.cle !== null && vues.has(point.cle)
      if (point.cle !== null) vues.add(point.cle)
      return deja ? { ...point, cle: null } : point
    })
  }
  return instances.map((instance) => ({
    ...instance,
    reunions: instance.reunions.map((reunion) => {
      const { brouillon: _, ...reste } = reunion
      return {
        ...reste,
        ...buildReleves(reunion),
        serie: pick(series, reunion.serie),
        presences:
          membres.length === 0
            ? []
            : unique(
                reunion.presences.map(({ membre, ...presence }) => ({
                  ...presence,
                  membre: pick(membres, membre) ?? '',
                })),
                ({ membre }) => membre,
              ),
        points: clearCles(reunion.points.map((point, i) => buildPoint(point, `${reunion.ref}/${i + 1}`))),
      }
    }),
  }))
}
