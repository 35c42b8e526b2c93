import { cleanTexte } from '@/lib/platform/texte'
import type { Cellule, FeuilleEcrite } from './types'
import { writeZip } from './zip'

/** ODS, written here: every space and line of a text is said by its element, or OpenDocument would collapse it. */

const MIME = 'application/vnd.oasis.opendocument.spreadsheet'
const ENTETE = '<?xml version="1.0" encoding="UTF-8"?>'
const ESPACES = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"',
]
  .map((espace) => `xmlns:${espace}`)
  .join(' ')

const MANIFESTE = `${ENTETE}<manifest:manifest ${ESPACES} manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIME}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`

const escape = (texte: string): string =>
  texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const formatLigne = (ligne: string): string =>
  escape(ligne).replace(/^ +| +$| {2,}/g, (espaces) => `<text:s text:c="${espaces.length}"/>`)

function formatCellule(cellule: Cellule, entete: boolean): string {
  const style = entete ? ' table:style-name="entete"' : ''
  if (typeof cellule === 'object' && 'nombre' in cellule)
    return `<table:table-cell office:value-type="float" office:value="${escape(cellule.nombre)}"><text:p>${escape(cellule.nombre)}</text:p></table:table-cell>`
  if (typeof cellule === 'object')
    return `<table:table-cell table:style-name="jour" office:value-type="date" office:date-value="${cellule.date}"><text:p>${cellule.date.split('-').reverse().join('/')}</text:p></table:table-cell>`
  const texte = cleanTexte(cellule)
  if (texte === '') return `<table:table-cell${style}/>`
  return `<table:table-cell${style} office:value-type="string">${texte
    .split('\n')
    .map((ligne) => `<text:p>${formatLigne(ligne)}</text:p>`)
    .join('')}</table:table-cell>`
}

function formatFeuille({ nom, lignes, largeurs = [] }: FeuilleEcrite): string {
  const colonnes = largeurs
    .map((largeur) => `<table:table-column table:style-name="l${largeur}" table:default-cell-style-name="mots"/>`)
    .join('')
  const rangs = lignes.map(
    (ligne, i) =>
      `<table:table-row>${ligne.length === 0 ? '<table:table-cell/>' : ligne.map((cellule) => formatCellule(cellule, i === 0)).join('')}</table:table-row>`,
  )
  const [premier = '', ...suite] = rangs
  return `<table:table table:name="${escape(nom)}">${colonnes || '<table:table-column/>'}<table:table-header-rows>${premier || '<table:table-row><table:table-cell/></table:table-row>'}</table:table-header-rows>${suite.join('')}</table:table>`
}

const STYLES = [
  '<number:date-style style:name="date"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>',
  '<style:style style:name="jour" style:family="table-cell" style:data-style-name="date"><style:table-cell-properties style:vertical-align="top"/></style:style>',
  '<style:style style:name="mots" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>',
  '<style:style style:name="entete" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/><style:text-properties fo:font-weight="bold"/></style:style>',
].join('')

/** A workbook as the bytes of an ODS. */
export function writeOds(feuilles: readonly FeuilleEcrite[]): Uint8Array {
  const largeurs = [...new Set(feuilles.flatMap((feuille) => feuille.largeurs ?? []))]
  const colonnes = largeurs
    .map(
      (l) =>
        `<style:style style:name="l${l}" style:family="table-column"><style:table-column-properties style:column-width="${(l * 0.2).toFixed(1)}cm"/></style:style>`,
    )
    .join('')
  const contenu = `${ENTETE}<office:document-content ${ESPACES} office:version="1.3"><office:automatic-styles>${STYLES}${colonnes}</office:automatic-styles><office:body><office:spreadsheet>${feuilles.map(formatFeuille).join('')}</office:spreadsheet></office:body></office:document-content>`
  return writeZip([
    { nom: 'mimetype', contenu: MIME, brut: true },
    { nom: 'META-INF/manifest.xml', contenu: MANIFESTE },
    { nom: 'content.xml', contenu },
  ])
}
