import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { EnvoiLu, EnvoiRecu } from '@/lib/platform/envoi'
import { computeReach, isOperation, POLITIQUE, type Operation, type TypeRole } from './politique'
import { echecs, type Echec } from '@/lib/platform/resultat'

/** A role as the person sees it: what it is, and on what. */
interface RoleTenu {
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
  /** the sending was received before */
  recu?: EnvoiRecu
}

export interface Acces {
  acteur: Acteur
  convention: ConventionOuverte | null
}

/** What is asked: by whom, of what. */
export interface Demande {
  session: string | null
  operation: Operation
  /** slug of the convention, null for an operation that has none */
  slug: string | null
  /** id of the fiche when the operation is on one: a pilote writes only theirs */
  fiche?: number | null
}

/**
 * Binds the transaction to a session (row-level security starts from it), takes the key of a sending if there is one,
 * and says who asks; null when nobody does. One SQL statement.
 */
export async function readOuverture(
  tx: Tx,
  { session, operation, slug }: Demande,
  envoi: EnvoiLu | null = null,
): Promise<Ouverture | null> {
  const [ligne] = envoi
    ? await tx.$queryRaw<
        { vue: Ouverture | null }[]
      >`SELECT app.recevoir(${session}, ${operation}, ${slug}, ${envoi.cle}, ${envoi.empreinte}) AS vue`
    : await tx.$queryRaw<{ vue: Ouverture | null }[]>`SELECT app.ouvrir(${session}, ${operation}, ${slug}) AS vue`
  return ligne?.vue ?? null
}

/**
 * Checks an operation against the policy: session, then object, then role.
 *
 * Someone else’s convention is « introuvable », never « interdit »: only a person who may read it
 * learns that they may not change it.
 */
export function judgeOuverture(vue: Ouverture | null, demande: Demande): { ok: true; acces: Acces } | Echec {
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

/** Both at once: what a reading needs. One SQL statement. */
export async function openAccess(tx: Tx, demande: Demande): Promise<{ ok: true; acces: Acces } | Echec> {
  return judgeOuverture(await readOuverture(tx, demande), demande)
}

/** What this person may do on this convention: lets a screen offer only what will be accepted. */
export function listDroits(convention: ConventionOuverte): Operation[] {
  return Object.keys(POLITIQUE).filter(
    (nom): nom is Operation => isOperation(nom) && computeReach(nom, convention.roles) !== 'NON',
  )
}
