// The floor: a bare Node server that answers the measured screens with the application's SQL, rules and rights, and
// nothing else: no framework, no object mapping, template strings for HTML. Run by bench.mjs, on loopback only.
import http from 'node:http'
import pg from 'pg'
import { showDashboard } from './floor/dashboard.ts'
import { Refused } from './floor/access.ts'
import { showPlan, updateStatut } from './floor/plan.ts'
import { showPortfolio } from './floor/portfolio.ts'

const POOL = 10 // as the application
const { APP_DATABASE_URL, COPILOTE_AUJOURDHUI: today, PORT, COOKIE } = process.env
const pool = new pg.Pool({ connectionString: APP_DATABASE_URL, max: POOL, application_name: 'bench-floor' })

async function readBody(request) {
  let text = ''
  for await (const chunk of request) text += chunk
  return JSON.parse(text)
}

async function answer(request) {
  const secret = new RegExp(`${COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1] ?? ''
  const { pathname, searchParams } = new URL(request.url, 'http://floor')
  const [, section, slug, screen] = pathname.split('/')
  if (section === 'portefeuille') return showPortfolio(pool, secret, today)
  if (section !== 'conventions') return ''
  if (screen !== 'plan-action') return showDashboard(pool, secret, slug, today)
  const q = searchParams.get('q') ?? ''
  if (request.method !== 'POST') return showPlan(pool, secret, slug, q, today)
  return updateStatut(pool, secret, slug, q, today, await readBody(request))
}

http
  .createServer((request, response) => {
    answer(request).then(
      (html) =>
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(html) })
          .end(html),
      (error) => {
        if (!(error instanceof Refused)) console.error(error)
        response.writeHead(error instanceof Refused ? 403 : 500).end(error.message)
      },
    )
  })
  .listen(Number(PORT), '127.0.0.1')
