import 'server-only'
import type { InstanceLue, InstanceSuivie } from './types'
import { Prisma } from '@/lib/generated/prisma/client'
import { computeRegleApplicable, evaluateRegles, formatRegle } from './rules/evaluation'
import { checkManquee } from './rules/resume'
import type { ReunionRegle } from './rules/evaluation'
import type { DateCivile } from '@/lib/platform/dates'
import { computeDebutSuivi, computeSuivi, type DatesConnues } from '@/lib/convention/phase/rules/suivi'

/** The moments of a rule, each with the meetings of the instance it prepares. @param r alias of the rule in the statement */
const sqlMoments = (r: Prisma.Sql): Prisma.Sql => Prisma.sql`CASE WHEN ${r}.moments = '[]' THEN '[]' ELSE (
  SELECT jsonb_agg(CASE WHEN o.moment ->> 'avant' IS NULL THEN o.moment ELSE o.moment || jsonb_build_object('nom', p.nom, 'reunions', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('date', n.date, 'etat', n.etat) ORDER BY n.date, n.id), '[]')
      FROM reunion n WHERE n.convention_id = p.convention_id AND n.instance_id = p.id AND n.etat <> 'ANNULEE')) END ORDER BY o.rang)
  FROM jsonb_array_elements(${r}.moments) WITH ORDINALITY o (moment, rang) LEFT JOIN instance p ON p.convention_id = ${r}.convention_id AND p.ref = o.moment ->> 'avant') END`

/** Rules of an instance, in the words of `RegleFrequence`. @param i alias of the instance in the statement */
export const sqlRegles = (i: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('mode', r.mode, 'minimum', r.minimum, 'maximum', r.maximum, 'moyenne', r.moyenne,
      'periode', r.periode, 'par', r.par, 'groupes', r.groupes, 'exceptions', r.exceptions, 'moments', ${sqlMoments(Prisma.sql`r`)}, 'debut', r.debut, 'fin', r.fin, 'evenement', r.evenement,
      'aConfirmer', r.a_confirmer, 'source', r.source) ORDER BY r.ordre), '[]')
  FROM regle_frequence r WHERE r.convention_id = ${i}.convention_id AND r.instance_id = ${i}.id)`

/**
 * Whether a meeting comes before the day its convention was signed on; false where that day is not known.
 * @param m alias of the meeting in the statement
 */
export const sqlAvantSignature = (convention: number, m: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`coalesce(${m}.date < (SELECT s.date FROM porte.signature s WHERE s.convention_id = ${convention}), false)`

/**
 * All the instances of one convention with their rules and every meeting, as one value of a statement: what
 * `evaluateInstances` reads.
 */
export const sqlInstances = (conventionId: number): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'ref', i.ref, 'nom', i.nom, 'type', i.type, 'regles', ${sqlRegles(Prisma.sql`i`)}, 'reunions', (
      SELECT coalesce(jsonb_agg(jsonb_build_array(m.id, m.date, m.etat, m.groupe, d.reunion_id IS NOT NULL, ${sqlAvantSignature(conventionId, Prisma.sql`m`)}) ORDER BY m.date, m.id), '[]')
      FROM reunion m LEFT JOIN (SELECT DISTINCT reunion_id FROM derogation WHERE convention_id = ${conventionId} AND regle <> 'MINIMUM_IMPOSSIBLE') d ON d.reunion_id = m.id
      WHERE m.convention_id = i.convention_id AND m.instance_id = i.id)) ORDER BY i.ordre, i.id), '[]')
  FROM instance i WHERE i.convention_id = ${conventionId})`

/** Judges each instance of one convention at a date, by the frequency rule. */
export function evaluateInstances(
  lues: readonly InstanceLue[],
  convention: DatesConnues,
  today: DateCivile,
): InstanceSuivie[] {
  const debutSuivi = computeDebutSuivi(
    lues.flatMap(({ reunions }) => reunions.map(([, date]) => date)),
    convention.debut,
  )
  return lues.map(({ id, ref, nom, type, regles, reunions: compactes }) => {
    const reunions = compactes.map(
      ([numero, date, etat, groupe, derogation, avantSignature]): ReunionRegle => ({
        id: numero,
        date,
        etat,
        groupe,
        derogation,
        avantSignature,
      }),
    )
    const actuelle = computeRegleApplicable(regles, today) ?? regles.at(-1) ?? null
    const regle = formatRegle(actuelle)
    const evaluation = evaluateRegles({ regles, reunions, convention, today })
    return {
      id,
      ref,
      nom,
      type,
      regle,
      reunions,
      debutSuivi,
      aConfirmer: actuelle?.aConfirmer ?? false,
      moyenne: actuelle?.mode === 'MOYENNE',
      ...computeSuivi(evaluation, regle, debutSuivi),
      manquee: checkManquee(evaluation.periodes, debutSuivi),
      echeance: evaluation.echeance,
      periodes: evaluation.periodes,
    }
  })
}
