import type { FicheListee } from '@/lib/plan-action/liste/queries/plan'

/** What a row of the list shows or edits: the browser receives nothing else, and nothing where there is nothing. */
export type Rangee = Pick<
  FicheListee,
  | 'id'
  | 'ref'
  | 'numero'
  | 'titre'
  | 'version'
  | 'statut'
  | 'periode'
  | 'avancement'
  | 'pilotages'
  | 'themes'
  | 'progres'
  | 'etapes'
  | 'indicateurs'
  | 'modifiable'
> & {
  aRediger?: true
  redactionMotif?: string
  echeance?: FicheListee['echeance']
  silence?: string
  desaccord?: string
  reserves?: string[]
}

export const toRangee = ({
  id,
  ref,
  numero,
  titre,
  version,
  statut,
  periode,
  avancement,
  pilotages,
  themes,
  progres,
  etapes,
  indicateurs,
  modifiable,
  aRediger,
  redactionMotif,
  echeance,
  silence,
  desaccord,
  reserves,
}: FicheListee): Rangee => ({
  id,
  ref,
  numero,
  titre,
  version,
  statut,
  periode,
  avancement,
  pilotages,
  themes,
  progres,
  etapes,
  indicateurs,
  modifiable,
  ...(aRediger && { aRediger }),
  ...(redactionMotif !== null && { redactionMotif }),
  ...(echeance !== null && { echeance }),
  ...(silence !== null && { silence }),
  ...(desaccord !== null && { desaccord }),
  ...(reserves.length > 0 && { reserves }),
})
