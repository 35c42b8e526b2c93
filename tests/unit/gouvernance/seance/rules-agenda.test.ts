import { describe, expect, it } from 'vitest'
import { judgeModifiable, listPropositions, SILENCE_JOURS } from '@/lib/gouvernance/seance/rules/agenda'
import { findPropositions, groupPropositions } from '@/lib/gouvernance/seance/rules/groupes'
import { addDays } from '@/lib/platform/dates'
import { createDecision, createFaits, createFiche, createReprise, SEANCE_COTECH, TODAY } from './agenda-cas'

const list = (faits: Parameters<typeof createFaits>[0], today = TODAY) => listPropositions(createFaits(faits), today)
const cles = (faits: Parameters<typeof createFaits>[0]) => list(faits).map(({ cle }) => cle)

describe('fiches', () => {
  it('is late the day after its last day, unless it is done, put off or abandoned', () => {
    expect(cles({ fiches: [createFiche({ fin: addDays(TODAY, -1) })] })).toEqual(['fiche:1'])
    expect(cles({ fiches: [createFiche({ fin: TODAY, suiviLe: TODAY })] })).toEqual([])
    for (const statut of ['REALISEE', 'REPORTEE', 'ABANDONNEE'] as const)
      expect(cles({ fiches: [createFiche({ fin: '2020-01-01', statut })] })).toEqual([])
  })

  it('of unknown status, is not late once its period is over: its status is asked for', () => {
    expect(list({ fiches: [createFiche({ statut: 'A_PRECISER', fin: '2026-09-30' })] })).toMatchObject([
      { genre: 'FICHE_PASSEE', raison: 'Sa période s’est achevée le 30 septembre 2026 et son statut est à préciser.' },
    ])
  })

  it('says why, with the number and the day', () => {
    expect(
      list({ fiches: [createFiche({ numero: '2.1', titre: 'Harmoniser les tarifs', fin: '2026-09-30' })] }),
    ).toMatchObject([
      {
        titre: 'Fiche 2.1 : Harmoniser les tarifs',
        raison: 'Sa période s’est achevée le 30 septembre 2026 et elle n’est pas réalisée.',
        fiche: 1,
        origine: 'FICHE',
      },
    ])
  })

  it('is silent six months after its last follow-up, or after it began when there was none', () => {
    const limite = addDays(TODAY, -SILENCE_JOURS)
    expect(list({ fiches: [createFiche({ suiviLe: limite })] })).toMatchObject([
      { genre: 'FICHE_SANS_SUIVI', raison: expect.stringContaining('Son dernier suivi date du') },
    ])
    expect(cles({ fiches: [createFiche({ suiviLe: addDays(limite, 1) })] })).toEqual([])
    expect(list({ fiches: [createFiche({ debut: limite })] })).toMatchObject([
      { raison: expect.stringContaining('Aucun suivi n’a été écrit depuis son début') },
    ])
  })

  it('accuses nobody when no day is known, nor what is not yet under way', () => {
    expect(cles({ debut: null, fiches: [createFiche()] })).toEqual([])
    expect(cles({ debut: '2020-01-01', fiches: [createFiche({ statut: 'A_ENGAGER' })] })).toEqual([])
    expect(cles({ debut: '2020-01-01', fiches: [createFiche({ statut: 'A_PRECISER' })] })).toEqual(['fiche:1'])
  })

  it('is for those who follow the plan, not for those who decide', () => {
    const fiches = [createFiche({ fin: '2020-01-01' })]
    for (const type of ['COTECH', 'GROUPE_PROJET', 'RENCONTRE', 'COMMISSION'] as const)
      expect(cles({ type, fiches })).toEqual(['fiche:1'])
    for (const type of ['COPIL', 'SEMINAIRE', 'AUTRE'] as const) expect(cles({ type, fiches })).toEqual([])
  })
})

describe('indicators', () => {
  it('are expected without a measure, except of what was put off or abandoned', () => {
    const fiches = [createFiche({ id: 1, statut: 'ABANDONNEE' }), createFiche({ id: 2, suiviLe: TODAY })]
    const indicateurs = [
      { id: 11, libelle: 'Places', fiche: 1 },
      { id: 12, libelle: 'Familles', fiche: 2 },
      { id: 13, libelle: 'Taux', fiche: null },
    ]
    expect(list({ fiches, indicateurs })).toMatchObject([
      {
        cle: 'indicateur:12',
        titre: 'Indicateur : Familles',
        raison: 'Aucune mesure n’est enregistrée pour 2026.',
        indicateur: 12,
      },
      { cle: 'indicateur:13' },
    ])
    expect(cles({ type: 'COPIL', indicateurs })).toEqual([])
  })
})

describe('decisions', () => {
  const proposition = createDecision({
    id: 7,
    effet: 'REPORTER_FICHE',
    fiche: 3,
    pouvoir: 'PROPOSE',
    seance: SEANCE_COTECH,
  })

  it('what one instance proposes is settled by the one that decides of it', () => {
    expect(list({ type: 'COPIL', pouvoirs: { FICHE: 'DECIDE' }, decisions: [proposition] })).toMatchObject([
      {
        cle: 'proposition:7',
        genre: 'PROPOSITION',
        origine: 'PROPOSITION',
        proposition: 7,
        fiche: 3,
        raison: 'Proposé par le COTECH le 12 novembre 2026 : la décision se prend ici.',
      },
    ])
    expect(cles({ type: 'COPIL', pouvoirs: { FICHE: 'PROPOSE' }, decisions: [proposition] })).toEqual([])
    expect(cles({ type: 'COPIL', pouvoirs: { CIBLE: 'DECIDE' }, decisions: [proposition] })).toEqual([])
    // Any kind of instance may decide: the convention says which.
    expect(cles({ type: 'AUTRE', pouvoirs: { FICHE: 'DECIDE' }, decisions: [proposition] })).toEqual(['proposition:7'])
  })

  it('what the deciding instance put off comes back; what it settled does not', () => {
    const pouvoirs = { FICHE: 'DECIDE' } as const
    expect(
      list({ type: 'COPIL', pouvoirs, decisions: [{ ...proposition, etat: 'REPORTEE', decidee: true }] }),
    ).toMatchObject([{ cle: 'proposition:7', raison: expect.stringContaining('reporté depuis') }])
    expect(cles({ type: 'COPIL', pouvoirs, decisions: [{ ...proposition, etat: 'REFUSEE', decidee: true }] })).toEqual(
      [],
    )
  })

  it('awaited ones come back to their own instance, and to the COPIL those that change nothing elsewhere', () => {
    const ici = createDecision({ id: 1 })
    const ailleurs = createDecision({ id: 2, seance: SEANCE_COTECH })
    expect(cles({ type: 'COPIL', decisions: [ici, ailleurs] })).toEqual(['decision:1', 'decision:2'])
    expect(cles({ type: 'GROUPE_PROJET', decisions: [ici, ailleurs] })).toEqual(['decision:1'])
    expect(list({ type: 'COPIL', decisions: [ailleurs] })).toMatchObject([
      { raison: 'Attendue depuis la réunion du COTECH du 12 novembre 2026.' },
    ])
    // A proposal of one’s own waits for the others.
    expect(
      cles({ type: 'COTECH', decisions: [createDecision({ effet: 'REPORTER_FICHE', pouvoir: 'PROPOSE' })] }),
    ).toEqual([])
  })

  it('late ones say who, and since when', () => {
    const retard = createDecision({ etat: 'PRISE', echeance: addDays(TODAY, -1), responsable: 'la Caf' })
    expect(list({ decisions: [retard] })).toMatchObject([
      {
        genre: 'DECISION_EN_RETARD',
        raison: expect.stringContaining('à réaliser par la Caf pour le 21 novembre 2026'),
      },
    ])
    expect(cles({ decisions: [{ ...retard, echeance: TODAY }] })).toEqual([])
    expect(cles({ type: 'COMMISSION', decisions: [{ ...retard, seance: SEANCE_COTECH }] })).toEqual([])
  })
})

describe('unfinished points', () => {
  it('come back with their words and their links', () => {
    expect(
      list({ reprises: [createReprise({ id: 4, fiche: 9, document: 2, presentateur: 'La Caf', dureeMinutes: 20 })] }),
    ).toMatchObject([
      {
        cle: 'reprise:4',
        origine: 'REPRISE',
        precedent: 4,
        titre: 'Tarifs',
        fiche: 9,
        document: 2,
        presentateur: 'La Caf',
        dureeMinutes: 20,
        raison: 'Point resté à traiter le 12 mai 2026.',
      },
    ])
  })

  it('of an older meeting come back only when they were put off in so many words', () => {
    expect(cles({ reprises: [createReprise({ derniere: false })] })).toEqual([])
    expect(cles({ reprises: [createReprise({ derniere: false, etat: 'REPORTE' })] })).toEqual(['reprise:1'])
  })

  it('bring back what was awaited under them, once', () => {
    expect(cles({ reprises: [createReprise({ id: 5 })], decisions: [createDecision({ point: 5 })] })).toEqual([
      'reprise:5',
    ])
  })

  it('keep the proposal they were to settle', () => {
    const decisions = [
      createDecision({ id: 7, effet: 'REPORTER_FICHE', fiche: 3, pouvoir: 'PROPOSE', seance: SEANCE_COTECH }),
    ]
    const propositions = list({
      type: 'COPIL',
      pouvoirs: { FICHE: 'DECIDE' },
      decisions,
      reprises: [createReprise({ proposition: 7 })],
    })
    expect(propositions).toMatchObject([{ cle: 'reprise:1', proposition: 7 }])
    expect(propositions).toHaveLength(1)
  })
})

describe('groups', () => {
  const fiches = Array.from({ length: 12 }, (_, rang) => createFiche({ id: rang + 1, fin: '2026-01-31' }))
  const groupes = groupPropositions(list({ fiches }), 2026)

  it('fold what is many, and offer one point for all', () => {
    expect(groupes).toMatchObject([
      {
        genre: 'FICHE_EN_RETARD',
        titre: '12 fiches en retard',
        ensemble: { cle: 'fiches-en-retard', titre: 'Fiches en retard (12)', fiche: null },
      },
    ])
    expect(groupPropositions(list({ fiches: fiches.slice(0, 3) }), 2026)).toMatchObject([
      { titre: '3 fiches en retard', ensemble: null },
    ])
  })

  it('take the single ones along with the one for all, and forget them once it is there', () => {
    expect(findPropositions(groupes, ['fiche:2', 'fiche:1']).map(({ cle }) => cle)).toEqual(['fiche:1', 'fiche:2'])
    expect(findPropositions(groupes, ['fiche:2', 'fiches-en-retard']).map(({ cle }) => cle)).toEqual([
      'fiches-en-retard',
    ])
    expect(findPropositions(groupes, ['fiche:99', 'decision:1'])).toEqual([])
    expect(
      cles({
        fiches,
        points: [
          { cle: 'fiches-en-retard', fiche: null, indicateur: null, schema: null, proposition: null, precedent: null },
        ],
      }),
    ).toEqual([])
  })

  it('give first what must be settled', () => {
    const faits = createFaits({
      type: 'COTECH',
      pouvoirs: { SCHEMA: 'PROPOSE' },
      fiches,
      schemas: [{ id: 1, libelle: 'Schéma 2027', etat: 'BROUILLON' }],
      reprises: [createReprise()],
      decisions: [createDecision({ id: 9 })],
    })
    expect(groupPropositions(listPropositions(faits, TODAY), 2026).map(({ genre }) => genre)).toEqual([
      'REPRISE',
      'DECISION_ATTENDUE',
      'SCHEMA',
      'FICHE_EN_RETARD',
    ])
  })
})

describe('a meeting whose content may not change', () => {
  it('says why and what to do', () => {
    expect(judgeModifiable({ figee: true, etat: 'TENUE' })).toMatchObject({
      code: 'COMPTE_RENDU_FIGE',
      message: expect.stringContaining('Corrigez le relevé par une nouvelle version'),
    })
    expect(judgeModifiable({ figee: false, etat: 'ANNULEE' })).toMatchObject({ code: 'REUNION_ANNULEE' })
    expect(judgeModifiable({ figee: false, etat: 'PREVUE' })).toBeNull()
  })
})
