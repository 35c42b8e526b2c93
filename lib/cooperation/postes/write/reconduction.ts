import 'server-only'
import { decimalFromCentiemes, decimalOuNul } from '@/lib/platform/nombres'
import type { DateCivile } from '@/lib/platform/dates'
import { readMessageRegle } from '@/lib/platform/log'
import { writeMissions, writeThemes } from './listes'
import { judgeOccupation, type ContextePoste } from './postes'
import { listAbsencesAReprendre, listOccupationsAReprendre, type Reste } from '../rules/reconduction'
import type { Duree } from '@/lib/cooperation/postes/rules/pourvu'
import type { CadrePoste, OccupationLue, PosteLu } from '../types/postes'

const toDate = (date: DateCivile): Date => new Date(`${date}T00:00:00Z`)
const toDateOuNulle = (date: DateCivile | null): Date | null => (date === null ? null : toDate(date))

/** From which day of which schéma, into which. */
export interface Passage {
  cadre: CadrePoste
  premier: DateCivile
  dernier: DateCivile
}

/** Copies a post without its people. */
export async function writePosteRepris(
  { tx, convention }: ContextePoste,
  poste: PosteLu,
  place: { schema: number; affectation: number | null; ref: string; ordre: number },
): Promise<PosteLu> {
  const { schema: schemaId, affectation, ref, ordre } = place
  const { intitule, quotite, mode, note, themes, missions } = poste
  const { id } = await tx.poste.create({
    data: {
      conventionId: convention.id,
      schemaId,
      affectationId: affectation,
      ref,
      intitule,
      quotite: decimalFromCentiemes(quotite),
      mode,
      note,
      ordre,
    },
    select: { id: true },
  })
  await writeThemes(tx, convention.id, id, themes)
  await writeMissions(tx, convention.id, id, missions)
  return { ...poste, id, version: 0, ref, schema: schemaId, affectation, occupations: [] }
}

/** Ends with the schéma what was left open in it: the same person cannot be in both at once. */
async function closeOccupation(
  { tx, convention }: ContextePoste,
  { id, fin }: OccupationLue,
  dernier: DateCivile,
): Promise<void> {
  if (fin === null)
    await tx.occupation.updateMany({
      where: { id, conventionId: convention.id },
      data: { fin: toDate(dernier), version: { increment: 1 } },
    })
}

async function writeOccupation(
  { tx, convention }: ContextePoste,
  poste: number,
  occupation: OccupationLue,
  { absences }: { absences: readonly Duree[] },
): Promise<number> {
  const { id } = await tx.occupation.create({
    data: {
      conventionId: convention.id,
      posteId: poste,
      chargeId: occupation.charge,
      remplaceId: occupation.remplace,
      quotite: decimalOuNul(occupation.quotite),
      debut: toDate(occupation.debut),
      fin: toDateOuNulle(occupation.fin),
    },
    select: { id: true },
  })
  await tx.absence.createMany({
    data: absences.map(({ debut, fin }) => ({
      conventionId: convention.id,
      occupationId: id,
      debut: toDate(debut),
      fin: toDateOuNulle(fin),
    })),
  })
  return id
}

/** The occupation as it goes on in the new schéma; null for somebody who stood in for an absence that is over. */
function buildSuite(
  occupation: OccupationLue,
  poste: PosteLu,
  reprises: ReadonlyMap<number, number>,
  { premier, dernier }: Passage,
): OccupationLue | null {
  if (occupation.remplace === null) {
    const absences = listAbsencesAReprendre(occupation, dernier, premier).map((absence) => ({ id: 0, ...absence }))
    return { ...occupation, id: 0, version: 0, debut: premier, fin: null, absences }
  }
  const remplace = reprises.get(occupation.remplace)
  const absence = poste.occupations.find(({ id }) => id === remplace)?.absences[0]
  return remplace === undefined || !absence
    ? null
    : { ...occupation, id: 0, version: 0, debut: premier, fin: absence.fin, remplace, absences: [] }
}

/**
 * Takes over whoever is still in post on the last day, one after the other, each under the rule; PostgreSQL judges
 * each on the spot, so that one refusal does not undo the others.
 * @param tous posts of the new schéma; the copy among them gains the occupations written
 * @returns how many were written, and those that were not, with the reason
 */
export async function writeOccupationsReprises(
  contexte: ContextePoste,
  source: PosteLu,
  copie: PosteLu,
  tous: PosteLu[],
  passage: Passage,
): Promise<{ reprises: number; restes: Reste[] }> {
  const { tx } = contexte
  const restes: Reste[] = []
  const ids = new Map<number, number>()
  for (const occupation of listOccupationsAReprendre(source, passage.dernier)) {
    const suite = buildSuite(occupation, copie, ids, passage)
    if (suite === null) continue
    if (suite.anonyme) {
      restes.push({ quoi: `${source.intitule}, ${suite.nom}`, pourquoi: 'cette personne a été rendue anonyme.' })
      continue
    }
    await tx.$executeRaw`SAVEPOINT reprise`
    await closeOccupation(contexte, occupation, passage.dernier)
    const refus = await judgeOccupation(contexte, { poste: copie, cadre: passage.cadre, tous }, suite)
    const pourquoi = refus
      ? refus.message
      : await tryEcriture(contexte, copie, suite, (id) => ids.set(occupation.id, id))
    if (pourquoi === null) continue
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT reprise`
    restes.push({ quoi: `${source.intitule}, ${suite.nom}`, pourquoi })
  }
  return { reprises: ids.size, restes }
}

/** Writes one occupation and has it judged at once. @returns null, or the sentence of the rule that refuses it */
async function tryEcriture(
  contexte: ContextePoste,
  copie: PosteLu,
  suite: OccupationLue,
  onEcrite: (id: number) => void,
): Promise<string | null> {
  const { tx } = contexte
  try {
    const id = await writeOccupation(contexte, copie.id, suite, suite)
    await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`
    await tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`
    copie.occupations.push({ ...suite, id })
    onEcrite(id)
    return null
  } catch (erreur) {
    const regle = readMessageRegle(erreur)
    if (regle === undefined) throw erreur
    return regle
  }
}
