/** What is typed and not saved yet, kept on the device: it outlives a lost connection, a reload, a closed window. */

export interface Brouillon {
  valeur: unknown
  /** What it was typed over. */
  depuis: unknown
  /** When it was typed, in milliseconds. */
  instant: number
}

/** A draft that nobody came back to is forgotten after a month. */
const DUREE_MS = 30 * 86_400_000

function parseBrouillon(texte: string | null): Brouillon | null {
  if (texte === null) return null
  try {
    const lu: unknown = JSON.parse(texte)
    if (typeof lu !== 'object' || lu === null || !('valeur' in lu) || !('depuis' in lu) || !('instant' in lu))
      return null
    return typeof lu.instant === 'number' ? { valeur: lu.valeur, depuis: lu.depuis, instant: lu.instant } : null
  } catch {
    return null
  }
}

/** Storage may be refused (private browsing, full): what is typed is then only as safe as the connection. */
function tenter<T>(geste: (stockage: Storage) => T, sinon: T): T {
  try {
    return geste(window.localStorage)
  } catch {
    return sinon
  }
}

export interface Brouillons {
  read: (cle: string) => Brouillon | null
  keep: (cle: string, brouillon: Omit<Brouillon, 'instant'>) => void
  forget: (cle: string) => void
}

/**
 * Drafts of one kind of text.
 * @param genre what they are of: `notes`, `fiche`
 */
export function createBrouillons(genre: string): Brouillons {
  const prefixe = `copilote:${genre}:`
  return {
    read: (cle) =>
      tenter((stockage) => {
        const limite = Date.now() - DUREE_MS
        for (const connue of Object.keys(stockage)) {
          if (connue.startsWith(prefixe) && (parseBrouillon(stockage.getItem(connue))?.instant ?? 0) < limite)
            stockage.removeItem(connue)
        }
        return parseBrouillon(stockage.getItem(prefixe + cle))
      }, null),
    keep: (cle, brouillon) =>
      tenter(
        (stockage) => stockage.setItem(prefixe + cle, JSON.stringify({ ...brouillon, instant: Date.now() })),
        undefined,
      ),
    forget: (cle) => tenter((stockage) => stockage.removeItem(prefixe + cle), undefined),
  }
}
