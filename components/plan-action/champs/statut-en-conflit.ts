import type { ChampEnConflit, ConflitFiche } from '@/lib/plan-action/fiche/types/edition'

/** The status that somebody else gave meanwhile. */
export const findStatut = ({ conflits }: ConflitFiche): ChampEnConflit<'statut'> | undefined =>
  conflits.find((conflit): conflit is ChampEnConflit<'statut'> => conflit.champ === 'statut')
