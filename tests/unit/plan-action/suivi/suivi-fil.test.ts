import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildChangements } from '@/lib/plan-action/suivi/rules/fil'
import {
  computeEtatAvant,
  findChamp,
  formatEtat,
  toValeurs,
  type LigneRejouee,
} from '@/lib/plan-action/suivi/rules/retablir'
import { formatEtatMots } from '@/lib/plan-action/suivi/rules/retablir-mots'
import { valeursFiche } from '@/lib/plan-action/champs/schema'
import { CLES_CHANGEMENT, MOTS_CLE } from '@/lib/plan-action/suivi/words/fil'
import type { Colonnes, LigneFil } from '@/lib/plan-action/suivi/types/fil'
import { PATIENT, RUNS } from '@/tests/unit/runs'

const ligne = (champs: Partial<LigneFil>): LigneFil => ({
  id: 1,
  objet: 'fiche_action',
  objetId: 7,
  sujet: null,
  avant: null,
  apres: null,
  ...champs,
})

describe('a save in words', () => {
  it('tells a field made of several columns once', () => {
    expect(
      buildChangements([
        ligne({
          avant: { periode_texte: 'dès 2023', periode_fin: null, statut: 'A_PRECISER' },
          apres: { periode_texte: 'fin 2026', periode_fin: '2026-12-31', statut: 'EN_COURS' },
        }),
      ]),
    ).toEqual([
      {
        cle: '1-fiche_action.periode',
        sujet: null,
        champ: 'Période',
        long: false,
        retablir: { ligne: 1, champ: 'fiche_action.periode' },
        parties: [
          { nom: null, de: 'dès 2023', vers: 'fin 2026' },
          { nom: 'fin', de: null, vers: '31 décembre 2026' },
        ],
      },
      {
        cle: '1-fiche_action.statut',
        sujet: null,
        champ: 'Statut',
        long: false,
        retablir: { ligne: 1, champ: 'fiche_action.statut' },
        parties: [{ nom: null, de: 'à préciser', vers: 'en cours' }],
      },
    ])
  })
  it('keeps capitals that somebody wrote, and folds long texts', () => {
    const [change] = buildChangements([ligne({ avant: { contexte: 'CAF' }, apres: { contexte: 'CAF '.repeat(50) } })])
    expect(change).toMatchObject({ champ: 'Contexte', long: true, parties: [{ de: 'CAF' }] })
  })
  it('tells an étape, a measure and an appraisal by their names', () => {
    expect(
      buildChangements([
        ligne({ id: 1, objet: 'etape', sujet: '1. Forum', avant: { titre: 'Forum' }, apres: { titre: 'Le forum' } }),
        ligne({ id: 2, objet: 'etape', sujet: '2. Salon', apres: { titre: 'Salon', numero: '2' } }),
        ligne({ id: 3, objet: 'mesure', sujet: 'Participants', apres: { valeur: '12.5000', periode_texte: '2024' } }),
        ligne({
          id: 4,
          objet: 'appreciation',
          sujet: 'CAF',
          apres: { cote: 'CAF', niveau: 'VIGILANCE', texte: 'À suivre.' },
        }),
        ligne({
          id: 5,
          objet: 'ligne_budget',
          sujet: '2024, Caf',
          avant: { prevu: '1500.50' },
          apres: { prevu: '2000.00' },
        }),
      ]).map(({ sujet, champ, parties }) => [sujet, champ, parties[0]?.de ?? null, parties[0]?.vers ?? null]),
    ).toEqual([
      ['Étape\u00A0: 1. Forum', 'Titre', 'Forum', 'Le forum'],
      [null, 'Étape ajoutée', null, '2. Salon'],
      ['Mesure\u00A0: Participants', 'Ajout', null, '12,5 (2024)'],
      ['Appréciation de la Caf', 'Ajout', null, 'Points de vigilance\u00A0: À suivre.'],
      ['Ligne de budget\u00A0: 2024, Caf', 'Prévu', '1\u202F500,50\u00A0€', '2\u202F000\u00A0€'],
    ])
  })
  it('tells a list once, by what was added, taken away and reworded', () => {
    const vus = buildChangements([
      ligne({ id: 4, objet: 'fiche_theme', objetId: null, sujet: 'Logement', avant: { theme_code: 'logement' } }),
      ligne({ id: 5, objet: 'fiche_theme', objetId: null, sujet: 'Parentalité', apres: { theme_code: 'parentalite' } }),
      ligne({ id: 6, objet: 'pilotage', avant: { texte: 'CCAS' }, apres: { texte: 'CCAS ?' } }),
    ])
    expect(vus).toMatchObject([
      {
        champ: 'Thématiques',
        parties: [
          { nom: 'ajout', vers: 'Parentalité' },
          { nom: 'retrait', de: 'Logement' },
        ],
        retablir: { ligne: 4, champ: 'fiche_theme.themes' },
      },
      { champ: 'Pilotes, porteurs et partenaires', parties: [{ nom: null, de: 'CCAS', vers: 'CCAS ?' }] },
    ])
  })
  it('says nothing of keys, and one word of an order', () => {
    expect(
      buildChangements([ligne({ objet: 'pilotage', avant: { utilisateur_id: '3' }, apres: { utilisateur_id: null } })]),
    ).toEqual([])
    expect(
      buildChangements([
        ligne({ objet: 'etape', avant: { ordre: '1' }, apres: { ordre: '2' } }),
        ligne({ id: 2, objet: 'etape', avant: { ordre: '2' }, apres: { ordre: '1' } }),
      ]),
    ).toMatchObject([{ champ: 'Ordre', retablir: null }])
  })
  it('never shows a key of another row', PATIENT, () => {
    const colonne = fc.constantFrom(
      'id',
      'ref',
      'fiche_action_id',
      'auteur_id',
      'statut',
      'titre',
      'ordre',
      'organisme_id',
      'redaction_avenant_id',
    )
    const colonnes = fc.dictionary(colonne, fc.option(fc.string()))
    const objet = fc.constantFrom('fiche_action', 'etape', 'pilotage', 'mesure', 'indicateur', 'fiche_theme', 'inconnu')
    fc.assert(
      fc.property(
        fc.array(fc.record({ objet, avant: fc.option(colonnes), apres: fc.option(colonnes) }), { maxLength: 5 }),
        (lignes) => {
          const vus = buildChangements(lignes.map((champs, id) => ligne({ id, ...champs })))
          expect(new Set(vus.map(({ cle }) => cle)).size).toBe(vus.length)
          for (const { parties } of vus) for (const { nom } of parties) expect(nom ?? '').not.toMatch(/_id|\bid\b/)
        },
      ),
      RUNS,
    )
  })
})

const row = (titre: string, ordre = '0'): Colonnes => ({
  titre,
  ordre,
  texte: titre,
  role: 'PILOTE',
  a_definir: 'false',
})

describe('what a field was', () => {
  it('is read backwards from now, whatever the order of the lines', PATIENT, () => {
    // A life of rows: each step adds, changes or withdraws one, and leaves its line.
    const pas = fc.record({
      genre: fc.constantFrom('AJOUT', 'CHANGE', 'RETRAIT'),
      id: fc.integer({ min: 1, max: 4 }),
      mot: fc.string(),
    })
    fc.assert(
      fc.property(fc.array(pas, { maxLength: 30 }), fc.nat(30), (vie, rang) => {
        const etat = new Map<string, Colonnes>()
        const lignes: LigneRejouee[] = []
        const etats = [new Map(etat)]
        for (const { genre, id, mot } of vie) {
          const presente = etat.get(String(id))
          const suite = { id: lignes.length + 1, objetId: id }
          if (genre === 'RETRAIT' && presente) {
            etat.delete(String(id))
            lignes.push({ ...suite, avant: presente, apres: null })
          } else if (presente) {
            etat.set(String(id), { ...presente, titre: mot, texte: mot })
            lignes.push({
              ...suite,
              avant: { titre: presente.titre ?? null, texte: presente.texte ?? null },
              apres: { titre: mot, texte: mot },
            })
          } else {
            etat.set(String(id), row(mot, String(id)))
            lignes.push({ ...suite, avant: null, apres: row(mot, String(id)) })
          }
          etats.push(new Map(etat))
        }
        const cible = Math.min(rang, lignes.length)
        const trouve = computeEtatAvant('pilotage.pilotages', etat, lignes.filter(({ id }) => id > cible).toReversed())
        expect(formatEtat('pilotage.pilotages', trouve)).toBe(
          formatEtat('pilotage.pilotages', etats[cible] ?? new Map()),
        )
      }),
      RUNS,
    )
  })

  it('becomes a value that the edition takes, for every field', () => {
    const fiche: Colonnes = {
      id: '7',
      titre: 'Forum',
      statut: 'EN_COURS',
      avancement: '60',
      periode_debut: '2026-01-01',
      a_rediger: 'true',
      redaction_avenant_id: '3',
      enjeu_coordination: 'false',
    }
    for (const cle of CLES_CHANGEMENT) {
      expect(MOTS_CLE[cle]).toBeTruthy()
      const champ = findChamp(cle)
      const etat = new Map([
        [
          '7',
          cle === 'pilotage.pilotages'
            ? row('CCAS')
            : cle === 'fiche_theme.themes'
              ? { theme_code: 'logement' }
              : cle === 'fiche_commune.communes'
                ? { commune_id: '12' }
                : fiche,
        ],
      ])
      const valeurs = toValeurs(cle, etat)
      if (champ === null) expect(valeurs).toEqual({})
      else expect(valeursFiche.shape[champ].safeParse(valeurs[champ]).success, cle).toBe(true)
    }
    expect(toValeurs('fiche_action.avancement', new Map([['7', fiche]]))).toEqual({
      avancement: { valeur: 60, motif: null },
    })
    expect(toValeurs('fiche_action.enjeuCoordination', new Map([['7', fiche]]))).toEqual({ enjeuCoordination: false })
    expect(toValeurs('fiche_action.redaction', new Map([['7', fiche]]))).toEqual({
      redaction: { aRediger: true, motif: null, echeance: null, avenant: 3 },
    })
  })

  it('is said in words', () => {
    expect(
      formatEtatMots(
        'fiche_theme.themes',
        new Map([
          ['b', { theme_code: 'b' }],
          ['a', { theme_code: 'a' }],
        ]),
        { a: 'Logement', b: 'Parentalité' },
      ),
    ).toBe('Logement · Parentalité')
    expect(
      formatEtatMots(
        'fiche_action.periode',
        new Map([['7', { periode_texte: 'fin 2026', periode_debut: null, periode_fin: '2026-12-31' }]]),
        {},
      ),
    ).toBe('période\u00A0: fin 2026\nfin\u00A0: 31 décembre 2026')
    expect(formatEtatMots('fiche_action.suivi', new Map([['7', { suivi: null }]]), {})).toBe('rien')
    expect(formatEtatMots('pilotage.pilotages', new Map(), {})).toBe('rien')
  })
})
