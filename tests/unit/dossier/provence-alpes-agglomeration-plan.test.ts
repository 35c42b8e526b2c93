import { describe, expect, it } from 'vitest'
import { missionsReferentielEmploi } from '@/prisma/reference/referentiel-emploi'
import { dossier as ecrit } from '@/prisma/seed/provence-alpes-agglomeration'
import { countBy, formatReserves, readEcrit } from './lecture'

const dossier = readEcrit(ecrit)
const fiches = dossier.plan?.fiches ?? []
const etapes = fiches.flatMap((fiche) => fiche.etapes)
const indicateurs = fiches.flatMap((fiche) => fiche.indicateurs)
const sujets = dossier.lacunes.map(({ sujet }) => sujet)

describe('plan', () => {
  it('opens on seven enjeux and four fields of intervention', () => {
    expect(countBy(dossier.enjeux, ({ nature }) => nature)).toEqual({ CHAMP_INTERVENTION: 4, OBJECTIF: 10, ENJEU: 7 })
  })

  it('has six thématiques; the fifth has no fiche, and an avenant due on 31/03/2023', () => {
    const parAxe = countBy(fiches, ({ axe }) => axe)
    expect(dossier.plan?.niveaux).toEqual(['Thématique'])
    expect(dossier.plan?.axes.map(({ numero, ref }) => [numero, parAxe[ref] ?? 0])).toEqual([
      ['1', 1],
      ['2', 2],
      ['3', 3],
      ['4', 1],
      ['5', 0],
      ['6', 1],
    ])
    expect(dossier.plan?.axes.filter(({ absence }) => absence !== null).map(({ numero }) => numero)).toEqual(['5'])
    expect(dossier.avenants.map(({ echeance, dateSignature }) => [echeance, dateSignature])).toEqual([
      ['2023-03-31', null],
    ])
  })

  it('has 8 fiches, 21 sub-actions and 46 indicator lines, attached as in the document', () => {
    expect([fiches.length, etapes.length, indicateurs.length]).toEqual([8, 21, 46])
    const table = fiches.map((fiche) => [
      fiche.numero,
      fiche.etapes.length,
      fiche.indicateurs.filter(({ etape }) => etape === null).length,
      fiche.etapes.map(({ ref }) => fiche.indicateurs.filter(({ etape }) => etape === ref).length),
    ])
    expect(table).toEqual([
      ['1.1', 2, 4, [0, 0]],
      ['2.1', 2, 0, [3, 1]],
      ['2.2', 3, 0, [3, 1, 3]],
      ['3.1', 3, 0, [2, 4, 3]],
      ['3.2', 2, 0, [5, 4]],
      ['3.3', 2, 0, [3, 2]],
      ['4.1', 4, 4, [0, 0, 0, 0]],
      ['6.1', 3, 4, [0, 0, 0]],
    ])
  })

  it('fills what every fiche says, and leaves out pilote, status and budget', () => {
    expect(
      fiches.every(
        ({ contexte, objectifs, publicVise }) => contexte !== null && objectifs !== null && publicVise !== null,
      ),
    ).toBe(true)
    expect(
      fiches.every(
        ({ statut, pilotages, avancement, suivi }) =>
          statut === 'A_PRECISER' && pilotages.length === 0 && avancement === null && suivi === null,
      ),
    ).toBe(true)
    expect(etapes.every(({ statut }) => statut === 'A_PRECISER')).toBe(true)
    expect(sujets).toEqual(expect.arrayContaining(['PLAN_ACTION', 'INDICATEURS', 'BUDGET']))
  })

  it('measures nothing yet: no baseline, target, source or measure', () => {
    expect(
      indicateurs.every(
        ({ reference, cible, cibleTexte, source, fournisseur, mesures }) =>
          [reference, cible, cibleTexte, source, fournisseur].every((v) => v === null) && mesures.length === 0,
      ),
    ).toBe(true)
  })

  it('gives each line its nature', () => {
    expect(countBy(indicateurs, ({ nature }) => nature)).toEqual({
      NOMBRE: 39,
      MONTANT: 4,
      CARTE_DOCUMENT: 2,
      LIVRABLE: 1,
    })
    expect(indicateurs.filter(({ nature }) => nature === 'LIVRABLE').map(({ libelle }) => libelle)).toEqual([
      expect.stringMatching(/^Signature de la charte locale/),
    ])
    expect(new Set(indicateurs.filter(({ nature }) => nature === 'MONTANT').map(({ libelle }) => libelle))).toEqual(
      new Set([
        'Le montant moyen des droits ouverts',
        'La répartition du coût financier entre les familles et les partenaires',
      ]),
    )
  })

  it('asks for a series wherever the line says « évolution », and nowhere else', () => {
    expect(indicateurs.filter(({ evolution }) => evolution)).toHaveLength(5)
    expect(indicateurs.every(({ evolution, libelle }) => evolution === /évolution/.test(libelle))).toBe(true)
  })

  it('keeps the split that a line asks for', () => {
    const ventilations = indicateurs.flatMap(({ ventilation }) => (ventilation === null ? [] : [ventilation]))
    expect(ventilations).toHaveLength(13)
    expect(ventilations).toEqual(
      expect.arrayContaining(['par employeur', 'par territoires', 'par type d’accueil', 'en fonction des thématiques']),
    )
    expect(
      indicateurs.every(
        ({ libelle, ventilation }) =>
          !/ par (?:employeur|territoires|type)/.test(libelle) || ventilation?.startsWith('par '),
      ),
    ).toBe(true)
  })

  it('bounds a calendar only where its words do', () => {
    const calendriers = Object.fromEntries(
      [...fiches, ...etapes].flatMap(({ ref, calendrier }) =>
        calendrier === null ? [] : [[ref, [calendrier.debut, calendrier.fin]]],
      ),
    )
    expect(calendriers).toEqual({
      'fiche-1-1': [null, '2024-12-31'],
      'action-2-1-1': ['2023-04-01', null],
      'action-2-1-2': ['2023-04-01', null],
      'action-2-2-1': [null, null],
      'action-2-2-3': ['2023-01-01', null],
      'action-3-1-1': ['2023-01-01', null],
      'action-3-1-2': ['2023-01-01', null],
      'action-3-1-3': ['2023-01-01', null],
      'action-3-2-1': ['2023-01-01', null],
      'action-3-2-2': ['2024-01-01', '2024-12-31'],
      'action-3-3-1': ['2023-01-01', null],
      'action-4-1-1': ['2023-01-01', null],
      'fiche-6-1': ['2022-01-01', null],
    })
    expect(formatReserves(dossier, 'ETAPE')).toContain('Printemps 2024')
  })

  it('flags the doubtful words: « Datamaning », « Contacteur », 4-1, the title of 3.2', () => {
    expect(formatReserves(dossier, 'ETAPE')).toContain('Datamaning')
    expect(formatReserves(dossier, 'ETAPE')).toContain('Contacteur')
    expect(formatReserves(dossier, 'FICHE')).toContain('4-1')
    expect(formatReserves(dossier, 'FICHE')).toContain('besoins 0-3 ans')
  })
})

describe('coopération', () => {
  it('has no schéma: the post is only studied', () => {
    expect(dossier.schemas).toEqual([])
    expect(dossier.lacunes.find(({ sujet }) => sujet === 'ETP')?.raison).toContain('étudier la possibilité')
    expect(dossier.coutsEtp).toMatchObject([{ montant: '48000', indicatif: true }])
  })

  it('carries the national référentiel d’emploi', () => {
    expect(dossier.missions).toEqual([...missionsReferentielEmploi])
  })
})
