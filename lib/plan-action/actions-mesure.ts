'use server'
import { defineAction } from '@/lib/platform/action'
import type { Tx } from '@/lib/platform/db'
import { echecs, succeed, type Echec } from '@/lib/platform/resultat'
import { parseValeur, recordMesureSchema } from './schema'

const debutAnnee = (annee: number): Date => new Date(Date.UTC(annee, 0, 1))
const finAnnee = (annee: number): Date => new Date(Date.UTC(annee, 11, 31))

interface Cible {
  conventionId: number
  indicateurId: number
  annee: number
}

/** The measure of a whole civil year, that no breakdown narrows. */
async function findMesure(tx: Tx, { conventionId, indicateurId, annee }: Cible) {
  return tx.mesure.findFirst({
    where: { conventionId, indicateurId, debut: debutAnnee(annee), fin: finAnnee(annee), ventilation: null },
    select: { id: true, version: true, valeur: true, texte: true, source: true },
    orderBy: { id: 'desc' },
  })
}

function conflit(mesure: NonNullable<Awaited<ReturnType<typeof findMesure>>>): Echec {
  return echecs.conflit({ ...mesure, valeur: mesure.valeur?.toString() ?? null })
}

/**
 * Records the value of an indicator for a civil year, or corrects the one that is there.
 * The fiche’s row is locked first: two people who enter the same year do not leave two values.
 */
export const recordMesure = defineAction({
  nom: 'recordMesure',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: recordMesureSchema,
  effet: async ({ tx, acteur, convention, today }, input) => {
    if (input.annee > Number(today.slice(0, 4))) {
      return echecs.invalide([{ champ: 'annee', message: 'Cette année n’a pas commencé\u00A0: saisissez une valeur déjà constatée.' }])
    }
    await tx.$queryRaw`SELECT id FROM fiche_action WHERE id = ${input.fiche} AND convention_id = ${convention.id} FOR UPDATE`
    const indicateur = await tx.indicateur.findFirst({
      where: { id: input.indicateur, conventionId: convention.id, ficheActionId: input.fiche },
      select: { nature: true },
    })
    if (!indicateur) return echecs.introuvable()
    const lue = parseValeur(indicateur.nature, input.valeur)
    if (!lue.ok) return echecs.invalide([{ champ: 'valeur', message: lue.message }])
    const cible = { conventionId: convention.id, indicateurId: input.indicateur, annee: input.annee }
    const presente = await findMesure(tx, cible)
    if (presente && (presente.id !== input.mesure?.id || presente.version !== input.mesure.version)) return conflit(presente)
    if (!presente && input.mesure) return echecs.introuvable()
    const contenu = { valeur: lue.valeur, texte: lue.texte, source: input.source, auteurId: acteur.id }
    if (presente) {
      await tx.mesure.update({ where: { id: presente.id }, data: { ...contenu, version: { increment: 1 } } })
    } else {
      const periode = { periodeTexte: String(input.annee), debut: debutAnnee(input.annee), fin: finAnnee(input.annee) }
      await tx.mesure.create({ data: { ...periode, ...contenu, conventionId: convention.id, indicateurId: input.indicateur } })
    }
    await tx.ficheAction.updateMany({ where: { id: input.fiche, conventionId: convention.id }, data: { majLe: new Date() } })
    return succeed({ version: presente ? presente.version + 1 : 0 })
  },
  revalidate: ({ convention }) => [`/conventions/${convention}`],
})
