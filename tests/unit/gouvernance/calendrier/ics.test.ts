import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { formatCalendrier, type ReunionIcs } from '@/lib/gouvernance/calendrier/queries/ics'

const REUNION: ReunionIcs = {
  id: 12,
  ref: 'copil-2027-03-02',
  version: 3,
  creeLe: new Date('2026-11-22T08:00:00Z'),
  modifieeLe: new Date('2027-01-04T09:30:15Z'),
  date: '2027-03-02',
  heureDebut: '14:00',
  heureFin: '16:30',
  lieu: 'Mairie, salle du conseil ; 1er étage',
  objet: null,
  groupe: null,
  etat: 'PREVUE',
  motifAnnulation: null,
  instance: 'Comité de pilotage',
  convention: { slug: 'vallee', nom: 'Vallée des Baux-Alpilles' },
}
const OPTIONS = { nom: 'Copilote CTG', origine: 'https://copilote.example' }

/** What a calendar program makes of the file. */
function read(...reunions: Partial<ReunionIcs>[]) {
  const texte = formatCalendrier(
    reunions.map((reunion) => ({ ...REUNION, ...reunion })),
    OPTIONS,
  )
  const racine = new ICAL.Component(ICAL.parse(texte) as unknown[])
  for (const zone of racine.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  return {
    texte,
    racine,
    evenements: racine.getAllSubcomponents('vevent').map((composant) => new ICAL.Event(composant)),
  }
}

describe('a meeting in a calendar file', () => {
  it('keeps its identifier, its number of change and its instant of change', () => {
    const {
      evenements: [evenement],
      texte,
    } = read({})
    expect(evenement?.uid).toBe('reunion-12-1795334400000@copilote-ctg')
    expect(evenement?.sequence).toBe(3)
    expect(evenement?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2027-01-04T09:30:15Z')
    expect(evenement?.component.getFirstPropertyValue('last-modified')?.toString()).toBe('2027-01-04T09:30:15Z')
    expect(evenement?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(texte).toBe(read({}).texte)
  })

  it('stays at 14 h in Paris all year long, before and after each change of the clocks', () => {
    const mois = [
      '2027-03-26',
      '2027-03-27',
      '2027-03-28',
      '2027-03-29',
      '2027-07-06',
      '2027-10-30',
      '2027-10-31',
      '2027-11-01',
    ]
    const { evenements } = read(...mois.map((date, id) => ({ id, date })))
    const instants = evenements.map(({ startDate }) => startDate.toJSDate().toISOString())
    expect(evenements.map(({ startDate }) => startDate.toString())).toEqual(mois.map((date) => `${date}T14:00:00`))
    expect(instants).toEqual([
      '2027-03-26T13:00:00.000Z',
      '2027-03-27T13:00:00.000Z',
      '2027-03-28T12:00:00.000Z',
      '2027-03-29T12:00:00.000Z',
      '2027-07-06T12:00:00.000Z',
      '2027-10-30T12:00:00.000Z',
      '2027-10-31T13:00:00.000Z',
      '2027-11-01T13:00:00.000Z',
    ])
    // The same hours as the clocks of this machine's own zone data say.
    const lire = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' })
    for (const instant of instants) expect(lire.format(new Date(instant))).toBe('14:00')
  })

  it('has a whole day when no hour is known, and no end when none is known', () => {
    const {
      evenements: [jour, heure],
      texte,
    } = read({ heureDebut: null, heureFin: null }, { id: 13, heureFin: null })
    expect(texte).toContain('DTSTART;VALUE=DATE:20270302\r\n')
    expect(jour?.startDate.isDate).toBe(true)
    expect(heure?.component.getFirstProperty('dtend')).toBeNull()
  })

  it('is told cancelled, with the reason', () => {
    const {
      evenements: [evenement],
    } = read({ etat: 'ANNULEE', motifAnnulation: 'Quorum impossible' })
    expect(evenement?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(evenement?.summary).toBe('Annulée\u00A0: Comité de pilotage – Vallée des Baux-Alpilles')
    expect(evenement?.description).toBe(
      'Annulée\u00A0: Quorum impossible\nhttps://copilote.example/conventions/vallee/reunions/copil-2027-03-02',
    )
  })

  it('gives back any text as it was, in lines of 75 octets at most', () => {
    const lieu = `Salle « Été », ${'éèàç'.repeat(40)} ; 2\\3, 👩‍👩‍👧 ${'🗓️'.repeat(20)}`
    const objet = 'Ligne 1\nLigne 2 : a;b,c'
    const {
      evenements: [evenement],
      texte,
    } = read({ lieu, objet })
    expect(evenement?.location).toBe(lieu)
    expect(evenement?.description.startsWith(`${objet}\n`)).toBe(true)
    for (const ligne of texte.split('\r\n')) expect(new TextEncoder().encode(ligne).length).toBeLessThanOrEqual(75)
    expect(texte.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(texte).not.toContain('\uFFFD')
  })

  it('is a whole calendar even without a meeting', () => {
    const { racine, texte } = read()
    expect(racine.getFirstPropertyValue('x-wr-calname')).toBe('Copilote CTG')
    expect(racine.getFirstPropertyValue('version')).toBe('2.0')
    expect(texte.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
    expect(texte.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })
})
