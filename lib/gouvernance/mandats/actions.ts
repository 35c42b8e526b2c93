'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { formatDateCourte } from '@/lib/platform/dates'
import { echecs, succeed } from '@/lib/platform/resultat'
import { formatAccord, formatCompte } from '@/lib/platform/typographie'
import { noteMotif } from '@/lib/gouvernance/reunions/write/reunion'
import { readDerniereCloture } from './read'
import {
  checkSuites,
  closeSieges,
  findConflits,
  insertSuccessions,
  lockAffaires,
  lockSieges,
  readSuccesseurs,
  restoreAffaires,
  restoreSieges,
  transferAffaires,
} from './write'
import { buildSuccession, checkFin, listAvertissements } from './rules'
import { closeMandatsSchema, reopenMandatsSchema } from './schema'

/**
 * Ends mandates on a day, for an election or a departure: each with its reason, taken over the day after by a named
 * successor or by somebody to designate. Open decisions and points of planned meetings pass to the successor’s name
 * where chosen. All of it or nothing.
 */
export const closeMandats = defineAction({
  nom: 'closeMandats',
  operation: 'mandat.ecrire',
  portee: 'CONVENTION',
  input: closeMandatsSchema,
  effet: async ({ tx, convention }, input) => {
    const lus = await lockSieges(
      tx,
      convention.id,
      input.sieges.map(({ membre }) => membre),
    )
    if (lus.length !== new Set(input.sieges.map(({ membre }) => membre)).size) return echecs.introuvable()
    const affaires = await lockAffaires(tx, convention.id, input)
    if (affaires === null) return echecs.introuvable()
    const conflits = findConflits(input, lus, affaires)
    if (conflits.length > 0) return echecs.conflit({ changements: conflits })
    const refus = lus.flatMap((siege) => checkFin(siege, input.fin) ?? [])
    if (refus.length > 0) return echecs.invalide(refus.map((message) => ({ champ: 'fin', message })))
    const successeurs = readSuccesseurs(input.sieges, lus)
    const orphelines = affaires.filter(({ cle }) => (successeurs.get(cle)?.size ?? 0) !== 1)
    const [orpheline] = orphelines
    if (orpheline) {
      return echecs.regle(
        'SUCCESSEUR_A_NOMMER',
        successeurs.has(orpheline.cle)
          ? `${orpheline.nom} aurait plusieurs successeurs : dites à qui passe « ${orpheline.libelle} » en clôturant ses sièges en deux fois, ou laissez-la à son nom.`
          : `Nommez le successeur de ${orpheline.nom} pour lui transmettre « ${orpheline.libelle} », ou laissez cette affaire à son nom.`,
      )
    }
    await noteMotif(tx, input.motif)
    await closeSieges(tx, convention.id, { ids: lus.map(({ id }) => id), fin: input.fin, motif: input.motif })
    const successions = input.sieges.flatMap(({ membre, reprise, nom, fonction }) => {
      const siege = lus.find(({ id }) => id === membre)
      return siege && reprise !== 'SANS' ? [buildSuccession(siege, input.fin, { reprise, nom, fonction })] : []
    })
    await insertSuccessions(tx, convention.id, successions)
    await transferAffaires(tx, convention.id, affaires, (cle) => [...(successeurs.get(cle) ?? [])][0] ?? null)
    const cloture = await readDerniereCloture(tx, convention.id)
    return succeed({
      cloture: cloture?.id ?? null,
      message: `${formatCompte(lus.length, 'mandat')} ${formatAccord(lus.length, 'terminé')} au ${formatDateCourte(input.fin)}`,
      avertissements: listAvertissements(input.fin, convention),
    })
  },
  revalidate: refreshConvention,
})

/**
 * Takes back the latest ending of mandates, as long as nothing rests on it: those who took over leave, the mandates
 * run again, and what had passed to the successor’s name comes back.
 */
export const reopenMandats = defineAction({
  nom: 'reopenMandats',
  operation: 'mandat.ecrire',
  portee: 'CONVENTION',
  input: reopenMandatsSchema,
  effet: async ({ tx, convention }, { cloture }) => {
    const derniere = await readDerniereCloture(tx, convention.id)
    if (!derniere) return echecs.regle('AUCUNE_CLOTURE', 'Aucune fin de mandats n’est à annuler : relisez la liste.')
    if (derniere.id !== cloture) {
      return echecs.regle(
        'PAS_LA_DERNIERE',
        'Une autre fin de mandats a été enregistrée ou annulée depuis : relisez la liste avant de continuer.',
      )
    }
    await lockSieges(
      tx,
      convention.id,
      derniere.lignes.flatMap(({ objet, id }) => (objet === 'membre' ? [id] : [])),
    )
    const suite = await checkSuites(tx, convention.id, derniere.lignes)
    if (suite !== null) return echecs.regle('SUITE_ENGAGEE', suite)
    await noteMotif(tx, `Fin de mandats annulée (${derniere.motif})`.slice(0, 1000))
    await restoreSieges(tx, convention.id, derniere.lignes)
    await restoreAffaires(tx, convention.id, derniere.lignes)
    return succeed({
      message: `${formatCompte(derniere.mandats, 'mandat')} ${formatAccord(derniere.mandats, 'rétabli')}`,
    })
  },
  revalidate: refreshConvention,
})
