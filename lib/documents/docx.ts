import 'server-only'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type IParagraphOptions,
} from 'docx'
import { cleanTexte } from '@/lib/platform/texte'
import { listParagraphes } from './texte'
import type { Bloc, DocumentTexte } from './types'

/** Twentieths of a point: A4, with the margins of a letter. */
const PAGE = { width: 11_906, height: 16_838, marge: 1_247 } as const
const LARGEUR = PAGE.width - 2 * PAGE.marge
const PUCES = 'puces'
const COULEURS = { encre: '1A2330', discret: '59636F', filet: 'D3CCBE', fond: 'F5F2EB', accent: '1F3A5F' } as const
const FILET = { style: BorderStyle.SINGLE, size: 4, color: COULEURS.filet } as const
const SANS = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const BORDS = {
  top: FILET,
  bottom: FILET,
  left: SANS,
  right: SANS,
  insideHorizontal: FILET,
  insideVertical: SANS,
} as const
const MARGES_CELLULE = { top: 60, bottom: 60, left: 100, right: 100 } as const

/** What each named style looks like: whoever opens the file may change them there. */
const STYLES = {
  default: {
    document: {
      run: { font: 'Calibri', size: 22, color: COULEURS.encre, language: { value: 'fr-FR' } },
      paragraph: { spacing: { after: 100, line: 276 } },
    },
    title: {
      run: { font: 'Georgia', size: 44, color: COULEURS.accent },
      paragraph: { spacing: { before: 60, after: 60 } },
    },
    heading1: {
      run: { font: 'Georgia', size: 28, color: COULEURS.accent },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { font: 'Calibri', size: 23, bold: true, color: COULEURS.encre },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { font: 'Georgia', size: 26 },
      paragraph: { spacing: { after: 240 } },
    },
    {
      id: 'Surtitre',
      name: 'Surtitre',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { bold: true, size: 20, color: COULEURS.discret },
    },
    {
      id: 'Discret',
      name: 'Discret',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { color: COULEURS.discret },
    },
    {
      id: 'EnteteTableau',
      name: 'En-tête de tableau',
      basedOn: 'Normal',
      quickFormat: true,
      run: { bold: true, size: 19, color: COULEURS.discret },
      paragraph: { spacing: { after: 0 }, keepNext: true },
    },
    {
      id: 'Cellule',
      name: 'Cellule de tableau',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 20 },
      paragraph: { spacing: { after: 0 } },
    },
  ],
}

const listParagraphs = (
  texte: string,
  options: Omit<IParagraphOptions, 'children' | 'text'> = {},
  gras = false,
): Paragraph[] =>
  listParagraphes(texte).map(
    (paragraphe) =>
      new Paragraph({ ...options, children: [new TextRun({ text: paragraphe, ...(gras ? { bold: true } : {}) })] }),
  )

/** A cell always holds a paragraph, be it empty. */
function buildCellule(texte: string, largeur: number, style: string, gras: boolean, fond?: string): TableCell {
  const paragraphes = listParagraphs(texte, { style }, gras)
  return new TableCell({
    width: { size: largeur, type: WidthType.DXA },
    margins: MARGES_CELLULE,
    ...(fond ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: fond } } : {}),
    children: paragraphes.length > 0 ? paragraphes : [new Paragraph({ style })],
  })
}

/**
 * A table; its headings come back on each page, and no row is cut in two unless it is longer than a page.
 * @param entetes null for facts and their names
 */
function buildTableau(
  entetes: readonly string[] | null,
  parts: readonly number[],
  lignes: readonly string[][],
): (Table | Paragraph)[] {
  const somme = parts.reduce((total, part) => total + part, 0)
  const largeurs = parts.map((part) => Math.round((LARGEUR * part) / somme))
  const rangees = lignes.map(
    (ligne) =>
      new TableRow({
        cantSplit: ligne.every((texte) => texte.length < 1500),
        children: largeurs.map((largeur, index) => buildCellule(ligne[index] ?? '', largeur, 'Cellule', index === 0)),
      }),
  )
  const tete =
    entetes === null
      ? []
      : [
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            children: largeurs.map((largeur, index) =>
              buildCellule(entetes[index] ?? '', largeur, 'EnteteTableau', false, COULEURS.fond),
            ),
          }),
        ]
  const table = new Table({
    rows: [...tete, ...rangees],
    width: { size: LARGEUR, type: WidthType.DXA },
    columnWidths: largeurs,
    layout: TableLayoutType.FIXED,
    borders: BORDS,
    tableLook: {
      firstRow: entetes !== null,
      firstColumn: true,
      noHBand: true,
      noVBand: true,
      lastRow: false,
      lastColumn: false,
    },
  })
  // Word joins two tables that follow one another.
  return [table, new Paragraph({ spacing: { after: 60 }, children: [] })]
}

function buildBloc(bloc: Bloc): (Table | Paragraph)[] {
  switch (bloc.genre) {
    case 'titre':
      return [
        new Paragraph({
          heading: bloc.niveau === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: [new TextRun(cleanTexte(bloc.texte))],
        }),
      ]
    case 'paragraphe':
      return listParagraphs(bloc.texte, bloc.ton === 'discret' ? { style: 'Discret' } : {}, bloc.ton === 'fort')
    case 'liste':
      return bloc.items.flatMap((item) => {
        const [premier = '', ...suite] = listParagraphes(item)
        return [
          new Paragraph({
            numbering: { reference: PUCES, level: 0 },
            spacing: { after: 40 },
            children: [new TextRun(premier)],
          }),
          ...suite.map((paragraphe) => new Paragraph({ indent: { left: 360 }, children: [new TextRun(paragraphe)] })),
        ]
      })
    case 'details':
      return buildTableau(
        null,
        [22, 78],
        bloc.details.map(({ terme, valeur }) => [terme, valeur]),
      )
    case 'tableau':
      return buildTableau(
        bloc.colonnes.map(({ titre }) => titre),
        bloc.colonnes.map(({ part }) => part),
        bloc.lignes,
      )
  }
}

function buildPied(pied: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Discret',
        tabStops: [{ type: TabStopType.RIGHT, position: LARGEUR }],
        children: [
          new TextRun({ text: cleanTexte(pied), size: 17 }),
          new TextRun({ size: 17, children: ['\tPage ', PageNumber.CURRENT, ' sur ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
}

/** A document as a DOCX: named styles, headings, table headings and language, so that it is read aloud and edited as it should. */
export async function renderDocx({
  surtitre,
  titre,
  sousTitre,
  titreFichier,
  sujet,
  pied,
  blocs,
}: DocumentTexte): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: cleanTexte(titreFichier),
    subject: cleanTexte(sujet),
    creator: 'Copilote CTG',
    lastModifiedBy: 'Copilote CTG',
    description: cleanTexte(`${titreFichier}, ${sujet}`),
    styles: STYLES,
    numbering: {
      config: [
        {
          reference: PUCES,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 240 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.marge, bottom: PAGE.marge, left: PAGE.marge, right: PAGE.marge },
          },
        },
        footers: { default: buildPied(pied) },
        children: [
          new Paragraph({ style: 'Surtitre', children: [new TextRun(cleanTexte(surtitre))] }),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(cleanTexte(titre))] }),
          new Paragraph({ style: 'Subtitle', children: [new TextRun(cleanTexte(sousTitre))] }),
          ...blocs.flatMap(buildBloc),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
