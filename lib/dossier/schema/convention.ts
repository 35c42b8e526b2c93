import { z } from 'zod'
import * as c from '@/lib/notation/schema'

/** The convention itself, its parties and its territory. */

export const source = z.strictObject({
  titre: c.texte,
  nature: z.enum(['CONVENTION', 'ANNEXE', 'SUPPORT_COPIL', 'DEMONSTRATION', 'AUTRE']),
  reference: c.texteOuNul,
  note: c.texteOuNul,
})

/** A number that the document announces, whatever it lists. */
const annonce = z.int().min(0).max(10_000).nullable().default(null)

export const convention = z
  .strictObject({
    slug: c.ref,
    nom: c.texte,
    titre: c.texteOuNul,
    presentation: c.texteOuNul,
    demonstration: z.boolean().default(false),
    /** `ref` of the organisme that is the Caf. */
    caf: c.ref,
    dateDebut: c.dateOuNulle,
    dateFin: c.dateOuNulle,
    periodeTexte: c.citationOuNulle,
    /** Late signature is normal: it may follow the start of the period by more than a year. */
    signature: z
      .strictObject({ date: c.dateOuNulle, lieu: c.texteOuNul, texte: c.citationOuNulle })
      .default({ date: null, lieu: null, texte: null }),
    resiliation: z
      .strictObject({
        preavisMois: z.int().min(0).max(60).nullable().default(null),
        miseEnDemeureMois: z.int().min(0).max(60).nullable().default(null),
        texte: c.citationOuNulle,
      })
      .default({ preavisMois: null, miseEnDemeureMois: null, texte: null }),
    renouvellement: z
      .strictObject({ mode: z.enum(['EXPRES', 'TACITE', 'NON_PRECISE']), texte: c.citationOuNulle })
      .default({ mode: 'NON_PRECISE', texte: null }),
    modificationTexte: c.citationOuNulle,
    evaluationTexte: c.citationOuNulle,
    /** what is known of the evaluation, where no passage of the document says it */
    evaluationNote: c.texteOuNul,
    /** « 30 fiches », « 12 signataires »: announced, and told beside what is described */
    annonces: z
      .strictObject({ signataires: annonce, fiches: annonce, operations: annonce })
      .default({ signataires: null, fiches: null, operations: null }),
    predecesseur: z
      .strictObject({
        nom: c.texte,
        debut: c.dateOuNulle,
        fin: c.dateOuNulle,
        texte: c.citationOuNulle,
        note: c.texteOuNul,
      })
      .nullable()
      .default(null),
    source,
  })
  .refine((v) => v.dateDebut === null || v.dateFin === null || v.dateDebut <= v.dateFin, {
    message: 'La convention finit avant de commencer : vérifiez les deux dates.',
    path: ['dateFin'],
  })

export const territoire = z.strictObject({
  nom: c.texte,
  departement: c.codeDepartement.nullable().default(null),
  /** Number of communes as the document says it; may differ from the list. */
  nombreCommunes: z.int().min(0).nullable().default(null),
  note: c.texteOuNul,
  epcis: z
    .array(z.strictObject({ siren: c.siren.nullable().default(null), nom: c.texte, nomSource: c.texteOuNul }))
    .default([]),
  communes: z
    .array(
      z.strictObject({
        /** null when the name could not be matched with the official division */
        insee: c.codeInsee.nullable().default(null),
        /** official name where it is known */
        nom: c.texte,
        /** name as the document writes it, when it differs */
        nomSource: c.texteOuNul,
        dateEntree: c.dateOuNulle,
        motifEntree: c.texteOuNul,
      }),
    )
    .default([]),
})

export const organisme = z.strictObject({
  ref: c.ref,
  type: z.enum(['CAF', 'MSA', 'EPCI', 'COMMUNE', 'DEPARTEMENT', 'ETAT', 'ASSOCIATION', 'OPERATEUR', 'AUTRE']),
  nom: c.texte,
  nomSource: c.texteOuNul,
  siren: c.siren.nullable().default(null),
  insee: c.codeInsee.nullable().default(null),
  departement: c.codeDepartement.nullable().default(null),
  adresse: c.texteOuNul,
  note: c.texteOuNul,
  /** true: signs the convention; false: takes part and is known not to sign; null: nothing says whether it signs */
  signataire: z.boolean().nullable().default(null),
  /** One entry per signature block or naming: the same person may appear for two organismes. */
  representants: z
    .array(
      z.strictObject({
        civilite: c.texteOuNul,
        prenom: c.texteOuNul,
        nom: c.texte,
        fonction: c.texteOuNul,
        designe: z.boolean().default(true),
        signe: z.boolean().default(true),
        note: c.texteOuNul,
      }),
    )
    .default([]),
})

export const deliberation = z.strictObject({
  organisme: c.ref,
  date: c.dateOuNulle,
  texte: c.citationOuNulle,
  objet: c.texteOuNul,
})
export const avenant = z.strictObject({
  ref: c.ref,
  objet: c.texte,
  echeance: c.dateOuNulle,
  dateSignature: c.dateOuNulle,
  /** the day the deciding instance validated it, before it is signed */
  valideLe: c.dateOuNulle,
  texte: c.citationOuNulle,
})
export const enjeu = z.strictObject({
  ref: c.ref,
  nature: z.enum(['ENJEU', 'ORIENTATION', 'OBJECTIF', 'CHAMP_INTERVENTION']).default('ENJEU'),
  parent: c.ref.nullable().default(null),
  texte: c.texte,
})
/** What binds the parties beside the plan: where it stands, what it is about, its words. */
export const clause = z.strictObject({
  article: c.texteOuNul,
  titre: c.texte,
  texte: c.citation,
})
export const annexe = z.strictObject({
  numero: c.texteOuNul,
  titre: c.texte,
  etat: z.enum(['FOURNIE', 'PARTIELLE', 'ABSENTE']).default('FOURNIE'),
  note: c.texteOuNul,
})
export const chiffre = z.strictObject({
  libelle: c.texte,
  valeur: c.decimal,
  unite: c.texteOuNul,
  source: c.texteOuNul,
})

/** What the document does not say, and why: shown where a screen would otherwise be empty. */
export const sujetLacune = z.enum([
  'PERIODE',
  'SIGNATURE',
  'PARTIES',
  'DELIBERATIONS',
  'TERRITOIRE',
  'GOUVERNANCE',
  'FREQUENCES',
  'PLAN_ACTION',
  'INDICATEURS',
  'ETP',
  'EQUIPEMENTS',
  'EVALUATION',
  'BUDGET',
  'REUNIONS',
  'FIN',
])
export const lacune = z.strictObject({ sujet: sujetLacune, raison: c.texte })

/** A doubtful reading: what is written (citation), how it was read (lecture), why it must be confirmed. */
export const reserve = z.strictObject({
  cible: z.strictObject({
    type: z.enum([
      'CONVENTION',
      'TERRITOIRE',
      'COMMUNE',
      'ORGANISME',
      'DELIBERATION',
      'AVENANT',
      'ENJEU',
      'ANNEXE',
      'INSTANCE',
      'REGLE',
      'PLAN',
      'AXE',
      'FICHE',
      'ETAPE',
      'INDICATEUR',
      'EQUIPEMENT',
      'SCHEMA',
      'AFFECTATION',
      'MISSION',
      'EVALUATION',
    ]),
    /** `ref` of the object it is about (for REGLE: of its instance; AFFECTATION: of its schéma) */
    ref: c.ref.nullable().default(null),
  }),
  champ: c.texteOuNul,
  citation: c.citationOuNulle,
  lecture: c.texteOuNul,
  raison: c.texte,
})

export const jalon = z.strictObject({
  titre: c.texte,
  texte: c.texteOuNul,
  etapes: z.array(c.texte).default([]),
  periode: c.periodeOuNulle,
})
export const documentJoint = z.strictObject({
  titre: c.texte,
  nature: c.texte,
  reference: c.texteOuNul,
  date: c.dateOuNulle,
  note: c.texteOuNul,
})
export const mission = z.strictObject({ bloc: c.texte, texte: c.texte })

/** Kinds of equipment, by nature; the type follows from the nature. */
export const natureEquipement = z.enum([
  'ALSH_PERISCOLAIRE',
  'ALSH_EXTRASCOLAIRE',
  'ALSH_ADOLESCENTS',
  'ALSH_AUTRE',
  'EAJE_MULTI_ACCUEIL',
  'EAJE_MICRO_CRECHE',
  'EAJE_CRECHE_FAMILIALE',
  'EAJE_AUTRE',
  'LAEP',
  'RPE',
  'LUDOTHEQUE',
  'CENTRE_SOCIAL',
  'ESPACE_VIE_SOCIALE',
  'PS_JEUNES',
  'CLAS',
  'MAM',
  'FRANCE_SERVICES',
  'AUTRE',
])
export const equipement = z.strictObject({
  ref: c.ref,
  nom: c.texte,
  nature: natureEquipement,
  typeSource: c.texteOuNul,
  natureSource: c.texteOuNul,
  adresse: c.texteOuNul,
  codePostal: z
    .string()
    .regex(/^\d{5}$/, 'Un code postal a cinq chiffres.')
    .nullable()
    .default(null),
  communeSource: c.texteOuNul,
  insee: c.codeInsee.nullable().default(null),
  commune: c.texteOuNul,
})

export const evaluation = z.strictObject({
  ref: c.ref,
  objet: c.texte,
  periodicite: c.texteOuNul,
  periode: c.periodeOuNulle,
  texte: c.citationOuNulle,
})
