import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { ConventionOuverte } from '@/lib/platform/identite/acces'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { echecs, type Echec } from '@/lib/platform/resultat'
import type { RegleDatee } from '@/lib/gouvernance/frequence/rules/succession'
import type { MomentFrequence } from '@/lib/gouvernance/frequence/types'
import type { InstanceActuelle, MembreActuel } from './types/edition'

/** What the writes on an instance share: opening it under a lock, comparing versions, writing its rules. */

export interface ContexteInstance {
  tx: Tx
  convention: ConventionOuverte
  today: DateCivile
}

/** An instance `i` of the statement around it, with all that its forms edit, as JSON. */
export const sqlInstanceActuelle = Prisma.sql`jsonb_build_object('id', i.id, 'ref', i.ref, 'version', i.version, 'type', i.type, 'nom', i.nom,
  'parentId', i.parent_id, 'animation', i.animation, 'secretariat', i.secretariat, 'composition', i.composition, 'missions', i.missions,
  'quorum', i.quorum, 'quorumTexte', i.quorum_texte,
  'competences', (SELECT coalesce(jsonb_agg(jsonb_build_object('matiere', k.matiere, 'pouvoir', k.pouvoir, 'source', k.source) ORDER BY k.matiere), '[]')
    FROM competence k WHERE k.convention_id = i.convention_id AND k.instance_id = i.id),
  'regles', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'mode', r.mode, 'minimum', r.minimum, 'maximum', r.maximum, 'moyenne', r.moyenne,
      'periode', r.periode, 'par', r.par, 'groupes', r.groupes, 'exceptions', r.exceptions, 'moments', r.moments, 'debut', r.debut, 'fin', r.fin, 'evenement', r.evenement,
      'aConfirmer', r.a_confirmer, 'source', r.source) ORDER BY r.debut NULLS FIRST, r.ordre), '[]')
    FROM regle_frequence r WHERE r.convention_id = i.convention_id AND r.instance_id = i.id))`

/** A seat `m` of the statement around it, as JSON. */
export const sqlMembreActuel = Prisma.sql`jsonb_build_object('id', m.id, 'version', m.version, 'libelle', m.libelle, 'fonction', m.fonction,
  'organismeId', m.organisme_id, 'personne', m.personne, 'suppleant', m.suppleant, 'voix', m.voix, 'coanimation', m.coanimation,
  'debut', m.debut, 'fin', m.fin, 'motifFin', m.motif_fin, 'utilisateurId', m.utilisateur_id)`

/** Locks an instance, then reads it: two statements. Null when the convention has no such instance. */
export async function lockInstanceActuelle(
  { tx, convention }: ContexteInstance,
  instance: number,
): Promise<InstanceActuelle | null> {
  const verrou = await tx.$queryRaw<
    { id: number }[]
  >`SELECT id FROM instance WHERE convention_id = ${convention.id} AND id = ${instance} FOR UPDATE`
  if (verrou.length === 0) return null
  const [lue] = await tx.$queryRaw<{ actuelle: InstanceActuelle }[]>`
    SELECT ${sqlInstanceActuelle} AS actuelle FROM instance i WHERE i.convention_id = ${convention.id} AND i.id = ${instance}`
  return lue?.actuelle ?? null
}

/** Opens an instance to change it: an older version has been overtaken by somebody’s save. */
export async function openInstance(
  contexte: ContexteInstance,
  input: { instance: number; version: number },
): Promise<{ ok: true; actuelle: InstanceActuelle } | Echec<InstanceActuelle>> {
  const actuelle = await lockInstanceActuelle(contexte, input.instance)
  if (actuelle === null) return echecs.introuvable()
  return actuelle.version === input.version ? { ok: true, actuelle } : echecs.conflit(actuelle)
}

/** Says that the instance has changed, when only what hangs from it has. */
async function touchInstance({ tx, convention }: ContexteInstance, instance: number): Promise<void> {
  await tx.$executeRaw`UPDATE instance SET version = version + 1 WHERE convention_id = ${convention.id} AND id = ${instance}`
}

/** Locks and reads one seat. Null when the convention has no such member. */
export async function lockMembre({ tx, convention }: ContexteInstance, membre: number): Promise<MembreActuel | null> {
  const verrou = await tx.$queryRaw<
    { id: number }[]
  >`SELECT id FROM membre WHERE convention_id = ${convention.id} AND id = ${membre} FOR UPDATE`
  if (verrou.length === 0) return null
  const [lu] = await tx.$queryRaw<{ actuel: MembreActuel }[]>`
    SELECT ${sqlMembreActuel} AS actuel FROM membre m WHERE m.convention_id = ${convention.id} AND m.id = ${membre}`
  return lu?.actuel ?? null
}

const toColonnes = (
  regle: RegleDatee,
) => Prisma.sql`mode = ${regle.mode}::mode_frequence, minimum = ${regle.minimum}, maximum = ${regle.maximum},
  moyenne = ${regle.moyenne}, periode = ${regle.periode}::periode_frequence, par = ${regle.par}::par_frequence, groupes = ${[...regle.groupes]}::text[],
  exceptions = ${JSON.stringify(regle.exceptions)}::jsonb, moments = ${JSON.stringify(regle.moments)}::jsonb, debut = ${regle.debut}::date, fin = ${regle.fin}::date,
  evenement = ${regle.evenement}, a_confirmer = ${regle.aConfirmer}, source = ${regle.source}`

/**
 * What keeps a rule from being written: a moment before an instance that the convention has not, or before itself; null
 * when nothing does. One statement where the rule prepares another instance, none otherwise.
 */
export async function checkPreparees(
  { tx, convention }: ContexteInstance,
  actuelle: InstanceActuelle,
  moments: readonly MomentFrequence[],
): Promise<Echec | null> {
  const visees = moments.flatMap(({ avant }) => avant ?? [])
  if (visees.length === 0) return null
  const connues = await tx.$queryRaw<{ ref: string }[]>`
    SELECT ref FROM instance WHERE convention_id = ${convention.id} AND ref = ANY (${visees}::text[]) AND id <> ${actuelle.id}`
  const rang = moments.findIndex(({ avant }) => avant !== null && !connues.some(({ ref }) => ref === avant))
  if (rang < 0) return null
  const message =
    moments[rang]?.avant === actuelle.ref
      ? 'Une instance ne prépare pas ses propres réunions : choisissez-en une autre.'
      : 'Cette instance n’est plus là : choisissez-en une autre.'
  return echecs.invalide([{ champ: `moments.${rang}.avant`, message }])
}

const same = (a: RegleDatee, b: RegleDatee): boolean => JSON.stringify(sortCles(a)) === JSON.stringify(sortCles(b))
const sortCles = (regle: RegleDatee) => Object.entries(regle).sort(([a], [b]) => (a < b ? -1 : 1))

/**
 * Writes the rules of an instance as they must be from now on: those that change, the new one, those given up,
 * and their order.
 * @param voulues in the order of their application; a null id is a new rule
 */
export async function writeRegles(
  contexte: ContexteInstance,
  actuelle: InstanceActuelle,
  voulues: readonly RegleDatee[],
): Promise<void> {
  const { tx, convention } = contexte
  for (const { id } of actuelle.regles.filter((regle) => !voulues.some((voulue) => voulue.id === regle.id)))
    await tx.$executeRaw`DELETE FROM regle_frequence WHERE convention_id = ${convention.id} AND id = ${id}`
  for (const [ordre, regle] of voulues.entries()) {
    const avant = actuelle.regles.find(({ id }) => id === regle.id)
    if (regle.id === null) {
      await tx.$executeRaw`
        INSERT INTO regle_frequence (convention_id, instance_id, mode, minimum, maximum, moyenne, periode, par, groupes, exceptions, moments, debut, fin, evenement, a_confirmer, source, ordre)
        VALUES (${convention.id}, ${actuelle.id}, ${regle.mode}::mode_frequence, ${regle.minimum}, ${regle.maximum}, ${regle.moyenne},
          ${regle.periode}::periode_frequence, ${regle.par}::par_frequence, ${[...regle.groupes]}::text[], ${JSON.stringify(regle.exceptions)}::jsonb, ${JSON.stringify(regle.moments)}::jsonb, ${regle.debut}::date,
          ${regle.fin}::date, ${regle.evenement}, ${regle.aConfirmer}, ${regle.source}, ${ordre})`
    } else if (avant && !same(avant, regle)) {
      await tx.$executeRaw`
        UPDATE regle_frequence SET ${toColonnes(regle)}, ordre = ${ordre} WHERE convention_id = ${convention.id} AND id = ${regle.id}`
    } else {
      await tx.$executeRaw`
        UPDATE regle_frequence SET ordre = ${ordre} WHERE convention_id = ${convention.id} AND id = ${regle.id} AND ordre <> ${ordre}`
    }
  }
  await touchInstance(contexte, actuelle.id)
}
