/** What a new schéma may take over from the one before it: posts whose line is still there, people still in post on its last day. */
import { formatQuotite } from '@/lib/platform/nombres'
import type { DateCivile } from '@/lib/platform/dates'
import { foldTexte } from '@/lib/platform/texte'
import type { Duree } from '@/lib/cooperation/postes/rules/pourvu'
import type { AbsenceLue, OccupationLue, PosteLu } from '../types/postes'
import type { LigneSchema, SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'

type SchemaDate = Pick<SchemaLu, 'id' | 'debut' | 'fin'>

/** The schéma that ends last before this one begins; undefined when nothing tells. */
export function findPrecedent<S extends SchemaDate>(schema: SchemaDate, schemas: readonly S[]): S | undefined {
  const { debut } = schema
  if (debut === null) return undefined
  const finis = schemas.filter((autre) => autre.id !== schema.id && autre.fin !== null && autre.fin < debut)
  return finis.reduce<S | undefined>(
    (dernier, autre) => ((autre.fin ?? '') > (dernier?.fin ?? '') ? autre : dernier),
    undefined,
  )
}

/** Something left behind, and why. */
export interface Reste {
  quoi: string
  pourquoi: string
}

export type SortPoste =
  | { ok: true; affectation: number | null }
  /** Already there: nothing to do, nothing to say. */
  | { ok: false; deja: true }
  | { ok: false; deja: false; reste: Reste }

/**
 * Whether a post of the schéma before has its place in the new one: the line of the same key, with room for it.
 * @param ref key that the copy would have: what tells that it was already made, whatever became of its title
 */
export function checkReprisePoste(
  poste: Pick<PosteLu, 'intitule' | 'quotite' | 'affectation'>,
  ref: string,
  {
    avant,
    apres,
    postes,
  }: {
    avant: readonly LigneSchema[]
    apres: readonly LigneSchema[]
    postes: readonly Pick<PosteLu, 'ref' | 'intitule' | 'quotite' | 'affectation'>[]
  },
): SortPoste {
  if (postes.some((autre) => autre.ref === ref)) return { ok: false, deja: true }
  const source = avant.find(({ id }) => id === poste.affectation)
  const cible = source && apres.find(({ marge, cle }) => marge === 'PORTEUR' && cle === source.cle)
  const affectation = cible?.id ?? null
  const laisse = (texte: string): SortPoste => ({
    ok: false,
    deja: false,
    reste: { quoi: poste.intitule, pourquoi: texte },
  })
  if (source && !cible)
    return laisse(
      `« ${source.libelle} » n’a plus de ligne dans ce schéma : décrivez ce poste sur une autre ligne s’il continue.`,
    )
  if (
    postes.some(
      (autre) =>
        autre.affectation === affectation && foldTexte(autre.intitule).trim() === foldTexte(poste.intitule).trim(),
    )
  )
    return { ok: false, deja: true }
  if (cible && cible.quotite !== null) {
    const pris = postes
      .filter((autre) => autre.affectation === cible.id)
      .reduce((total, { quotite }) => total + quotite, 0)
    if (pris + poste.quotite > cible.quotite) {
      return laisse(
        `la ligne « ${cible.libelle} » prévoit ${formatQuotite(cible.quotite)} ETP${pris > 0 ? `, dont ${formatQuotite(pris)} déjà décrits` : ''}, ce poste en prend ${formatQuotite(poste.quotite)} : décrivez-le à sa nouvelle quotité.`,
      )
    }
  }
  return { ok: true, affectation }
}

const dureJusque = ({ debut, fin }: Duree, dernier: DateCivile): boolean =>
  debut <= dernier && (fin === null || fin >= dernier)

/** Occupations still running on the last day, whoever holds the post before whoever stands in for them. */
export function listOccupationsAReprendre(poste: PosteLu, dernier: DateCivile): OccupationLue[] {
  return poste.occupations
    .filter((occupation) => dureJusque(occupation, dernier))
    .sort((a, b) => Number(a.remplace !== null) - Number(b.remplace !== null) || a.id - b.id)
}

/** Absences that go on from the first day of the new schéma. */
export function listAbsencesAReprendre(occupation: OccupationLue, dernier: DateCivile, premier: DateCivile): Duree[] {
  return occupation.absences
    .filter((absence: AbsenceLue) => absence.debut <= dernier && (absence.fin === null || absence.fin >= premier))
    .map(({ fin }) => ({ debut: premier, fin }))
}
