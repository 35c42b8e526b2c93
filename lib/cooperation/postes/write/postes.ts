import 'server-only'
import type { ConventionOuverte } from '@/lib/platform/identite/acces'
import type { Tx } from '@/lib/platform/db'
import { echecs, type Echec } from '@/lib/platform/resultat'
import { listPostes, readCadre } from '../read/postes'
import { checkOccupation } from '../rules/occupation'
import type { OccupationPoste } from '@/lib/cooperation/postes/rules/pourvu'
import type { CadrePoste, OccupationLue, PosteLu } from '../types/postes'

/** What the writes on posts share: opening one under its lock, judging an occupation on fresh rows. */

export interface ContextePoste {
  tx: Tx
  convention: ConventionOuverte
}

export interface PosteOuvert {
  ok: true
  poste: PosteLu
  cadre: CadrePoste
  /** All the posts of the same schéma, this one included. */
  tous: PosteLu[]
}

/** History does not change: a closed schéma keeps its posts as they were. */
function requireOuvert({ schema }: CadrePoste): Echec | null {
  return schema.etat === 'CLOS'
    ? echecs.regle('SCHEMA_CLOS', 'Ce schéma est clos : ses postes et ses occupations ne changent plus.')
    : null
}

/** Checks that a post may be written in this schéma and on this line. */
export async function openCadre(
  { tx, convention }: ContextePoste,
  place: { schema: number; affectation: number | null },
): Promise<{ ok: true; cadre: CadrePoste } | Echec> {
  await tx.$queryRaw`SELECT 1 FROM schema_cooperation WHERE id = ${place.schema} AND convention_id = ${convention.id} FOR NO KEY UPDATE`
  const cadre = await readCadre(tx, convention.id, place)
  if (!cadre) return echecs.introuvable()
  return requireOuvert(cadre) ?? { ok: true, cadre }
}

/** Takes the lock of a post’s schéma, then reads it: occupations of one schéma are written one after the other. */
async function lockPoste({ tx, convention }: ContextePoste, id: number): Promise<PosteOuvert | Echec> {
  const [trouve] = await tx.$queryRaw<
    { schema: number }[]
  >`SELECT schema_id AS schema FROM poste WHERE id = ${id} AND convention_id = ${convention.id}`
  if (!trouve) return echecs.introuvable()
  await tx.$queryRaw`SELECT 1 FROM schema_cooperation WHERE id = ${trouve.schema} AND convention_id = ${convention.id} FOR NO KEY UPDATE`
  const tous = await listPostes(tx, convention.id, { poste: null, schema: trouve.schema })
  const poste = tous.find((autre) => autre.id === id)
  const cadre = poste && (await readCadre(tx, convention.id, poste))
  return poste && cadre ? { ok: true, poste, cadre, tous } : echecs.introuvable()
}

/** Opens a post under the lock of its schéma, at the version it was read at. */
export async function openPoste(
  contexte: ContextePoste,
  cible: { poste: number; version: number },
): Promise<PosteOuvert | Echec<PosteLu>> {
  const ouvert = await lockPoste(contexte, cible.poste)
  if (!ouvert.ok) return ouvert
  if (ouvert.poste.version !== cible.version) return echecs.conflit(ouvert.poste)
  return requireOuvert(ouvert.cadre) ?? ouvert
}

/** As `openPoste`, from one of its occupations and the version it was read at. */
export async function openOccupation(
  contexte: ContextePoste,
  cible: { occupation: number; version: number },
): Promise<(PosteOuvert & { occupation: OccupationLue }) | Echec<OccupationLue>> {
  const { tx, convention } = contexte
  const [trouvee] = await tx.$queryRaw<
    { poste: number }[]
  >`SELECT poste_id AS poste FROM occupation WHERE id = ${cible.occupation} AND convention_id = ${convention.id}`
  if (!trouvee) return echecs.introuvable()
  const ouvert = await lockPoste(contexte, trouvee.poste)
  if (!ouvert.ok) return ouvert
  const refus = requireOuvert(ouvert.cadre)
  if (refus) return refus
  const occupation = ouvert.poste.occupations.find(({ id }) => id === cible.occupation)
  if (!occupation) return echecs.introuvable()
  return occupation.version === cible.version ? { ...ouvert, occupation } : echecs.conflit(occupation)
}

/**
 * Judges occupations as they would be written, one after the other; the refusal names the field.
 * @param siennes occupations of the same people in the other schémas that whoever asks may see
 */
export async function judgeOccupation(
  { tx }: ContextePoste,
  { poste, cadre, tous }: Pick<PosteOuvert, 'poste' | 'cadre' | 'tous'>,
  occupation: OccupationPoste & { nom: string },
): Promise<Echec | null> {
  // Row-level security lets through what this person reads; the rest of full time is judged by PostgreSQL at commit.
  const siennes = await tx.$queryRaw<OccupationPoste[]>`
    SELECT o.id, o.charge_id AS charge, (o.quotite * 100)::int AS quotite, o.debut::text AS debut, o.fin::text AS fin, o.remplace_id AS remplace, '[]'::jsonb AS absences
    FROM occupation o WHERE o.charge_id = ${occupation.charge} OR o.charge_id IN (SELECT CASE h.charge_id WHEN ${occupation.charge} THEN h.autre_id ELSE h.charge_id END
      FROM homonyme h WHERE h.meme AND ${occupation.charge} IN (h.charge_id, h.autre_id))`
  const deLaLigne = tous
    .filter(({ id, affectation }) => id !== poste.id && affectation !== null && affectation === poste.affectation)
    .flatMap(({ occupations }) => occupations)
  const verdict = checkOccupation(occupation, poste, cadre, { autresDeLaLigne: deLaLigne, autresDeLaPersonne: siennes })
  return verdict.ok ? null : echecs.invalide([{ champ: verdict.champ, message: verdict.message }])
}
