'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshEtp } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { formatCompte } from '@/lib/platform/typographie'
import { openCadre } from '../write/postes'
import { writeOccupationsReprises, writePosteRepris } from '../write/reconduction'
import { listSchemas } from '@/lib/cooperation/schemas/read/schemas'
import { listPostes } from '../read/postes'
import { checkReprisePoste, findPrecedent, type Reste } from '../rules/reconduction'
import { createReconductionSchema } from '../schema/reconduction'

/** Takes over the posts of the schéma before, and whoever is still in them; says what cannot be. Twice changes nothing. */
export const createReconduction = defineAction({
  nom: 'createReconduction',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: createReconductionSchema,
  effet: async (contexte, { schema: id }) => {
    const { tx, convention } = contexte
    const ouvert = await openCadre(contexte, { schema: id, affectation: null })
    if (!ouvert.ok) return ouvert
    const schemas = await listSchemas(tx, convention.id)
    const schema = schemas.find((autre) => autre.id === id)
    const avant = schema && findPrecedent(schema, schemas)
    if (!schema || schema.debut === null)
      return echecs.regle(
        'SANS_PERIODE',
        'Ce schéma n’a pas de premier jour : donnez-lui ses dates avant de reprendre des postes.',
      )
    if (!avant || avant.fin === null)
      return echecs.regle('SANS_PRECEDENT', 'Aucun schéma ne se termine avant celui-ci : décrivez ses postes.')
    await tx.$queryRaw`SELECT 1 FROM schema_cooperation WHERE id = ${avant.id} AND convention_id = ${convention.id} FOR NO KEY UPDATE`
    const tous = await listPostes(tx, convention.id, { poste: null, schema: null })
    const nouveaux = tous.filter((poste) => poste.schema === id)
    const passage = { cadre: ouvert.cadre, premier: schema.debut, dernier: avant.fin }
    const restes: Reste[] = []
    let postes = 0
    let occupations = 0
    for (const source of tous.filter((poste) => poste.schema === avant.id)) {
      const ref = `${source.ref.slice(0, 60)}-suite-${id}`
      const sort = checkReprisePoste(source, ref, { avant: avant.lignes, apres: schema.lignes, postes: nouveaux })
      if (!sort.ok) {
        if (!sort.deja) restes.push(sort.reste)
        continue
      }
      const copie = await writePosteRepris(contexte, source, {
        schema: id,
        affectation: sort.affectation,
        ref,
        ordre: tous.length + postes,
      })
      nouveaux.push(copie)
      const ligne = schema.lignes.find((autre) => autre.id === sort.affectation)
      const cadre = {
        ...ouvert.cadre,
        ligne: ligne ? { id: ligne.id, libelle: ligne.libelle, quotite: ligne.quotite } : null,
      }
      const reprise = await writeOccupationsReprises(contexte, source, copie, nouveaux, { ...passage, cadre })
      postes += 1
      occupations += reprise.reprises
      restes.push(...reprise.restes)
    }
    const message =
      postes === 0
        ? `Rien à reprendre de « ${avant.libelle} » : ses postes sont déjà ici${restes.length > 0 ? ', ou ne peuvent pas l’être' : ''}.`
        : `${formatCompte(postes, 'poste repris', 'postes repris')} de « ${avant.libelle} », ${formatCompte(occupations, 'personne toujours en poste', 'personnes toujours en poste')}.`
    return succeed({ message, postes, occupations, restes })
  },
  revalidate: refreshEtp,
})
