import { z } from 'zod'
import { ANNEES, isDateCivile } from '@/lib/platform/dates'
import { sameGroupe } from '@/lib/gouvernance/frequence/rules/groupes'
import * as c from '@/lib/notation/schema'
import { reunion } from './reunion'

/** Governance bodies: what they may decide, their rules of frequency, members and series of meetings. */

/** More groups than a convention names. */
const GROUPES_AU_PLUS = 60
/** More moments than a year has months. */
const MOMENTS_AU_PLUS = 12

/** A day of no year. */
const jourMois = z
  .string()
  .refine((jour) => isDateCivile(`2024-${jour}`), 'Écrivez le jour comme « 03-31 » : le mois, puis le jour.')
  .nullable()
  .default(null)

/** When, inside a period: a window of days, or before each meeting of an instance. */
const moment = z
  .strictObject({
    /** As the convention writes it. */
    mots: c.texte,
    du: jourMois,
    au: jourMois,
    /** `ref` of the instance whose meetings it prepares. */
    avant: c.ref.nullable().default(null),
  })
  .refine(
    ({ du, au, avant }) => (avant === null ? du !== null && au !== null : du === null && au === null),
    'Dites ce moment par deux jours (« du », « au »), ou par l’instance qu’il précède (« avant »).',
  )

const nombre = z.int().min(0).max(400).nullable().default(null)

export const regleFrequence = z
  .strictObject({
    mode: z.enum(['MINIMUM', 'FOURCHETTE', 'MOYENNE', 'SELON_BESOIN', 'NON_PRECISEE']),
    minimum: nombre,
    maximum: nombre,
    moyenne: nombre,
    periode: z
      .enum(['MOIS', 'BIMESTRE', 'TRIMESTRE', 'SEMESTRE', 'AN_CIVIL', 'AN_CONVENTION', 'CONVENTION'])
      .nullable()
      .default(null),
    par: z.enum(['INSTANCE', 'THEMATIQUE', 'COMMISSION', 'TERRITOIRE']).default('INSTANCE'),
    /** The thématiques, commissions or territories that it bears on, where the convention names them. */
    groupes: z.array(c.texte).max(GROUPES_AU_PLUS).default([]),
    exceptions: z
      .array(
        z.strictObject({
          /** Null while only words say which year it is. */
          annee: z.int().min(ANNEES.premiere).max(ANNEES.derniere).nullable().default(null),
          quand: c.texteOuNul,
          minimum: nombre,
          maximum: nombre,
          motif: c.texteOuNul,
        }),
      )
      .default([]),
    /** What is promised inside a period, apart from how many. */
    moments: z.array(moment).max(MOMENTS_AU_PLUS).default([]),
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
      refuse('maximum', 'Le maximum est plus petit que le minimum : corrigez l’un des deux.')
    if (regle.mode === 'MINIMUM' && regle.minimum === null)
      refuse('minimum', 'Indiquez combien de réunions sont demandées au minimum.')
    if (regle.mode === 'FOURCHETTE' && (regle.minimum === null || regle.maximum === null))
      refuse('maximum', 'Une fourchette demande un minimum et un maximum.')
    if (regle.mode === 'MOYENNE' && regle.moyenne === null) refuse('moyenne', 'Indiquez la moyenne attendue.')
    if (['MINIMUM', 'FOURCHETTE', 'MOYENNE'].includes(regle.mode) && regle.periode === null)
      refuse('periode', 'Indiquez la période sur laquelle on compte (mois, trimestre, année civile…).')
    regle.exceptions.forEach(({ annee, quand }, rang) => {
      if (annee === null && quand === null)
        contexte.addIssue({
          code: 'custom',
          path: ['exceptions', rang, 'annee'],
          message: 'Dites quelle année fait exception : en chiffres, ou en mots dans « quand ».',
        })
    })
    if (regle.moments.length > 0 && regle.mode !== 'MINIMUM' && regle.mode !== 'FOURCHETTE')
      refuse('moments', 'Un moment demande une fréquence au moins : dites combien de réunions, ou retirez-le.')
    if (
      regle.moments.some(({ avant }) => avant === null) &&
      regle.periode !== 'AN_CIVIL' &&
      regle.periode !== 'AN_CONVENTION'
    )
      refuse('moments', 'Un moment de l’année demande une règle comptée par an.')
    if (regle.par === 'INSTANCE' && regle.groupes.length > 0)
      refuse('groupes', 'La fréquence porte sur l’instance entière : dites « par thématique », ou retirez ces groupes.')
    regle.groupes.forEach((nom, rang) => {
      if (regle.groupes.findIndex((autre) => sameGroupe(autre, nom)) < rang)
        contexte.addIssue({
          code: 'custom',
          path: ['groupes', rang],
          message: `« ${nom} » est écrit deux fois : gardez-en un.`,
        })
    })
    if (regle.debut !== null && regle.fin !== null && regle.debut > regle.fin)
      refuse('fin', 'La règle finit avant de commencer : vérifiez les deux dates.')
  })

/** A seat and who holds it: one row is one mandate. */
export const membre = z
  .strictObject({
    libelle: c.texte,
    fonction: c.texteOuNul,
    organisme: c.ref.nullable().default(null),
    voix: z.enum(['DECISIVE', 'CONSULTATIVE', 'NON_PRECISEE']).default('NON_PRECISEE'),
    /** who sits, and who replaces them; professional identity only */
    personne: c.texteOuNul,
    suppleant: c.texteOuNul,
    /** leads the instance with the other co-lead */
    coanimation: z.boolean().default(false),
    debut: c.dateOuNulle,
    fin: c.dateOuNulle,
    motifFin: c.texteOuNul,
    /** place of the mandate this one takes over from */
    predecesseur: c.placeMembreOuNulle,
  })
  .refine((m) => m.debut === null || m.fin === null || m.debut <= m.fin, {
    message: 'Ce mandat finit avant de commencer : vérifiez les deux dates.',
    path: ['fin'],
  })

/** What an instance proposes or decides; `source` is the sentence of the convention, null for a setting. */
export const competence = z.strictObject({
  matiere: z.enum(['FICHE', 'CIBLE', 'SCHEMA', 'AVENANT']),
  pouvoir: z.enum(['PROPOSE', 'DECIDE']),
  source: c.texteOuNul,
})

/** Meetings planned at once: the meetings themselves are in `reunions`, and say which series they come from. */
export const serie = z
  .strictObject({
    rythme: z.enum(['MENSUEL', 'BIMENSUEL', 'TRIMESTRIEL', 'AVANT_INSTANCE']),
    /** the rhythm in words */
    libelle: c.texte,
    /** `ref` of the instance whose meetings these prepare */
    evenement: c.ref.nullable().default(null),
    joursAvant: z.int().min(1).max(366).nullable().default(null),
    debut: c.date,
    fin: c.date,
  })
  .superRefine((serie, contexte) => {
    const refuse = (path: string, message: string) => contexte.addIssue({ code: 'custom', path: [path], message })
    if (serie.debut > serie.fin) refuse('fin', 'Cette série finit avant de commencer : vérifiez les deux dates.')
    const avant = serie.rythme === 'AVANT_INSTANCE'
    for (const champ of ['evenement', 'joursAvant'] as const) {
      if (avant && serie[champ] === null)
        refuse(champ, 'Une série qui prépare une autre instance dit laquelle, et combien de jours avant.')
      if (!avant && serie[champ] !== null)
        refuse(
          champ,
          'Seule une série de rythme AVANT_INSTANCE en prépare une autre : mettez null, ou corrigez le rythme.',
        )
    }
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
  /** decisive members who must be present or represented, and the sentence that says so */
  quorum: z.int().min(1).max(1_000).nullable().default(null),
  quorumTexte: c.texteOuNul,
  competences: z.array(competence).default([]),
  membres: z.array(membre).default([]),
  regles: z.array(regleFrequence).default([]),
  series: z.array(serie).default([]),
  reunions: z.array(reunion).default([]),
})
