import { toJour, yearOf, type Bornes } from '@/lib/platform/dates'
import type { AnneeVue } from './types'

/** The years that a span of days touches. */
export function listAnnees({ debut, fin }: Bornes): AnneeVue[] {
  return Array.from({ length: yearOf(fin) - yearOf(debut) + 1 }, (_, rang) => {
    const annee = yearOf(debut) + rang
    return { annee, debut: toJour(`${annee}-01-01`), fin: toJour(`${annee + 1}-01-01`) }
  })
}
