/** Types of browser.mjs, for the configuration of the browser tests. */
export const CHROMIUM_ARGS: string[]
export function findChromium(env?: NodeJS.ProcessEnv): Promise<{ executablePath?: string; env?: NodeJS.ProcessEnv }>
