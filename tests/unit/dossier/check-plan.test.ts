import { describe, expect, it } from 'vitest'
import { checkReferences } from '@/lib/dossier/check/rules/references'
import { readDossier } from '@/lib/dossier/lecture/rules/dossier'
import { dossierSchema } from '@/lib/dossier/schema/dossier'
import { changeDocument, createDossierExemple } from '@/tests/support/dossiers/exemple'

const plain = (message: string): string => message.replace(/[\u00A0\u202F]/g, ' ')

const change = (changements: [chemin: string, valeur: unknown][]): unknown =>
  changements.reduce<unknown>(
    (courant, [chemin, valeur]) => changeDocument(courant, chemin, valeur),
    createDossierExemple(),
  )

const check = (...changements: [chemin: string, valeur: unknown][]) =>
  checkReferences(dossierSchema.parse(change(changements))).map(({ chemin, message }) => [chemin, plain(message)])

const FICHE = 'plan.fiches[0]'
const ligne = { ref: 'indicateur-1', libelle: 'Rencontres et participants', nature: 'NOMBRE', etape: 'etape-1' }
const part = (ref: string, reste: object = {}) => ({
  ref,
  libelle: ref,
  nature: 'NOMBRE',
  etape: 'etape-1',
  origine: 'indicateur-1',
  ...reste,
})
const version = (numero: number, reste: object = {}) => ({
  numero,
  libelle: `Version ${numero}`,
  arreteeLe: '2024-06-01',
  contenu: { niveaux: ['Axe'] },
  ...reste,
})

it('takes a plan that says everything it may', () => {
  expect(
    check(
      ['avenants', [{ ref: 'avenant-1', objet: 'Objet' }]],
      ['documents', [{ titre: 'Bilan', nature: 'PDF' }]],
      ['plan.numerotation', 'PAR_AXE'],
      ['plan.prefixe', 'FA'],
      ['plan.versions', [version(2, { avenant: 'avenant-1' }), version(1)]],
      [`${FICHE}.redaction`, { motif: 'À écrire', echeance: '2024-12-31', avenant: 'avenant-1' }],
      [`${FICHE}.communes`, ['Malijai', 'Aiglun']],
      [`${FICHE}.documents`, [1]],
      [`${FICHE}.budget`, [{ annee: 2024, financeur: 'Commune', organisme: 'mairie', prevu: '1200.50', realise: '0' }]],
      [`${FICHE}.liens`, [{ libelle: 'Schéma', adresse: 'https://exemple.fr/schema' }]],
      [
        `${FICHE}.appreciations`,
        [
          { cote: 'COORDINATION', niveau: 'DIFFICULTE', nom: 'B', instant: '2024-03-07T09:00:00Z' },
          { cote: 'CAF', niveau: 'VIGILANCE', nom: 'A', instant: '2024-03-07T09:00:00Z' },
        ],
      ],
      [
        `${FICHE}.indicateurs`,
        [
          part('part-1'),
          ligne,
          part('part-2', {
            cibles: [{ periode: '2024', valeur: '5' }],
            mesures: [{ periode: '2024', etat: 'PROPOSEE', motif: 'Estimation', accords: [{ organisme: 'mairie' }] }],
          }),
        ],
      ],
    ),
  ).toEqual([])
})

describe('what a fiche cites is there, once', () => {
  it.each<[string, unknown, string, RegExp]>([
    [`${FICHE}.communes`, ['Ailleurs'], `${FICHE}.communes[0]`, /n’est pas une commune du territoire/],
    [`${FICHE}.communes`, ['Malijai', 'Malijai'], `${FICHE}.communes[1]`, /déjà plus haut/],
    [`${FICHE}.documents`, [1], `${FICHE}.documents[0]`, /pas de document au rang 1/],
    [`${FICHE}.redaction`, { avenant: 'absent' }, `${FICHE}.redaction.avenant`, /« absent »/],
    [`${FICHE}.budget`, [{ financeur: 'x', organisme: 'absent' }], `${FICHE}.budget[0].organisme`, /« absent »/],
    [
      `${FICHE}.appreciations`,
      [0, 1].map(() => ({ cote: 'CAF', niveau: 'VIGILANCE', nom: 'A', instant: '2024-03-07T09:00:00Z' })),
      `${FICHE}.appreciations[1].cote`,
      /Chaque côté apprécie une fois/,
    ],
    [
      `${FICHE}.indicateurs[0].cibles`,
      [{ periode: '2024' }, { periode: '2024' }],
      `${FICHE}.indicateurs[0].cibles[1].periode`,
      /déjà une cible/,
    ],
    [
      `${FICHE}.indicateurs[0].cibles`,
      [{ periode: '2024', debut: '2024-12-31', fin: '2024-01-01' }],
      `${FICHE}.indicateurs[0].cibles[0].fin`,
      /inversez/,
    ],
    [`${FICHE}.indicateurs[0].ventiles`, ['Crèche', 'Crèche'], `${FICHE}.indicateurs[0].ventiles[1]`, /déjà plus haut/],
    [
      `${FICHE}.indicateurs[0].mesures[0].accords`,
      [{ organisme: 'absent' }],
      `${FICHE}.indicateurs[0].mesures[0].accords[0].organisme`,
      /« absent »/,
    ],
    [
      `${FICHE}.indicateurs[0].mesures[0].accords`,
      [{ organisme: 'mairie' }, { organisme: 'mairie' }],
      `${FICHE}.indicateurs[0].mesures[0].accords[1].organisme`,
      /déjà donné son accord/,
    ],
    [
      `${FICHE}.indicateurs[0].mesures[0]`,
      { periode: '2024', etat: 'PROPOSEE', confirmeeLe: '2024-03-07T09:00:00Z' },
      `${FICHE}.indicateurs[0].mesures[0].confirmeeLe`,
      /pas encore confirmée/,
    ],
    ['plan.versions', [version(1), version(1)], 'plan.versions[1].numero', /déjà pris/],
    ['plan.versions', [version(1, { avenant: 'absent' })], 'plan.versions[0].avenant', /« absent »/],
    ['plan.versions', [version(1, { arreteeLe: '0202-01-01' })], 'plan.versions[0].arreteeLe', /vérifiez la date/],
  ])('%s', (chemin, valeur, attendu, message) => {
    expect(check([chemin, valeur])).toEqual([[attendu, expect.stringMatching(message)]])
  })
})

describe('a split line is one line of its fiche', () => {
  it.each<[string, unknown[], string, RegExp]>([
    [
      'that is not there',
      [part('part-1', { origine: 'absent' }), ligne],
      'indicateurs[0].origine',
      /Aucun indicateur de cette fiche/,
    ],
    [
      'itself',
      [ligne, part('part-1', { origine: 'part-1' })],
      'indicateurs[1].origine',
      /n’est pas elle-même une partie/,
    ],
    [
      'a part',
      [ligne, part('part-1'), part('part-2', { origine: 'part-1' })],
      'indicateurs[2].origine',
      /n’est pas elle-même une partie/,
    ],
    ['of another étape', [ligne, part('part-1', { etape: null })], 'indicateurs[1].etape', /reprenez la même étape/],
  ])('%s is refused', (_nom, indicateurs, place, message) => {
    expect(check([`${FICHE}.indicateurs`, indicateurs])).toEqual([
      [`${FICHE}.${place}`, expect.stringMatching(message)],
    ])
  })
})

describe('what is written is read, or refused with its place', () => {
  const read = (...changements: [chemin: string, valeur: unknown][]) => {
    const lecture = readDossier(change(changements))
    return lecture.ok ? lecture.dossier : lecture.erreurs.map(({ chemin }) => chemin)
  }

  it.each<[string, unknown, string]>([
    [`${FICHE}.budget`, [{ financeur: 'x', prevu: '-1' }], `${FICHE}.budget[0].prevu`],
    [`${FICHE}.budget`, [{ financeur: 'x', realise: '1.005' }], `${FICHE}.budget[0].realise`],
    [`${FICHE}.budget`, [{ financeur: 'x', annee: 1066 }], `${FICHE}.budget[0].annee`],
    [`${FICHE}.liens`, [{ libelle: 'x', adresse: 'javascript:alert(1)' }], `${FICHE}.liens[0].adresse`],
    [
      'plan.versions',
      [version(1, { contenu: { niveaux: ['Axe'], versions: [] } })],
      'plan.versions[0].contenu.versions',
    ],
  ])('%s refused', (chemin, valeur, attendu) => {
    expect(read([chemin, valeur])).toEqual([attendu])
  })

  it('a dossier of before reads as it was, with nothing more', () => {
    expect(read()).toMatchObject({
      plan: {
        numerotation: 'LIBRE',
        prefixe: null,
        versions: [],
        fiches: [
          {
            communes: [],
            budget: [],
            aRediger: false,
            redaction: null,
            indicateurs: [{ origine: null, cibles: [], mesures: [{ etat: 'CONFIRMEE', accords: [] }] }],
          },
        ],
      },
    })
  })

  it('sets are told in one order, and nothing known of the writing is nothing', () => {
    expect(
      read(
        [`${FICHE}.communes`, ['Malijai', 'Aiglun']],
        [`${FICHE}.redaction`, {}],
        ['plan.versions', [version(2), version(1)]],
      ),
    ).toMatchObject({
      plan: {
        fiches: [{ communes: ['Aiglun', 'Malijai'], redaction: null }],
        versions: [{ numero: 1 }, { numero: 2 }],
      },
    })
  })
})
