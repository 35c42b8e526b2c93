import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '@/lib/documents/docx'
import type { DocumentTexte } from '@/lib/documents/types'
import { createDocument, createLong } from './exemple-document'

async function open(document: DocumentTexte) {
  const zip = await JSZip.loadAsync(await renderDocx(document))
  const read = async (nom: string): Promise<string> => (await zip.file(nom)?.async('string')) ?? ''
  const noms = Object.keys(zip.files)
  return {
    corps: await read('word/document.xml'),
    styles: await read('word/styles.xml'),
    proprietes: await read('docProps/core.xml'),
    pied: await read(noms.find((nom) => /footer\d*\.xml$/.test(nom)) ?? ''),
  }
}

const countMatches = (texte: string, motif: RegExp): number => texte.match(motif)?.length ?? 0
const readTexte = (xml: string): string =>
  [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, texte]) => texte).join('\n')

describe('a DOCX', () => {
  it('says its title, its subject and its language', async () => {
    const { proprietes, styles } = await open(createDocument())
    expect(proprietes).toContain('<dc:title>Relevé de décisions, Comité de pilotage, mardi 3 mars 2026</dc:title>')
    expect(proprietes).toContain('<dc:subject>Vallée des Baux-Alpilles</dc:subject>')
    expect(styles).toContain('<w:lang w:val="fr-FR"/>')
  })

  it('uses the styles that a reader moves by: title, headings, lists', async () => {
    const { corps, styles } = await open(createDocument())
    expect(countMatches(corps, /<w:pStyle w:val="Title"\/>/g)).toBe(1)
    expect(countMatches(corps, /<w:pStyle w:val="Heading1"\/>/g)).toBe(1)
    expect(countMatches(corps, /<w:pStyle w:val="Heading2"\/>/g)).toBe(1)
    expect(countMatches(corps, /<w:numPr>/g)).toBe(2)
    for (const style of ['Title', 'Heading1', 'Heading2', 'Subtitle', 'Cellule'])
      expect(styles).toContain(`w:styleId="${style}"`)
  })

  it('repeats the headings of a table, and does not cut its rows', async () => {
    const { corps } = await open(createLong())
    expect(countMatches(corps, /<w:tblHeader\/>/g)).toBe(2)
    expect(countMatches(corps, /<w:tr>|<w:tr /g)).toBe(1 + 60 + 1 + 2)
    // A row longer than a page must be cut.
    expect(countMatches(corps, /<w:cantSplit\/>/g)).toBe(1 + 60 + 1 + 1)
    expect(countMatches(corps, /w:firstRow="(true|1)"/g)).toBe(2)
  })

  it('counts its pages', async () => {
    const { pied } = await open(createDocument())
    expect(pied).toContain('NUMPAGES')
    expect(pied).toMatch(/PAGE(?!S)/)
    expect(readTexte(pied)).toContain('Comité de pilotage, mardi 3 mars 2026, version 1')
  })

  it('loses no text, and keeps the spaces of French', async () => {
    const { corps } = await open(createDocument())
    const texte = readTexte(corps)
    for (const mot of [
      'Salle du conseil',
      'Caf\u00A0: 1 présent sur 2',
      'Ouvrir le lieu d’accueil',
      'prise',
      'Quelle place\u202F? «\u00A0Une place par enfant\u00A0»\u202F!',
      'Discret',
    ])
      expect(texte).toContain(mot)
  })

  it.each([
    ['markup', '</w:t> & <script> "guillemets" \'apostrophe\''],
    ['control characters and halves of characters', 'a\u0000b\u0007c\ud83d d\udc00\ufffe'],
    ['emoji', 'Avis 👍🏽 ✅'],
    ['nothing', ''],
  ])('stays well formed with %s', async (_nom, texte) => {
    const { corps, proprietes } = await open({
      ...createDocument([
        { genre: 'paragraphe', texte },
        { genre: 'liste', items: [texte] },
        { genre: 'titre', niveau: 2, texte },
        { genre: 'tableau', nom: texte, colonnes: [{ titre: texte, part: 1 }], lignes: [[texte]] },
      ]),
      titreFichier: texte,
      sujet: texte,
      pied: texte,
    })
    for (const xml of [corps, proprietes]) {
      expect(xml).not.toMatch(/(?![\n\r\t])\p{Cc}|\ufffe/u)
      expect(xml).not.toMatch(/\p{Cs}/u)
    }
    expect(countMatches(corps, /<w:tc>|<w:tc /g)).toBe(2)
    expect(countMatches(corps, /<w:p>|<w:p |<w:p\/>/g)).toBeGreaterThanOrEqual(2)
  })
})
