'use server'
import { readCafId } from '@/lib/convention/accord/read'
import { defineAction } from '@/lib/platform/action'
import { refreshAfas } from '@/lib/platform/chemins'
import { formatDateCourte, yearBounds } from '@/lib/platform/dates'
import { decimalFromCentiemes } from '@/lib/platform/nombres'
import { echecs, succeed } from '@/lib/platform/resultat'
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import { readEnPoste, readRepartition } from './read'
import { sumParts } from './rules/parts'
import { CODES_THEMES } from '@/lib/cooperation/schemas/words'
import {
  createEcheanceSchema,
  importRepartitionsSchema,
  recordRepartitionSchema,
  removeEcheanceSchema,
  updateEcheanceSchema,
} from './schema'

const toDate = (date: string): Date => new Date(`${date}T00:00:00Z`)

/** Shares out a person’s time of a year; all parts empty takes the distribution back. */
export const recordRepartition = defineAction({
  nom: 'recordRepartition',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: recordRepartitionSchema,
  effet: async ({ tx, convention }, { annee, charge, version, parts }) => {
    const { nom, enPoste } = await readEnPoste(tx, convention.id, { charge, annee })
    if (nom === null) return echecs.introuvable()
    const actuelle = await readRepartition(tx, convention.id, { charge, annee })
    if (actuelle.version !== version) return echecs.conflit(actuelle)
    if (!enPoste && version < 0)
      return echecs.regle('PAS_EN_POSTE', `${nom} n’était pas en poste en ${annee} : il n’y a pas de temps à répartir.`)
    await tx.repartitionAfas.deleteMany({ where: { conventionId: convention.id, annee, chargeId: charge } })
    if (sumParts(parts) === 0) return succeed({ message: `${nom} : la répartition de ${annee} est retirée.` })
    await tx.repartitionAfas.createMany({
      data: CODES_THEMES.filter((theme) => parts[theme] > 0).map((theme) => ({
        conventionId: convention.id,
        annee,
        chargeId: charge,
        themeCode: theme,
        part: decimalFromCentiemes(parts[theme]),
        version: version + 1,
      })),
    })
    return succeed({ message: `${nom} : répartition de ${annee} enregistrée.` })
  },
  revalidate: refreshAfas,
})

/** Takes over last year’s distributions of those still in post who have none this year; what is already there stays. */
export const importRepartitions = defineAction({
  nom: 'importRepartitions',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: importRepartitionsSchema,
  effet: async ({ tx, convention }, { annee }) => {
    const { debut, fin } = yearBounds(annee)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${convention.id}::int, ${annee}::int)`
    const reprises = await tx.$queryRaw<{ charge: number }[]>`
      INSERT INTO repartition_afas (convention_id, annee, charge_id, theme_code, part)
      SELECT r.convention_id, ${annee}::int, r.charge_id, r.theme_code, r.part FROM repartition_afas r
      WHERE r.convention_id = ${convention.id} AND r.annee = ${annee - 1}
        AND NOT EXISTS (SELECT FROM repartition_afas d WHERE d.convention_id = ${convention.id} AND d.annee = ${annee} AND d.charge_id = r.charge_id)
        AND EXISTS (SELECT FROM occupation o WHERE o.convention_id = ${convention.id} AND o.charge_id = r.charge_id AND o.debut <= ${fin}::date AND (o.fin IS NULL OR o.fin >= ${debut}::date))
        AND (SELECT sum(s.part) FROM repartition_afas s WHERE s.convention_id = ${convention.id} AND s.annee = ${annee - 1} AND s.charge_id = r.charge_id) = 100
      RETURNING charge_id AS charge`
    const nombre = new Set(reprises.map(({ charge }) => charge)).size
    if (nombre === 0)
      return succeed({ message: `Rien à reprendre de ${annee - 1} : chacun a déjà sa répartition, ou n’en avait pas.` })
    const noms = await tx.chargeCooperation.findMany({
      where: { id: { in: reprises.map(({ charge }) => charge) } },
      select: { nom: true },
      orderBy: { nom: 'asc' },
    })
    return succeed({
      message: `${formatCompte(nombre, 'répartition reprise', 'répartitions reprises')} de ${annee - 1} : ${formatListe(noms.map(({ nom }) => nom))}.`,
    })
  },
  revalidate: refreshAfas,
})

/** Adds a date to the calendar of the convention’s Caf, for all its conventions. */
export const createEcheance = defineAction({
  nom: 'createEcheance',
  operation: 'afas.regler',
  portee: 'CONVENTION',
  input: createEcheanceSchema,
  effet: async ({ tx, convention }, { annee, libelle, date, source }) => {
    const cafId = await readCafId(tx, convention.id)
    await tx.echeanceAfas.createMany({ data: { cafId, annee, libelle, date: toDate(date), source } })
    return succeed({ message: `« ${libelle} » : échéance du ${formatDateCourte(date)} ajoutée.` })
  },
  revalidate: refreshAfas,
})

/** Changes a date of the calendar of the convention’s Caf. */
export const updateEcheance = defineAction({
  nom: 'updateEcheance',
  operation: 'afas.regler',
  portee: 'CONVENTION',
  input: updateEcheanceSchema,
  effet: async ({ tx, convention }, { echeance, version, annee, libelle, date, source }) => {
    const cafId = await readCafId(tx, convention.id)
    const { count } = await tx.echeanceAfas.updateMany({
      where: { id: echeance, cafId, version },
      data: { annee, libelle, date: toDate(date), source, version: { increment: 1 } },
    })
    if (count === 1) return succeed({ message: `« ${libelle} » : échéance enregistrée.` })
    const actuelle = await tx.echeanceAfas.findFirst({ where: { id: echeance, cafId } })
    return actuelle
      ? echecs.conflit({ ...actuelle, date: actuelle.date.toISOString().slice(0, 10) })
      : echecs.introuvable()
  },
  revalidate: refreshAfas,
})

export const removeEcheance = defineAction({
  nom: 'removeEcheance',
  operation: 'afas.regler',
  portee: 'CONVENTION',
  input: removeEcheanceSchema,
  effet: async ({ tx, convention }, { echeance, version }) => {
    const cafId = await readCafId(tx, convention.id)
    const { count } = await tx.echeanceAfas.deleteMany({ where: { id: echeance, cafId, version } })
    if (count === 1) return succeed({ message: 'Échéance retirée du calendrier.' })
    const actuelle = await tx.echeanceAfas.findFirst({ where: { id: echeance, cafId } })
    return actuelle
      ? echecs.conflit({ ...actuelle, date: actuelle.date.toISOString().slice(0, 10) })
      : echecs.introuvable()
  },
  revalidate: refreshAfas,
})
