import { z } from 'zod'
import { ANNEES, isAnnee, isDateCivile, yearOf } from '@/lib/platform/dates'
import { identifiant, slugConvention, texte, texteOuNul } from '@/lib/platform/saisie'
import { LONGUEUR_SUIVI, LONGUEUR_TEXTE, ROLES_PILOTAGE, STATUTS } from './words'

/**
 * A fiche is edited field by field: each change says what it was typed over, so that two people who change different
 * fields both keep their work, and two who change the same one are shown both versions.
 */

const long = texteOuNul(LONGUEUR_TEXTE).nullable()
const date = z.string().refine(isDateCivile, 'Écrivez une date, par exemple 03/03/2026.').nullable()

const periode = z
  .strictObject({ texte: texteOuNul(300).nullable(), debut: date, fin: date })
  .refine(({ debut, fin }) => debut === null || fin === null || debut <= fin, {
    message: 'La fin de la période précède son début\u00A0: inversez les deux dates.',
    path: ['fin'],
  })

const isAnneeOuNulle = (jour: string | null): boolean => jour === null || isAnnee(yearOf(jour))
const ANNEE_FAUSSE = `L’année paraît fausse\u00A0: vérifiez la date, qui doit être entre ${ANNEES.premiere} et ${ANNEES.derniere}.`

/** A period as it is typed now. One kept before may say another year: it is still what a change is typed over. */
export const periodeSaisie = periode
  .refine(({ debut }) => isAnneeOuNulle(debut), { message: ANNEE_FAUSSE, path: ['debut'] })
  .refine(({ fin }) => isAnneeOuNulle(fin), { message: ANNEE_FAUSSE, path: ['fin'] })

const pilotage = z.strictObject({
  role: z.enum(ROLES_PILOTAGE, 'Choisissez pilote, porteur ou partenaire.'),
  /** as written: « CCVA : facilitateur ? », « Selon les modalités » */
  texte: texte(300).min(1, 'Écrivez qui, tel que le document le dit, ou retirez la ligne.'),
  /** id of the convention’s organisme, when it is known to be one */
  organisme: identifiant.nullable(),
  aDefinir: z.boolean(),
})

/** What each field holds, as it is typed in; null is « not known ». */
export const valeursFiche = z.strictObject({
  numero: texteOuNul(20).nullable(),
  titre: texte(500).min(1, 'Donnez un titre à la fiche.'),
  titreCourt: texteOuNul(300).nullable(),
  contexte: long,
  objectifs: long,
  description: long,
  publicVise: long,
  moyens: long,
  territoireTexte: texteOuNul(500).nullable(),
  periode,
  statut: z.enum(STATUTS, 'Choisissez un statut de la liste.'),
  /** percent that somebody said, with the reason it is not what the étapes say; null: what the étapes say */
  avancement: z.strictObject({
    valeur: z
      .int('Écrivez un nombre entier de 0 à 100.')
      .min(0, 'L’avancement va de 0 à 100\u202F%.')
      .max(100, 'L’avancement va de 0 à 100\u202F%.')
      .nullable(),
    motif: texteOuNul(500).nullable(),
  }),
  enjeuCoordination: z.boolean().nullable(),
  suivi: texteOuNul(LONGUEUR_SUIVI, 'Raccourcissez la note\u00A0: 5\u202F000 caractères au plus.').nullable(),
  /** announced and not yet written: why, until when, and the avenant (id) that is to bring it */
  redaction: z.strictObject({
    aRediger: z.boolean(),
    motif: texteOuNul(500).nullable(),
    echeance: date,
    avenant: identifiant.nullable(),
  }),
  /** codes of AFAS themes */
  themes: z.array(z.string().max(40)).max(10),
  /** ids of communes of the territory (`territoire_commune`) */
  communes: z.array(identifiant).max(500),
  pilotages: z.array(pilotage).max(40, 'Au plus 40 lignes.'),
})

export type ValeursFiche = z.output<typeof valeursFiche>
export type SaisieFiche = z.input<typeof valeursFiche>
export type ChampFiche = keyof ValeursFiche

/** Changes of some fields: over what each was typed, and what it becomes. */
export type ChangementsFiche = { [C in ChampFiche]?: { avant: ValeursFiche[C]; apres: ValeursFiche[C] } }

const change = <S extends z.ZodType>(valeur: S, apres = valeur) => z.strictObject({ avant: valeur, apres }).optional()
const v = valeursFiche.shape

export const changementsFiche = z.strictObject({
  numero: change(v.numero),
  titre: change(v.titre),
  titreCourt: change(v.titreCourt),
  contexte: change(v.contexte),
  objectifs: change(v.objectifs),
  description: change(v.description),
  publicVise: change(v.publicVise),
  moyens: change(v.moyens),
  territoireTexte: change(v.territoireTexte),
  periode: change(v.periode, periodeSaisie),
  statut: change(v.statut),
  avancement: change(v.avancement),
  enjeuCoordination: change(v.enjeuCoordination),
  suivi: change(v.suivi),
  redaction: change(
    v.redaction,
    v.redaction.refine(({ echeance }) => isAnneeOuNulle(echeance), { message: ANNEE_FAUSSE, path: ['echeance'] }),
  ),
  themes: change(v.themes),
  communes: change(v.communes),
  pilotages: change(v.pilotages),
})

export const updateFicheSchema = z.strictObject({
  convention: slugConvention,
  fiche: identifiant,
  champs: changementsFiche,
})
