import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeEvolution, formatVide, listLimites } from '@/lib/pilotage/evolution/rules/changements'
import { computePassage } from '@/lib/pilotage/evolution/rules/statuts'
import type {
  BornesEvolution,
  ChangementLu,
  DecisionSuivie,
  FaitsEvolution,
  FicheLue,
  MesureLue,
  ReunionSuivie,
  SchemaSuivi,
} from '@/lib/pilotage/evolution/types'

const COPIL = { ref: 'copil-2026-03-10', date: '2026-03-10', instance: 'Comité de pilotage', type: 'COPIL' }
const BORNES: BornesEvolution = {
  depuis: '2026-03-11',
  jusque: '2026-11-22',
  origine: 'REUNION',
  reunion: COPIL,
  terme: null,
  ouverte: true,
  remarques: [],
}
const VIDES: FaitsEvolution = {
  changements: [],
  fiches: [],
  etapes: [],
  mesures: [],
  schemas: [],
  decisions: [],
  reunions: [],
}

const compare = (
  faits: Partial<FaitsEvolution>,
  bornes = BORNES,
  manquements: Parameters<typeof computeEvolution>[2] = [],
) => computeEvolution({ ...VIDES, ...faits }, bornes, manquements)
const lire = (faits: Partial<FaitsEvolution>, bornes?: BornesEvolution) =>
  compare(faits, bornes).map(({ phrase }) => phrase)

const fiche = (id: number, champs: Partial<FicheLue> = {}): FicheLue => ({
  id,
  ref: `fiche-${id}`,
  numero: `1.${id}`,
  titre: `Fiche ${id}`,
  statut: 'EN_COURS',
  fin: null,
  ...champs,
})
const change = (id: number, avant: string, apres: string, dedans = true): ChangementLu => [
  'fiche_action',
  id,
  avant,
  apres,
  dedans,
]
const decision = (id: number, champs: Partial<DecisionSuivie> = {}): DecisionSuivie => ({
  id,
  texte: `Décision ${id}`,
  etat: 'PRISE',
  responsable: null,
  echeance: null,
  realiseeLe: null,
  reunion: 'cotech',
  date: '2026-05-05',
  instance: 'Comité technique',
  ...champs,
})
const mesure = (champs: Partial<MesureLue> = {}): MesureLue => ({
  indicateur: 1,
  libelle: 'Places ouvertes',
  fiche: 'fiche-1',
  nature: 'NOMBRE',
  unite: 'places',
  periode: '2026',
  ventilation: null,
  valeur: '54',
  prevue: null,
  texte: null,
  reprise: false,
  precedente: null,
  ...champs,
})
const reunion = (ref: string, etat: ReunionSuivie['etat'] = 'TENUE'): ReunionSuivie => ({
  ref,
  date: '2026-06-02',
  etat,
  instance: 'Groupe projet',
  motif: null,
})
const schema = (id: number, champs: Partial<SchemaSuivi> = {}): SchemaSuivi => ({
  id,
  ref: `schema-${id}`,
  libelle: `Schéma ${id}`,
  etat: 'VALIDE',
  debut: '2026-01-01',
  fin: '2026-12-31',
  total: 250,
  anterieur: false,
  ordre: id,
  ...champs,
})

describe('statuses', () => {
  it('say from what to what, in the singular then in the plural', () => {
    expect(
      lire({ fiches: [fiche(1, { statut: 'REALISEE' })], changements: [change(1, 'EN_COURS', 'REALISEE')] }),
    ).toEqual(['La fiche 1.1 «\u00A0Fiche 1\u00A0» est désormais réalisée (elle était en cours).'])
    expect(
      lire({
        fiches: [fiche(1, { statut: 'REALISEE' }), fiche(2, { statut: 'REALISEE' }), fiche(3)],
        changements: [
          change(1, 'EN_COURS', 'REALISEE'),
          change(2, 'A_ENGAGER', 'EN_COURS'),
          change(2, 'EN_COURS', 'REALISEE'),
          change(3, 'A_PRECISER', 'EN_COURS'),
        ],
      }),
    ).toEqual(['3 fiches ont changé de statut\u00A0: 2 réalisées et 1 en cours.'])
  })

  it('a status that went and came back is no change', () => {
    expect(
      compare({
        fiches: [fiche(1)],
        changements: [change(1, 'EN_COURS', 'REALISEE'), change(1, 'REALISEE', 'EN_COURS')],
      }),
    ).toEqual([])
  })

  it('what changed after the last day is not counted, and is not what the fiche was then', () => {
    expect(
      compare({
        fiches: [fiche(1, { statut: 'ABANDONNEE' })],
        changements: [change(1, 'EN_COURS', 'ABANDONNEE', false)],
      }),
    ).toEqual([])
    expect(
      lire({
        fiches: [fiche(1, { statut: 'ABANDONNEE' })],
        changements: [change(1, 'A_ENGAGER', 'EN_COURS'), change(1, 'EN_COURS', 'ABANDONNEE', false)],
      }),
    ).toEqual(['La fiche 1.1 «\u00A0Fiche 1\u00A0» est désormais en cours (elle était à engager).'])
  })

  it('reads the past backwards: applying the changes to the state before gives the state after', () => {
    const etats = ['A_ENGAGER', 'EN_COURS', 'REALISEE', 'REPORTEE', 'ABANDONNEE', 'A_PRECISER'] as const
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...etats), { minLength: 1, maxLength: 12 }), fc.nat(12), (suite, coupe) => {
        const changements = suite
          .slice(1)
          .map((apres, rang): ChangementLu => ['fiche_action', 7, suite[rang] ?? apres, apres, rang < coupe])
        const courant = suite[suite.length - 1] ?? 'EN_COURS'
        expect(computePassage([change(8, 'EN_COURS', 'REALISEE'), ...changements], 'fiche_action', 7, courant)).toEqual(
          { avant: suite[0], apres: suite[Math.min(coupe, suite.length - 1)] },
        )
      }),
    )
  })

  it('late is newly late: past before, done since, put off or without a status is not', () => {
    const fin = '2026-06-30'
    expect(lire({ fiches: [fiche(1, { fin })] })).toEqual([
      'La fiche 1.1 «\u00A0Fiche 1\u00A0» a dépassé son échéance du 30 juin 2026 sans être réalisée.',
    ])
    expect(lire({ fiches: [fiche(1, { fin }), fiche(2, { fin })] })).toEqual([
      '2 fiches ont dépassé leur échéance sans être réalisées\u00A0: 1.1 «\u00A0Fiche 1\u00A0» et 1.2 «\u00A0Fiche 2\u00A0».',
    ])
    for (const autre of [
      fiche(1, { fin: '2026-03-01' }),
      fiche(1, { fin, statut: 'REALISEE' }),
      fiche(1, { fin, statut: 'REPORTEE' }),
      fiche(1, { fin, statut: 'A_PRECISER' }),
      fiche(1, { fin: '2026-11-22' }),
    ])
      expect(compare({ fiches: [autre] }).filter(({ cle }) => cle === 'RETARDS')).toEqual([])
  })

  it('a day that passes on the evening of the last COPIL is told from then on, once', () => {
    const faits = { fiches: [fiche(1, { fin: '2026-03-10' })] }
    expect(compare(faits, { ...BORNES, depuis: '2026-01-01', jusque: '2026-03-10' })).toEqual([])
    expect(compare(faits).map(({ cle }) => cle)).toEqual(['RETARDS'])
    expect(compare(faits, { ...BORNES, depuis: '2026-04-01' })).toEqual([])
  })

  it('étapes are told when they are done', () => {
    const etape = (id: number) => ({
      id,
      fiche: 'fiche-1',
      numero: null,
      titre: `Étape ${id}`,
      statut: 'REALISEE' as const,
    })
    expect(lire({ etapes: [etape(1)], changements: [['etape', 1, 'EN_COURS', 'REALISEE', true]] })).toEqual([
      'Une étape a été réalisée\u00A0: «\u00A0Étape 1\u00A0».',
    ])
    expect(
      lire({
        etapes: [etape(1), etape(2)],
        changements: [
          ['etape', 1, 'EN_COURS', 'REALISEE', true],
          ['etape', 2, 'A_ENGAGER', 'REALISEE', true],
        ],
      }),
    ).toEqual(['2 étapes ont été réalisées.'])
  })
})

describe('decisions', () => {
  it('taken, refused and put off, in between only', () => {
    expect(lire({ decisions: [decision(1)] })).toEqual(['Une décision a été prise\u00A0: «\u00A0Décision 1\u00A0».'])
    expect(
      lire({
        decisions: [
          decision(1),
          decision(2),
          decision(3, { etat: 'REFUSEE' }),
          decision(4, { date: '2026-03-10', reunion: 'autre' }),
        ],
      }),
    ).toEqual(['2 décisions ont été prises, 1 refusée.'])
    expect(lire({ decisions: [decision(1, { etat: 'REPORTEE' }), decision(2, { etat: 'REPORTEE' })] })).toEqual([
      'Aucune décision n’a été prise, 2 reportées.',
    ])
  })

  it('what became of those of the meeting one starts from, and what is late', () => {
    const duCopil = { reunion: COPIL.ref, date: COPIL.date }
    expect(
      lire({
        decisions: [
          decision(1, { ...duCopil, realiseeLe: '2026-05-01' }),
          decision(2, { ...duCopil, echeance: '2026-06-30' }),
        ],
      }),
    ).toEqual([
      'Sur 2 décisions prises pendant le COPIL du 10 mars 2026, 1 est réalisée\u202F; une décision est en retard\u00A0: «\u00A0Décision 2\u00A0».',
    ])
    expect(
      lire({
        decisions: [
          decision(1, { ...duCopil, realiseeLe: COPIL.date }),
          decision(2, { ...duCopil, realiseeLe: COPIL.date }),
        ],
      }),
    ).toEqual(['Les 2 décisions prises pendant le COPIL du 10 mars 2026 sont réalisées.'])
    expect(lire({ decisions: [decision(1, duCopil)] })).toEqual([
      'La décision prise pendant le COPIL du 10 mars 2026 n’est pas encore réalisée.',
    ])
  })

  it('carried out later, or due that very day, is not late', () => {
    const date = '2026-02-02'
    expect(
      compare({
        decisions: [
          decision(1, { date, echeance: '2026-06-30', realiseeLe: '2026-10-01' }),
          decision(2, { date, echeance: '2026-11-22' }),
        ],
      }).flatMap(({ lignes }) => lignes.map(({ precision }) => precision)),
    ).toEqual(['réalisée le 1er octobre 2026, Comité technique du 2 février 2026'])
  })
})

describe('ETP', () => {
  it('says what became of a schéma, and the total before and after', () => {
    const faits = {
      schemas: [
        schema(1, { etat: 'CLOS' as const, fin: '2026-06-30' }),
        schema(2, { debut: '2026-07-01', total: 300 }),
      ],
      changements: [['schema_cooperation', 2, 'PROPOSE', 'VALIDE', true]] as ChangementLu[],
    }
    expect(lire(faits)).toEqual([
      'Le schéma de coopération «\u00A0Schéma 2\u00A0» a été validé\u202F; le total en vigueur passe de 2,5 ETP à 3 ETP.',
    ])
    expect(lire({ schemas: faits.schemas })).toEqual(['Le total des ETP en vigueur passe de 2,5 ETP à 3 ETP.'])
  })

  it('a draft counts for nothing, and the past of one that was a draft is not told to who may not know it', () => {
    expect(
      compare({ schemas: [schema(1), schema(2, { etat: 'BROUILLON', total: 300, debut: '2026-07-01' })] }),
    ).toEqual([])
    const [section] = compare({
      schemas: [schema(1, { etat: 'PROPOSE' })],
      changements: [['schema_cooperation', 1, null, 'PROPOSE', true]],
    })
    expect(section?.phrase).toBe('Le schéma de coopération «\u00A0Schéma 1\u00A0» a été proposé.')
    expect(section?.lignes[0]).toMatchObject({ de: null, vers: 'proposé' })
  })
})

describe('measures and meetings', () => {
  it('one value is told with the one before, several are counted by indicator', () => {
    expect(
      lire({ mesures: [mesure({ precedente: { periode: '2025', valeur: '48', prevue: null, texte: null } })] }),
    ).toEqual([
      'Un indicateur a une nouvelle valeur\u00A0: «\u00A0Places ouvertes\u00A0», 54\u00A0places (auparavant 48\u00A0places).',
    ])
    expect(lire({ mesures: [mesure(), mesure({ periode: '2025' }), mesure({ indicateur: 2 })] })).toEqual([
      '2 indicateurs ont de nouvelles valeurs.',
    ])
  })

  it('meetings held, cancelled, to be declared, and the bodies that met too little', () => {
    expect(lire({ reunions: [reunion('a')] })).toEqual(['1 réunion a été tenue.'])
    expect(lire({ reunions: [reunion('a'), reunion('b'), reunion('c', 'ANNULEE'), reunion('d', 'PREVUE')] })).toEqual([
      '2 réunions ont été tenues, 1 a été annulée, 1 reste à déclarer.',
    ])
    expect(
      compare({}, BORNES, [
        { ref: 'copil', instance: 'Comité de pilotage', raison: 'Aucune réunion tenue en 2026.' },
      ]).map(({ phrase }) => phrase),
    ).toEqual(['Aucune réunion n’a été tenue\u202F; moins que prévu pour «\u00A0Comité de pilotage\u00A0».'])
  })
})

describe('the whole', () => {
  it('is at most eight sentences, each with its place and its facts', () => {
    const sections = compare({
      fiches: [fiche(1, { statut: 'REALISEE' }), fiche(2, { fin: '2026-06-30' })],
      changements: [
        change(1, 'EN_COURS', 'REALISEE'),
        ['etape', 1, 'EN_COURS', 'REALISEE', true],
        ['schema_cooperation', 1, 'PROPOSE', 'VALIDE', true],
      ],
      etapes: [{ id: 1, fiche: 'fiche-1', numero: null, titre: 'Étape', statut: 'REALISEE' }],
      schemas: [schema(1)],
      mesures: [mesure()],
      reunions: [reunion('a')],
      decisions: [decision(1), decision(2, { echeance: '2026-06-30' })],
    })
    expect(sections.map(({ cle }) => cle)).toEqual([
      'FICHES',
      'RETARDS',
      'ETAPES',
      'DECISIONS',
      'SUITES',
      'ETP',
      'MESURES',
      'REUNIONS',
    ])
    for (const section of sections) {
      expect(section.chemin).toMatch(/^\/[a-z]/)
      expect(section.lignes.length).toBeGreaterThan(0)
      expect(section.phrase).toMatch(/\.$/)
    }
  })

  it('says that nothing was recorded, since when or between which days', () => {
    expect(compare({})).toEqual([])
    expect(formatVide(BORNES)).toBe('Rien n’a été enregistré depuis le COPIL du 10 mars 2026.')
    expect(formatVide({ ...BORNES, reunion: null, origine: 'DATE', ouverte: false, jusque: '2026-03-31' })).toBe(
      'Rien n’a été enregistré du 11 au 31 mars 2026.',
    )
  })

  it('says what the journal cannot know, and only then', () => {
    expect(listLimites(BORNES, '2026-01-05', false)).toEqual([])
    expect(listLimites(BORNES, '2026-09-01', true)).toEqual([
      expect.stringContaining('ne sont connus que depuis le 1er septembre 2026'),
      expect.stringContaining('fin de la période'),
    ])
  })
})
