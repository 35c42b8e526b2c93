import type { z } from 'zod'
import { formatNombre } from '@/lib/platform/nombres'
import { ERREURS_MAXIMUM, type Erreurs, formatChemin, formatExtrait } from '@/lib/dossier/check/rules/erreurs'

type Issue = Parameters<z.core.$ZodErrorMap>[0]

const ATTENDUS: Record<string, string> = {
  string: 'un texte entre guillemets',
  number: 'un nombre, sans guillemets',
  int: 'un nombre entier, sans guillemets',
  boolean: 'true ou false, sans guillemets',
  array: 'une liste entre crochets',
  object: 'un objet entre accolades',
}

function formatRecu(valeur: unknown): string {
  if (valeur === null) return 'null'
  if (Array.isArray(valeur)) return 'une liste'
  switch (typeof valeur) {
    case 'string':
      return `le texte ${formatExtrait(valeur)}`
    case 'number':
      return `le nombre ${formatNombre(valeur)}`
    case 'boolean':
      return String(valeur)
    default:
      return 'un objet'
  }
}

const formatChoix = (valeurs: readonly unknown[]): string =>
  valeurs.map((valeur) => (typeof valeur === 'string' ? formatExtrait(valeur) : formatRecu(valeur))).join(', ')

function formatBorne(issue: Issue & { origin: string }, borne: number | bigint, mot: 'Au plus' | 'Au moins'): string {
  const valeur = formatNombre(String(borne))
  if (issue.origin === 'array' || issue.origin === 'set') {
    return mot === 'Au plus'
      ? `Au plus ${valeur} éléments : retirez ceux qui sont en trop.`
      : `Au moins ${valeur} élément : complétez la liste.`
  }
  if (issue.origin === 'string') return `${mot} ${valeur} caractères : reprenez le texte.`
  return `${mot} ${valeur} : corrigez le nombre.`
}

/**
 * Sentences for what the schema says nothing of itself: every issue has its remedy, in French.
 * One per document: once more issues are told than are shown, words cost time for nothing.
 */
export function createFormatIssue(): z.core.$ZodErrorMap {
  let nombre = 0
  return (issue) => {
    nombre += 1
    return nombre > ERREURS_MAXIMUM ? '' : writeIssue(issue)
  }
}

function writeIssue(issue: Issue): string {
  const { input } = issue
  if (input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) {
    return 'Ce champ manque : ajoutez-le.'
  }
  switch (issue.code) {
    case 'invalid_type': {
      // A number that is no JSON integer is told as such; everything else by what was found instead.
      const attendu = ATTENDUS[issue.expected] ?? 'une autre valeur'
      if (input === null)
        return `Ce champ ne peut pas être null : écrivez ${attendu}, ou retirez-le s’il est facultatif.`
      return `Écrivez ici ${attendu} ; le document porte ${formatRecu(input)}.`
    }
    case 'invalid_value':
      return issue.values.length === 1
        ? `Écrivez ici ${formatChoix(issue.values)} ; le document porte ${formatRecu(input)}.`
        : `Valeur inconnue, ${formatRecu(input)} : choisissez parmi ${formatChoix(issue.values)}.`
    case 'too_big':
      return formatBorne(issue, issue.maximum, 'Au plus')
    case 'too_small':
      return formatBorne(issue, issue.minimum, 'Au moins')
    default:
      return `Cette valeur n’est pas lisible, ${formatRecu(input)} : reprenez-la d’après un dossier exporté.`
  }
}

/** Errors of the schema as places in the document; an unknown field is named by its own path. */
export function collectErreurs(issues: readonly z.core.$ZodIssue[], erreurs: Erreurs): void {
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') {
      erreurs.add(formatChemin(issue.path), issue.message)
      continue
    }
    for (const cle of issue.keys) {
      erreurs.add(
        formatChemin([...issue.path, cle]),
        `Le champ ${formatExtrait(cle)} n’existe pas ici : corrigez son nom, ou retirez-le.`,
      )
    }
  }
}
