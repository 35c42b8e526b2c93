'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshEtp } from '@/lib/platform/chemins'
import { formatDateCourte } from '@/lib/platform/dates'
import { echecs, succeed } from '@/lib/platform/resultat'
import { openOccupation } from '../write/postes'
import { checkAbsence, isDuring, isInside } from '../rules/absences'
import { removeIdentiteSchema, createAbsenceSchema, removeAbsenceSchema, updateAbsenceSchema } from '../schema/postes'

const toDate = (date: string): Date => new Date(`${date}T00:00:00Z`)

/** Days without the person. Why is theirs, and is asked nowhere. */
export const createAbsence = defineAction({
  nom: 'createAbsence',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: createAbsenceSchema,
  effet: async (contexte, { occupation: id, version, debut, fin }) => {
    const { tx, convention } = contexte
    const ouverte = await openOccupation(contexte, { occupation: id, version })
    if (!ouverte.ok) return ouverte
    const refus = checkAbsence({ debut, fin }, ouverte.occupation, 0)
    if (refus) return refus
    const { occupation } = ouverte
    await tx.absence.createMany({
      data: {
        conventionId: convention.id,
        occupationId: id,
        debut: toDate(debut),
        fin: fin === null ? null : toDate(fin),
      },
    })
    await tx.occupation.updateMany({ where: { id, conventionId: convention.id }, data: { version: { increment: 1 } } })
    return succeed({
      version: version + 1,
      message: `${occupation.nom} : absence à partir du ${formatDateCourte(debut)}.`,
    })
  },
  revalidate: refreshEtp,
})

/** Corrects an absence, or ends it on the day before the return; who stands in must still fit in it. */
export const updateAbsence = defineAction({
  nom: 'updateAbsence',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: updateAbsenceSchema,
  effet: async (contexte, { occupation: id, version, absence, debut, fin }) => {
    const { tx, convention } = contexte
    const ouverte = await openOccupation(contexte, { occupation: id, version })
    if (!ouverte.ok) return ouverte
    const { occupation, poste } = ouverte
    const corrigee = occupation.absences.find((autre) => autre.id === absence)
    if (!corrigee) return echecs.introuvable()
    const refus = checkAbsence({ debut, fin }, occupation, absence)
    if (refus) return refus
    const sorti = poste.occupations.find(
      (autre) => autre.remplace === id && isDuring(autre, corrigee) && !isInside(autre, { debut, fin }),
    )
    if (sorti)
      return echecs.invalide([
        {
          champ: sorti.debut < debut ? 'debut' : 'fin',
          message: `Le remplacement par ${sorti.nom} sortirait de cette absence : terminez-le d’abord.`,
        },
      ])
    await tx.absence.updateMany({
      where: { id: absence, occupationId: id, conventionId: convention.id },
      data: { debut: toDate(debut), fin: fin === null ? null : toDate(fin) },
    })
    await tx.occupation.updateMany({ where: { id, conventionId: convention.id }, data: { version: { increment: 1 } } })
    return succeed({ version: version + 1, message: `${occupation.nom} : absence enregistrée.` })
  },
  revalidate: refreshEtp,
})

/** Takes back an absence; a replacement that leaned on it must go first. */
export const removeAbsence = defineAction({
  nom: 'removeAbsence',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: removeAbsenceSchema,
  effet: async (contexte, { occupation: id, version, absence }) => {
    const { tx, convention } = contexte
    const ouverte = await openOccupation(contexte, { occupation: id, version })
    if (!ouverte.ok) return ouverte
    const { occupation, poste } = ouverte
    const retiree = occupation.absences.find((autre) => autre.id === absence)
    if (!retiree) return echecs.introuvable()
    const couverte = poste.occupations.some((autre) => autre.remplace === id && isDuring(autre, retiree))
    if (couverte) return echecs.regle('REMPLACEE', 'Un remplacement couvre cette absence : retirez-le d’abord.')
    await tx.absence.deleteMany({ where: { id: absence, occupationId: id, conventionId: convention.id } })
    await tx.occupation.updateMany({ where: { id, conventionId: convention.id }, data: { version: { increment: 1 } } })
    return succeed({ version: version + 1, message: `${occupation.nom} : absence retirée.` })
  },
  revalidate: refreshEtp,
})

/** Forgets the name of somebody who has left; figures and dates stay. */
export const removeIdentite = defineAction({
  nom: 'removeIdentite',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: removeIdentiteSchema,
  effet: async ({ tx, convention, today }, { charge, version }) => {
    const [lue] = await tx.$queryRaw<{ version: number; anonyme: boolean; enPoste: boolean }[]>`
      SELECT k.version, k.anonymise_le IS NOT NULL AS anonyme,
        EXISTS (SELECT 1 FROM occupation o WHERE o.charge_id = k.id AND (o.fin IS NULL OR o.fin >= ${today}::date)) AS "enPoste"
      FROM charge_cooperation k WHERE k.id = ${charge} AND EXISTS (SELECT 1 FROM occupation o WHERE o.charge_id = k.id AND o.convention_id = ${convention.id})`
    if (!lue) return echecs.introuvable()
    if (lue.version !== version) return echecs.conflit(lue)
    if (lue.anonyme) return echecs.regle('DEJA_ANONYME', 'Cette personne est déjà anonyme.')
    if (lue.enPoste)
      return echecs.regle('EN_POSTE', 'Cette personne est encore en poste : terminez d’abord ses occupations.')
    const [fait] = await tx.$queryRaw<{ ok: boolean }[]>`SELECT app.anonymiser_charge(${charge}) AS ok`
    if (!fait?.ok)
      return echecs.regle(
        'EN_POSTE_AILLEURS',
        'Cette personne est encore en poste : son nom se garde tant que c’est le cas.',
      )
    return succeed({ message: 'Nom effacé : ses occupations gardent leurs dates et leurs quotités.' })
  },
  revalidate: refreshEtp,
})
