'use server'
import { findGroupe } from '@/lib/gouvernance/frequence/rules/groupes'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { formatDate } from '@/lib/platform/dates'
import { echecs, succeed } from '@/lib/platform/resultat'
import { formatCompte } from '@/lib/platform/typographie'
import { computeRefReunion, insertDerogation, noteMotif } from '@/lib/gouvernance/reunions/write/reunion'
import { lockInstance } from '@/lib/gouvernance/reunions/write/verrou'
import { formatRythme } from '../rules/phrases'
import { cancelSerieSchema, planSerieSchema, RYTHME_ENREGISTRE, toRythme } from '../schema'
import { computeRefusSerie, judgeAbandon, judgeSerie, listAvertissements } from '../write'
import type { SerieEcrite } from '@/lib/gouvernance/calendrier/types'

/** A convention’s pages all tell of its meetings: dashboard, governance, calendar, journal. */
/**
 * Plans the meetings of a series, all of them or none: judged one after the other under the lock of the instance, on
 * the dates the person kept. Each is then a meeting like any other.
 */
export const planSerie = defineAction({
  nom: 'planSerie',
  operation: 'reunion.ecrire',
  portee: 'CONVENTION',
  input: planSerieSchema,
  effet: async (contexte, input) => {
    const { tx, convention, today } = contexte
    const verrou = await lockInstance(tx, convention.id, { instance: input.instance, reunion: null })
    if (!verrou) return echecs.introuvable()
    const [evenement] =
      input.rythme !== 'AVANT_INSTANCE' || input.evenement === null
        ? [null]
        : await tx.$queryRaw<{ nom: string }[]>`
      SELECT nom FROM instance WHERE convention_id = ${convention.id} AND id = ${input.evenement}`
    if (evenement === undefined) return echecs.introuvable()
    const passees = input.dates.filter((date) => date < today)
    if (passees[0] !== undefined) {
      return echecs.regle(
        'DATE_PASSEE',
        `Une série ne prévoit que des réunions à venir : décochez le ${formatDate(passees[0])}${passees.length > 1 ? ' et les autres dates passées' : ''}.`,
      )
    }
    const groupe = findGroupe(input.groupe, verrou.regles, verrou.reunions)
    const { verdicts } = judgeSerie(contexte, verrou, { dates: input.dates, groupe, derogation: input.derogation })
    const refus = computeRefusSerie(verdicts, { remede: 'Décochez ou déplacez ces dates' })
    if (refus) return refus
    const ecartees = verdicts.some(({ jugement }) => jugement.ok && jugement.ecartee !== null)
    await noteMotif(tx, ecartees ? input.derogation?.motif : null)
    const rythme = toRythme(input)
    const [creee] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO serie_reunion (convention_id, instance_id, rythme, libelle, evenement_id, jours_avant, debut, fin)
      VALUES (${convention.id}, ${verrou.instance.id}, ${RYTHME_ENREGISTRE[input.rythme]}::rythme_serie, ${formatRythme(rythme, evenement?.nom ?? null)},
        ${rythme.genre === 'AVANT_INSTANCE' ? input.evenement : null}::int, ${rythme.genre === 'AVANT_INSTANCE' ? rythme.jours : null}::int,
        ${input.debut}::date, ${input.fin}::date)
      RETURNING id`
    if (!creee) throw new Error('a series was inserted and not returned')
    for (const { date, jugement } of verdicts) {
      const ref = await computeRefReunion(contexte, verrou.instance, date)
      const [reunion] = await tx.$queryRaw<{ id: number }[]>`
        INSERT INTO reunion (convention_id, instance_id, serie_id, ref, date, heure_debut, heure_fin, lieu, objet, groupe)
        VALUES (${convention.id}, ${verrou.instance.id}, ${creee.id}, ${ref}, ${date}::date, ${input.heureDebut}, ${input.heureFin},
          ${input.lieu}, ${input.objet}, ${groupe})
        RETURNING id`
      if (!reunion) throw new Error('a meeting was inserted and not returned')
      await insertDerogation(contexte, reunion.id, jugement.ok ? jugement.ecartee : null)
    }
    return succeed<SerieEcrite>({
      serie: creee.id,
      message: `${formatCompte(verdicts.length, 'réunion prévue', 'réunions prévues')}, du ${formatDate(verdicts[0]?.date ?? input.debut)} au ${formatDate(verdicts.at(-1)?.date ?? input.fin)}`,
      avertissements: listAvertissements(verdicts),
    })
  },
  revalidate: refreshConvention,
})

/** Gives up the meetings of a series that are still to come, with the reason that is kept with each. */
export const cancelSerie = defineAction({
  nom: 'cancelSerie',
  operation: 'reunion.ecrire',
  portee: 'CONVENTION',
  input: cancelSerieSchema,
  effet: async (contexte, input) => {
    const { tx, convention, today } = contexte
    const [serie] = await tx.$queryRaw<{ id: number; instance: number }[]>`
      SELECT id, instance_id AS instance FROM serie_reunion WHERE convention_id = ${convention.id} AND id = ${input.serie}`
    const verrou = serie && (await lockInstance(tx, convention.id, { instance: serie.instance, reunion: null }))
    if (!serie || !verrou) return echecs.introuvable()
    const siennes = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM reunion WHERE convention_id = ${convention.id} AND serie_id = ${serie.id} AND etat = 'PREVUE' AND NOT figee AND date >= ${today}::date`
    const ids = new Set(siennes.map(({ id }) => id))
    const visees = verrou.reunions.filter(({ id }) => ids.has(id))
    if (visees.length === 0)
      return echecs.regle('SERIE_FINIE', 'Cette série n’a plus de réunion à venir : il n’y a rien à annuler.')
    // Somebody moved, held or cancelled one in the meantime: the person is shown the series as it is now.
    if (visees.length !== input.nombre) return echecs.conflit({ aVenir: visees.length })
    const verdicts = judgeAbandon(contexte, verrou, { visees, derogation: input.derogation })
    const refus = computeRefusSerie(verdicts, { remede: 'Gardez ces dates et annulez les autres une à une' })
    if (refus) return refus
    await noteMotif(tx, input.derogation?.motif ?? input.motif)
    await tx.$executeRaw`
      UPDATE reunion SET etat = 'ANNULEE', motif_annulation = ${input.motif}, version = version + 1
      WHERE convention_id = ${convention.id} AND id = ANY (${[...ids]}::int[])`
    for (const { reunion, jugement } of verdicts)
      await insertDerogation(contexte, reunion, jugement.ok ? jugement.ecartee : null)
    return succeed<SerieEcrite>({
      serie: serie.id,
      message: `${formatCompte(visees.length, 'réunion annulée', 'réunions annulées')}, à partir du ${formatDate(visees[0]?.date ?? today)}`,
      avertissements: listAvertissements(verdicts),
    })
  },
  revalidate: refreshConvention,
})
