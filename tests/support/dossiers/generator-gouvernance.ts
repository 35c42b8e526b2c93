import { foldGroupe } from '@/lib/gouvernance/frequence/rules/groupes'
import fc from 'fast-check'
import type { Dossier } from '@/lib/dossier/schema/dossier'
import * as schema from '@/lib/dossier/schema/gouvernance'
import { arbitraryReunion, attachReunions, type Liens } from './generator-reunions'
import { bornes, choix, date, enumeration, liste, numerote, ouNul, pick, texte } from './generator-valeurs'

type Regle = Dossier['instances'][number]['regles'][number]

const nombre = fc.nat(400)
const periodeRegle = enumeration(schema.regleFrequence.shape.periode.unwrap().unwrap())

/** The figures that each mode asks for; the others may be there too. */
const figures: fc.Arbitrary<Pick<Regle, 'mode' | 'minimum' | 'maximum' | 'moyenne' | 'periode'>> = fc.oneof(
  fc.record({
    mode: fc.constant('MINIMUM' as const),
    minimum: nombre,
    maximum: fc.constant(null),
    moyenne: ouNul(nombre),
    periode: periodeRegle,
  }),
  fc.record({ minimum: nombre, plus: fc.nat(10), periode: periodeRegle }).map(({ minimum, plus, periode }) => {
    const maximum = Math.min(400, minimum + plus)
    return { mode: 'FOURCHETTE' as const, minimum, maximum, moyenne: null, periode }
  }),
  fc.record({
    mode: fc.constant('MOYENNE' as const),
    minimum: fc.constant(null),
    maximum: ouNul(nombre),
    moyenne: nombre,
    periode: periodeRegle,
  }),
  fc.record({
    mode: fc.constantFrom('SELON_BESOIN' as const, 'NON_PRECISEE' as const),
    minimum: fc.constant(null),
    maximum: ouNul(nombre),
    moyenne: ouNul(nombre),
    periode: ouNul(periodeRegle),
  }),
)

/** A day of no year, 'MM-DD'. */
const jourMois = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((nombres) => nombres.map((nombre) => String(nombre).padStart(2, '0')).join('-'))

const arbitraryRegle: fc.Arbitrary<Regle> = fc
  .tuple(
    figures,
    fc.record({
      par: enumeration(schema.regleFrequence.shape.par.unwrap()),
      groupes: fc.uniqueArray(texte, { selector: foldGroupe, maxLength: 3 }),
      exceptions: liste(
        fc.record({
          annee: ouNul(fc.integer({ min: 1990, max: 2100 })),
          quand: texte,
          minimum: ouNul(nombre),
          maximum: ouNul(nombre),
          motif: ouNul(texte),
        }),
        2,
      ),
      moments: liste(fc.record({ mots: texte, du: jourMois, au: jourMois, avant: fc.constant(null) }), 2),
      evenement: ouNul(texte),
      aConfirmer: fc.boolean(),
      source: ouNul(texte),
    }),
    bornes,
  )
  .map(([chiffres, reste, dates]) => ({
    ...chiffres,
    ...reste,
    groupes: reste.par === 'INSTANCE' ? [] : reste.groupes,
    moments:
      (chiffres.mode === 'MINIMUM' || chiffres.mode === 'FOURCHETTE') &&
      (chiffres.periode === 'AN_CIVIL' || chiffres.periode === 'AN_CONVENTION')
        ? reste.moments
        : [],
    ...dates,
  }))

const arbitraryMembre = fc
  .tuple(
    fc.record({
      libelle: texte,
      fonction: ouNul(texte),
      organisme: choix,
      voix: enumeration(schema.membre.shape.voix.unwrap()),
      personne: ouNul(texte),
      suppleant: ouNul(texte),
      coanimation: fc.boolean(),
      motifFin: ouNul(texte),
      predecesseur: choix,
    }),
    bornes,
  )
  .map(([membre, dates]) => ({ ...membre, ...dates }))

const competence = fc.record({
  matiere: enumeration(schema.competence.shape.matiere),
  pouvoir: enumeration(schema.competence.shape.pouvoir),
  source: ouNul(texte),
})

const arbitrarySerie = fc
  .record({
    rythme: enumeration(schema.serie.shape.rythme),
    libelle: texte,
    evenement: fc.nat(),
    joursAvant: fc.integer({ min: 1, max: 366 }),
    dates: fc.tuple(date, date),
  })
  .map(({ dates: [une, autre], ...serie }) => ({
    ...serie,
    debut: une < autre ? une : autre,
    fin: une < autre ? autre : une,
  }))

const arbitraryInstance = fc.record({
  type: enumeration(schema.instance.shape.type),
  nom: texte,
  parent: choix,
  composition: ouNul(texte),
  animation: ouNul(texte),
  secretariat: ouNul(texte),
  missions: liste(texte, 3),
  quorum: ouNul(fc.integer({ min: 1, max: 1_000 })),
  quorumTexte: ouNul(texte),
  competences: fc.uniqueArray(competence, { maxLength: 4, selector: ({ matiere }) => matiere }),
  membres: liste(arbitraryMembre, 4),
  regles: liste(arbitraryRegle, 2),
  series: liste(arbitrarySerie, 2),
  reunions: liste(arbitraryReunion, 3),
})

/** Instances that live: mandates, series, meetings whose decisions may have changed a fiche, a target, a schéma or an avenant. */
export function arbitraryInstances(liens: Liens): fc.Arbitrary<Dossier['instances']> {
  return liste(arbitraryInstance, 4).map((brutes) => {
    const refs = numerote('instance', brutes).map(({ ref }) => ref)
    const instances = numerote('instance', brutes).map((instance, i) => ({
      ...instance,
      parent: pick(refs.slice(0, i), instance.parent),
      membres: instance.membres.map((membre, j) => ({
        ...membre,
        organisme: pick(liens.organismes, membre.organisme),
        // A mandate takes over from one before it.
        predecesseur: pick(
          Array.from({ length: j }, (_, k) => `${instance.ref}/${k + 1}`),
          membre.predecesseur,
        ),
      })),
      series: instance.series.map(({ evenement, joursAvant, ...serie }) => {
        const avant = serie.rythme === 'AVANT_INSTANCE'
        return { ...serie, evenement: avant ? pick(refs, evenement) : null, joursAvant: avant ? joursAvant : null }
      }),
      reunions: numerote(`${instance.ref}-reunion`, instance.reunions),
    }))
    return attachReunions(instances, liens)
  })
}
