import type pg from 'pg'
import { importDossier } from '@/lib/dossier/import/actions'
import { runAs } from '@/lib/platform/identite/session'
import { dossier } from '@/prisma/seed/demonstration'

/**
 * Imports the demonstration again, as a neighbour's convention, and adds to both what no dossier carries.
 * @param session of an administrator
 */
export async function addVoisine(owner: pg.Client, session: string, slug: string): Promise<void> {
  const jumelle = { ...dossier, convention: { ...dossier.convention, slug, nom: 'Voisine' } }
  const importee = await runAs(session, () => importDossier({ dossier: jumelle }))
  if (!importee.ok) throw new Error(importee.message)
  await owner.query(
    `INSERT INTO echeance_afas (caf_id, annee, libelle, date) SELECT DISTINCT caf_id, 2026, 'Essai', date '2027-03-31' FROM convention`,
  )
  await owner.query(
    `INSERT INTO activite_mission (convention_id, annee, mission_id, texte, ordre) SELECT c.id, 2026, m.id, 'Essai', 0 FROM convention c, mission_reference m WHERE m.ordre = 1`,
  )
  await owner.query(`INSERT INTO invitation_fiche (id, convention_id, fiche_action_id, nom, expire_le, cree_par_id)
    SELECT encode(sha256(c.slug::bytea), 'hex'), c.id, min(f.id), 'Une partenaire', now() + interval '1 day', (SELECT min(id) FROM utilisateur) FROM convention c JOIN fiche_action f ON f.convention_id = c.id GROUP BY c.id`)
  await owner.query(
    `INSERT INTO contribution_fiche (convention_id, fiche_action_id, invitation_id, nom, contenu) SELECT convention_id, fiche_action_id, id, nom, '{"champs": {}, "etapes": []}' FROM invitation_fiche`,
  )
}
