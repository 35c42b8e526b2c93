'use server'
import { refreshEtp } from '@/lib/platform/chemins'
import type { ConventionOuverte } from '@/lib/platform/identite/acces'
import { defineAction } from '@/lib/platform/action'
import { yearBounds } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { echecs, succeed, type Echec } from '@/lib/platform/resultat'
import { foldMots } from '@/lib/platform/texte'
import type { ArgentLu } from '../read'
import { findOrganisme, lockArgent } from '../write'
import { computeCouverture } from '../rules/couts'
import { toDecimal } from '../rules/argent'
import { recordMontantSchema, removeMontantSchema, updateMontantSchema } from '../schema'
import type { MontantLu } from '../types'

const toDecimalOuNul = (centimes: number | null): string | null => (centimes === null ? null : toDecimal(centimes))

/** One row per year, post and financer: a second one would count twice. */
function checkUnique(
  autres: readonly MontantLu[],
  { annee, poste, financeur }: Pick<MontantLu, 'annee' | 'poste' | 'financeur'>,
): Echec | null {
  const meme = autres.some(
    (autre) => autre.annee === annee && autre.poste === poste && foldMots(autre.financeur) === foldMots(financeur),
  )
  return meme
    ? echecs.invalide([
        {
          champ: 'financeur',
          message: `${financeur} a déjà des montants pour ${annee} sur ce poste : corrigez ceux-là.`,
        },
      ])
    : null
}

/** A post takes amounts in the years of its schéma. */
async function checkPoste(
  tx: Tx,
  convention: ConventionOuverte,
  { annee, poste }: { annee: number; poste: number | null },
): Promise<Echec | null> {
  if (poste === null) return null
  const [schema] = await tx.$queryRaw<{ debut: string | null; fin: string | null }[]>`
    SELECT s.debut::text AS debut, s.fin::text AS fin FROM poste p JOIN schema_cooperation s ON s.id = p.schema_id AND s.convention_id = ${convention.id}
    WHERE p.id = ${poste} AND p.convention_id = ${convention.id}`
  if (!schema) return echecs.introuvable()
  if (computeCouverture(schema, yearBounds(annee)) !== null) return null
  return echecs.invalide([
    { champ: 'poste', message: `Ce poste n’existe pas en ${annee} : choisissez un poste du schéma de cette année-là.` },
  ])
}

function findMontant(
  { montants }: ArgentLu,
  cible: { montant: number; version: number },
): { ok: true; montant: MontantLu } | Echec<MontantLu> {
  const montant = montants.find(({ id }) => id === cible.montant)
  if (!montant) return echecs.introuvable()
  return montant.version === cible.version ? { ok: true, montant } : echecs.conflit(montant)
}

/** Records what a financer planned or paid in a year, for one post or for none in particular. */
export const recordFinancement = defineAction({
  nom: 'recordFinancement',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: recordMontantSchema,
  effet: async ({ tx, convention }, { annee, poste, financeur, prevu, realise, note }) => {
    const { montants, organismes } = await lockArgent(tx, convention.id)
    const refus =
      (await checkPoste(tx, convention, { annee, poste })) ?? checkUnique(montants, { annee, poste, financeur })
    if (refus) return refus
    await tx.financement.createMany({
      data: {
        conventionId: convention.id,
        annee,
        posteId: poste,
        financeur,
        organismeId: findOrganisme(organismes, financeur),
        prevu: toDecimalOuNul(prevu),
        realise: toDecimalOuNul(realise),
        note,
        ordre: montants.length,
      },
    })
    return succeed({ message: `Montants de ${financeur} pour ${annee} enregistrés.` })
  },
  revalidate: refreshEtp,
})

/** Corrects the amounts of a financer; the year stays. */
export const updateFinancement = defineAction({
  nom: 'updateFinancement',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: updateMontantSchema,
  effet: async ({ tx, convention }, { montant: id, version, poste, financeur, prevu, realise, note }) => {
    const argent = await lockArgent(tx, convention.id)
    const trouve = findMontant(argent, { montant: id, version })
    if (!trouve.ok) return trouve
    const { annee } = trouve.montant
    const refus =
      (await checkPoste(tx, convention, { annee, poste })) ??
      checkUnique(
        argent.montants.filter((montant) => montant.id !== id),
        { annee, poste, financeur },
      )
    if (refus) return refus
    await tx.financement.updateMany({
      where: { id, conventionId: convention.id },
      data: {
        posteId: poste,
        financeur,
        organismeId: findOrganisme(argent.organismes, financeur),
        prevu: toDecimalOuNul(prevu),
        realise: toDecimalOuNul(realise),
        note,
        version: { increment: 1 },
      },
    })
    return succeed({ message: `Montants de ${financeur} pour ${annee} enregistrés.` })
  },
  revalidate: refreshEtp,
})

/** Removes amounts recorded by mistake. */
export const removeFinancement = defineAction({
  nom: 'removeFinancement',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: removeMontantSchema,
  effet: async ({ tx, convention }, { montant: id, version }) => {
    const trouve = findMontant(await lockArgent(tx, convention.id), { montant: id, version })
    if (!trouve.ok) return trouve
    await tx.financement.deleteMany({ where: { id, conventionId: convention.id } })
    return succeed({ message: 'Montants retirés.' })
  },
  revalidate: refreshEtp,
})
