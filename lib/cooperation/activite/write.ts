import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { echecs, type Echec } from '@/lib/platform/resultat'
import { readEnPoste } from '@/lib/cooperation/afas/read'

export interface ActiviteOuverte {
  id: number
  version: number
  annee: number
  numero: number
  charge: number | null
  qui: string | null
  texte: string
}

/** An activity under its lock; undefined when it is not of this convention. */
export async function readActivite(tx: Tx, conventionId: number, id: number): Promise<ActiviteOuverte | undefined> {
  const [lue] = await tx.$queryRaw<ActiviteOuverte[]>`
    SELECT a.id, a.version, a.annee, m.ordre AS numero, a.charge_id AS charge, k.nom AS qui, a.texte
    FROM activite_mission a JOIN mission_reference m ON m.id = a.mission_id LEFT JOIN charge_cooperation k ON k.id = a.charge_id
    WHERE a.id = ${id} AND a.convention_id = ${conventionId} FOR UPDATE OF a`
  return lue
}

/** Only somebody in post in this convention that year did it; null when all of them did. */
export async function refuseCharge(
  tx: Tx,
  conventionId: number,
  { charge, annee }: { charge: number | null; annee: number },
): Promise<Echec | null> {
  if (charge === null) return null
  const { nom, enPoste } = await readEnPoste(tx, conventionId, { charge, annee })
  if (nom === null) return echecs.introuvable()
  return enPoste
    ? null
    : echecs.invalide([
        { champ: 'charge', message: `${nom} n’était pas en poste en ${annee} : choisissez une autre personne.` },
      ])
}
