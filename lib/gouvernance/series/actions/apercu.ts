'use server'
import { z } from 'zod'
import { formatDate } from '@/lib/platform/dates'
import { defineQuery } from '@/lib/platform/query'
import { echecs } from '@/lib/platform/resultat'
import { slugConvention } from '@/lib/platform/saisie'
import { findGroupe } from '@/lib/gouvernance/frequence/rules/groupes'
import { buildBornesLarges, readJours } from '@/lib/gouvernance/jours/read'
import { readInstances } from '@/lib/gouvernance/instances/read/lignes'
import { evaluateRegles } from '@/lib/gouvernance/frequence/rules/evaluation'
import { listParticularites } from '@/lib/gouvernance/jours/rules/jours'
import { computeSerie } from '../rules/dates'
import { formatRythme } from '../rules/phrases'
import { formatInconnu } from '@/lib/gouvernance/jours/rules/vacances'
import { checkSerieSchema, toChoix, toRythme } from '../schema'
import { computeRefusSerie, judgeSerie } from '../write'
import type { ApercuSerie } from '@/lib/gouvernance/calendrier/types'

/**
 * The dates of a series before they are saved: each with its day, its holidays and the verdict of the rule, and how
 * the instance would stand. Nothing is written, and nothing is promised: the action judges again, under the lock.
 */
export const checkSerieProjet = defineQuery({
  nom: 'checkSerieProjet',
  operation: 'reunion.ecrire',
  portee: 'CONVENTION',
  // Read below rather than here: what is typed wrong is told on its field, not as something that does not exist.
  input: z.strictObject({ convention: slugConvention, serie: z.unknown() }),
  run: async ({ tx, convention, today }, { serie: saisie }) => {
    const lue = checkSerieSchema.safeParse(saisie)
    if (!lue.success)
      return echecs.invalide(lue.error.issues.map(({ path, message }) => ({ champ: path.join('.'), message })))
    const input = lue.data
    const instances = await readInstances(tx, convention.id)
    const instance = instances.find(({ id }) => id === input.instance)
    const evenement = input.evenement === null ? null : instances.find(({ id }) => id === input.evenement)
    if (!instance || evenement === undefined) return echecs.introuvable()
    const jours = await readJours(tx, convention.id)
    const bornes = { debut: input.debut, fin: input.fin }
    const calendrier = jours.listJours(buildBornesLarges(bornes))
    const rythme = toRythme(input)
    const evenements = (evenement?.reunions ?? []).filter(({ etat }) => etat !== 'ANNULEE').map(({ date }) => date)
    const serie = computeSerie({ rythme, ...bornes, choix: toChoix(input), calendrier, evenements })
    // A series plans what is to come: the days of its rhythm that are over are left out, like those it avoids.
    const passees = serie.dates
      .filter(({ date }) => date < today)
      .map(({ date }) => ({ prevue: date, motif: 'est passé' }))
    const dates = input.dates ?? serie.dates.map(({ date }) => date).filter((date) => date >= today)
    const groupe = findGroupe(input.groupe, instance.regles, instance.reunions)
    const lues = { regles: instance.regles, reunions: instance.reunions }
    const { verdicts } = judgeSerie({ convention, today }, lues, { dates, groupe, derogation: null })
    const refus = computeRefusSerie(verdicts, { remede: 'Décochez ou déplacez ces dates' })
    // As it would stand with all of them, dérogation included.
    const { reunions } = judgeSerie({ convention, today }, lues, { dates, groupe, derogation: { motif: 'aperçu' } })
    const origines = new Map(serie.dates.map((date) => [date.date, date]))
    return {
      libelle: formatRythme(rythme, evenement?.nom ?? null),
      lignes: verdicts.map(({ date, jugement }) => {
        const origine = origines.get(date)
        const passee = date < today
        return {
          date,
          dateTexte: formatDate(date),
          prevue: origine?.prevue ?? null,
          motif: origine?.motif ?? null,
          jour: listParticularites(date, calendrier),
          refus: passee ? DATE_PASSEE : jugement.ok ? null : jugement.message,
          derogationPossible: !passee && !jugement.ok && jugement.derogationPossible,
          avertissements: jugement.ok ? jugement.avertissements : [],
        }
      }),
      ecartees: [...serie.ecartees, ...passees].map(({ prevue, motif }) => ({ dateTexte: formatDate(prevue), motif })),
      refus: dates.some((date) => date < today) ? DATE_PASSEE : (refus?.message ?? null),
      derogationPossible: refus?.derogationPossible ?? false,
      apres: evaluateRegles({ regles: instance.regles, reunions, convention, today }).phrase,
      notes: listNotes(
        formatInconnu(jours.zone, bornes),
        input.rythme === 'AVANT_INSTANCE' && evenements.length === 0 ? (evenement?.nom ?? null) : null,
      ),
    } satisfies ApercuSerie
  },
})

const DATE_PASSEE = 'Cette date est passée : une série ne prévoit que des réunions à venir.'

/** @param vide name of the instance to prepare, when none of its meetings is planned */
function listNotes(inconnu: string | null, vide: string | null): string[] {
  return [
    vide === null
      ? null
      : `Aucune réunion n’est prévue pour cette instance (${vide}) : prévoyez-les d’abord, la série se calera dessus.`,
    inconnu,
  ].filter((note) => note !== null)
}
