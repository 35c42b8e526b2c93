import { describe, expect, it } from 'vitest'
import { checkMail } from '../../scripts/lib/travail.mjs'

describe('the mail server asked for', () => {
  it('is none, or one that can be read, with a sender', () => {
    expect(checkMail({})).toBe(false)
    expect(checkMail({ SMTP_URL: '' })).toBe(false)
    for (const SMTP_URL of ['smtp://127.0.0.1:2525', 'smtp://user:p%40ss@mail.example:587', 'smtps://mail.example/']) {
      expect(checkMail({ SMTP_URL, SMTP_EXPEDITEUR: 'ctg@exemple.fr' })).toBe(true)
    }
  })

  it('is refused with the remedy, and never with the password', () => {
    for (const SMTP_URL of [
      'mail.example:587',
      'https://mail.example',
      'smtp://user:secret/x@mail.example',
      'smtp://',
    ]) {
      expect(() => checkMail({ SMTP_URL, SMTP_EXPEDITEUR: 'ctg@exemple.fr' })).toThrow('SMTP_URL')
      expect(() => checkMail({ SMTP_URL, SMTP_EXPEDITEUR: 'ctg@exemple.fr' })).not.toThrow('secret')
    }
    expect(() => checkMail({ SMTP_URL: 'smtp://mail.example' })).toThrow('SMTP_EXPEDITEUR')
  })
})
