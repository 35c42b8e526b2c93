import 'server-only'
import { z } from 'zod'
import { yearBounds } from '@/lib/platform/dates'
import { computeReach } from '@/lib/platform/identite/politique'
import { defineQuery } from '@/lib/platform/query'
import { slugConvention } from '@/lib/platform/saisie'
import { findAnnee } from '@/lib/cooperation/afas/rules/annees'
import type { ActiviteLue, BilanLu, MissionActivite, VueActivite } from './types'

interface Base {
  missions: Omit<MissionActivite, 'propre' | 'activites'>[]
  propres: { bloc: string; texte: string }[]
  annees: number[]
  demande: VueActivite['demande']
}

interface Annee {
  activites: (ActiviteLue & { mission: number })[]
  charges: VueActivite['charges']
  bilan: BilanLu | null
}

/** The convention’s list answers the reference one by one when it has as many missions under the same headings. */
const isParallele = ({ missions, propres }: Base): boolean =>
  propres.length === missions.length && missions.every(({ bloc }, i) => propres[i]?.bloc === bloc)

/** What was done of each mission in a year, and the appraisal of the function. */
export const getActivite = defineQuery({
  nom: 'getActivite',
  operation: 'etp.lire',
  portee: 'CONVENTION',
  input: z.strictObject({ convention: slugConvention, annee: z.string().max(10).optional() }),
  run: async ({ tx, convention, today }, input): Promise<VueActivite> => {
    const [lue] = await tx.$queryRaw<Base[]>`
      SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'numero', m.ordre, 'bloc', m.bloc, 'texte', m.texte) ORDER BY m.ordre), '[]') FROM mission_reference m) AS missions,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('bloc', p.bloc, 'texte', p.texte) ORDER BY p.ordre, p.id), '[]') FROM porte.mission_cooperation p WHERE p.convention_id = ${convention.id}) AS propres,
        (SELECT coalesce(jsonb_agg(DISTINCT x.annee), '[]') FROM (SELECT annee FROM activite_mission WHERE convention_id = ${convention.id}
          UNION SELECT annee FROM bilan_fonction WHERE convention_id = ${convention.id}) x) AS annees,
        (SELECT jsonb_build_object('texte', e.texte, 'periode', e.periode_texte) FROM porte.evaluation e
          WHERE e.convention_id = ${convention.id} AND e.objet ~* 'charg.+ de coop' AND e.texte IS NOT NULL ORDER BY e.ordre LIMIT 1) AS demande`
    const base: Base = lue ?? { missions: [], propres: [], annees: [], demande: null }
    const { annee, annees } = findAnnee(input.annee, convention, { today, remplies: base.annees })
    const { debut, fin } = yearBounds(annee)
    const [an] = await tx.$queryRaw<Annee[]>`
      SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'version', a.version, 'mission', a.mission_id, 'charge', a.charge_id, 'qui', k.nom, 'texte', a.texte) ORDER BY a.ordre, a.id), '[]')
          FROM activite_mission a LEFT JOIN charge_cooperation k ON k.id = a.charge_id WHERE a.convention_id = ${convention.id} AND a.annee = ${annee}) AS activites,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'nom', q.nom) ORDER BY q.nom), '[]') FROM (
          SELECT DISTINCT k.id, k.nom FROM occupation o JOIN charge_cooperation k ON k.id = o.charge_id JOIN poste p ON p.id = o.poste_id JOIN schema_cooperation s ON s.id = p.schema_id
          WHERE o.convention_id = ${convention.id} AND o.debut <= ${fin}::date AND (o.fin IS NULL OR o.fin >= ${debut}::date)) q) AS charges,
        (SELECT jsonb_build_object('version', b.version, 'effets', b.effets, 'objectifs', b.objectifs, 'moyens', b.moyens, 'difficultes', b.difficultes, 'suites', b.suites)
          FROM bilan_fonction b WHERE b.convention_id = ${convention.id} AND b.annee = ${annee}) AS bilan`
    const parallele = isParallele(base)
    return {
      nom: convention.nom,
      annee,
      annees,
      missions: base.missions.map((mission, i) => {
        const propre = parallele ? (base.propres[i]?.texte ?? null) : null
        return {
          ...mission,
          propre: propre === mission.texte ? null : propre,
          activites: (an?.activites ?? []).filter((activite) => activite.mission === mission.id),
        }
      }),
      propres: parallele,
      listePropre: parallele ? [] : base.propres,
      charges: an?.charges ?? [],
      bilan: an?.bilan ?? null,
      fin: convention.fin,
      demande: base.demande,
      modifiable: computeReach('schema.ecrire', convention.roles) === 'OUI',
    }
  },
})
