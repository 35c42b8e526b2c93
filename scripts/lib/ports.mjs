import net from 'node:net'
import { Failure } from './failure.mjs'

/**
 * Can this address be listened on?
 * @param {number} port 0 lets the system choose
 * @param {string} host
 * @returns {Promise<number>} the port, once free again; 0 when it is taken
 */
function probe(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(0)
      else reject(new Failure(`L’adresse ${host} ne peut pas être écoutée.`, 'Vérifiez la variable HOST.', error))
    })
    server.listen({ port, host, exclusive: true }, () => {
      const chosen = server.address().port
      server.close(() => resolve(chosen))
    })
  })
}

/** A port that the system chooses. */
export const anyFreePort = (host = '127.0.0.1') => probe(0, host)

/** @returns {Promise<boolean>} */
export const isPortFree = async (port, host = '127.0.0.1') => (await probe(port, host)) !== 0

/**
 * First free port from `from` on.
 * @param {number} from
 * @param {string} [host]
 * @throws {Failure} after 200 taken ports
 */
export async function firstFreePort(from, host = '127.0.0.1') {
  for (let port = from; port < from + 200; port++) {
    if (await isPortFree(port, host)) return port
  }
  throw new Failure(
    `Aucun port libre entre ${from} et ${from + 199} sur ${host}.`,
    'Libérez-en un, ou choisissez-en un autre avec la variable PORT.',
  )
}

/**
 * The address a person types for a server that listens on `host`.
 * @param {string} host `0.0.0.0` and `::` mean every address of the machine
 * @param {number} port
 */
export function formatAddress(host, port) {
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`
}
