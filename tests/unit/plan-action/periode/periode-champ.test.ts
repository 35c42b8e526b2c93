import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followMots } from '@/components/plan-action/fiche/contenu/periode-mots'
import { move } from '@/components/plan-action/fiche/contenu/ordre'

const vide = { texte: null, debut: null, fin: null }
const contexte = { debut: '2022-01-01', fin: '2025-12-31' }

describe('words of a period, typed', () => {
  it('give their bounds, and take them back with them', () => {
    const lue = followMots(vide, 'courant 2024', contexte)
    expect(lue).toEqual({ texte: 'courant 2024', debut: '2024-01-01', fin: '2024-12-31' })
    expect(followMots(lue, 'courant 2025', contexte)).toEqual({
      texte: 'courant 2025',
      debut: '2025-01-01',
      fin: '2025-12-31',
    })
    expect(followMots(lue, 'déjà en cours', contexte)).toEqual({ texte: 'déjà en cours', debut: null, fin: null })
    expect(followMots(lue, '', contexte)).toEqual(vide)
  })

  it('keep a correction as long as they say the same', () => {
    const corrigee = { texte: 'courant 2024', debut: '2024-02-01', fin: '2024-12-31' }
    expect(followMots(corrigee, 'Courant  2024.', contexte)).toEqual({ ...corrigee, texte: 'Courant  2024.' })
    expect(followMots(corrigee, 'en 2025', contexte)).toEqual({
      texte: 'en 2025',
      debut: '2025-01-01',
      fin: '2025-12-31',
    })
  })

  it('keep bounds given by hand to words that could not be read', () => {
    const main = { texte: 'déjà en cours', debut: '2022-03-01', fin: null }
    expect(followMots(main, 'déjà en cours, selon le bilan', contexte)).toEqual({
      ...main,
      texte: 'déjà en cours, selon le bilan',
    })
    expect(followMots(main, 'dès 2023', contexte)).toEqual({ ...main, texte: 'dès 2023' })
  })

  it('always stay as they are typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (un, deux) => {
        const apres = followMots(followMots(vide, un, contexte), deux, contexte)
        expect(apres.texte).toBe(deux === '' ? null : deux)
        if (apres.debut !== null && apres.fin !== null) expect(apres.debut <= apres.fin).toBe(true)
      }),
    )
  })
})

describe('an order', () => {
  it('keeps every étape, the moved one where it is wanted', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1 }), { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        (ids, lequel, ou) => {
          const [id, place] = [ids[lequel % ids.length] ?? 0, ou % ids.length]
          const apres = move(ids, id, place)
          expect([...apres].sort()).toEqual([...ids].sort())
          expect(apres.indexOf(id)).toBe(place)
          expect(apres.filter((autre) => autre !== id)).toEqual(ids.filter((autre) => autre !== id))
        },
      ),
    )
  })
})
