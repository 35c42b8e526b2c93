import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Acteur, ConventionOuverte } from '@/lib/platform/identite/acces'
import { COTE_PAR_ROLE } from '@/lib/competences/words'
import type { DateCivile } from '@/lib/platform/dates'
import { computeReach } from '@/lib/platform/identite/politique'
import { buildFil, sqlFil, type DemandeFil, type FilLu } from './fil'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import { formatDesaccord } from '../rules/appreciation'
import { computeAvancementFiche, computeSilence } from '../rules/suivi'
import type { Visibilite } from '../words/suivi'
import type { AppreciationVue, DroitsCommentaire, VieFicheVue } from '../types/suivi'

/** The follow-up of a fiche, in one column of its statement: alias `f` is the fiche. */

/** What the voices say of the fiche of alias `f`. */
const sqlAppreciations = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('cote', a.cote, 'niveau', a.niveau, 'texte', a.texte, 'nom', a.nom, 'le', (a.instant AT TIME ZONE 'Europe/Paris')::date, 'version', a.version)
    ORDER BY a.cote DESC), '[]') FROM appreciation a WHERE a.convention_id = ${id} AND a.fiche_action_id = f.id)`

/**
 * Day of the last measure or comment of the fiche of alias `f`, as far as who asks reads them: silence is what they see.
 */
const sqlDernierGeste = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT (greatest((SELECT max(m.cree_le) FROM mesure m JOIN indicateur i ON i.convention_id = ${id} AND i.id = m.indicateur_id WHERE m.convention_id = ${id} AND i.fiche_action_id = f.id),
    (SELECT max(c.cree_le) FROM commentaire c WHERE c.convention_id = ${id} AND c.fiche_action_id = f.id)) AT TIME ZONE 'Europe/Paris')::date::text)`

const sqlCitables = (id: number, visibilites: readonly Visibilite[]): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_object_agg(v, (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'nom', p.nom, 'fonction', p.fonction)), '[]')
    FROM app.mentionnables(${id}::int, v::visibilite_commentaire) p)), '{}') FROM unnest(${visibilites}::text[]) v)`

/** Who said the progress that is not the étapes’, where the journal may be read. */
const sqlSelon = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT CASE WHEN 'CHARGE_COOPERATION' = ANY (t.types) THEN 'la coordination' WHEN 'CONSEILLER_CAF' = ANY (t.types) THEN 'la Caf' ELSE u.nom END
  FROM (SELECT j.utilisateur_id FROM journal j WHERE j.convention_id = ${id} AND j.fiche_action_id = f.id AND j.objet = 'fiche_action' AND j.apres ? 'avancement' ORDER BY j.id DESC LIMIT 1) q
  JOIN utilisateur u ON u.id = q.utilisateur_id
  CROSS JOIN LATERAL (SELECT array_agg(r.type::text) AS types FROM role r WHERE r.utilisateur_id = u.id AND (r.convention_id = ${id} OR r.type = 'CONSEILLER_CAF')) t)`

export interface VieLue {
  appreciations: AppreciationVue[]
  dernierGeste: DateCivile | null
  citables: DroitsCommentaire['citables']
  selon: string | null
  fil: FilLu
}

/** What a person may say in a comment of a fiche. */
function listVisibilites({ roles, fichesPilotees }: ConventionOuverte, fiche: number | null): Visibilite[] {
  const portee = computeReach('commentaire.ecrire', roles)
  if (portee === 'OUI')
    return roles.some((role) => role === 'ADMINISTRATEUR' || role === 'CONSEILLER_CAF')
      ? ['PAIRE', 'CAF', 'TOUS']
      : ['PAIRE', 'TOUS']
  return portee === 'SIENNE' && (fiche === null || fichesPilotees.includes(fiche)) ? ['TOUS'] : []
}

export interface DemandeVie extends Omit<DemandeFil, 'acteur'> {
  acteur: Acteur
  convention: ConventionOuverte
}

/** One column: appraisals, the last gesture, whom one may name, and the thread. */
export function sqlVie({ acteur, convention, ...fil }: DemandeVie): Prisma.Sql {
  const { id } = convention
  return Prisma.sql`jsonb_build_object('appreciations', ${sqlAppreciations(id)}, 'dernierGeste', ${sqlDernierGeste(id)},
    'citables', ${sqlCitables(id, listVisibilites(convention, null))}, 'selon', CASE WHEN f.avancement IS NOT NULL THEN ${sqlSelon(id)} END,
    'fil', ${sqlFil(id, { ...fil, acteur: acteur.id })})`
}

/** A fiche, as far as its follow-up depends on it. */
interface FicheSuivie {
  id: number
  statut: StatutFiche
  /** 'YYYY-MM-DD HH:MI' */
  majLe: string | null
  avancement: { valeur: number | null; motif: string | null }
  etapes: readonly { statut: StatutFiche }[]
}

/** What the page of a fiche shows of its follow-up. */
export function buildVie(
  fiche: FicheSuivie,
  { appreciations, dernierGeste, citables, selon, fil }: VieLue,
  { acteur, convention, today, pages }: DemandeVie,
): VieFicheVue {
  const visibilites = listVisibilites(convention, fiche.id)
  const appreciable = computeReach('appreciation.ecrire', convention.roles) === 'OUI'
  return {
    acteur: acteur.id,
    appreciations,
    desaccord: formatDesaccord(appreciations),
    cotes: appreciable ? convention.roles.flatMap((role) => COTE_PAR_ROLE[role] ?? []) : [],
    avancement: computeAvancementFiche(
      fiche.etapes.map(({ statut }) => statut),
      { avancement: fiche.avancement.valeur, motif: fiche.avancement.motif, selon },
    ),
    silence: computeSilence(
      {
        statut: fiche.statut,
        majLe: fiche.majLe?.slice(0, 10) ?? null,
        dernierGeste,
        convention: { debut: convention.debut, fin: convention.fin },
      },
      today,
    ),
    fil: buildFil(fil),
    pages,
    commentaire: visibilites.length > 0 ? { visibilites, citables } : null,
    retablissable: computeReach('plan.ecrire', convention.roles) === 'OUI',
  }
}
