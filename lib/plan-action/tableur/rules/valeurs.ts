import { formatAccordPlat, parseAccordPlat } from './accords'
import { ANNEES, isAnnee, isDateCivile, parseDateSaisie, yearOf, type DateCivile } from '@/lib/platform/dates'
import { formatSerie } from '@/lib/tableurs/nombres'
import type { Cellule } from '@/lib/tableurs/types'
import { toNombre } from '@/lib/tableurs/nombres'
import { formatLignes, normalizeCle, normalizeTexte, parseLignes } from './mots'
import type { ColonneTableur, Valeur } from '../types/tableur'

/** A cell as a value of the plan, and back. What cannot be read says what to write instead. */

/** What the convention knows, that cells name. */
export interface Repertoire {
  themes: { code: string; nom: string }[]
  /** names of the communes of the territory, in its order */
  communes: string[]
  organismes: { ref: string; nom: string }[]
  avenants: { ref: string; objet: string }[]
  documents: string[]
}

export type LectureValeur = { ok: true; valeur: Valeur } | { ok: false; message: string }

const ok = (valeur: Valeur): LectureValeur => ({ ok: true, valeur })
const refuse = (message: string): LectureValeur => ({ ok: false, message: message })
const extrait = (texte: string): string => `« ${texte.length > 40 ? `${texte.slice(0, 40)}…` : texte} »`

const MOIS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
]

/** A day as people and programs write it: French, ISO, in letters, or counted by a spreadsheet. */
function parseJour(texte: string): DateCivile | null {
  const saisie = texte.trim().replace(/[ T]\d{2}:\d{2}(:\d{2}.*)?$/, '')
  const lue = parseDateSaisie(saisie)
  if (lue) return lue
  const lettres = /^(?:[a-z]+ )?(\d{1,2})(?:er)? ([a-z]{3,9}) (\d{4})$/.exec(normalizeCle(saisie))
  const mois = lettres
    ? MOIS.findIndex(
        (nom) => nom === lettres[2] || (nom.startsWith(lettres[2] ?? '') && (lettres[2]?.length ?? 0) >= 4),
      )
    : -1
  if (lettres && mois >= 0) return parseDateSaisie(`${lettres[1]}/${mois + 1}/${lettres[3]}`)
  const serie = /^\d{5}$/.test(saisie) ? formatSerie(Number(saisie), false) : null
  return serie !== null && isDateCivile(serie) ? serie : null
}

/** An exact decimal, shortest: « 12 500,50 € » → "12500.5". */
function parseDecimal(texte: string, decimales: number): string | null {
  const nombre = texte
    .replace(/[\s\u00A0\u202F€%]/g, '')
    .replace(/^\u2212/, '-')
    .replace(',', '.')
  const lu = /^(-?)0*(\d{1,12})(?:\.(\d+))?$/.exec(nombre)
  if (!lu) return null
  const reste = (lu[3] ?? '').replace(/0+$/, '')
  if (reste.length > decimales) return null
  const valeur = reste === '' ? (lu[2] ?? '0') : `${lu[2]}.${reste}`
  return lu[1] && /[1-9]/.test(valeur) ? `-${valeur}` : valeur
}

const OUI: ReadonlySet<string> = new Set(['oui', 'o', 'vrai', 'x', '1', 'yes', 'true'])
const NON: ReadonlySet<string> = new Set(['non', 'n', 'faux', '0', 'no', 'false'])
const INCONNU: ReadonlySet<string> = new Set(['inconnu', 'inconnue', 'non precise', 'nsp', 'ne sait pas', 'a preciser'])

function parseOuiNon(texte: string, avecInconnu: boolean): LectureValeur {
  const mot = normalizeCle(texte)
  if (OUI.has(mot)) return ok(true)
  if (NON.has(mot)) return ok(false)
  if (avecInconnu && (INCONNU.has(mot) || /^\?+$/.test(texte.trim()))) return ok(null)
  return refuse(
    `${extrait(texte)} n’est pas une réponse : écrivez oui ${avecInconnu ? ', non ou inconnu' : 'ou non'}.`.replace(
      'oui ,',
      'oui,',
    ),
  )
}

function parseChoix(texte: string, { choix = {}, tolere = {}, titre }: ColonneTableur): LectureValeur {
  const mot = normalizeCle(texte)
  const code =
    Object.keys(choix).find(
      (cle) => normalizeCle(choix[cle] ?? '') === mot || cle.toLowerCase().replaceAll('_', ' ') === mot,
    ) ?? tolere[mot]
  if (code !== undefined) return ok(code)
  const mots = Object.values(choix)
  return refuse(
    `${extrait(texte)} n’est pas dans la liste « ${titre} » : écrivez ${mots.slice(0, -1).join(', ')} ou ${mots.at(-1) ?? ''}.`,
  )
}

const REF = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Names of one list in a cell, a line each (or cut by ; where there is one line). */
function parseNoms(texte: string): string[] {
  const lignes = parseLignes(texte)
  return (lignes.length === 1 ? (lignes[0] ?? '').split(/[;,]/) : lignes)
    .map((nom) => nom.trim())
    .filter((nom) => nom !== '')
}

function parseParmi(
  texte: string,
  connus: { code: string; noms: string[] }[],
  quoi: string,
  remede: string,
): LectureValeur {
  const cherche = (nom: string) =>
    connus.find(({ code, noms }) => [code, ...noms].some((connu) => normalizeCle(connu) === normalizeCle(nom)))?.code
  // A name may hold the sign that cuts the others.
  const noms = cherche(texte) === undefined ? parseNoms(texte) : [texte]
  const codes: string[] = []
  for (const nom of noms) {
    const code = cherche(nom)
    if (code === undefined) return refuse(`${quoi} ${extrait(nom)} n’est pas connue ici : ${remede}`)
    codes.push(code)
  }
  // In the order of the list: the same names are the same value.
  return ok(connus.map(({ code }) => code).filter((code) => codes.includes(code)))
}

function parseDocuments(texte: string, documents: readonly string[]): LectureValeur {
  const rangs: number[] = []
  for (const ligne of parseLignes(texte)) {
    const rang = Number(
      /^(\d{1,4})(?: – |$)/.exec(ligne.trim())?.[1] ??
        documents.findIndex((titre) => normalizeCle(titre) === normalizeCle(ligne)) + 1,
    )
    if (!(rang >= 1 && rang <= documents.length))
      return refuse(
        `Le document ${extrait(ligne)} n’est pas parmi ceux de la convention : écrivez son titre, ou videz la cellule.`,
      )
    rangs.push(rang)
  }
  return ok([...new Set(rangs)].sort((a, b) => a - b).map(String))
}

function parseUn(texte: string, connus: { ref: string; noms: string[] }[], message: string): LectureValeur {
  const par = (critere: (connu: { ref: string; noms: string[] }) => boolean) => connus.filter(critere)
  const exact = par(({ ref }) => ref === texte.trim())
  const trouves =
    exact.length > 0 ? exact : par(({ noms }) => noms.some((nom) => normalizeCle(nom) === normalizeCle(texte)))
  return trouves.length === 1 && trouves[0] ? ok(trouves[0].ref) : refuse(message)
}

function parseAccords(texte: string): LectureValeur {
  const lignes = parseLignes(texte)
  const accords = lignes.map(parseAccordPlat)
  const fausse = lignes.find((_ligne, rang) => accords[rang] === null)
  return fausse === undefined
    ? ok(accords.flatMap((accord) => (accord ? [formatAccordPlat(accord)] : [])))
    : refuse(
        `L’accord ${extrait(fausse)} ne se lit pas : écrivez la référence de l’organisme, puis « : » et la date, par exemple « caf-13 : 2026-03-03 ».`,
      )
}

/** Reads a cell that is not empty. */
export function parseValeur(colonne: ColonneTableur, cellule: string, repertoire: Repertoire): LectureValeur {
  const texte = cellule.trim()
  if (/^#(REF|N\/A|VALUE|VALEUR|NAME|NOM|DIV\/0|NULL|NUM|NOMBRE)[!?]?$/i.test(texte))
    return refuse(`La cellule affiche une erreur de formule (${texte}) : corrigez-la dans le tableur.`)
  if (colonne.longueur !== undefined && texte.length > colonne.longueur)
    return refuse(`Ce texte a ${texte.length} caractères : raccourcissez-le à ${colonne.longueur} au plus.`)
  switch (colonne.genre) {
    case 'TEXTE':
      return ok(cellule)
    case 'LISTE':
      return ok(parseLignes(cellule))
    case 'REF':
      return texte.length <= 80 && REF.test(texte)
        ? ok(texte)
        : refuse(`${extrait(texte)} n’est pas une référence : laissez celle de l’export, ou videz la cellule.`)
    case 'NOMBRE': {
      const decimal = parseDecimal(texte, 4)
      return decimal === null
        ? refuse(`${extrait(texte)} n’est pas un nombre : écrivez par exemple 12 ou 1,6 (quatre décimales au plus).`)
        : ok(decimal)
    }
    case 'ENTIER':
    case 'ANNEE': {
      const annee = Number(texte)
      return /^\d{4}$/.test(texte) && isAnnee(annee)
        ? ok(annee)
        : refuse(`${extrait(texte)} n’est pas une année : écrivez-la sur quatre chiffres, par exemple 2026.`)
    }
    case 'POURCENT': {
      const part = Number(parseDecimal(texte, 0) ?? Number.NaN)
      return part >= 0 && part <= 100
        ? ok(part)
        : refuse(`${extrait(texte)} n’est pas un avancement : écrivez un nombre entier de 0 à 100.`)
    }
    case 'DATE': {
      const jour = parseJour(texte)
      if (jour === null)
        return refuse(
          `${extrait(texte)} n’est pas une date : écrivez-la avec l’année sur quatre chiffres, par exemple 03/03/2026.`,
        )
      return isAnnee(yearOf(jour))
        ? ok(jour)
        : refuse(
            `L’année de ${extrait(texte)} paraît fausse : elle doit être entre ${ANNEES.premiere} et ${ANNEES.derniere}.`,
          )
    }
    case 'INSTANT': {
      const instant = new Date(texte)
      return Number.isNaN(instant.getTime()) || !/^\d{4}-/.test(texte)
        ? refuse(`${extrait(texte)} n’est pas un moment : laissez celui de l’export, ou videz la cellule.`)
        : ok(instant.toISOString())
    }
    case 'OUI_NON':
    case 'OUI_NON_INCONNU':
      return parseOuiNon(texte, colonne.genre === 'OUI_NON_INCONNU')
    case 'CHOIX':
      return parseChoix(
        texte,
        colonne.cle === 'theme'
          ? { ...colonne, choix: Object.fromEntries(repertoire.themes.map(({ code, nom }) => [code, nom])) }
          : colonne,
      )
    case 'THEMES':
      return parseParmi(
        texte,
        repertoire.themes.map(({ code, nom }) => ({ code, noms: [nom] })),
        'La thématique',
        `écrivez ${repertoire.themes.map(({ nom }) => nom).join(' ; ')}.`,
      )
    case 'COMMUNES':
      return parseParmi(
        texte,
        repertoire.communes.map((nom) => ({ code: nom, noms: [] })),
        'La commune',
        'écrivez le nom d’une commune du territoire, une par ligne, ou mettez ces mots dans la colonne « Territoire ».',
      )
    case 'DOCUMENTS':
      return parseDocuments(cellule, repertoire.documents)
    case 'ORGANISME':
      return parseUn(
        texte,
        repertoire.organismes.map(({ ref, nom }) => ({ ref, noms: [nom] })),
        `${extrait(texte)} n’est pas un organisme de la convention : reprenez son nom exact, ou videz la cellule (les mots écrits restent).`,
      )
    case 'AVENANT':
      return parseUn(
        texte,
        repertoire.avenants.map(({ ref, objet }) => ({ ref, noms: [objet] })),
        `${extrait(texte)} n’est pas un avenant de la convention : reprenez son objet, ou videz la cellule.`,
      )
    case 'ACCORDS':
      return parseAccords(cellule)
  }
}

/** A value as the text of its cell; nothing for what is not known. */
export function formatTexte(colonne: ColonneTableur, valeur: Valeur, repertoire: Repertoire): string {
  if (valeur === null) return colonne.genre === 'OUI_NON_INCONNU' ? 'inconnu' : ''
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  if (Array.isArray(valeur)) {
    if (colonne.genre === 'THEMES')
      return valeur.map((code) => repertoire.themes.find((theme) => theme.code === code)?.nom ?? code).join('\n')
    if (colonne.genre === 'DOCUMENTS')
      return valeur
        .map((rang) => `${rang} – ${(repertoire.documents[Number(rang) - 1] ?? '').replace(/\s+/g, ' ')}`)
        .join('\n')
    return colonne.genre === 'COMMUNES' ? valeur.join('\n') : formatLignes(valeur)
  }
  if (colonne.genre === 'CHOIX')
    return (
      colonne.choix?.[String(valeur)] ?? repertoire.themes.find(({ code }) => code === valeur)?.nom ?? String(valeur)
    )
  if (colonne.genre === 'ORGANISME') {
    const nom = repertoire.organismes.find(({ ref }) => ref === valeur)?.nom ?? String(valeur)
    return repertoire.organismes.filter((autre) => normalizeCle(autre.nom) === normalizeCle(nom)).length === 1
      ? nom
      : String(valeur)
  }
  if (colonne.genre === 'DATE') return String(valeur).split('-').reverse().join('/')
  if (colonne.genre === 'NOMBRE') return String(valeur).replace('.', ',')
  return String(valeur)
}

/** A value as a cell to write: numbers and days are such for the spreadsheet, words are words. */
export function formatCellule(colonne: ColonneTableur, valeur: Valeur, repertoire: Repertoire): Cellule {
  if (valeur !== null && (colonne.genre === 'NOMBRE' || colonne.genre === 'POURCENT' || colonne.genre === 'ANNEE'))
    return toNombre(String(valeur))
  if (colonne.genre === 'DATE' && isDateCivile(valeur)) return { date: valeur }
  return formatTexte(colonne, valeur, repertoire)
}

const canonize = (valeur: Valeur): string =>
  JSON.stringify(
    Array.isArray(valeur) ? valeur.map(normalizeTexte) : typeof valeur === 'string' ? normalizeTexte(valeur) : valeur,
  )

/** True for two values that read the same. */
export const isPareil = (a: Valeur, b: Valeur): boolean => canonize(a) === canonize(b)
