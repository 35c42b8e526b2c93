'use server'
import { z } from 'zod'
import { acceptInvitation, LONGUEUR_MOT_DE_PASSE } from './connexion'
import { logInattendu } from '@/lib/platform/log'
import { parseSaisie } from '@/lib/platform/nettoyage'
import { echecs, succeed, type Resultat } from '@/lib/platform/resultat'

const saisieSchema = z
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
    message: 'Les deux mots de passe diffèrent : retapez le second.',
  })

/**
 * Stores the password of an invited person. The one action open to somebody who is not signed in:
 * the secret of the link stands for the session, and PostgreSQL spends it in the same statement. It is spent once: the key
 * of a sending would add nothing, and belongs to people who sign in.
 */
export async function accepterInvitation(saisie: z.input<typeof saisieSchema>): Promise<Resultat<null>> {
  const lu = parseSaisie(saisieSchema, saisie, ['jeton', 'motDePasse', 'confirmation'])
  if (!lu.ok) return echecs.invalide(lu.champs)
  try {
    if (await acceptInvitation(lu.data.jeton, lu.data.motDePasse)) return succeed(null)
    return echecs.regle('INVITATION_FERMEE', 'Cette invitation n’est plus valable. Demandez-en une nouvelle.')
  } catch (erreur) {
    return echecs.inattendu(logInattendu('accepterInvitation', erreur))
  }
}
