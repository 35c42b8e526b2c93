import { test as base } from '@playwright/test'
import { openBase } from './base'

/** The tests of the browser, on the base of their file (./base): what a spec imports instead of Playwright's own. */
export * from '@playwright/test'

export const test = base.extend<{ baseDuFichier: void }>({
  baseDuFichier: [
    async ({}, run) => {
      await openBase()
      await run()
    },
    { auto: true },
  ],
})
