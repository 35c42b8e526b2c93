import { z } from 'zod'
import * as c from './schema-commun'

/** Governance bodies, their rules of frequency, members and meetings. */

const nombre = z.int().min(0).max(400).nullable().default(null)

export const regleFrequence = z
  .strictObject({
    mode: z.enum(['MINIMUM', 'FOURCHETTE', 'MOYENNE', 'SELON_BESOIN', 'NON_PRECISEE']),
    minimum: nombre,
    maximum: nombre,
    moyenne: nombre,
    periode: z.enum(['MOIS', 'BIMESTRE', 'TRIMESTRE', 'SEMESTRE', 'AN_CIVIL', 'AN_CONVENTION', 'CONVENTION']).nullable().default(null),
    par: z.enum(['INSTANCE', 'THEMATIQUE', 'COMMISSION']).default('INSTANCE'),
    exceptions: z
      .array(z.strictObject({ annee: z.int().min(1990).max(2100), minimum: nombre, maximum: nombre, motif: c.texteOuNul }))
      .default([]),
    /** A rule may change at a date without rewriting the past. */
    debut: c.dateOuNulle,
    fin: c.dateOuNulle,
    /** Event that the meeting prepares (COTECH before the COPIL). */
    evenement: c.texteOuNul,
    /** The wording is ambiguous: read literally, flagged, never converted in silence. */
    aConfirmer: z.boolean().default(false),
    /** The sentence of the convention, as written. */
    source: c.texteOuNul,
  })
  .superRefine((regle, contexte) => {
    const refuse = (path: string, message: string) => contexte.addIssue({ code: 'custom', path: [path], message })
    if (regle.minimum !== null && regle.maximum !== null && regle.minimum > regle.maximum)
      refuse('maximum', 'Le maximum est plus petit que le minimum : corrigez l’un des deux.')
    if (regle.mode === 'MINIMUM' && regle.minimum === null) refuse('minimum', 'Indiquez combien de réunions sont demandées au minimum.')
    if (regle.mode === 'FOURCHETTE' && (regle.minimum === null || regle.maximum === null))
      refuse('maximum', 'Une fourchette demande un minimum et un maximum.')
    if (regle.mode === 'MOYENNE' && regle.moyenne === null) refuse('moyenne', 'Indiquez la moyenne attendue.')
    if (['MINIMUM', 'FOURCHETTE', 'MOYENNE'].includes(regle.mode) && regle.periode === null)
      refuse('periode', 'Indiquez la période sur laquelle on compte (mois, trimestre, année civile…).')
    if (regle.debut !== null && regle.fin !== null && regle.debut > regle.fin)
      refuse('fin', 'La règle finit avant de commencer : vérifiez les deux dates.')
  })

export const membre = z.strictObject({
  libelle: c.texte,
  fonction: c.texteOuNul,
  organisme: c.ref.nullable().default(null),
  voix: z.enum(['DECISIVE', 'CONSULTATIVE', 'NON_PRECISEE']).default('NON_PRECISEE'),
})

export const decision = z.strictObject({
  texte: c.texte,
  nature: z.enum(['VALIDATION', 'AJUSTEMENT', 'ARBITRAGE', 'ENGAGEMENT']),
  etat: z.enum(['ATTENDUE', 'PRISE', 'REPORTEE', 'REFUSEE']).default('ATTENDUE'),
  responsable: c.texteOuNul,
  echeance: c.dateOuNulle,
  realiseeLe: c.dateOuNulle,
  fiche: c.ref.nullable().default(null),
  schema: c.ref.nullable().default(null),
})

const heure = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez l’heure sous la forme 14:30.').nullable().default(null)

export const reunion = z.strictObject({
  ref: c.ref,
  date: c.date,
  heureDebut: heure,
  heureFin: heure,
  lieu: c.texteOuNul,
  objet: c.texteOuNul,
  /** Thématique or commission, when the rule is counted per group. */
  groupe: c.texteOuNul,
  etat: z.enum(['PREVUE', 'TENUE', 'ANNULEE']),
  motifAnnulation: c.texteOuNul,
  compteRendu: c.texteOuNul,
  figee: z.boolean().default(false),
  derogations: z.array(z.strictObject({ regle: c.texte, motif: c.texte })).default([]),
  points: z.array(z.strictObject({ titre: c.texte, notes: c.texteOuNul, decisions: z.array(decision).default([]) })).default([]),
})

export const instance = z.strictObject({
  ref: c.ref,
  type: z.enum(['COPIL', 'COTECH', 'GROUPE_PROJET', 'COMMISSION', 'SEMINAIRE', 'RENCONTRE', 'AUTRE']),
  nom: c.texte,
  /** `ref` of the instance it is listed inside. */
  parent: c.ref.nullable().default(null),
  composition: c.texteOuNul,
  animation: c.texteOuNul,
  secretariat: c.texteOuNul,
  missions: z.array(c.texte).default([]),
  membres: z.array(membre).default([]),
  regles: z.array(regleFrequence).default([]),
  reunions: z.array(reunion).default([]),
})
