// Clients that ask, wait for the whole answer, and ask again.
import http from 'node:http'

const TIMEOUT_MS = 30_000

/**
 * @typedef {{ path: string, method?: string, headers?: Record<string, string>, body?: string }} Ask
 * @typedef {{ ask: (client: number) => Ask, read?: (client: number, text: string) => boolean }} Scenario
 *   `read`: whether the answer is the one expected
 */

/**
 * Sends one request and reads its answer.
 * @returns {Promise<{ status: number, bytes: number, text: string }>}
 */
export function send(address, agent, { path, method = 'GET', headers, body }) {
  return new Promise((resolve, reject) => {
    const request = http.request(`${address}${path}`, { agent, method, headers, timeout: TIMEOUT_MS }, (response) => {
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const whole = Buffer.concat(chunks)
        resolve({ status: response.statusCode, bytes: whole.length, text: whole.toString() })
      })
    })
    request.on('timeout', () => request.destroy(new Error('no answer in time')))
    request.on('error', reject)
    request.end(body)
  })
}

/**
 * Lets a number of clients work for a time.
 * @param {{ address: string, agent: http.Agent, scenario: Scenario, clients: number, seconds: number, requests?: number }} demand
 *   `requests`: at least that many in all, whatever the time
 * @returns {Promise<{ requests: number, errors: number, bytes: number, elapsed: number, first?: string }>} `elapsed` in milliseconds
 */
export async function work({ address, agent, scenario, clients, seconds, requests = 1 }) {
  const tally = { requests: 0, errors: 0, bytes: 0, elapsed: 0, first: undefined }
  const since = performance.now()
  const ends = since + seconds * 1000
  const client = async (number) => {
    do {
      const wrong = await send(address, agent, scenario.ask(number)).then(
        ({ status, bytes, text }) => {
          tally.bytes += bytes
          const fine = status === 200 && (scenario.read?.(number, text) ?? true)
          return fine ? undefined : `${status} ${text.slice(0, 300)}`
        },
        (error) => error.message,
      )
      tally.requests += 1
      if (wrong !== undefined) {
        tally.errors += 1
        tally.first ??= wrong
      }
    } while (performance.now() < ends || tally.requests < requests)
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  tally.elapsed = performance.now() - since
  return tally
}
