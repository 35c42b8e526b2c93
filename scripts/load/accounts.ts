import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { hashMotDePasse } from '@/lib/platform/identite/connexion'

export interface DemonstrationAccount {
  email: string
  motDePasse: string
  nom: string
  role: string
}

interface Person {
  email: string
  nom: string
  fonction: string
  role: string
  /** SQL that grants the roles; $1 is the person. Idempotent: it only adds what is missing. */
  grants: string
}

const AUX_CONVENTIONS = (type: string, where: string) =>
  `INSERT INTO role (utilisateur_id, type, convention_id)
   SELECT $1, '${type}', c.id FROM convention c WHERE ${where}
   AND NOT EXISTS (SELECT 1 FROM role r WHERE r.utilisateur_id = $1 AND r.convention_id = c.id)`

/** The people a visitor may try the product as. Fictitious names, one per kind of user. */
const PERSONNES: Person[] = [
  {
    email: 'conseillere@demonstration.example',
    nom: 'Camille Roussel',
    fonction: 'Conseillère technique Caf (compte fictif)',
    role: 'Conseillère Caf',
    grants: `INSERT INTO role (utilisateur_id, type, organisme_id)
      SELECT DISTINCT $1::int, 'CONSEILLER_CAF'::type_role, c.caf_id FROM convention c
      WHERE NOT EXISTS (SELECT 1 FROM role r WHERE r.utilisateur_id = $1 AND r.organisme_id = c.caf_id)`,
  },
  {
    email: 'coordination@demonstration.example',
    nom: 'Dominique Ferrand',
    fonction: 'Chargée de coopération (compte fictif)',
    role: 'Chargée de coopération',
    grants: AUX_CONVENTIONS('CHARGE_COOPERATION', 'true'),
  },
  {
    email: 'elue@demonstration.example',
    nom: 'Élise Marchand',
    fonction: 'Élue référente (compte fictif)',
    role: 'Élue',
    // The intercommunality where it is a party, otherwise a commune that is.
    grants: `INSERT INTO role (utilisateur_id, type, organisme_id)
      SELECT DISTINCT $1::int, 'ELU'::type_role, p.organisme_id FROM convention c CROSS JOIN LATERAL (
        SELECT co.organisme_id FROM convention_organisme co JOIN organisme o ON o.id = co.organisme_id
        WHERE co.convention_id = c.id AND o.type IN ('EPCI', 'COMMUNE') ORDER BY o.type = 'EPCI' DESC, co.ordre LIMIT 1) p
      WHERE NOT EXISTS (SELECT 1 FROM role r WHERE r.utilisateur_id = $1 AND r.organisme_id = p.organisme_id)`,
  },
  {
    email: 'pilote@demonstration.example',
    nom: 'Patrice Lenoir',
    fonction: 'Pilote de fiches (compte fictif)',
    role: 'Pilote',
    grants: `INSERT INTO role (utilisateur_id, type, convention_id, fiche_action_id)
      SELECT $1, 'PILOTE', f.convention_id, f.id FROM (
        SELECT f.convention_id, f.id FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.demonstration ORDER BY f.id LIMIT 2) f
      WHERE NOT EXISTS (SELECT 1 FROM role r WHERE r.utilisateur_id = $1 AND r.fiche_action_id = f.id)`,
  },
  {
    email: 'administration@demonstration.example',
    nom: 'Alix Bernard',
    fonction: 'Administration (compte fictif)',
    role: 'Administratrice',
    grants: `INSERT INTO role (utilisateur_id, type) SELECT $1, 'ADMINISTRATEUR' WHERE NOT EXISTS (SELECT 1 FROM role WHERE utilisateur_id = $1)`,
  },
]

/** Same password at each start on one installation, another on each installation, written nowhere. */
function derivePassword(secret: string): string {
  const mots = createHmac('sha256', secret).update('comptes de démonstration').digest('hex')
  return `essai-${mots.slice(0, 4)}-${mots.slice(4, 8)}-${mots.slice(8, 12)}`
}

/**
 * Creates the demonstration accounts, or brings them back to the password that is announced: they
 * are for trying the product, and a visitor must be able to sign in at each start.
 * @param owner connection of the owner of the database
 */
export async function ensureDemonstrationAccounts(owner: pg.Client, secret: string): Promise<DemonstrationAccount[]> {
  const motDePasse = derivePassword(secret)
  for (const personne of PERSONNES) {
    const { rows } = await owner.query<{ id: number }>(
      `INSERT INTO utilisateur (email, nom, fonction, mot_de_passe, demonstration) VALUES ($1, $2, $3, $4, true)
       ON CONFLICT (email) DO UPDATE SET mot_de_passe = EXCLUDED.mot_de_passe, demonstration = true RETURNING id`,
      [personne.email, personne.nom, personne.fonction, await hashMotDePasse(motDePasse)],
    )
    await owner.query(personne.grants, [rows[0]?.id])
  }
  return PERSONNES.map(({ email, nom, role }) => ({ email, nom, role, motDePasse }))
}
