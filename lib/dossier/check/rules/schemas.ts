import {
  checkChevauchement,
  checkProposition,
  type LieuEcart,
  type SchemaDate,
  type SchemaRegle,
} from '@/lib/cooperation/schemas/rules/equilibre'
import { checkAnterieur } from '@/lib/cooperation/schemas/rules/anterieur'
import { centiemesFromDecimal, type Centiemes } from '@/lib/platform/nombres'
import { formatExtrait, type Erreurs } from './erreurs'
import { checkPostes } from './postes'
import type { Dossier } from '@/lib/dossier/schema/dossier'

type Schema = Dossier['schemas'][number]

/**
 * Far above real tables (some sixty lines, five themes). The database checks a schéma again at
 * commit, once per line written: what it costs grows with the square of these.
 */
export const LIMITES_SCHEMA = { schemas: 100, affectations: 150, croisements: 600 } as const

const centiemesOuNull = (quotite: string | null): Centiemes | null =>
  quotite === null ? null : centiemesFromDecimal(quotite)

/** A schéma of a dossier as the ETP rule reads it; a line is known by its libellé, unique in its margin. */
function toRegle(schema: Schema): SchemaRegle {
  return {
    debut: schema.debut,
    fin: schema.fin,
    total: centiemesOuNull(schema.total),
    existant: centiemesOuNull(schema.existant),
    // A closed schéma is history: one that says developments alone is kept as it was (record 0050).
    developpements:
      schema.etat === 'CLOS' && schema.existant === null
        ? []
        : schema.developpements.map(({ libelle, quotite }) => ({ libelle, quotite: centiemesFromDecimal(quotite) })),
    affectations: schema.affectations.map(({ marge, libelle, quotite, motifZero, note, situation }) => ({
      marge,
      cle: libelle,
      libelle,
      quotite: centiemesOuNull(quotite),
      raison: note,
      motif: motifZero,
      situation,
    })),
    croise: schema.croisements.map((c) => ({ ...c, quotite: centiemesFromDecimal(c.quotite) })),
    // The rule answers for a draft that one would propose: the balance asked of every other state.
    etat: 'BROUILLON',
  }
}

const CHAMP_ECART: Record<LieuEcart, string> = {
  TOTAL: 'total',
  PORTEUR: 'affectations',
  THEMATIQUE: 'affectations',
  CROISE: 'croisements',
  EVOLUTION: 'developpements',
}

function checkEquilibre(schema: Schema, chemin: string, erreurs: Erreurs): void {
  if (schema.etat === 'BROUILLON') return
  const verdict = checkProposition(toRegle(schema))
  if (verdict.ok) return
  for (const { lieu, message } of verdict.erreurs) erreurs.add(`${chemin}.${CHAMP_ECART[lieu]}`, message)
}

function checkLignes(schema: Schema, chemin: string, erreurs: Erreurs): void {
  const lignes = new Set<string>()
  schema.affectations.forEach(({ marge, libelle }, i) => {
    const cle = JSON.stringify([marge, libelle])
    if (lignes.has(cle))
      erreurs.add(
        `${chemin}.affectations[${i}].libelle`,
        `La ligne ${formatExtrait(libelle)} est déjà dans cette répartition : distinguez les deux libellés, ou réunissez les deux lignes.`,
      )
    lignes.add(cle)
  })
  const existe = (marge: string, libelle: string) => lignes.has(JSON.stringify([marge, libelle]))
  const absente = (libelle: string, marge: string) =>
    `Aucune affectation ${marge} de ce schéma ne porte le libellé ${formatExtrait(libelle)} : reprenez-le lettre pour lettre.`
  const cases = new Set<string>()
  schema.croisements.forEach(({ porteur, thematique }, i) => {
    const ici = `${chemin}.croisements[${i}]`
    if (!existe('PORTEUR', porteur)) erreurs.add(`${ici}.porteur`, absente(porteur, 'PORTEUR'))
    if (!existe('THEMATIQUE', thematique)) erreurs.add(`${ici}.thematique`, absente(thematique, 'THEMATIQUE'))
    const cle = JSON.stringify([porteur, thematique])
    if (cases.has(cle))
      erreurs.add(ici, 'Cette case du tableau croisé est déjà remplie plus haut : gardez une seule valeur.')
    cases.add(cle)
  })
  schema.postes.forEach(({ affectation }, i) => {
    if (affectation !== null && !existe('PORTEUR', affectation))
      erreurs.add(`${chemin}.postes[${i}].affectation`, absente(affectation, 'PORTEUR'))
  })
}

/** Refuses what would make every further check long; true when there is no more to look at. */
function checkTaille(schema: Schema, chemin: string, erreurs: Erreurs): boolean {
  const { affectations, croisements } = LIMITES_SCHEMA
  if (schema.affectations.length <= affectations && schema.croisements.length <= croisements) return false
  erreurs.add(
    chemin,
    `Un schéma tient en ${affectations} lignes et ${croisements} cases croisées au plus : retirez celles qui n’en sont pas.`,
  )
  return true
}

function checkPeriodes(schemas: readonly Schema[], erreurs: Erreurs): void {
  const dates: SchemaDate[] = schemas.map(({ libelle, debut, fin }, id) => ({ id, libelle, debut, fin }))
  dates.forEach((schema, i) => {
    const verdict = checkChevauchement(schema, dates.slice(0, i))
    if (!verdict.ok) erreurs.add(`schemas[${i}].debut`, verdict.message)
  })
}

/** A schéma said to be of the previous convention is wholly before this one. */
function checkAnterieurs({ schemas, convention }: Dossier, erreurs: Erreurs): void {
  schemas.forEach((schema, i) => {
    const verdict = schema.anterieur
      ? checkAnterieur(schema, { debut: convention.dateDebut, fin: convention.dateFin })
      : { ok: true as const }
    if (!verdict.ok) erreurs.add(`schemas[${i}].fin`, verdict.message)
  })
}

/** The second rule on every schéma of a dossier: balance, cross table, no overlap, nobody beyond full time. */
export function checkSchemas(dossier: Dossier, erreurs: Erreurs): void {
  const { schemas } = dossier
  if (schemas.length > LIMITES_SCHEMA.schemas) {
    erreurs.add(
      'schemas',
      `Une convention a ${LIMITES_SCHEMA.schemas} schémas au plus : retirez ceux qui n’en sont pas.`,
    )
    return
  }
  schemas.forEach((schema, i) => {
    const chemin = `schemas[${i}]`
    if (checkTaille(schema, chemin, erreurs)) return
    checkLignes(schema, chemin, erreurs)
    checkEquilibre(schema, chemin, erreurs)
  })
  checkPeriodes(schemas, erreurs)
  checkAnterieurs(dossier, erreurs)
  checkPostes(schemas, erreurs)
}
