import fc from 'fast-check'
import { FORMAT_DOSSIER, type Dossier } from '@/lib/dossier/schema/dossier'
import * as parties from '@/lib/dossier/schema/convention'
import { arbitrarySchemas, arbitrarySuite } from './generator-cooperation'
import { arbitraryInstances } from './generator-gouvernance'
import { arbitraryPlan } from './generator-plan'
import {
  choix,
  date,
  decimal,
  enumeration,
  liste,
  numerote,
  ouNul,
  periode,
  pick,
  texte,
  type Valeur,
} from './generator-valeurs'

/** Official codes that the reference tables hold: a generated dossier cites no other. */
export interface Codes {
  communes: readonly string[]
  epcis: readonly string[]
  departements: readonly string[]
}

type OrganismeDossier = Dossier['organismes'][number]

const code = (codes: readonly string[]) => ouNul(fc.constantFrom(...codes))

const arbitraryRepresentant = fc.record({
  civilite: ouNul(texte),
  prenom: ouNul(texte),
  nom: texte,
  fonction: ouNul(texte),
  designe: fc.boolean(),
  signe: fc.boolean(),
  note: ouNul(texte),
})

/** The Caf, a party or two that all conventions share (known by their code alone), others that belong to this one. */
function arbitraryOrganismes(codes: Codes): fc.Arbitrary<OrganismeDossier[]> {
  const commun = fc.record({
    nom: texte,
    nomSource: ouNul(texte),
    adresse: ouNul(texte),
    note: ouNul(texte),
    signataire: ouNul(fc.boolean()),
    representants: liste(arbitraryRepresentant, 3),
  })
  const sans = { siren: null, insee: null, departement: null }
  const autre = fc.record({
    type: fc.constantFrom(
      'DEPARTEMENT' as const,
      'ETAT' as const,
      'ASSOCIATION' as const,
      'OPERATEUR' as const,
      'AUTRE' as const,
    ),
    siren: ouNul(fc.stringMatching(/^\d{9}$/)),
    insee: code(codes.communes),
    departement: code(codes.departements),
  })
  const commune = fc.constantFrom(...codes.communes).map((insee) => ({ ...sans, type: 'COMMUNE' as const, insee }))
  const epci = fc.constantFrom(...codes.epcis).map((siren) => ({ ...sans, type: 'EPCI' as const, siren }))
  const msa = fc.constant({ ...sans, type: 'MSA' as const })
  const genre = fc.oneof(commune, epci, msa, autre)
  return fc
    .tuple(
      fc
        .constantFrom(...codes.departements)
        .chain((departement) =>
          commun.map((c) => ({ ...c, signataire: c.signataire || null, ...sans, type: 'CAF' as const, departement })),
        ),
      fc.uniqueArray(
        fc.tuple(commun, genre).map(([c, g]) => ({ ...c, ...g })),
        {
          maxLength: 6,
          // A code names one organisme: twice the same would be refused.
          selector: ({ type, insee, siren, nom }) =>
            type === 'COMMUNE' ? `c${insee}` : type === 'EPCI' ? `e${siren}` : nom,
        },
      ),
    )
    .map(([caf, reste]) => numerote('organisme', [caf, ...reste]).map((o) => ({ ...o, nom: `${o.nom} ${o.ref}` })))
}

const arbitraryConvention = fc.record({
  nom: texte,
  titre: ouNul(texte),
  presentation: ouNul(texte),
  demonstration: fc.boolean(),
  periodeTexte: ouNul(texte),
  dates: fc.tuple(ouNul(date), ouNul(date)),
  signature: fc.record({ date: ouNul(date), lieu: ouNul(texte), texte: ouNul(texte) }),
  resiliation: fc.record({ preavisMois: ouNul(fc.nat(60)), miseEnDemeureMois: ouNul(fc.nat(60)), texte: ouNul(texte) }),
  renouvellement: fc.record({
    mode: enumeration(parties.convention.shape.renouvellement.unwrap().shape.mode),
    texte: ouNul(texte),
  }),
  modificationTexte: ouNul(texte),
  evaluationTexte: ouNul(texte),
  evaluationNote: ouNul(texte),
  annonces: fc.record({ signataires: ouNul(fc.nat(99)), fiches: ouNul(fc.nat(99)), operations: ouNul(fc.nat(999)) }),
  predecesseur: ouNul(
    fc.record({ nom: texte, debut: ouNul(date), fin: ouNul(date), texte: ouNul(texte), note: ouNul(texte) }),
  ),
  source: fc.record({
    titre: texte,
    nature: enumeration(parties.source.shape.nature),
    reference: ouNul(texte),
    note: ouNul(texte),
  }),
})

function buildConvention(
  { dates: [une, autre], ...reste }: Valeur<typeof arbitraryConvention>,
  slug: string,
  caf: string,
): Dossier['convention'] {
  const inverse = une !== null && autre !== null && une > autre
  return { ...reste, slug, caf, dateDebut: inverse ? autre : une, dateFin: inverse ? une : autre }
}

function arbitraryTerritoire(codes: Codes): fc.Arbitrary<Dossier['territoire']> {
  return fc.record({
    nom: texte,
    departement: code(codes.departements),
    nombreCommunes: ouNul(fc.nat(40_000)),
    note: ouNul(texte),
    epcis: liste(fc.record({ siren: code(codes.epcis), nom: texte, nomSource: ouNul(texte) }), 3),
    communes: liste(
      fc.record({
        insee: code(codes.communes),
        nom: texte,
        nomSource: ouNul(texte),
        dateEntree: ouNul(date),
        motifEntree: ouNul(texte),
      }),
      5,
    ).map((communes) => communes.map((commune, i) => ({ ...commune, nom: `${commune.nom} ${i}` }))),
  })
}

const arbitraryEnjeux = liste(
  fc.record({ nature: enumeration(parties.enjeu.shape.nature.unwrap()), texte, parent: choix }),
  5,
).map((enjeux) =>
  // A parent may come after its child in the list; the last has none, so that nothing loops.
  numerote('enjeu', enjeux).map((enjeu, i, tous) => ({
    ...enjeu,
    parent: pick(
      tous.slice(i + 1).map(({ ref }) => ref),
      enjeu.parent,
    ),
  })),
)

function arbitraryListes(codes: Codes) {
  const annexe = fc.record({
    numero: ouNul(texte),
    titre: texte,
    etat: enumeration(parties.annexe.shape.etat.unwrap()),
    note: ouNul(texte),
  })
  const equipement = fc.record({
    nom: texte,
    nature: enumeration(parties.natureEquipement),
    typeSource: ouNul(texte),
    natureSource: ouNul(texte),
    adresse: ouNul(texte),
    codePostal: ouNul(fc.stringMatching(/^\d{5}$/)),
    communeSource: ouNul(texte),
    insee: code(codes.communes),
    commune: ouNul(texte),
  })
  return fc.record({
    avenants: liste(
      fc.record({
        objet: texte,
        echeance: ouNul(date),
        dateSignature: ouNul(date),
        valideLe: ouNul(date),
        texte: ouNul(texte),
      }),
      3,
    ).map((a) => numerote('avenant', a)),
    enjeux: arbitraryEnjeux,
    clauses: liste(fc.record({ article: ouNul(texte), titre: texte, texte: texte }), 3),
    annexes: liste(annexe, 3),
    chiffres: liste(
      fc.record({ libelle: texte, valeur: decimal({ decimales: 2 }), unite: ouNul(texte), source: ouNul(texte) }),
      4,
    ),
    lacunes: liste(fc.record({ sujet: enumeration(parties.sujetLacune), raison: texte }), 3),
    jalons: liste(fc.record({ titre: texte, texte: ouNul(texte), etapes: liste(texte, 3), periode }), 3),
    documents: liste(
      fc.record({ titre: texte, nature: texte, reference: ouNul(texte), date: ouNul(date), note: ouNul(texte) }),
      3,
    ),
    missions: liste(fc.record({ bloc: texte, texte }), 3),
    equipements: liste(equipement, 4).map((e) => numerote('equipement', e)),
    coutsEtp: liste(
      fc.record({
        montant: decimal({ decimales: 2, maximum: 9_999_999_999, negatif: false }),
        valableDu: ouNul(date),
        indicatif: fc.boolean(),
        source: texte,
      }),
      2,
    ),
    evaluations: liste(fc.record({ objet: texte, periodicite: ouNul(texte), periode, texte: ouNul(texte) }), 3).map(
      (e) => numerote('evaluation', e),
    ),
  })
}

type Listes = Valeur<ReturnType<typeof arbitraryListes>>

const arbitraryReserves = liste(
  fc.record({ choix: fc.nat(), champ: ouNul(texte), citation: ouNul(texte), lecture: ouNul(texte), raison: texte }),
  5,
)

/** Reserves of every kind that the dossier has something for. */
function buildReserves(brutes: Valeur<typeof arbitraryReserves>, dossier: Dossier): Dossier['reserves'] {
  const vers = (type: Dossier['reserves'][number]['cible']['type'], lignes: readonly { ref: string }[]) =>
    lignes.map(({ ref }) => ({ type, ref }))
  const cibles: Dossier['reserves'][number]['cible'][] = [
    { type: 'CONVENTION', ref: null },
    { type: 'TERRITOIRE', ref: null },
    { type: 'MISSION', ref: null },
    { type: 'ANNEXE', ref: null },
    ...vers('ORGANISME', dossier.organismes),
    ...vers('INSTANCE', dossier.instances),
    ...vers('SCHEMA', dossier.schemas),
    ...vers('AFFECTATION', dossier.schemas),
    ...vers('FICHE', dossier.plan?.fiches ?? []),
    ...vers('AXE', dossier.plan?.axes ?? []),
    ...vers('EQUIPEMENT', dossier.equipements),
    ...vers('EVALUATION', dossier.evaluations),
    ...vers('ENJEU', dossier.enjeux),
    ...dossier.deliberations.map(({ organisme }) => ({ type: 'DELIBERATION' as const, ref: organisme })),
    ...dossier.territoire.communes.flatMap(({ insee }) =>
      insee === null || /[A-Z]/.test(insee) ? [] : [{ type: 'COMMUNE' as const, ref: insee }],
    ),
  ]
  return brutes.map(({ choix: n, ...reserve }) => ({
    cible: cibles[n % cibles.length] ?? { type: 'CONVENTION', ref: null },
    ...reserve,
  }))
}

const arbitraryDeliberations = liste(
  fc.record({ organisme: fc.nat(), date: ouNul(date), texte: ouNul(texte), objet: ouNul(texte) }),
  4,
)

/**
 * Whole dossiers that are right, with everything a dossier may hold: all fields, nulls and lists,
 * any characters, long texts, trees, links, balanced schémas, exact decimals.
 * @param slug slug of the convention, so that each can be imported beside the others
 */
export function arbitraryDossier(codes: Codes, slug: string): fc.Arbitrary<Dossier> {
  return arbitraryOrganismes(codes).chain((organismes) => {
    const refs = organismes.map(({ ref }) => ref)
    const nomme = (lignes: readonly { ref: string }[]) => lignes.map(({ ref }) => ref)
    const citable = fc
      .tuple(arbitraryTerritoire(codes), arbitraryListes(codes) as fc.Arbitrary<Listes>)
      .chain(([territoire, listes]) => {
        const liens = {
          organismes: refs,
          avenants: nomme(listes.avenants),
          documents: listes.documents.length,
          communes: territoire.communes.map(({ nom }) => nom),
        }
        return fc.tuple(fc.constant(territoire), fc.constant(listes), arbitraryPlan(liens))
      })
    return fc.tuple(citable, arbitrarySchemas(refs)).chain(([[territoire, listes, plan], schemas]) => {
      const fiches = plan?.fiches ?? []
      const liens = {
        organismes: refs,
        fiches: nomme(fiches),
        indicateurs: nomme(fiches.flatMap(({ indicateurs }) => indicateurs)),
        schemas: nomme(schemas),
        avenants: nomme(listes.avenants),
        documents: listes.documents.length,
      }
      return fc
        .record({
          convention: arbitraryConvention,
          deliberations: arbitraryDeliberations,
          reserves: arbitraryReserves,
          instances: arbitraryInstances(liens),
          suite: arbitrarySuite(refs, schemas),
        })
        .map(({ convention, deliberations, reserves, instances, suite }) => {
          const dossier: Dossier = {
            format: FORMAT_DOSSIER,
            version: 1,
            convention: buildConvention(convention, slug, refs[0] ?? ''),
            territoire,
            organismes,
            deliberations: deliberations.map((d) => ({ ...d, organisme: refs[d.organisme % refs.length] ?? '' })),
            ...listes,
            reserves: [],
            instances,
            plan,
            schemas,
            ...suite,
          }
          return { ...dossier, reserves: buildReserves(reserves, dossier) }
        })
    })
  })
}
