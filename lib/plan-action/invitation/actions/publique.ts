'use server'
import { logInattendu } from '@/lib/platform/log'
import { parseSaisie } from '@/lib/platform/nettoyage'
import { echecs, succeed, type Resultat } from '@/lib/platform/resultat'
import { depositContribution, type Depot } from '../write/publique'
import { propositionSchema, type PropositionEcrite } from '../schema'

const REFUS: Record<Exclude<Depot, 'RECUE'>, string> = {
  FERMEE: 'Ce lien n’est pas, ou n’est plus, valable. Demandez-en un nouveau à la personne qui vous l’a donné.',
  TROP: 'Vos propositions attendent déjà une réponse. Patientez un quart d’heure, ou prévenez la personne qui vous a donné ce lien : rien de votre saisie n’est perdu.',
  ETAPE: 'Une étape a été retirée de la fiche entre-temps. Rechargez la page : votre saisie est gardée.',
}

/**
 * Sends what somebody without an account proposes for the fiche of their link. With the choice of a first password, the
 * one action open to who is not signed in: the secret of the link stands for the session, and PostgreSQL checks it.
 * Keys of sendings belong to people who sign in: here the deposit itself knows what is sent again.
 */
export async function proposeContribution(proposition: PropositionEcrite): Promise<Resultat<null>> {
  const lu = parseSaisie(propositionSchema, proposition, ['jeton'])
  if (!lu.ok) return echecs.invalide(lu.champs)
  try {
    const depot = await depositContribution(lu.data.jeton, lu.data.message, lu.data.contenu)
    return depot === 'RECUE' ? succeed(null) : echecs.regle(depot, REFUS[depot])
  } catch (erreur) {
    return echecs.inattendu(logInattendu('proposeContribution', erreur))
  }
}
