import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isAlive, tryLock, withLock } from '../../scripts/lib/lock.mjs'
import { temporaryFolder } from './temporary-folder.mjs'

const folder = temporaryFolder()
const deadProcess = () => spawnSync(process.execPath, ['--version']).pid

describe('lock', () => {
  it('is held by one, who can be named and can say where it serves', () => {
    const lock = tryLock('service', folder.path)
    expect(tryLock('service', folder.path)).toMatchObject({ holder: { pid: process.pid } })
    lock.note({ address: 'http://127.0.0.1:3000' })
    expect(tryLock('service', folder.path)).toMatchObject({ holder: { address: 'http://127.0.0.1:3000' } })
    lock.release()
    expect(tryLock('service', folder.path)).toHaveProperty('release')
  })

  it('is taken over from a process that died', () => {
    folder.write('service.json', JSON.stringify({ pid: deadProcess(), birth: '1' }))
    expect(tryLock('service', folder.path)).toHaveProperty('release')
  })

  it('is taken over when the number of its holder now belongs to another process', () => {
    folder.write('service.json', JSON.stringify({ pid: process.pid, birth: '1' }))
    expect(tryLock('service', folder.path)).toHaveProperty('release')
  })

  it('is taken over when its file is unreadable', () => {
    folder.write('service.json', '{"pid":')
    expect(tryLock('service', folder.path)).toHaveProperty('release')
  })

  it('makes others wait for their turn', async () => {
    const told = []
    const turn = (name) =>
      withLock(
        'tour',
        async () => {
          told.push(`${name} entre`)
          await new Promise((resolve) => setTimeout(resolve, 20))
          told.push(`${name} sort`)
        },
        { folder: folder.path },
      )
    await Promise.all([turn('a'), turn('b')])
    expect(told).toEqual(['a entre', 'a sort', 'b entre', 'b sort'])
  })

  it('is given back when the work fails', async () => {
    await expect(withLock('tour', () => Promise.reject(new Error('panne')), { folder: folder.path })).rejects.toThrow(
      'panne',
    )
    expect(tryLock('tour', folder.path)).toHaveProperty('release')
  })

  it('tells who holds it when patience ends', async () => {
    tryLock('tour', folder.path)
    const waiting = withLock('tour', () => {}, { folder: folder.path, patienceMs: 0 })
    await expect(waiting).rejects.toThrow(`processus ${process.pid}`)
  })

  it('belongs to one of many processes that ask at once', () => {
    const lockFile = path.resolve('scripts/lib/lock.mjs')
    const ask = `import { tryLock } from ${JSON.stringify(lockFile)}; console.log('release' in tryLock('foule', ${JSON.stringify(folder.path)})); setTimeout(() => {}, 1500)`
    const crowd = `for i in 1 2 3 4 5 6; do node --input-type=module -e "$ASK" & done; wait`
    folder.write('foule.json', JSON.stringify({ pid: deadProcess(), birth: '1' }))
    const { stdout } = spawnSync('bash', ['-c', crowd], { encoding: 'utf8', env: { ...process.env, ASK: ask } })
    expect(stdout.trim().split('\n').sort()).toEqual(['false', 'false', 'false', 'false', 'false', 'true'])
  }, 20_000)
})

describe('life of a process', () => {
  it('knows the living from the dead', () => {
    expect(isAlive(process.pid)).toBe(true)
    expect(isAlive(deadProcess())).toBe(false)
  })
})
