import { startProcesseur } from '@/tests/unit/processeur'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTableur } from '@/lib/tableurs/read'
import { writeTableur } from '@/lib/tableurs/write'
import { ods, xlsx, zip } from '../../support/classeurs'
import { PATIENT, runsOf } from '@/tests/unit/runs'

/** Milliseconds of processor: two seconds are promised, and another thread may inflate meanwhile. */
const DELAI = 3_500
const MEMOIRE = 250_000_000

/** What is answered, within the time and the memory; and that the process kept answering meanwhile. */
async function refuse(octets: Uint8Array): Promise<string> {
  globalThis.gc?.()
  const memoire = process.memoryUsage().rss
  const readDuree = startProcesseur()
  let tics = 0
  let dernier = 0
  let attente = 0
  const battement = setInterval(() => {
    tics += 1
    attente = Math.max(attente, readDuree() - dernier)
    dernier = readDuree()
  }, 5)
  const lecture = await readTableur(octets)
  clearInterval(battement)
  const duree = readDuree()
  expect(duree).toBeLessThan(DELAI)
  expect(process.memoryUsage().rss - memoire).toBeLessThan(MEMOIRE)
  // However long it took, nothing else waited for long.
  if (duree > 500) expect({ tics: tics > 3, attente: attente < 1_000 }).toEqual({ tics: true, attente: true })
  expect(lecture).toMatchObject({ ok: false })
  return lecture.ok ? '' : lecture.message
}

describe('given a hostile file', PATIENT, () => {
  it('when an archive of a few kilobytes says that it holds hundreds of megabytes, then it is not inflated', async () => {
    const bombe = await xlsx({ feuille: '<sheetData/>', autres: { 'xl/media/vide.bin': new Uint8Array(120_000_000) } })
    expect(bombe.length).toBeLessThan(1_000_000)
    expect(await refuse(bombe)).toContain('plus de 40 Mo')
  })

  it('when the declared size lies, then what comes out is counted', async () => {
    const bombe = Buffer.from(await zip({ 'content.xml': new Uint8Array(60_000_000), 'META-INF/manifest.xml': '<a/>' }))
    // Declared sizes, in the local header and in the central directory, become 100 bytes.
    for (let i = 0; i < bombe.length - 30; i++) {
      if (bombe.readUInt32LE(i) === 0x04034b50) bombe.writeUInt32LE(100, i + 22)
      if (bombe.readUInt32LE(i) === 0x02014b50) bombe.writeUInt32LE(100, i + 24)
    }
    await refuse(bombe)
  })

  it('when it has a million rows, then the rows are counted as they come', async () => {
    expect(
      await refuse(await xlsx({ feuille: `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(1_000_000)}</sheetData>` })),
    ).toContain('5 000 lignes')
    expect(
      await refuse(
        await ods(
          '<table:table table:name="P"><table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>',
        ),
      ),
    ).toContain('5 000 lignes')
    expect(await refuse(Buffer.from('a;b\n'.repeat(1_000_000)))).toContain('5 000 lignes')
  })

  it('when two cells stand at the two ends of the largest sheet, then no table of that size is made', async () => {
    expect(
      await refuse(
        await xlsx({
          feuille:
            '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
        }),
      ),
    ).toContain('5 000 lignes')
    expect(
      await refuse(await xlsx({ feuille: '<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>' })),
    ).toContain('200 colonnes')
    expect(
      await refuse(
        await ods(
          '<table:table table:name="P"><table:table-row><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row></table:table>',
        ),
      ),
    ).toContain('200 colonnes')
    expect(await refuse(Buffer.from(`${';'.repeat(300)}x`))).toContain('200 colonnes')
  })

  it('when millions of empty cells or tags are to be walked through, then the reading stops in time', async () => {
    await refuse(await xlsx({ feuille: `<sheetData>${'<row><c/><c/></row>'.repeat(2_000_000)}</sheetData>` }))
    await refuse(
      await ods(
        `<table:table table:name="P">${'<table:table-row><table:table-cell/></table:table-row>'.repeat(700_000)}</table:table>`,
      ),
    )
  })

  it('when an entity or a DOCTYPE is in any part, then it is refused before it is read', async () => {
    const externe = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    const rires = `<!DOCTYPE l [<!ENTITY a "rire">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('')}]>`
    expect(await refuse(await ods('<table:table/>', externe))).toContain('DOCTYPE')
    expect(await refuse(await ods('<table:table/>', rires))).toContain('DOCTYPE')
    expect(
      await refuse(
        await xlsx({
          feuille: '<sheetData/>',
          chaines: '',
          autres: { 'xl/sharedStrings.xml': `${externe}<sst><si><t>&x;</t></si></sst>` },
        }),
      ),
    ).toContain('DOCTYPE')
    expect(
      await refuse(
        await xlsx({
          feuille: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row></sheetData>',
        }),
      ),
    ).toContain('entités')
  })

  it('when a cell holds more than a text of the plan, then its address is named', async () => {
    expect(
      await refuse(
        await xlsx({
          feuille: `<sheetData><row r="2"><c r="C2" t="inlineStr"><is><t>${'a'.repeat(20_001)}</t></is></c></row></sheetData>`,
        }),
      ),
    ).toContain('cellule C2')
  })

  it('when tags or quotes are nested without end, then nothing overflows', async () => {
    await refuse(await ods('<table:table><text:span>'.repeat(400_000)))
    await refuse(await xlsx({ feuille: `<sheetData><row r="1"><c r="A1" t="${'"'.repeat(3)}` }))
    await refuse(Buffer.from('"""'.repeat(500_001)))
  })

  it('when it is too heavy, protected, of an older format, or empty, then the remedy is said', async () => {
    expect(await refuse(new Uint8Array(5_000_001))).toContain('5 Mo')
    expect(await refuse(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toContain('mot de passe')
    expect(await refuse(new Uint8Array(0))).toContain('aucune ligne')
    expect(await refuse(await zip({ 'a.txt': 'bonjour' }))).toContain('abîmé')
    const protege = Buffer.from(await xlsx({ feuille: '<sheetData/>' }))
    for (let i = 0; i < protege.length - 30; i++)
      if (protege.readUInt32LE(i) === 0x02014b50) protege.writeUInt16LE(protege.readUInt16LE(i + 8) | 1, i + 8)
    expect(await refuse(protege)).toContain('mot de passe')
  })

  it('when names climb out of the archive, or come twice, then it is refused', async () => {
    const piege = Buffer.from(await zip({ 'aa/content.xml': '<a/>', 'bb/content.xml': '<a/>' }))
    const remplace = (de: string, par: string) => Buffer.from(piege.toString('latin1').replaceAll(de, par), 'latin1')
    await refuse(remplace('aa/', '../'))
    await refuse(remplace('aa/', 'bb/'))
  })

  it('when it is cut anywhere, or its bytes are changed, then a sentence answers', async () => {
    const bon = await writeTableur('xlsx', [
      {
        nom: 'Fiches',
        lignes: [
          ['Axe', 'Titre'],
          ['1', 'Une fiche'],
        ],
      },
    ])
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 4, max: bon.length - 1 }),
        fc.array(fc.tuple(fc.nat(bon.length - 1), fc.nat(255)), { maxLength: 8 }),
        async (fin, changes) => {
          const coupe = bon.slice(0, fin)
          expect(await readTableur(coupe)).toMatchObject({ ok: false })
          const altere = bon.slice()
          for (const [place, octet] of changes) altere[place] = octet
          expect(typeof (await readTableur(altere)).ok).toBe('boolean')
        },
      ),
      runsOf(300),
    )
  })

  it('when its bytes are anything, then a sentence answers, or it is text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (octets, archive) => {
        const lecture = await readTableur(archive ? Uint8Array.from([0x50, 0x4b, 3, 4, ...octets]) : octets)
        expect(lecture.ok || /[.]$/.test(lecture.message)).toBe(true)
      }),
      runsOf(500),
    )
  })
})
