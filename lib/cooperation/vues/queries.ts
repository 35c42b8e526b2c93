import 'server-only'
import { computeReach } from '@/lib/platform/identite/politique'
import { defineQuery } from '@/lib/platform/query'
import { listSchemas } from '@/lib/cooperation/schemas/read/schemas'
import { listPostes } from '@/lib/cooperation/postes/read/postes'
import { listSchemasPredecesseur, readAnnexeVues } from './read'
import { computeEquilibre } from '@/lib/cooperation/schemas/rules/equilibre'
import { clampDate } from '@/lib/cooperation/postes/rules/pourvu'
import { findSchemaEnVue } from '@/lib/cooperation/schemas/rules/en-vigueur'
import { findPrecedent } from '@/lib/cooperation/postes/rules/reconduction'
import { buildVueCommunes } from './rules/communes'
import { buildVueTemps } from './rules/temps'
import { buildVueThematiques } from './rules/themes'
import { toSchemaRegle, type SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import { lectureVues } from './schema'
import type { SchemaVue } from '@/lib/cooperation/postes/types/ecran'
import type { VueVues } from './types'
import { buildEcranPostes } from '@/lib/cooperation/postes/rules/ecran'

const toSchemaVue = ({ id, ref, libelle, etat, debut, fin, periodeTexte, total, anterieur }: SchemaLu): SchemaVue => ({
  id,
  ref,
  libelle,
  etat,
  debut,
  fin,
  periodeTexte,
  total,
  anterieur,
})

/** One schéma read by commune and by thématique at a date (today, or its nearest day), and all schémas of the territory over the years. */
export const getVuesEtp = defineQuery({
  nom: 'getVuesEtp',
  operation: 'etp.lire',
  portee: 'CONVENTION',
  input: lectureVues,
  run: async ({ tx, convention, acteur, today }, input): Promise<VueVues> => {
    const schemas = await listSchemas(tx, convention.id)
    const lus = await listPostes(tx, convention.id, { poste: null, schema: null })
    const organismes = acteur.roles.flatMap(({ type, organismeId }) =>
      type === 'ELU' && organismeId !== null ? [organismeId] : [],
    )
    const annexe = await readAnnexeVues(tx, convention.id, organismes)
    const anciens = annexe.predecesseur ? await listSchemasPredecesseur(tx, annexe.predecesseur.id) : []
    // A draft is hidden from some: so are its posts, and who is foreseen in them.
    const visibles = new Set(schemas.map(({ id }) => id))
    const postes = lus.filter(({ schema }) => visibles.has(schema))
    const choisi = schemas.find(({ ref }) => ref === input.schema) ?? findSchemaEnVue(schemas, today)
    const date = choisi ? clampDate(today, choisi) : today
    const precedent = choisi ? (findPrecedent(choisi, schemas) ?? null) : null
    const ecran = choisi && buildEcranPostes(choisi, postes, { date, today })
    return {
      nom: convention.nom,
      today,
      date,
      redacteur: computeReach('schema.ecrire', convention.roles) === 'OUI',
      schemas: schemas.map(toSchemaVue),
      schema: choisi && toSchemaVue(choisi),
      totaux: ecran && ecran.totaux,
      marges: choisi && computeEquilibre(toSchemaRegle(choisi)).marges,
      communes:
        choisi &&
        ecran &&
        buildVueCommunes({
          schema: choisi,
          lignes: ecran.lignes,
          precedent,
          communes: annexe.communes,
          siens: annexe.siens,
        }),
      thematiques:
        choisi &&
        buildVueThematiques({
          schema: choisi,
          precedent,
          postes: postes.filter(({ schema }) => schema === choisi.id),
          date,
        }),
      temps: buildVueTemps({
        schemas,
        postes,
        today,
        convention,
        predecesseur: annexe.predecesseur && { nom: annexe.predecesseur.nom, schemas: anciens },
      }),
      lacune: annexe.lacune,
    }
  },
})
