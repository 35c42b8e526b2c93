import type pg from 'pg'
import type { ConventionEssai } from './gouvernance'

/** A held meeting with something of everything that minutes tell. */
export interface Seance {
  id: number
  ref: string
  instance: number
  points: number[]
  decisions: number[]
  /** What its minutes must say. */
  mots: string[]
}

let compteur = 0

async function insertIds(owner: pg.Client, sql: string, valeurs: unknown[]): Promise<number[]> {
  return (await owner.query<{ id: number }>(`${sql} RETURNING id`, valeurs)).rows.map(({ id }) => id)
}

/** Writes a held COPIL, each time on another day, with its presences, points and decisions. */
export async function createSeance(owner: pg.Client, essai: ConventionEssai): Promise<Seance> {
  const instance = essai.instances.copil ?? 0
  const jour = new Date(Date.UTC(2026, 2, 1 + (compteur += 1))).toISOString().slice(0, 10)
  const ref = `copil-releve-${compteur}`
  const [id = 0] = await insertIds(
    owner,
    `INSERT INTO reunion (convention_id, instance_id, ref, date, heure_debut, heure_fin, lieu, objet, etat, compte_rendu)
     VALUES ($1, $2, $3, $4, '14:00', '16:30', 'Salle du conseil', 'Bilan de l’année', 'TENUE', 'Note prise en séance')`,
    [essai.id, instance, ref, jour],
  )
  await owner.query(
    `INSERT INTO presence (convention_id, reunion_id, membre_id, etat, representant)
     SELECT convention_id, $2, id, (CASE WHEN ordre = (SELECT min(ordre) FROM membre WHERE instance_id = $1) THEN 'REPRESENTE' ELSE 'EXCUSE' END)::etat_presence,
       CASE WHEN ordre = (SELECT min(ordre) FROM membre WHERE instance_id = $1) THEN 'Mme Remplaçante' END
     FROM membre WHERE instance_id = $1 AND fin IS NULL`,
    [instance, id],
  )
  const points = await insertIds(
    owner,
    `INSERT INTO point_ordre_du_jour (convention_id, reunion_id, titre, presentateur, duree_minutes, etat, notes, ordre) VALUES
      ($1, $2, 'Le plan d’action', 'La chargée de coopération', 45, 'TRAITE', E'Première ligne\\nSeconde ligne', 0), ($1, $2, 'Le point suivant', NULL, NULL, 'REPORTE', NULL, 1)`,
    [essai.id, id],
  )
  const decisions = await insertIds(
    owner,
    `INSERT INTO decision (convention_id, point_id, texte, nature, etat, responsable, echeance, ordre) VALUES
      ($1, $2, 'Retenir le plan d’action', 'VALIDATION', 'PRISE', 'La Caf de l’essai', '2026-06-30', 0), ($1, $2, 'Ouvrir un lieu', 'ARBITRAGE', 'REFUSEE', NULL, NULL, 1)`,
    [essai.id, points[0]],
  )
  return {
    id,
    ref,
    instance,
    points,
    decisions,
    mots: [
      'Comité de pilotage',
      'De 14\u00A0h à 16\u00A0h\u00A030',
      'Salle du conseil',
      'Bilan de l’année',
      'Note prise en séance',
      'représenté par Mme Remplaçante',
      'excusé',
      'Le plan d’action',
      'La chargée de coopération',
      '45\u00A0min',
      'Première ligne\\nSeconde ligne',
      'Le point suivant',
      'reporté',
      'Retenir le plan d’action',
      'validation',
      'prise',
      'La Caf de l’essai',
      '30/06/2026',
      'Ouvrir un lieu',
      'arbitrage',
      'refusée',
      'non précisé',
      'Copiloté par la Caf et la commune',
      'Le maire',
    ],
  }
}
