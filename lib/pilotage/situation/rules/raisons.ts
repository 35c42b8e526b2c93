/** Why a convention stands where it does, in a few words each: signals of one kind told together. */
import type { Gravite, Signal } from '@/lib/pilotage/veille/rules/faits'
import { GRAVITES } from '@/lib/pilotage/veille/rules/signaux'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'

export interface Raison {
  gravite: Gravite
  texte: string
}

/** Kind of a signal: the head of its key, and what became of the thing. */
const readGenre = ({ cle }: Signal): string => {
  const [tete, , etat = ''] = cle.split(':')
  return tete === 'fiche' || tete === 'reunion' || tete === 'releve' ? `${tete}:${etat}` : (tete ?? '')
}

function formatGenre(genre: string, gravite: Gravite, siens: readonly Signal[]): string {
  const n = siens.length
  const [premier] = siens
  switch (genre) {
    case 'instance': {
      const jour = premier?.echeance
      if (n > 1) return gravite === 'RETARD' ? `réunions manquantes : ${n} instances` : `${n} instances à réunir`
      if (gravite === 'RETARD') return `${premier?.objet} : réunion manquante`
      return `${premier?.objet} à réunir${jour ? ` avant le ${formatDateCourte(jour)}` : ''}`
    }
    case 'reunion:A_DECLARER':
      return formatCompte(n, 'réunion à déclarer', 'réunions à déclarer')
    case 'reunion:SANS_ORDRE_DU_JOUR':
      return formatCompte(n, 'ordre du jour à préparer', 'ordres du jour à préparer')
    case 'reunion:SANS_RELEVE':
    case 'releve:BROUILLON':
      return formatCompte(n, 'relevé à préparer', 'relevés à préparer')
    case 'releve:A_VALIDER':
      return formatCompte(n, 'relevé à valider', 'relevés à valider')
    case 'decision':
      return gravite === 'A_FAIRE'
        ? formatCompte(n, 'décision attendue', 'décisions attendues')
        : gravite === 'RETARD'
          ? formatCompte(n, 'décision non réalisée', 'décisions non réalisées')
          : formatCompte(n, 'décision à réaliser bientôt', 'décisions à réaliser bientôt')
    case 'fiche:EN_RETARD':
      return formatCompte(n, 'action en retard', 'actions en retard')
    case 'fiche:SANS_SUIVI':
      return formatCompte(n, 'action sans nouvelle', 'actions sans nouvelle')
    case 'indicateurs':
      return premier?.objet ? `${premier.objet} à renseigner` : 'indicateurs à renseigner'
    case 'schema':
      return n > 1 ? `${n} schémas d’ETP à valider` : 'schéma d’ETP à valider'
    case 'mandats':
      return 'mandats qui prennent fin'
    case 'avenant':
      return gravite === 'RETARD' ? 'avenant attendu, non signé' : 'avenant attendu'
    case 'evaluation':
      return formatCompte(n, 'évaluation à faire', 'évaluations à faire')
    case 'dates':
      return 'dates à préciser'
    case 'terme':
      return gravite === 'RETARD' || (premier?.objet ?? '').startsWith('Terme')
        ? 'terme dépassé, suite non enregistrée'
        : `prend fin${premier?.echeance ? ` le ${formatDateCourte(premier.echeance)}` : ''}`
    default:
      return formatCompte(n, 'autre point', 'autres points')
  }
}

/**
 * The reasons of a line, gravest first.
 * @param signaux what the convention asks of who reads, gravest first
 */
export function listRaisons(signaux: readonly Signal[]): Raison[] {
  const groupes = new Map<string, Signal[]>()
  for (const signal of signaux) {
    const cle = `${signal.gravite} ${readGenre(signal)}`
    groupes.set(cle, [...(groupes.get(cle) ?? []), signal])
  }
  return [...groupes]
    .map(([cle, siens]) => {
      const [gravite, genre] = cle.split(' ') as [Gravite, string]
      return { gravite, texte: formatGenre(genre, gravite, siens) }
    })
    .sort((a, b) => GRAVITES.indexOf(a.gravite) - GRAVITES.indexOf(b.gravite))
}
