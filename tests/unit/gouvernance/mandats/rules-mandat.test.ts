import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildSuccession,
  checkFin,
  computeEtatMandat,
  describeCloture,
  groupPersonnes,
  isCloturable,
  listAvertissements,
  matchFiltre,
} from '@/lib/gouvernance/mandats/rules'
import type { Siege } from '@/lib/gouvernance/mandats/types'
import { addDays } from '@/lib/platform/dates'

const TODAY = '2026-11-22'
const CONVENTION = { debut: '2026-01-01', fin: '2030-12-31' }

const siege = (id: number, champs: Partial<Siege> = {}): Siege => ({
  id,
  version: 0,
  instance: { ref: 'copil', nom: 'Comité de pilotage' },
  libelle: 'Maire',
  fonction: null,
  personne: 'Claude TÉMOIN',
  cle: 'claude temoin',
  suppleant: null,
  coanimation: false,
  voix: 'DECISIVE',
  organisme: null,
  debut: null,
  fin: null,
  motifFin: null,
  ...champs,
})

describe('where a mandate stands', () => {
  it.each([
    [{ debut: null, fin: null }, 'EN_COURS'],
    [{ debut: '2026-11-23', fin: null }, 'A_VENIR'],
    [{ debut: null, fin: '2026-11-21' }, 'TERMINE'],
    [{ debut: null, fin: TODAY }, 'BIENTOT'],
    [{ debut: TODAY, fin: '2027-02-22' }, 'BIENTOT'],
    [{ debut: TODAY, fin: '2027-02-23' }, 'EN_COURS'],
  ] as const)('%j is %s', (dates, etat) => expect(computeEtatMandat(dates, TODAY)).toBe(etat))

  it('one may end unless it is over, or was ended with its reason', () => {
    expect(isCloturable(siege(1), TODAY)).toBe(true)
    expect(isCloturable(siege(1, { fin: TODAY }), TODAY)).toBe(true)
    expect(isCloturable(siege(1, { fin: '2026-11-21' }), TODAY)).toBe(false)
    expect(isCloturable(siege(1, { fin: '2027-03-01', motifFin: 'Départ' }), TODAY)).toBe(false)
  })
})

describe('people', () => {
  it('are one person however they are spelt; a seat without a name stands alone', () => {
    const personnes = groupPersonnes(
      [
        siege(1),
        siege(2, { personne: 'claude temoin' }),
        siege(3, { personne: null, cle: null }),
        siege(4, { personne: null, cle: null }),
      ],
      TODAY,
    )
    expect(personnes.map(({ nom, sieges }) => [nom, sieges.map(({ id }) => id)])).toEqual([
      ['Claude TÉMOIN', [1, 2]],
      [null, [3]],
      [null, [4]],
    ])
  })

  it('belong to the lists their mandates put them in', () => {
    const filtres = (...sieges: Siege[]) =>
      (['en-cours', 'bientot', 'termines', 'a-nommer'] as const).filter((filtre) =>
        groupPersonnes(sieges, TODAY).some((personne) => matchFiltre(personne, filtre)),
      )
    expect(filtres(siege(1))).toEqual(['en-cours'])
    expect(filtres(siege(1), siege(2, { fin: '2026-01-01' }))).toEqual(['en-cours', 'termines'])
    expect(filtres(siege(1, { fin: '2026-12-31' }))).toEqual(['en-cours', 'bientot'])
    expect(filtres(siege(1, { personne: null, cle: null }))).toEqual(['a-nommer'])
    expect(filtres(siege(1, { fin: '2026-01-01' }))).toEqual(['termines'])
  })
})

describe('an end', () => {
  it('is refused before the beginning, and on what was already ended', () => {
    expect(checkFin(siege(1, { debut: '2026-04-01' }), '2026-03-31')).toContain('commence le 1er avril 2026')
    expect(checkFin(siege(1, { debut: '2026-04-01' }), '2026-04-01')).toBeNull()
    expect(checkFin(siege(1, { fin: '2026-12-31', motifFin: 'Départ' }), '2026-11-30')).toContain(
      'déjà terminé le 31 décembre 2026',
    )
  })

  it('is only questioned outside the convention', () => {
    expect(listAvertissements('2025-12-31', CONVENTION)).toEqual([
      'Cette date est avant le début de la convention (1er janvier 2026).',
    ])
    expect(listAvertissements('2031-01-01', CONVENTION)).toEqual([
      'Cette date est après la fin de la convention (31 décembre 2030).',
    ])
    expect(listAvertissements('2031-01-01', { debut: null, fin: null })).toEqual([])
    expect(listAvertissements('2026-06-01', CONVENTION)).toEqual([])
  })
})

describe('a succession', () => {
  it('begins the day after, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (ecart) => {
        const fin = addDays('2026-01-01', ecart)
        expect(buildSuccession(siege(1), fin, { reprise: 'A_DESIGNER', nom: null, fonction: null }).debut).toBe(
          addDays(fin, 1),
        )
      }),
    )
  })

  it('keeps the words of the seat, never the name of who left', () => {
    expect(
      buildSuccession(siege(1), '2026-03-29', { reprise: 'SUCCESSEUR', nom: 'Dominique ESSAI', fonction: null }),
    ).toMatchObject({ libelle: 'Maire', personne: 'Dominique ESSAI' })
    const nominatif = siege(1, { libelle: 'Claude Témoin', fonction: 'Maire du Bourg' })
    expect(
      buildSuccession(nominatif, '2026-03-29', { reprise: 'A_DESIGNER', nom: 'Ignoré', fonction: null }),
    ).toMatchObject({ libelle: 'Maire du Bourg', personne: null, fonction: 'Maire du Bourg' })
    expect(
      buildSuccession({ ...nominatif, fonction: null }, '2026-03-29', {
        reprise: 'A_DESIGNER',
        nom: null,
        fonction: null,
      }).libelle,
    ).toBe('Siège à pourvoir')
  })
})

describe('what will be written', () => {
  const depart = {
    nom: 'Claude TÉMOIN',
    mandats: 2,
    reprise: 'SUCCESSEUR' as const,
    successeur: 'Dominique ESSAI',
    decisions: 1,
    decisionsGardees: 0,
    points: 1,
    pointsGardes: 1,
  }

  it('is said for one person', () => {
    expect(describeCloture({ fin: '2026-03-29', convention: CONVENTION, departs: [depart] })).toEqual({
      phrases: [
        '2 mandats de Claude TÉMOIN se terminent le 29 mars 2026.',
        'Dominique ESSAI prend la suite de Claude TÉMOIN le 30 mars 2026, pour 2 sièges.',
        '1 décision et 1 point d’ordre du jour passent au nom du successeur.',
        '1 point d’ordre du jour reste au nom de qui part.',
      ],
      avertissements: [],
    })
  })

  it('is said for many, without their list', () => {
    const departs = Array.from({ length: 40 }, (_, rang) => ({
      ...depart,
      nom: `Personne ${rang}`,
      mandats: 1,
      reprise: 'A_DESIGNER' as const,
      successeur: null,
      decisions: 0,
      points: 0,
      pointsGardes: 0,
    }))
    expect(describeCloture({ fin: '2026-03-29', convention: CONVENTION, departs }).phrases).toEqual([
      '40 mandats de 40 personnes se terminent le 29 mars 2026.',
      '40 sièges restent à pourvoir\u00A0: la personne est à désigner.',
    ])
  })

  it('says when nothing is chosen', () => {
    expect(
      describeCloture({ fin: '2026-03-29', convention: CONVENTION, departs: [{ ...depart, mandats: 0 }] }).phrases,
    ).toEqual(['Aucun mandat n’est choisi.'])
  })
})
