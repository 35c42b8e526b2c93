import { describe, expect, it } from 'vitest'
import { computeSoldeLigne, computeSoldePoste } from '@/components/cooperation/postes/solde'
import { RIEN } from '@/lib/cooperation/postes/rules/pourvu'
import type { OccupationLue, PosteLu } from '@/lib/cooperation/postes/types/postes'
import type { LignePostes, PosteVue } from '@/lib/cooperation/postes/types/ecran'
import { fr } from '@/tests/unit/cooperation/schemas/cas'

const occupation = (part: Partial<OccupationLue>): OccupationLue => ({
  id: 1,
  version: 0,
  charge: 1,
  nom: 'A',
  anonyme: false,
  chargeVersion: 0,
  quotite: 40,
  debut: '2027-01-01',
  fin: null,
  remplace: null,
  absences: [],
  ...part,
})
const lu: PosteLu = {
  id: 1,
  version: 0,
  ref: 'p',
  schema: 1,
  affectation: 1,
  intitule: 'P',
  quotite: 70,
  mode: 'DIRECT',
  note: null,
  themes: [],
  missions: [],
  occupations: [],
}
const poste = (part: Partial<PosteVue>): PosteVue => ({
  ...lu,
  effectif: RIEN,
  vacantDepuis: null,
  titulaires: [],
  ...part,
})
const ligne = (postes: PosteVue[], quotite: number | null = 120): LignePostes => ({
  id: 1,
  libelle: 'Mouriès',
  quotite,
  note: null,
  situation: 'NON_PRECISE',
  postes,
  decoupe: 0,
  effectif: null,
  vacantDepuis: null,
})

describe('the balance while typing', () => {
  it('says what of the line is left without a post, or too much', () => {
    const autres = ligne([poste({ id: 1 })])
    expect(computeSoldeLigne(autres, '0,3', null)).toEqual({
      trop: false,
      texte: fr('0,2 ETP de « Mouriès » encore sans poste, sur 1,2 prévus.'),
    })
    expect(computeSoldeLigne(autres, '0.5', null)).toMatchObject({
      trop: false,
      texte: expect.stringContaining('entièrement découpée'),
    })
    expect(computeSoldeLigne(autres, '0,6', null)).toMatchObject({
      trop: true,
      texte: expect.stringContaining('de 0,1 ETP'),
    })
    expect(computeSoldeLigne(autres, '0,9', 1)).toMatchObject({
      trop: false,
      texte: expect.stringContaining('0,3 ETP'),
    })
    expect(computeSoldeLigne(autres, 'abc', null)).toMatchObject({ texte: expect.stringContaining('0,5 ETP') })
    expect(computeSoldeLigne(ligne([], null), '0,5', null)).toBeNull()
    expect(computeSoldeLigne(undefined, '0,5', null)).toBeNull()
  })

  it('says what stays vacant of the post and of its line over the days typed, at the tightest of them', () => {
    const tenu = poste({ occupations: [occupation({ debut: '2027-06-01', fin: '2027-08-31' })] })
    const autre = poste({ id: 2, quotite: 50, occupations: [occupation({ id: 2, quotite: 50 })] })
    const textes = (quotite: string, debut: string, fin: string, sauf: OccupationLue | null = null) =>
      computeSoldePoste(tenu, ligne([tenu, autre]), { quotite, debut, fin }, sauf, '2030-12-31').map(
        ({ texte }) => texte,
      )
    expect(textes('0,3', '2027-01-01', '')).toEqual([
      fr('Ce poste est entièrement pourvu.'),
      fr('La ligne « Mouriès » est entièrement pourvue.'),
    ])
    expect(textes('0,2', '2027-01-01', '2027-05-31')).toEqual([
      fr('0,5 ETP encore vacant sur ce poste.'),
      fr('0,5 ETP encore vacant sur cette ligne (« Mouriès »).'),
    ])
    expect(textes('0,4', '2027-01-01', '2027-06-01')[0]).toBe(fr('0,1 ETP de trop sur ce poste.'))
    expect(textes('0,7', '2027-06-01', '', tenu.occupations[0] ?? null)[0]).toBe(fr('Ce poste est entièrement pourvu.'))
    expect(textes('0,3', '', '')).toEqual([])
  })
})
