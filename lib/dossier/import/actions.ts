'use server'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { defineAction } from '@/lib/platform/action'
import { refreshPortefeuille } from '@/lib/platform/chemins'
import { recordEvenement } from '@/lib/platform/journal'
import { echecs, succeed } from '@/lib/platform/resultat'
import { writeDossier } from './write/dossier'
import { readDossier } from '@/lib/dossier/lecture/rules/dossier'

/**
 * Imports one whole convention: all of it, or nothing. Each error names its place in the document.
 * One journal line says who brought in what, with the document’s fingerprint.
 */
export const importDossier = defineAction({
  nom: 'importDossier',
  operation: 'dossier.importer',
  portee: 'GENERALE',
  input: z.strictObject({ dossier: z.unknown() }),
  // A document of JSON is read first, then cleaned text by text: see `readDossier`.
  brut: ['dossier'],
  effet: async ({ tx, acteur }, input) => {
    const lu = readDossier(input.dossier)
    if (!lu.ok) return echecs.invalide(lu.erreurs.map(({ chemin, message }) => ({ champ: chemin, message })))
    const ecrit = await writeDossier(tx, lu.dossier)
    if (!ecrit.ok) return echecs.invalide(ecrit.erreurs.map(({ chemin, message }) => ({ champ: chemin, message })))
    const { slug, nom } = lu.dossier.convention
    await recordEvenement(tx, {
      acteurId: acteur.id,
      conventionId: ecrit.conventionId,
      operation: 'dossier.importer',
      libelle: nom,
      apres: { slug, empreinte: createHash('sha256').update(JSON.stringify(lu.dossier)).digest('hex') },
    })
    return succeed({ slug, conventionId: ecrit.conventionId })
  },
  revalidate: refreshPortefeuille,
})
