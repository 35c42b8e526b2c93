import { formatEspaces } from '@/scripts/lint/french-spaces.mjs'

/** A sentence typed on a keyboard, with the spaces and apostrophes that the product shows. */
export const fr = (texte: string): string => formatEspaces(texte).replaceAll("'", '’')
