import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Tx } from '@/lib/platform/db'
import type { ObjetRole } from '@/lib/utilisateurs/rules'

export interface CibleRole {
  id: number
  nom: string
  precision: string | null
}

/** Few enough to be read; one types more letters rather than read further. */
const NOMBRE = 8

const organismes = (types: readonly string[]) => (motif: Prisma.Sql) =>
  Prisma.sql`
  SELECT o.id, o.nom, CASE WHEN o.type = 'COMMUNE' THEN o.departement_code END AS precision FROM porte.organisme o
  WHERE o.type::text = ANY (${types}) AND o.recherche LIKE ${motif} ORDER BY o.nom, o.id LIMIT ${NOMBRE}`

const SOURCES: Record<ObjetRole, (motif: Prisma.Sql) => Prisma.Sql> = {
  CAF: organismes(['CAF']),
  COLLECTIVITE: organismes(['COMMUNE', 'EPCI', 'DEPARTEMENT']),
  CONVENTION: (motif) => Prisma.sql`
    SELECT c.id, c.nom, c.caf AS precision FROM porte.convention c
    WHERE c.recherche LIKE ${motif} ORDER BY c.nom, c.id LIMIT ${NOMBRE}`,
  FICHE: (motif) => Prisma.sql`
    SELECT f.id, concat_ws(' ', f.numero, f.titre) AS nom, c.nom AS precision FROM porte.fiche f JOIN porte.convention c ON c.id = f.convention_id
    WHERE (f.recherche LIKE ${motif} OR c.recherche LIKE ${motif}) AND f.plan_id = (SELECT p.id FROM app.plan_en_vigueur(f.convention_id) p)
    ORDER BY c.nom, f.ordre, f.id LIMIT ${NOMBRE}`,
}

/** Objects of one kind whose name holds this text, accents and case aside; the first ones when it is empty. */
export function listCibles(tx: Tx, objet: ObjetRole, texte: string): Promise<CibleRole[]> {
  return tx.$queryRaw<CibleRole[]>(SOURCES[objet](Prisma.sql`'%' || app.plier(${texte}) || '%'`))
}
