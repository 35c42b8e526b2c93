import { describe, expect, it } from 'vitest'
import { readTableur } from '@/lib/tableurs/read'
import { ods, xlsx } from '../../support/classeurs'

async function read(octets: Uint8Array): Promise<string[][]> {
  const lecture = await readTableur(octets)
  if (!lecture.ok) throw new Error(lecture.message)
  return lecture.feuilles[0]?.lignes ?? []
}

const texte = (mots: string): Uint8Array => new TextEncoder().encode(mots)

describe('given an XLSX as other programs write it', () => {
  const styles =
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;€ dû&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs>'

  it('when its texts are shared, rich or inline, then they are read whole, without their phonetic guide', async () => {
    const chaines =
      '<si><t>Titre</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Petite </t></r><r><t>enfance &amp; jeunesse</t></r><rPh sb="0" eb="1"><t>non</t></rPh></si><si/><si><t>ligne_x000D_\nautre _x005F_x0041_</t></si>'
    const feuille =
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>En ligne</t></is></c></row><row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="s"><v>2</v></c><c r="C3" t="s"><v>3</v></c></row></sheetData>'
    expect(await read(await xlsx({ feuille, chaines }))).toEqual([
      ['Titre', '', 'En ligne'],
      [],
      ['Petite enfance & jeunesse', '', 'ligne\nautre _x0041_'],
    ])
  })

  it('when it holds days, percentages, amounts, hours and booleans, then they read as a person sees them', async () => {
    const feuille =
      '<sheetData><row><c s="1"><v>45536</v></c><c s="2"><v>45536</v></c><c s="3"><v>0.64</v></c><c s="4"><v>1234.5</v></c><c s="5"><v>0.604166666666667</v></c><c t="b"><v>1</v></c><c><v>0.30000000000000004</v></c><c t="e"><v>#REF!</v></c><c s="1"><v>45536.604166</v></c></row></sheetData>'
    expect(await read(await xlsx({ feuille, styles }))).toEqual([
      ['2024-09-01', '2024-09-01', '64 %', '1234.5', '14:30', 'VRAI', '0.3', '#REF!', '2024-09-01 14:29'],
    ])
  })

  it('when its calendar starts in 1904, then its days are the same', async () => {
    const feuille = '<sheetData><row r="1"><c r="A1" s="1"><v>44074</v></c></row></sheetData>'
    expect(await read(await xlsx({ feuille, styles, proprietes: 'date1904="1"' }))).toEqual([['2024-09-01']])
  })

  it('when it holds formulas, then their cached result is read, and a formula without one is refused by its address', async () => {
    const feuille = (v: string) =>
      `<sheetData><row r="12"><c r="A12"><f>1+1</f><v>2</v></c><c r="B12">${v}</c><c r="C12" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row></sheetData>`
    expect((await read(await xlsx({ feuille: feuille('<v>5</v>') })))[11]).toEqual(['2', '5', 'ab'])
    const refus = await readTableur(await xlsx({ feuille: feuille('<f>SUM(A1:A9)</f>') }))
    expect(refus).toMatchObject({ ok: false })
    expect(refus.ok ? '' : refus.message).toContain('cellule B12')
  })

  it('when elements carry a prefix, and rows styled and empty go down to the last, then only what is filled counts', async () => {
    const feuille =
      '<x:sheetData xmlns:x="y"><x:row r="1"><x:c r="B1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row><x:row r="1048576"><x:c r="XFD1048576" s="1"/></x:row></x:sheetData>'
    expect(await read(await xlsx({ feuille }))).toEqual([['', 'a']])
  })
})

describe('given an ODS as LibreOffice writes it', () => {
  const cellule = (mots: string, attributs = '') =>
    `<table:table-cell office:value-type="string"${attributs} calcext:value-type="string"><text:p>${mots}</text:p></table:table-cell>`

  it('when cells and rows are repeated, then they are as many, and an empty million at the end is nothing', async () => {
    const table = `<table:table table:name="Plan"><table:table-row>${cellule('a', ' table:number-columns-repeated="2"')}<table:table-cell table:number-columns-repeated="16382"/></table:table-row><table:table-row table:number-rows-repeated="2">${cellule('b')}</table:table-row><table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`
    expect(await read(await ods(table))).toEqual([['a', 'a'], ['b'], ['b']])
  })

  it('when it holds days, percentages, amounts, booleans and a note, then they read as a person sees them', async () => {
    const table = `<table:table table:name="Plan"><table:table-row><table:table-cell office:value-type="date" office:date-value="2024-09-01"><text:p>01/09/24</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.64" calcext:value-type="percentage"><text:p>64 %</text:p></table:table-cell><table:table-cell office:value-type="currency" office:value="1234.5"><text:p>1 234,50 €</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>VRAI</text:p></table:table-cell><table:table-cell office:value-type="string"><office:annotation><text:p>une note</text:p></office:annotation><text:p>avec</text:p><text:p>deux <text:span>lignes</text:span><text:s text:c="2"/>ici</text:p></table:table-cell><table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell></table:table-row></table:table>`
    expect(await read(await ods(table))).toEqual([
      ['2024-09-01', '64 %', '1234.5', 'VRAI', 'avec\ndeux lignes  ici', '2'],
    ])
  })
})

describe('given a CSV as people have it', () => {
  it.each([
    ['semicolons', 'Titre;Axe\r\n"a;b";"dit ""oui"""\r\n'],
    ['commas', 'Titre,Axe\na;b,"dit ""oui"""'],
    ['tabs', 'Titre\tAxe\na;b\t"dit ""oui"""\n'],
    ['a first line that says its sign', 'sep=,\r\nTitre,Axe\r\na;b,"dit ""oui"""\r\n'],
    ['old line ends', 'Titre;Axe\r"a;b";"dit ""oui"""\r'],
  ])('when it is cut by %s, then its cells are the same', async (_quoi, mots) => {
    expect(await read(texte(mots))).toEqual([
      ['Titre', 'Axe'],
      ['a;b', 'dit "oui"'],
    ])
  })

  it('when it comes from Windows, or from UTF-8 with its mark, or from UTF-16, then its accents are right', async () => {
    expect(await read(Uint8Array.from([0xc9, 0x74, 0x61, 0x70, 0x65, 0x3b, 0x92, 0x80]))).toEqual([['Étape', '’€']])
    expect(await read(texte('\uFEFFÉtape;’€'))).toEqual([['Étape', '’€']])
    const utf16 = Buffer.from('\uFEFFÉtape;’€', 'utf16le')
    expect(await read(new Uint8Array(utf16))).toEqual([['Étape', '’€']])
  })

  it('when a cell holds line breaks, then it is one cell', async () => {
    expect(await read(texte('Pilotes;Titre\n"CCVA : facilitateur ?\nCaf";x\n'))).toEqual([
      ['Pilotes', 'Titre'],
      ['CCVA : facilitateur ?\nCaf', 'x'],
    ])
  })

  it('when quotes never close, then the line is named', async () => {
    const lecture = await readTableur(texte('a;b\nc;"d\ne;f\n'))
    expect(lecture.ok ? '' : lecture.message).toContain('Ligne 2')
  })
})
