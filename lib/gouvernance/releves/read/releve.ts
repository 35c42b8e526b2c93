import 'server-only'
import { type DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { formatInstant } from '@/lib/platform/heures'
import type { TypeRole } from '@/lib/platform/identite/politique'
import { readToday } from '@/lib/platform/identite/session'
import { listAttendus, listCotesOuvertes, type Coanimateur, type SituationReleve } from '../rules/validation'
import { contenuReleveSchema, type ContenuReleve } from '../schema'
import type { CoteReleve, EtatReleve, VueEtatReleve, VueVersionReleve } from '../types'

/** One version of the minutes as the database gives it; instants in Paris, « 2026-03-03 14:05 ». */
export interface LigneReleve {
  id: number
  version: number
  numero: number
  etat: EtatReleve
  motif: string | null
  soumisLe: string | null
  valideLe: string | null
  validations: { cote: CoteReleve; nom: string; utilisateurId: number; instant: string }[]
}

export interface LectureReleve {
  /** In order; only validated ones for those who do not write minutes. */
  versions: LigneReleve[]
  coanimateurs: Coanimateur[]
}

/** The versions of a meeting’s minutes, without what they say, and the co-leads of its instance. One SQL statement. */
export async function readReleves(
  tx: Tx,
  conventionId: number,
  reunionId: number,
  today: DateCivile,
): Promise<LectureReleve> {
  const [lecture] = await tx.$queryRaw<LectureReleve[]>`
    SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('id', v.id, 'version', v.version, 'numero', v.numero_version, 'etat', v.etat, 'motif', v.motif,
          'soumisLe', to_char(v.soumis_le AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI'),
          'valideLe', to_char(v.valide_le AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI'),
          'validations', coalesce((SELECT jsonb_agg(jsonb_build_object('cote', d.cote, 'nom', d.nom, 'utilisateurId', d.utilisateur_id,
              'instant', to_char(d.instant AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI')) ORDER BY d.instant, d.id)
            FROM validation_releve d WHERE d.convention_id = v.convention_id AND d.releve_id = v.id), '[]')) ORDER BY v.numero_version)
        FROM releve v WHERE v.convention_id = r.convention_id AND v.reunion_id = r.id), '[]') AS versions,
      coalesce((SELECT jsonb_agg(jsonb_build_object('utilisateurId', a.utilisateur_id, 'cote', a.cote, 'nom', coalesce(m.personne, m.libelle)))
        FROM app.coanimateurs(r.convention_id, r.instance_id, ${today}::date) a
        JOIN membre m ON m.convention_id = r.convention_id AND m.id = a.membre_id), '[]') AS coanimateurs
    FROM reunion r WHERE r.convention_id = ${conventionId} AND r.id = ${reunionId}`
  return lecture ?? { versions: [], coanimateurs: [] }
}

export function toVueVersion({
  id,
  version,
  numero,
  etat,
  motif,
  validations,
  valideLe,
}: LigneReleve): VueVersionReleve {
  return {
    id,
    version,
    numero,
    etat,
    motif,
    validations: validations.map(({ cote, nom, instant }) => ({ cote, nom, quand: `le ${formatInstant(instant)}` })),
    valideLe: valideLe === null ? null : `le ${formatInstant(valideLe)}`,
  }
}

/** What a rule needs to know of the latest version. */
export const toSituation = (
  { etat, validations }: LigneReleve,
  coanimateurs: readonly Coanimateur[],
): SituationReleve => ({ etat, validations, coanimateurs })

/** The state of the minutes as one person sees it. */
export function toVueEtat(
  { versions, coanimateurs }: LectureReleve,
  qui: { utilisateurId: number; roles: readonly TypeRole[] },
): VueEtatReleve {
  const derniere = versions.at(-1)
  const officielle = versions.findLast(({ etat }) => etat === 'VALIDE')
  const situation = derniere ? toSituation(derniere, coanimateurs) : null
  return {
    derniere: derniere ? toVueVersion(derniere) : null,
    officielle: officielle ? toVueVersion(officielle) : null,
    peutValider: situation ? listCotesOuvertes(situation, qui) : [],
    attendus: situation ? listAttendus(situation) : [],
  }
}

/** How the minutes of a meeting stand, for the page of that meeting. One SQL statement. */
export async function readEtatReleve(
  tx: Tx,
  conventionId: number,
  reunionId: number,
  qui: { utilisateurId: number; roles: TypeRole[] },
): Promise<VueEtatReleve> {
  return toVueEtat(await readReleves(tx, conventionId, reunionId, readToday()), qui)
}

/** What a version of the minutes says; null when nothing was written down, or it cannot be read. */
export async function readContenu(tx: Tx, conventionId: number, releve: number): Promise<ContenuReleve | null> {
  const [ligne] = await tx.$queryRaw<
    { contenu: unknown }[]
  >`SELECT contenu FROM releve WHERE convention_id = ${conventionId} AND id = ${releve}`
  return contenuReleveSchema.safeParse(ligne?.contenu).data ?? null
}
