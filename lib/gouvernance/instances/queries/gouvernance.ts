import 'server-only'
import { z } from 'zod'
import { listDroits, type ConventionOuverte } from '@/lib/platform/identite/acces'
import { yearBounds, type DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { defineQuery } from '@/lib/platform/query'
import { echecs } from '@/lib/platform/resultat'
import { slugConvention } from '@/lib/platform/saisie'
import { listInstances } from '../read/instances'
import { readManques, readReunions } from '../read/lignes'
import { anneeFiltre, etatFiltre, refInstance, reunionsFiltre } from '@/lib/gouvernance/reunions/schema'
import { checkFiltre, countFrequences, formatFrequences } from '@/lib/gouvernance/frequence/rules/resume'
import { FILTRES_ETAT, type FiltreEtat, type FiltreReunions } from '@/lib/gouvernance/frequence/words'
import { computePhase } from '@/lib/convention/phase/rules/suivi'
import type { InstanceLue, VueFicheInstance, VueGouvernance, VueReunions } from '../types/ecran'
import { listMatieres, splitMembres } from '../rules/composition'
import {
  computeAnnee,
  toAutresRegles,
  toConvention,
  toInstance,
  toInstanceReunion,
  toPeriode,
  toReunions,
} from './ecran'

/** What this person may do here, for what a screen offers. */
function readDroits(convention: ConventionOuverte): {
  peutEcrire: boolean
  peutComposer: boolean
  coordination: boolean
} {
  const droits = listDroits(convention)
  return {
    peutEcrire: droits.includes('reunion.ecrire'),
    peutComposer: droits.includes('instance.ecrire'),
    coordination: droits.includes('veille.lire'),
  }
}

/** The year's meetings of these instances: one SQL statement, none when there is no meeting at all. */
async function readAnnee(
  tx: Tx,
  convention: ConventionOuverte,
  lues: readonly InstanceLue[],
  filtre: { annee: number | null; etat: FiltreReunions | null; today: DateCivile; instance: number | null },
): Promise<VueReunions> {
  const annee = computeAnnee(
    lues.flatMap(({ reunions }) => reunions),
    filtre.annee,
    filtre.today,
  )
  const lignes = annee === null ? [] : await readReunions(tx, convention.id, yearBounds(annee), filtre.instance)
  return toReunions(lues, lignes, { ...filtre, annee })
}

function countFiltres(lues: readonly InstanceLue[]): Record<FiltreEtat, number> & { toutes: number } {
  const comptes = FILTRES_ETAT.map((filtre) => [filtre, lues.filter((lue) => checkFiltre(lue, filtre)).length])
  return { ...(Object.fromEntries(comptes) as Record<FiltreEtat, number>), toutes: lues.length }
}

/** The screen « Gouvernance » of a convention: instances with their rule and state, meetings of one year, frise. */
export const getGouvernance = defineQuery({
  nom: 'getGouvernance',
  operation: 'gouvernance.lire',
  portee: 'CONVENTION',
  input: z.strictObject({ convention: slugConvention, etat: etatFiltre, annee: anneeFiltre, reunions: reunionsFiltre }),
  run: async ({ tx, convention, today }, input): Promise<VueGouvernance> => {
    const lues = await listInstances(tx, convention, today)
    const manques = await readManques(tx, convention.id)
    const reunions = await readAnnee(tx, convention, lues, {
      annee: input.annee ?? null,
      etat: input.reunions ?? null,
      today,
      instance: null,
    })
    const filtre = input.etat ?? null
    return {
      convention: toConvention(convention, today),
      ...readDroits(convention),
      matieres: listMatieres(lues),
      filtre,
      comptes: countFiltres(lues),
      frequences: formatFrequences(countFrequences(lues), computePhase(convention, today)),
      toutes: lues,
      instances: lues
        .filter((lue) => filtre === null || checkFiltre(lue, filtre))
        .map((lue) => toInstance(lue, lues, manques.lacunes)),
      choix: lues.map(toInstanceReunion),
      reunions,
      manques,
    }
  },
})

/** One instance by its ref: rule, periods, members, missions, instances inside it, meetings of one year. */
export const getInstance = defineQuery({
  nom: 'getInstance',
  operation: 'gouvernance.lire',
  portee: 'CONVENTION',
  input: z.strictObject({
    convention: slugConvention,
    instance: refInstance,
    annee: anneeFiltre,
    reunions: reunionsFiltre,
  }),
  run: async ({ tx, convention, today }, input) => {
    const lues = await listInstances(tx, convention, today)
    const lue = lues.find(({ ref }) => ref === input.instance)
    if (!lue) return echecs.introuvable()
    const manques = await readManques(tx, convention.id)
    const reunions = await readAnnee(tx, convention, [lue], {
      annee: input.annee ?? null,
      etat: input.reunions ?? null,
      today,
      instance: lue.id,
    })
    return {
      convention: toConvention(convention, today),
      ...readDroits(convention),
      quorum: lue.quorum,
      quorumTexte: lue.quorumTexte,
      competences: lue.competences,
      matieres: listMatieres(lues),
      instance: toInstance(lue, lues, manques.lacunes),
      lue,
      composition: lue.composition,
      animation: lue.animation,
      secretariat: lue.secretariat,
      missions: lue.missions,
      ...splitMembres(lue.membres, today),
      reserves: lue.reserves.filter(({ type }) => type === 'INSTANCE'),
      enfants: lues
        .filter(({ parent }) => parent === lue.ref)
        .map((enfant) => toInstance(enfant, lues, manques.lacunes)),
      periodes: lue.periodes.map(toPeriode),
      autresRegles: toAutresRegles(lue),
      reunions,
      manques,
    } satisfies VueFicheInstance
  },
})
