import type { MotsTables } from '@/lib/platform/mots'

/** Events that change no row by themselves, and what each writes beside its name. */

export const OPERATIONS: Readonly<Record<string, string>> = {
  'dossier.importer': 'Dossier importé',
  'dossier.exporter': 'Dossier exporté',
  'livraison.corriger': 'Correction du dossier livré',
  'plan.importer': 'Tableur importé dans le plan',
}

/** Told of a convention or of a fiche, though no table has such columns. */
export const EVENEMENTS = {
  convention: {
    nom: 'Convention',
    colonnes: {
      slug: 'adresse',
      empreinte: 'empreinte',
      fichier: 'fichier',
      creees: 'lignes créées',
      changees: 'lignes changées',
      refusees: 'lignes refusées',
    },
  },
  fiche_action: { nom: 'Fiche-action', colonnes: { revue: 'revue' } },
} as const satisfies MotsTables
