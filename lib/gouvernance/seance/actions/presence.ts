'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { formatDate, type DateCivile } from '@/lib/platform/dates'
import { echecs, succeed } from '@/lib/platform/resultat'
import { openAgenda } from '../write'
import { recordPresenceSchema } from '../schema/presence'
import type { PresenceEcrite } from '../types/reunion'

/**
 * Says whether a member was there. The last word wins: two people who call the roll together write the same thing, and
 * no version stands in their way.
 */
export const recordPresence = defineAction({
  nom: 'recordPresence',
  operation: 'reunion.ecrire',
  portee: 'CONVENTION',
  input: recordPresenceSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const ouverte = await openAgenda(contexte, { reunion: input.reunion })
    if (!ouverte.ok) return ouverte
    const { seance } = ouverte
    const [membre] = await tx.$queryRaw<
      { libelle: string; sienne: boolean; couvert: boolean; debut: DateCivile | null; fin: DateCivile | null }[]
    >`
      SELECT m.libelle, m.instance_id = ${seance.instanceId} AS sienne, m.debut::text, m.fin::text,
        coalesce(m.debut <= ${seance.date}::date, true) AND coalesce(m.fin >= ${seance.date}::date, true) AS couvert
      FROM membre m WHERE m.convention_id = ${convention.id} AND m.id = ${input.membre}`
    if (!membre) return echecs.introuvable()
    if (!membre.sienne) {
      return echecs.regle(
        'MEMBRE_D_UNE_AUTRE_INSTANCE',
        `${membre.libelle} ne siège pas dans cette instance : ajoutez d’abord ce membre à sa composition.`,
      )
    }
    // Taking back a presence stays possible when the meeting has moved out of the mandate.
    if (input.etat === null) {
      await tx.$executeRaw`DELETE FROM presence WHERE convention_id = ${convention.id} AND reunion_id = ${seance.id} AND membre_id = ${input.membre}`
      return succeed<PresenceEcrite>({ membre: input.membre, etat: null })
    }
    if (!membre.couvert) {
      return echecs.regle(
        'MANDAT_HORS_DATE',
        `Le mandat de ${membre.libelle} ne couvre pas le ${formatDate(seance.date)} : corrigez ses dates dans la composition, ou relevez la présence de qui lui a succédé.`,
      )
    }
    const representant = input.etat === 'REPRESENTE' ? input.representant : null
    await tx.$executeRaw`
      INSERT INTO presence (convention_id, reunion_id, membre_id, etat, representant)
      VALUES (${convention.id}, ${seance.id}, ${input.membre}, ${input.etat}::etat_presence, ${representant})
      ON CONFLICT (reunion_id, membre_id) DO UPDATE SET etat = excluded.etat, representant = excluded.representant
        WHERE presence.etat <> excluded.etat OR presence.representant IS DISTINCT FROM excluded.representant`
    return succeed<PresenceEcrite>({ membre: input.membre, etat: input.etat })
  },
  revalidate: refreshConvention,
})
