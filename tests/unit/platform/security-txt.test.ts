import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { GET } from '@/app/.well-known/security.txt/route'
import { addYears, daysBetween, todayParis } from '@/lib/platform/dates'
import { CONTACT, formatSecurityTxt } from '@/lib/platform/serveur/security-txt'

const readChamps = (texte: string) =>
  new Map(
    texte
      .trimEnd()
      .split('\n')
      .map((ligne) => ligne.split(/: (.*)/) as [string, string]),
  )

describe('security.txt', () => {
  it('names the contact, how long it holds, the language, and its own address', () => {
    expect(
      formatSecurityTxt({ contact: 'securite@exemple.fr', adresse: 'https://ctg.exemple.fr', today: '2026-11-30' }),
    ).toBe(
      'Contact: mailto:securite@exemple.fr\nExpires: 2027-05-29T00:00:00Z\nPreferred-Languages: fr\nCanonical: https://ctg.exemple.fr/.well-known/security.txt\n',
    )
  })

  it('gives a page as it is, and no address that is not over https', () => {
    const champs = readChamps(
      formatSecurityTxt({
        contact: 'https://exemple.fr/signaler?objet=ctg',
        adresse: 'http://127.0.0.1:3000',
        today: '2026-11-30',
      }),
    )
    expect(champs.get('Contact')).toBe('https://exemple.fr/signaler?objet=ctg')
    expect([...champs.keys()]).toEqual(['Contact', 'Expires', 'Preferred-Languages'])
  })

  it('is never out of date on the day it is read, nor a promise for more than a year', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }),
        (instant) => {
          const today = todayParis(instant)
          const expires =
            readChamps(formatSecurityTxt({ contact: 'a@b.fr', adresse: undefined, today })).get('Expires') ?? ''
          expect(new Date(expires).toISOString().slice(0, 19)).toBe(expires.slice(0, 19))
          expect(daysBetween(today, expires.slice(0, 10))).toBeGreaterThan(30)
          expect(expires.slice(0, 10) < addYears(today, 1)).toBe(true)
        },
      ),
    )
  })

  it.each(['securite@exemple.fr', 'mailto:securite@exemple.fr', 'https://exemple.fr/securite'])(
    '%s is a contact',
    (contact) => {
      expect(contact).toMatch(CONTACT)
    },
  )

  it.each([
    '',
    'securite',
    'http://exemple.fr',
    'a@b',
    'a@b.fr\nExpires: 2099-01-01',
    'javascript:alert(1)@x.fr',
    'tel:+33',
  ])('%j is none', (contact) => {
    expect(contact).not.toMatch(CONTACT)
  })
})

describe('its address', () => {
  afterEach(() => vi.unstubAllEnvs())
  const stub = (contact: string) => {
    const env = {
      APP_DATABASE_URL: 'postgresql://x/y',
      NEXTAUTH_SECRET: 's'.repeat(32),
      NEXTAUTH_URL: 'https://ctg.exemple.fr',
      COPILOTE_SECURITE_CONTACT: contact,
    }
    for (const [nom, valeur] of Object.entries(env)) vi.stubEnv(nom, valeur)
  }

  it('answers nothing while the host names nobody', () => {
    stub('')
    expect(GET().status).toBe(404)
  })

  it('answers as text once the host does', async () => {
    stub('securite@exemple.fr')
    const reponse = GET()
    expect(reponse.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await reponse.text()).toContain('Contact: mailto:securite@exemple.fr')
  })
})
