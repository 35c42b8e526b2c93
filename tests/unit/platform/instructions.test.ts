import { describe, expect, it } from 'vitest'
import { createNommage } from '@/lib/platform/serveur/instructions'

const ask = (nommer: (sql: string) => string, sql: string, fois: number) =>
  Array.from({ length: fois }, () => nommer(sql))

describe('names of statements', () => {
  it('names a statement that comes back, always the same way, and no two alike', () => {
    const nommer = createNommage()
    const [premiere, seconde, troisieme, quatrieme] = ask(nommer, 'SELECT 1', 4)
    expect([premiere, seconde]).toEqual(['', ''])
    expect(troisieme).toBeTruthy()
    expect(quatrieme).toBe(troisieme)
    expect(ask(nommer, 'SELECT 2', 3).at(-1)).not.toBe(troisieme)
  })

  it.each(["f.recherche LIKE '%' || $1 || '%'", '$1 <% f.recherche', 'nom ILIKE $1', 'nom ~ $1'])(
    'leaves a search without one: %s',
    (condition) => {
      expect(ask(createNommage(), `SELECT 1 FROM f WHERE ${condition}`, 5).every((nom) => nom === '')).toBe(true)
    },
  )

  it('names a search within one convention', () => {
    const sql = "SELECT 1 FROM f WHERE f.convention_id = $1 AND f.recherche LIKE '%' || $2 || '%'"
    expect(ask(createNommage(), sql, 3).at(-1)).not.toBe('')
  })

  it('keeps a bounded number of them, whatever is asked', () => {
    const nommer = createNommage()
    const noms = Array.from({ length: 5_000 }, (_, n) => ask(nommer, `SELECT ${n}`, 3).at(-1))
    expect(noms.filter(Boolean)).toHaveLength(300)
    expect(nommer('SELECT 0')).toBe(noms[0])
  })
})
