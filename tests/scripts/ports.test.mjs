import net from 'node:net'
import { describe, expect, it } from 'vitest'
import { anyFreePort, firstFreePort, formatAddress, isPortFree } from '../../scripts/lib/ports.mjs'

/** Holds a port while `body` runs. */
async function occupying(port, body) {
  const server = net.createServer()
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  try {
    return await body(server.address().port)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}

describe('ports', () => {
  it('gives a port that can be listened on at once', async () => {
    const port = await anyFreePort()
    await occupying(port, (taken) => expect(taken).toBe(port))
  })

  it('passes over the ports that are taken', async () => {
    await occupying(0, async (taken) => {
      expect(await isPortFree(taken)).toBe(false)
      expect(await firstFreePort(taken)).toBeGreaterThan(taken)
    })
  })

  it('frees what it tried', async () => {
    const port = await anyFreePort()
    expect(await firstFreePort(port)).toBe(port)
    expect(await firstFreePort(port)).toBe(port)
  })

  it.each([
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['::1', 'http://[::1]:3000'],
    ['copilote.exemple.fr', 'http://copilote.exemple.fr:3000'],
  ])('tells the address of a server on %s', (host, address) => {
    expect(formatAddress(host, 3000)).toBe(address)
  })
})
