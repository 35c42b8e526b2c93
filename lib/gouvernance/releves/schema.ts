import { z } from 'zod'
import { texteFacultatif, identifiant, motif, slugConvention, version } from '@/lib/platform/saisie'

/** What may come in about minutes, and the shape of what a version of them says. */

const jour = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const texte = z.string().nullable()

const presenceReleveSchema = z.object({
  /** The seat as the convention writes it, and who holds it. */
  membre: z.string(),
  personne: texte,
  fonction: texte,
  voix: z.enum(['DECISIVE', 'CONSULTATIVE', 'NON_PRECISEE']),
  /** null: nobody noted it. */
  etat: z.enum(['PRESENT', 'EXCUSE', 'ABSENT', 'REPRESENTE']).nullable(),
  representant: texte,
})

const decisionReleveSchema = z.object({
  numero: z.int().positive(),
  texte: z.string(),
  nature: z.enum(['VALIDATION', 'AJUSTEMENT', 'ARBITRAGE', 'ENGAGEMENT']),
  /** PROPOSEE: for the instance that decides of it; ATTENDUE: nothing was settled. */
  issue: z.enum(['PRISE', 'REPORTEE', 'REFUSEE', 'PROPOSEE', 'ATTENDUE']),
  responsable: texte,
  echeance: jour.nullable(),
  /** What it changes elsewhere, in words. */
  effet: texte,
})

const pointReleveSchema = z.object({
  titre: z.string(),
  presentateur: texte,
  dureeMinutes: z.int().nullable(),
  etat: z.enum(['A_TRAITER', 'TRAITE', 'REPORTE']),
  /** What it is about and where it comes from, in words. */
  sujets: z.array(z.string()),
  notes: texte,
  decisions: z.array(decisionReleveSchema),
})

/** What a version of minutes says, whole: it never depends on what is written elsewhere afterwards. */
export const contenuReleveSchema = z.object({
  format: z.literal(1),
  convention: z.object({ nom: z.string(), titre: texte, debut: jour.nullable(), fin: jour.nullable() }),
  parties: z.array(z.string()),
  instance: z.object({ nom: z.string(), animation: texte }),
  reunion: z.object({
    date: jour,
    heureDebut: texte,
    heureFin: texte,
    lieu: texte,
    objet: texte,
    groupe: texte,
    note: texte,
    /** Why rules of frequency were set aside. */
    derogations: z.array(z.string()),
  }),
  colleges: z.array(z.object({ nom: z.string(), membres: z.array(presenceReleveSchema) })),
  quorum: z.object({ phrase: z.string(), source: texte }),
  points: z.array(pointReleveSchema),
  /** The next meeting of the instance, as planned on that day. */
  prochaine: z.object({ date: jour, heureDebut: texte, lieu: texte }).nullable(),
})

export type ContenuReleve = z.infer<typeof contenuReleveSchema>
export type PresenceReleve = z.infer<typeof presenceReleveSchema>
export type DecisionReleve = z.infer<typeof decisionReleveSchema>
export type PointReleve = z.infer<typeof pointReleveSchema>

const releveVise = { convention: slugConvention, releve: identifiant, version }

export const prepareReleveSchema = z.strictObject({
  convention: slugConvention,
  reunion: identifiant,
  version,
  /** Why a meeting that was frozen before its minutes were kept here is opened again. */
  motif: texteFacultatif(1000, 'Le motif est trop long : 1 000 caractères au plus.'),
})
export const submitReleveSchema = z.strictObject(releveVise)
export const reopenReleveSchema = z.strictObject({
  ...releveVise,
  motif: motif('Écrivez pourquoi le relevé repasse en brouillon : la raison est montrée avec lui.'),
})
export const validateReleveSchema = z.strictObject({
  ...releveVise,
  cote: z.enum(['CAF', 'COORDINATION'], 'Indiquez pour qui vous validez : la Caf ou la coordination.'),
})
export const correctReleveSchema = z.strictObject({
  ...releveVise,
  motif: motif('Écrivez pourquoi le relevé est corrigé : la nouvelle version le dira.'),
})

/** Number of a version as an address carries it; absent or unreadable: the one that is read first. */
export function parseNumero(texte: string | null | undefined): number | undefined {
  return typeof texte === 'string' && /^[1-9]\d{0,3}$/.test(texte) ? Number(texte) : undefined
}

/** Minutes at an address: a meeting, and one of their versions. */
export const releveAdresseSchema = z.strictObject({
  convention: slugConvention,
  reunion: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(120),
  /** Number of the version; absent: the one that this person reads first. */
  numero: z.int().min(1).max(10_000).optional(),
})
