'use server'

import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { MOTS_COTE } from '@/lib/competences/words'
import { buildReleve, checkInchange } from './rules/releve'
import { checkValidation } from './rules/validation'
import {
  insertReleve,
  lockReleve,
  lockSeance,
  noteMotifReleve,
  setFigee,
  setEtatReleve,
  toNomValidateur,
} from './write'
import { readContenu, toSituation } from './read/releve'
import {
  correctReleveSchema,
  prepareReleveSchema,
  reopenReleveSchema,
  submitReleveSchema,
  validateReleveSchema,
} from './schema'
import type { ReleveEcrit } from './types'

/**
 * Starts the minutes of a meeting that was held: a draft that shows what is recorded, as it changes. A meeting frozen
 * before its minutes were kept here opens again, for a reason.
 */
export const prepareReleve = defineAction({
  nom: 'prepareReleve',
  operation: 'releve.ecrire',
  portee: 'CONVENTION',
  input: prepareReleveSchema,
  effet: async (contexte, input) => {
    const ouverte = await lockSeance(contexte, input.reunion)
    if (!ouverte.ok) return ouverte
    const { seance, versions } = ouverte
    if (seance.version !== input.version) return echecs.conflit({ etat: seance.etat, version: seance.version })
    if (versions.length > 0)
      return echecs.regle(
        'DEJA_PREPARE',
        'Le relevé de cette réunion est déjà préparé : ouvrez-le, ou corrigez-le par une nouvelle version.',
      )
    if (seance.etat !== 'TENUE')
      return echecs.regle(
        'PAS_TENUE',
        'Le relevé se prépare une fois la réunion tenue : enregistrez d’abord qu’elle l’a été.',
      )
    if (seance.figee && input.motif === null)
      return echecs.invalide([
        {
          champ: 'motif',
          message: 'Cette réunion est figée : écrivez pourquoi son relevé est repris, la nouvelle version le dira.',
        },
      ])
    const motif = seance.figee ? input.motif : null
    if (motif !== null) await noteMotifReleve(contexte, motif)
    const releve = await insertReleve(contexte, { reunion: seance.id, numero: 1, motif })
    if (seance.figee) await setFigee(contexte, seance.id, false)
    return succeed<ReleveEcrit>({
      releve,
      version: 0,
      numero: 1,
      etat: 'BROUILLON',
      message: 'Relevé de décisions préparé',
    })
  },
  revalidate: refreshConvention,
})

/** Writes down what the minutes say, and asks both sides to validate it. */
export const submitReleve = defineAction({
  nom: 'submitReleve',
  operation: 'releve.ecrire',
  portee: 'CONVENTION',
  input: submitReleveSchema,
  effet: async (contexte, input) => {
    const ouverte = await lockReleve(contexte, input)
    if (!ouverte.ok) return ouverte
    const { releve, seance, faits } = ouverte
    if (releve.etat !== 'BROUILLON') return echecs.regle('DEJA_SOUMIS', 'Ce relevé est déjà soumis à validation.')
    if (seance.etat !== 'TENUE')
      return echecs.regle(
        'PAS_TENUE',
        'Cette réunion n’est plus « tenue » : enregistrez qu’elle l’a été avant de soumettre son relevé.',
      )
    const version = await setEtatReleve(contexte, releve, 'A_VALIDER', buildReleve(faits))
    return succeed<ReleveEcrit>({
      releve: releve.id,
      version,
      numero: releve.numero,
      etat: 'A_VALIDER',
      message: 'Relevé soumis à la validation de la Caf et de la coordination',
    })
  },
  revalidate: refreshConvention,
})

/** Takes submitted minutes back to be changed: what was validated no longer is, and the reason is kept. */
export const reopenReleve = defineAction({
  nom: 'reopenReleve',
  operation: 'releve.ecrire',
  portee: 'CONVENTION',
  input: reopenReleveSchema,
  effet: async (contexte, input) => {
    const ouverte = await lockReleve(contexte, input)
    if (!ouverte.ok) return ouverte
    const { releve } = ouverte
    if (releve.etat === 'VALIDE')
      return echecs.regle(
        'DEJA_VALIDE',
        'Ce relevé est validé : il ne change plus. Corrigez-le par une nouvelle version.',
      )
    if (releve.etat === 'BROUILLON') return echecs.regle('EN_BROUILLON', 'Ce relevé est déjà en brouillon.')
    await noteMotifReleve(contexte, input.motif)
    await contexte.tx
      .$executeRaw`DELETE FROM validation_releve WHERE convention_id = ${contexte.convention.id} AND releve_id = ${releve.id}`
    const version = await setEtatReleve(contexte, releve, 'BROUILLON', null)
    return succeed<ReleveEcrit>({
      releve: releve.id,
      version,
      numero: releve.numero,
      etat: 'BROUILLON',
      message: 'Relevé repris en brouillon',
    })
  },
  revalidate: refreshConvention,
})

/**
 * Validates for one side. The second validation makes the minutes official and freezes the meeting, in the same
 * transaction. A first one leaves the version as it is: two people who validate at the same moment both succeed.
 */
export const validateReleve = defineAction({
  nom: 'validateReleve',
  operation: 'releve.valider',
  portee: 'CONVENTION',
  input: validateReleveSchema,
  effet: async (contexte, input) => {
    const ouverte = await lockReleve(contexte, input)
    if (!ouverte.ok) return ouverte
    const { tx, convention, acteur } = contexte
    const { releve, seance, faits, coanimateurs } = ouverte
    const verdict = checkValidation(
      toSituation(releve, coanimateurs),
      { utilisateurId: acteur.id, roles: convention.roles },
      input.cote,
    )
    if (!verdict.ok) return echecs.regle(verdict.code, verdict.message)
    const contenu = await readContenu(tx, convention.id, releve.id)
    if (seance.etat !== 'TENUE' || contenu === null || !checkInchange(contenu, buildReleve(faits)))
      return echecs.regle(
        'A_CHANGE',
        'La réunion a changé depuis que ce relevé a été soumis : reprenez-le en brouillon, relisez-le, puis soumettez-le de nouveau.',
      )
    await tx.$executeRaw`
      INSERT INTO validation_releve (convention_id, releve_id, cote, utilisateur_id, nom)
      VALUES (${convention.id}, ${releve.id}, ${input.cote}::cote_releve, ${acteur.id}, ${toNomValidateur(acteur)})`
    if (releve.validations.length === 0)
      return succeed<ReleveEcrit>({
        releve: releve.id,
        version: releve.version,
        numero: releve.numero,
        etat: 'A_VALIDER',
        message: `Relevé validé pour ${MOTS_COTE[input.cote]} : l’autre côté est attendu`,
      })
    const version = await setEtatReleve(contexte, releve, 'VALIDE')
    await setFigee(contexte, seance.id, true)
    return succeed<ReleveEcrit>({
      releve: releve.id,
      version,
      numero: releve.numero,
      etat: 'VALIDE',
      message: 'Relevé validé par la Caf et la coordination : la réunion est figée',
    })
  },
  revalidate: refreshConvention,
})

/** Opens validated minutes again, as a new version that says why; the earlier one stays official meanwhile. */
export const correctReleve = defineAction({
  nom: 'correctReleve',
  operation: 'releve.ecrire',
  portee: 'CONVENTION',
  input: correctReleveSchema,
  effet: async (contexte, input) => {
    const ouverte = await lockReleve(contexte, input)
    if (!ouverte.ok) return ouverte
    const { releve, seance } = ouverte
    if (releve.etat !== 'VALIDE')
      return echecs.regle(
        'PAS_VALIDE',
        'Ce relevé n’est pas encore validé : modifiez-le directement, une nouvelle version n’est pas nécessaire.',
      )
    await noteMotifReleve(contexte, input.motif)
    const numero = releve.numero + 1
    const nouvelle = await insertReleve(contexte, { reunion: seance.id, numero, motif: input.motif })
    if (seance.figee) await setFigee(contexte, seance.id, false)
    return succeed<ReleveEcrit>({
      releve: nouvelle,
      version: 0,
      numero,
      etat: 'BROUILLON',
      message: `Version ${numero} ouverte : la réunion peut être corrigée`,
    })
  },
  revalidate: refreshConvention,
})
