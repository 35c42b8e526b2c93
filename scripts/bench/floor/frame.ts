import { Prisma } from '@/lib/generated/prisma/client'
import { sqlAttentes, sqlResume, type AttentesLues } from '@/lib/pilotage/situation/read/situation'
import type { ResumeSituation } from '@/lib/pilotage/situation/rules/resume'
import type { DateCivile } from '@/lib/platform/dates'
import type { OpenConvention } from './access'

/** What the frame of a convention's pages shows: the statement of the product. */
export async function readFrame({ read, convention }: OpenConvention, today: DateCivile) {
  const [row] = await read<{ attentes: AttentesLues; resume: string | null; conventions: number }>(Prisma.sql`
    SELECT ${sqlAttentes(today)} AS attentes, ${sqlResume(convention.id, today)} AS resume, (SELECT count(*)::int FROM app.conventions_lisibles()) AS conventions`)
  if (!row) throw new Error('no row')
  // A write has made it stale, and nothing here works it out again.
  const resume = row.resume === null ? null : (JSON.parse(row.resume) as ResumeSituation)
  return { conventions: row.conventions, alerte: resume?.alerte?.texte ?? '' }
}
