/** The one gesture that settles a thing to do, as its button says it. */
import type { Signal } from '@/lib/pilotage/veille/rules/faits'

/** By the head of the key of a signal, and what became of the thing. */
const GESTES: Readonly<Record<string, string>> = {
  'reunion:A_DECLARER': 'Déclarer la réunion',
  'reunion:SANS_ORDRE_DU_JOUR': 'Préparer l’ordre du jour',
  'reunion:SANS_RELEVE': 'Préparer le relevé',
  'releve:BROUILLON': 'Soumettre le relevé',
  'releve:A_VALIDER': 'Lire et valider',
  'decision:ATTENDUE': 'Voir la décision',
  'decision:EN_RETARD': 'Dire où elle en est',
  'decision:PROCHE': 'Dire où elle en est',
  'fiche:EN_RETARD': 'Mettre à jour',
  'fiche:SANS_SUIVI': 'Mettre à jour',
  'fiche:INDICATEURS': 'Renseigner',
  instance: 'Prévoir la réunion',
  indicateurs: 'Renseigner',
  schema: 'Ouvrir le schéma',
  mandats: 'Nommer un successeur',
  mention: 'Lire le commentaire',
  avenant: 'Voir l’avenant',
  evaluation: 'Voir ce qui est prévu',
  terme: 'Voir les dates',
  dates: 'Voir les dates',
}

/** @returns 'Ouvrir' for a thing that no list knows */
export function formatGeste({ cle }: Pick<Signal, 'cle'>): string {
  const [tete = '', , etat = ''] = cle.split(':')
  return GESTES[`${tete}:${etat}`] ?? GESTES[tete] ?? 'Ouvrir'
}
