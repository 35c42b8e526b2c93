import { describe, expect, it } from 'vitest'
import { appRoleName, appRolePassword } from '../../scripts/app-role.mjs'

describe('login role of the application', () => {
  it('has a name of its own for each database, and always the same', () => {
    expect(appRoleName('copilote')).toBe('copilote_1ab61981a479')
    expect(appRoleName('copilote')).toBe(appRoleName('copilote'))
    expect(appRoleName('ctg')).not.toBe(appRoleName('copilote'))
  })

  it('has a name that PostgreSQL never cuts', () => {
    expect(appRoleName('b'.repeat(63))).toMatch(/^copilote_[0-9a-f]{12}$/)
  })

  it('has a password that only the secret gives', () => {
    const password = appRolePassword('secret', 'copilote_1ab61981a479')
    expect(password).toMatch(/^[0-9a-f]{64}$/)
    expect(password).toBe(appRolePassword('secret', 'copilote_1ab61981a479'))
    expect(password).not.toBe(appRolePassword('autre secret', 'copilote_1ab61981a479'))
    expect(password).not.toBe(appRolePassword('secret', 'copilote_000000000000'))
  })
})
