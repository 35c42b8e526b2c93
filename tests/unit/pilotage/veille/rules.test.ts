import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '@/lib/platform/dates'
import {
  filterSignaux,
  groupSignaux,
  listSignaux,
  type DecisionFait,
  type FicheFait,
  type ReleveFait,
  type SchemaFait,
} from '@/lib/pilotage/veille/rules/signaux'
import { faits, instance, periode, reunion } from './faits'

const cles = (...args: Parameters<typeof listSignaux>) => listSignaux(...args).map(({ cle }) => cle)

describe('frequencies', () => {
  it('asks calmly while there is time, says the risk in the last weeks, and the default of the year that ended', () => {
    const copil = faits({ instances: [instance()] })
    expect(listSignaux(copil, '2026-02-01')).toMatchObject([
      {
        cle: 'instance:4:A_FAIRE:2026-01-01',
        gravite: 'A_FAIRE',
        echeance: '2026-12-31',
        href: '/conventions/essai/gouvernance/copil',
      },
    ])
    expect(cles(copil, '2026-11-15')).toEqual(['instance:4:A_FAIRE:2026-01-01'])
    expect(cles(copil, '2026-11-16')).toEqual(['instance:4:A_RISQUE:2026-01-01'])
    const manque = faits({ instances: [instance({ courante: null, precedente: periode({ etat: 'EN_DEFAUT' }) })] })
    expect(listSignaux(manque, '2027-01-02')).toMatchObject([
      { cle: 'instance:4:EN_DEFAUT:2026-01-01', gravite: 'RETARD' },
    ])
    expect(cles(manque, '2027-03-01')).toEqual(['instance:4:EN_DEFAUT:2026-01-01'])
    expect(cles(manque, '2027-03-02')).toEqual([])
  })

  it('a moment of the rule is told on its own day, and one that is missed apart from the end of its year', () => {
    const lire = (champs: Parameters<typeof periode>[0], today: string) =>
      cles(faits({ instances: [instance({ courante: periode(champs) })] }), today)
    expect(lire({ echeance: '2026-03-31' }, '2026-03-01')).toEqual(['instance:4:A_RISQUE:2026-03-31'])
    expect(lire({ echeance: '2026-06-20' }, '2026-06-01')).toEqual(['instance:4:A_RISQUE:2026-06-20'])
    expect(lire({ etat: 'EN_DEFAUT' }, '2026-07-01')).toEqual(['instance:4:EN_DEFAUT:2026-01-01:moment'])
  })

  it('is silent where nothing is asked, nothing was recorded, the convention is over, not begun or of unknown dates', () => {
    for (const etat of ['SANS_REGLE', 'NON_ENREGISTREE', 'RESPECTEE', 'PLANIFIEE', 'DEPASSEE'] as const) {
      expect(cles(faits({ instances: [instance({ courante: periode({ etat }) })] }), '2026-12-01')).toEqual([])
    }
    // One that is over is asked what follows it, and nothing else.
    expect(
      cles(
        faits({ convention: { slug: 'essai', debut: '2020-01-01', fin: '2024-12-31' }, instances: [instance()] }),
        '2026-12-01',
      ),
    ).toEqual(['terme:RETARD:2024-12-31'])
    for (const [debut, fin] of [
      ['2027-01-01', '2030-12-31'],
      [null, null],
      ['2026-01-01', null],
    ] as const) {
      // Of unknown dates, it is their dates that are asked for.
      expect(cles(faits({ convention: { slug: 'essai', debut, fin }, instances: [instance()] }), '2026-12-01')).toEqual(
        fin === null ? [`dates:${debut === null ? 'debut' : ''}fin`] : [],
      )
    }
  })

  it('tells each thématique apart', () => {
    const groupe = {
      groupe: 'Logement',
      etat: 'A_PLANIFIER',
      tenues: 0,
      prevues: 0,
      requis: 1,
      echeance: '2026-12-31',
    } as const
    const commission = instance({
      id: 7,
      ref: 'groupes',
      nom: 'Groupes',
      copil: false,
      courante: periode({ groupes: [groupe, { ...groupe, groupe: 'Parentalité', etat: 'RESPECTEE' }] }),
    })
    expect(listSignaux(faits({ instances: [commission] }), '2026-12-01')).toMatchObject([
      {
        cle: 'instance:7:A_RISQUE:2026-01-01:Logement',
        objet: 'Groupes, Logement',
        phrase: 'Aucune réunion tenue sur 1 demandée, dernier jour le 31 décembre 2026.',
      },
    ])
  })

  it('keeps its key while the thing told lasts, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (jour) => {
        const today = addDays('2026-01-01', jour)
        const [signal] = listSignaux(faits({ instances: [instance()] }), today)
        const reste = daysBetween(today, '2026-12-31')
        expect(signal?.cle).toBe(`instance:4:${reste <= 45 ? 'A_RISQUE' : 'A_FAIRE'}:2026-01-01`)
      }),
    )
  })

  it('recalls a mean that is behind once for each month it can be made up in', () => {
    const groupe = (echeance: string) =>
      faits({ instances: [instance({ copil: false, moyenne: true, courante: periode({ echeance }) })] })
    expect(cles(groupe('2026-03-31'), '2026-03-05')).toEqual(cles(groupe('2026-03-31'), '2026-03-25'))
    expect(cles(groupe('2026-04-30'), '2026-04-05')).toEqual(['instance:4:A_RISQUE:2026-04-30'])
  })
})

describe('meetings and minutes', () => {
  it('asks to declare a past meeting, late after two weeks', () => {
    const passee = faits({ reunions: [reunion()] })
    expect(listSignaux(passee, '2026-06-03')).toMatchObject([
      { cle: 'reunion:9:A_DECLARER:2026-06-02', gravite: 'A_FAIRE', lecteurs: ['COORDINATION'] },
    ])
    expect(listSignaux(passee, '2026-06-17')).toMatchObject([
      { cle: 'reunion:9:A_DECLARER:2026-06-02', gravite: 'RETARD' },
    ])
  })

  it('asks for an agenda within seven days, and not where there is one', () => {
    expect(cles(faits({ reunions: [reunion()] }), '2026-05-25')).toEqual([])
    expect(listSignaux(faits({ reunions: [reunion()] }), '2026-05-26')[0]?.phrase).toBe(
      'La réunion a lieu dans 7 jours, le mardi 2 juin 2026 à 14:00, et son ordre du jour est vide.',
    )
    expect(listSignaux(faits({ reunions: [reunion()] }), '2026-06-02')[0]?.phrase).toContain('aujourd’hui')
    expect(cles(faits({ reunions: [reunion({ points: 1 })] }), '2026-06-01')).toEqual([])
  })

  it('follows the minutes from the meeting to both validations', () => {
    const releve = (champs: Partial<ReleveFait>): ReleveFait => ({
      id: 5,
      etat: 'A_VALIDER',
      numero: 1,
      soumisLe: '2026-06-10',
      cotes: [],
      ...champs,
    })
    const tenue = (champs: Parameters<typeof reunion>[0]) =>
      faits({ reunions: [reunion({ etat: 'TENUE', ...champs })] })
    expect(cles(tenue({}), '2026-06-08')).toEqual([])
    expect(cles(tenue({}), '2026-06-09')).toEqual(['reunion:9:SANS_RELEVE'])
    expect(cles(tenue({}), '2026-12-01')).toEqual([])
    expect(cles(tenue({ aReleve: false }), '2026-06-20')).toEqual([])
    expect(cles(tenue({ aReleve: false, decisions: 1 }), '2026-06-20')).toEqual(['reunion:9:SANS_RELEVE'])
    expect(cles(tenue({ releve: releve({ etat: 'BROUILLON' }) }), '2026-06-09')).toEqual(['releve:5:BROUILLON:1'])
    // It waits at once for the two sides, and for nobody else before a week.
    const soumis = listSignaux(tenue({ releve: releve({ cotes: ['CAF'] }) }), '2026-06-10')
    expect(soumis).toMatchObject([{ cle: 'releve:5:A_VALIDER:1', gravite: 'A_FAIRE', lecteurs: ['CHARGE'] }])
    expect(filterSignaux(soumis, ['CHARGE_COOPERATION'], [])).toHaveLength(1)
    expect(filterSignaux(soumis, ['CONSEILLER_CAF'], [])).toEqual([])
    expect(filterSignaux(soumis, ['ELU', 'ADMINISTRATEUR'], [])).toEqual([])
    expect(listSignaux(tenue({ releve: releve({}) }), '2026-06-17')[0]).toMatchObject({
      cle: 'releve:5:A_VALIDER:1',
      phrase: 'Le relevé attend depuis le 10 juin 2026 la validation de la Caf et de la coordination.',
      href: '/conventions/essai/reunions/copil-2026-06-02/releve',
    })
    expect(listSignaux(tenue({ releve: releve({ cotes: ['CAF'] }) }), '2026-07-10')[0]).toMatchObject({
      gravite: 'RETARD',
      phrase: 'Le relevé attend depuis le 10 juin 2026 la validation de la coordination.',
    })
    expect(cles(tenue({ releve: releve({ etat: 'VALIDE' }) }), '2026-07-10')).toEqual([])
  })
})

describe('decisions, fiches, indicators, ETP, mandates', () => {
  const decision = (champs: Partial<DecisionFait> = {}): DecisionFait => ({
    id: 3,
    texte: 'Ouvrir la ludothèque',
    etat: 'PRISE',
    effet: false,
    echeance: '2026-09-30',
    responsable: 'Camille DURAND',
    instance: 'Comité de pilotage',
    date: '2026-06-02',
    ...champs,
  })
  const fiche = (champs: Partial<FicheFait> = {}): FicheFait => ({
    id: 8,
    ref: 'fiche-1',
    numero: '1.1',
    titre: 'Ludothèque',
    statut: 'EN_COURS',
    debut: '2026-01-01',
    fin: '2026-12-31',
    suiviLe: null,
    ...champs,
  })

  it('recalls a decision two weeks before its day, then says it is late, with who was to do it', () => {
    expect(cles(faits({ decisions: [decision()] }), '2026-09-15')).toEqual([])
    expect(cles(faits({ decisions: [decision()] }), '2026-09-16')).toEqual(['decision:3:PROCHE:2026-09-30'])
    expect(listSignaux(faits({ decisions: [decision()] }), '2026-10-01')[0]).toMatchObject({
      cle: 'decision:3:EN_RETARD:2026-09-30',
      lecteurs: ['COORDINATION', 'ELU'],
      phrase:
        'Prise le 2 juin 2026 (Comité de pilotage), à réaliser par Camille DURAND pour le 30 septembre 2026\u00A0: sa réalisation n’est pas déclarée.',
    })
    expect(cles(faits({ decisions: [decision({ echeance: null })] }), '2026-10-01')).toEqual([])
  })

  it('tells of proposals that wait', () => {
    expect(
      listSignaux(faits({ decisions: [decision({ etat: 'ATTENDUE', effet: true })] }), '2026-06-03')[0]?.phrase,
    ).toContain('elle attend l’instance qui en décide')
    expect(
      listSignaux(faits({ decisions: [decision({ etat: 'ATTENDUE', texte: 'mot '.repeat(80) })] }), '2026-06-03')[0]
        ?.objet.length,
    ).toBeLessThanOrEqual(120)
  })

  it('tells of a fiche whose period is over, and of one that is silent for six months', () => {
    expect(cles(faits({ fiches: [fiche()] }), '2026-07-02')).toEqual([])
    expect(cles(faits({ fiches: [fiche()] }), '2026-07-03')).toEqual(['fiche:8:SANS_SUIVI:2026-01-01'])
    expect(cles(faits({ fiches: [fiche({ suiviLe: '2026-06-01' })] }), '2026-07-03')).toEqual([])
    expect(cles(faits({ fiches: [fiche({ statut: 'A_ENGAGER' })] }), '2026-12-01')).toEqual([])
    expect(cles(faits({ fiches: [fiche({ debut: null, fin: null })] }), '2026-12-01')).toEqual([])
    expect(listSignaux(faits({ fiches: [fiche({ fin: '2026-06-30' })] }), '2026-07-03')).toMatchObject([
      { cle: 'fiche:8:EN_RETARD:2026-06-30', gravite: 'RETARD', fiche: 8 },
    ])
  })

  it('asks for indicators at the end of the year and in the first months of the next, never between', () => {
    const attendus = faits({
      indicateurs: [
        { fiche: { id: 8, ref: 'fiche-1', numero: null, titre: 'Ludothèque' }, total: 3, manquants: 2 },
        { fiche: null, total: 1, manquants: 0 },
      ],
    })
    expect(cles(attendus, '2026-11-14')).toEqual([])
    expect(listSignaux(attendus, '2026-11-15')).toMatchObject([
      { cle: 'indicateurs:2026', phrase: '2 indicateurs sur 4 sans valeur pour 2026.', lecteurs: ['COORDINATION'] },
      {
        cle: 'fiche:8:INDICATEURS:2026',
        phrase: '2 indicateurs sur 3 sans valeur pour 2026.',
        lecteurs: ['PILOTE'],
        fiche: 8,
      },
    ])
    expect(listSignaux(attendus, '2027-02-01')[0]).toMatchObject({ cle: 'indicateurs:2026', gravite: 'RETARD' })
    expect(cles(attendus, '2027-04-01')).toEqual([])
    expect(cles(attendus, '2026-02-01')).toEqual([]) // nothing is expected of the year before the convention
  })

  it('tells of a schéma that begins as a draft, and by how much it does not add up', () => {
    const schema: SchemaFait = {
      id: 2,
      ref: 's',
      libelle: 'Schéma 2027',
      etat: 'BROUILLON',
      debut: '2027-01-01',
      total: 310,
      porteur: 300,
      porteurInconnues: 0,
      thematique: 320,
      thematiqueInconnues: 0,
    }
    expect(cles(faits({ schemas: [schema] }), '2026-11-01')).toEqual([])
    expect(listSignaux(faits({ schemas: [schema] }), '2026-11-02')[0]).toMatchObject({
      gravite: 'A_RISQUE',
      phrase:
        'Il commence le 1er janvier 2027 et n’est encore qu’un brouillon\u00A0: il manque 0,10 ETP à la répartition par porteur et la répartition par thématique compte 0,10 ETP de trop.',
    })
    expect(
      listSignaux(
        faits({ schemas: [{ ...schema, etat: 'PROPOSE', porteur: 310, thematique: null }] }),
        '2027-01-02',
      )[0],
    ).toMatchObject({ gravite: 'RETARD', phrase: 'Il s’applique depuis le 1er janvier 2027 et attend sa validation.' })
    // An unknown line is not zero: nothing is missing that it may hold.
    expect(
      listSignaux(faits({ schemas: [{ ...schema, porteurInconnues: 1, thematique: 310 }] }), '2026-11-02')[0]?.phrase,
    ).toBe('Il commence le 1er janvier 2027 et n’est encore qu’un brouillon.')
    expect(listSignaux(faits({ schemas: [{ ...schema, total: null }] }), '2026-12-02')[0]?.phrase).toContain(
      'son total n’est pas connu',
    )
  })

  it('tells at once of the mandates that end on one day', () => {
    const mandats = ['A', 'B', 'C', 'D', 'E'].map((libelle) => ({ libelle, instance: 'COPIL', fin: '2026-03-15' }))
    expect(cles(faits({ mandats }), '2026-01-13')).toEqual([])
    expect(listSignaux(faits({ mandats }), '2026-01-14')).toMatchObject([
      {
        cle: 'mandats:2026-03-15',
        phrase:
          '5 mandats prennent fin le 15 mars 2026 sans successeur nommé\u00A0: A (COPIL), B (COPIL), C (COPIL) et 2 autres.',
      },
    ])
    expect(listSignaux(faits({ mandats: mandats.slice(0, 1) }), '2026-01-14')[0]?.phrase).toBe(
      'Un mandat prend fin le 15 mars 2026 sans successeur nommé\u00A0: A (COPIL).',
    )
  })

  it('puts the gravest first, and gathers by subject', () => {
    const signaux = listSignaux(
      faits({
        instances: [instance()],
        decisions: [decision()],
        reunions: [reunion({ date: '2026-10-05', ref: 'r' })],
      }),
      '2026-10-01',
    )
    expect(signaux.map(({ gravite }) => gravite)).toEqual(['RETARD', 'A_FAIRE', 'A_FAIRE'])
    expect(groupSignaux(signaux).map(({ sujet, signaux: siens }) => [sujet, siens.length])).toEqual([
      ['Décisions', 1],
      ['Comité de pilotage', 2],
    ])
  })

  it('gives each role its share', () => {
    const signaux = listSignaux(
      faits({
        instances: [instance(), instance({ id: 5, copil: false, nom: 'COTECH' })],
        decisions: [decision()],
        fiches: [fiche({ fin: '2026-06-30' }), fiche({ id: 9, fin: '2026-06-30' })],
      }),
      '2026-10-01',
    )
    const lus = (roles: string[], fiches: number[] = []) =>
      filterSignaux(signaux, roles, fiches).map(({ cle }) => cle.split(':').slice(0, 2).join(':'))
    expect(lus(['CHARGE_COOPERATION'])).toHaveLength(5)
    expect(lus(['CONSEILLER_CAF'])).toHaveLength(5)
    expect(lus(['ELU'])).toEqual(['decision:3', 'instance:4'])
    expect(lus(['PILOTE'], [9])).toEqual(['fiche:9'])
    expect(lus(['PILOTE', 'ELU'], [9])).toEqual(
      ['fiche:9', 'decision:3', 'instance:4'].sort(
        (a, b) => lus(['CHARGE_COOPERATION']).indexOf(a) - lus(['CHARGE_COOPERATION']).indexOf(b),
      ),
    )
    expect(lus(['INCONNU'])).toEqual([])
  })
})
