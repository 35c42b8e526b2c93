import { test as base, type BrowserContext } from '@playwright/test'
import { openBase } from './base'

/** The tests of the browser, on the base of their file (./base): what a spec imports instead of Playwright's own. */
export * from '@playwright/test'

/** How far from the true clock everything but the browser is, in milliseconds (scripts/lib/faketime.mjs). */
const DECALAGE = Number(process.env.FAKETIME ?? 0) * 1000

/** Puts the pages of a context at the hour of their server: the browser itself keeps the true one. */
const moveHorloge = (contexte: BrowserContext): Promise<unknown> =>
  contexte.addInitScript((decalage) => {
    const Vraie = Date
    const now = () => Vraie.now() + decalage
    globalThis.Date = new Proxy(Vraie, {
      construct: (cible, args, nouveau) =>
        Reflect.construct(cible, args.length === 0 ? [now()] : args, nouveau) as object,
      apply: () => new Vraie(now()).toString(),
      get: (cible, nom) => (nom === 'now' ? now : (Reflect.get(cible, nom) as unknown)),
    })
  }, DECALAGE)

export const test = base.extend<{ baseDuFichier: void }, { horloge: void }>({
  baseDuFichier: [
    async ({}, run) => {
      await openBase()
      await run()
    },
    { auto: true },
  ],
  context: async ({ context }, run) => {
    if (DECALAGE !== 0) await moveHorloge(context)
    await run(context)
  },
  // Contexts that a test opens by itself.
  horloge: [
    async ({ browser }, run) => {
      const open = browser.newContext.bind(browser)
      if (DECALAGE !== 0)
        browser.newContext = async (options) => {
          const contexte = await open(options)
          await moveHorloge(contexte)
          return contexte
        }
      await run()
    },
    { auto: true, scope: 'worker' },
  ],
})
