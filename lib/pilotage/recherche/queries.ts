import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/platform/query'

/** One answer, with where it leads. */
interface ResultatRecherche {
  titre: string
  sousTitre?: string
  href: string
}

export interface GroupeRecherche {
  titre: string
  resultats: ResultatRecherche[]
}

type Genre = 'convention' | 'fiche' | 'instance' | 'commune'

interface Trouve {
  genre: Genre
  slug: string
  convention: string
  numero: string | null
  titre: string
  ref: string | null
}

/** Answers of each kind. */
const LIMITE = 6

const GROUPES: readonly { genre: Genre; titre: string }[] = [
  { genre: 'convention', titre: 'Conventions' },
  { genre: 'fiche', titre: 'Fiches' },
  { genre: 'instance', titre: 'Instances' },
  { genre: 'commune', titre: 'Communes' },
]

function toResultat({ genre, slug, convention, numero, titre, ref }: Trouve): ResultatRecherche {
  const base = `/conventions/${slug}`
  switch (genre) {
    case 'convention':
      return { titre, href: base }
    case 'fiche':
      return {
        titre: [numero, titre].filter(Boolean).join(' '),
        sousTitre: convention,
        href: `${base}/plan-action/${ref}`,
      }
    case 'instance':
      return { titre, sousTitre: convention, href: `${base}/gouvernance/${ref}` }
    case 'commune':
      return {
        titre,
        sousTitre: `${convention}, territoire`,
        href: `${base}/convention?commune=${numero ?? ''}#territoire`,
      }
  }
}

/**
 * Looks for a text over everything the person may read: conventions, fiches, instances, communes, each with its
 * address. Accents and case do not matter, one wrong letter is forgiven (app.rechercher). One statement beyond opening.
 */
export const searchTout = defineQuery({
  nom: 'searchTout',
  operation: 'portefeuille.lire',
  portee: 'GENERALE',
  input: z.strictObject({ q: z.string().max(100) }),
  run: async ({ tx }, { q }): Promise<GroupeRecherche[]> => {
    const trouves = await tx.$queryRaw<Trouve[]>`
      SELECT r.genre, r.slug, r.convention, r.numero, r.titre, coalesce(f.ref, i.ref) AS ref
      FROM app.rechercher(${q}, ${LIMITE}) r
      LEFT JOIN porte.fiche f ON r.genre = 'fiche' AND f.id = r.id
      LEFT JOIN porte.instance i ON r.genre = 'instance' AND i.id = r.id
      ORDER BY r.score DESC, r.titre`
    return GROUPES.flatMap(({ genre, titre }) => {
      const resultats = trouves.filter((trouve) => trouve.genre === genre).map(toResultat)
      return resultats.length > 0 ? [{ titre, resultats }] : []
    })
  },
})
