import fs from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGeste } from '@/lib/journal/rules/faits'
import { formatObjet } from '@/lib/journal/rules/noms'
import type { Colonnes, Geste, GesteLu, LigneJournal, Noms } from '@/lib/journal/types'
import { findCible } from '@/lib/journal/words/liens'
import { NOMS } from '@/lib/journal/words/noms'
import { JAMAIS_ECRITES, TABLES } from '@/lib/journal/words/tables'
import { fr } from '@/tests/support/typographie'

/** Sentences of the journal, generated from the schema: each table, each column, each code. */

interface Colonne {
  nom: string
  /** null for a free value */
  codes: string[] | null
  type: string
  liste: boolean
}

const schema = fs.readFileSync(new URL('../../../prisma/schema.prisma', import.meta.url), 'utf8')
const listBlocs = (mot: string): { nom: string; lignes: string[] }[] =>
  [...schema.matchAll(new RegExp(`^${mot} (\\w+) \\{\\n([\\s\\S]*?)^\\}`, 'gm'))].map(([, nom = '', corps = '']) => ({
    nom,
    lignes: corps.split('\n').map((ligne) => ligne.replace(/\/\/.*/, '').trim()),
  }))
const enums = new Map(
  listBlocs('enum').map(({ nom, lignes }) => [nom, lignes.filter((ligne) => /^[A-Z_0-9]+$/.test(ligne))]),
)
const SCALAIRES = new Set(['Int', 'String', 'Boolean', 'DateTime', 'Decimal', 'Json', 'Bytes'])

/** Columns of each table, by its name in the database. */
const tables = new Map(
  listBlocs('model').map(({ lignes }): [string, Colonne[]] => {
    const table = lignes.flatMap((ligne) => /^@@map\("(\w+)"\)/.exec(ligne)?.[1] ?? [])[0] ?? ''
    const colonnes = lignes.flatMap((ligne): Colonne[] => {
      const [, champ = '', type = '', liste] = /^(\w+)\s+(\w+)(\[\])?\??/.exec(ligne) ?? []
      if (champ === '' || (!SCALAIRES.has(type) && !enums.has(type))) return []
      const nom = /@map\("(\w+)"\)/.exec(ligne)?.[1] ?? champ
      return [{ nom, type, liste: liste !== undefined, codes: enums.get(type) ?? null }]
    })
    return [table, colonnes]
  }),
)
const journalisees = Object.keys(TABLES)

/** Acronyms that people of the field say. */
const SIGLES = new Set(['ETP', 'EPCI', 'COPIL', 'COTECH', 'SIREN', 'INSEE', 'AFAS', 'MSA', 'CAF', 'CTG'])

/** Why a text is not for people; null when it is. */
function findFaute(texte: string): string | null {
  const capitales = [...texte.matchAll(/(?<![\p{L}\d])\p{Lu}[\p{Lu}\d_]+(?![\p{L}\d])/gu)].map(([mot]) => mot)
  const code = capitales.find((mot) => !SIGLES.has(mot))
  if (code !== undefined) return `code ${code}`
  const interdits: [RegExp, string][] = [
    [/_/, 'underscore'],
    [/\p{Ll}\p{Lu}/u, 'camelCase'],
    [/(?<!\p{L})(?:true|false|null|undefined|NaN|id)(?!\p{L})/u, 'word of the program'],
    [/\d{4}-\d{2}-\d{2}/, 'ISO date'],
    [/\[object|[{}]/, 'structure'],
    [/ {2}|\s$/, 'spaces'],
    [/(?<!\p{L})(?:de|à) (?:le|les)(?!\p{L})(?! \d)/u, 'contraction'],
  ]
  return interdits.find(([forme]) => forme.test(texte))?.[1] ?? null
}

const MOTS = 'mots de quelqu’un'

/** Values that a column may hold. */
function listValeurs({ nom, type, codes, liste }: Colonne): unknown[] {
  if (codes) return codes
  if (liste) return [[], [MOTS], [MOTS, MOTS]]
  switch (type) {
    case 'Int':
      return [0, 12]
    case 'Decimal':
      return [0, 0.5, 1234.25, -3]
    case 'Boolean':
      return [true, false]
    case 'DateTime':
      return ['2026-12-08', '2026-12-08T10:00:00.123+00:00', '2026-01-01T23:30:00+01:00']
    case 'Json':
      return [
        [],
        [{ annee: 2030, quand: null, minimum: 1, maximum: null, motif: MOTS }],
        { titre: MOTS, nature: 'CONVENTION' },
        [
          { mots: MOTS, du: '01-01', au: '03-31', avant: null },
          { mots: MOTS, du: null, au: null, avant: 'comite-de-pilotage' },
        ],
      ]
    default:
      return nom === 'theme_code' ? ['PARENTALITE'] : nom === 'periode_texte' ? ['2026', '1er trimestre'] : [MOTS, '']
  }
}

const colonnesDe = (table: string): Colonne[] => (tables.get(table) ?? []).filter(({ nom }) => !JAMAIS_ECRITES.has(nom))
const premiere = (table: string): Colonnes =>
  Object.fromEntries(colonnesDe(table).map((colonne) => [colonne.nom, listValeurs(colonne)[0]]))

/** Every table has a row for every key: names are all known. */
const TOUS: Noms = {
  get: (cle: string) => {
    const [table = ''] = cle.split(' ')
    if (table === 'voix') return { type: 'CHARGE_COOPERATION' }
    return { ...premiere(table), nom: 'Awa Diallo' }
  },
} as unknown as Noms
const AUCUN: Noms = new Map()

const GESTES: Geste[] = ['AJOUT', 'MODIFICATION', 'RETRAIT']
function toLigne(objet: string, geste: Geste, avant: Colonnes, apres: Colonnes, nombre = 1): LigneJournal {
  return {
    id: 1,
    objet,
    objetId: 7,
    libelle: null,
    avant: geste === 'AJOUT' ? null : avant,
    apres: geste === 'RETRAIT' ? null : apres,
    motif: null,
    nombre,
  }
}

function tell(lignes: LigneJournal[], noms: Noms, auteurId: number | null = 3): GesteLu | null {
  return buildGeste({ id: 9, instant: '2026-12-01 10:00', auteurId, operation: 'essai', lignes }, noms)
}

/** All that a page would show of a gesture. */
const listTextes = (geste: GesteLu | null): string[] =>
  geste === null
    ? []
    : [
        geste.auteur,
        ...geste.faits.flatMap(({ phrase, details }) => [
          phrase,
          ...details.flatMap(({ champ, de, vers }) => [champ, de ?? '', vers ?? '']),
        ]),
      ]

const listFautes = (geste: GesteLu | null): string[] =>
  listTextes(geste).flatMap((texte) => {
    const faute = findFaute(texte)
    return faute === null ? [] : [`${faute} in « ${texte} »`]
  })

describe('the sentences of the journal, whatever is written', () => {
  it('know every journaled table, what it hangs on and what leads to it', () => {
    expect(journalisees.length).toBeGreaterThan(55)
    for (const table of journalisees) {
      expect(tables.get(table), table).toBeDefined()
      expect(NOMS[table], table).toBeDefined()
      expect(findFaute(formatObjet(table)), table).toBeNull()
    }
    for (const [table, { propre = [], par = [], dans = [] }] of Object.entries(NOMS)) {
      const noms = (tables.get(table) ?? []).map(({ nom }) => nom)
      expect(
        [...propre, ...par.slice(0, 1), ...dans.flatMap((chemin) => chemin.slice(0, 1))].filter(
          (nom) => !noms.includes(nom),
        ),
        table,
      ).toEqual([])
      for (const chemin of [...dans, par])
        for (const [rang] of chemin.entries()) {
          const ou = chemin.slice(0, rang).reduce<string>((objet, colonne) => findCible(objet, colonne) ?? '', table)
          expect(findCible(ou, chemin[rang] ?? ''), `${table} ${chemin.join('.')}`).not.toBeNull()
        }
    }
  })

  it.each(GESTES)('hold no word of the program: %s of each table, each column, each code', (geste) => {
    const fautes: string[] = []
    for (const noms of [TOUS, AUCUN])
      for (const table of journalisees)
        for (const colonne of colonnesDe(table)) {
          const valeurs = listValeurs(colonne)
          for (const [rang, valeur] of valeurs.entries()) {
            const autre = { [colonne.nom]: valeurs[(rang + 1) % valeurs.length] ?? null }
            const neuve = { [colonne.nom]: valeur }
            const entiere = geste === 'MODIFICATION' ? {} : premiere(table)
            const ligne = toLigne(table, geste, { ...entiere, ...autre }, { ...entiere, ...neuve })
            fautes.push(...listFautes(tell([ligne], noms)).map((faute) => `${table}.${colonne.nom}: ${faute}`))
            if (geste === 'MODIFICATION') {
              const videe = toLigne(table, geste, neuve, { [colonne.nom]: null })
              fautes.push(
                ...listFautes(tell([videe], noms)).map((faute) => `${table}.${colonne.nom} emptied: ${faute}`),
              )
            }
          }
        }
    expect([...new Set(fautes)].slice(0, 20)).toEqual([])
  })

  const ligneGeneree = fc.constantFrom(...journalisees).chain((table) => {
    const colonnes = colonnesDe(table)
    const rangee = fc.record(
      Object.fromEntries(colonnes.map((colonne) => [colonne.nom, fc.constantFrom(null, ...listValeurs(colonne))])),
      { requiredKeys: [] },
    )
    return fc
      .record({
        geste: fc.constantFrom(...GESTES),
        avant: rangee,
        apres: rangee,
        id: fc.nat(30),
        nombre: fc.constantFrom(1, 1, 12),
      })
      .map(({ geste, avant, apres, id, nombre }) => ({
        ...toLigne(table, geste, avant, apres, nombre),
        id,
        objetId: id,
      }))
  })

  it('hold none for random rows, alone or in one gesture, whoever did it and whatever is known', () => {
    fc.assert(
      fc.property(
        fc.array(ligneGeneree, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(TOUS, AUCUN),
        fc.constantFrom(3, null),
        (lignes, noms, auteur) => {
          expect(listFautes(tell(lignes, noms, auteur))).toEqual([])
        },
      ),
      { numRuns: 400 },
    )
  })

  it('tell each gesture once: no line is told twice, none that says something is left out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 30 }),
        fc.constantFrom('AJOUT' as const, 'RETRAIT' as const),
        (n, geste) => {
          const lignes = Array.from({ length: n }, (_, id) => ({
            ...toLigne(
              'etape',
              geste,
              { titre: `Étape ${id}`, fiche_action_id: 4 },
              { titre: `Étape ${id}`, fiche_action_id: 4 },
              n,
            ),
            id,
            objetId: id,
          }))
          const noms: Noms = new Map([['fiche_action 4', { numero: '2.3', titre: 'Ouvrir' }]])
          const dit = tell(lignes, noms)
          const ou = geste === 'AJOUT' ? 'à la fiche 2.3 « Ouvrir »' : 'de la fiche 2.3 « Ouvrir »'
          expect(dit?.faits.map(({ phrase }) => phrase)).toEqual([
            fr(`${geste === 'AJOUT' ? 'a ajouté' : 'a retiré'} ${n} étapes ${ou}`),
          ])
          expect(dit?.faits[0]?.details).toHaveLength(n)
        },
      ),
    )
  })
})

const NOMS_CONNUS: Noms = new Map<string, Colonnes>([
  ['voix 3', { type: 'CHARGE_COOPERATION' }],
  ['voix 4', { type: 'CONSEILLER_CAF' }],
  ['voix 5', { type: 'PILOTE' }],
  ['voix 6', { type: 'ADMINISTRATEUR' }],
  ['utilisateur 3', { nom: 'Awa Diallo', fonction: 'Chargée de coopération' }],
  ['utilisateur 4', { nom: 'Julie Martin' }],
  ['utilisateur 5', { nom: 'Paul Roux', fonction: 'directeur enfance' }],
  ['utilisateur 8', { nom: 'Robot', systeme: true }],
  ['fiche_action 1', { numero: '1.1', titre: 'Un guichet unique' }],
  ['fiche_action 2', { titre: 'Sans numéro' }],
  ['indicateur 1', { libelle: 'Nombre d’ouvertures', unite: 'ouvertures', fiche_action_id: 1 }],
  ['mesure 7', { indicateur_id: 1, periode_texte: '2026', valeur: 97 }],
  ['instance 1', { type: 'COPIL', nom: 'Comité de pilotage' }],
  ['instance 2', { type: 'GROUPE_PROJET', nom: 'Petite enfance' }],
  ['reunion 7', { instance_id: 1, date: '2026-12-08' }],
  ['reunion 8', { instance_id: 2, date: '2026-12-01' }],
  ['point_ordre_du_jour 1', { titre: 'Bilan', reunion_id: 7 }],
  ['etape 7', { titre: 'Ouvrir', numero: '2', fiche_action_id: 1 }],
])
const phrases = (lignes: LigneJournal[]): string[] => tell(lignes, NOMS_CONNUS)?.faits.map(({ phrase }) => phrase) ?? []
const ajout = (objet: string, apres: Colonnes) => toLigne(objet, 'AJOUT', {}, apres)
const change = (objet: string, avant: Colonnes, apres: Colonnes) => toLigne(objet, 'MODIFICATION', avant, apres)

describe('the sentences people expect', () => {
  it.each<[string, LigneJournal]>([
    [
      'a saisi 96 ouvertures pour 2026 (indicateur « Nombre d’ouvertures » de la fiche 1.1)',
      ajout('mesure', { indicateur_id: 1, periode_texte: '2026', valeur: 96, etat: 'CONFIRMEE' }),
    ],
    [
      'a saisi 97 ouvertures au lieu de 96 pour 2026 (indicateur « Nombre d’ouvertures » de la fiche 1.1)',
      change('mesure', { valeur: 96 }, { valeur: 97 }),
    ],
    [
      'a planifié le COPIL du 8 décembre 2026',
      ajout('reunion', { instance_id: 1, date: '2026-12-08', etat: 'PREVUE' }),
    ],
    [
      'a planifié la réunion « Petite enfance » du 1er décembre 2026',
      ajout('reunion', { instance_id: 2, date: '2026-12-01', etat: 'PREVUE' }),
    ],
    [
      'a annulé le COPIL du 8 décembre 2026',
      change('reunion', { etat: 'PREVUE' }, { etat: 'ANNULEE', motif_annulation: 'x' }),
    ],
    ['a déclaré la tenue du COPIL du 8 décembre 2026', change('reunion', { etat: 'PREVUE' }, { etat: 'TENUE' })],
    [
      'a déplacé le COPIL du 8 décembre 2026 au 15 décembre 2026',
      change('reunion', { date: '2026-12-08' }, { date: '2026-12-15' }),
    ],
    [
      'a passé la fiche 1.1 « Un guichet unique » de À engager à En cours',
      { ...change('fiche_action', { statut: 'A_ENGAGER' }, { statut: 'EN_COURS' }), objetId: 1 },
    ],
    [
      'a passé l’étape 2 « Ouvrir » de la fiche 1.1 de En cours à Réalisée',
      change('etape', { statut: 'EN_COURS' }, { statut: 'REALISEE' }),
    ],
    [
      'a nommé « Mairie » porteur de la fiche « Sans numéro »',
      ajout('pilotage', { fiche_action_id: 2, texte: 'Mairie', role: 'PORTEUR' }),
    ],
    [
      'a ajouté la décision « Valider » au COPIL du 8 décembre 2026',
      ajout('decision', { point_id: 1, texte: 'Valider', nature: 'VALIDATION' }),
    ],
    [
      'a retiré l’étape « Partie depuis » de la fiche 1.1',
      toLigne('etape', 'RETRAIT', { titre: 'Partie depuis', fiche_action_id: 1 }, {}),
    ],
    [
      'a modifié la fiche 1.1 « Un guichet unique » : moyens',
      { ...change('fiche_action', { moyens: null }, { moyens: 'x'.repeat(80) }), objetId: 1 },
    ],
    [
      'a modifié la fiche « Ancienne » : public visé (tous)',
      { ...change('fiche_action', { public_vise: null }, { public_vise: 'tous' }), objetId: 99, libelle: 'Ancienne' },
    ],
  ])('%s', (attendue, ligne) => {
    expect(phrases([ligne])).toEqual([fr(attendue)])
  })

  it('name authors by the side they speak for, or by what they are', () => {
    const dire = (auteur: number | null, objet = 'etape') =>
      tell([ajout(objet, { nom: 'Léa Petit', titre: 'x' })], NOMS_CONNUS, auteur)?.auteur
    expect(dire(3)).toBe('La coordination (Awa Diallo)')
    expect(dire(4)).toBe('La Caf (Julie Martin)')
    expect(dire(5)).toBe('Paul Roux (directeur enfance)')
    expect(dire(6)).toBe('L’administration')
    expect(dire(8)).toBe('L’application')
    expect(dire(null)).toBe('L’application')
    expect(dire(null, 'contribution_fiche')).toBe('Léa Petit (par invitation)')
    expect(dire(12)).toBe('Une personne dont l’accès a pris fin')
  })

  it('tell what comes and goes along with a row beside it', () => {
    const lignes = [
      { ...ajout('fiche_action', { numero: '2.4', titre: 'Neuve' }), objetId: 40, id: 1 },
      { ...ajout('etape', { titre: 'a', fiche_action_id: 40 }), objetId: 50, id: 2, nombre: 2 },
      { ...ajout('etape', { titre: 'b', fiche_action_id: 40 }), objetId: 51, id: 3, nombre: 2 },
      { ...ajout('indicateur', { libelle: 'i', fiche_action_id: 40 }), objetId: 60, id: 4 },
      { ...ajout('cible_indicateur', { periode_texte: '2026', indicateur_id: 60 }), objetId: 61, id: 5 },
    ]
    expect(phrases(lignes)).toEqual([fr('a ajouté la fiche 2.4 « Neuve », avec 2 étapes, 1 indicateur et 1 cible')])
  })

  it('tell an import, an export, a new order and a reading without news', () => {
    const evenement = (operation: string, ligne: Partial<LigneJournal>) =>
      buildGeste(
        {
          id: 1,
          instant: '2026-12-01 10:00',
          auteurId: 3,
          operation,
          lignes: [{ ...ajout('convention', {}), apres: null, ...ligne }],
        },
        NOMS_CONNUS,
      )?.faits.map(({ phrase }) => phrase)
    expect(evenement('dossier.importer', { apres: { slug: 'a', empreinte: 'b' } })).toEqual([
      'a importé le dossier de la convention',
    ])
    expect(evenement('dossier.exporter', {})).toEqual(['a exporté le dossier de la convention'])
    expect(
      evenement('plan.importer', { apres: { fichier: 'plan.xlsx', creees: '12', changees: '1', refusees: '0' } }),
    ).toEqual([fr('a importé le tableur « plan.xlsx » dans le plan d’action (lignes : 12 créées et 1 changée)')])
    expect(evenement('plan.ecrire', { libelle: fr('« A » placé au rang 2') })).toEqual([
      fr('a changé l’ordre du plan d’action : « A » placé au rang 2'),
    ])
    expect(evenement('fiche.ecrire', { objet: 'fiche_action', objetId: 1, apres: { revue: 'rien de neuf' } })).toEqual([
      fr('a relu la fiche 1.1 « Un guichet unique » : rien de neuf'),
    ])
  })
})
