import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/platform/dates'
import { findCites, toNomCourt } from '@/lib/cooperation/vues/rules/mentions'
import { buildVueCommunes } from '@/lib/cooperation/vues/rules/communes'
import { buildVueTemps, computeMoyennePeriode } from '@/lib/cooperation/vues/rules/temps'
import { buildVueThematiques, readThemes } from '@/lib/cooperation/vues/rules/themes'
import type { SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import type { SchemaRegle } from '@/lib/cooperation/schemas/rules/equilibre'
import type { PosteLu } from '@/lib/cooperation/postes/types/postes'
import { RIEN } from '@/lib/cooperation/postes/rules/pourvu'
import { buildEcranPostes } from '@/lib/cooperation/postes/rules/ecran'
import { PATIENT, RUNS } from '@/tests/unit/runs'
import {
  BAUX_2022_2025,
  BAUX_2026,
  BAUX_2027_2030,
  CHATELLERAULT,
  fr,
  GOLFE,
} from '@/tests/unit/cooperation/schemas/cas'

const TODAY = '2026-11-22'
const COMMUNES = [
  'Aureille',
  'Eygalières',
  'Fontvieille',
  'Les Baux-de-Provence',
  'Mas-Blanc',
  'Maussane',
  'Mouriès',
  'Paradou',
  'Saint-Étienne-du-Grès',
  'Saint-Rémy-de-Provence',
]
const territoire = COMMUNES.map((nom) => ({ nom, ref: nom, sienne: false }))

/** A schéma as it is read, from one of the rules. */
function lu(id: number, libelle: string, regle: SchemaRegle, themes: Record<string, string[]> = {}): SchemaLu {
  const { debut, fin, total, existant, etat } = regle
  return {
    id,
    ref: `schema-${id}`,
    libelle,
    debut,
    fin,
    total,
    existant,
    etat,
    periodeTexte: null,
    anterieur: false,
    ordre: id,
    note: null,
    source: null,
    version: 0,
    developpements: regle.developpements.map((part, rang) => ({ ...part, id: rang, organisme: null })),
    croisements: [],
    lignes: regle.affectations.map((ligne, rang) => ({
      id: id * 100 + rang,
      marge: ligne.marge,
      cle: ligne.libelle === 'Global' || ligne.marge === 'THEMATIQUE' ? `l:${ligne.libelle}` : `o:${ligne.cle}`,
      libelle: ligne.libelle,
      organisme: null,
      theme: null,
      quotite: ligne.quotite,
      motifZero: null,
      note: ligne.raison,
      situation: ligne.situation ?? 'NON_PRECISE',
      themesTexte: themes[ligne.libelle] ?? [],
    })),
  }
}
const AVANT = lu(1, 'CTG 2022-2025', BAUX_2022_2025)
const TRANSITOIRE = lu(2, 'Année 2026', BAUX_2026, {
  Mouriès: ['Petite enfance', 'Parentalité', 'Enfance jeunesse', 'Inclusion'],
  CCVBA: ['Accès aux droits /mobilités'],
})
const SUITE = lu(3, '2027-2030', BAUX_2027_2030)

const communes = (schema: SchemaLu, precedent: SchemaLu | null, postes: PosteLu[] = [], siennes: string[] = []) =>
  buildVueCommunes({
    schema,
    precedent,
    siens: [],
    lignes: buildEcranPostes(schema, postes, { date: TODAY, today: TODAY }).lignes,
    communes: territoire.map((commune) => ({ ...commune, sienne: siennes.includes(commune.nom) })),
  })
const fiche = (vue: ReturnType<typeof communes>, nom: string) => {
  const trouvee = vue.fiches.find((candidate) => candidate.nom === nom)
  if (!trouvee) throw new Error(`no ${nom}`)
  return trouvee
}

describe('the schémas of Vallée des Baux-Alpilles by commune', () => {
  it('gives ten communes, the CCVBA and one line for all: twelve lines, and the communal subtotals', () => {
    for (const [schema, attendu] of [
      [AVANT, 230],
      [TRANSITOIRE, 260],
      [SUITE, 280],
    ] as const) {
      const vue = communes(schema, null)
      expect(vue.fiches).toHaveLength(11)
      expect(vue.sansCommune.map(({ ligne }) => ligne.libelle)).toEqual(['Global'])
      expect(vue.sousTotaux.communes).toBe(attendu)
      expect(vue.sousTotaux.communes + vue.sousTotaux.organismes + vue.sousTotaux.autres).toBe(schema.total)
    }
  })

  it('keeps each zero with its own reason, and says in words what others carry', () => {
    const vue = communes(TRANSITOIRE, AVANT)
    expect(fiche(vue, 'Aureille')).toMatchObject({
      ligne: { quotite: 0 },
      raison: 'à négocier avec la CAF',
      recoit: null,
    })
    expect(fiche(vue, 'Les Baux-de-Provence')).toMatchObject({
      ligne: { quotite: 0 },
      recoit: 'porté par Maussane',
      raison: null,
    })
    expect(fiche(vue, 'Mas-Blanc')).toMatchObject({ recoit: 'porté par Saint-Rémy' })
    expect(fiche(vue, 'CCVBA')).toMatchObject({
      genre: 'ORGANISME',
      raison: 'accès aux droits/mobilités',
      themes: ['Accès aux droits /mobilités'],
    })
    expect(fiche(communes(AVANT, null), 'CCVBA')).toMatchObject({
      ligne: { quotite: null },
      raison: 'Néant',
      citation: true,
    })
  })

  it('tells the commune that carries for others which lines name it, without adding a figure', () => {
    const vue = communes(AVANT, null)
    expect(fiche(vue, 'Maussane').cites).toEqual([
      { libelle: 'Les Baux-de-Provence', quotite: 0, texte: 'porté par Maussane' },
    ])
    expect(fiche(vue, 'Saint-Rémy-de-Provence')).toMatchObject({
      ligne: { quotite: 70 },
      cites: [
        { libelle: 'Mas-Blanc', quotite: 0, texte: 'porté par Saint-Rémy' },
        { libelle: 'Global', quotite: 100, texte: 'porté par Saint-Rémy' },
      ],
    })
  })

  it('says what changed since the schéma before, commune by commune', () => {
    const vue = communes(TRANSITOIRE, AVANT)
    expect(fiche(vue, 'Saint-Rémy-de-Provence').changements).toEqual(['Saint-Rémy-de-Provence +\u00A00,5'])
    expect(fiche(vue, 'Mouriès').changements).toEqual([])
    expect(vue.sansCommune).toMatchObject([{ changements: ['Global −\u00A00,5'] }])
    expect(fiche(communes(SUITE, TRANSITOIRE), 'Aureille').changements).toEqual(['Aureille +\u00A00,2'])
    expect(communes(AVANT, null)).toMatchObject({ comparable: false, precedent: null })
  })

  it('puts the commune of the reader first', () => {
    const vue = communes(TRANSITOIRE, null, [], ['Paradou'])
    expect(vue.fiches[0]).toMatchObject({ nom: 'Paradou', cle: 'paradou', sienne: true })
    expect(vue.fiches).toHaveLength(11)
  })

  it('lists a commune without a line as such', () => {
    const vue = buildVueCommunes({
      schema: lu(4, 'Golfe', GOLFE),
      lignes: [],
      precedent: null,
      siens: [],
      communes: [{ nom: 'Istres', ref: 'istres', sienne: false }],
    })
    expect(vue.fiches).toMatchObject([
      { nom: 'Istres', ligne: null, recoit: null, raison: null, developpements: [{ libelle: 'Istres', quotite: 50 }] },
    ])
    expect(vue.sousTotaux).toEqual({ communes: 0, organismes: 0, autres: 0 })
  })
})

describe('names cited by words', () => {
  it('reads a full name, or its beginning where no other begins so', () => {
    expect(toNomCourt('Saint-Étienne-du-Grès').trim()).toBe('saint etienne')
    expect(findCites('porté par la ville de Maussane-Les-Alpilles', ['Maussane-les-Alpilles', 'Mouriès'])).toEqual([
      'Maussane-les-Alpilles',
    ])
    expect(findCites('porté par SAINT REMY', ['Saint-Rémy-de-Provence'])).toEqual(['Saint-Rémy-de-Provence'])
    expect(findCites('porté par Saint-Rémy', ['Saint-Rémy-de-Provence', 'Saint-Rémy-sur-Avre'])).toEqual([])
    expect(findCites('porté par Mouriès-le-Vieux', ['Paradou'])).toEqual([])
  })
})

describe('by thématique', () => {
  it('gives each its line, and never splits between thématiques what is written beside a carrier', () => {
    const vue = buildVueThematiques({ schema: TRANSITOIRE, precedent: null, postes: [], date: TODAY })
    expect(vue.lignes.map(({ quotite }) => quotite)).toEqual([160, 30, 30, 40, 50])
    expect(vue.somme).toMatchObject({ somme: 310, ecart: 0 })
    expect(vue.lignes.every(({ postes, parts }) => postes.quotite === 0 && parts.length === 0)).toBe(true)
    expect(vue).toMatchObject({ croise: false, pourquoi: expect.stringContaining('deux fois') })
    expect(
      buildVueThematiques({ schema: SUITE, precedent: TRANSITOIRE, postes: [], date: TODAY }).lignes[0]?.changements,
    ).toEqual(['Petite enfance / inclusion +\u00A00,1'])
    expect(buildVueThematiques({ schema: AVANT, precedent: null, postes: [], date: TODAY }).pourquoi).toContain(
      'que par commune',
    )
    expect(
      buildVueThematiques({ schema: lu(5, 'Châtellerault', CHATELLERAULT), precedent: null, postes: [], date: TODAY })
        .pourquoi,
    ).toContain('qu’entre ces actions')
    expect(
      buildVueThematiques({ schema: lu(6, 'Golfe', GOLFE), precedent: null, postes: [], date: TODAY }).pourquoi,
    ).toContain('que le total')
  })

  it('counts a post only where it has one thématique, and quotes the others', () => {
    const schema = {
      ...TRANSITOIRE,
      lignes: TRANSITOIRE.lignes.map((ligne) =>
        ligne.libelle === 'Parentalité' ? { ...ligne, theme: 'PARENTALITE' } : ligne,
      ),
    }
    const poste = (id: number, themes: PosteLu['themes']): PosteLu => ({
      id,
      version: 0,
      ref: `p${id}`,
      schema: 2,
      affectation: null,
      intitule: `Poste ${id}`,
      quotite: 50,
      mode: 'DIRECT',
      note: null,
      themes,
      missions: [],
      occupations: [
        {
          id,
          version: 0,
          charge: 1,
          nom: 'Nour',
          anonyme: false,
          chargeVersion: 0,
          quotite: 30,
          debut: '2026-01-01',
          fin: null,
          remplace: null,
          absences: [],
        },
      ],
    })
    const vue = buildVueThematiques({
      schema,
      precedent: null,
      postes: [poste(1, ['PARENTALITE']), poste(2, ['PARENTALITE', 'PETITE_ENFANCE']), poste(3, [])],
      date: TODAY,
    })
    expect(vue.lignes.find(({ libelle }) => libelle === 'Parentalité')).toMatchObject({
      postes: { nombre: 1, quotite: 50, pourvu: 30 },
      partages: [{ intitule: 'Poste 2', quotite: 50 }],
      citePar: ['Mouriès'],
    })
    expect(vue.postesSansTheme).toBe(1)
    expect(vue.horsListe).toContain('Accès aux droits /mobilités')
  })

  it('reads the words of the documents', () => {
    expect(readThemes('Petite enfance')).toEqual(['PETITE_ENFANCE'])
    expect(readThemes('Enfance jeunesse')).toEqual(['ENFANCE_JEUNESSE'])
    expect(readThemes('Inclusion')).toEqual(['PETITE_ENFANCE'])
    expect(readThemes('Accès aux droits /mobilités')).toEqual(['DROITS_VIE_SOCIALE'])
    expect(readThemes('mobilités')).toEqual([])
  })
})

const temps = (schemas: SchemaLu[], predecesseur: Parameters<typeof buildVueTemps>[0]['predecesseur'] = null) =>
  buildVueTemps({
    schemas,
    postes: [],
    convention: { debut: '2026-01-01', fin: '2030-12-31' },
    predecesseur,
    today: TODAY,
  })

describe('through time', () => {
  it('puts the three schémas of Vallée des Baux-Alpilles one after the other, and adds nothing', () => {
    const vue = temps([AVANT, TRANSITOIRE, SUITE])
    expect(vue.periodes.map(({ total, parCommune, parThematique }) => [total, parCommune, parThematique])).toEqual([
      [330, 330, null],
      [310, 310, 310],
      [330, 330, 330],
    ])
    expect(vue).toMatchObject({
      bornes: { debut: '2022-01-01', fin: '2030-12-31' },
      trous: [],
      periodes: [{ ecrit: { jamaisPourvu: 20 }, moyenne: null }, {}, {}],
    })
    expect(vue.phrase).toBe(
      fr(
        'Le total est de 3,3 ETP à partir de 2022, puis de 3,1 ETP (proposé) à partir de 2026, puis de 3,3 ETP (envisagé) à partir de 2027 : chaque total vaut pour sa période, ils ne s’additionnent pas.',
      ),
    )
    expect(vue.phrase).not.toMatch(/6,4|9,7/)
  })

  it('shows the years that no schéma covers, and reads the convention before once', () => {
    expect(temps([AVANT, SUITE]).trous).toEqual([{ debut: '2026-01-01', fin: '2026-12-31' }])
    const ancien = {
      ref: 's',
      libelle: 'CTG 2022-2025',
      etat: 'CLOS',
      debut: '2022-01-01',
      fin: '2025-12-31',
      periodeTexte: null,
      total: 330,
      parCommune: 330,
      parThematique: null,
      ecrit: { ...RIEN, prevu: 330, jamaisPourvu: 20, nonPrecise: 310 },
      postes: [],
    } as const
    const vue = temps([{ ...AVANT, anterieur: true }, TRANSITOIRE], {
      nom: 'CTG VBA 2022-2025',
      schemas: [{ ...ancien, postes: [] }],
    })
    expect(vue.periodes.map(({ convention, total }) => [convention, total])).toEqual([
      ['CTG VBA 2022-2025', 330],
      [null, 310],
    ])
    // Another figure than the one recalled: both documents stand.
    expect(
      temps([{ ...AVANT, anterieur: true, total: 300 }], { nom: 'CTG', schemas: [{ ...ancien, postes: [] }] }).periodes,
    ).toHaveLength(2)
  })

  it('places nothing that has no date, and says so', () => {
    expect(
      buildVueTemps({
        schemas: [lu(9, 'Golfe', GOLFE)],
        postes: [],
        convention: { debut: null, fin: null },
        predecesseur: null,
        today: TODAY,
      }),
    ).toMatchObject({ bornes: null, trous: [], phrase: expect.stringContaining('rien ne peut être placé') })
  })

  it('takes the mean over the days that are past, and knows nothing without a post', () => {
    const poste = { quotite: 100, occupations: [{ quotite: 100, debut: '2026-07-01', fin: null }] }
    expect(computeMoyennePeriode({ debut: '2026-01-01', fin: '2026-12-31' }, [poste], '2027-03-01')).toEqual({
      pourvu: 50,
      bornes: { debut: '2026-01-01', fin: '2026-12-31' },
      auMoins: false,
      partielle: false,
      decrit: 100,
    })
    expect(computeMoyennePeriode({ debut: '2026-01-01', fin: '2026-12-31' }, [poste], '2026-06-30')).toMatchObject({
      pourvu: 0,
      partielle: true,
    })
    for (const [periode, postes] of [
      [{ debut: '2026-01-01', fin: null }, []],
      [{ debut: null, fin: null }, [poste]],
      [{ debut: '2027-01-01', fin: null }, [poste]],
    ] as const) {
      expect(computeMoyennePeriode(periode, postes, TODAY)).toBeNull()
    }
  })
})

describe('whatever the schémas', () => {
  const jour = fc.nat({ max: 2000 }).map((jours) => addDays('2022-01-01', jours))
  const quotite = fc.integer({ min: 0, max: 300 })
  const schemaArbitraire = fc.record({
    debut: jour,
    duree: fc.nat({ max: 800 }),
    quotites: fc.array(fc.option(quotite), { maxLength: 12 }),
  })
  const toSchema = (
    { debut, duree, quotites }: { debut: string; duree: number; quotites: (number | null)[] },
    id: number,
  ): SchemaLu =>
    lu(id + 1, `Schéma ${id}`, {
      ...CHATELLERAULT,
      debut,
      fin: addDays(debut, duree),
      affectations: quotites.map((q, rang) => ({
        marge: 'PORTEUR',
        cle: COMMUNES[rang] ?? `Autre ${rang}`,
        libelle: COMMUNES[rang] ?? `Autre ${rang}`,
        quotite: q,
        raison: null,
      })),
    })

  it('the subtotals by commune sum exactly to the margin, and each commune appears once', PATIENT, () => {
    fc.assert(
      fc.property(schemaArbitraire, (arbitraire) => {
        const schema = toSchema(arbitraire, 0)
        const { sousTotaux, fiches } = communes(schema, null)
        expect(sousTotaux.communes + sousTotaux.organismes + sousTotaux.autres).toBe(
          arbitraire.quotites.reduce<number>((total, q) => total + (q ?? 0), 0),
        )
        expect(new Set(fiches.map(({ cle }) => cle)).size).toBe(fiches.length)
      }),
      RUNS,
    )
  })

  it('a period says the same alone and among others: nothing is added across periods', PATIENT, () => {
    fc.assert(
      fc.property(fc.array(schemaArbitraire, { minLength: 1, maxLength: 5 }), (arbitraires) => {
        const schemas = arbitraires.map(toSchema)
        const { periodes } = temps(schemas)
        expect(periodes).toHaveLength(schemas.length)
        for (const schema of schemas) expect(periodes).toContainEqual(temps([schema]).periodes[0])
      }),
      RUNS,
    )
  })

  it('the mean of what is filled lies between nothing and all that is held', PATIENT, () => {
    const tenue = fc.record({ quotite, debut: jour, fin: fc.option(jour) })
    fc.assert(
      fc.property(jour, fc.nat({ max: 800 }), fc.array(tenue, { maxLength: 6 }), (debut, duree, occupations) => {
        const moyenne = computeMoyennePeriode(
          { debut, fin: addDays(debut, duree) },
          [{ quotite: 100, occupations }],
          '2030-01-01',
        )
        expect(moyenne?.pourvu).toBeGreaterThanOrEqual(0)
        expect(moyenne?.pourvu).toBeLessThanOrEqual(occupations.reduce((total, o) => total + o.quotite, 0))
      }),
      RUNS,
    )
  })
})
