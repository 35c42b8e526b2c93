import fs from 'node:fs'
import path from 'node:path'
import { expect, request, test } from '@/tests/support/essai'
import { POLITIQUE, TYPES_ROLE, type TypeRole } from '@/lib/platform/identite/politique'
import { ADRESSES } from '@/tests/support/adresses'
import { buildCookie, ownerUrl } from '@/tests/support/navigateur'
import { createPersonne } from '@/tests/support/personnes'

/** The whole matrix role × address × own or foreign convention, over HTTP. */

const SIENNE = 'demonstration'
const ETRANGERE = 'provence-alpes-agglomeration'

function listFichiers(dossier: string): string[] {
  return fs.readdirSync(dossier, { withFileTypes: true }).flatMap((entree) => {
    const chemin = path.join(dossier, entree.name)
    if (entree.isDirectory()) return listFichiers(chemin)
    return /^(page\.tsx|route\.ts)$/.test(entree.name) ? [path.relative('app', chemin)] : []
  })
}

test('every page and route of the application is declared', () => {
  expect(Object.keys(ADRESSES).sort()).toEqual(listFichiers('app').sort())
})

async function openClient(role: TypeRole | null) {
  const baseURL = process.env.E2E_BASE_URL ?? ''
  const cookies = []
  if (role) {
    const personne = await createPersonne(ownerUrl(), [
      role === 'ADMINISTRATEUR' ? { type: role } : { type: role, convention: SIENNE },
    ])
    const { name, value } = await buildCookie(personne.session)
    // Kept by the client across redirections, as a browser does.
    cookies.push({
      name,
      value,
      domain: new URL(baseURL).hostname,
      path: '/',
      expires: -1,
      httpOnly: true,
      secure: false,
      sameSite: 'Lax' as const,
    })
  }
  return request.newContext({ baseURL, storageState: { cookies, origins: [] } })
}

const isOuverte = (acces: keyof typeof POLITIQUE, role: TypeRole) => POLITIQUE[acces][role] !== 'NON'

for (const role of TYPES_ROLE)
  test(`${role} reaches what the policy says, and nothing of another convention`, async () => {
    const client = await openClient(role)
    for (const [fichier, { href, acces, statut: attendu = 200 }] of Object.entries(ADRESSES)) {
      const statut = async (convention: string) => (await client.get(href(convention), { maxRedirects: 5 })).status()
      const sienne = acces === 'PUBLIC' || isOuverte(acces, role)
      expect(await statut(SIENNE), `${role} ${fichier}`).toBe(sienne ? attendu : 404)
      if (href(SIENNE) !== href(ETRANGERE))
        expect(await statut(ETRANGERE), `${role} ${fichier}, foreign`).toBe(role === 'ADMINISTRATEUR' ? 200 : 404)
    }
    await client.dispose()
  })

test('nobody is led to the sign-in page, and programs are told', async () => {
  const client = await openClient(null)
  for (const [fichier, { href, acces, api, statut = 200 }] of Object.entries(ADRESSES)) {
    const reponse = await client.get(href(SIENNE), { maxRedirects: 0 })
    if (acces === 'PUBLIC') expect(reponse.status(), fichier).toBe(statut)
    else if (api) expect(reponse.status(), fichier).toBe(401)
    else {
      expect(reponse.status(), fichier).toBe(307)
      expect(reponse.headers().location, fichier).toMatch(/^\/connexion\?suite=%2F/)
    }
  }
  await client.dispose()
})

test('every response carries the security headers, with a nonce of its own', async () => {
  const client = await openClient('ELU')
  const nonces = new Set<string>()
  for (const chemin of ['/connexion', `/conventions/${SIENNE}`, '/api/healthz', '/nulle-part']) {
    const entetes = (await client.get(chemin)).headers()
    const politique = entetes['content-security-policy'] ?? ''
    expect(politique, chemin).toContain("default-src 'none'")
    expect(politique, chemin).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/)
    expect(entetes['x-content-type-options'], chemin).toBe('nosniff')
    expect(entetes['x-frame-options'], chemin).toBe('DENY')
    expect(entetes['referrer-policy'], chemin).toBe('same-origin')
    expect(entetes['x-powered-by'], chemin).toBeUndefined()
    nonces.add(/nonce-([\w+/=-]+)/.exec(politique)?.[1] ?? '')
  }
  expect(nonces.size).toBe(4)
  await client.dispose()
})
