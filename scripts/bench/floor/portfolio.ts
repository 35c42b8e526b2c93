import type { Pool } from 'pg'
import type { DateCivile } from '@/lib/platform/dates'
import { sqlInstancesSuivies, type InstanceDeConvention } from '@/lib/gouvernance/frequence/sql'
import { readLigne, type LigneConvention } from '@/lib/pilotage/portefeuille/read'
import { PLAFOND_ATTENTION, TAILLE_PAGE } from '@/lib/pilotage/portefeuille/queries/portefeuille'
import { filtresPortefeuille } from '@/lib/pilotage/portefeuille/schema'
import { sqlPortefeuille, type LignePortefeuille } from '@/lib/pilotage/portefeuille/sql'
import { withAccess, type Open } from './access'
import { escape, list, page } from './html'

const writeConvention = ({
  slug,
  nom,
  territoire,
  caf,
  phaseTexte,
  instances,
  fiches,
  realisees,
  etp,
  points,
}: LigneConvention) =>
  `<tr><th><a href="/conventions/${slug}">${escape(nom)}</a> ${escape(territoire)} ${escape(caf)}</th><td>${escape(phaseTexte)}</td><td>${list(points, ({ ton, texte }) => `<i class="${ton}">${escape(texte)}</i>`)}</td><td>${escape(instances.valeur)}</td><td>${realisees} sur ${fiches}</td><td>${etp}</td></tr>`

async function writePortfolio({ read, acces }: Open, today: DateCivile): Promise<string> {
  const [row] = await read<LignePortefeuille>(
    sqlPortefeuille(filtresPortefeuille.parse({}), today, {
      plafond: PLAFOND_ATTENTION,
      taille: TAILLE_PAGE,
      depart: 0,
    }),
  )
  if (!row) throw new Error('no row')
  const instances = await read<InstanceDeConvention>(
    sqlInstancesSuivies(
      row.conventions.map(({ id }) => id),
      today,
    ),
  )
  const byConvention = new Map(row.conventions.map(({ id }): [number, InstanceDeConvention[]] => [id, []]))
  for (const instance of instances) byConvention.get(instance.convention)?.push(instance)
  const lines = row.conventions
    .map((counted) => readLigne(counted, byConvention.get(counted.id) ?? [], today))
    .sort((a, b) => b.poids - a.poids)
  return page(
    'Mes conventions',
    `${acces.acteur.nom}, ${row.comptes.toutes} conventions`,
    '',
    `<p>${list(Object.entries(row.comptes), ([name, count]) => `${name} ${count} `)}</p><p>${list(row.cafs, ({ nom }) => escape(nom))}${list(row.departements, ({ nom }) => escape(nom))}</p><table>${list(lines, writeConvention)}</table>`,
  )
}

/** All the conventions a person reaches, what needs attention first. */
export const showPortfolio = (pool: Pool, secret: string, today: DateCivile): Promise<string> =>
  withAccess(pool, { secret, operation: 'portefeuille.lire', slug: null }, (open) => writePortfolio(open, today))
