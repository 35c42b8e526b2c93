import JSZip from 'jszip'

/** Workbooks in the shapes that other programs write, made by hand. */

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TETE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Bytes of an archive of these parts. */
export const zip = (pieces: Record<string, string | Uint8Array>): Promise<Uint8Array> => {
  const archive = new JSZip()
  for (const [nom, contenu] of Object.entries(pieces)) archive.file(nom, contenu)
  return archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 9 } })
}

interface ClasseurXlsx {
  /** inside `<worksheet>` */
  feuille: string
  chaines?: string
  styles?: string
  /** attributes of `workbookPr` */
  proprietes?: string
  autres?: Record<string, string | Uint8Array>
}

/** Bytes of an XLSX as Excel lays it out. */
export const xlsx = ({ feuille, chaines, styles, proprietes = '', autres = {} }: ClasseurXlsx): Promise<Uint8Array> =>
  zip({
    '[Content_Types].xml': `${TETE}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${TETE}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${TETE}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><workbookPr ${proprietes}/><sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${TETE}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELS}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="${RELS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${TETE}<worksheet xmlns="${MAIN}">${feuille}</worksheet>`,
    ...(chaines === undefined ? {} : { 'xl/sharedStrings.xml': `${TETE}<sst xmlns="${MAIN}">${chaines}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `${TETE}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...autres,
  })

const ODF = ['office', 'table', 'text']
  .map((nom) => `xmlns:${nom}="urn:oasis:names:tc:opendocument:xmlns:${nom}:1.0"`)
  .join(' ')

/** Bytes of an ODS as LibreOffice lays it out. @param tables inside `<office:spreadsheet>` */
export const ods = (tables: string, avant = ''): Promise<Uint8Array> =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': `${TETE}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`,
    'content.xml': `${TETE}${avant}<office:document-content ${ODF} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  })
