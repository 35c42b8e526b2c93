'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { listNonCitables, readAppreciation, readFicheSuivie } from '../read/suivi'
import {
  createCommentaireSchema,
  recordAppreciationSchema,
  removeAppreciationSchema,
  removeCommentaireSchema,
  updateMentionSchema,
} from '../schema'

/** Says how the fiche goes, in the voice of one side. PostgreSQL holds that nobody speaks for the other. */
export const recordAppreciation = defineAction({
  nom: 'recordAppreciation',
  operation: 'appreciation.ecrire',
  portee: 'CONVENTION',
  input: recordAppreciationSchema,
  effet: async ({ tx, acteur, convention }, { fiche, cote, version, niveau, texte }) => {
    if (!(await readFicheSuivie(tx, convention.id, fiche))) return echecs.introuvable()
    const nom = [acteur.nom, acteur.fonction].filter(Boolean).join(', ')
    const presente = await readAppreciation(tx, convention.id, fiche, cote)
    if (presente ? presente.version !== version : version !== null) return echecs.conflit(presente)
    if (presente) {
      await tx.appreciation.updateMany({
        where: { conventionId: convention.id, ficheActionId: fiche, cote, version: presente.version },
        data: { niveau, texte, nom, auteurId: acteur.id, instant: new Date(), version: { increment: 1 } },
      })
    } else {
      await tx.appreciation.create({
        data: { conventionId: convention.id, ficheActionId: fiche, cote, niveau, texte, nom, auteurId: acteur.id },
      })
    }
    return succeed({ version: presente ? presente.version + 1 : 0 })
  },
  revalidate: refreshConvention,
})

/** Withdraws what one’s own side said. */
export const removeAppreciation = defineAction({
  nom: 'removeAppreciation',
  operation: 'appreciation.ecrire',
  portee: 'CONVENTION',
  input: removeAppreciationSchema,
  effet: async ({ tx, convention }, { fiche, cote, version }) => {
    if (!(await readFicheSuivie(tx, convention.id, fiche))) return echecs.introuvable()
    const { count } = await tx.appreciation.deleteMany({
      where: { conventionId: convention.id, ficheActionId: fiche, cote, version },
    })
    return count === 1 ? succeed({ cote }) : echecs.conflit(await readAppreciation(tx, convention.id, fiche, cote))
  },
  revalidate: refreshConvention,
})

/**
 * Comments a fiche, for those one chooses, and names people among them. The fiche itself does not change: what is said to
 * the Caf alone must not show in its date.
 */
export const createCommentaire = defineAction({
  nom: 'createCommentaire',
  operation: 'commentaire.ecrire',
  portee: 'CONVENTION',
  input: createCommentaireSchema,
  effet: async ({ tx, acteur, convention }, { fiche, visibilite, texte, mentions }) => {
    if (!(await readFicheSuivie(tx, convention.id, fiche))) return echecs.introuvable()
    const personnes = [...new Set(mentions)]
    const exclues = await listNonCitables(tx, convention.id, visibilite, personnes)
    if (exclues.length > 0) {
      return echecs.invalide([
        {
          champ: 'mentions',
          message: 'Une personne citée ne lira pas ce commentaire : retirez-la, ou élargissez qui le lit.',
        },
      ])
    }
    const { id } = await tx.commentaire.create({
      data: { conventionId: convention.id, ficheActionId: fiche, auteurId: acteur.id, visibilite, texte },
      select: { id: true },
    })
    await tx.mention.createMany({
      data: personnes.map((utilisateurId) => ({ conventionId: convention.id, commentaireId: id, utilisateurId })),
    })
    return succeed({ id })
  },
  revalidate: refreshConvention,
})

/** Withdraws one’s own comment, with the mentions it made. */
export const removeCommentaire = defineAction({
  nom: 'removeCommentaire',
  operation: 'commentaire.ecrire',
  portee: 'CONVENTION',
  input: removeCommentaireSchema,
  effet: async ({ tx, acteur, convention }, { fiche, commentaire }) => {
    if (!(await readFicheSuivie(tx, convention.id, fiche))) return echecs.introuvable()
    const { count } = await tx.commentaire.deleteMany({
      where: { id: commentaire, conventionId: convention.id, ficheActionId: fiche, auteurId: acteur.id },
    })
    // Somebody else’s and one that is gone are told apart by nobody.
    return count === 1
      ? succeed({ id: commentaire })
      : echecs.regle('COMMENTAIRE_ABSENT', 'Ce commentaire n’est plus là, ou n’est pas le vôtre : rechargez la page.')
  },
  revalidate: refreshConvention,
})

/** Marks as read a comment that names who asks; once is enough. */
export const updateMention = defineAction({
  nom: 'updateMention',
  operation: 'compte.regler',
  portee: 'GENERALE',
  input: updateMentionSchema,
  effet: async ({ tx, acteur }, { commentaire }) => {
    const { count } = await tx.mention.updateMany({
      where: { commentaireId: commentaire, utilisateurId: acteur.id, luLe: null },
      data: { luLe: new Date() },
    })
    return succeed({ marquee: count === 1 })
  },
  // Nothing is refreshed: the mark « vous cite » stays under the eyes of who came for it.
})
