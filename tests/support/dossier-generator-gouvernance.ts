import fc from 'fast-check'
import type { Dossier } from '@/lib/dossier/schema'
import * as schema from '@/lib/dossier/schema-gouvernance'
import { bornes, choix, date, enumeration, liste, numerote, ouNul, pick, texte } from './dossier-generator-valeurs'

type Regle = Dossier['instances'][number]['regles'][number]

export interface Liens {
  organismes: readonly string[]
  fiches: readonly string[]
  schemas: readonly string[]
}

const nombre = fc.nat(400)
const periodeRegle = enumeration(schema.regleFrequence.shape.periode.unwrap().unwrap())

/** The figures that each mode asks for; the others may be there too. */
const figures: fc.Arbitrary<Pick<Regle, 'mode' | 'minimum' | 'maximum' | 'moyenne' | 'periode'>> = fc.oneof(
  fc.record({ mode: fc.constant('MINIMUM' as const), minimum: nombre, maximum: fc.constant(null), moyenne: ouNul(nombre), periode: periodeRegle }),
  fc.record({ minimum: nombre, plus: fc.nat(10), periode: periodeRegle }).map(({ minimum, plus, periode }) => {
    const maximum = Math.min(400, minimum + plus)
    return { mode: 'FOURCHETTE' as const, minimum, maximum, moyenne: null, periode }
  }),
  fc.record({ mode: fc.constant('MOYENNE' as const), minimum: fc.constant(null), maximum: ouNul(nombre), moyenne: nombre, periode: periodeRegle }),
  fc.record({ mode: fc.constantFrom('SELON_BESOIN' as const, 'NON_PRECISEE' as const), minimum: fc.constant(null), maximum: ouNul(nombre), moyenne: ouNul(nombre), periode: ouNul(periodeRegle) }),
)

const arbitraryRegle: fc.Arbitrary<Regle> = fc
  .tuple(
    figures,
    fc.record({
      par: enumeration(schema.regleFrequence.shape.par.unwrap()),
      exceptions: liste(fc.record({ annee: fc.integer({ min: 1990, max: 2100 }), minimum: ouNul(nombre), maximum: ouNul(nombre), motif: ouNul(texte) }), 2),
      evenement: ouNul(texte), aConfirmer: fc.boolean(), source: ouNul(texte),
    }),
    bornes,
  )
  .map(([chiffres, reste, dates]) => ({ ...chiffres, ...reste, ...dates }))

const heure = ouNul(fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`))

const arbitraryDecision = fc.record({
  texte, nature: enumeration(schema.decision.shape.nature), etat: enumeration(schema.decision.shape.etat.unwrap()), responsable: ouNul(texte),
  echeance: ouNul(date), realiseeLe: ouNul(date), fiche: choix, schema: choix,
})

const arbitraryReunion = fc.record({
  date, heureDebut: heure, heureFin: heure, lieu: ouNul(texte), objet: ouNul(texte), groupe: ouNul(texte), etat: enumeration(schema.reunion.shape.etat),
  motifAnnulation: ouNul(texte), compteRendu: ouNul(texte), figee: fc.boolean(),
  derogations: liste(fc.record({ regle: texte, motif: texte }), 2),
  points: liste(fc.record({ titre: texte, notes: ouNul(texte), decisions: liste(arbitraryDecision, 2) }), 2),
})

const arbitraryInstance = fc.record({
  type: enumeration(schema.instance.shape.type), nom: texte, parent: choix, composition: ouNul(texte), animation: ouNul(texte), secretariat: ouNul(texte),
  missions: liste(texte, 3),
  membres: liste(fc.record({ libelle: texte, fonction: ouNul(texte), organisme: choix, voix: enumeration(schema.membre.shape.voix.unwrap()) }), 3),
  regles: liste(arbitraryRegle, 2),
  reunions: liste(arbitraryReunion, 3),
})

/** Instances, with meetings that may have changed a fiche or a schéma. */
export function arbitraryInstances({ organismes, fiches, schemas }: Liens): fc.Arbitrary<Dossier['instances']> {
  return liste(arbitraryInstance, 4).map((brutes) =>
    numerote('instance', brutes).map((instance, i, toutes) => ({
      ...instance,
      parent: pick(toutes.slice(0, i).map(({ ref }) => ref), instance.parent),
      membres: instance.membres.map((membre) => ({ ...membre, organisme: pick(organismes, membre.organisme) })),
      reunions: numerote(`${instance.ref}-reunion`, instance.reunions).map((reunion) => ({
        ...reunion,
        points: reunion.points.map((point) => ({
          ...point,
          decisions: point.decisions.map((decision) => ({ ...decision, fiche: pick(fiches, decision.fiche), schema: pick(schemas, decision.schema) })),
        })),
      })),
    })),
  )
}
