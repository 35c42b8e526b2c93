import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVersions, formatBilan, type Changement } from '@/lib/plan-action/versions/rules/comparaison'
import { compareArbres } from '@/lib/plan-action/versions/rules/arbre'
import { readPlanVersion } from '@/lib/plan-action/versions/rules/lecture'
import type { ArbrePlan } from '@/lib/plan-action/arbre/types'
import { PATIENT, RUNS } from '@/tests/unit/runs'

const axe = (ref: string, champs: object = {}) => ({ ref, parent: null, numero: null, titre: `Axe ${ref}`, ...champs })
const fiche = (ref: string, dans: string, champs: object = {}) => ({
  ref,
  axe: dans,
  numero: null,
  titre: `Fiche ${ref}`,
  ...champs,
})
const plan = (axes: object[], fiches: object[], champs: object = {}) => ({
  niveaux: ['Axe', 'Volet'],
  nomFiche: 'Action',
  nomEtape: 'Modalité',
  axes,
  fiches,
  ...champs,
})
const compare = (avant: object, apres: object): Changement[] =>
  compareVersions(readPlanVersion(avant), readPlanVersion(apres))
const dits = (avant: object, apres: object) =>
  compare(avant, apres).map(({ genre, sujet, details }) =>
    [genre, sujet, ...details].join(' | ').replaceAll('\u00A0', ' '),
  )

describe('what changed between two versions', () => {
  const avant = plan(
    [axe('a', { numero: '1', objectifs: ['Accueillir'] }), axe('b', { numero: '2' }), axe('c', { parent: 'b' })],
    [
      fiche('x', 'a', {
        numero: '1.1',
        contexte: 'Ancien',
        statut: 'A_ENGAGER',
        aRediger: true,
        redaction: { motif: 'Par avenant', echeance: null, avenant: null },
      }),
      fiche('y', 'a', {
        etapes: [
          { ref: 'e1', titre: 'Réunir' },
          { ref: 'e2', titre: 'Écrire' },
        ],
        indicateurs: [{ ref: 'i', libelle: 'Places', cible: '10' }],
      }),
      fiche('z', 'b'),
    ],
  )

  it('is said object by object, in the convention’s own words', () => {
    const apres = plan(
      [
        axe('b', { numero: '2' }),
        axe('a', { numero: '1', objectifs: ['Accueillir', 'Former'], titre: 'Accueil' }),
        axe('c', { parent: 'a' }),
        axe('d', { parent: 'b', titre: 'Neuf' }),
      ],
      [
        fiche('y', 'a', {
          etapes: [
            { ref: 'e2', titre: 'Rédiger' },
            { ref: 'e3', titre: 'Diffuser' },
          ],
          indicateurs: [{ ref: 'i', libelle: 'Places', cible: '12' }],
        }),
        fiche('x', 'b', { numero: '2.1', contexte: 'Neuf', objectifs: 'Dits', statut: 'REALISEE' }),
        fiche('w', 'd'),
      ],
      { texte: 'Note' },
    )
    expect(dits(avant, apres)).toEqual([
      'MODIFICATION | Le plan | Écrit depuis : note du document | Nouvel ordre en haut du plan',
      'MODIFICATION | Axe 1 « Accueil » | Nouveau titre : « Accueil », au lieu de « Axe a » | Modifié : objectifs',
      'MODIFICATION | Volet « Axe c » | Déplacement : de Axe 2 « Axe b » vers Axe 1 « Accueil »',
      'AJOUT | Volet « Neuf »',
      'MODIFICATION | Action « Fiche y » | Modalité en plus : « Diffuser » | Modalité en moins : « Réunir » | Modalité à relire : « Rédiger » | Indicateur à relire : « Places »',
      'MODIFICATION | Action 2.1 « Fiche x » | Déplacement : de Axe 1 « Axe a » vers Axe 2 « Axe b » | Numéro : 1.1 → 2.1 | Était à rédiger, est écrite | Écrit depuis : objectifs | Modifié : contexte | Retiré : rédaction attendue',
      'AJOUT | Action « Fiche w »',
      'RETRAIT | Action « Fiche z »',
    ])
    expect(formatBilan(compare(avant, apres))).toBe('2 ajouts, 1 retrait et 5 modifications')
  })

  it('leaves the life of a fiche to its page: status, progress, measures, money spent', () => {
    const vecu = fiche('x', 'a', {
      statut: 'REALISEE',
      avancement: 80,
      suivi: 'Fait',
      budget: [{ financeur: 'Caf', prevu: '10', realise: '12' }],
      indicateurs: [{ ref: 'i', libelle: 'P', mesures: [{ valeur: '1' }] }],
    })
    const neuf = fiche('x', 'a', {
      budget: [{ financeur: 'Caf', prevu: '10', realise: null }],
      indicateurs: [{ ref: 'i', libelle: 'P' }],
    })
    expect(compare(plan([axe('a')], [vecu]), plan([axe('a')], [neuf]))).toEqual([])
  })

  it('says the order of what an axe contains when only that changed', () => {
    expect(
      dits(plan([axe('a')], [fiche('x', 'a'), fiche('y', 'a')]), plan([axe('a')], [fiche('y', 'a'), fiche('x', 'a')])),
    ).toEqual(['MODIFICATION | Axe « Axe a » | Nouvel ordre de ce qu’il contient'])
  })

  it('reads a version that says little, or nothing', () => {
    expect(readPlanVersion(null)).toMatchObject({ axes: [], fiches: [], nomFiche: 'Fiche-action' })
    expect(readPlanVersion({ axes: 'non', fiches: [null, 3] })).toMatchObject({ axes: [], fiches: [] })
    expect(formatBilan([])).toBe('Rien n’a changé')
  })
})

const texte = fc.constantFrom(null, 'un', 'deux')
const planArbitraire = fc
  .record({
    axes: fc.uniqueArray(
      fc.record({ ref: fc.constantFrom('a', 'b', 'c', 'd'), titre: fc.constantFrom('T', 'U'), description: texte }),
      { selector: ({ ref }) => ref, minLength: 1 },
    ),
    fiches: fc.uniqueArray(
      fc.record({
        ref: fc.constantFrom('u', 'v', 'w', 'x', 'y'),
        rang: fc.nat(),
        titre: fc.constantFrom('T', 'U'),
        numero: texte,
        contexte: texte,
        aRediger: fc.boolean(),
        themes: fc.uniqueArray(fc.constantFrom('P', 'Q')),
      }),
      { selector: ({ ref }) => ref },
    ),
  })
  .map(({ axes, fiches }) =>
    plan(
      axes.map((a) => ({ ...a, parent: null })),
      fiches.map(({ rang, ...f }) => ({ ...f, axe: axes[rang % axes.length]?.ref })),
    ),
  )

describe('a difference', () => {
  it('is nothing between a version and itself, whatever the order of what has none', PATIENT, () => {
    fc.assert(
      fc.property(planArbitraire, (lu) => {
        const retourne = {
          ...lu,
          fiches: (lu.fiches as { themes: string[] }[]).map((f) => ({
            ...f,
            themes: [...f.themes].reverse(),
            moyens: '',
          })),
        }
        expect(compare(lu, lu)).toEqual([])
        expect(compare(lu, retourne)).toEqual([])
      }),
      RUNS,
    )
  })

  it('seen from the other side, turns what came into what went, and changes the same objects', PATIENT, () => {
    fc.assert(
      fc.property(planArbitraire, planArbitraire, (avant, apres) => {
        const [la, ici] = [compare(avant, apres), compare(apres, avant)]
        const cles = (liste: Changement[], genre: string) =>
          liste
            .filter((c) => c.genre === genre)
            .map(({ objet, ref }) => `${objet} ${ref}`)
            .sort()
        expect(cles(la, 'AJOUT')).toEqual(cles(ici, 'RETRAIT'))
        expect(cles(la, 'RETRAIT')).toEqual(cles(ici, 'AJOUT'))
        expect(cles(la, 'MODIFICATION').filter((cle) => cle.startsWith('FICHE'))).toEqual(
          cles(ici, 'MODIFICATION').filter((cle) => cle.startsWith('FICHE')),
        )
        for (const { genre, details } of la) expect(details.length > 0).toBe(genre === 'MODIFICATION')
      }),
      RUNS,
    )
  })
})

it('tells what somebody else changed in the tree one looks at', () => {
  const reglages = {
    titre: null,
    niveaux: ['Orientation'],
    nomFiche: 'Fiche',
    nomEtape: 'Étape',
    texte: null,
    raisonSansFiche: null,
    numerotation: 'LIBRE' as const,
    prefixe: null,
  }
  const un = {
    id: 1,
    ref: 'un',
    parent: null,
    numero: null,
    titre: 'Un',
    description: null,
    objectifs: [],
    absence: null,
    theme: null,
    ordre: 0,
    version: 0,
  }
  const arbre: ArbrePlan = {
    id: 1,
    version: 1,
    numeroVersion: 1,
    reglages,
    axes: [un],
    fiches: [{ id: 1, ref: 'f', axe: 1, numero: null, titre: 'F', ordre: 0, aRediger: false, echeance: null }],
  }
  const apres = {
    ...arbre,
    version: 2,
    axes: [
      { ...un, titre: 'Premier' },
      { ...un, id: 2, ref: 'deux', titre: 'Deux', ordre: 1 },
    ],
    fiches: arbre.fiches.map((f) => ({ ...f, axe: 2 })),
  }
  expect(compareArbres(arbre, arbre)).toEqual([])
  expect(compareArbres(arbre, apres).map(({ sujet }) => sujet)).toEqual([
    'Orientation «\u00A0Premier\u00A0»',
    'Orientation «\u00A0Deux\u00A0»',
    'Fiche «\u00A0F\u00A0»',
  ])
})
