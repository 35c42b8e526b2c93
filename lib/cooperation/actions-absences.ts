'use server'
import { defineAction } from '@/lib/platform/action'
import { formatDateCourte } from '@/lib/platform/dates'
import { echecs, succeed } from '@/lib/platform/resultat'
import { openOccupation } from './ecriture-postes'
import { removeIdentiteSchema, createAbsenceSchema, removeAbsenceSchema } from './schema-postes'

const revalidate = ({ convention }: { convention: string | null }) => [`/conventions/${convention}/etp`]
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
    const { occupation } = ouverte
    if (debut < occupation.debut || (occupation.fin !== null && (debut > occupation.fin || (fin !== null && fin > occupation.fin)))) {
      return echecs.invalide([{ champ: 'debut', message: 'Une absence tombe pendant l’occupation du poste : corrigez ses dates.' }])
    }
    if (occupation.absences.some((autre) => (fin === null || autre.debut <= fin) && (autre.fin === null || debut <= autre.fin))) {
      return echecs.invalide([{ champ: 'debut', message: 'Une autre absence est déjà enregistrée sur ces jours : prolongez-la plutôt.' }])
    }
    await tx.absence.createMany({ data: { conventionId: convention.id, occupationId: id, debut: toDate(debut), fin: fin === null ? null : toDate(fin) } })
    await tx.occupation.updateMany({ where: { id, conventionId: convention.id }, data: { version: { increment: 1 } } })
    return succeed({ version: version + 1, message: `${occupation.nom} : absence à partir du ${formatDateCourte(debut)}.` })
  },
  revalidate,
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
    const couverte = poste.occupations.some(({ remplace, debut }) => remplace === id && debut >= retiree.debut && (retiree.fin === null || debut <= retiree.fin))
    if (couverte) return echecs.regle('REMPLACEE', 'Un remplacement couvre cette absence : retirez-le d’abord.')
    await tx.absence.deleteMany({ where: { id: absence, occupationId: id, conventionId: convention.id } })
    await tx.occupation.updateMany({ where: { id, conventionId: convention.id }, data: { version: { increment: 1 } } })
    return succeed({ version: version + 1, message: `${occupation.nom} : absence retirée.` })
  },
  revalidate,
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
    if (lue.enPoste) return echecs.regle('EN_POSTE', 'Cette personne est encore en poste : terminez d’abord ses occupations.')
    const [fait] = await tx.$queryRaw<{ ok: boolean }[]>`SELECT app.anonymiser_charge(${charge}) AS ok`
    if (!fait?.ok) return echecs.regle('EN_POSTE_AILLEURS', 'Cette personne est encore en poste : son nom se garde tant que c’est le cas.')
    return succeed({ message: 'Nom effacé : ses occupations gardent leurs dates et leurs quotités.' })
  },
  revalidate,
})
