import { describe, expect, it } from 'vitest'
import { computeEquilibre, type SchemaRegle } from '@/lib/cooperation/schemas/rules/equilibre'
import { checkAnterieur } from '@/lib/cooperation/schemas/rules/anterieur'
import { formatReste } from '@/lib/cooperation/schemas/rules/reste'

const schema = (part: Partial<SchemaRegle>): SchemaRegle => ({
  debut: null,
  fin: null,
  total: 100,
  existant: null,
  developpements: [],
  affectations: [],
  croise: [],
  etat: 'BROUILLON',
  ...part,
})
const ligne = (marge: 'PORTEUR' | 'THEMATIQUE', cle: string, quotite: number | null, raison: string | null = null) => ({
  marge,
  cle,
  libelle: cle,
  quotite,
  raison,
})
const reste = (part: Partial<SchemaRegle>): string =>
  formatReste(computeEquilibre(schema(part))).replace(/[\u00A0\u202F]/g, ' ')

describe('given a draft being typed, then one sentence says what remains to share out', () => {
  it.each<[string, Partial<SchemaRegle>]>([
    ['Indiquez le total : les répartitions se comparent à lui.', { total: null }],
    ['Aucune répartition n’est saisie : seul le total est donné, 1,00 ETP.', {}],
    [
      'Il reste 0,10 ETP à répartir par commune et 0,30 ETP à répartir par thématique.',
      { affectations: [ligne('PORTEUR', 'A', 90), ligne('THEMATIQUE', 'T', 70)] },
    ],
    ['Il y a 0,05 ETP de trop par commune.', { affectations: [ligne('PORTEUR', 'A', 105)] }],
    [
      'L’existant et les développements font 0,80 ETP au lieu de 1,00.',
      { existant: 50, developpements: [{ libelle: 'A', quotite: 30 }] },
    ],
    [
      'Rien ne dit où vont 1,00 ETP par commune, sur 1 ligne sans quotité.',
      { total: 200, affectations: [ligne('PORTEUR', 'A', 100), ligne('PORTEUR', 'B', null)] },
    ],
    ['Indiquez l’existant auquel les développements s’ajoutent.', { developpements: [{ libelle: 'A', quotite: 30 }] }],
    [
      'Un zéro attend son motif : B.',
      {
        affectations: [ligne('PORTEUR', 'A', 100), ligne('PORTEUR', 'B', 0), ligne('PORTEUR', 'C', 0, 'à négocier')],
      },
    ],
    ['Rien ne reste à répartir : les sommes sont égales au total.', { affectations: [ligne('PORTEUR', 'A', 100)] }],
  ])('%s', (phrase, part) => {
    expect(reste(part)).toBe(phrase)
  })

  it('then a line whose cells differ is named', () => {
    const affectations = [ligne('PORTEUR', 'A', 60), ligne('PORTEUR', 'B', 40), ligne('THEMATIQUE', 'T', 100)]
    const croise = [
      { porteur: 'A', thematique: 'T', quotite: 50 },
      { porteur: 'B', thematique: 'T', quotite: 50 },
    ]
    expect(reste({ affectations, croise })).toBe(
      '« A » : 0,50 dans le tableau croisé, 0,60 dans la répartition. « B » : 0,50 dans le tableau croisé, 0,40 dans la répartition.',
    )
  })
})

describe('given the schéma of the previous convention', () => {
  const convention = { debut: '2026-01-01', fin: '2030-12-31' }
  it.each([
    [true, '2022-01-01', '2025-12-31', true],
    [true, '2022-01-01', '2026-01-01', false],
    [false, '2022-01-01', '2025-12-31', false],
    [false, '2026-01-01', '2026-12-31', true],
    [true, null, null, true],
    [true, '2022-01-01', null, false],
    [true, null, '2025-12-31', true],
    [false, '2026-01-01', null, true],
  ])('said so: %s, from %s to %s, then accepted: %s', (anterieur, debut, fin, ok) => {
    expect(checkAnterieur({ anterieur, debut, fin }, convention).ok).toBe(ok)
  })
  it('without an end it is never wholly before, even where the convention has no date', () => {
    const ouvert = { anterieur: true, debut: '2022-01-01', fin: null }
    expect(checkAnterieur(ouvert, { debut: null, fin: null })).toMatchObject({
      ok: false,
      message: expect.stringContaining('donnez son dernier jour'),
    })
  })
})
