// Pages as template strings.

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escape = (value) => String(value ?? '').replace(/[&<>"]/g, (found) => ENTITIES[found])

export const list = (rows, line) => rows.map(line).join('')

export const page = (title, body) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${escape(title)}</title></head><body><main><h1>${escape(title)}</h1>${body}</main></body></html>`
