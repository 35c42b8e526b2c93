import { z } from 'zod'
import { dateOuNulle, texteFacultatif, identifiant, slugConvention, version } from '@/lib/platform/saisie'
import { refInstance } from '@/lib/gouvernance/reunions/schema'
import { MATIERES, TYPES_INSTANCE } from './types/edition'

/** What may come in to compose an instance: each message with its remedy. Figures of a rule are read by rules-regle. */

const abrege = (maximum: number, quoi: string) =>
  texteFacultatif(maximum, `${quoi} : ${maximum} caractères au plus. Abrégez.`)

const texte = (maximum: number, absent: string, quoi: string) =>
  z.string(absent).trim().min(1, absent).max(maximum, `${quoi} : ${maximum} caractères au plus. Abrégez.`)

/** A day as people type it; blank is unknown. */
const jourOuNul = dateOuNulle.nullable().default(null)

const QUORUM = 'Le quorum est un nombre de membres : écrivez un nombre entier, de 1 à 500, ou laissez vide.'
const quorum = z
  .string()
  .trim()
  .max(10, QUORUM)
  .transform((saisie, contexte) => {
    if (saisie === '') return null
    if (/^\d{1,3}$/.test(saisie) && Number(saisie) >= 1 && Number(saisie) <= 500) return Number(saisie)
    contexte.addIssue({ code: 'custom', message: QUORUM })
    return z.NEVER
  })
  .nullable()
  .default(null)

const identite = {
  type: z.enum(TYPES_INSTANCE, 'Choisissez le type de l’instance.'),
  nom: texte(200, 'Donnez un nom à l’instance : celui que la convention emploie.', 'Le nom est trop long'),
  parent: identifiant.nullable().default(null),
  animation: abrege(500, 'L’animation est trop longue'),
  secretariat: abrege(500, 'Le secrétariat est trop long'),
  composition: abrege(4000, 'La composition est trop longue'),
  quorum,
  quorumTexte: abrege(1000, 'La phrase du quorum est trop longue'),
}

const visee = { convention: slugConvention, instance: identifiant, version }

export const getNouvelleInstanceSchema = z.strictObject({ convention: slugConvention })
export const getEditionInstanceSchema = z.strictObject({ convention: slugConvention, instance: refInstance })

export const createInstanceSchema = z.strictObject({ convention: slugConvention, ...identite })
export const updateInstanceSchema = z.strictObject({ ...visee, ...identite })
export const removeInstanceSchema = z.strictObject(visee)

export const updateMissionsSchema = z
  .strictObject({
    ...visee,
    missions: z
      .array(texte(1000, 'Écrivez cette mission, ou retirez la ligne.', 'Cette mission est trop longue'))
      .max(40, 'Quarante missions au plus : réunissez-en.'),
    competences: z
      .array(
        z.strictObject({
          matiere: z.enum(MATIERES),
          pouvoir: z.enum(['AUCUN', 'PROPOSE', 'DECIDE'], 'Choisissez ce que l’instance peut faire.'),
          source: abrege(1000, 'La phrase de la convention est trop longue'),
        }),
      )
      .max(MATIERES.length),
  })
  .superRefine(({ competences }, contexte) => {
    competences.forEach(({ matiere }, rang) => {
      if (competences.findIndex((autre) => autre.matiere === matiere) < rang)
        contexte.addIssue({
          code: 'custom',
          path: ['competences', rang],
          message: 'Cette matière est déjà réglée : gardez une seule ligne.',
        })
    })
  })

const siege = {
  libelle: texte(
    200,
    'Indiquez qui siège : l’organisme ou la fonction, comme la convention l’écrit.',
    'Le libellé est trop long',
  ),
  organisme: identifiant.nullable().default(null),
  fonction: abrege(200, 'La fonction est trop longue'),
  personne: abrege(200, 'Le nom de la personne est trop long'),
  suppleant: abrege(200, 'Le nom du suppléant est trop long'),
  voix: z.enum(['DECISIVE', 'CONSULTATIVE', 'NON_PRECISEE'], 'Choisissez la voix du membre.').default('NON_PRECISEE'),
  coanimation: z.boolean().default(false),
  debut: jourOuNul,
  fin: jourOuNul,
  motifFin: abrege(500, 'Le motif est trop long'),
  utilisateur: identifiant.nullable().default(null),
}

function checkMandat(
  { debut, fin, motifFin }: { debut: string | null; fin: string | null; motifFin: string | null },
  contexte: z.RefinementCtx,
): void {
  const refuse = (champ: string, message: string) => contexte.addIssue({ code: 'custom', path: [champ], message })
  if (debut !== null && fin !== null && fin < debut)
    refuse('fin', 'Le mandat finirait avant de commencer : corrigez l’une des deux dates.')
  if (motifFin !== null && fin === null)
    refuse('fin', 'Un motif de fin demande une date de fin : indiquez-la, ou effacez le motif.')
}

export const createMembreSchema = z
  .strictObject({ convention: slugConvention, instance: identifiant, ...siege })
  .superRefine(checkMandat)
const membreVise = { convention: slugConvention, membre: identifiant, version }
export const updateMembreSchema = z.strictObject({ ...membreVise, ...siege }).superRefine(checkMandat)
export const removeMembreSchema = z.strictObject(membreVise)

const chiffre = z.string().max(20, 'Ce nombre est trop long : écrivez un nombre entier.').default('')
const phrase = (quoi: string) => z.string().max(1000, `${quoi} : 1 000 caractères au plus. Abrégez.`).default('')

/** A rule as typed: `parseRegle` reads it and names its contradictions. */
const termes = {
  mode: z.enum(
    ['MINIMUM', 'FOURCHETTE', 'MOYENNE', 'SELON_BESOIN', 'NON_PRECISEE'],
    'Choisissez comment la convention écrit la fréquence.',
  ),
  minimum: chiffre,
  maximum: chiffre,
  moyenne: chiffre,
  periode: z
    .enum(['MOIS', 'BIMESTRE', 'TRIMESTRE', 'SEMESTRE', 'AN_CIVIL', 'AN_CONVENTION', 'CONVENTION', ''])
    .default(''),
  par: z.enum(['INSTANCE', 'THEMATIQUE', 'COMMISSION', 'TERRITOIRE']).default('INSTANCE'),
  groupes: z.string().max(8000, 'La liste est trop longue : 8 000 caractères au plus.').default(''),
  exceptions: z
    .array(
      z.strictObject({
        annee: chiffre,
        quand: phrase('L’année en mots est trop longue'),
        minimum: chiffre,
        maximum: chiffre,
        motif: phrase('Le motif est trop long'),
      }),
    )
    .max(20, 'Vingt exceptions au plus.')
    .default([]),
  moments: z
    .array(
      z.strictObject({
        mots: phrase('Le moment est trop long'),
        genre: z.enum(['FENETRE', 'AVANT']),
        du: chiffre,
        au: chiffre,
        avant: phrase('La référence est trop longue'),
      }),
    )
    .max(12, 'Douze moments au plus.')
    .default([]),
  evenement: phrase('L’événement est trop long'),
  source: phrase('La phrase de la convention est trop longue'),
  aConfirmer: z.boolean().default(false),
}

/** First rule of an instance (no date), or another one from a day on. */
export const createRegleSchema = z.strictObject({ ...visee, ...termes, aPartirDu: jourOuNul })
/** A rule read again. */
export const updateRegleSchema = z.strictObject({
  ...visee,
  regle: identifiant,
  ...termes,
  debutRegle: jourOuNul,
  finRegle: jourOuNul,
})
export const removeRegleSchema = z.strictObject({ ...visee, regle: identifiant })

const jour = z.string().max(40).default('')
/** What a form is about to do; half-typed dates are told as contradictions, not refused. */
export const checkRegleSchema = z.strictObject({
  convention: slugConvention,
  instance: identifiant,
  geste: z.enum(['PREMIERE', 'CHANGER', 'CORRIGER']),
  regle: identifiant.nullable().default(null),
  ...termes,
  aPartirDu: jour,
  debutRegle: jour,
  finRegle: jour,
})

export type CreateInstance = z.input<typeof createInstanceSchema>
export type CreateMembre = z.input<typeof createMembreSchema>
export type CreateRegle = z.input<typeof createRegleSchema>
export type UpdateRegle = z.input<typeof updateRegleSchema>
export type CheckRegle = z.input<typeof checkRegleSchema>
