import 'server-only'
import { z } from 'zod'
import { formatQuotite } from '@/lib/platform/nombres'
import type { DateCivile } from '@/lib/platform/dates'
import { defineQuery } from '@/lib/platform/query'
import { formatListe } from '@/lib/platform/typographie'
import type { Cellule } from '@/lib/tableurs/types'
import { FORMATS_TABLEUR } from '@/lib/tableurs/types'
import { writeTableur } from '@/lib/tableurs/write'
import type { LigneConvention } from '../rules/lignes'
import { filtresPortefeuille } from '../schema'
import { readLignes } from './portefeuille'

const ENTETE = [
  'Convention',
  'Territoire',
  'Caf',
  'Département',
  'Début',
  'Fin',
  'Où elle en est',
  'En retard',
  'À risque',
  'À faire',
  'Ce qui attend',
  'Prochain COPIL',
  'Actions du plan',
  'Actions réalisées',
  'Actions en retard',
  'ETP',
  'Lectures à confirmer',
  'Coordination',
]

const toDate = (date: DateCivile | null): Cellule => (date === null ? '' : { date })
const toNombre = (nombre: number): Cellule => ({ nombre: String(nombre) })

const toRang = (ligne: LigneConvention): Cellule[] => {
  const { comptes, progression } = ligne
  return [
    ligne.nom,
    ligne.territoire,
    ligne.caf,
    ligne.departement ?? '',
    toDate(ligne.debut),
    toDate(ligne.fin),
    ligne.phaseTexte,
    toNombre(comptes.RETARD),
    toNombre(comptes.A_RISQUE),
    toNombre(comptes.A_FAIRE),
    ligne.raisons.map(({ texte }) => texte).join(' ; '),
    toDate(ligne.prochainCopil?.date ?? null),
    toNombre(progression.total),
    toNombre(progression.realisees),
    toNombre(progression.enRetard),
    ligne.etp === null ? '' : { nombre: formatQuotite(ligne.etp).replace(',', '.') },
    toNombre(ligne.aConfirmer),
    formatListe(ligne.coordination),
  ]
}

/** The conventions that answer the filters, as a spreadsheet: one row each, in the order of the list. */
export const exportPortefeuille = defineQuery({
  nom: 'exportPortefeuille',
  operation: 'portefeuille.lire',
  portee: 'GENERALE',
  input: filtresPortefeuille.extend({ format: z.enum(FORMATS_TABLEUR) }),
  run: async ({ tx, today }, { format, ...filtres }) => {
    const { lignes } = await readLignes(tx, filtres, today)
    return {
      nom: `conventions-${today}`,
      octets: await writeTableur(format, [{ nom: 'Conventions', lignes: [ENTETE, ...lignes.map(toRang)] }]),
    }
  },
})
