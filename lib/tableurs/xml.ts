import { refus } from './refus'
import { LIMITES } from './types'

/**
 * The XML of a spreadsheet, token by token: linear in its length, no recursion, and nothing of XML that could bring in
 * something else (a DOCTYPE or an entity of one's own is refused wherever it stands).
 */

const ENTITES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function readEntite(nom: string): string {
  const connue = ENTITES[nom]
  if (connue !== undefined) return connue
  const code = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(nom)
  const point = code ? (code[1] ? parseInt(code[1], 16) : Number(code[2])) : Number.NaN
  if (!(point >= 0 && point <= 0x10ffff)) throw refus.entites()
  return String.fromCodePoint(point)
}

/** Text of XML as it reads. @throws RefusTableur on an entity of one's own */
function unescapeXml(texte: string): string {
  if (!texte.includes('&')) return texte
  return texte.replace(/&([^;&]{0,12});?/g, (tout, nom: string) => {
    if (!tout.endsWith(';')) throw refus.abime()
    return readEntite(nom)
  })
}

/** The bytes of a part as its text. @throws RefusTableur on a DOCTYPE, or on what is not UTF-8 or UTF-16 */
export function decodeXml(octets: Uint8Array): string {
  const utf16 = (octets[0] === 0xff && octets[1] === 0xfe) || (octets[0] === 0x3c && octets[1] === 0)
  const utf16be = (octets[0] === 0xfe && octets[1] === 0xff) || (octets[0] === 0 && octets[1] === 0x3c)
  if (utf16be) throw refus.abime()
  let texte: string
  try {
    texte = new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(octets)
  } catch {
    throw refus.abime()
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(texte)) throw refus.entites()
  return texte
}

type Genre = 'OUVRE' | 'FERME' | 'TEXTE'

const isBlanc = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13

/** Walks through a text: `next()`, then `genre`, `nom` (without its prefix), `vide`, `texte`, `readAttribut`. */
export class LecteurXml {
  genre: Genre = 'TEXTE'
  nom = ''
  /** an element that closes at once: no FERME follows */
  vide = false
  private place = 0
  private brut = ''
  private cdata = false

  constructor(private readonly source: string) {}

  /** False at the end. @throws RefusTableur when it is not XML */
  next(): boolean {
    const { source } = this
    for (;;) {
      if (this.place >= source.length) return false
      if (source.charCodeAt(this.place) !== 60) return this.readTexte()
      const suivant = source.charCodeAt(this.place + 1)
      if (suivant === 63) this.skip('?>')
      else if (suivant !== 33) return this.readBalise()
      else if (source.startsWith('<!--', this.place)) this.skip('-->')
      else if (source.startsWith('<![CDATA[', this.place)) return this.readCdata()
      else throw refus.entites()
    }
  }

  /** The words of a TEXTE. */
  get texte(): string {
    return this.cdata ? this.brut : unescapeXml(this.brut)
  }

  /** Value of an attribute by its full name (`office:value`), null when it is not there. */
  readAttribut(nom: string): string | null {
    const { brut } = this
    let i = 0
    while (i < brut.length) {
      while (isBlanc(brut.charCodeAt(i))) i++
      const egal = brut.indexOf('=', i)
      if (egal < 0) return null
      const cle = brut.slice(i, egal).trimEnd()
      let j = egal + 1
      while (isBlanc(brut.charCodeAt(j))) j++
      const fin = brut.indexOf(brut[j] ?? '"', j + 1)
      if (fin < 0) throw refus.abime()
      if (cle === nom) return unescapeXml(brut.slice(j + 1, fin))
      i = fin + 1
    }
    return null
  }

  private skip(fin: string): void {
    const la = this.source.indexOf(fin, this.place)
    if (la < 0) throw refus.abime()
    this.place = la + fin.length
  }

  private readTexte(): boolean {
    const fin = this.source.indexOf('<', this.place)
    this.brut = this.source.slice(this.place, fin < 0 ? undefined : fin)
    this.place = fin < 0 ? this.source.length : fin
    this.genre = 'TEXTE'
    this.cdata = false
    return true
  }

  private readCdata(): boolean {
    const debut = this.place + 9
    this.skip(']]>')
    this.brut = this.source.slice(debut, this.place - 3)
    this.genre = 'TEXTE'
    this.cdata = true
    return true
  }

  private readBalise(): boolean {
    const { source } = this
    const debut = this.place + 1
    const limite = Math.min(source.length, debut + LIMITES.balise)
    let i = debut
    let guillemet = 0
    for (; i < limite; i++) {
      const code = source.charCodeAt(i)
      if (guillemet !== 0) guillemet = code === guillemet ? 0 : guillemet
      else if (code === 34 || code === 39) guillemet = code
      else if (code === 62) break
    }
    if (i >= limite) throw refus.abime()
    this.place = i + 1
    const ferme = source.charCodeAt(debut) === 47
    this.vide = !ferme && source.charCodeAt(i - 1) === 47
    this.genre = ferme ? 'FERME' : 'OUVRE'
    const depart = ferme ? debut + 1 : debut
    const arrivee = this.vide ? i - 1 : i
    let fin = depart
    while (fin < arrivee && !isBlanc(source.charCodeAt(fin))) fin++
    const complet = source.slice(depart, fin)
    this.nom = complet.slice(complet.indexOf(':') + 1)
    this.brut = source.slice(fin, arrivee)
    return true
  }
}
