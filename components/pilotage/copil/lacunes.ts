import type { VueCopil } from '@/lib/pilotage/copil/queries/tableau-de-bord'

/** Subjects on which a document may be silent, as people call them. */
export const NOMS_SUJET: Record<string, string> = {
  PERIODE: 'Période',
  SIGNATURE: 'Signature',
  PARTIES: 'Parties',
  DELIBERATIONS: 'Délibérations',
  TERRITOIRE: 'Territoire',
  GOUVERNANCE: 'Gouvernance',
  FREQUENCES: 'Fréquence des réunions',
  PLAN_ACTION: 'Plan d’action',
  INDICATEURS: 'Indicateurs',
  ETP: 'ETP',
  EQUIPEMENTS: 'Équipements',
  EVALUATION: 'Évaluation',
  BUDGET: 'Budget',
  REUNIONS: 'Réunions',
}

/** The same in the course of a sentence: an acronym keeps its capitals. */
export const formatSujet = (sujet: string): string => {
  const nom = NOMS_SUJET[sujet] ?? sujet
  return nom === nom.toUpperCase() ? nom : nom.charAt(0).toLowerCase() + nom.slice(1)
}

/** Why the document says nothing of a subject; null when it was not noted. */
export function findLacune({ manques }: Pick<VueCopil, 'manques'>, sujet: string): string | null {
  return manques.lacunes.find(([nom]) => nom === sujet)?.[1] ?? null
}
