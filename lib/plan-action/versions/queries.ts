import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { computeReach } from '@/lib/platform/identite/politique'
import { defineQuery } from '@/lib/platform/query'
import { echecs } from '@/lib/platform/resultat'
import { sqlPlanAujourdhui } from './sql'
import { compareVersions, type PlanVersion } from './rules/comparaison'
import { readPlanVersion } from './rules/lecture'
import { versionsSchema, type CoteDemande } from './schema'
import type { CoteVersion, VersionListee, VueVersions } from './types'

type Liste = Pick<VueVersions, 'plan' | 'versions' | 'avenants'>

/** The closed versions, without what they say: one statement. */
async function readListe(tx: Tx, id: number): Promise<Liste> {
  const [lue] = await tx.$queryRaw<Liste[]>`
    SELECT (SELECT jsonb_build_object('version', p.version, 'numeroVersion', p.numero_version, 'nomFiche', p.nom_fiche,
          'fiches', (SELECT count(*) FROM app.fiches_en_vigueur(${id})))
        FROM app.plan_en_vigueur(${id}) p) AS plan,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('numero', v.numero, 'libelle', v.libelle, 'motif', v.motif, 'arreteeLe', v.arretee_le, 'avenant', a.objet,
          'auteur', u.nom, 'fiches', jsonb_array_length(v.contenu -> 'fiches'), 'axes', jsonb_array_length(v.contenu -> 'axes')) ORDER BY v.numero DESC), '[]')
        FROM version_plan v LEFT JOIN porte.avenant a ON a.convention_id = ${id} AND a.id = v.avenant_id LEFT JOIN utilisateur u ON u.id = v.auteur_id
        WHERE v.convention_id = ${id}) AS versions,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'objet', a.objet, 'dateSignature', a.date_signature) ORDER BY a.ordre, a.id), '[]')
        FROM porte.avenant a WHERE a.convention_id = ${id}) AS avenants`
  if (!lue) throw new Error('no row')
  return lue
}

/** What a side says: a closed version, or the plan of today. Null when there is none. */
async function readContenu(tx: Tx, id: number, cote: CoteDemande): Promise<PlanVersion | null> {
  const [lu] =
    cote === 'aujourdhui'
      ? await tx.$queryRaw<{ contenu: unknown }[]>(sqlPlanAujourdhui(id))
      : await tx.$queryRaw<
          { contenu: unknown }[]
        >`SELECT contenu FROM version_plan WHERE convention_id = ${id} AND numero = ${cote}`
  return lu ? readPlanVersion(lu.contenu) : null
}

function nameCote(cote: CoteDemande, versions: readonly VersionListee[]): CoteVersion {
  if (cote === 'aujourdhui') return { numero: null, nom: 'le plan d’aujourd’hui' }
  const version = versions.find(({ numero }) => numero === cote)
  return { numero: cote, nom: `la version ${cote}${version ? ` (« ${version.libelle} »)` : ''}` }
}

/** The versions of a plan: their list, one of them whole, or two compared. */
export const getVersionsPlan = defineQuery({
  nom: 'getVersionsPlan',
  operation: 'plan.lire',
  portee: 'CONVENTION',
  input: versionsSchema,
  run: async ({ tx, convention, today }, { lire, avant, apres }) => {
    const liste = await readListe(tx, convention.id)
    const lue = lire === undefined ? null : await readContenu(tx, convention.id, lire)
    if (lire !== undefined && lue === null) return echecs.introuvable()
    const compares =
      avant === undefined
        ? null
        : [await readContenu(tx, convention.id, avant), await readContenu(tx, convention.id, apres ?? 'aujourdhui')]
    if (compares?.some((cote) => cote === null)) return echecs.introuvable()
    const [a, b] = compares ?? []
    const vue: VueVersions = {
      nom: convention.nom,
      slug: convention.slug,
      ...liste,
      today,
      peutEcrire: computeReach('plan.ecrire', convention.roles) === 'OUI',
      lue: lire !== undefined && lue ? { cote: nameCote(lire, liste.versions), plan: lue } : null,
      comparaison:
        avant !== undefined && a && b
          ? {
              avant: nameCote(avant, liste.versions),
              apres: nameCote(apres ?? 'aujourdhui', liste.versions),
              changements: compareVersions(a, b),
            }
          : null,
    }
    return vue
  },
})
