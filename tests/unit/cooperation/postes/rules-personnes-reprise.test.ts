import { describe, expect, it } from 'vitest'
import type { LigneSchema } from '@/lib/cooperation/schemas/rules/enregistre'
import {
  checkReprisePoste,
  findPrecedent,
  listAbsencesAReprendre,
  listOccupationsAReprendre,
} from '@/lib/cooperation/postes/rules/reconduction'
import type { OccupationLue, PosteLu } from '@/lib/cooperation/postes/types/postes'

const ligne = (id: number, cle: string, quotite: number | null): LigneSchema => ({
  id,
  marge: 'PORTEUR',
  cle,
  libelle: cle,
  organisme: null,
  theme: null,
  quotite,
  motifZero: null,
  note: null,
  situation: 'NON_PRECISE',
  themesTexte: [],
})
const occupation = (part: Partial<OccupationLue>): OccupationLue => ({
  id: 1,
  version: 0,
  charge: 1,
  nom: 'A',
  anonyme: false,
  chargeVersion: 0,
  quotite: 50,
  debut: '2025-01-01',
  fin: null,
  remplace: null,
  absences: [],
  ...part,
})
const poste = (part: Partial<PosteLu> = {}): PosteLu => ({
  id: 1,
  version: 0,
  ref: 'p',
  schema: 1,
  affectation: 1,
  intitule: 'Coordination',
  quotite: 50,
  mode: 'DIRECT',
  note: null,
  themes: [],
  missions: [],
  occupations: [],
  ...part,
})

describe('the schéma before', () => {
  it('is the one that ends last before the first day', () => {
    const schemas = [
      { id: 1, debut: '2020-01-01', fin: '2021-12-31' },
      { id: 2, debut: '2022-01-01', fin: '2025-12-31' },
      { id: 3, debut: '2026-01-01', fin: '2026-12-31' },
      { id: 4, debut: null, fin: null },
    ]
    expect(findPrecedent({ id: 3, debut: '2026-01-01', fin: null }, schemas)?.id).toBe(2)
    expect(findPrecedent({ id: 1, debut: '2020-01-01', fin: null }, schemas)).toBeUndefined()
    expect(findPrecedent({ id: 4, debut: null, fin: null }, schemas)).toBeUndefined()
  })
})

describe('a post taken over', () => {
  const avant = [ligne(1, 'mouries', 30), ligne(2, 'global', 100)]
  const check = (source: PosteLu, apres: LigneSchema[], postes: PosteLu[] = []) =>
    checkReprisePoste(source, 'p-suite', { avant, apres, postes })

  it('goes to the line of the same key, as long as it fits', () => {
    expect(check(poste(), [ligne(11, 'mouries', 50)])).toEqual({ ok: true, affectation: 11 })
    expect(check(poste(), [ligne(11, 'mouries', null)])).toEqual({ ok: true, affectation: 11 })
    expect(check(poste({ affectation: null }), [])).toEqual({ ok: true, affectation: null })
    expect(check(poste(), [ligne(11, 'mouries', 49)])).toMatchObject({
      ok: false,
      deja: false,
      reste: { quoi: 'Coordination', pourquoi: expect.stringContaining('0,49 ETP') },
    })
    expect(check(poste(), [ligne(12, 'global', 100)])).toMatchObject({
      ok: false,
      reste: { pourquoi: expect.stringContaining('n’a plus de ligne') },
    })
    expect(
      check(
        poste(),
        [ligne(11, 'mouries', 80)],
        [poste({ ref: 'x', intitule: 'Autre', affectation: 11, quotite: 40 })],
      ),
    ).toMatchObject({ ok: false, reste: { pourquoi: expect.stringContaining('dont 0,4 déjà décrits') } })
  })

  it('is not made twice, whatever became of its title', () => {
    const apres = [ligne(11, 'mouries', 100)]
    expect(check(poste(), apres, [poste({ ref: 'p-suite', intitule: 'Renommé', affectation: null })])).toEqual({
      ok: false,
      deja: true,
    })
    expect(check(poste(), apres, [poste({ ref: 'main', intitule: ' coordination', affectation: 11 })])).toEqual({
      ok: false,
      deja: true,
    })
  })

  it('keeps whoever is still there on the last day, before who stands in for them', () => {
    const occupations = [
      occupation({ id: 1, remplace: 3 }),
      occupation({ id: 2, fin: '2025-12-30' }),
      occupation({ id: 3 }),
      occupation({ id: 4, fin: '2025-12-31' }),
      occupation({ id: 5, debut: '2026-01-01' }),
    ]
    expect(listOccupationsAReprendre(poste({ occupations }), '2025-12-31').map(({ id }) => id)).toEqual([3, 4, 1])
  })

  it('keeps the absences that go on from the first day', () => {
    const absences = [
      { id: 1, debut: '2025-11-01', fin: null },
      { id: 2, debut: '2025-11-01', fin: '2025-12-31' },
      { id: 3, debut: '2026-02-01', fin: null },
    ]
    expect(listAbsencesAReprendre(occupation({ absences }), '2025-12-31', '2026-01-01')).toEqual([
      { debut: '2026-01-01', fin: null },
    ])
  })
})
