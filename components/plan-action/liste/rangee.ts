import type { FicheListee } from '@/lib/plan-action/liste/queries/plan'

/** What every row shows or edits. */
const GARDES = [
  'id',
  'ref',
  'numero',
  'titre',
  'version',
  'statut',
  'periode',
  'avancement',
  'pilotages',
  'themes',
  'progres',
  'etapes',
  'indicateurs',
  'modifiable',
] as const satisfies readonly (keyof FicheListee)[]

/** What a row of the list shows or edits: the browser receives nothing else, and nothing where there is nothing. */
export type Rangee = Pick<FicheListee, (typeof GARDES)[number]> & {
  aRediger?: true
  redactionMotif?: string
  echeance?: FicheListee['echeance']
  silence?: string
  desaccord?: string
  reserves?: string[]
}

export function toRangee(fiche: FicheListee): Rangee {
  const { aRediger, redactionMotif, echeance, silence, desaccord, reserves } = fiche
  return {
    ...(Object.fromEntries(GARDES.map((cle) => [cle, fiche[cle]])) as Pick<FicheListee, (typeof GARDES)[number]>),
    ...(aRediger && { aRediger }),
    ...(redactionMotif !== null && { redactionMotif }),
    ...(echeance !== null && { echeance }),
    ...(silence !== null && { silence }),
    ...(desaccord !== null && { desaccord }),
    ...(reserves.length > 0 && { reserves }),
  }
}
