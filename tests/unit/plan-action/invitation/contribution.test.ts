import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildContenu,
  createSaisie,
  listLignes,
  mergeBrouillon,
  parsePourcent,
  type SaisieInvitee,
} from '@/lib/plan-action/invitation/rules'
import { propositionSchema } from '@/lib/plan-action/invitation/schema'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'
import type { ActuelPropose, FicheOuverte } from '@/lib/plan-action/invitation/types'

const fiche: FicheOuverte = {
  pour: 'Sam',
  dernierJour: '2026-12-01',
  nomFiche: 'Fiche',
  nomEtape: 'Étape',
  numero: '1',
  titre: 'Fiche',
  axes: [],
  statut: 'EN_COURS',
  avancement: 40,
  suivi: 'Note',
  etapes: [
    { id: 1, numero: null, titre: 'Une', statut: 'EN_COURS' },
    { id: 2, numero: null, titre: 'Deux', statut: 'A_ENGAGER' },
  ],
  enAttente: null,
}
const statut = fc.constantFrom(...STATUTS)
const arbitrarySaisie: fc.Arbitrary<SaisieInvitee> = fc.record({
  statut,
  avancement: fc.oneof(fc.constant(''), fc.nat(100).map(String)),
  suivi: fc.constantFrom('', 'Note', ' Note\r\n', 'Autre\nnote'),
  etapes: fc.tuple(statut, statut).map(([une, deux]) => ({ 1: une, 2: deux })),
  message: fc.constantFrom('', 'Bonjour'),
})

describe('what is sent', () => {
  it('is nothing when nothing changed, and then it is refused in words', () => {
    const contenu = buildContenu(fiche, createSaisie(fiche))
    expect(contenu).toEqual({ champs: {}, etapes: [] })
    expect(
      propositionSchema.safeParse({ jeton: 'x', message: ' ', contenu }).error?.issues.map(({ message }) => message),
    ).toEqual(['Rien n’a changé\u00A0: modifiez un champ, ou écrivez un message.'])
    expect(propositionSchema.safeParse({ jeton: 'x', message: 'Bonjour', contenu }).success).toBe(true)
  })

  it('is each value that differs, over what the page showed: put back, the fiche is what was typed', () => {
    fc.assert(
      fc.property(arbitrarySaisie, (saisie) => {
        const contenu = buildContenu(fiche, saisie)
        expect(contenu.champs.statut?.apres ?? fiche.statut).toBe(saisie.statut)
        expect(contenu.champs.avancement === undefined ? fiche.avancement : contenu.champs.avancement.apres).toBe(
          parsePourcent(saisie.avancement),
        )
        expect(contenu.etapes.every(({ avant, apres }) => avant !== apres)).toBe(true)
        expect(
          fiche.etapes.map(({ id, statut: sien }) => contenu.etapes.find((etape) => etape.id === id)?.apres ?? sien),
        ).toEqual([saisie.etapes[1], saisie.etapes[2]])
      }),
    )
  })

  it('a progress that is no whole number from 0 to 100 is refused at its field', () => {
    for (const [avancement, valeur] of [
      ['40 %', 40],
      [' 7 ', 7],
      ['', null],
      ['40,5', Number.NaN],
      ['beaucoup', Number.NaN],
      ['12345', Number.NaN],
    ] as const)
      expect(parsePourcent(avancement)).toBe(valeur)
    for (const avancement of ['140', '40,5', 'beaucoup']) {
      const lu = propositionSchema.safeParse({
        jeton: 'x',
        message: null,
        contenu: buildContenu(fiche, { ...createSaisie(fiche), avancement }),
      })
      expect(lu.error?.issues.map(({ path }) => path.join('.'))).toEqual(['contenu.champs.avancement.apres'])
    }
  })
})

describe('a draft taken up again', () => {
  it('on a fiche that did not change, is what was typed', () => {
    fc.assert(
      fc.property(arbitrarySaisie, (saisie) => {
        expect(mergeBrouillon(fiche, { saisie, base: fiche })).toEqual({ saisie, base: fiche })
      }),
    )
  })

  it('keeps what was changed over what it was typed over, takes the rest from the fiche, and lets a gone étape go', () => {
    const saisie = {
      ...createSaisie(fiche),
      suivi: 'Ma note',
      etapes: { 1: 'REALISEE' as const, 2: 'A_ENGAGER' as const },
    }
    const depuis: FicheOuverte = {
      ...fiche,
      statut: 'REALISEE',
      avancement: 90,
      suivi: 'Note d’une autre',
      etapes: [
        { id: 1, numero: null, titre: 'Une', statut: 'REPORTEE' },
        { id: 3, numero: null, titre: 'Trois', statut: 'EN_COURS' },
      ],
    }
    const repris = mergeBrouillon(depuis, { saisie, base: fiche })
    expect(repris.saisie).toEqual({
      statut: 'REALISEE',
      avancement: '90',
      suivi: 'Ma note',
      etapes: { 1: 'REALISEE', 3: 'EN_COURS' },
      message: '',
    })
    expect(buildContenu(repris.base, repris.saisie)).toEqual({
      champs: { suivi: { avant: 'Note', apres: 'Ma note' } },
      etapes: [{ id: 1, avant: 'EN_COURS', apres: 'REALISEE' }],
    })
  })
})

describe('what is shown to who answers', () => {
  const actuel: ActuelPropose = { statut: 'EN_COURS', avancement: 40, suivi: 'Note', etapes: fiche.etapes }

  it('tells what is there from what is proposed, what changed since, and what is of no effect any more', () => {
    const contenu = {
      champs: {
        statut: { avant: 'EN_COURS' as const, apres: 'REALISEE' as const },
        avancement: { avant: 10, apres: 60 },
        suivi: { avant: null, apres: 'Note' },
      },
      etapes: [
        { id: 2, avant: 'A_ENGAGER' as const, apres: 'EN_COURS' as const },
        { id: 9, avant: 'EN_COURS' as const, apres: 'REALISEE' as const },
      ],
    }
    expect(listLignes(contenu, actuel).map(({ cle, deplacee, sansEffet }) => [cle, deplacee, sansEffet])).toEqual([
      ['statut', false, false],
      ['avancement', true, false],
      ['suivi', false, true],
      ['etape:2', false, false],
      ['etape:9', false, true],
    ])
  })
})
