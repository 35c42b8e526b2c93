import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { computeReach, isOperation, POLITIQUE, type Operation, type TypeRole } from './politique'
import { echecs, type Echec } from '@/lib/platform/resultat'

/** A role as the person sees it: what it is, and on what. */
export interface RoleTenu {
  type: TypeRole
  organismeId: number | null
  organisme: string | null
  conventionId: number | null
  convention: string | null
  ficheActionId: number | null
}

export interface Acteur {
  id: number
  nom: string
  fonction: string | null
  email: string
  roles: RoleTenu[]
}

/** The convention asked for, as far as this person may read it. */
export interface ConventionOuverte {
  id: number
  slug: string
  nom: string
  version: number
  debut: string | null
  fin: string | null
  demonstration: boolean
  roles: TypeRole[]
  fichesPilotees: number[]
}

interface Ouverture {
  utilisateur: Omit<Acteur, 'roles'>
  roles: RoleTenu[]
  convention: ConventionOuverte | null
}

export interface Acces {
  acteur: Acteur
  convention: ConventionOuverte | null
}

/**
 * Binds the transaction to a session (row-level security starts from it) and checks the operation
 * against the policy: session, then object, then role. One SQL statement.
 *
 * Someone else’s convention is « introuvable », never « interdit »: only a person who may read it
 * learns that they may not change it.
 * @param slug slug of the convention, null for an operation that has none
 * @param fiche id of the fiche when the operation is on one: a pilote writes only theirs
 */
export async function openAccess(
  tx: Tx,
  demande: { session: string | null; operation: Operation; slug: string | null; fiche?: number | null },
): Promise<{ ok: true; acces: Acces } | Echec> {
  const [ligne] = await tx.$queryRaw<
    { vue: Ouverture | null }[]
  >`SELECT app.ouvrir(${demande.session}, ${demande.operation}, ${demande.slug}) AS vue`
  const vue = ligne?.vue
  if (!vue) return echecs.nonConnecte()
  const acteur: Acteur = { ...vue.utilisateur, roles: vue.roles }
  if (demande.slug !== null && vue.convention === null) return echecs.introuvable()
  const roles = vue.convention?.roles ?? vue.roles.map((role) => role.type)
  const portee = computeReach(demande.operation, roles)
  if (portee === 'NON')
    return demande.operation.endsWith('.lire') || demande.operation === 'dossier.exporter'
      ? echecs.introuvable()
      : echecs.interdit()
  if (portee === 'SIENNE' && !(demande.fiche != null && vue.convention?.fichesPilotees.includes(demande.fiche)))
    return echecs.interdit()
  return { ok: true, acces: { acteur, convention: vue.convention } }
}

/** What this person may do on this convention: lets a screen offer only what will be accepted. */
export function listDroits(convention: ConventionOuverte): Operation[] {
  return Object.keys(POLITIQUE).filter(
    (nom): nom is Operation => isOperation(nom) && computeReach(nom, convention.roles) !== 'NON',
  )
}
