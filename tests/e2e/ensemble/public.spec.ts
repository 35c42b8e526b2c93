import fs from 'node:fs'
import { expect, request, test } from '@/tests/support/essai'
import { listPublications } from '../../support/publications'

/** What browsers and robots ask for by themselves, without a session: of the right type, and true. */

const MANIFESTE = '/manifest.webmanifest'

test('each file of public/, and security.txt, answers anyone with its type', async () => {
  const client = await request.newContext({
    baseURL: process.env.E2E_BASE_URL,
    storageState: { cookies: [], origins: [] },
  })
  const publications = listPublications()
  expect(publications.length).toBeGreaterThanOrEqual(8)
  for (const { href, type } of [...publications, { href: '/.well-known/security.txt', type: /^text\/plain/ }]) {
    const reponse = await client.get(href, { maxRedirects: 0 })
    expect(reponse.status(), href).toBe(200)
    expect(reponse.headers()['content-type'], href).toMatch(type)
    expect((await reponse.body()).length, href).toBeGreaterThan(50)
  }
  expect(await (await client.get('/.well-known/security.txt')).text()).toContain(
    'Contact: mailto:securite@demonstration.example\n',
  )
  await client.dispose()
})

test('robots are shown the public pages and no other', async () => {
  const regles = fs
    .readFileSync('public/robots.txt', 'utf8')
    .split('\n')
    .flatMap((ligne) => {
      const [, genre, chemin] = /^(Allow|Disallow): (\S+)$/.exec(ligne) ?? []
      return genre && chemin ? [{ ouvre: genre === 'Allow', chemin }] : []
    })
  /** The longest rule that matches has the last word (RFC 9309). */
  const isOuverte = (adresse: string) =>
    regles
      .filter(({ chemin }) => (chemin.endsWith('$') ? adresse === chemin.slice(0, -1) : adresse.startsWith(chemin)))
      .sort((a, b) => b.chemin.length - a.chemin.length)[0]?.ouvre ?? true
  const pages = fs
    .readdirSync('app/(public)', { withFileTypes: true })
    .filter((entree) => entree.isDirectory())
    .map(({ name }) => name)
  // A page that a secret opens is nobody's to find.
  const secretes = pages.filter((nom) => !fs.existsSync(`app/(public)/${nom}/page.tsx`))
  expect(secretes).toContain('invitation')
  for (const nom of pages) expect(isOuverte(`/${nom}`), nom).toBe(!secretes.includes(nom))
  for (const adresse of [
    '/',
    '/portefeuille',
    '/conventions/demonstration',
    '/invitation/secret',
    '/connexion?suite=/portefeuille',
    '/api/healthz',
  ])
    expect(isOuverte(adresse), adresse).toBe(false)
})

test('Chromium reads the manifest, and would install the application', async ({ page }) => {
  await page.goto('/connexion')
  const devtools = await page.context().newCDPSession(page)
  const { url, errors, data } = await devtools.send('Page.getAppManifest')
  expect(new URL(url).pathname).toBe(MANIFESTE)
  expect(errors).toEqual([])
  expect(JSON.parse(data ?? '')).toMatchObject({
    name: 'Copilote CTG',
    lang: 'fr',
    start_url: '/',
    display: 'standalone',
  })
  expect((await devtools.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([])
})

test('the pictures are those that the page and the manifest announce, drawn from the icon', async ({ page }) => {
  await page.goto('/connexion')
  const annonces = await page.evaluate(async (manifeste) => {
    const { icons } = (await (await fetch(manifeste)).json()) as {
      icons: { src: string; sizes: string; purpose: string }[]
    }
    const liens = [
      ...document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"], link[rel="apple-touch-icon"]'),
    ].map((lien) => ({
      src: new URL(lien.href).pathname,
      sizes: lien.getAttribute('sizes') ?? '180x180',
      purpose: lien.rel === 'apple-touch-icon' ? 'maskable' : 'any',
    }))
    return [...icons, ...liens]
  }, MANIFESTE)
  expect(new Set(annonces.map(({ src }) => src))).toEqual(
    new Set(
      listPublications()
        .filter(({ image }) => image)
        .map(({ href }) => href),
    ),
  )
  for (const { src, sizes, purpose } of annonces) {
    const { largeur, ecart } = await page.evaluate(compareAvecIcone, { src, pleine: purpose === 'maskable' })
    if (sizes !== 'any') expect(`${largeur}x${largeur}`, src).toBe(sizes)
    expect(ecart, src).toBeLessThan(6)
  }
})

/** Runs in the page: how far a picture is from the drawing of the icon, on average over its dots, 0 to 255. */
async function compareAvecIcone({
  src,
  pleine,
}: {
  src: string
  pleine: boolean
}): Promise<{ largeur: number; ecart: number }> {
  const COTE = 96
  const load = async (adresse: string) => {
    const image = new Image()
    image.src = adresse
    await image.decode()
    return image
  }
  const paint = (dessine: (contexte: CanvasRenderingContext2D) => void) => {
    const contexte = Object.assign(document.createElement('canvas'), { width: COTE, height: COTE }).getContext('2d')
    if (!contexte) throw new Error('no canvas')
    contexte.imageSmoothingQuality = 'high'
    dessine(contexte)
    return contexte.getImageData(0, 0, COTE, COTE).data
  }
  const [icone, image] = [await load('/icon.svg'), await load(src)]
  const attendue = paint((contexte) => {
    if (pleine) {
      contexte.fillStyle = '#1f3a5f'
      contexte.fillRect(0, 0, COTE, COTE)
    }
    const part = pleine ? 0.8 : 1
    contexte.drawImage(icone, (COTE * (1 - part)) / 2, (COTE * (1 - part)) / 2, COTE * part, COTE * part)
  })
  const lue = paint((contexte) => contexte.drawImage(image, 0, 0, COTE, COTE))
  return {
    largeur: image.naturalWidth,
    ecart: attendue.reduce((somme, valeur, rang) => somme + Math.abs(valeur - (lue[rang] ?? 0)), 0) / attendue.length,
  }
}
