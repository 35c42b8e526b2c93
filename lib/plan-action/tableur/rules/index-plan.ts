import { buildRef } from '@/lib/platform/ref'
import { formatRepere, normalizeCle } from './mots'
import type { LignePlate } from '../types/tableur'

/** Objects of one kind, found by `ref`, or by what a person knows them by. */
export class IndexPlan {
  readonly parRef = new Map<string, LignePlate>()
  private readonly parMots = new Map<string, string[]>()
  private readonly alias = new Map<string, string>()
  private readonly refs: string[] = []

  /** @param lister the words a row may be found by, the surest first; each within what it hangs on */
  constructor(
    lignes: readonly LignePlate[],
    private readonly lister: (ligne: LignePlate) => string[],
  ) {
    for (const ligne of lignes) this.add(ligne)
  }

  add(ligne: LignePlate): void {
    const ref = String(ligne.ref)
    if (!this.parRef.has(ref)) this.refs.push(ref)
    this.parRef.set(ref, ligne)
    for (const mots of new Set(this.lister(ligne))) {
      const deja = this.parMots.get(mots)
      if (!deja) this.parMots.set(mots, [ref])
      else if (!deja.includes(ref)) deja.push(ref)
    }
  }

  remove(ref: string): void {
    this.parRef.delete(ref)
    for (const [mots, refs] of this.parMots)
      if (refs.includes(ref))
        this.parMots.set(
          mots,
          refs.filter((autre) => autre !== ref),
        )
  }

  /** What the file calls this `ref` is that one here. */
  addAlias(dansFichier: string, ici: string): void {
    this.alias.set(dansFichier, ici)
  }

  /** The `ref` here of a `ref` of the file; null when there is none. */
  findRef(ref: string | null): string | null {
    const ici = ref === null ? null : (this.alias.get(ref) ?? ref)
    return ici !== null && this.parRef.has(ici) ? ici : null
  }

  listParMots(mots: string): string[] {
    return this.parMots.get(mots) ?? []
  }

  /** A `ref` nobody has yet. */
  createRef(mots: string): string {
    return buildRef(mots, this.refs)
  }
}

const cle = (...parts: unknown[]): string =>
  parts.map((part) => normalizeCle(part === null || part === undefined ? '' : String(part))).join('|')

export const cleNumeroTitre = ({ numero, titre }: LignePlate): string => `nt|${cle(numero, titre)}`
export const cleTitre = ({ titre }: LignePlate): string => `t|${cle(titre)}`
/** As a column « Axe » or « Fiche » may say it: number and title, title, number, or the `ref`. */
export const cleRepere = (mots: string): string => `r|${normalizeCle(mots)}`

export const listCles = (ligne: LignePlate): string[] => [
  cleNumeroTitre(ligne),
  cleTitre(ligne),
  cleRepere(formatRepere(ligne.numero as string | null, String(ligne.titre))),
  cleRepere(String(ligne.titre)),
  ...(ligne.numero ? [cleRepere(String(ligne.numero))] : []),
  cleRepere(String(ligne.ref)),
]
export const cleEtape = ({ fiche, numero, titre }: LignePlate): string => `e|${String(fiche)}|${cle(numero, titre)}`
export const cleIndicateur = ({ fiche, libelle }: LignePlate): string => `i|${String(fiche)}|${cle(libelle)}`
export const cleLibelle = ({ libelle }: LignePlate): string => `r|${cle(libelle)}`
/** A row without a `ref`: by what it says, under what it hangs on. */
export const cleSansRef = (parent: unknown, ...parts: unknown[]): string => `${String(parent)}|${cle(...parts)}`
