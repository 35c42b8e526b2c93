/** Comments that name somebody: their business alone. */
import type { MentionFait, Signal } from './faits'

/**
 * One signal for each comment unread: who names one, and where. Never what is said: a message travels outside the walls.
 */
export function listSignauxMentions(mentions: readonly MentionFait[], base: string): Signal[] {
  return mentions.map(({ commentaire, auteur, fiche }) => ({
    cle: `mention:${commentaire}`,
    gravite: 'A_FAIRE',
    sujet: 'Commentaires',
    objet: fiche
      ? fiche.numero
        ? `Fiche ${fiche.numero} : ${fiche.titre}`
        : `Fiche : ${fiche.titre}`
      : 'Un commentaire',
    phrase: `${auteur ?? 'Quelqu’un'} vous cite dans un commentaire.`,
    echeance: null,
    href: fiche
      ? `${base}/plan-action/${fiche.ref}?mention=${commentaire}#commentaire-${commentaire}`
      : `${base}/plan-action`,
    lecteurs: ['CITE'],
    fiche: null,
  }))
}
