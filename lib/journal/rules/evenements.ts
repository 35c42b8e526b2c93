/** Events that change no row by themselves: an import, an export, a reading without news. */
import { formatListe } from '@/lib/platform/typographie'
import type { LigneJournal, Noms } from '../types'
import { buildRangee, formatNomEntier, readTexte } from './noms'

/** What an event that has a name of its own says; the libellé says the others. */
const PHRASES: Readonly<Record<string, (ligne: LigneJournal) => string>> = {
  'dossier.importer': () => 'a importé le dossier de la convention',
  'dossier.exporter': () => 'a exporté le dossier de la convention',
  'livraison.corriger': () => 'a corrigé le dossier livré',
  'plan.importer': ({ apres }) => {
    const fichier = readTexte(apres ?? {}, 'fichier')
    const compter = (colonne: string, mots: string): string | null => {
      const nombre = Number(readTexte(apres ?? {}, colonne) ?? 0)
      return nombre > 0 ? `${nombre} ${mots}${nombre > 1 ? 's' : ''}` : null
    }
    const comptes = [compter('creees', 'créée'), compter('changees', 'changée'), compter('refusees', 'refusée')]
    const lignes = formatListe(comptes.filter((mots) => mots !== null))
    return `a importé le tableur${fichier ? ` « ${fichier} »` : ''} dans le plan d’action${lignes ? ` (lignes : ${lignes})` : ''}`
  },
}

/** True for a line that tells of no row: written by `recordEvenement`. */
export function checkEvenement(operation: string, { objet, avant, apres }: LigneJournal): boolean {
  if (avant !== null) return false
  if (objet === 'fiche_action') return apres !== null && 'revue' in apres
  return objet === 'convention' && (apres === null || Object.hasOwn(PHRASES, operation))
}

/** « a importé le dossier de la convention », « a relu la fiche 2.3 « … » : rien de neuf ». */
export function formatEvenement(operation: string, ligne: LigneJournal, noms: Noms): string {
  // What the event says is no column of the fiche.
  if (ligne.objet === 'fiche_action')
    return `a relu ${formatNomEntier(buildRangee({ ...ligne, avant: {}, apres: {} }, noms), noms)} : rien de neuf`
  const dite = PHRASES[operation]?.(ligne)
  if (dite !== undefined) return dite
  return operation === 'plan.ecrire' && ligne.libelle
    ? `a changé l’ordre du plan d’action : ${ligne.libelle}`
    : `a agi sur la convention${ligne.libelle ? ` : ${ligne.libelle}` : ''}`
}
