/**
 * The message: a subject that says what matters, a text, and the same text dressed in HTML. The text is what is kept;
 * its foot, with the link that stops the messages, is added when it leaves.
 */
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import { countGravites, GRAVITES } from './signaux'
import type { Nouvelles } from './envoi'
import type { Gravite, Signal } from './faits'

export const TITRES_GRAVITE: Record<Gravite, string> = { RETARD: 'En retard', A_RISQUE: 'À risque', A_FAIRE: 'À faire' }

/** One line, whatever was typed. */
const toLigne = (texte: string): string => texte.replace(/[\p{Cc}\u2028\u2029 ]+/gu, ' ').trim()

const souligner = (titre: string, trait: string): string[] => [titre, trait.repeat(Math.min(titre.length, 60))]

function formatSignal({ objet, phrase, href }: Signal, adresse: string): string[] {
  return [`* ${toLigne(objet)}`, `  ${toLigne(phrase)}`, `  ${adresse}${href}`]
}

function formatConvention({ convention, signaux, reste }: Nouvelles, adresse: string): string[] {
  const parties = GRAVITES.flatMap((gravite) => {
    const siens = signaux.filter((signal) => signal.gravite === gravite)
    return siens.length === 0
      ? []
      : ['', ...souligner(TITRES_GRAVITE[gravite], '-'), ...siens.flatMap((signal) => formatSignal(signal, adresse))]
  })
  const suite =
    reste > 0 ? ['', `${formatCompte(reste, 'autre point attend', 'autres points attendent')} dans Copilote CTG.`] : []
  return ['', ...souligner(toLigne(convention.nom), '='), ...parties, ...suite]
}

/** '2 en retard, 1 à faire'. */
export const formatComptesGravite = (comptes: Readonly<Record<Gravite, number>>): string =>
  GRAVITES.filter((gravite) => comptes[gravite] > 0)
    .map((gravite) => `${comptes[gravite]} ${TITRES_GRAVITE[gravite].toLowerCase()}`)
    .join(', ')

const LONGUEUR_SUJET = 110

/** 'Vallée des Baux-Alpilles : Comité de pilotage en retard, et 3 autres points'. */
function formatSujet(nouvelles: readonly Nouvelles[]): string {
  const tous = nouvelles.flatMap(({ signaux }) => signaux)
  const [premier] = GRAVITES.flatMap((gravite) => tous.filter((signal) => signal.gravite === gravite))
  const ou =
    nouvelles.length === 1 ? toLigne(nouvelles[0]?.convention.nom ?? '') : formatCompte(nouvelles.length, 'convention')
  if (premier && tous.length === 1) {
    const sujet = `${ou} : ${toLigne(premier.objet)}, ${TITRES_GRAVITE[premier.gravite].toLowerCase()}`
    if (sujet.length <= LONGUEUR_SUJET) return sujet
  }
  return `${ou} : ${formatComptesGravite(countGravites(tous))}`
}

export interface Message {
  sujet: string
  texte: string
}

/**
 * What one person is told.
 * @param adresse public address of the application, without a final slash
 */
export function buildMessage(nom: string, nouvelles: readonly Nouvelles[], adresse: string): Message {
  const nombre = nouvelles.reduce((somme, { signaux }) => somme + signaux.length, 0)
  const conventions =
    nouvelles.length > 3
      ? formatCompte(nouvelles.length, 'convention')
      : formatListe(nouvelles.map(({ convention }) => toLigne(convention.nom)))
  const lignes = [
    `Bonjour ${toLigne(nom)},`,
    '',
    `${formatCompte(nombre, 'point nouveau', 'points nouveaux')} dans vos conventions (${conventions}). Ce qui vous a déjà été dit n’est pas répété.`,
    ...nouvelles.flatMap((nouvelle) => formatConvention(nouvelle, adresse)),
  ]
  return { sujet: formatSujet(nouvelles), texte: lignes.join('\n') }
}

/** The foot of a message: why it came, where to set how often, and how to stop. */
export interface Pied {
  /** 'chaque lundi' */
  frequence: string
  reglage: string
  arret: string
}

/** The text as it leaves. */
export function formatTexte(texte: string, { frequence, reglage, arret }: Pied): string {
  return [
    texte,
    '',
    '-- ',
    `Vous recevez ce message ${frequence}, s’il y a du nouveau.`,
    `Changer la fréquence : ${reglage}`,
    `Ne plus recevoir ces messages : ${arret}`,
    '',
  ].join('\n')
}

const escape = (texte: string): string => texte.replace(/[&<>"']/g, (signe) => `&#${signe.charCodeAt(0)};`)

/** Reads the lines of a text back into the blocks they show. */
function listBlocs(lignes: readonly string[]): string[] {
  const blocs: string[] = []
  let liste: string[] = []
  const flush = () => {
    if (liste.length > 0) blocs.push(`<ul>${liste.join('')}</ul>`)
    liste = []
  }
  for (let i = 0; i < lignes.length; i += 1) {
    const ligne = lignes[i] ?? ''
    const suivante = lignes[i + 1] ?? ''
    if (ligne.startsWith('* ') && (lignes[i + 2] ?? '').startsWith('  ')) {
      liste.push(
        `<li><a href="${escape((lignes[i + 2] ?? '').trim())}">${escape(ligne.slice(2))}</a><br>${escape(suivante.trim())}</li>`,
      )
      i += 2
      continue
    }
    flush()
    const niveau = /^=+$/.test(suivante) ? 'h2' : /^-+$/.test(suivante) ? 'h3' : null
    if (niveau !== null && ligne !== '') {
      blocs.push(`<${niveau}>${escape(ligne)}</${niveau}>`)
      i += 1
    } else if (ligne !== '') blocs.push(`<p>${escape(ligne)}</p>`)
  }
  flush()
  return blocs
}

/** The same in HTML, for programs that read it: titles, lists, links that say where they lead; no picture, no colour. */
export function formatHtml(sujet: string, texte: string, { frequence, reglage, arret }: Pied): string {
  return [
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(sujet)}</title></head>`,
    `<body><h1>${escape(sujet)}</h1>`,
    ...listBlocs(texte.split('\n')),
    `<hr><p>${escape(`Vous recevez ce message ${frequence}, s’il y a du nouveau.`)}</p>`,
    `<p><a href="${escape(reglage)}">Changer la fréquence de ces messages</a></p><p><a href="${escape(arret)}">Ne plus recevoir ces messages</a></p></body></html>`,
  ].join('\n')
}
