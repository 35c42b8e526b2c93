'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshEtp } from '@/lib/platform/chemins'
import { addDays, formatDateCourte } from '@/lib/platform/dates'
import { decimalFromCentiemes, decimalOuNul, formatQuotite } from '@/lib/platform/nombres'
import { echecs, succeed } from '@/lib/platform/resultat'
import { judgeOccupation, openOccupation, openPoste } from '../write/postes'
import { readCharge } from '../read/charge'
import {
  updateQuotiteSchema,
  createOccupationSchema,
  removeOccupationSchema,
  updateOccupationSchema,
} from '../schema/postes'

const toDate = (date: string): Date => new Date(`${date}T00:00:00Z`)
const toDateOuNulle = (date: string | null): Date | null => (date === null ? null : toDate(date))

/** Somebody fills a post, or stands in for whoever is away. */
export const createOccupation = defineAction({
  nom: 'createOccupation',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: createOccupationSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const ouvert = await openPoste(contexte, input)
    if (!ouvert.ok) return ouvert
    const charge = await readCharge(contexte, input)
    if (!charge.ok) return charge
    const { quotite, debut, fin, remplace } = input
    const refus = await judgeOccupation(contexte, ouvert, {
      id: 0,
      charge: charge.id,
      nom: charge.nom,
      quotite,
      debut,
      fin,
      remplace,
      absences: [],
    })
    if (refus) return refus
    await tx.occupation.createMany({
      data: {
        conventionId: convention.id,
        posteId: input.poste,
        chargeId: charge.id,
        remplaceId: remplace,
        quotite: decimalOuNul(quotite),
        debut: toDate(debut),
        fin: toDateOuNulle(fin),
      },
    })
    await tx.poste.updateMany({
      where: { id: input.poste, conventionId: convention.id },
      data: { version: { increment: 1 } },
    })
    return succeed({
      version: input.version + 1,
      message: `${charge.nom} : ${quotite === null ? 'quotité non précisée' : `${formatQuotite(quotite)} ETP`} à partir du ${formatDateCourte(debut)}.`,
    })
  },
  revalidate: refreshEtp,
})

/** Corrects an occupation, or ends it. */
export const updateOccupation = defineAction({
  nom: 'updateOccupation',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: updateOccupationSchema,
  effet: async (contexte, { occupation: id, version, quotite, debut, fin }) => {
    const { tx, convention } = contexte
    const ouverte = await openOccupation(contexte, { occupation: id, version })
    if (!ouverte.ok) return ouverte
    const refus = await judgeOccupation(contexte, ouverte, { ...ouverte.occupation, quotite, debut, fin })
    if (refus) return refus
    await tx.occupation.updateMany({
      where: { id, conventionId: convention.id },
      data: {
        quotite: decimalOuNul(quotite),
        debut: toDate(debut),
        fin: toDateOuNulle(fin),
        version: { increment: 1 },
      },
    })
    const { nom } = ouverte.occupation
    return succeed({
      version: version + 1,
      message:
        fin === null ? `${nom} : occupation enregistrée.` : `${nom} : occupation jusqu’au ${formatDateCourte(fin)}.`,
    })
  },
  revalidate: refreshEtp,
})

/** Another quotité from a day on: what was before stays as it was. */
export const updateQuotiteOccupation = defineAction({
  nom: 'updateQuotiteOccupation',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: updateQuotiteSchema,
  effet: async (contexte, { occupation: id, version, quotite, date }) => {
    const { tx, convention } = contexte
    const ouverte = await openOccupation(contexte, { occupation: id, version })
    if (!ouverte.ok) return ouverte
    const { occupation, poste } = ouverte
    if (date <= occupation.debut || (occupation.fin !== null && date > occupation.fin)) {
      return echecs.invalide([
        {
          champ: 'date',
          message: `Le changement tombe pendant l’occupation, après le ${formatDateCourte(occupation.debut)} : corrigez cette date, ou la quotité de départ.`,
        },
      ])
    }
    if (
      occupation.absences.some((absence) => absence.debut < date && (absence.fin === null || absence.fin >= date)) ||
      poste.occupations.some(({ remplace }) => remplace === id)
    ) {
      return echecs.regle(
        'ABSENCE_EN_COURS',
        'Cette personne est absente ou remplacée autour de cette date : terminez l’absence la veille, puis changez la quotité.',
      )
    }
    const close = { ...occupation, fin: addDays(date, -1) }
    const suite = { ...occupation, id: 0, quotite, debut: date, absences: [] }
    const reste = { ...poste, occupations: poste.occupations.map((autre) => (autre.id === id ? close : autre)) }
    const refus = await judgeOccupation(
      contexte,
      { ...ouverte, poste: reste, tous: ouverte.tous.map((p) => (p.id === poste.id ? reste : p)) },
      suite,
    )
    if (refus) return refus
    await tx.occupation.updateMany({
      where: { id, conventionId: convention.id },
      data: { fin: toDate(close.fin), version: { increment: 1 } },
    })
    await tx.occupation.createMany({
      data: {
        conventionId: convention.id,
        posteId: poste.id,
        chargeId: occupation.charge,
        quotite: decimalFromCentiemes(quotite),
        debut: toDate(date),
        fin: toDateOuNulle(occupation.fin),
      },
    })
    return succeed({
      version: version + 1,
      message: `${occupation.nom} : ${formatQuotite(quotite)} ETP à partir du ${formatDateCourte(date)}.`,
    })
  },
  revalidate: refreshEtp,
})

/** Takes back an occupation recorded by mistake. */
export const removeOccupation = defineAction({
  nom: 'removeOccupation',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: removeOccupationSchema,
  effet: async (contexte, { occupation: id, version }) => {
    const { tx, convention } = contexte
    const ouverte = await openOccupation(contexte, { occupation: id, version })
    if (!ouverte.ok) return ouverte
    if (ouverte.poste.occupations.some(({ remplace }) => remplace === id)) {
      return echecs.regle(
        'REMPLACEE',
        'Cette personne est remplacée pendant une absence : retirez d’abord le remplacement.',
      )
    }
    await tx.occupation.deleteMany({ where: { id, conventionId: convention.id } })
    return succeed({ message: `Occupation de ${ouverte.occupation.nom} retirée.` })
  },
  revalidate: refreshEtp,
})
