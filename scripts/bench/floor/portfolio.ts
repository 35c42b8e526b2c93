import type { Pool } from 'pg'
import type { DateCivile } from '@/lib/platform/dates'
import { PLAFOND_ATTENTION, TAILLE_PAGE } from '@/lib/pilotage/portefeuille/queries/portefeuille'
import { toLigne, compareUrgences, type LigneConvention } from '@/lib/pilotage/portefeuille/rules/lignes'
import { filtresPortefeuille } from '@/lib/pilotage/portefeuille/schema'
import { sqlPortefeuille } from '@/lib/pilotage/portefeuille/sql'
import type { LignePortefeuille } from '@/lib/pilotage/portefeuille/types'
import type { ResumeSituation } from '@/lib/pilotage/situation/rules/resume'
import { Prisma } from '@/lib/generated/prisma/client'
import { withAccess, type Open } from './access'
import { escape, list, page } from './html'

const writeConvention = ({
  slug,
  nom,
  territoire,
  caf,
  phaseTexte,
  fiches,
  realisees,
  etp,
  raisons,
}: LigneConvention) =>
  `<tr><th><a href="/conventions/${slug}">${escape(nom)}</a> ${escape(territoire)} ${escape(caf)}</th><td>${escape(phaseTexte)}</td><td>${list(raisons, ({ gravite, texte }) => `<i class="${gravite}">${escape(texte)}</i>`)}</td><td>${realisees} sur ${fiches}</td><td>${etp}</td></tr>`

async function writePortfolio({ read, acces }: Open, today: DateCivile): Promise<string> {
  const [row] = await read<LignePortefeuille>(
    sqlPortefeuille(filtresPortefeuille.parse({}), today, {
      plafond: PLAFOND_ATTENTION,
      taille: TAILLE_PAGE,
      depart: 0,
    }),
  )
  if (!row) throw new Error('no row')
  const ids = row.conventions.map(({ id }) => id)
  const kept = await read<{ id: number; resume: string }>(
    Prisma.sql`SELECT r.convention_id AS id, r.resume FROM app.lire_resumes(${ids}::int[], ${today}::date) r`,
  )
  const resumes = new Map(kept.map(({ id, resume }) => [id, JSON.parse(resume) as ResumeSituation]))
  const lines = row.conventions
    .flatMap((convention) => {
      const resume = resumes.get(convention.id)
      return resume ? [toLigne(convention, resume, null)] : []
    })
    .sort(compareUrgences)
  return page(
    'Mes conventions',
    `${acces.acteur.nom}, ${row.comptes.toutes} conventions`,
    '',
    `<p>${list(Object.entries(row.comptes), ([name, count]) => `${name} ${count} `)}</p><p>${list(row.cafs, ({ nom }) => escape(nom))}${list(row.departements, ({ nom }) => escape(nom))}</p><table>${list(lines, writeConvention)}</table>`,
  )
}

/** All the conventions a person reaches, what is urgent first. */
export const showPortfolio = (pool: Pool, secret: string, today: DateCivile): Promise<string> =>
  withAccess(pool, { secret, operation: 'portefeuille.lire', slug: null }, (open) => writePortfolio(open, today))
