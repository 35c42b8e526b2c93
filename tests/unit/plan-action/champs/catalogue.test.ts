import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { COLONNES_FICHES } from '@/lib/plan-action/champs/rules/feuille'
import { ENTREES, findTrace, MOTS_CHAMP, TEXTES_FICHE } from '@/lib/plan-action/champs/rules/catalogue'
import { valeursFiche } from '@/lib/plan-action/champs/schema'
import { LABELS_STATUT, formatCompteStatut, STATUTS, STATUTS_TOLERES } from '@/lib/plan-action/champs/words/statuts'
import { normalizeCle } from '@/lib/plan-action/tableur/rules/mots'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))
const FICHIERS = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', '--', 'app', 'components', 'lib', 'prisma'],
  { cwd: ROOT, encoding: 'utf8' },
)
  .split('\n')
  .filter(
    (nom) => /\.(tsx?|sql|prisma)$/.test(nom) && !nom.startsWith('prisma/seed/') && fs.existsSync(path.join(ROOT, nom)),
  )
const SOURCES = new Map(FICHIERS.map((nom) => [nom, fs.readFileSync(path.join(ROOT, nom), 'utf8')]))
const listNommant = (motif: RegExp, dossiers = /./) =>
  [...SOURCES].filter(([nom, source]) => dossiers.test(nom) && motif.test(source)).map(([nom]) => nom)

const repetes = (mots: readonly string[]) => mots.filter((mot, rang) => mots.indexOf(mot) !== rang)

describe('the catalogue of the fields of a fiche', () => {
  it('gives each field one key, one name, columns of its own', () => {
    expect(repetes(ENTREES.map(({ cle }) => cle))).toEqual([])
    expect(repetes(Object.values(MOTS_CHAMP).map(normalizeCle))).toEqual([])
    expect(
      repetes(
        ENTREES.flatMap(({ cle }) => {
          const { objet, colonnes } = findTrace(cle)
          return colonnes.map(({ colonne }) => `${objet}.${colonne}`)
        }),
      ),
    ).toEqual([])
    expect(Object.keys(valeursFiche.shape).sort()).toEqual(ENTREES.map(({ cle }) => cle).sort())
  })

  it('gives the sheet of fiches headers that no other column answers to', () => {
    expect(repetes(COLONNES_FICHES.map(({ cle }) => cle))).toEqual([])
    const mots = COLONNES_FICHES.flatMap(({ titre, synonymes = [] }) => [
      ...new Set([titre, ...synonymes].map(normalizeCle)),
    ])
    expect(repetes(mots)).toEqual([])
  })

  it('bounds each text at its length, and says what to do beyond', () => {
    for (const { cle, longueur, requis } of TEXTES_FICHE) {
      const champ = valeursFiche.shape[cle]
      expect(champ.parse('x'.repeat(longueur)), cle).toHaveLength(longueur)
      expect(champ.safeParse('x'.repeat(longueur + 1)).error?.issues[0]?.message, cle).toMatch(
        /^Raccourcissez ce texte/,
      )
      if (requis === undefined) expect(champ.parse('  '), cle).toBeNull()
      else expect(champ.safeParse('  ').error?.issues[0]?.message, cle).toBe(requis)
    }
  })
})

describe('a text of a fiche', () => {
  // Names that mean nothing else: each file that names them is one to touch for a field like it.
  it.each([
    ['publicVise', 'public_vise', 4],
    ['territoireTexte', 'territoire_texte', 5],
  ])('%s is named in few files: catalogue, schema, migration, its place on the screen', (cle, colonne, nombre) => {
    expect(TEXTES_FICHE.some((texte) => texte.cle === cle && texte.colonne === colonne)).toBe(true)
    expect(listNommant(new RegExp(`\\b(${cle}|${colonne})\\b`))).toHaveLength(nombre)
  })

  it('has no word of its own on a screen of the plan', () => {
    // An étape, an axe, an indicator and a measure also have these.
    const partages = new Set(['numero', 'titre', 'description', 'objectifs', 'statut', 'periode', 'communes', 'suivi'])
    const mots = ENTREES.filter(({ cle }) => !partages.has(cle)).map(({ label }) => label)
    for (const mot of [...mots, 'Note de suivi']) {
      expect(
        listNommant(
          new RegExp(`['"\`>]${mot}['"\`<]`),
          /^(components|lib)\/(plan-action|journal)\/(?!champs\/words\/)/,
        ),
        mot,
      ).toEqual([])
    }
  })
})

describe('the statuses', () => {
  it('are listed, and named, once', () => {
    // An order of one’s own, or a choice among them, says something; the list and its words say nothing new.
    const liste = new RegExp(STATUTS.map((statut) => `'?${statut}'?`).join(`\\s*[,|]\\s*`))
    expect(listNommant(liste, /^(app|components|lib)\//)).toEqual([])
    for (const mot of [LABELS_STATUT.A_ENGAGER, LABELS_STATUT.ABANDONNEE])
      expect(
        listNommant(new RegExp(`['"\`>]${mot}['"\`<]`, 'i'), /^(app|components|lib)\/(plan-action|pilotage|journal)/),
        mot,
      ).toEqual(['lib/plan-action/champs/words/statuts.ts'])
  })

  it('agree in number, and no word of a spreadsheet stands for two', () => {
    expect(STATUTS.map((statut) => formatCompteStatut(1, statut))).toEqual([
      '1 à engager',
      '1 en cours',
      '1 réalisée',
      '1 reportée',
      '1 abandonnée',
      '1 à préciser',
    ])
    expect(STATUTS.map((statut) => formatCompteStatut(2, statut))).toEqual([
      '2 à engager',
      '2 en cours',
      '2 réalisées',
      '2 reportées',
      '2 abandonnées',
      '2 à préciser',
    ])
    const labels = new Map(STATUTS.map((statut) => [normalizeCle(LABELS_STATUT[statut]), statut]))
    for (const [mots, statut] of Object.entries(STATUTS_TOLERES)) {
      expect(normalizeCle(mots), mots).toBe(mots)
      expect(labels.get(mots) ?? statut, mots).toBe(statut)
    }
  })
})
