// The bare limit: a Node server with one SQL statement by page, sent as the owner of the tables, and template strings.
// Neither session, nor rights, nor walls, nor the rules of the product: what the same work costs when nothing is promised.
// Run by bench.mjs, on loopback only.
import http from 'node:http'
import pg from 'pg'
import { showDashboard } from './limit/dashboard.mjs'
import { showPlan, updateStatut } from './limit/plan.mjs'
import { showPortfolio } from './limit/portfolio.mjs'

const POOL = 10 // as the application
const { DATABASE_URL, COPILOTE_AUJOURDHUI: today, PORT } = process.env
// Without triggers: what follows a write in the product (folding, journal, staleness) is written by the page itself.
const pool = new pg.Pool({
  connectionString: DATABASE_URL,
  max: POOL,
  application_name: 'bench-limit',
  options: '-c session_replication_role=replica',
})

async function readBody(request) {
  let text = ''
  for await (const chunk of request) text += chunk
  return JSON.parse(text)
}

async function answer(request) {
  const { pathname, searchParams } = new URL(request.url, 'http://limit')
  const [, section, slug, screen] = pathname.split('/')
  if (section === 'portefeuille') return showPortfolio(pool, today)
  if (section !== 'conventions') return ''
  if (screen !== 'plan-action') return showDashboard(pool, slug, today)
  if (request.method === 'POST') await updateStatut(pool, slug, await readBody(request))
  return showPlan(pool, slug, searchParams.get('q') ?? '')
}

http
  .createServer((request, response) => {
    answer(request).then(
      (html) =>
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(html) })
          .end(html),
      (error) => {
        console.error(error)
        response.writeHead(500).end(error.message)
      },
    )
  })
  .listen(Number(PORT), '127.0.0.1')
