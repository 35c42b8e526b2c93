import { formatCompte } from '@/lib/platform/typographie'

/** Plural of a level’s own name: 'fiche-action' → 'fiches-actions', 'axe stratégique' → 'axes stratégiques', 'champ d’action' → 'champs d’action'. */
export function formatPluriel(nom: string): string {
  const [tete = '', ...suite] = nom.split(/(?=\s(?:de|du|des|à|en)\s|\sd[’'])/)
  return tete.replace(/\p{L}+/gu, (mot) => (/[sxz]$/.test(mot) ? mot : `${mot}s`)) + suite.join('')
}

/** '1 action', '20 fiches-actions': a count with the convention’s own word, in lower case. */
export function formatCompteNom(nombre: number, nom: string): string {
  const mot = nom.toLowerCase()
  return formatCompte(nombre, mot, formatPluriel(mot))
}
