import { describe, expect, it } from 'vitest'
import { computeEtpCopil } from '@/lib/pilotage/situation/rules/etp'
import { computeAvancementPlan } from '@/lib/pilotage/situation/rules/avancement'
import {
  computeChiffreActions,
  computeChiffreEtp,
  computeChiffreIndicateurs,
  computeChiffreInstances,
  type InstanceComptee,
  type Progression,
} from '@/lib/pilotage/situation/rules/chiffres'
import { listEcheances, type DemandeEcheances } from '@/lib/pilotage/situation/rules/echeances'
import { listRolesEnMots } from '@/lib/pilotage/navigation/rules/roles'
import { computeAnneeVue } from '@/lib/convention/phase/rules/annee'
import type { EtatSuivi } from '@/lib/convention/phase/rules/suivi'
import type { SchemaEnVue } from '@/lib/cooperation/schemas/types/en-vue'
import type { PlanLu } from '@/lib/pilotage/situation/types/faits'
import { RIEN, type Effectif } from '@/lib/cooperation/postes/rules/pourvu'

const today = '2026-11-22'
const enCours = { debut: '2026-01-01', fin: '2030-12-31' }

describe('the year a convention is looked at for', () => {
  it.each([
    [enCours, 2026],
    [{ debut: '2020-01-01', fin: '2024-12-31' }, 2024],
    [{ debut: '2028-01-01', fin: '2030-12-31' }, 2028],
    [{ debut: null, fin: null }, 2026],
    [{ debut: null, fin: '2023-06-30' }, 2023],
    [{ debut: '2027-09-01', fin: null }, 2027],
  ])('%j: %i', (dates, annee) => expect(computeAnneeVue(dates, today)).toBe(annee))
})

describe('the figure of instances', () => {
  const instance = (
    etat: EtatSuivi,
    type = 'AUTRE',
    echeance: string | null = null,
    manquee = false,
  ): InstanceComptee => ({ nom: 'Groupe projet', type, etat, manquee, echeance })
  const chiffre = (
    instances: InstanceComptee[],
    dates: { debut: string | null; fin: string | null } = enCours,
    enregistree = true,
  ) => computeChiffreInstances(instances, enregistree, dates, today)

  it('counts those that keep their frequency already among those that have one', () => {
    expect(
      chiffre([instance('RESPECTEE'), instance('PLANIFIEE'), instance('EN_DEFAUT'), instance('SANS_REGLE')]),
    ).toMatchObject({ valeur: '1 sur 3', mention: { ton: 'bad', texte: 'Groupe projet\u00A0: réunion manquante' } })
    expect(chiffre([instance('EN_DEFAUT'), instance('EN_DEFAUT')]).mention.texte).toBe('2 instances en retard')
    expect(chiffre([instance('RESPECTEE')])).toEqual({
      valeur: '1 sur 1',
      suffixe: null,
      mention: { ton: 'ok', texte: 'fréquences respectées' },
    })
  })
  it('says of what has not come due neither that it is kept nor that it is missed', () => {
    expect(chiffre([instance('PLANIFIEE'), instance('PLANIFIEE')])).toEqual({
      valeur: '–',
      suffixe: null,
      mention: { ton: 'neutral', texte: '2 prévues, rien en retard' },
    })
    expect(chiffre([instance('RESPECTEE'), instance('PLANIFIEE')])).toMatchObject({
      valeur: '1 sur 2',
      mention: { ton: 'neutral', texte: '1 prévue, rien en retard' },
    })
  })
  it('keeps what was missed before apart from the present', () => {
    const passe = { ton: 'warn', texte: '2 ont manqué une période passée' }
    const manquees = [instance('RESPECTEE', 'COPIL', null, true), instance('PLANIFIEE', 'COTECH', null, true)]
    expect(chiffre(manquees)).toMatchObject({ valeur: '1 sur 2', mention: { ton: 'neutral' }, passe })
    expect(chiffre(manquees, { debut: '2020-01-01', fin: '2024-12-31' })).toEqual({
      valeur: '–',
      suffixe: null,
      mention: { ton: 'neutral', texte: 'convention terminée' },
      passe,
    })
  })
  it('asks for what is to declare before what is to plan', () => {
    expect(chiffre([instance('A_DECLARER'), instance('A_PLANIFIER')])).toMatchObject({
      valeur: '–',
      mention: { ton: 'warn', texte: 'Groupe projet\u00A0: réunion à déclarer' },
    })
    expect(chiffre([instance('A_DECLARER'), instance('A_DECLARER')]).mention.texte).toBe(
      'réunions à déclarer dans 2 instances',
    )
  })
  it('names what is to hold and by when, even where nothing was recorded yet; urgent within two months', () => {
    const copil = { ton: 'bad', texte: 'COPIL à tenir avant le 31 déc.' }
    expect(chiffre([instance('A_PLANIFIER', 'COPIL', '2026-12-31')]).mention).toEqual(copil)
    expect(chiffre([instance('A_PLANIFIER', 'COPIL', '2026-12-31')], enCours, false).mention).toEqual(copil)
    expect(chiffre([instance('A_PLANIFIER', 'COPIL', '2027-06-30')]).mention).toEqual({
      ton: 'warn',
      texte: 'COPIL à tenir avant le 30 juin 2027',
    })
    expect(
      chiffre([instance('A_PLANIFIER', 'COPIL', '2026-12-31'), instance('A_PLANIFIER', 'COTECH', '2026-11-30')]).mention
        .texte,
    ).toBe('2 instances à tenir avant le 30 nov.')
    expect(chiffre([instance('A_PLANIFIER')]).mention).toEqual({ ton: 'warn', texte: 'Groupe projet à planifier' })
  })
  it('raises no alarm where dates are over or unknown, or nothing tells', () => {
    expect(chiffre([instance('EN_DEFAUT')], { debut: '2020-01-01', fin: '2024-12-31' }).mention).toEqual({
      ton: 'neutral',
      texte: 'convention terminée',
    })
    expect(chiffre([instance('EN_DEFAUT')], { debut: null, fin: null }).mention).toEqual({
      ton: 'neutral',
      texte: 'dates non connues',
    })
    expect(chiffre([instance('NON_ENREGISTREE')]).mention).toEqual({ ton: 'neutral', texte: 'suivi à compléter' })
    expect(chiffre([instance('NON_ENREGISTREE')], enCours, false).mention).toEqual({
      ton: 'neutral',
      texte: 'aucune réunion enregistrée',
    })
    expect(chiffre([instance('DEPASSEE')]).mention).toEqual({ ton: 'warn', texte: 'maximum dépassé' })
  })
  it('shows a dash, not a zero, where nothing can be counted', () => {
    expect(chiffre([])).toEqual({
      valeur: '–',
      suffixe: null,
      mention: { ton: 'neutral', texte: 'aucune instance nommée' },
    })
    expect(chiffre([instance('SANS_REGLE')]).mention.texte).toBe('fréquence non précisée')
  })
})

describe('the figures of actions, indicators and ETP', () => {
  const progression = (parts: Partial<Progression>): Progression => {
    const toutes = { realisees: 0, enCours: 0, enRetard: 0, aEngager: 0, ecartees: 0, aPreciser: 0, ...parts }
    return { ...toutes, total: Object.values(toutes).reduce((somme, valeur) => somme + valeur, 0) }
  }
  it.each<[Partial<Progression>, string, string, string]>([
    [{}, '–', 'neutral', 'aucune fiche'],
    [{ aPreciser: 8 }, '0 sur 8', 'neutral', 'avancement à préciser'],
    [{ realisees: 4, enRetard: 3, enCours: 11 }, '4 sur 18', 'warn', '3 échéances dépassées'],
    [{ realisees: 2 }, '2 sur 2', 'ok', 'plan réalisé'],
    [{ realisees: 1, enCours: 2 }, '1 sur 3', 'neutral', '2 en cours'],
    [{ realisees: 1, aEngager: 1 }, '1 sur 2', 'neutral', 'à engager'],
  ])('actions %j: %s, %s', (parts, valeur, ton, texte) => {
    expect(computeChiffreActions(progression(parts), enCours, today)).toEqual({
      valeur,
      suffixe: null,
      mention: { ton, texte },
    })
  })
  it('says no lateness of a convention that is over', () => {
    expect(
      computeChiffreActions(progression({ enRetard: 1, enCours: 1 }), { debut: '2020-01-01', fin: '2024-12-31' }, today)
        .mention,
    ).toEqual({ ton: 'neutral', texte: '1 en cours' })
  })
  it('indicators: renseignés, and how many are awaited', () => {
    expect(computeChiffreIndicateurs({ total: 42, renseignes: 27 })).toEqual({
      valeur: '27 sur 42',
      suffixe: null,
      mention: { ton: 'neutral', texte: '15 attendus' },
    })
    expect(computeChiffreIndicateurs({ total: 2, renseignes: 1 }).mention.texte).toBe('1 attendu')
    expect(computeChiffreIndicateurs({ total: 2, renseignes: 2 }).mention).toEqual({
      ton: 'ok',
      texte: 'tous renseignés',
    })
    expect(computeChiffreIndicateurs({ total: 2, renseignes: 0 }).mention.texte).toBe('aucune mesure enregistrée')
    expect(computeChiffreIndicateurs({ total: 0, renseignes: 0 }).valeur).toBe('–')
  })
  const somme = {
    total: 310,
    somme: 310,
    mode: 'THEMATIQUE' as const,
    equilibre: true,
    partielle: false,
    ecart: null,
    brouillon: false,
    etat: 'PROPOSE' as const,
    effectif: { ...RIEN, prevu: 310, nonPrecise: 310 },
  }
  it.each<[Partial<Effectif>, 'ok' | 'warn' | 'neutral', string]>([
    [{ nonPrecise: 310 }, 'neutral', 'pourvu non précisé'],
    [{ nonPrecise: 110, pourvu: 200 }, 'neutral', '2 pourvus, le reste non précisé'],
    [{ pourvu: 280, vacant: 30 }, 'warn', '0,3 vacant'],
    [{ pourvu: 290, jamaisPourvu: 20 }, 'warn', '0,2 jamais pourvu'],
    [{ pourvu: 110, externalise: 200 }, 'neutral', '2 externalisés'],
    [{ pourvu: 310 }, 'ok', 'tout est pourvu'],
  ])('ETP: the total with its word, and what is filled of it: %j', (parts, ton, texte) => {
    const effectif = { ...RIEN, prevu: 310, ...parts }
    expect(computeChiffreEtp({ ...somme, effectif })).toEqual({
      valeur: '3,1',
      suffixe: 'ETP proposés',
      mention: { ton, texte },
    })
  })
  it('ETP: the difference in words, and what is not shared out', () => {
    expect(computeChiffreEtp({ ...somme, etat: 'VALIDE', total: 100, somme: 100 }).suffixe).toBe('ETP convenu')
    expect(computeChiffreEtp({ ...somme, effectif: RIEN }).mention.texte).toBe('pourvu non précisé')
    expect(computeChiffreEtp({ ...somme, mode: 'EVOLUTION' }).mention).toEqual({
      ton: 'neutral',
      texte: 'répartition non communiquée',
    })
    expect(computeChiffreEtp({ ...somme, somme: 100, partielle: true }).mention).toEqual({
      ton: 'neutral',
      texte: 'répartition connue en partie',
    })
    expect(
      computeChiffreEtp({
        ...somme,
        somme: 290,
        equilibre: false,
        ecart: 'il manque 0,20 par thématique',
        brouillon: true,
      }).mention,
    ).toEqual({ ton: 'warn', texte: 'il manque 0,20 par thématique' })
    expect(computeChiffreEtp({ ...somme, somme: 290, equilibre: false, ecart: null }).mention.ton).toBe('bad')
    expect(computeChiffreEtp({ ...somme, somme: null })).toEqual({
      valeur: '3,1',
      suffixe: 'ETP proposés',
      mention: { ton: 'neutral', texte: 'répartition non communiquée' },
    })
    expect(computeChiffreEtp({ ...somme, total: null, somme: null, equilibre: false })).toEqual({
      valeur: '–',
      suffixe: null,
      mention: { ton: 'neutral', texte: 'total non précisé' },
    })
    expect(computeChiffreEtp(null).mention.texte).toBe('aucun schéma connu')
  })
})

describe('the schéma in view', () => {
  const schema: SchemaEnVue = {
    ref: 's',
    libelle: '2026',
    etat: 'VALIDE',
    anterieur: false,
    debut: '2026-01-01',
    fin: '2026-12-31',
    periodeTexte: null,
    total: 310,
    existant: null,
    affectations: [],
    developpements: [],
    croise: [],
    effectifs: [],
  }
  it('is shown on the thématiques, else on what is known, never on what is not', () => {
    const thematique: SchemaEnVue['affectations'] = [
      ['THEMATIQUE', 'PETITE_ENFANCE', 'Petite enfance', 310, 'NON_PRECISE'],
    ]
    const porteur: SchemaEnVue['affectations'] = [
      ['PORTEUR', null, 'Aureille', 20, 'JAMAIS_POURVU'],
      ['PORTEUR', null, 'Saint-Rémy', 290, 'POURVU'],
    ]
    const effectifs = [
      { libelle: 'Aureille', effectif: { ...RIEN, prevu: 20, jamaisPourvu: 20 } },
      { libelle: 'Saint-Rémy', effectif: { ...RIEN, prevu: 290, pourvu: 290, present: 290 } },
    ]
    expect(computeEtpCopil({ ...schema, affectations: [...porteur, ...thematique], effectifs }, today)).toMatchObject({
      mode: 'THEMATIQUE',
      somme: 310,
      equilibre: true,
      enVigueur: true,
      phrase:
        'Réparti par thématique\u00A0: 3,1 ETP, égal au total convenu\u202F; 2,9 ETP pourvus sur 3,1\u00A0: jamais pourvu, Aureille (0,2).',
    })
    expect(computeEtpCopil({ ...schema, affectations: porteur }, today)).toMatchObject({
      mode: 'PORTEUR',
      lignes: [{ libelle: 'Aureille' }, { libelle: 'Saint-Rémy' }],
    })
    expect(
      computeEtpCopil(
        { ...schema, affectations: [['THEMATIQUE', null, 'Politiques éducatives', 310, 'NON_PRECISE']] },
        today,
      ).mode,
    ).toBe('PART')
    expect(
      computeEtpCopil(
        {
          ...schema,
          total: 380,
          existant: 310,
          developpements: [
            ['Fos', 20],
            ['Istres', 50],
          ],
        },
        today,
      ),
    ).toMatchObject({
      mode: 'EVOLUTION',
      somme: 380,
      equilibre: true,
      phrase:
        'Existant et développements\u00A0: 3,8 ETP, égal au total convenu\u202F; la répartition de l’existant n’est pas communiquée.',
    })
    expect(computeEtpCopil(schema, today)).toMatchObject({
      mode: 'TOTAL',
      somme: null,
      phrase: '3,1 ETP convenus\u202F; leur répartition n’est pas communiquée.',
    })
    expect(computeEtpCopil({ ...schema, total: null }, today).phrase).toBe('Le total convenu n’est pas précisé.')
  })
  it('says the difference, and what is only proposed', () => {
    expect(
      computeEtpCopil(
        { ...schema, etat: 'BROUILLON', affectations: [['PORTEUR', null, 'Aureille', 300, 'NON_PRECISE']] },
        today,
      ),
    ).toMatchObject({ equilibre: false, ecart: 'il manque 0,10 par commune' })
    expect(
      computeEtpCopil(
        { ...schema, etat: 'PROPOSE', affectations: [['PORTEUR', null, 'Aureille', 310, 'NON_PRECISE']] },
        today,
      ).phrase,
    ).toContain('égal au total proposé')
  })
})

describe('progress by axe', () => {
  const plan: PlanLu = {
    niveaux: ['Axe'],
    nomFiche: 'Fiche',
    raisonSansFiche: null,
    axes: [
      [1, 'a', null, '1', 'Un', null],
      [2, 'b', 1, '1.1', 'Sous un', null],
      [3, 'c', null, '2', 'Deux', 'Avenant à venir'],
    ],
    fiches: [
      [1, 'REALISEE', null],
      [2, 'EN_COURS', '2026-06-30'],
      [2, 'A_PRECISER', '2020-12-31'],
      [2, 'REPORTEE', null],
    ],
  }
  it('counts what hangs anywhere under an axe, and accuses no fiche of unknown status', () => {
    const { axes, progression, phrase } = computeAvancementPlan(plan, today)
    expect(
      axes.map(({ ref, progression: { total, realisees, enRetard, aPreciser, ecartees } }) => [
        ref,
        total,
        realisees,
        enRetard,
        aPreciser,
        ecartees,
      ]),
    ).toEqual([
      ['a', 4, 1, 1, 1, 1],
      ['c', 0, 0, 0, 0, 0],
    ])
    expect(progression.total).toBe(4)
    expect(phrase).toBe('1 fiche réalisée sur 4, 1 en cours, 1 en retard, 1 à préciser')
  })
})

describe('the dates ahead', () => {
  const demande: DemandeEcheances = {
    instances: [{ ref: 'copil', nom: 'COPIL', etat: 'A_PLANIFIER', echeance: '2026-12-31' }],
    prevues: [{ ref: 'copil-2026-12-08', date: '2026-12-08', instance: 'COPIL', type: 'COPIL' }],
    avenants: [['Vie sociale', '2023-03-31']],
    evaluations: [
      ['Bilan', '2029-12-31'],
      ['Ancien bilan', '2020-12-31'],
    ],
    schema: { ref: 's', libelle: '2026', fin: '2026-12-31', total: 310 },
    convention: enCours,
    renouvellement: 'EXPRES',
    today,
  }
  it('come in order, what is past left out but for an avenant nobody recorded', () => {
    expect(listEcheances(demande).map(({ date, nature, passee }) => [date, nature, passee])).toEqual([
      ['2023-03-31', 'AVENANT', true],
      ['2026-12-08', 'REUNION', false],
      ['2026-12-31', 'A_TENIR', false],
      ['2026-12-31', 'SCHEMA', false],
      ['2029-12-31', 'EVALUATION', false],
      ['2030-12-31', 'CONVENTION', false],
    ])
    expect(listEcheances(demande).map(({ chemin }) => chemin)).toEqual([
      '/convention#annexes',
      '/reunions/copil-2026-12-08',
      '/gouvernance/copil',
      '/etp?schema=s',
      '/convention',
      '/convention',
    ])
    expect(listEcheances(demande).at(-1)?.texte).toBe('Fin de la convention, renouvellement à décider expressément')
  })
  it('ask for no meeting of a convention that is over or of unknown dates', () => {
    for (const convention of [
      { debut: '2020-01-01', fin: '2024-12-31' },
      { debut: null, fin: null },
    ])
      expect(listEcheances({ ...demande, convention }).some(({ nature }) => nature === 'A_TENIR')).toBe(false)
  })
})

describe('roles in words', () => {
  const role = (
    type: 'ELU' | 'CONSEILLER_CAF' | 'CHARGE_COOPERATION',
    organisme: string | null,
    conventionId: number | null = null,
    convention: string | null = null,
  ) => ({ type, organisme, conventionId, convention })
  it('give the function first, then the roles that bear on the convention in view', () => {
    const roles = [
      role('CONSEILLER_CAF', 'Caf de la Vienne'),
      role('CHARGE_COOPERATION', null, 7, 'Val’Aïgo'),
      role('CHARGE_COOPERATION', null, 8, 'Démonstration'),
    ]
    expect(listRolesEnMots('Chargée de mission', roles, 8, ['CHARGE_COOPERATION'])).toEqual([
      'Chargée de mission',
      'Coordination, Démonstration',
      'Conseil de la Caf, Caf de la Vienne',
      'Coordination, Val’Aïgo',
    ])
    expect(listRolesEnMots(null, [role('ELU', 'Aureille'), role('ELU', 'Aureille')], null)).toEqual([
      'Représentation des élus, Aureille',
    ])
  })
})
