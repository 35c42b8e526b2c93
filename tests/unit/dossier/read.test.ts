import { startProcesseur } from '@/tests/unit/processeur'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDossier } from '@/lib/dossier/export/read'
import { readDossier, type ErreurDossier } from '@/lib/dossier/lecture/rules/dossier'
import { changeDocument, createDossierExemple } from '@/tests/support/dossiers/exemple'
import { arbitraryDossier } from '@/tests/support/dossiers/generator'
import { runsOf } from '@/tests/unit/runs'

const CODES = { communes: ['13001', '13004', '2A004'], epcis: ['200054807', '241300417'], departements: ['13', '2A'] }

function refuse(input: unknown): ErreurDossier[] {
  const lecture = readDossier(input)
  if (lecture.ok) throw new Error('the dossier was accepted')
  return lecture.erreurs
}

/** Spaces of French typography as a keyboard types them. */
const plain = (message: string | undefined): string => (message ?? '').replace(/[\u00A0\u202F]/g, ' ')

describe('reading a dossier', () => {
  it('answers every field, from a value as from its text', () => {
    const dossier = createDossierExemple()
    const lecture = readDossier(dossier)
    expect(lecture).toMatchObject({
      ok: true,
      dossier: { avenants: [], convention: { titre: null, renouvellement: { mode: 'NON_PRECISE' } } },
    })
    expect(readDossier(JSON.stringify(dossier))).toEqual(lecture)
    expect(readDossier(`\uFEFF${JSON.stringify(dossier, null, 4)}`)).toEqual(lecture)
  })

  it('writes in one way what can be written in several', () => {
    const dossier = createDossierExemple()
    dossier.chiffres = [{ libelle: 'Solde', valeur: '-0.00' }]
    dossier.jalons = [{ titre: 'Diagnostic', periode: {} }]
    dossier.plan.fiches = [
      {
        ref: 'fiche',
        axe: 'axe-1',
        titre: 'Fiche',
        themes: ['GLOBAL', 'PETITE_ENFANCE', 'GLOBAL'],
        calendrier: { texte: null },
      },
    ]
    dossier.instances = []
    expect(readDossier(dossier)).toMatchObject({
      ok: true,
      dossier: {
        chiffres: [{ valeur: '0' }],
        jalons: [{ periode: null }],
        plan: { fiches: [{ themes: ['PETITE_ENFANCE', 'GLOBAL'], calendrier: null }] },
      },
    })
  })

  it('reads again what it has read, and the text made of it', () => {
    fc.assert(
      fc.property(arbitraryDossier(CODES, 'genere'), (genere) => {
        const lecture = readDossier(genere)
        if (!lecture.ok) throw new Error(JSON.stringify(lecture.erreurs))
        const texte = formatDossier(lecture.dossier)
        const relu = readDossier(texte)
        expect(relu.ok && formatDossier(relu.dossier)).toBe(texte)
      }),
      runsOf(100),
    )
  }, 60_000)
})

describe('errors of form', () => {
  const cas: [nom: string, chemin: string, valeur: unknown, message: RegExp][] = [
    ['a missing field', 'convention.nom', undefined, /manque : ajoutez-le/],
    ['an unknown field', 'plan.fiches[0].titree', 'x', /« titree » n’existe pas ici : corrigez son nom/],
    ['a number for a text', 'plan.fiches[0].titre', 12, /un texte entre guillemets.*le nombre 12/],
    ['null where it says nothing', 'plan.axes[0].titre', null, /ne peut pas être null/],
    ['a blank text', 'territoire.nom', '  ', /mettez null si le document/],
    [
      'an unknown choice',
      'organismes[0].type',
      'CAFS',
      /Valeur inconnue, le texte « CAFS » : choisissez parmi « CAF », « MSA »/,
    ],
    ['a list that is none', 'schemas', {}, /une liste entre crochets.*un objet/],
    ['a date that does not exist', 'convention.dateDebut', '2023-02-30', /AAAA-MM-JJ/],
    ['a fraction of a meeting', 'instances[0].regles[0].minimum', 1.5, /nombre entier/],
    ['too great a number', 'plan.fiches[0].avancement', 101, /Au plus 100/],
    ['too small a number', 'plan.fiches[0].avancement', -1, /Au moins 0/],
    ['too many levels', 'plan.niveaux', ['a', 'b', 'c', 'd'], /Au plus 3 éléments/],
    ['no level', 'plan.niveaux', [], /Au moins 1 élément/],
    ['another format', 'version', 2, /le nombre 1 .*le nombre 2/],
    ['a quotité in words', 'schemas[0].total', '1,5', /quotité positive/],
    ['a rule without its figure', 'instances[0].regles[0].minimum', null, /combien de réunions/],
  ]
  it.each(cas)('%s', (_nom, chemin, valeur, message) => {
    const erreurs = refuse(changeDocument(createDossierExemple(), chemin, valeur))
    expect(erreurs.map((erreur) => erreur.chemin)).toEqual([chemin])
    expect(plain(erreurs[0]?.message)).toMatch(message)
  })

  it('speaks French, with its typography', () => {
    const erreurs = [
      ...cas.flatMap(([, chemin, valeur]) => refuse(changeDocument(createDossierExemple(), chemin, valeur))),
      ...refuse(null),
      ...refuse('{'),
      ...refuse([]),
      ...refuse(3),
    ]
    for (const { message } of erreurs) {
      expect(message).not.toMatch(/invalid|expected|received|required|unrecognized|must|string|too /i)
      expect(message).not.toMatch(/'| [:;!?»]|« /)
      expect(message).toMatch(/[.]$/)
    }
  })

  it('tells the document as a whole from its parts', () => {
    for (const input of [null, [], 3, true, undefined])
      expect(refuse(input)).toEqual([{ chemin: 'dossier', message: expect.any(String) }])
  })

  it('stops at two hundred errors and counts the others', () => {
    const erreurs = refuse({ ...createDossierExemple(), equipements: Array.from({ length: 300 }, () => ({})) })
    expect(erreurs).toHaveLength(201)
    expect(erreurs.at(-1)?.message).toMatch(/700 autres erreurs/)
  })
})

describe('hostile documents', () => {
  /** Of processor: a tenth of this is enough; walking what they announce would take minutes. */
  const PROMPT_MS = 3_000

  /** Refused with one sentence, at once. */
  function refuseVite(input: unknown, chemin: string, message: RegExp): void {
    const readDuree = startProcesseur()
    const erreurs = refuse(input)
    expect(readDuree()).toBeLessThan(PROMPT_MS)
    expect(erreurs.map((erreur) => erreur.chemin)).toEqual([chemin])
    expect(plain(erreurs[0]?.message)).toMatch(message)
  }

  it('refuses text that is no JSON, and says where', () => {
    refuseVite('', 'dossier', /vide/)
    refuseVite('{\n  "format": "copilote-ctg/dossier",\n  oups\n}', 'dossier', /n’est pas du JSON lisible/)
    refuseVite('{"a": 1', 'dossier', /corrigez les guillemets/)
  })

  it('refuses more than five megabytes, in characters as in bytes', () => {
    refuseVite(`{"a":"${'x'.repeat(5_000_001)}"}`, 'dossier', /dépasse 5 Mo/)
    refuseVite(`{"a":"${'é'.repeat(2_600_000)}"}`, 'dossier', /dépasse 5 Mo/)
    refuseVite({ a: 'é'.repeat(2_600_000) }, 'dossier', /dépasse 5 Mo/)
  })

  it('refuses long lists, wide objects and deep ones', () => {
    refuseVite({ equipements: Array.from({ length: 5_001 }, () => ({})) }, 'equipements', /5 001 éléments/)
    refuseVite(
      { plan: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`c${i}`, null])) },
      'plan',
      /101 champs/,
    )
    refuseVite(`${'['.repeat(2_400_000)}${']'.repeat(2_400_000)}`, 'dossier', /16 niveaux/)
    refuseVite(`${'{"a":'.repeat(900_000)}1${'}'.repeat(100)}`, 'dossier', /16 niveaux/)
    // Brackets inside a text are no levels.
    expect(
      readDossier(
        JSON.stringify(changeDocument(createDossierExemple(), 'territoire.nom', '[[{{[[{{[[{{[[{{[[ \\" [[[[')),
      ),
    ).toMatchObject({ ok: true })
    const boucle: Record<string, unknown> = {}
    boucle.plan = boucle
    refuseVite(boucle, Array.from({ length: 16 }, () => 'plan').join('.'), /16 niveaux/)
  })

  it('refuses a list shared many times over', () => {
    let liste: unknown = Array.from({ length: 4_000 }, () => null)
    for (let i = 0; i < 3; i++) liste = Array.from({ length: 4_000 }, () => liste)
    refuseVite({ a: liste }, 'dossier', /200 000 valeurs/)
  })

  it('refuses the ways to a prototype', () => {
    refuseVite('{"convention": {"__proto__": {"nom": "x"}}}', 'convention.__proto__', /refusé/)
    refuseVite('{"constructor": {"prototype": {}}}', 'constructor', /refusé/)
    expect(({} as Record<string, unknown>).nom).toBeUndefined()
  })

  it('refuses characters that the database cannot keep', () => {
    const nul = createDossierExemple()
    nul.plan.fiches = [{ ref: 'fiche', axe: 'axe-1', titre: 'a\u0000b' }]
    refuseVite(nul, 'plan.fiches[0].titre', /caractère invisible/)
    refuseVite(
      JSON.stringify(createDossierExemple()).replace('La coordination', '\\ud800'),
      'plan.fiches[0].titre',
      /caractère invisible/,
    )
  })

  it('refuses values that JSON does not have', () => {
    for (const valeur of [new Date(), new Map(), () => 1, Symbol('x'), 3n, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(refuse({ convention: { nom: valeur } })).toEqual([
        { chemin: 'convention.nom', message: expect.any(String) },
      ])
    }
  })

  it('stays quick on a document that is wrong everywhere', () => {
    const readDuree = startProcesseur()
    const erreurs = refuse({
      ...createDossierExemple(),
      equipements: Array.from({ length: 5_000 }, () => ({ a: 1, b: 1, c: 1 })),
    })
    expect(erreurs).toHaveLength(201)
    expect(readDuree()).toBeLessThan(PROMPT_MS)
  })
})
