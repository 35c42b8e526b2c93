/** What the address of the portfolio asks for. */
import { readChoix, readPage, readTexte, type Recherche } from '@/lib/platform/adresse'
import { ETATS, TRIS, type EtatPortefeuille, type TriPortefeuille } from '../schema'

/** Filters as an address carries them; what is absent is the default. */
export interface FiltresAdresse {
  q?: string | undefined
  departement?: string | undefined
  caf?: number | undefined
  etat?: EtatPortefeuille | undefined
  tri?: TriPortefeuille | undefined
  page?: number | undefined
}

export function readFiltresPortefeuille(recherche: Recherche): FiltresAdresse {
  const caf = Number(readTexte(recherche.caf, 9))
  return {
    q: readTexte(recherche.q),
    departement: readTexte(recherche.departement, 3),
    caf: Number.isInteger(caf) && caf > 0 ? caf : undefined,
    etat: readChoix(recherche.etat, ETATS),
    tri: readChoix(recherche.tri, TRIS),
    page: readPage(recherche.page),
  }
}
