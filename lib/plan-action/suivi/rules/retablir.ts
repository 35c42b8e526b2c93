/** What a field was before and after a line of the journal: read backwards from what it is now. */
import { getTexte } from '@/lib/plan-action/champs/rules/catalogue'
import type { ChampTexte } from '@/lib/plan-action/champs/words/catalogue'
import type { StatutFiche } from '@/lib/plan-action/champs/words/statuts'
import type { ChampFiche, ValeursFiche } from '@/lib/plan-action/champs/schema'
import { COLONNES, isListe, isOrdonnee, type CleChangement } from '../words/fil'
import type { Colonnes } from '../types/fil'

/** A line of the journal about one table, as text. */
export interface LigneRejouee {
  id: number
  objetId: number | null
  avant: Colonnes | null
  apres: Colonnes | null
}

/** Rows of one table, by their key. */
export type Etat = ReadonlyMap<string, Colonnes>

/** Key of a row: its id, or what a row without id is about. */
export function findCleRangee(cle: CleChangement, objetId: number | null, ligne: Colonnes | null): string {
  if (cle === 'fiche_theme.themes') return ligne?.theme_code ?? ''
  if (cle === 'fiche_commune.communes') return ligne?.commune_id ?? ''
  return String(objetId ?? ligne?.id ?? '')
}

/** The rows as they were before these lines were written. Whatever their order, the latest is undone first. */
export function computeEtatAvant(cle: CleChangement, maintenant: Etat, lignes: readonly LigneRejouee[]): Etat {
  const etat = new Map(maintenant)
  for (const { objetId, avant, apres } of lignes.toSorted((a, b) => b.id - a.id)) {
    const rangee = findCleRangee(cle, objetId, apres ?? avant)
    if (avant === null) etat.delete(rangee)
    else etat.set(rangee, apres === null ? avant : { ...etat.get(rangee), ...avant })
  }
  return etat
}

/** Rows of a list in their order. */
function listRangees(cle: CleChangement, etat: Etat): Colonnes[] {
  const rangees = [...etat.values()]
  if (!isOrdonnee(cle))
    return rangees.toSorted(
      (a, b) =>
        Number(a.commune_id ?? 0) - Number(b.commune_id ?? 0) || ((a.theme_code ?? '') < (b.theme_code ?? '') ? -1 : 1),
    )
  return rangees.toSorted(
    (a, b) => Number(a.ordre ?? 0) - Number(b.ordre ?? 0) || Number(a.id ?? 0) - Number(b.id ?? 0),
  )
}

/** The field alone, always written the same way: two states that say the same of it are equal. */
export function formatEtat(cle: CleChangement, etat: Etat): string {
  const colonnes: readonly string[] = COLONNES[cle].filter((colonne) => !isListe(cle) || colonne !== 'ordre')
  return JSON.stringify(listRangees(cle, etat).map((rangee) => colonnes.map((colonne) => rangee[colonne] ?? null)))
}

const toNombre = (texte: string | null | undefined): number | null =>
  texte === null || texte === undefined ? null : Number(texte)
const toBooleen = (texte: string | null | undefined): boolean | null =>
  texte === null || texte === undefined ? null : texte === 'true'

/** The field of the fiche that a key of the thread is about; null for an étape’s or an indicator’s. */
export function findChamp(cle: CleChangement): ChampFiche | null {
  const [objet, champ] = cle.split('.')
  return objet === 'etape' || objet === 'indicateur' ? null : (champ as ChampFiche)
}

/** A text: never null where a fiche cannot be without it. */
function toTexte(champ: ChampTexte, rangee: Colonnes): Partial<ValeursFiche> {
  const { colonne, requis } = getTexte(champ)
  return { [champ]: rangee[colonne] ?? (requis === undefined ? null : '') }
}

/** The value of a field of the fiche in a state, as it is edited. */
export function toValeurs(cle: CleChangement, etat: Etat): Partial<ValeursFiche> {
  const rangees = listRangees(cle, etat)
  const r: Colonnes = rangees[0] ?? {}
  const champ = findChamp(cle)
  switch (champ) {
    case null:
      return {}
    case 'themes':
      return { themes: rangees.flatMap(({ theme_code: code }) => code ?? []) }
    case 'communes':
      return { communes: rangees.map(({ commune_id: commune }) => Number(commune)) }
    case 'pilotages':
      return {
        pilotages: rangees.map(({ role, texte, organisme_id: organisme, a_definir: aDefinir }) => ({
          role: role === 'PORTEUR' || role === 'PARTENAIRE' ? role : 'PILOTE',
          texte: texte ?? '',
          organisme: toNombre(organisme),
          aDefinir: aDefinir === 'true',
        })),
      }
    case 'periode':
      return { periode: { texte: r.periode_texte ?? null, debut: r.periode_debut ?? null, fin: r.periode_fin ?? null } }
    case 'avancement':
      return { avancement: { valeur: toNombre(r.avancement), motif: r.avancement_motif ?? null } }
    case 'redaction':
      return {
        redaction: {
          aRediger: r.a_rediger === 'true',
          motif: r.redaction_motif ?? null,
          echeance: r.redaction_echeance ?? null,
          avenant: toNombre(r.redaction_avenant_id),
        },
      }
    case 'enjeuCoordination':
      return { enjeuCoordination: toBooleen(r.enjeu_coordination) }
    case 'statut':
      return { statut: (r.statut ?? 'A_PRECISER') as StatutFiche }
    default:
      return toTexte(champ, r)
  }
}
