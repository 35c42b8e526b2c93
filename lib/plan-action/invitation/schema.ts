import { z } from 'zod'
import { courrielOuNul, identifiant, slugConvention, texteOuNul, version } from '@/lib/platform/saisie'
import { LONGUEUR_SUIVI } from '@/lib/plan-action/champs/words/limites'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'
import { CHAMPS_PROPOSES, DUREES_INVITATION, LONGUEUR_MESSAGE } from './words'

/** What somebody without an account proposes for one fiche, and what is done with it. */

const statut = z.enum(STATUTS, 'Choisissez un statut de la liste.')
const pourcent = z
  .int('Écrivez un nombre entier de 0 à 100.')
  .min(0, 'L’avancement va de 0 à 100 %.')
  .max(100, 'L’avancement va de 0 à 100 %.')
  .nullable()
const note = texteOuNul(LONGUEUR_SUIVI, 'Raccourcissez la note : 5 000 caractères au plus.').nullable()
const change = <S extends z.ZodType>(valeur: S) => z.strictObject({ avant: valeur, apres: valeur }).optional()

/** Fields a guest may propose; over what each was typed, as in the edition of a fiche. */
const champsProposes = z.strictObject({
  statut: change(statut),
  avancement: change(pourcent),
  suivi: change(note),
})

const etapesProposees = z.array(z.strictObject({ id: identifiant, avant: statut, apres: statut })).max(200)

const contenuContribution = z.strictObject({ champs: champsProposes, etapes: etapesProposees })
export type ContenuContribution = z.output<typeof contenuContribution>

/** As it is kept once answered: with what was accepted of it. */
export const contenuGarde = contenuContribution.extend({
  retenus: z.strictObject({ champs: z.array(z.enum(CHAMPS_PROPOSES)), etapes: z.array(identifiant) }).optional(),
})
export type ContenuGarde = z.output<typeof contenuGarde>

/** What the public page sends: the secret of the link stands for the session. */
export const propositionSchema = z
  .strictObject({
    jeton: z.string().max(100),
    message: texteOuNul(LONGUEUR_MESSAGE, 'Raccourcissez le message : 2 000 caractères au plus.').nullable(),
    contenu: contenuContribution,
  })
  .refine(
    ({ message, contenu }) =>
      message !== null ||
      contenu.etapes.length > 0 ||
      Object.values(contenu.champs).some((champ) => champ !== undefined),
    {
      message: 'Rien n’a changé : modifiez un champ, ou écrivez un message.',
    },
  )
export type PropositionEcrite = z.input<typeof propositionSchema>

export const createInvitationFicheSchema = z.strictObject({
  convention: slugConvention,
  fiche: identifiant,
  nom: z
    .string()
    .trim()
    .min(1, 'Écrivez le nom de la personne à qui vous donnez ce lien.')
    .max(200, 'Raccourcissez le nom : 200 caractères au plus.'),
  email: courrielOuNul('Écrivez une adresse complète, par exemple nom@commune.fr, ou laissez vide.').nullable(),
  jours: z.union(
    DUREES_INVITATION.map((jours) => z.literal(jours)),
    'Choisissez 7, 14 ou 30 jours.',
  ),
})

export const closeInvitationFicheSchema = z.strictObject({
  convention: slugConvention,
  fiche: identifiant,
  invitation: z.string().regex(/^[0-9a-f]{64}$/),
})

const surContribution = { convention: slugConvention, fiche: identifiant, contribution: identifiant, version }

/** What is accepted: each part with the value that was there when one accepted it. */
export const validateContributionSchema = z.strictObject({
  ...surContribution,
  champs: z.strictObject({
    statut: z.strictObject({ vu: statut }).optional(),
    avancement: z.strictObject({ vu: pourcent }).optional(),
    suivi: z.strictObject({ vu: note }).optional(),
  }),
  etapes: z.array(z.strictObject({ id: identifiant, vu: statut })).max(200),
})

export const closeContributionSchema = z.strictObject({
  ...surContribution,
  motif: z
    .string()
    .trim()
    .min(1, 'Écrivez pourquoi vous ne retenez pas cette proposition.')
    .max(500, 'Raccourcissez la raison : 500 caractères au plus.'),
})
