import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBrouillons } from '@/components/formulaire/brouillons'
import { forgetBrouillon, keepBrouillon, readBrouillon } from '@/components/gouvernance/seance/brouillons'

/** What a browser keeps: its keys are its own properties. */
function createStockage(): Record<string, unknown> {
  const stockage = Object.create({
    getItem(this: Record<string, string>, cle: string) {
      return Object.hasOwn(this, cle) ? this[cle] : null
    },
    setItem(this: Record<string, string>, cle: string, valeur: string) {
      this[cle] = valeur
    },
    removeItem(this: Record<string, string>, cle: string) {
      Reflect.deleteProperty(this, cle)
    },
  }) as Record<string, unknown>
  return stockage
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z') })
  vi.stubGlobal('window', { localStorage: createStockage() })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('drafts', () => {
  it('notes of a meeting come back as they were kept, for who typed them alone', () => {
    keepBrouillon(1, 7, { texte: 'Sans réseau.', version: 3, depuis: 'Avant.' })
    expect(readBrouillon(1, 7)).toEqual({ texte: 'Sans réseau.', version: 3, depuis: 'Avant.' })
    expect(readBrouillon(2, 7)).toBe(null)
    forgetBrouillon(1, 7)
    expect(readBrouillon(1, 7)).toBe(null)
  })

  it('are forgotten after thirty days, and never confused with another kind', () => {
    const fiches = createBrouillons('fiche')
    fiches.keep('a', { valeur: ['x'], depuis: null })
    keepBrouillon(1, 7, { texte: 'Notes', version: 0, depuis: '' })
    vi.setSystemTime(new Date('2026-12-21T12:00:00Z'))
    expect(fiches.read('a')).toMatchObject({ valeur: ['x'], depuis: null })
    vi.setSystemTime(new Date('2026-12-23T12:00:00Z'))
    expect(fiches.read('a')).toBe(null)
    expect(Object.keys(window.localStorage)).toEqual(['copilote:notes:1:7'])
  })

  it('do without a storage that is refused, and read nothing of what is no draft', () => {
    window.localStorage.setItem('copilote:fiche:a', '{"valeur":')
    expect(createBrouillons('fiche').read('a')).toBe(null)
    vi.stubGlobal('window', {})
    expect(() => createBrouillons('fiche').keep('a', { valeur: 1, depuis: 2 })).not.toThrow()
    expect(createBrouillons('fiche').read('a')).toBe(null)
  })
})
