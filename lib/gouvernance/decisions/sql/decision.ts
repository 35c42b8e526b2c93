import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import { formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { formatCible, formatCibleSaisie } from '@/lib/competences/rules/pouvoir'
import { computeRetardDecision } from '../rules'
import type { EffetDecision, EtatDecision, NatureDecision, RenvoiReunion, VueDecision } from '@/lib/competences/types'

/** How a decision is read from the database, whatever the screen. */

interface RenvoiLu {
  reunion: string
  instance: string
  date: DateCivile
}

export interface LigneDecision {
  id: number
  version: number
  pointId: number
  texte: string
  nature: NatureDecision
  etat: EtatDecision
  responsable: string | null
  echeance: DateCivile | null
  realiseeLe: DateCivile | null
  suivi: string | null
  effet: EffetDecision | null
  appliquee: boolean
  /** The instance of its meeting decides of what it bears on. */
  decide: boolean
  fiche: { id: number; ref: string; numero: string | null; titre: string } | null
  indicateur: { id: number; libelle: string; nature: string; unite: string | null; fiche: string | null } | null
  schema: { id: number; ref: string; libelle: string } | null
  avenant: { id: number; objet: string } | null
  cible: string | null
  cibleTexte: string | null
  decideePar: RenvoiLu | null
  propositions: RenvoiLu[]
}

/** The matière of the effect of `d`, as competences name it. */
export const sqlMatiere = Prisma.sql`(CASE d.effet WHEN 'REPORTER_FICHE' THEN 'FICHE' WHEN 'ABANDONNER_FICHE' THEN 'FICHE'
  WHEN 'CHANGER_CIBLE' THEN 'CIBLE' WHEN 'VALIDER_SCHEMA' THEN 'SCHEMA' WHEN 'VALIDER_AVENANT' THEN 'AVENANT' END)::matiere_decision`

/** Where a decision was taken: for a link. `q` is a decision. */
const sqlRenvoi = (convention: number): Prisma.Sql => Prisma.sql`
  jsonb_build_object('reunion', n.ref, 'instance', j.nom, 'date', n.date)
  FROM decision q JOIN point_ordre_du_jour o ON o.id = q.point_id JOIN reunion n ON n.id = o.reunion_id JOIN instance j ON j.id = n.instance_id
  WHERE q.convention_id = ${convention}`

/** Columns of a decision, with what it bears on. Beside: {@link sqlDepuis}. */
export const sqlColonnes = (convention: number): Prisma.Sql => Prisma.sql`
  d.id, d.version, d.point_id AS "pointId", d.texte, d.nature::text, d.etat::text, d.responsable, d.echeance::text, d.realisee_le::text AS "realiseeLe",
  d.suivi, d.effet::text, d.appliquee_le IS NOT NULL AS appliquee,
  EXISTS (SELECT 1 FROM competence k WHERE k.convention_id = ${convention} AND k.instance_id = m.instance_id AND k.pouvoir = 'DECIDE' AND k.matiere = ${sqlMatiere}) AS decide,
  (SELECT jsonb_build_object('id', f.id, 'ref', f.ref, 'numero', f.numero, 'titre', f.titre)
    FROM porte.fiche f WHERE f.convention_id = ${convention} AND f.id = d.fiche_action_id) AS fiche,
  (SELECT jsonb_build_object('id', i.id, 'libelle', i.libelle, 'nature', i.nature, 'unite', i.unite, 'fiche', i.fiche)
    FROM porte.indicateur i
    WHERE i.convention_id = ${convention} AND i.id = d.indicateur_id) AS indicateur,
  (SELECT jsonb_build_object('id', s.id, 'ref', s.ref, 'libelle', s.libelle)
    FROM porte.schema_cooperation s WHERE s.convention_id = ${convention} AND s.id = d.schema_id) AS schema,
  (SELECT jsonb_build_object('id', a.id, 'objet', a.objet) FROM porte.avenant a WHERE a.convention_id = ${convention} AND a.id = d.avenant_id) AS avenant,
  trim_scale(d.cible)::text AS cible, d.cible_texte AS "cibleTexte",
  (SELECT ${sqlRenvoi(convention)} AND q.id = d.decidee_par_id) AS "decideePar",
  coalesce((SELECT jsonb_agg(r.renvoi) FROM (SELECT ${sqlRenvoi(convention)} AND q.decidee_par_id = d.id ORDER BY n.date, q.id) r(renvoi)), '[]') AS propositions`

/** Decisions `d` with their point `p`, their meeting `m` and its instance `i`; joined as the doors are (record 46). */
export const sqlDepuis = (convention: number): Prisma.Sql => Prisma.sql`
  FROM decision d JOIN point_ordre_du_jour p ON p.id = d.point_id JOIN reunion m ON m.id = p.reunion_id JOIN instance i ON i.id = m.instance_id
  WHERE d.convention_id = ${convention}`

/** A meeting that a link leads to. */
export const toRenvoi = (lu: RenvoiLu): RenvoiReunion => ({ ...lu, dateTexte: formatDateCourte(lu.date) })

/** What a decision bears on, with the address that shows it. */
function toObjet({ fiche, indicateur, schema, avenant }: LigneDecision, slug: string): VueDecision['objet'] {
  const base = `/conventions/${slug}`
  if (fiche)
    return {
      type: 'FICHE',
      id: fiche.id,
      libelle: [fiche.numero, fiche.titre].filter(Boolean).join(' '),
      href: `${base}/plan-action/${fiche.ref}`,
    }
  if (indicateur) {
    const href = indicateur.fiche === null ? `${base}/plan-action` : `${base}/plan-action/${indicateur.fiche}`
    return { type: 'INDICATEUR', id: indicateur.id, libelle: indicateur.libelle, href }
  }
  if (schema)
    return { type: 'SCHEMA', id: schema.id, libelle: schema.libelle, href: `${base}/etp?schema=${schema.ref}` }
  return avenant
    ? { type: 'AVENANT', id: avenant.id, libelle: avenant.objet, href: `${base}/convention#annexes` }
    : null
}

/** Makes what a screen shows out of what was read. */
export function toVueDecision(ligne: LigneDecision, slug: string, today: DateCivile): VueDecision {
  const {
    id,
    version,
    pointId,
    texte,
    nature,
    etat,
    responsable,
    echeance,
    realiseeLe,
    suivi,
    effet,
    appliquee,
    decide,
    indicateur,
    cible,
    cibleTexte,
  } = ligne
  const decideePar = ligne.decideePar && toRenvoi(ligne.decideePar)
  return {
    id,
    version,
    pointId,
    texte,
    nature,
    etat,
    responsable,
    echeance,
    realiseeLe,
    suivi,
    effet,
    appliquee,
    decideePar,
    objet: toObjet(ligne, slug),
    cible:
      effet === 'CHANGER_CIBLE' && indicateur
        ? formatCible({ nature: indicateur.nature, unite: indicateur.unite, cible, cibleTexte })
        : null,
    cibleSaisie:
      effet === 'CHANGER_CIBLE' ? formatCibleSaisie({ nature: indicateur?.nature, cible, cibleTexte }) : null,
    proposition: effet !== null && !decide && !appliquee && (etat === 'ATTENDUE' || decideePar !== null),
    propositions: ligne.propositions.map(toRenvoi),
    enRetard: computeRetardDecision({ etat, echeance, realiseeLe, decidee: decideePar !== null }, today),
  }
}
