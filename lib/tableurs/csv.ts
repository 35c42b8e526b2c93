import { formatCellule, formatCsv } from '@/lib/platform/csv'
import { cleanTexte } from '@/lib/platform/texte'
import { Compteur, Grille } from './grille'
import { refus } from './refus'
import type { Rythme } from './rythme'
import type { Feuille } from './types'

/** CSV as spreadsheets of this country and of others write it: `;`, `,` or a tab; UTF-8, UTF-16 or Windows. */

function decode(octets: Uint8Array): string {
  if (octets[0] === 0xff && octets[1] === 0xfe) return new TextDecoder('utf-16le').decode(octets)
  if (octets[0] === 0xfe && octets[1] === 0xff) return new TextDecoder('utf-16be').decode(octets)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets)
  } catch {
    // The platform's own decoder reads these as ISO 8859-1: thirty characters, the euro and the apostrophe among them, are said here.
    return new TextDecoder('latin1')
      .decode(octets)
      .replace(/[\u0080-\u009F]/g, (signe) => WINDOWS[signe.charCodeAt(0) - 0x80] ?? signe)
  }
}

const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

const SEPARATEURS: readonly string[] = [';', '\t', ',']

/** The sign that cuts the header most often, quoted text left out; after the mark of French spreadsheets, the semicolon if there is one. */
function readSeparateur(texte: string, marque: boolean): string {
  const annonce = /^sep=(.)\r?\n/i.exec(texte)?.[1]
  if (annonce) return annonce
  const comptes = new Map<string, number>(SEPARATEURS.map((signe) => [signe, 0]))
  let cite = false
  for (let i = 0; i < texte.length && i < 50_000; i++) {
    const signe = texte[i] ?? ''
    if (signe === '"') cite = !cite
    else if (cite) continue
    else if (signe === '\n' || signe === '\r') break
    else if (comptes.has(signe)) comptes.set(signe, (comptes.get(signe) ?? 0) + 1)
  }
  if (marque && (comptes.get(';') ?? 0) > 0) return ';'
  return SEPARATEURS.reduce((meilleur, signe) =>
    (comptes.get(signe) ?? 0) > (comptes.get(meilleur) ?? 0) ? signe : meilleur,
  )
}

/** A cell that was kept from being a formula is its text again. */
const readCellule = (texte: string): string => (/^'+\s*[=+\-@\t\r]/.test(texte) ? texte.slice(1) : texte)

/** An apostrophe of one's own before such a sign stays one: reading takes one away. */
function guardCellule(brut: string): string {
  const texte = cleanTexte(brut)
  return /^'+\s*[=+\-@\t\r]/.test(texte) ? `'${texte}` : formatCellule(texte)
}

/** @throws RefusTableur beyond the limits, or on what is not text */
export async function readCsv(octets: Uint8Array, rythme: Rythme, nom = 'Feuille 1'): Promise<Feuille[]> {
  const brut = decode(octets)
  const texte = brut.replace(/^\uFEFF/, '')
  const controles = texte.slice(0, 100_000).match(/[\u0000-\u0008\u000E-\u001F]/g)?.length ?? 0
  if (controles > texte.length / 1000) throw refus.abime()
  const separateur = readSeparateur(texte, brut !== texte)
  const grille = new Grille(nom, new Compteur())
  let place = /^sep=.\r?\n/i.exec(texte)?.[0].length ?? 0
  let ligne = 0
  let colonne = 0
  let lignesLues = 1
  while (place < texte.length) {
    if (rythme.isDue()) await rythme.pause()
    let valeur: string
    if (texte[place] === '"') {
      const debut = lignesLues
      let fin = place + 1
      const morceaux: string[] = []
      for (;;) {
        const guillemet = texte.indexOf('"', fin)
        if (guillemet < 0) throw refus.guillemets(debut)
        morceaux.push(texte.slice(fin, guillemet))
        fin = guillemet + 1
        if (texte[fin] !== '"') break
        morceaux.push('"')
        fin += 1
        if (rythme.isDue()) await rythme.pause()
      }
      valeur = morceaux.join('')
      for (const signe of valeur) if (signe === '\n') lignesLues += 1
      place = fin
      // Words after the closing quote are kept, as spreadsheets keep them.
      const suite = readJusque(texte, place, separateur)
      valeur += texte.slice(place, suite)
      place = suite
    } else {
      const fin = readJusque(texte, place, separateur)
      valeur = texte.slice(place, fin)
      place = fin
    }
    grille.write(ligne, colonne, readCellule(valeur))
    if (texte[place] === separateur) {
      colonne += 1
      place += 1
      continue
    }
    if (texte[place] === '\r') place += 1
    if (texte[place] === '\n') place += 1
    ligne += 1
    lignesLues += 1
    colonne = 0
  }
  return [grille.toFeuille()]
}

/** Where an unquoted cell ends. */
function readJusque(texte: string, depart: number, separateur: string): number {
  let i = depart
  while (i < texte.length && texte[i] !== separateur && texte[i] !== '\n' && texte[i] !== '\r') i++
  return i
}

/** A whole file of text, in which no cell becomes a formula. */
export const writeCsv = (lignes: readonly (readonly string[])[]): string =>
  formatCsv(lignes.map((ligne) => ligne.map(guardCellule)))
