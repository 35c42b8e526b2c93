/** Notes not saved yet, kept on the device: they outlive a lost connection, a reload, a closed window. */

export interface Brouillon {
  texte: string
  /** Version of the point it was typed over, and the notes that were there. */
  version: number
  depuis: string
  /** Day it was typed, in milliseconds. */
  instant: number
}

const PREFIXE = 'copilote:notes:'
/** A draft that nobody came back to is forgotten after a month. */
const DUREE_MS = 30 * 86_400_000

const readCle = (personne: number, point: number) => `${PREFIXE}${personne}:${point}:`

function parseBrouillon(texte: string | null): Brouillon | null {
  if (texte === null) return null
  try {
    const lu: unknown = JSON.parse(texte)
    if (typeof lu !== 'object' || lu === null) return null
    const { texte: notes, version, depuis, instant } = lu as Record<string, unknown>
    return typeof notes === 'string' && typeof version === 'number' && typeof depuis === 'string' && typeof instant === 'number'
      ? { texte: notes, version, depuis, instant }
      : null
  } catch {
    return null
  }
}

/** Storage may be refused (private browsing, full): notes are then only as safe as the connection. */
function tenter<T>(geste: (stockage: Storage) => T, sinon: T): T {
  try {
    return geste(window.localStorage)
  } catch {
    return sinon
  }
}

const listCles = (stockage: Storage, debut: string): string[] => Object.keys(stockage).filter((cle) => cle.startsWith(debut))

/** The latest draft of these notes by this person on this device. */
export function readBrouillon(personne: number, point: number): Brouillon | null {
  return tenter((stockage) => {
    const limite = Date.now() - DUREE_MS
    for (const cle of listCles(stockage, PREFIXE)) {
      if ((parseBrouillon(stockage.getItem(cle))?.instant ?? 0) < limite) stockage.removeItem(cle)
    }
    const connus = listCles(stockage, readCle(personne, point)).map((cle) => parseBrouillon(stockage.getItem(cle)))
    return connus.filter((brouillon) => brouillon !== null).sort((a, b) => b.instant - a.instant)[0] ?? null
  }, null)
}

/** Keeps what is being typed. */
export function keepBrouillon(personne: number, point: number, brouillon: Omit<Brouillon, 'instant'>): void {
  tenter((stockage) => {
    forget(stockage, personne, point)
    stockage.setItem(`${readCle(personne, point)}${brouillon.version}`, JSON.stringify({ ...brouillon, instant: Date.now() }))
  }, undefined)
}

/** It is saved, or given up. */
export function forgetBrouillon(personne: number, point: number): void {
  tenter((stockage) => forget(stockage, personne, point), undefined)
}

function forget(stockage: Storage, personne: number, point: number): void {
  for (const cle of listCles(stockage, readCle(personne, point))) stockage.removeItem(cle)
}
