/** A state of a field in words: what is there now, and what it would be put back to. */
import { formatPartie, formatValeurColonne } from './fil-mots'
import { COLONNES, isListe, isOrdonnee, type CleChangement } from '../words/fil'
import type { Etat } from './retablir'

const VIDE = 'rien'

/** @param noms names of themes by code and of communes by id */
export function formatEtatMots(cle: CleChangement, etat: Etat, noms: Readonly<Record<string, string>>): string {
  if (isListe(cle)) {
    const rangees = [...etat.values()].toSorted((a, b) => Number(a.ordre ?? 0) - Number(b.ordre ?? 0))
    const mots = rangees.flatMap(({ theme_code: theme, commune_id: commune, texte }) => {
      const id = theme ?? commune ?? null
      return texte ?? (id === null ? [] : (noms[id] ?? id))
    })
    return (isOrdonnee(cle) ? mots : mots.toSorted((a, b) => a.localeCompare(b, 'fr'))).join(' · ') || VIDE
  }
  const [rangee] = [...etat.values()]
  const [objet = ''] = cle.split('.')
  const colonnes: readonly string[] = COLONNES[cle]
  const parties = colonnes.flatMap((colonne) => {
    const valeur = formatValeurColonne(objet, colonne, rangee?.[colonne])
    return valeur === null ? [] : colonnes.length === 1 ? valeur : `${formatPartie(objet, colonne)} : ${valeur}`
  })
  return parties.join('\n') || VIDE
}
