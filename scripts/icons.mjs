// npm run icons: draws public/icon.svg as the pictures that browsers ask for, in public/.
import fs from 'node:fs'
import { prepare } from './lib/prepare.mjs'
import { inProject } from './lib/project.mjs'
import { main } from './lib/supervisor.mjs'

const SOURCE = inProject('public/icon.svg')
const FAVICON_SIZES = [16, 32, 48]
/** A mask may cut all but a circle of 80 % of the side: the drawing is kept inside it. */
const KEPT = 0.8

/** Several pictures in one .ico: a header, one line for each, then each as PNG. */
function packIco(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  for (const [index, { size, png }] of pictures.entries()) {
    const line = 6 + 16 * index
    header.writeUInt8(size, line)
    header.writeUInt8(size, line + 1)
    header.writeUInt16LE(1, line + 4)
    header.writeUInt16LE(32, line + 6)
    header.writeUInt32LE(png.length, line + 8)
    header.writeUInt32LE(offset, line + 12)
    offset += png.length
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}

/**
 * Draws the icon.
 * @param {import('@playwright/test').Page} page
 * @param {{ size: number, full?: boolean }} picture `full`: the ground fills the square, without round corners
 * @returns {Promise<Buffer>} PNG
 */
async function draw(page, { size, full = false }) {
  const svg = fs.readFileSync(SOURCE, 'utf8')
  const ground = /<rect[^>]* fill="(#[0-9a-f]{6})"/.exec(svg)[1]
  const side = full ? Math.round(size * KEPT) : size
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>*{margin:0}body{display:grid;place-items:center;height:${size}px;background:${full ? ground : 'transparent'}}svg{display:block;width:${side}px;height:${side}px}</style>${svg}`,
  )
  return page.screenshot({ omitBackground: true })
}

await main(async () => {
  await prepare()
  const { chromium } = await import('@playwright/test')
  const { CHROMIUM_ARGS, findChromium } = await import('./browser.mjs')
  const browser = await chromium.launch({ ...(await findChromium()), args: CHROMIUM_ARGS })
  try {
    const page = await browser.newPage()
    const pictures = []
    for (const size of FAVICON_SIZES) pictures.push({ size, png: await draw(page, { size }) })
    const files = {
      'favicon.ico': packIco(pictures),
      'apple-touch-icon.png': await draw(page, { size: 180, full: true }),
      'icon-192.png': await draw(page, { size: 192 }),
      'icon-512.png': await draw(page, { size: 512 }),
      'icon-maskable-512.png': await draw(page, { size: 512, full: true }),
    }
    for (const [name, content] of Object.entries(files)) {
      fs.writeFileSync(inProject('public', name), content)
      console.log(`public/${name} est écrit (${Math.ceil(content.length / 1000)} ko).`)
    }
  } finally {
    await browser.close()
  }
})
