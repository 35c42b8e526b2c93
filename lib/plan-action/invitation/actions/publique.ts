'use server'
import { logInattendu } from '@/lib/platform/log'
import { parseSaisie } from '@/lib/platform/nettoyage'
import { depositContribution, type Depot } from '../write/publique'
import { propositionSchema, type PropositionEcrite } from '../schema'

export type ReponseProposition = { ok: true } | { ok: false; erreurs: { champ?: string; message: string }[] }

const REFUS: Record<Exclude<Depot, 'RECUE'>, string> = {
  FERMEE: 'Ce lien n’est pas, ou n’est plus, valable. Demandez-en un nouveau à la personne qui vous l’a donné.',
  TROP: 'Vos propositions attendent déjà une réponse. Patientez un quart d’heure, ou prévenez la personne qui vous a donné ce lien\u00A0: rien de votre saisie n’est perdu.',
  ETAPE: 'Une étape a été retirée de la fiche entre-temps. Rechargez la page\u00A0: votre saisie est gardée.',
}

/** Champ of the public form that an error of the schema is about. */
const readChamp = (chemin: string): string | undefined => {
  const [debut, champs, nom] = chemin.split('.')
  if (debut === 'message') return 'message'
  return debut === 'contenu' && champs === 'champs' ? nom : undefined
}

/**
 * Sends what somebody without an account proposes for the fiche of their link. With the choice of a first password, the
 * one action open to who is not signed in: the secret of the link stands for the session, and PostgreSQL checks it.
 */
export async function proposeContribution(proposition: PropositionEcrite): Promise<ReponseProposition> {
  const lu = parseSaisie(propositionSchema, proposition, ['jeton'])
  if (!lu.ok)
    return {
      ok: false,
      erreurs: lu.champs.map(({ champ, message }) => ({
        ...(readChamp(champ) && { champ: readChamp(champ) }),
        message,
      })),
    }
  try {
    const depot = await depositContribution(lu.data.jeton, lu.data.message, lu.data.contenu)
    return depot === 'RECUE' ? { ok: true } : { ok: false, erreurs: [{ message: REFUS[depot] }] }
  } catch (erreur) {
    return {
      ok: false,
      erreurs: [
        {
          message: `Un incident nous empêche de répondre. Votre saisie est gardée\u00A0: réessayez, et citez le repère ${logInattendu('proposeContribution', erreur)} s’il se répète.`,
        },
      ],
    }
  }
}
