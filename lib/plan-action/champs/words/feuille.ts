import type { ColonneTableur } from '@/lib/plan-action/tableur/types/tableur'

/** Columns of a sheet, each kind with its usual width. */

type Plus = Partial<Omit<ColonneTableur, 'cle' | 'titre' | 'genre' | 'largeur'>>

/** The name that other cells, and the next import, find a row by. */
export const ref = (titre = 'Référence'): ColonneTableur => ({ cle: 'ref', titre, genre: 'REF', largeur: 16 })

export const texte = (cle: string, titre: string, largeur = 24, plus: Plus = {}): ColonneTableur => ({
  cle,
  titre,
  genre: 'TEXTE',
  largeur,
  ...plus,
})

/** Several paragraphs. */
export const long = (cle: string, titre: string, synonymes: readonly string[] = []): ColonneTableur =>
  texte(cle, titre, 50, { synonymes })

export const date = (cle: string, titre: string, synonymes: readonly string[] = []): ColonneTableur => ({
  cle,
  titre,
  genre: 'DATE',
  largeur: 12,
  synonymes,
})

export const nombre = (cle: string, titre: string, plus: Plus = {}): ColonneTableur => ({
  cle,
  titre,
  genre: 'NOMBRE',
  largeur: 12,
  ...plus,
})

/** Where a row hangs: for the reader, then for the machine. */
export const surFiche: readonly ColonneTableur[] = [
  texte('fiche', 'Fiche', 30, { lecture: true, requis: true, synonymes: ['fiche action', 'action'] }),
  { cle: 'ficheRef', titre: 'Référence de la fiche', genre: 'REF', largeur: 16, lecture: true },
]
