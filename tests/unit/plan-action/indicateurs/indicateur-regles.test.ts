import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeSerie, formatEvolution, type MesureDatee } from '@/lib/plan-action/indicateurs/rules/evolution'
import { checkDefinition, checkRetrait } from '@/lib/plan-action/indicateurs/rules/definition'
import { proposeParties } from '@/lib/plan-action/indicateurs/rules/scission'
import { formatNombre } from '@/lib/platform/nombres'
import { RUNS } from '@/tests/unit/runs'

const libelles = (libelle: string) => proposeParties(libelle, 'NOMBRE').map((partie) => partie.libelle)

describe('measures of one line', () => {
  it.each([
    [
      'Le nombre de rencontres, le nombre de participants, la diversité des structures',
      ['Le nombre de rencontres', 'Le nombre de participants', 'La diversité des structures'],
    ],
    [
      'Le nombre de projets soutenus et le nombre de places créées par type d’accueil (EAJE, MAM....)',
      ['Le nombre de projets soutenus', 'Le nombre de places créées par type d’accueil (EAJE, MAM....)'],
    ],
    [
      'Le nombre d’enfants et de familles bénéficiaires de ces accueils atypiques',
      ['Le nombre d’enfants', 'Le nombre de familles bénéficiaires de ces accueils atypiques'],
    ],
    [
      'Nombre de rencontres avec l’IRTS et les organismes de formations',
      ['Nombre de rencontres avec l’IRTS et les organismes de formations'],
    ],
    ['Le nombre d’accompagnements sociaux et son évolution', ['Le nombre d’accompagnements sociaux et son évolution']],
    [
      'Nombre de VAE (en cours, réussies ou arrêtées) et son évolution',
      ['Nombre de VAE (en cours, réussies ou arrêtées) et son évolution'],
    ],
  ])('« %s »', (libelle, attendus) => expect(libelles(libelle)).toEqual(attendus))

  it('say what they count and of which kind', () => {
    expect(
      proposeParties('Le nombre de rencontres, le nombre de participants, la diversité des structures', 'NOMBRE').map(
        ({ nature, unite }) => [nature, unite],
      ),
    ).toEqual([
      ['NOMBRE', 'rencontres'],
      ['NOMBRE', 'participants'],
      ['QUALITATIF', null],
    ])
  })

  it('lose no word of the line, whatever it says', () => {
    const mot = fc.constantFrom(
      'le nombre de',
      'rencontres',
      ',',
      ';',
      'et',
      'la diversité',
      'd’enfants',
      '(EAJE, MAM)',
      'les familles',
      '« charte »',
      'le montant',
      'par an',
      '(',
      ')',
      'de places',
    )
    const mots = (texte: string) => texte.toLowerCase().match(/\p{L}{3,}/gu) ?? []
    fc.assert(
      fc.property(
        fc.array(mot, { minLength: 1, maxLength: 14 }).map((liste) => liste.join(' ')),
        (libelle) => {
          const parties = proposeParties(libelle, 'NOMBRE')
          for (const partie of parties) expect(partie.libelle.trim()).toBe(partie.libelle)
          const ecrits = parties.flatMap((partie) => mots(partie.libelle))
          for (const un of mots(libelle)) expect(ecrits).toContain(un)
          expect(parties.length).toBeLessThanOrEqual(12)
        },
      ),
      RUNS,
    )
  })
})

const mesure = (annee: number, valeur: string | null, champs: Partial<MesureDatee> = {}): MesureDatee => ({
  periode: String(annee),
  debut: `${annee}-01-01`,
  fin: `${annee}-12-31`,
  valeur,
  prevue: null,
  texte: null,
  ventilation: null,
  etat: 'CONFIRMEE',
  ...champs,
})
const lire = (
  mesures: MesureDatee[],
  champs: {
    ventiles?: string[]
    cible?: { texte: string; periode: string | null } | null
    reference?: { valeur: string; texte: string | null } | null
  } = {},
) =>
  formatEvolution(computeSerie({ nature: 'NOMBRE', ventiles: champs.ventiles ?? [], mesures }), {
    reference: champs.reference ?? null,
    cible: champs.cible ?? null,
    format: formatNombre,
  })

describe('the course of an indicator in one sentence', () => {
  it('from the first to the last, towards what is aimed at', () => {
    expect(
      lire([mesure(2023, '12'), mesure(2024, '15'), mesure(2025, '18')], { cible: { texte: '20', periode: '2026' } }),
    ).toBe('De 12 en 2023 à 18 en 2025, vers une cible de 20 en 2026.')
    expect(lire([mesure(2023, '12')])).toBe('Une seule valeur\u00A0: 12 en 2023.')
    expect(lire([mesure(2023, '12')], { reference: { valeur: '8', texte: '2021' } })).toBe(
      'De 8 au départ (2021) à 12 en 2023.',
    )
    expect(lire([], { cible: { texte: '20', periode: null } })).toBe('Aucune valeur confirmée, vers une cible de 20.')
  })
  it('says what is missing, what is proposed, and what does not add up', () => {
    expect(lire([mesure(2022, '1'), mesure(2025, '4')])).toBe(
      'De 1 en 2022 à 4 en 2025\u202F; sans valeur pour 2023 et 2024.',
    )
    expect(lire([mesure(2024, '3'), mesure(2025, '9', { etat: 'PROPOSEE' })])).toBe(
      'Une seule valeur\u00A0: 3 en 2024\u202F; 1 valeur proposée à confirmer, non comptée.',
    )
    const parts = (annee: number, a: string | null, b: string | null) => [
      mesure(annee, a, { ventilation: 'EAJE' }),
      mesure(annee, b, { ventilation: 'MAM' }),
    ]
    expect(lire([...parts(2024, '1.5', '2'), ...parts(2025, '4', null)], { ventiles: ['EAJE', 'MAM'] })).toBe(
      'Une seule valeur\u00A0: 3,5 en 2024\u202F; ventilation incomplète pour 2025, donc sans total.',
    )
  })
  it('keeps values of one length together', () => {
    const serie = computeSerie({
      nature: 'NOMBRE',
      ventiles: [],
      mesures: [
        mesure(2023, '12'),
        mesure(2024, '15'),
        { ...mesure(2024, '4'), periode: '1er trimestre 2024', fin: '2024-03-31' },
      ],
    })
    expect(serie.points.map(({ valeur }) => valeur)).toEqual(['12', '15'])
    expect(serie.autres).toBe(1)
  })
  it('never draws what nobody confirmed, in order of time, one value per period', () => {
    const une = fc.record({
      annee: fc.integer({ min: 2020, max: 2027 }),
      valeur: fc.option(fc.integer({ min: 0, max: 500 }).map(String)),
      etat: fc.constantFrom('CONFIRMEE' as const, 'PROPOSEE' as const),
      ventilation: fc.constantFrom(null, 'A', 'B'),
    })
    fc.assert(
      fc.property(fc.array(une, { maxLength: 20 }), fc.constantFrom([], ['A', 'B']), (lues, ventiles) => {
        const mesures = lues.map(({ annee, valeur, etat, ventilation }) => mesure(annee, valeur, { etat, ventilation }))
        const { points, trous, propositions, autres } = computeSerie({ nature: 'NOMBRE', ventiles, mesures })
        points.forEach((point, rang) => expect(point.fin > (points[rang - 1]?.fin ?? '')).toBe(true))
        for (const { periode, calcule } of points)
          expect(
            mesures.some(
              (m) => m.periode === periode && m.etat === 'CONFIRMEE' && (m.ventilation !== null) === calcule,
            ),
          ).toBe(true)
        for (const trou of trous) expect(points.some(({ periode }) => periode === String(trou))).toBe(false)
        expect(propositions).toBe(lues.filter(({ etat }) => etat === 'PROPOSEE').length)
        expect(autres).toBeGreaterThanOrEqual(0)
      }),
      RUNS,
    )
  })
})

describe('a definition', () => {
  const base = { nature: 'NOMBRE' as const, confirmation: null, ventiles: [] as string[], ventilationGenre: null }
  it('changes kind freely until something was measured', () => {
    expect(
      checkDefinition({ ...base, nature: 'LIVRABLE' }, { ...base, mesures: 0, ventilesMesures: [], cotes: [] }),
    ).toEqual([])
    expect(
      checkDefinition({ ...base, nature: 'LIVRABLE' }, { ...base, mesures: 2, ventilesMesures: [], cotes: [] })[0],
    ).toMatchObject({ champ: 'definition.nature' })
    expect(
      checkDefinition({ ...base, nature: 'PREVU_REALISE' }, { ...base, mesures: 2, ventilesMesures: [], cotes: [] }),
    ).toEqual([])
  })
  it('keeps the parts that have values, and the side that confirms unless it gives that up', () => {
    const avant = {
      ...base,
      ventiles: ['EAJE'],
      ventilationGenre: 'TYPE',
      confirmation: 'CAF' as const,
      mesures: 1,
      ventilesMesures: ['EAJE'],
    }
    expect(
      checkDefinition(
        { ...base, ventilationGenre: 'TYPE', ventiles: ['MAM'] },
        { ...avant, cotes: ['COORDINATION'] },
      ).map(({ champ }) => champ),
    ).toEqual(['definition.ventiles', 'definition.confirmation'])
    expect(
      checkDefinition({ ...base, ventilationGenre: 'TYPE', ventiles: ['EAJE', 'MAM'] }, { ...avant, cotes: ['CAF'] }),
    ).toEqual([])
    expect(checkDefinition({ ...base, ventiles: ['MAM'] }, null)[0]).toMatchObject({
      champ: 'definition.ventilationGenre',
    })
  })
  it('stays when something was measured or decided, and says what', () => {
    expect(checkRetrait({ mesures: 0, decisions: 0 })).toBeNull()
    expect(checkRetrait({ mesures: 2, decisions: 1 })).toContain('2 valeurs et 1 décision')
  })
})
