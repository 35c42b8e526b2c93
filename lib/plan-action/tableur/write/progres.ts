import 'server-only'

/** How far an import has come, while one transaction works on it: kept by the process, since nothing is written before the end. */

export interface Progres {
  phase: 'VERIFICATION' | 'ECRITURE'
  faites: number
  total: number
}

const partage = globalThis as typeof globalThis & { progresTableurs?: Map<number, Progres> }

const registre = (): Map<number, Progres> => (partage.progresTableurs ??= new Map())

export const getProgres = (importId: number): Progres | null => registre().get(importId) ?? null

/** Runs `travail`, whose progress may be asked for meanwhile. */
export async function followProgres<T>(
  importId: number,
  phase: Progres['phase'],
  travail: (onAvance: (faites: number, total: number) => void) => Promise<T>,
): Promise<T> {
  registre().set(importId, { phase, faites: 0, total: 0 })
  try {
    return await travail((faites, total) => registre().set(importId, { phase, faites, total }))
  } finally {
    registre().delete(importId)
  }
}
