import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countFiltres, formatParametres, parseParametres, readFiltresPlan } from '@/lib/plan-action/liste/rules/filtres'
import { filtresPlanSchema, type FiltresPlan } from '@/lib/plan-action/liste/schema/filtres'
import { ENJEUX, GROUPES, TRIS, VUES } from '@/lib/plan-action/liste/words'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'
import { ETATS_INDICATEURS } from '@/lib/plan-action/indicateurs/words'
import { cleanTexte } from '@/lib/platform/texte'

const parfois = <T>(arbitraire: fc.Arbitrary<T>) => fc.option(arbitraire, { nil: undefined })
const texte = (longueur: number) =>
  fc
    .string({ minLength: 1, maxLength: longueur, unit: 'binary' })
    .map((brut) => cleanTexte(brut).trim())
    .filter((brut) => brut !== '')

const filtres: fc.Arbitrary<FiltresPlan> = fc.record({
  statut: parfois(fc.constantFrom(...STATUTS)),
  axe: parfois(fc.constantFrom('axe-1', 'axe-4-2')),
  pilote: parfois(texte(80)),
  theme: parfois(fc.constantFrom('PARENTALITE', '-sans')),
  commune: parfois(fc.constantFrom('04070', '12', '-sans')),
  retard: parfois(fc.constant(true)),
  silence: parfois(fc.constant(true)),
  rediger: parfois(fc.constant(true)),
  enjeu: parfois(fc.constantFrom(...ENJEUX)),
  q: parfois(texte(40)),
  indicateurs: parfois(fc.constantFrom(...ETATS_INDICATEURS)),
  annee: parfois(fc.integer({ min: 1990, max: 2100 })),
  groupe: parfois(fc.constantFrom(...GROUPES)),
  tri: parfois(fc.constantFrom(...TRIS)),
  vue: parfois(fc.constantFrom(...VUES)),
  page: fc.integer({ min: 1, max: 1000 }),
})

describe('filters of the plan in an address', () => {
  it('are said in one way only, and read back the same', () => {
    fc.assert(
      fc.property(filtres, (un) => {
        const dit = formatParametres(un)
        expect(formatParametres(parseParametres(dit))).toBe(dit)
      }),
    )
  })

  it('open a page whatever somebody typed there', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            'statut',
            'axe',
            'pilote',
            'theme',
            'commune',
            'q',
            'annee',
            'page',
            'groupe',
            'indicateurs',
            'retard',
            'enjeu',
          ),
          fc.string(),
        ),
        (recherche) => {
          expect(filtresPlanSchema.safeParse({ convention: 'demo', ...readFiltresPlan(recherche) }).success).toBe(true)
        },
      ),
    )
  })

  it('leave out what is the default and what an address may not say', () => {
    expect(formatParametres({ groupe: 'axe', tri: 'plan', vue: 'liste', page: 1, annee: 2026 })).toBe('')
    expect(formatParametres(parseParametres('statut=PERDU&axe=%00&page=-3&retard=oui&theme=a%20b&q=%20'))).toBe('')
    expect(parseParametres('indicateurs=2026')).toMatchObject({ indicateurs: 'renseignes', annee: 2026 })
    expect(formatParametres({ statut: 'EN_COURS', q: 'été', retard: true, groupe: 'pilote' })).toBe(
      'q=%C3%A9t%C3%A9&statut=EN_COURS&retard=1&groupe=pilote',
    )
  })

  it('are counted without the way rows are shown', () => {
    expect(countFiltres({ groupe: 'pilote', tri: 'maj', vue: 'frise', page: 3 })).toBe(0)
    expect(countFiltres({ statut: 'EN_COURS', retard: true, q: 'x' })).toBe(3)
  })
})
