'use server'
import { createDocument } from '@/lib/convention/accord/effets'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { openFiche } from '../write/contenu'
import {
  createDocumentFicheSchema,
  createFicheDocumentSchema,
  createLienFicheSchema,
  removeFicheDocumentSchema,
  removeLienFicheSchema,
  updateLienFicheSchema,
} from '../schema/contenu'

/** Says that a fiche serves another scheme. */
export const createLienFiche = defineAction({
  nom: 'createLienFiche',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: createLienFicheSchema,
  effet: async ({ tx, convention }, { fiche, libelle, precision, adresse }) => {
    if (!(await openFiche(tx, { conventionId: convention.id, fiche }))) return echecs.introuvable()
    const dernier = await tx.lienFiche.aggregate({
      where: { conventionId: convention.id, ficheActionId: fiche },
      _max: { ordre: true },
    })
    const { id } = await tx.lienFiche.create({
      data: {
        conventionId: convention.id,
        ficheActionId: fiche,
        libelle,
        precision,
        adresse,
        ordre: (dernier._max.ordre ?? -1) + 1,
      },
      select: { id: true },
    })
    return succeed({ id, message: 'Le lien est ajouté.' })
  },
  revalidate: refreshConvention,
})

/** Changes a link, over what one saw of it, which stands for the version it does not have. */
export const updateLienFiche = defineAction({
  nom: 'updateLienFiche',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: updateLienFicheSchema,
  effet: async ({ tx, convention }, { fiche, lien, avant, libelle, precision, adresse }) => {
    if (!(await openFiche(tx, { conventionId: convention.id, fiche }))) return echecs.introuvable()
    const ou = { id: lien, conventionId: convention.id, ficheActionId: fiche }
    const actuel = await tx.lienFiche.findFirst({
      where: ou,
      select: { libelle: true, precision: true, adresse: true },
    })
    if (!actuel) return echecs.introuvable()
    if (actuel.libelle !== avant.libelle || actuel.precision !== avant.precision || actuel.adresse !== avant.adresse)
      return echecs.conflit(actuel)
    await tx.lienFiche.updateMany({ where: ou, data: { libelle, precision, adresse } })
    return succeed({ message: 'Le lien est enregistré.' })
  },
  revalidate: refreshConvention,
})

/** Takes a link away from a fiche. */
export const removeLienFiche = defineAction({
  nom: 'removeLienFiche',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: removeLienFicheSchema,
  effet: async ({ tx, convention }, { fiche, lien }) => {
    if (!(await openFiche(tx, { conventionId: convention.id, fiche }))) return echecs.introuvable()
    const { count } = await tx.lienFiche.deleteMany({
      where: { id: lien, conventionId: convention.id, ficheActionId: fiche },
    })
    return count === 1 ? succeed({ message: 'Le lien est retiré.' }) : echecs.introuvable()
  },
  revalidate: refreshConvention,
})

/** Ties a document of the convention to a fiche. */
export const createFicheDocument = defineAction({
  nom: 'createFicheDocument',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: createFicheDocumentSchema,
  effet: async ({ tx, convention }, { fiche, document }) => {
    if (!(await openFiche(tx, { conventionId: convention.id, fiche }))) return echecs.introuvable()
    const [trouve] = await tx.$queryRaw<{ titre: string }[]>`
      SELECT d.titre FROM porte.document d WHERE d.convention_id = ${convention.id} AND d.id = ${document}`
    if (!trouve)
      return echecs.invalide([
        { champ: 'document', message: 'Ce document n’est pas de cette convention : choisissez dans la liste.' },
      ])
    await tx.$executeRaw`INSERT INTO fiche_document (convention_id, fiche_action_id, document_id) VALUES (${convention.id}, ${fiche}, ${document}) ON CONFLICT DO NOTHING`
    return succeed({ message: `« ${trouve.titre} » est rattaché à la fiche.` })
  },
  revalidate: refreshConvention,
})

/** Adds a document to the convention, and ties it to a fiche: the list of documents is kept by those who coordinate. */
export const createDocumentFiche = defineAction({
  nom: 'createDocumentFiche',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: createDocumentFicheSchema,
  effet: async ({ tx, convention }, { fiche, titre, nature, reference, date }) => {
    if (!(await openFiche(tx, { conventionId: convention.id, fiche }))) return echecs.introuvable()
    const id = await createDocument(tx, convention.id, { titre, nature, reference, date })
    await tx.ficheDocument.create({ data: { conventionId: convention.id, ficheActionId: fiche, documentId: id } })
    return succeed({ id, message: `« ${titre} » est ajouté.` })
  },
  revalidate: refreshConvention,
})

/** Unties a document from a fiche; it stays among those of the convention. */
export const removeFicheDocument = defineAction({
  nom: 'removeFicheDocument',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: removeFicheDocumentSchema,
  effet: async ({ tx, convention }, { fiche, document }) => {
    if (!(await openFiche(tx, { conventionId: convention.id, fiche }))) return echecs.introuvable()
    const { count } = await tx.ficheDocument.deleteMany({
      where: { conventionId: convention.id, ficheActionId: fiche, documentId: document },
    })
    return count === 1
      ? succeed({ message: 'Le document n’est plus rattaché à la fiche. Il reste dans la convention.' })
      : echecs.introuvable()
  },
  revalidate: refreshConvention,
})
