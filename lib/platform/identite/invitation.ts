'use server'
import { z } from 'zod'
import { acceptInvitation, LONGUEUR_MOT_DE_PASSE } from './connexion'
import { logInattendu } from '@/lib/platform/log'
import { parseSaisie } from '@/lib/platform/nettoyage'

const saisie = z
  .strictObject({
    jeton: z.string().max(100),
    motDePasse: z
      .string()
      .min(LONGUEUR_MOT_DE_PASSE, `Choisissez un mot de passe d’au moins ${LONGUEUR_MOT_DE_PASSE} caractères.`)
      .max(200, 'Choisissez un mot de passe d’au plus 200 caractères.'),
    confirmation: z.string(),
  })
  .refine((v) => v.motDePasse === v.confirmation, {
    path: ['confirmation'],
    message: 'Les deux mots de passe diffèrent : retapez le second.',
  })

/**
 * Stores the password of an invited person. The one action open to somebody who is not signed in:
 * the secret of the link stands for the session, and PostgreSQL spends it in the same statement.
 */
export async function accepterInvitation(
  jeton: string,
  motDePasse: string,
  confirmation: string,
): Promise<{ ok: true } | { ok: false; erreurs: { champ?: string; message: string }[] }> {
  const lu = parseSaisie(saisie, { jeton, motDePasse, confirmation }, ['jeton', 'motDePasse', 'confirmation'])
  if (!lu.ok) return { ok: false, erreurs: lu.champs }
  try {
    if (await acceptInvitation(lu.data.jeton, lu.data.motDePasse)) return { ok: true }
    return { ok: false, erreurs: [{ message: 'Cette invitation n’est plus valable. Demandez-en une nouvelle.' }] }
  } catch (erreur) {
    return {
      ok: false,
      erreurs: [
        {
          message: `Un incident nous empêche de répondre. Réessayez, et citez le repère ${logInattendu('accepterInvitation', erreur)} s’il se répète.`,
        },
      ],
    }
  }
}
