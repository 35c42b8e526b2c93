import { z } from 'zod'
import * as c from '@/lib/notation/schema'

/** A meeting: who was there, its agenda, what was decided, its minutes. */

export const decision = z
  .strictObject({
    texte: c.texte,
    nature: z.enum(['VALIDATION', 'AJUSTEMENT', 'ARBITRAGE', 'ENGAGEMENT']),
    etat: z.enum(['ATTENDUE', 'PRISE', 'REPORTEE', 'REFUSEE']).default('ATTENDUE'),
    responsable: c.texteOuNul,
    echeance: c.dateOuNulle,
    realiseeLe: c.dateOuNulle,
    /** what has been done since, in words */
    suivi: c.texteOuNul,
    /** what it changes elsewhere once an instance that decides has taken it; each effect names what it bears on */
    effet: z
      .enum(['REPORTER_FICHE', 'ABANDONNER_FICHE', 'CHANGER_CIBLE', 'VALIDER_SCHEMA', 'VALIDER_AVENANT'])
      .nullable()
      .default(null),
    fiche: c.ref.nullable().default(null),
    indicateur: c.ref.nullable().default(null),
    schema: c.ref.nullable().default(null),
    avenant: c.ref.nullable().default(null),
    /** the target that a change of target sets */
    cible: c.decimalOuNul,
    cibleTexte: c.texteOuNul,
    /** when the effect was applied, and what was there before */
    appliqueeLe: c.instantOuNul,
    avant: c.objetLibreOuNul,
    /** place of the decision that settled this proposal */
    decideePar: c.placeDecisionOuNulle,
  })
  .superRefine((d, contexte) => {
    const refuse = (path: string, message: string) => contexte.addIssue({ code: 'custom', path: [path], message })
    const objet =
      d.effet === null
        ? null
        : (
            {
              REPORTER_FICHE: 'fiche',
              ABANDONNER_FICHE: 'fiche',
              CHANGER_CIBLE: 'indicateur',
              VALIDER_SCHEMA: 'schema',
              VALIDER_AVENANT: 'avenant',
            } as const
          )[d.effet]
    if (objet !== null && d[objet] === null)
      refuse(objet, 'L’effet de cette décision dit sur quoi il porte : écrivez sa référence, ou mettez effet à null.')
    if (d.effet === 'CHANGER_CIBLE' && d.cible === null && d.cibleTexte === null)
      refuse('cible', 'Un changement de cible donne la nouvelle cible, en nombre ou en texte.')
    if (d.appliqueeLe === null) return
    if (d.effet === null)
      refuse('appliqueeLe', 'Seul un effet s’applique : mettez null, ou écrivez l’effet de cette décision.')
    if (d.etat !== 'PRISE')
      refuse('appliqueeLe', 'Seule une décision prise s’applique : mettez null, ou corrigez son état.')
  })

export const point = z.strictObject({
  titre: c.texte,
  notes: c.texteOuNul,
  presentateur: c.texteOuNul,
  dureeMinutes: z.int().min(1).max(1_440).nullable().default(null),
  etat: z.enum(['A_TRAITER', 'TRAITE', 'REPORTE']).default('A_TRAITER'),
  /** what put it on the agenda */
  origine: z.enum(['SAISI', 'FICHE', 'INDICATEUR', 'DECISION', 'SCHEMA', 'PROPOSITION', 'REPRISE']).default('SAISI'),
  /** what it was proposed for, so that it is proposed once: a kind, alone or with a `ref` or a place (« fiche:fiche-2-1 ») */
  cle: c.texteOuNul,
  fiche: c.ref.nullable().default(null),
  indicateur: c.ref.nullable().default(null),
  schema: c.ref.nullable().default(null),
  /** rank in `documents`, 1 for the first */
  document: z.int().min(1).max(5_000).nullable().default(null),
  /** place of the proposal of another instance that this point settles */
  proposition: c.placeDecisionOuNulle,
  /** place of the unfinished point that this one takes up */
  precedent: c.placePointOuNulle,
  decisions: z.array(decision).default([]),
})

export const presence = z.strictObject({
  membre: c.placeMembre,
  etat: z.enum(['PRESENT', 'EXCUSE', 'ABSENT', 'REPRESENTE']),
  /** who sat in the member’s place */
  representant: c.texteOuNul,
})

/** Name and function on that day: no account is carried. */
export const validation = z.strictObject({ cote: z.enum(['CAF', 'COORDINATION']), nom: c.texte, instant: c.instant })

/** One version of the minutes. */
const releve = z
  .strictObject({
    numero: z.int().min(1).max(1_000),
    etat: z.enum(['BROUILLON', 'A_VALIDER', 'VALIDE']),
    /** why it corrects the version before */
    motif: c.texteOuNul,
    /** what was submitted to validation, whole */
    contenu: c.objetLibreOuNul,
    soumisLe: c.instantOuNul,
    valideLe: c.instantOuNul,
    validations: z.array(validation).max(2, 'Deux validations au plus : la Caf et la coordination.').default([]),
  })
  .superRefine((r, contexte) => {
    const refuse = (path: string, message: string) => contexte.addIssue({ code: 'custom', path: [path], message })
    const [une, autre] = r.validations
    if (une && autre && une.cote === autre.cote)
      refuse('validations', 'Un relevé se valide une fois de chaque côté : la Caf et la coordination.')
    if (une && autre && une.nom === autre.nom)
      refuse('validations', 'Un relevé se valide à deux personnes : écrivez le nom de chacune.')
    if (r.etat === 'BROUILLON') {
      if (une)
        refuse('validations', 'Un brouillon n’est validé par personne : retirez les validations, ou corrigez l’état.')
      return
    }
    if (r.contenu === null)
      refuse(
        'contenu',
        'Un relevé soumis à validation garde ce qu’il dit : reprenez son contenu du dossier exporté, ou mettez son état à BROUILLON.',
      )
    if (r.soumisLe === null) refuse('soumisLe', 'Écrivez quand ce relevé a été soumis à validation.')
    if (r.etat === 'VALIDE' && r.validations.length < 2)
      refuse('validations', 'Un relevé se valide à deux, la Caf et la coordination : complétez, ou corrigez l’état.')
    if ((r.etat === 'VALIDE') !== (r.valideLe !== null))
      refuse('valideLe', 'La date de validation va avec l’état VALIDE, et avec lui seul.')
  })

const heure = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez l’heure sous la forme 14:30.')
  .nullable()
  .default(null)

export const reunion = z.strictObject({
  ref: c.ref,
  date: c.date,
  heureDebut: heure,
  heureFin: heure,
  lieu: c.texteOuNul,
  objet: c.texteOuNul,
  /** Thématique or commission, when the rule is counted per group. */
  groupe: c.texteOuNul,
  /** place of the series it comes from */
  serie: c.placeSerieOuNulle,
  etat: z.enum(['PREVUE', 'TENUE', 'ANNULEE']),
  motifAnnulation: c.texteOuNul,
  compteRendu: c.texteOuNul,
  figee: z.boolean().default(false),
  derogations: z.array(z.strictObject({ regle: c.texte, motif: c.texte })).default([]),
  presences: z.array(presence).default([]),
  points: z.array(point).default([]),
  releves: z.array(releve).default([]),
})
