import type { Convention, Prisma, TerritoireCommune, TerritoireEpci } from '@/lib/generated/prisma/client'
import { createIndex, type Contexte, type Index } from '@/lib/notation/mapping/contexte'
import { fromDate, toDate } from '@/lib/notation/mapping/valeurs'
import type { Dossier } from '@/lib/dossier/schema/dossier'
import { source } from '@/lib/dossier/schema/convention'

/** The convention itself and its territory, both ways. */

export function toConvention(
  { convention: c, territoire: t }: Dossier,
  id: number,
  cafId: number,
): Prisma.ConventionCreateManyInput {
  return {
    id,
    slug: c.slug,
    nom: c.nom,
    titre: c.titre,
    presentation: c.presentation,
    demonstration: c.demonstration,
    cafId,
    dateDebut: toDate(c.dateDebut),
    dateFin: toDate(c.dateFin),
    periodeTexte: c.periodeTexte,
    dateSignature: toDate(c.signature.date),
    lieuSignature: c.signature.lieu,
    signatureTexte: c.signature.texte,
    preavisMois: c.resiliation.preavisMois,
    miseEnDemeureMois: c.resiliation.miseEnDemeureMois,
    resiliationTexte: c.resiliation.texte,
    renouvellement: c.renouvellement.mode,
    renouvellementTexte: c.renouvellement.texte,
    modificationTexte: c.modificationTexte,
    evaluationTexte: c.evaluationTexte,
    evaluationNote: c.evaluationNote,
    signatairesAnnonces: c.annonces.signataires,
    fichesAnnoncees: c.annonces.fiches,
    operationsAnnoncees: c.annonces.operations,
    predecesseurNom: c.predecesseur?.nom ?? null,
    predecesseurDebut: toDate(c.predecesseur?.debut ?? null),
    predecesseurFin: toDate(c.predecesseur?.fin ?? null),
    predecesseurTexte: c.predecesseur?.texte ?? null,
    predecesseurNote: c.predecesseur?.note ?? null,
    territoireNom: t.nom,
    departementCode: t.departement,
    territoireNote: t.note,
    nombreCommunes: t.nombreCommunes,
    source: c.source,
  }
}

export function fromConvention(c: Convention, caf: string): Dossier['convention'] {
  return {
    slug: c.slug,
    nom: c.nom,
    titre: c.titre,
    presentation: c.presentation,
    demonstration: c.demonstration,
    caf,
    dateDebut: fromDate(c.dateDebut),
    dateFin: fromDate(c.dateFin),
    periodeTexte: c.periodeTexte,
    signature: { date: fromDate(c.dateSignature), lieu: c.lieuSignature, texte: c.signatureTexte },
    resiliation: { preavisMois: c.preavisMois, miseEnDemeureMois: c.miseEnDemeureMois, texte: c.resiliationTexte },
    renouvellement: { mode: c.renouvellement, texte: c.renouvellementTexte },
    modificationTexte: c.modificationTexte,
    evaluationTexte: c.evaluationTexte,
    evaluationNote: c.evaluationNote,
    annonces: {
      signataires: c.signatairesAnnonces,
      fiches: c.fichesAnnoncees,
      operations: c.operationsAnnoncees,
    },
    predecesseur:
      c.predecesseurNom === null
        ? null
        : {
            nom: c.predecesseurNom,
            debut: fromDate(c.predecesseurDebut),
            fin: fromDate(c.predecesseurFin),
            texte: c.predecesseurTexte,
            note: c.predecesseurNote,
          },
    source: source.parse(c.source),
  }
}

export interface LignesTerritoire {
  territoireEpci: Prisma.TerritoireEpciCreateManyInput[]
  territoireCommune: Prisma.TerritoireCommuneCreateManyInput[]
}

/** @returns the rows, and the ids of the communes by their name */
export function toTerritoire(
  { territoire }: Dossier,
  { conventionId, next }: Contexte,
): { lignes: LignesTerritoire; commune: Index } {
  const communes = territoire.communes.map((commune) => ({ ...commune, id: next('territoire_commune') }))
  const lignes: LignesTerritoire = {
    territoireEpci: territoire.epcis.map((epci, ordre) => ({ conventionId, ordre, ...epci })),
    territoireCommune: communes.map(({ insee, dateEntree, ...commune }, ordre) => ({
      conventionId,
      ordre,
      code: insee,
      dateEntree: toDate(dateEntree),
      ...commune,
    })),
  }
  return { lignes, commune: createIndex(communes.map(({ nom, id }) => ({ ref: nom, id }))) }
}

export function fromTerritoire(
  c: Convention,
  epcis: TerritoireEpci[],
  communes: TerritoireCommune[],
): Dossier['territoire'] {
  return {
    nom: c.territoireNom,
    departement: c.departementCode,
    nombreCommunes: c.nombreCommunes,
    note: c.territoireNote,
    epcis: epcis.map(({ siren, nom, nomSource }) => ({ siren, nom, nomSource })),
    communes: communes.map(({ code, nom, nomSource, dateEntree, motifEntree }) => ({
      insee: code,
      nom,
      nomSource,
      dateEntree: fromDate(dateEntree),
      motifEntree,
    })),
  }
}
