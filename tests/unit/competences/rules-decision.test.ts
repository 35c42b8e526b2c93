import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  computeReglement,
  findPouvoir,
  formatCible,
  formatCibleSaisie,
  formatGesteReserve,
  formatMotifDecision,
  isATrancher,
  judgeCompetence,
  judgeEtat,
  judgeSeance,
  MATIERE_PAR_EFFET,
  type CompetenceLue,
} from '@/lib/competences/rules/pouvoir'
import { computeRetardDecision, judgeRealisation, judgeSuivi } from '@/lib/gouvernance/decisions/rules'
import { formatTrace, listTracesUtiles } from '@/lib/competences/rules/trace'
import { EFFETS, ETATS } from '@/lib/gouvernance/decisions/words'
import type { EffetDecision, TraceDecision } from '@/lib/competences/types'

const COPIL = { id: 1, type: 'COPIL', nom: 'Comité de pilotage' }
const COTECH = { id: 2, type: 'COTECH', nom: 'Comité technique' }
const GROUPE = { id: 3, type: 'GROUPE_PROJET', nom: 'Groupe projet' }
const MATIERES = ['FICHE', 'CIBLE', 'SCHEMA', 'AVENANT'] as const

/** The COPIL decides of everything, the COTECH proposes it. */
const COMPETENCES: CompetenceLue[] = MATIERES.flatMap((matiere) => [
  { instanceId: 1, type: COPIL.type, nom: COPIL.nom, matiere, pouvoir: 'DECIDE' as const },
  { instanceId: 2, type: COTECH.type, nom: COTECH.nom, matiere, pouvoir: 'PROPOSE' as const },
])

const judge = (
  instance: typeof COPIL,
  effet: EffetDecision | null,
  etat: (typeof ETATS)[number],
  competences = COMPETENCES,
) => {
  const portee = judgeCompetence({ instance, competences }, effet, etat)
  return portee.ok ? portee.genre : portee.code
}

describe('who decides: competence × effect × outcome', () => {
  it.each(EFFETS.flatMap((effet) => ETATS.map((etat) => [effet, etat] as const)))('%s, %s', (effet, etat) => {
    expect(judge(COPIL, effet, etat)).toBe(etat === 'PRISE' ? 'APPLIQUER' : 'NOTER')
    expect(judge(COTECH, effet, etat)).toBe(
      etat === 'PRISE' ? 'PROPOSE_SEULEMENT' : etat === 'ATTENDUE' ? 'PROPOSER' : 'NOTER',
    )
    expect(judge(GROUPE, effet, etat)).toBe('HORS_COMPETENCE')
    expect(judge(COPIL, effet, etat, [])).toBe('PERSONNE_NE_DECIDE')
    expect(judge(GROUPE, null, etat, [])).toBe('NOTER')
  })

  it('a matière is a setting of its own', () => {
    const surLesFiches = COMPETENCES.filter(({ matiere }) => matiere === 'FICHE')
    for (const effet of EFFETS)
      expect(judge(COPIL, effet, 'PRISE', surLesFiches)).toBe(
        MATIERE_PAR_EFFET[effet] === 'FICHE' ? 'APPLIQUER' : 'PERSONNE_NE_DECIDE',
      )
    expect(findPouvoir(surLesFiches, 2, 'FICHE')).toBe('PROPOSE')
    expect(findPouvoir(surLesFiches, 2, 'SCHEMA')).toBeNull()
  })

  it('says who decides, and what to do', () => {
    const message = (instance: typeof COPIL, competences: CompetenceLue[]) => {
      const portee = judgeCompetence({ instance, competences }, 'REPORTER_FICHE', 'PRISE')
      return portee.ok ? '' : portee.message
    }
    expect(message(COTECH, COMPETENCES)).toBe(
      'Le COTECH propose, le COPIL décide\u00A0: enregistrez cette proposition comme «\u00A0attendue\u00A0», elle sera reprise à son ordre du jour.',
    )
    expect(message(GROUPE, COMPETENCES)).toBe(
      'L’instance «\u00A0Groupe projet\u00A0» ne peut ni proposer ni décider du report ou de l’abandon des fiches\u00A0: c’est le COPIL qui en décide. Inscrivez le point à son ordre du jour, ou enregistrez la décision sans effet.',
    )
    expect(message(GROUPE, [])).toBe(
      'Aucune instance de cette convention n’est désignée pour décider du report ou de l’abandon des fiches\u00A0: réglez-le dans «\u00A0Qui décide\u00A0» de l’instance.',
    )
    expect(
      message(
        COTECH,
        COMPETENCES.filter(({ pouvoir }) => pouvoir === 'PROPOSE'),
      ),
    ).toContain('Le COTECH propose seulement.')
    expect(formatGesteReserve('SCHEMA', [COPIL])).toContain('c’est le COPIL qui décide des schémas de coopération')
    expect(formatGesteReserve('SCHEMA', [])).toBeNull()
    expect(formatMotifDecision(GROUPE, '2026-03-01')).toBe(
      'Décision de l’instance «\u00A0Groupe projet\u00A0» du 1er mars 2026',
    )
  })
})

describe('the meeting and its day', () => {
  const seance = { etat: 'PREVUE', date: '2026-12-08', figee: false } as const

  it('validated minutes and cancelled meetings change no more', () => {
    expect(judgeSeance(seance)).toEqual({ ok: true })
    expect(judgeSeance({ ...seance, etat: 'TENUE', figee: true })).toMatchObject({ ok: false, code: 'FIGEE' })
    expect(judgeSeance({ ...seance, etat: 'ANNULEE' })).toMatchObject({ ok: false, code: 'ANNULEE' })
  })

  it.each(ETATS)('%s: nothing is settled before the day', (etat) => {
    expect(judgeEtat(seance, etat, '2026-12-07').ok).toBe(etat === 'ATTENDUE')
    expect(judgeEtat(seance, etat, '2026-12-08').ok).toBe(true)
    expect(judgeEtat({ ...seance, etat: 'TENUE' }, etat, '2026-12-07').ok).toBe(true)
  })
})

describe('settling a proposal', () => {
  const vise = fc
    .record({ effet: fc.constantFrom(...EFFETS, null), objet: fc.constantFrom(1, 2) })
    .map(({ effet, objet }) => ({ effet, objet: effet && objet }))

  it('gives the same outcome to the same thing, and never settles by awaiting', () => {
    fc.assert(
      fc.property(vise, vise, fc.constantFrom(...ETATS), (proposition, decision, etat) => {
        const issue = computeReglement(proposition, { ...decision, etat })
        if (etat === 'ATTENDUE') return issue === null
        if (proposition.effet === decision.effet && proposition.objet === decision.objet) return issue === etat
        // Anything else leaves it open, or sets it aside; it is never taken by another decision.
        return issue === null || issue === 'REFUSEE'
      }),
    )
  })

  it('deciding otherwise of the same fiche sets it aside', () => {
    const proposition = { effet: 'REPORTER_FICHE', objet: 1 } as const
    expect(computeReglement(proposition, { effet: 'ABANDONNER_FICHE', objet: 1, etat: 'PRISE' })).toBe('REFUSEE')
    expect(computeReglement(proposition, { effet: 'ABANDONNER_FICHE', objet: 2, etat: 'PRISE' })).toBeNull()
    expect(computeReglement(proposition, { effet: 'ABANDONNER_FICHE', objet: 1, etat: 'REFUSEE' })).toBeNull()
    expect(computeReglement(proposition, { effet: null, objet: null, etat: 'PRISE' })).toBeNull()
  })

  it('waits while awaited, and once put off by the instance that decides', () => {
    expect(ETATS.filter((etat) => isATrancher({ etat, decidee: true }))).toEqual(['REPORTEE', 'ATTENDUE'])
    expect(ETATS.filter((etat) => isATrancher({ etat, decidee: false }))).toEqual(['ATTENDUE'])
  })
})

describe('follow-up', () => {
  it('only what is taken here is late, and never before the day after its due date', () => {
    const prise = { etat: 'PRISE', echeance: '2026-10-01', realiseeLe: null, decidee: false } as const
    expect(computeRetardDecision(prise, '2026-10-01')).toBe(false)
    expect(computeRetardDecision(prise, '2026-10-02')).toBe(true)
    expect(computeRetardDecision({ ...prise, realiseeLe: '2026-11-01' }, '2026-12-01')).toBe(false)
    expect(computeRetardDecision({ ...prise, echeance: null }, '2026-12-01')).toBe(false)
    expect(computeRetardDecision({ ...prise, decidee: true }, '2026-12-01')).toBe(false)
    for (const etat of ['ATTENDUE', 'REPORTEE', 'REFUSEE'] as const)
      expect(computeRetardDecision({ ...prise, etat }, '2026-12-01')).toBe(false)
  })

  it('is for what is taken, between its meeting and today', () => {
    expect(ETATS.filter((etat) => judgeSuivi({ etat, decidee: false, reunion: { etat: 'TENUE' } }).ok)).toEqual([
      'PRISE',
    ])
    expect(judgeSuivi({ etat: 'PRISE', decidee: true, reunion: { etat: 'TENUE' } })).toMatchObject({
      ok: false,
      code: 'DEJA_TRANCHEE',
    })
    expect(judgeSuivi({ etat: 'PRISE', decidee: false, reunion: { etat: 'ANNULEE' } })).toMatchObject({
      ok: false,
      code: 'ANNULEE',
    })
    expect(judgeRealisation('2026-03-03', '2026-03-03', '2026-03-03')).toBeNull()
    expect(judgeRealisation('2026-03-04', '2026-03-03', '2026-03-03')).toContain('pas encore venu')
    expect(judgeRealisation('2026-03-02', '2026-03-03', '2026-03-03')).toContain('prise le 3 mars 2026')
  })
})

describe('targets and traces in words', () => {
  it('writes a target as its indicator is measured, and as one would type it', () => {
    const cible = (
      nature: string,
      valeur: string | null,
      unite: string | null = null,
      cibleTexte: string | null = null,
    ) => formatCible({ nature, unite, cible: valeur, cibleTexte })
    expect(cible('NOMBRE', '1250.5', 'familles')).toBe('1\u202F250,5\u00A0familles')
    expect(cible('POURCENTAGE', '64')).toBe('64\u202F%')
    expect(cible('MONTANT', '1000')).toBe('1\u202F000\u00A0€')
    expect(cible('LIVRABLE', '1')).toBe('oui')
    expect(cible('QUALITATIF', null, null, 'plus sereine')).toBe('plus sereine')
    expect(cible('NOMBRE', null)).toBeNull()
    expect(formatCibleSaisie({ nature: 'NOMBRE', cible: '12.5', cibleTexte: null })).toBe('12,5')
    expect(formatCibleSaisie({ nature: 'LIVRABLE', cible: '0', cibleTexte: null })).toBe('non')
  })

  it('says a decision on its object while the object is as it left it', () => {
    const trace: TraceDecision = {
      id: 1,
      effet: 'REPORTER_FICHE',
      appliquee: true,
      reunion: 'copil-1',
      date: '2026-03-03',
      instance: COPIL,
    }
    const proposee: TraceDecision = { ...trace, id: 2, effet: 'ABANDONNER_FICHE', appliquee: false, instance: COTECH }
    expect(formatTrace(trace)).toEqual({ phrase: 'Reportée par décision du COPIL du', date: '3 mars 2026' })
    expect(formatTrace(proposee)).toEqual({ phrase: 'Abandon proposé par le COTECH le', date: '3 mars 2026' })
    expect(listTracesUtiles([trace, proposee], 'REPORTEE')).toEqual([trace, proposee])
    expect(listTracesUtiles([trace, proposee], 'EN_COURS')).toEqual([proposee])
    expect(listTracesUtiles([{ ...trace, effet: 'CHANGER_CIBLE' }])).toHaveLength(1)
  })
})
