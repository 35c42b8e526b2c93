import { describe, expect, it } from 'vitest'
import {
  checkProposition,
  checkTransition,
  checkValidation,
  computeEquilibre,
} from '@/lib/cooperation/schemas/rules/equilibre'
import type { Affectation, EtatSchema, SchemaRegle } from '@/lib/cooperation/schemas/rules/equilibre'
import { BAUX_2022_2025, BAUX_2026, BAUX_2027_2030, CHATELLERAULT, GOLFE, fr, lignes, schema } from './cas'

const proposer = (s: SchemaRegle) => checkProposition({ ...s, etat: 'BROUILLON' })

describe('the figures of the five documents', () => {
  it.each([
    ['2022-2025', BAUX_2022_2025, 330],
    ['2026', BAUX_2026, 310],
    ['2027-2030', BAUX_2027_2030, 330],
  ])('Vallée des Baux %s is balanced', (_, s, total) => {
    const { marges, equilibre } = computeEquilibre(s)
    expect(marges.PORTEUR).toMatchObject({
      renseignee: true,
      somme: total,
      ecart: 0,
      phrase: 'égal au total',
      zerosSansRaison: [],
      inconnues: 0,
    })
    expect(equilibre).toBe(true)
  })
  it('Vallée des Baux has both margins from 2026, one before', () => {
    expect(computeEquilibre(BAUX_2026).marges.THEMATIQUE).toMatchObject({ somme: 310, ecart: 0, inconnues: 0 })
    expect(computeEquilibre(BAUX_2027_2030).marges.THEMATIQUE).toMatchObject({ somme: 330, ecart: 0 })
    expect(computeEquilibre(BAUX_2022_2025).marges).toMatchObject({
      // « Néant » gives no figure, and says that there is none.
      PORTEUR: { inconnues: 0 },
      THEMATIQUE: { renseignee: false, somme: 0, ecart: null, phrase: 'répartition non communiquée', inconnues: 0 },
    })
    expect(computeEquilibre(BAUX_2026).croise).toEqual({
      renseignee: false,
      somme: 0,
      ecart: null,
      phrase: 'tableau croisé non communiqué',
      ecarts: [],
    })
  })
  it('Golfe et étangs: 3,1 + 0,2 + 0,5 = 3,8', () => {
    expect(computeEquilibre(GOLFE)).toMatchObject({
      total: 380,
      evolution: { renseignee: true, somme: 380, ecart: 0, phrase: 'égal au total', sansExistant: false },
      equilibre: true,
    })
    expect(proposer(GOLFE)).toEqual({
      ok: true,
      avertissements: [
        fr('Aucune répartition n’est communiquée : seul le total est donné.'),
        'La période du schéma n’est pas entièrement connue.',
      ],
    })
  })
  it('Grand Châtellerault: 0,7 + 0,3 = 1', () => {
    expect(computeEquilibre(CHATELLERAULT).marges.THEMATIQUE).toMatchObject({ somme: 100, ecart: 0 })
    expect(computeEquilibre(CHATELLERAULT).evolution).toEqual({
      renseignee: false,
      somme: 0,
      ecart: null,
      phrase: 'évolution non communiquée',
      sansExistant: false,
    })
    expect(proposer(CHATELLERAULT)).toEqual({ ok: true, avertissements: ['Répartition par commune non communiquée.'] })
  })
})

describe('a draft out of balance says by how much, and where', () => {
  const manque = schema({
    total: 330,
    affectations: [
      ...lignes('PORTEUR', [
        ['Aureille', 10],
        ['Mouriès', 310],
      ]),
      ...lignes('THEMATIQUE', [['Parentalité', 350]]),
    ],
  })
  it('in words', () => {
    const { marges, equilibre } = computeEquilibre(manque)
    expect(marges.PORTEUR).toMatchObject({ somme: 320, ecart: -10, phrase: 'il manque 0,10' })
    expect(marges.THEMATIQUE).toMatchObject({ somme: 350, ecart: 20, phrase: '0,20 de trop' })
    expect(equilibre).toBe(false)
  })
  it('and cannot be proposed', () => {
    const erreurs = [
      {
        lieu: 'PORTEUR',
        message: fr(
          'La répartition par commune fait 3,20 ETP au lieu de 3,30, il manque 0,10 : corrigez les lignes ou le total.',
        ),
      },
      {
        lieu: 'THEMATIQUE',
        message: fr(
          'La répartition par thématique fait 3,50 ETP au lieu de 3,30, 0,20 de trop : corrigez les lignes ou le total.',
        ),
      },
    ]
    expect(proposer(manque)).toEqual({ ok: false, erreurs, message: `${erreurs[0]?.message} ${erreurs[1]?.message}` })
    expect(checkValidation({ ...manque, etat: 'PROPOSE' })).toMatchObject({ ok: false, erreurs })
  })
  it('without a total: the sums are shown, nothing can be proposed', () => {
    const sansTotal = { ...manque, total: null }
    expect(computeEquilibre(sansTotal)).toMatchObject({
      total: null,
      equilibre: false,
      marges: { PORTEUR: { somme: 320, ecart: null, phrase: 'total non précisé' } },
    })
    const message = fr('Le total n’est pas connu : indiquez-le avant de proposer ou de valider ce schéma.')
    expect(proposer(sansTotal)).toEqual({ ok: false, message, erreurs: [{ lieu: 'TOTAL', message }] })
    expect(computeEquilibre(schema())).toMatchObject({ equilibre: false })
  })
  it('when existing and developments do not make the total', () => {
    const s = { ...GOLFE, total: 370 }
    expect(computeEquilibre(s)).toMatchObject({ equilibre: false, evolution: { ecart: 10, phrase: '0,10 de trop' } })
    expect(proposer(s)).toMatchObject({
      erreurs: [
        {
          lieu: 'EVOLUTION',
          message: fr(
            'L’existant augmenté des développements fait 3,80 ETP au lieu de 3,70, 0,10 de trop : corrigez les lignes ou le total.',
          ),
        },
      ],
    })
    // Developments need the existing part they add to.
    const sansExistant = { ...GOLFE, existant: null }
    expect(computeEquilibre(sansExistant)).toMatchObject({
      equilibre: false,
      evolution: { renseignee: false, sansExistant: true, phrase: 'existant non précisé' },
    })
    expect(proposer(sansExistant)).toMatchObject({
      ok: false,
      erreurs: [{ lieu: 'EVOLUTION', message: expect.stringContaining('indiquez l’existant') }],
    })
    expect(computeEquilibre({ ...GOLFE, existant: 0 }).evolution).toMatchObject({
      renseignee: true,
      somme: 70,
      ecart: -310,
    })
  })
  it('a total of zero is a total', () => {
    expect(computeEquilibre(schema({ total: 0 })).equilibre).toBe(true)
    expect(proposer(schema({ total: 0, affectations: lignes('PORTEUR', [['Aureille', 0, 'à négocier']]) }))).toEqual({
      ok: true,
      avertissements: [fr('Répartition par thématique non communiquée.')],
    })
  })
})

describe('a zero has a reason, a missing figure is not a zero', () => {
  it('is allowed without one in a draft, and refused when proposing, line by line', () => {
    const s = schema({
      total: 20,
      affectations: [
        ...lignes('PORTEUR', [
          ['Aureille', 0],
          ['Mas-Blanc', 0, '  '],
          ['Mouriès', 20],
          ['Paradou', null],
          ['Maussane', null],
        ]),
        ...lignes('THEMATIQUE', [
          ['Parentalité', 20],
          ['Logement', 0],
          ['Jeunesse', null],
        ]),
      ],
    })
    expect(computeEquilibre(s).marges.PORTEUR).toMatchObject({
      inconnues: 2,
      zerosSansRaison: ['Aureille', 'Mas-Blanc'],
    })
    expect(computeEquilibre(s)).toMatchObject({ equilibre: true, proposable: false })
    expect(proposer(s)).toMatchObject({
      ok: false,
      erreurs: [
        { lieu: 'PORTEUR', message: expect.stringContaining('Aureille et Mas-Blanc') },
        { lieu: 'THEMATIQUE', message: expect.stringContaining('Logement') },
      ],
    })
    const motive = s.affectations.map((ligne) =>
      ligne.quotite === 0 ? { ...ligne, motif: 'NON_PRECISE' as const } : ligne,
    )
    expect(proposer({ ...s, affectations: motive })).toEqual({
      ok: true,
      avertissements: [
        fr('Répartition par commune : 2 lignes sans quotité.'),
        fr('Répartition par thématique : 1 ligne sans quotité.'),
      ],
    })
  })
  it('an unknown line may hold what is missing, a line that has none may not', () => {
    const inconnue = (motif: Affectation['motif']) =>
      schema({
        total: 200,
        affectations: [
          ...lignes('PORTEUR', [['A', 100]]),
          ...lignes('PORTEUR', [['B', null]]).map((ligne) => ({ ...ligne, motif })),
        ],
      })
    for (const motif of [undefined, null, 'A_NEGOCIER', 'NON_PRECISE'] as const) {
      expect(computeEquilibre(inconnue(motif)).marges.PORTEUR).toMatchObject({
        ecart: null,
        phrase: '1,00 connu sur 2,00, 1 ligne sans quotité',
      })
      expect(proposer(inconnue(motif))).toMatchObject({
        ok: true,
        avertissements: expect.arrayContaining([fr('Répartition par commune : 1 ligne sans quotité.')]),
      })
    }
    for (const motif of ['NEANT', 'SANS_ETP', 'PORTE_PAR_AUTRE'] as const) {
      expect(computeEquilibre(inconnue(motif)).marges.PORTEUR).toMatchObject({ ecart: -100, inconnues: 0 })
      expect(proposer(inconnue(motif)).ok).toBe(false)
    }
    const trop = { ...inconnue(null), total: 90 }
    expect(computeEquilibre(trop).marges.PORTEUR).toMatchObject({ ecart: 10, phrase: '0,10 de trop' })
    expect(proposer(trop).ok).toBe(false)
    expect(computeEquilibre({ ...inconnue(null), total: 100 }).marges.PORTEUR).toMatchObject({
      ecart: 0,
      phrase: 'égal au total, 1 ligne sans quotité',
    })
  })
  it('a margin of unknown lines is not filled in', () => {
    const s = schema({ total: 20, affectations: lignes('PORTEUR', [['Paradou', null]]) })
    expect(computeEquilibre(s).marges.PORTEUR).toMatchObject({
      renseignee: false,
      inconnues: 1,
      phrase: 'répartition non communiquée',
    })
    expect(proposer(s)).toEqual({
      ok: true,
      avertissements: [fr('Aucune répartition n’est communiquée : seul le total est donné.')],
    })
  })
  it('a period half known is said', () => {
    expect(proposer({ ...CHATELLERAULT, fin: null })).toMatchObject({
      avertissements: [expect.anything(), 'La période du schéma n’est pas entièrement connue.'],
    })
    expect(proposer({ ...CHATELLERAULT, debut: null })).toMatchObject({
      avertissements: [expect.anything(), 'La période du schéma n’est pas entièrement connue.'],
    })
  })
})

describe('a cross table, where one is given', () => {
  const affectations = [
    ...lignes('PORTEUR', [
      ['A', 70],
      ['B', 30],
      ['C', null],
    ]),
    ...lignes('THEMATIQUE', [
      ['X', 60],
      ['Y', 40],
    ]),
  ]
  const juste = schema({
    total: 100,
    affectations,
    croise: [
      { porteur: 'A', thematique: 'X', quotite: 60 },
      { porteur: 'A', thematique: 'Y', quotite: 10 },
      { porteur: 'B', thematique: 'Y', quotite: 30 },
    ],
  })
  it('agrees with both margins', () => {
    expect(computeEquilibre(juste)).toMatchObject({
      equilibre: true,
      croise: { renseignee: true, somme: 100, ecart: 0, phrase: 'égal au total', ecarts: [] },
    })
    expect(proposer(juste).ok).toBe(true)
  })
  it('is refused when the sum is right but a line is not', () => {
    const faux = {
      ...juste,
      croise: [
        { porteur: 'A', thematique: 'X', quotite: 60 },
        { porteur: 'B', thematique: 'Y', quotite: 40 },
      ],
    }
    expect(computeEquilibre(faux)).toMatchObject({
      equilibre: false,
      croise: {
        ecart: 0,
        ecarts: [
          { marge: 'PORTEUR', libelle: 'A', somme: 60, quotite: 70 },
          { marge: 'PORTEUR', libelle: 'B', somme: 40, quotite: 30 },
        ],
      },
    })
    expect(proposer(faux)).toMatchObject({
      ok: false,
      erreurs: [
        {
          lieu: 'CROISE',
          message: fr('Le tableau croisé donne 0,60 pour « A », la répartition 0,70 : corrigez l’un des deux.'),
        },
        { lieu: 'CROISE' },
      ],
    })
  })
  it('is refused when it does not make the total', () => {
    const court = { ...juste, affectations: [], croise: [{ porteur: 'A', thematique: 'X', quotite: 60 }] }
    expect(computeEquilibre(court)).toMatchObject({ equilibre: false, croise: { ecart: -40, ecarts: [] } })
    expect(proposer(court)).toMatchObject({
      erreurs: [
        {
          lieu: 'CROISE',
          message: fr(
            'Le tableau croisé fait 0,60 ETP au lieu de 1,00, il manque 0,40 : corrigez les lignes ou le total.',
          ),
        },
      ],
    })
  })
})

describe('the life of a schéma', () => {
  const ETATS: EtatSchema[] = ['BROUILLON', 'PROPOSE', 'VALIDE', 'CLOS']
  it('goes one step at a time, and back from proposed only', () => {
    const permis = ETATS.flatMap((de) =>
      ETATS.filter((vers) => checkTransition(de, vers).ok).map((vers) => `${de} ${vers}`),
    )
    expect(permis).toEqual(['BROUILLON PROPOSE', 'PROPOSE BROUILLON', 'PROPOSE VALIDE', 'VALIDE CLOS'])
  })
  it.each<[EtatSchema, EtatSchema, string]>([
    ['BROUILLON', 'VALIDE', 'Ce changement n’est pas possible pour un brouillon : proposez-le d’abord.'],
    [
      'PROPOSE',
      'CLOS',
      'Ce changement n’est pas possible pour un schéma proposé : validez-le, ou remettez-le en brouillon.',
    ],
    [
      'VALIDE',
      'BROUILLON',
      'Ce changement n’est pas possible pour un schéma validé : il peut seulement être clos ; créez un nouveau schéma pour la suite.',
    ],
    [
      'CLOS',
      'BROUILLON',
      'Ce changement n’est pas possible pour un schéma clos : il ne change plus ; créez un nouveau schéma pour la suite.',
    ],
  ])('%s → %s says what can be done', (de, vers, message) => {
    expect(checkTransition(de, vers)).toEqual({ ok: false, message: fr(message) })
  })
  it('is checked before its balance', () => {
    expect(checkProposition(BAUX_2026)).toEqual({ ...checkTransition('PROPOSE', 'PROPOSE'), erreurs: [] })
    expect(checkValidation({ ...BAUX_2026, etat: 'BROUILLON' })).toMatchObject({
      ok: false,
      message: fr('Ce changement n’est pas possible pour un brouillon : proposez-le d’abord.'),
    })
    expect(checkValidation(BAUX_2026).ok).toBe(true)
  })
})
