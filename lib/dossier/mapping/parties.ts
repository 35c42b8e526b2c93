import type { Deliberation, Prisma, Representant } from '@/lib/generated/prisma/client'
import { createIndex, pick, type Contexte, type Index } from '@/lib/notation/mapping/contexte'
import { computeCle } from './organisme'
import { fromDate, groupBy, toDate } from '@/lib/notation/mapping/valeurs'
import type { Dossier } from '@/lib/dossier/schema/dossier'

/** Organismes as the convention knows them, their representatives and their votes, both ways. */

export interface LignesParties {
  conventionOrganisme: Prisma.ConventionOrganismeCreateManyInput[]
  representant: Prisma.RepresentantCreateManyInput[]
  deliberation: Prisma.DeliberationCreateManyInput[]
}

/** @returns the rows, and the ids of the organismes of this convention by their `ref` */
export function toParties(
  dossier: Dossier,
  { conventionId, next, organismes }: Contexte,
): { lignes: LignesParties; organisme: Index } {
  const numerotes = dossier.organismes.map((o) => ({ ...o, id: next('convention_organisme') }))
  const organisme = createIndex(numerotes)
  const lignes: LignesParties = {
    conventionOrganisme: numerotes.map((o, ordre) => ({
      id: o.id,
      conventionId,
      organismeId: pick(organismes, computeCle(o, dossier.convention.slug)),
      ref: o.ref,
      nom: o.nom,
      nomSource: o.nomSource,
      siren: o.siren,
      communeCode: o.insee,
      departementCode: o.departement,
      adresse: o.adresse,
      note: o.note,
      signataire: o.signataire,
      ordre,
    })),
    representant: numerotes.flatMap(({ id, representants }) =>
      representants.map((representant, ordre) => ({ conventionId, organismeId: id, ordre, ...representant })),
    ),
    deliberation: dossier.deliberations.map(({ organisme: ref, date, ...deliberation }, ordre) => ({
      conventionId,
      organismeId: organisme(ref) ?? 0,
      ordre,
      date: toDate(date),
      ...deliberation,
    })),
  }
  return { lignes, organisme }
}

/** A party with the shared row it stands for, which holds its type. */
export type Partie = Prisma.ConventionOrganismeGetPayload<{ include: { organisme: true } }>

export function fromOrganismes(parties: Partie[], representants: Representant[]): Dossier['organismes'] {
  const siens = groupBy(representants, ({ organismeId }) => organismeId)
  return parties.map(
    ({
      id,
      ref,
      nom,
      nomSource,
      adresse,
      note,
      signataire,
      siren,
      communeCode,
      departementCode,
      organisme: { type },
    }) => ({
      ref,
      type,
      nom,
      nomSource,
      siren,
      insee: communeCode,
      departement: departementCode,
      adresse,
      note,
      signataire,
      representants: siens(id).map((r) => ({
        civilite: r.civilite,
        prenom: r.prenom,
        nom: r.nom,
        fonction: r.fonction,
        designe: r.designe,
        signe: r.signe,
        note: r.note,
      })),
    }),
  )
}

export function fromDeliberations(lignes: Deliberation[], parties: Partie[]): Dossier['deliberations'] {
  const refs = new Map(parties.map(({ id, ref }) => [id, ref]))
  return lignes.map(({ organismeId, date, texte, objet }) => ({
    organisme: refs.get(organismeId) ?? '',
    date: fromDate(date),
    texte,
    objet,
  }))
}
