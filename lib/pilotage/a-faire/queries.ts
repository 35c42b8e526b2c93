import 'server-only'
import { z } from 'zod'
import { readSignaux } from '@/lib/pilotage/situation/read/situation'
import { readMentionsToutes } from '@/lib/pilotage/veille/read/mentions'
import { listSuivies } from '@/lib/pilotage/veille/read/suivies'
import { compareSignaux, countGravites, filterSignaux, mergeMentions } from '@/lib/pilotage/veille/rules/signaux'
import { formatDateCourte } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { formatMoment } from '@/lib/platform/heures'
import { defineQuery } from '@/lib/platform/query'
import { echecs } from '@/lib/platform/resultat'
import { slugConvention } from '@/lib/platform/saisie'
import { formatGeste } from './rules/gestes'
import type { LigneAFaire, VueAFaire } from './types'

/** Lines on one page. */
const TAILLE_PAGE = 50

/** What others changed since this person last came, by convention, where they may read the journal. One SQL statement. */
async function readVisite(tx: Tx, personne: number): Promise<VueAFaire['visite']> {
  const [lu] = await tx.$queryRaw<
    { depuis: Date | null; changements: { slug: string; nom: string; nombre: number }[] }[]
  >`SELECT d.depuis, (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', c.slug, 'nom', c.nom, 'nombre', n.nombre) ORDER BY n.nombre DESC, c.nom), '[]')
      FROM app.conventions_veille() c CROSS JOIN LATERAL (SELECT count(*)::int AS nombre FROM journal j
        WHERE j.convention_id = c.id AND j.instant > d.depuis AND j.utilisateur_id IS DISTINCT FROM ${personne}) n
      WHERE n.nombre > 0) AS changements
    FROM (SELECT app.derniere_visite() AS depuis) d`
  return lu?.depuis ? { quand: formatMoment(lu.depuis), changements: lu.changements } : null
}

const compare = (a: LigneAFaire, b: LigneAFaire): number =>
  compareSignaux(a, b) || a.convention.nom.localeCompare(b.convention.nom, 'fr')

/**
 * Everything that waits for this person, over all their conventions or in one, gravest and most pressing first. Four
 * statements beyond opening when the situations are kept.
 */
export const getAFaire = defineQuery({
  nom: 'getAFaire',
  operation: 'portefeuille.lire',
  portee: 'GENERALE',
  input: z.strictObject({
    convention: slugConvention.optional(),
    page: z.int().min(1).max(1000).default(1),
  }),
  run: async ({ tx, acteur, today }, { convention, page }) => {
    const suivies = await listSuivies(tx)
    const choisie = suivies.find(({ slug }) => slug === convention) ?? null
    if (convention !== undefined && choisie === null) return echecs.introuvable()
    const [signaux, mentions, visite] = [
      await readSignaux(tx, suivies, today),
      await readMentionsToutes(
        tx,
        suivies.map(({ id }) => id),
      ),
      await readVisite(tx, acteur.id),
    ]
    const toutes = suivies.flatMap(({ id, slug, nom, roles, fiches }): LigneAFaire[] =>
      filterSignaux(mergeMentions(signaux.get(id) ?? [], mentions.get(id) ?? [], slug), roles, fiches).map(
        (signal) => ({
          cle: `${slug} ${signal.cle}`,
          gravite: signal.gravite,
          convention: { slug, nom },
          objet: signal.objet,
          phrase: signal.phrase,
          echeance: signal.echeance,
          quand: signal.echeance && formatDateCourte(signal.echeance),
          geste: formatGeste(signal),
          href: signal.href,
        }),
      ),
    )
    const retenues = choisie ? toutes.filter((ligne) => ligne.convention.slug === choisie.slug) : toutes
    const pages = Math.max(1, Math.ceil(retenues.length / TAILLE_PAGE))
    const vue = Math.min(page, pages)
    return {
      today,
      lignes: [...retenues].sort(compare).slice((vue - 1) * TAILLE_PAGE, vue * TAILLE_PAGE),
      comptes: countGravites(retenues),
      total: retenues.length,
      page: vue,
      pages,
      convention: choisie && { slug: choisie.slug, nom: choisie.nom },
      conventions: suivies
        .map(({ slug, nom }) => ({
          slug,
          nom,
          nombre: toutes.filter((ligne) => ligne.convention.slug === slug).length,
        }))
        .filter(({ nombre }) => nombre > 0)
        .sort((a, b) => b.nombre - a.nombre || a.nom.localeCompare(b.nom, 'fr')),
      visite,
    } satisfies VueAFaire
  },
})
