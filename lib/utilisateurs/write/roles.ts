import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { readSqlstate } from '@/lib/platform/log'
import { echecs, type Echec } from '@/lib/platform/resultat'
import { ROLES_DONNES, type ChoixRole } from '@/lib/utilisateurs/rules'

const UNIQUE_VIOLATION = '23505'

interface RoleVoulu {
  role: ChoixRole
  cible: number | null
  debut: string | null
  fin: string | null
}

interface Cible {
  organisme: number | null
  convention: number | null
  fiche: number | null
}

/** What the role is held on, as the table says it; undefined when there is no such object. */
async function findCible(tx: Tx, { role, cible }: RoleVoulu): Promise<Cible | undefined> {
  switch (ROLES_DONNES[role].objet) {
    case null:
      return { organisme: null, convention: null, fiche: null }
    case 'CAF':
      return (
        await tx.$queryRaw<
          Cible[]
        >`SELECT id AS organisme, NULL AS convention, NULL AS fiche FROM porte.organisme WHERE id = ${cible} AND type = 'CAF'`
      )[0]
    case 'COLLECTIVITE':
      return (
        await tx.$queryRaw<Cible[]>`
        SELECT id AS organisme, NULL AS convention, NULL AS fiche FROM porte.organisme WHERE id = ${cible} AND type IN ('COMMUNE', 'EPCI', 'DEPARTEMENT')`
      )[0]
    case 'CONVENTION':
      return (
        await tx.$queryRaw<
          Cible[]
        >`SELECT NULL AS organisme, id AS convention, NULL AS fiche FROM porte.convention WHERE id = ${cible}`
      )[0]
    case 'FICHE':
      return (
        await tx.$queryRaw<
          Cible[]
        >`SELECT NULL AS organisme, convention_id AS convention, id AS fiche FROM porte.fiche WHERE id = ${cible}`
      )[0]
  }
}

/**
 * Gives a role to a person whose row is locked, or just created.
 * @returns null, or INVALIDE when the object is not there or the role is already held in these dates
 */
export async function writeRole(tx: Tx, personne: number, voulu: RoleVoulu): Promise<Echec | null> {
  const cible = await findCible(tx, voulu)
  if (!cible) return echecs.invalide([{ champ: 'cible', message: 'Ce choix n’existe plus : cherchez-le de nouveau.' }])
  const { organisme, convention, fiche } = cible
  const { type } = ROLES_DONNES[voulu.role]
  const ajoutes = await tx.$executeRaw`
    INSERT INTO role (utilisateur_id, type, organisme_id, convention_id, fiche_action_id, debut, fin)
    SELECT ${personne}, ${type}::type_role, ${organisme}::int, ${convention}::int, ${fiche}::int, ${voulu.debut}::date, ${voulu.fin}::date
    WHERE NOT EXISTS (SELECT 1 FROM role r WHERE r.utilisateur_id = ${personne} AND r.type = ${type}::type_role
      AND r.organisme_id IS NOT DISTINCT FROM ${organisme}::int AND r.convention_id IS NOT DISTINCT FROM ${convention}::int
      AND r.fiche_action_id IS NOT DISTINCT FROM ${fiche}::int
      AND daterange(r.debut, r.fin, '[]') && daterange(${voulu.debut}::date, ${voulu.fin}::date, '[]'))`
  return ajoutes === 1
    ? null
    : echecs.invalide([
        {
          champ: 'role',
          message: 'Cette personne tient déjà ce rôle à ces dates : choisissez-en un autre, ou d’autres dates.',
        },
      ])
}

/** Runs a write of an address; that it is somebody else’s is an answer, not an incident. */
export async function refuseEmailPris<T>(ecriture: () => Promise<T>): Promise<{ ok: true; valeur: T } | Echec> {
  try {
    return { ok: true, valeur: await ecriture() }
  } catch (erreur) {
    if (readSqlstate(erreur) !== UNIQUE_VIOLATION) throw erreur
    return echecs.invalide([
      {
        champ: 'email',
        message: 'Cette adresse est déjà celle d’une personne : cherchez-la dans la liste, ou corrigez l’adresse.',
      },
    ])
  }
}
