/** Pages as template strings: what is left of a screen when nothing but its facts is written. */

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escape = (value: unknown): string =>
  String(value ?? '').replace(/[&<>"]/g, (found) => ENTITIES[found] ?? found)

export const list = <T>(rows: readonly T[], line: (row: T) => string): string => rows.map(line).join('')

/** @param who who is signed in @param alert what the side navigation says of the meetings */
export const page = (title: string, who: string, alert: string, body: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${escape(title)}</title></head><body><header>${escape(who)}</header><nav>Gouvernance ${escape(alert)}</nav><main><h1>${escape(title)}</h1>${body}</main></body></html>`
