import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/platform/query'
import { echecs } from '@/lib/platform/resultat'
import { readPersonne, sqlRoles, type PersonneLue } from '@/lib/utilisateurs/read/personnes'
import { computeEtatRole, type EtatRole } from './rules'
import { getPersonneSchema, listPersonnesSchema } from './schema'

export type RoleVu = PersonneLue['roles'][number] & { etat: EtatRole }
export type PersonneVue = Omit<PersonneLue, 'roles'> & { roles: RoleVu[] }

const TAILLE_PAGE = 25

function situate(personne: PersonneLue, today: string): PersonneVue {
  return { ...personne, roles: personne.roles.map((role) => ({ ...role, etat: computeEtatRole(role, today) })) }
}

/** People who may sign in, with their roles: one page of them. One statement beyond opening. */
export const getPersonnes = defineQuery({
  nom: 'getPersonnes',
  operation: 'utilisateur.administrer',
  portee: 'GENERALE',
  input: listPersonnesSchema,
  run: async ({ tx, today }, { q = '', page }) => {
    const [ligne] = await tx.$queryRaw<{ total: number; personnes: PersonneLue[] }[]>`
      WITH demande AS MATERIALIZED (SELECT '%' || app.plier(${q}) || '%' AS motif),
      trouvees AS MATERIALIZED (
        SELECT u.id, u.email, u.nom, u.fonction, u.actif, u.version, app.plier(u.nom) AS rang FROM utilisateur u, demande d
        WHERE NOT u.systeme AND (app.plier(concat_ws(' ', u.nom, u.fonction, u.email)) LIKE d.motif OR EXISTS (
          SELECT 1 FROM role r LEFT JOIN porte.organisme o ON o.id = r.organisme_id LEFT JOIN porte.convention c ON c.id = r.convention_id
          WHERE r.utilisateur_id = u.id AND (o.recherche LIKE d.motif OR c.recherche LIKE d.motif))))
      SELECT (SELECT count(*)::int FROM trouvees) AS total, coalesce((
        SELECT jsonb_agg(jsonb_build_object('id', u.id, 'email', u.email, 'nom', u.nom, 'fonction', u.fonction, 'actif', u.actif,
          'version', u.version, 'roles', ${sqlRoles}) ORDER BY u.rang, u.id)
        FROM (SELECT * FROM trouvees ORDER BY rang, id LIMIT ${TAILLE_PAGE} OFFSET ${(page - 1) * TAILLE_PAGE}) u), '[]') AS personnes`
    if (!ligne) throw new Error('list without a row')
    return {
      total: ligne.total,
      page,
      pages: Math.max(1, Math.ceil(ligne.total / TAILLE_PAGE)),
      premiere: (page - 1) * TAILLE_PAGE + 1,
      personnes: ligne.personnes.map((personne) => situate(personne, today)),
    }
  },
})

/** One person, their roles past and to come, and whether it is the one who asks. One statement beyond opening. */
export const getPersonne = defineQuery({
  nom: 'getPersonne',
  operation: 'utilisateur.administrer',
  portee: 'GENERALE',
  input: getPersonneSchema,
  run: async ({ tx, acteur, today }, input) => {
    const personne = await readPersonne(tx, input.personne)
    return personne === null
      ? echecs.introuvable()
      : { personne: situate(personne, today), soi: personne.id === acteur.id }
  },
})

/** For which Cafs the person may bring in a dossier: null for all of them. */
export const getDroitsImport = defineQuery({
  nom: 'getDroitsImport',
  operation: 'dossier.importer',
  portee: 'GENERALE',
  input: z.strictObject({}),
  run: ({ acteur }) =>
    Promise.resolve({
      cafs: acteur.roles.some(({ type }) => type === 'ADMINISTRATEUR')
        ? null
        : acteur.roles.flatMap(({ type, organisme }) =>
            type === 'CONSEILLER_CAF' && organisme !== null ? [organisme] : [],
          ),
    }),
})
