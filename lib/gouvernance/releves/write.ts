import 'server-only'
import type { Acteur, ConventionOuverte } from '@/lib/platform/identite/acces'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { echecs, type Echec } from '@/lib/platform/resultat'
import { readReleves, toVueVersion, type LectureReleve, type LigneReleve } from './read/releve'
import { readSeance, type SeanceLue } from './read/seance'
import type { ContenuReleve } from './schema'
import type { EtatReleve, VueVersionReleve } from './types'

/** What the writes on minutes share: opening them under a lock, and each step of their life. */

export interface ContexteReleve {
  tx: Tx
  convention: ConventionOuverte
  acteur: Acteur
  today: DateCivile
}

interface SeanceOuverte extends LectureReleve {
  ok: true
  seance: SeanceLue['seance']
  faits: SeanceLue
}

/**
 * Locks a meeting, then reads it: whoever changes it, or its minutes, at the same moment waits. The lock is the one
 * that PostgreSQL takes before any change of what the meeting tells.
 */
export async function lockSeance(
  { tx, convention, today }: ContexteReleve,
  reunion: number,
): Promise<SeanceOuverte | Echec> {
  await tx.$queryRaw`SELECT r.id FROM reunion r WHERE r.convention_id = ${convention.id} AND r.id = ${reunion} FOR UPDATE`
  const faits = await readSeance(tx, convention.id, reunion)
  if (faits === null) return echecs.introuvable()
  return { ok: true, seance: faits.seance, faits, ...(await readReleves(tx, convention.id, reunion, today)) }
}

/** Locks the meeting of these minutes and compares versions; only the latest version is ever written. */
export async function lockReleve(
  contexte: ContexteReleve,
  input: { releve: number; version: number },
): Promise<(SeanceOuverte & { releve: LigneReleve }) | Echec<VueVersionReleve>> {
  const { tx, convention } = contexte
  const [vise] = await tx.$queryRaw<{ reunion: number }[]>`
    SELECT reunion_id AS reunion FROM releve WHERE convention_id = ${convention.id} AND id = ${input.releve}`
  if (!vise) return echecs.introuvable()
  const ouverte = await lockSeance(contexte, vise.reunion)
  if (!ouverte.ok) return ouverte
  const releve = ouverte.versions.at(-1)
  if (!releve) return echecs.introuvable()
  if (releve.id !== input.releve || releve.version !== input.version) return echecs.conflit(toVueVersion(releve))
  return { ...ouverte, releve }
}

/** Keeps the reason of what this transaction is about to write, in the journal. */
export async function noteMotifReleve({ tx }: ContexteReleve, motif: string): Promise<void> {
  await tx.$queryRaw`SELECT set_config('app.motif', ${motif}, true)`
}

/** @returns the id of the new version, a draft */
export async function insertReleve(
  { tx, convention }: ContexteReleve,
  { reunion, numero, motif }: { reunion: number; numero: number; motif: string | null },
): Promise<number> {
  const [ligne] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO releve (convention_id, reunion_id, numero_version, motif) VALUES (${convention.id}, ${reunion}, ${numero}, ${motif}) RETURNING id`
  if (!ligne) throw new Error('minutes not written')
  return ligne.id
}

/**
 * Moves minutes to another state, under the lock of their meeting.
 * @param contenu what they say from now on; null forgets it; absent leaves it
 * @returns their new version number
 */
export async function setEtatReleve(
  { tx, convention }: ContexteReleve,
  { id, version }: LigneReleve,
  etat: EtatReleve,
  contenu?: ContenuReleve | null,
): Promise<number> {
  const change = contenu !== undefined
  await tx.$executeRaw`
    UPDATE releve SET etat = ${etat}::etat_releve, version = version + 1,
      contenu = CASE WHEN ${change} THEN ${contenu ? JSON.stringify(contenu) : null}::jsonb ELSE contenu END,
      soumis_le = CASE ${etat} WHEN 'A_VALIDER' THEN now() WHEN 'BROUILLON' THEN NULL ELSE soumis_le END,
      valide_le = CASE WHEN ${etat} = 'VALIDE' THEN now() END
    WHERE convention_id = ${convention.id} AND id = ${id} AND version = ${version}`
  return version + 1
}

/** Freezes a meeting, or opens it again. */
export async function setFigee({ tx, convention }: ContexteReleve, reunion: number, figee: boolean): Promise<void> {
  await tx.$executeRaw`
    UPDATE reunion SET figee = ${figee}, version = version + 1
    WHERE convention_id = ${convention.id} AND id = ${reunion} AND figee IS DISTINCT FROM ${figee}`
}

/** Name and function, as they are on the day of the validation. */
export const toNomValidateur = ({ nom, fonction }: Acteur): string => (fonction ? `${nom}, ${fonction}` : nom)
