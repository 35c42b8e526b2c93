import 'server-only'
import { sqlTraces, type TraceLue } from '@/lib/competences/sql'
import { Prisma } from '@/lib/generated/prisma/client'
import { computeAnneeVue } from '@/lib/convention/phase/rules/annee'
import { computeReach } from '@/lib/platform/identite/politique'
import { defineQuery } from '@/lib/platform/query'
import { echecs, type Echec } from '@/lib/platform/resultat'
import { sqlIndicateur, type IndicateurEcrit } from '@/lib/plan-action/fiche/sql/indicateurs'
import { isConfirmable, listCotes } from '@/lib/plan-action/mesures/rules/grille'
import { indicateurSchema, nouvelIndicateurSchema } from './schema'
import type { Cote } from './words'

/** The page of one indicator, and what a new one starts from. */

interface FicheVisee {
  id: number
  ref: string
  numero: string | null
  titre: string
}

export interface OrganismeAccord {
  id: number
  nom: string
}

/** The same indicator in the convention before. */
export interface Devancier {
  /** name of that convention */
  convention: string
  indicateur: IndicateurEcrit
}

interface IndicateurLu {
  indicateur: IndicateurEcrit
  parties: IndicateurEcrit[]
  /** the line it was split from */
  ligne: { ref: string; libelle: string } | null
  fiche: FicheVisee | null
  etape: { numero: string | null; titre: string } | null
  organismes: OrganismeAccord[]
  /** who agreed to which value */
  accords: { mesure: number; organisme: number; nom: string; le: string | null }[]
  /** communes of the territory: what « par commune » proposes */
  communes: string[]
  decisions: number
  reserves: string[]
  traces: TraceLue[]
  devancier: Devancier | null
}

export interface VueIndicateur extends Omit<IndicateurLu, 'decisions'> {
  nom: string
  annee: number
  /** may enter values */
  modifiable: boolean
  /** may change what it is */
  definissable: boolean
  /** what this person types holds at once */
  confirmable: boolean
  cotes: Cote[]
  personne: number
  utilisee: boolean
}

const sqlCommunes = (id: number): Prisma.Sql => Prisma.sql`
  (SELECT coalesce(jsonb_agg(t.nom ORDER BY t.nom), '[]') FROM porte.commune_territoire t WHERE t.convention_id = ${id})`

function sqlPage(id: number, ref: string, today: string): Prisma.Sql {
  return Prisma.sql`
    SELECT ${sqlIndicateur(id)} AS indicateur,
      (SELECT coalesce(jsonb_agg(s.vu ORDER BY s.id), '[]') FROM (SELECT p.id, ${partie(id)} AS vu FROM indicateur p WHERE p.convention_id = ${id} AND p.origine_id = i.id) s) AS parties,
      (SELECT jsonb_build_object('ref', o.ref, 'libelle', o.libelle) FROM indicateur o WHERE o.convention_id = ${id} AND o.id = i.origine_id) AS ligne,
      (SELECT jsonb_build_object('id', f.id, 'ref', f.ref, 'numero', f.numero, 'titre', f.titre) FROM fiche_action f WHERE f.convention_id = ${id} AND f.id = i.fiche_action_id) AS fiche,
      (SELECT jsonb_build_object('numero', e.numero, 'titre', e.titre) FROM etape e WHERE e.convention_id = ${id} AND e.id = i.etape_id) AS etape,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'nom', c.nom) ORDER BY c.ordre, c.id), '[]')
        FROM porte.partie c WHERE c.convention_id = ${id}) AS organismes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('mesure', a.mesure_id, 'organisme', a.organisme_id, 'nom', c.nom, 'le', a.le) ORDER BY c.ordre, c.id), '[]')
        FROM accord_mesure a JOIN mesure m ON m.convention_id = ${id} AND m.id = a.mesure_id JOIN porte.partie c ON c.convention_id = ${id} AND c.id = a.organisme_id
        WHERE a.convention_id = ${id} AND m.indicateur_id = i.id) AS accords,
      ${sqlCommunes(id)} AS communes,
      (SELECT count(*)::int FROM porte.decision d WHERE d.convention_id = ${id} AND d.indicateur_id = i.id)
        + (SELECT count(*)::int FROM porte.point p WHERE p.convention_id = ${id} AND p.indicateur_id = i.id) AS decisions,
      (SELECT coalesce(jsonb_agg(r.raison ORDER BY r.ordre), '[]') FROM porte.reserve_ouverte r WHERE r.convention_id = ${id} AND r.cible_type = 'INDICATEUR' AND r.cible_ref = i.ref) AS reserves,
      ${sqlTraces(id, today, Prisma.sql`d.indicateur_id = (SELECT n.id FROM indicateur n WHERE n.convention_id = ${id} AND n.ref = ${ref})`)} AS traces,
      ${sqlDevancier(id, ref)} AS devancier
    FROM indicateur i WHERE i.convention_id = ${id} AND i.ref = ${ref}`
}

/**
 * What an indicator takes over from: in the convention before, the one of the same words, nature and unit. Where several
 * answer, none does: nothing is guessed.
 */
const sqlDevancier = (id: number, ref: string): Prisma.Sql => Prisma.sql`(
  SELECT CASE WHEN count(*) = 1 THEN jsonb_agg(t.vu) -> 0 END FROM (
    SELECT jsonb_build_object('convention', a.nom, 'indicateur', ${sqlIndicateur(Prisma.sql`i.convention_id`)}) AS vu
    FROM app.convention_precedente(${id}::int) a
    JOIN indicateur n ON n.convention_id = ${id} AND n.ref = ${ref}
    JOIN indicateur i ON i.convention_id = a.id AND i.nature = n.nature AND app.plier(i.libelle) = app.plier(n.libelle)
      AND coalesce(app.plier(i.unite), '') = coalesce(app.plier(n.unite), '')) t)`

/** A part, read as an indicator of its own. */
const partie = (id: number): Prisma.Sql =>
  Prisma.sql`(SELECT ${sqlIndicateur(id)} FROM indicateur i WHERE i.convention_id = ${id} AND i.id = p.id)`

/** One indicator: what it measures, all its values, who agreed to them, what waits to be confirmed. */
export const getIndicateur = defineQuery({
  nom: 'getIndicateur',
  operation: 'plan.lire',
  portee: 'CONVENTION',
  input: indicateurSchema,
  run: async ({ tx, acteur, convention, today }, { ref }): Promise<VueIndicateur | Echec> => {
    const [lu] = await tx.$queryRaw<IndicateurLu[]>(sqlPage(convention.id, ref, today))
    if (!lu) return echecs.introuvable()
    const { decisions, ...reste } = lu
    const reach = computeReach('fiche.ecrire', convention.roles)
    const cotes = listCotes(convention.roles)
    return {
      ...reste,
      nom: convention.nom,
      annee: computeAnneeVue({ debut: convention.debut, fin: convention.fin }, today),
      modifiable:
        reach === 'OUI' || (reach === 'SIENNE' && lu.fiche !== null && convention.fichesPilotees.includes(lu.fiche.id)),
      definissable: computeReach('plan.ecrire', convention.roles) === 'OUI',
      confirmable: isConfirmable(lu.indicateur.confirmation, cotes),
      cotes,
      personne: acteur.id,
      utilisee:
        decisions > 0 || lu.indicateur.mesures.length > 0 || lu.parties.some(({ mesures }) => mesures.length > 0),
    }
  },
})

export interface VueNouvelIndicateur {
  nom: string
  fiches: FicheVisee[]
  /** étapes of the fiches, by id of fiche */
  etapes: { id: number; ref: string; fiche: number; numero: string | null; titre: string }[]
  /** where one comes from */
  fiche: number | null
  etape: number | null
  communes: string[]
}

/** What a new indicator may hang on. Read by those who may add one. */
export const getNouvelIndicateur = defineQuery({
  nom: 'getNouvelIndicateur',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: nouvelIndicateurSchema,
  run: async ({ tx, convention: { id, nom } }, { fiche, etape }): Promise<VueNouvelIndicateur | Echec> => {
    const [lu] = await tx.$queryRaw<Omit<VueNouvelIndicateur, 'nom' | 'fiche' | 'etape'>[]>`
      SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'ref', f.ref, 'numero', f.numero, 'titre', f.titre) ORDER BY a.ordre, f.ordre, f.id), '[]')
          FROM app.fiches_en_vigueur(${id}) f JOIN axe a ON a.convention_id = ${id} AND a.id = f.axe_id) AS fiches,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'ref', e.ref, 'fiche', e.fiche_action_id, 'numero', e.numero, 'titre', e.titre) ORDER BY e.fiche_action_id, e.ordre), '[]')
          FROM etape e JOIN app.fiches_en_vigueur(${id}) f ON f.id = e.fiche_action_id WHERE e.convention_id = ${id}) AS etapes,
        ${sqlCommunes(id)} AS communes`
    if (!lu) throw new Error('no row')
    const visee = lu.fiches.find(({ ref }) => ref === fiche)
    if (fiche !== null && !visee) return echecs.introuvable()
    return { ...lu, nom, fiche: visee?.id ?? null, etape: lu.etapes.find(({ ref }) => ref === etape)?.id ?? null }
  },
})
