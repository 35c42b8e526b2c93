/** An environment back on the true clock. */
export function withoutFaketime(env: NodeJS.ProcessEnv): Record<string, string>
