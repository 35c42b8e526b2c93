'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshEtp } from '@/lib/platform/chemins'
import { echecs, succeed, type Echec } from '@/lib/platform/resultat'
import type { ArgentLu } from '../read'
import { findOrganisme, lockArgent, toJour } from '../write'
import { parseMontant, parseTaux, toDecimal } from '../rules/argent'
import { checkReglage } from '../rules/reglages'
import { createReglageSchema, removeReglageSchema, updateReglageSchema } from '../schema'
import type { NatureFinancement, ReglageLu } from '../types'

interface Saisie {
  financeur: string
  nature: NatureFinancement
  valeur: string
  valableDu: string | null
  valableAu: string | null
  source: string
}

/** Judges a setting on fresh rows; gives what is written of it. */
function judge(
  { financeur, nature, valeur: texte, valableDu, valableAu, source }: Saisie,
  { organismes }: ArgentLu,
  autres: ArgentLu['reglages'],
) {
  const valeur = nature === 'TAUX' ? parseTaux(texte) : parseMontant(texte)
  if (!valeur.ok) return echecs.invalide([{ champ: 'valeur', message: valeur.message }])
  const verdict = checkReglage({ financeur, nature, valeur: valeur.centiemes, valableDu, valableAu }, autres)
  if (!verdict.ok) return echecs.invalide([{ champ: 'valableDu', message: verdict.message }])
  return {
    ok: true as const,
    data: {
      financeur,
      organismeId: findOrganisme(organismes, financeur),
      nature,
      valeur: toDecimal(valeur.centiemes),
      valableDu: toJour(valableDu),
      valableAu: toJour(valableAu),
      source,
    },
  }
}

/** Finds a setting at the version it was read at. */
function findReglage(
  { reglages }: ArgentLu,
  cible: { reglage: number; version: number },
): { ok: true } | Echec<ReglageLu> {
  const actuel = reglages.find(({ id }) => id === cible.reglage)
  if (!actuel) return echecs.introuvable()
  return actuel.version === cible.version ? { ok: true } : echecs.conflit(actuel)
}

/** Says what a financer pays, as a document states it. */
export const createReglageFinancement = defineAction({
  nom: 'createReglageFinancement',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: createReglageSchema,
  effet: async ({ tx, convention }, { convention: _slug, ...saisie }) => {
    const argent = await lockArgent(tx, convention.id)
    const juge = judge(saisie, argent, argent.reglages)
    if (!juge.ok) return juge
    await tx.reglageFinancement.createMany({
      data: { conventionId: convention.id, ordre: argent.reglages.length, ...juge.data },
    })
    return succeed({ message: `Cofinancement de ${saisie.financeur} ajouté.` })
  },
  revalidate: refreshEtp,
})

/** Corrects a co-financing setting. */
export const updateReglageFinancement = defineAction({
  nom: 'updateReglageFinancement',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: updateReglageSchema,
  effet: async ({ tx, convention }, { convention: _slug, reglage: id, version, ...saisie }) => {
    const argent = await lockArgent(tx, convention.id)
    const trouve = findReglage(argent, { reglage: id, version })
    if (!trouve.ok) return trouve
    const juge = judge(
      saisie,
      argent,
      argent.reglages.filter((reglage) => reglage.id !== id),
    )
    if (!juge.ok) return juge
    await tx.reglageFinancement.updateMany({
      where: { id, conventionId: convention.id },
      data: { ...juge.data, version: { increment: 1 } },
    })
    return succeed({ message: `Cofinancement de ${saisie.financeur} enregistré.` })
  },
  revalidate: refreshEtp,
})

/** Removes a co-financing setting recorded by mistake. */
export const removeReglageFinancement = defineAction({
  nom: 'removeReglageFinancement',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: removeReglageSchema,
  effet: async ({ tx, convention }, { reglage: id, version }) => {
    const trouve = findReglage(await lockArgent(tx, convention.id), { reglage: id, version })
    if (!trouve.ok) return trouve
    await tx.reglageFinancement.deleteMany({ where: { id, conventionId: convention.id } })
    return succeed({ message: 'Cofinancement retiré.' })
  },
  revalidate: refreshEtp,
})
