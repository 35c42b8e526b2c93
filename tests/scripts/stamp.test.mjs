import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashSources, makeOnce } from '../../scripts/lib/stamp.mjs'
import { temporaryFolder } from './temporary-folder.mjs'

const folder = temporaryFolder()
const hash = () => hashSources(folder.path, ['app', 'config.ts', 'absent'], ['app/genere'])

describe('hash of sources', () => {
  it('follows contents and names, not dates', () => {
    const file = folder.write('app/page.tsx', 'un')
    const first = hash()
    fs.utimesSync(file, 1, 1)
    expect(hash()).toBe(first)
    folder.write('app/page.tsx', 'deux')
    const second = hash()
    expect(second).not.toBe(first)
    fs.renameSync(file, path.join(folder.path, 'app/autre.tsx'))
    expect(hash()).not.toBe(second)
  })

  it('sees new files, in subfolders too', () => {
    folder.write('app/page.tsx', 'un')
    const first = hash()
    folder.write('app/fiches/page.tsx', '')
    const second = hash()
    expect(second).not.toBe(first)
    folder.write('config.ts', '')
    expect(hash()).not.toBe(second)
  })

  it('leaves out what it is told to', () => {
    folder.write('app/page.tsx', 'un')
    const first = hash()
    folder.write('app/genere/client.ts', 'fait par une machine')
    expect(hash()).toBe(first)
  })
})

describe('making once', () => {
  const make = (hash, body) =>
    makeOnce({ file: path.join(folder.path, 'stamp'), product: path.join(folder.path, 'produit'), hash, make: body })
  const produce = async () => {
    folder.write('produit', '')
  }

  it('makes again only when the sources changed', async () => {
    expect(await make('a', produce)).toBe(true)
    expect(await make('a', produce)).toBe(false)
    expect(await make('b', produce)).toBe(true)
  })

  it('makes again when the product is gone', async () => {
    await make('a', produce)
    fs.rmSync(path.join(folder.path, 'produit'))
    expect(await make('a', produce)).toBe(true)
  })

  it('makes again after a failure, even of what was once made', async () => {
    await make('a', produce)
    await expect(make('b', () => Promise.reject(new Error('panne')))).rejects.toThrow('panne')
    expect(await make('a', produce)).toBe(true)
  })
})
