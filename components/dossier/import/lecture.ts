import { formatNombre } from '@/lib/platform/nombres'
import { readJson } from './read-json'

/** What a dossier may weigh; the server counts again. */
const OCTETS_MAXIMUM = 5_000_000

/** A document as it was chosen: nothing of it is lost while it is corrected. */
interface DocumentLu {
  valeur: unknown
  /** name of the convention, as the document says it */
  nom: string | null
}

export type LectureDocument = { ok: true; document: DocumentLu } | { ok: false; message: string }

function readNom(valeur: unknown): string | null {
  if (typeof valeur !== 'object' || valeur === null || !('convention' in valeur)) return null
  const { convention } = valeur
  return typeof convention === 'object' &&
    convention !== null &&
    'nom' in convention &&
    typeof convention.nom === 'string'
    ? convention.nom
    : null
}

/** Refuses what is empty, too heavy or no JSON, in a sentence with the remedy. */
export function readDocument(texte: string): LectureDocument {
  if (texte.trim() === '')
    return { ok: false, message: 'Ce document est vide : choisissez le fichier d’un dossier, ou collez son texte.' }
  const octets = new Blob([texte]).size
  if (octets > OCTETS_MAXIMUM)
    return {
      ok: false,
      message: `Ce document pèse ${formatNombre(Math.ceil(octets / 100_000) / 10)} Mo, au-delà de 5 Mo : un dossier porte une seule convention, sans pièce jointe.`,
    }
  const lecture = readJson(texte)
  if (lecture.ok) return { ok: true, document: { valeur: lecture.valeur, nom: readNom(lecture.valeur) } }
  const { ligne, colonne, extrait } = lecture
  const ou = extrait === '' ? '' : `, sur « ${extrait} »`
  return {
    ok: false,
    message: `Ligne ${ligne}, colonne ${colonne}${ou} : ce n’est pas du JSON. Vérifiez les guillemets, les virgules et les accolades à cet endroit ou juste avant.`,
  }
}
