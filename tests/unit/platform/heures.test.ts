import { describe, expect, it } from 'vitest'
import {
  formatDuree,
  formatHeure,
  formatInstant,
  formatMinute,
  formatMinuteParis,
  formatMoment,
  parseHeure,
} from '@/lib/platform/heures'

describe('hours', () => {
  it('are read as people type them, and written so that they are read again', () => {
    expect(['14:30', '14h30', '14 h', '9:05', '9H5', '24:00', '12:60', 'midi', '14'].map(parseHeure)).toEqual([
      '14:30',
      '14:30',
      '14:00',
      '09:05',
      null,
      null,
      null,
      null,
      null,
    ])
    for (let minutes = 0; minutes < 1440; minutes++) {
      const heure = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
      expect(parseHeure(formatHeure(heure))).toBe(heure)
      expect(parseHeure(formatMinute(heure))).toBe(heure)
    }
  })

  it('of a meeting are round when they are, of a saved thing never', () => {
    expect(['14:30', '09:00', 'vers midi'].map(formatHeure)).toEqual(['14\u00A0h\u00A030', '9\u00A0h', 'vers midi'])
    expect(formatMinute('09:00')).toBe('09\u00A0h\u00A000')
  })

  it('are those of Paris, on both sides of a change of the clocks', () => {
    expect(formatMinuteParis(new Date('2026-07-01T12:05:00Z'))).toBe('14\u00A0h\u00A005')
    expect(formatMinuteParis(new Date('2026-12-01T13:05:00Z'))).toBe('14\u00A0h\u00A005')
    expect(formatMoment(new Date('2026-12-06T23:02:00Z'))).toBe('lundi 7 décembre 2026 à 0 h 02')
    expect(formatInstant('2026-11-14 14:05')).toBe('14 novembre 2026 à 14\u00A0h\u00A005')
  })

  it('last', () =>
    expect([45, 60, 65, 0].map(formatDuree)).toEqual(['45\u00A0min', '1\u00A0h', '1\u00A0h\u00A005', '0\u00A0min']))
})
