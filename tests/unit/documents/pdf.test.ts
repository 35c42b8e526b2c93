import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { renderPdf } from '@/lib/documents/pdf'
import type { DocumentTexte } from '@/lib/documents/types'
import { createDocument, createLong } from './exemple-document'

interface Noeud {
  role?: string
  children?: Noeud[]
}

async function open(document: DocumentTexte) {
  const octets = await renderPdf(document)
  return getDocument({ data: octets, useSystemFonts: false, verbosity: 0 }).promise
}
type Pdf = Awaited<ReturnType<typeof open>>

async function readPage(pdf: Pdf, numero: number): Promise<string> {
  const { items } = await (await pdf.getPage(numero)).getTextContent()
  return items.map((item) => ('str' in item ? item.str : '')).join('')
}

async function readTout(pdf: Pdf): Promise<string> {
  const pages = []
  for (let numero = 1; numero <= pdf.numPages; numero += 1) pages.push(await readPage(pdf, numero))
  return pages.join('')
}

/** Without the feet of the pages. */
const readCorps = async (pdf: Pdf): Promise<string> =>
  compact(await readTout(pdf)).replaceAll(/Comitédepilotage,mardi3mars2026,version1Page\d+sur\d+/g, '')

const listRoles = (noeud: Noeud): string[] =>
  [noeud.role ?? '', ...(noeud.children ?? []).flatMap(listRoles)].filter((role) => role !== '')

async function countRoles(pdf: Pdf, numero = 1): Promise<Record<string, number>> {
  const arbre = await (await pdf.getPage(numero)).getStructTree()
  const comptes: Record<string, number> = {}
  for (const role of listRoles(arbre as Noeud)) comptes[role] = (comptes[role] ?? 0) + 1
  return comptes
}

const compact = (texte: string): string => texte.replace(/\s/g, '')

describe('a PDF', () => {
  it('says its title and its language, and is tagged', async () => {
    const pdf = await open(createDocument())
    const { info, metadata } = await pdf.getMetadata()
    expect(info).toMatchObject({
      Title: 'Relevé de décisions, Comité de pilotage, mardi 3 mars 2026',
      Language: 'fr-FR',
      Subject: 'Vallée des Baux-Alpilles',
    })
    expect(metadata).not.toBeNull()
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true })
  })

  it('tells a screen reader titles, paragraphs, lists and tables', async () => {
    const roles = await countRoles(await open(createDocument()))
    expect(roles).toMatchObject({
      Root: 1,
      Document: 1,
      H1: 1,
      H2: 1,
      H3: 1,
      L: 1,
      LI: 2,
      Lbl: 2,
      LBody: 2,
      Table: 2,
      THead: 1,
      TBody: 2,
      TR: 4,
      TH: 6,
      TD: 4,
    })
    expect(roles.P).toBe(4)
  })

  it('reads in the order it is written, page number apart', async () => {
    const texte = compact(await readTout(await open(createDocument())))
    const suite = [
      'ValléedesBaux-Alpilles',
      'Relevédedécisions',
      'Lieu',
      'Salleduconseil',
      'Présences',
      '1présentsur2',
      'Ouvrirlelieud’accueil',
      '1.Petiteenfance',
      'Quelleplace?«Uneplaceparenfant»!',
      'Discret',
      'Page1sur1',
    ]
    const places = suite.map((mot) => texte.indexOf(mot))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
  })

  it('embeds every font it names', async () => {
    const octets = Buffer.from(await renderPdf(createDocument())).toString('latin1')
    expect(octets).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/)
    expect(octets.match(/\/FontFile[23]?/g)?.length).toBeGreaterThanOrEqual(2)
    expect(octets.match(/\/BaseFont/g)?.length).toBeGreaterThanOrEqual(2)
  })

  it('flows over pages without losing a word, and heads its tables on each', async () => {
    const long = createLong()
    const pdf = await open(long)
    expect(pdf.numPages).toBeGreaterThan(10)
    expect(compact(await readTout(pdf))).toContain(`Page${pdf.numPages}sur${pdf.numPages}`)
    const texte = await readCorps(pdf)
    for (const mot of ['Membre60', '40.Pointnuméro40', 'FINDUTABLEAU']) expect(texte).toContain(mot)
    expect(texte.match(/unpointd’étapeavantl’été\./g)).toHaveLength(39 * 3 + 150 + 90)
    expect(compact(await readPage(pdf, 2))).toContain('MembreQualitéCollègePrésence')
    // Repeated headings are no part of what is read.
    expect((await countRoles(pdf, 2)).THead).toBeUndefined()
    expect((await countRoles(pdf, 1)).THead).toBe(1)
  })

  it('cuts no row between two pages', async () => {
    const pdf = await open(createLong())
    for (let numero = 1; numero <= 3; numero += 1) {
      const texte = compact(await readPage(pdf, numero))
      const [noms, presences] = [texte.match(/Membre\d+/g) ?? [], texte.match(/présent(?!é)|Martin/g) ?? []]
      if (noms.length > 0) expect(presences.length, `page ${numero}`).toBe(noms.length)
    }
  })

  it.each([
    ['emoji, symbols, other alphabets', 'Avis 👍🏽 ✅ 👨‍👩‍👧 → ≥ Ελλάδα Кириллица đường Ğ 漢字 عربي'],
    ['control characters and halves of characters', 'a\u0000b\u0007c\ud83d d\udc00\u2028e\tf'],
    ['a word that never ends', 'https://exemple.example/' + 'a'.repeat(900)],
    ['combining accents', 'e\u0301te\u0301'],
    ['nothing', ''],
    ['spaces', '   \n  \n '],
  ])('does not stumble on %s', async (_nom, texte) => {
    const pdf = await open(
      createDocument([
        { genre: 'titre', niveau: 2, texte },
        { genre: 'paragraphe', texte },
        { genre: 'liste', items: [texte] },
        {
          genre: 'tableau',
          nom: texte,
          colonnes: [
            { titre: texte, part: 1 },
            { titre: 'B', part: 9 },
          ],
          lignes: [[texte, texte]],
        },
        { genre: 'details', nom: texte, details: [{ terme: texte, valeur: texte }] },
        { genre: 'paragraphe', texte: 'FIN' },
      ]),
    )
    expect(await readTout(pdf)).toContain('FIN')
  })

  it('writes what its fonts hold as it is, and composes accents', async () => {
    const texte = await readTout(
      await open(
        createDocument([{ genre: 'paragraphe', texte: 'Ελλάδα Кириллица e\u0301te\u0301 œuvre 12\u202F345\u00A0€' }]),
      ),
    )
    expect(compact(texte)).toContain('ΕλλάδαКириллицаétéœuvre12345€')
  })
})
