import { checkCibles } from './cibles'
import { Erreurs, formatExtrait, type ErreurDossier } from './erreurs'
import { createLien, EMPTY, type Ensembles } from './liens'
import { checkParents } from './parents'
import { checkPlan } from './plan'
import { checkSuitePostes } from './postes'
import { checkSchemas } from './schemas'
import { checkValeurs } from './valeurs'
import { checkVie } from './vie'
import { computeCle } from '@/lib/dossier/mapping/organisme'
import type { Dossier } from '@/lib/dossier/schema/dossier'

/** An object that other parts of the dossier may point to, with its place. */
interface Repere {
  ref: string
  chemin: string
}

const locate = (liste: readonly { ref: string }[], chemin: string): Repere[] =>
  liste.map(({ ref }, i) => ({ ref, chemin: `${chemin}[${i}]` }))

/** Everything that has a `ref`, by kind; a kind is one space of names for the whole dossier. */
function listReperes(dossier: Dossier): Record<string, Repere[]> {
  const fiches = dossier.plan?.fiches ?? []
  return {
    organisme: locate(dossier.organismes, 'organismes'),
    avenant: locate(dossier.avenants, 'avenants'),
    enjeu: locate(dossier.enjeux, 'enjeux'),
    equipement: locate(dossier.equipements, 'equipements'),
    instance: locate(dossier.instances, 'instances'),
    reunion: dossier.instances.flatMap(({ reunions }, i) => locate(reunions, `instances[${i}].reunions`)),
    axe: locate(dossier.plan?.axes ?? [], 'plan.axes'),
    fiche: locate(fiches, 'plan.fiches'),
    etape: fiches.flatMap(({ etapes }, i) => locate(etapes, `plan.fiches[${i}].etapes`)),
    indicateur: fiches.flatMap(({ indicateurs }, i) => locate(indicateurs, `plan.fiches[${i}].indicateurs`)),
    schema: locate(dossier.schemas, 'schemas'),
    poste: dossier.schemas.flatMap(({ postes }, i) => locate(postes, `schemas[${i}].postes`)),
    evaluation: locate(dossier.evaluations, 'evaluations'),
  }
}

function checkUniques(reperes: Record<string, Repere[]>, erreurs: Erreurs): void {
  for (const liste of Object.values(reperes)) {
    const vus = new Map<string, string>()
    for (const { ref, chemin } of liste) {
      const deja = vus.get(ref)
      if (deja === undefined) vus.set(ref, chemin)
      else
        erreurs.add(
          `${chemin}.ref`,
          `La référence « ${ref} » est déjà celle de ${deja} : donnez-en une autre à l’un des deux.`,
        )
    }
  }
}

function checkOrganismesCites(dossier: Dossier, { organisme = EMPTY }: Ensembles, erreurs: Erreurs): void {
  const lien = createLien(erreurs)
  const cite = (chemin: string, ref: string | null) =>
    lien(`${chemin}.organisme`, ref, organisme, 'cet organisme', 'organismes')
  dossier.deliberations.forEach((d, i) => cite(`deliberations[${i}]`, d.organisme))
  dossier.instances.forEach((instance, i) =>
    instance.membres.forEach((m, j) => cite(`instances[${i}].membres[${j}]`, m.organisme)),
  )
  dossier.schemas.forEach((schema, i) => {
    schema.affectations.forEach((a, j) => cite(`schemas[${i}].affectations[${j}]`, a.organisme))
    schema.developpements.forEach((d, j) => cite(`schemas[${i}].developpements[${j}]`, d.organisme))
    schema.postes.forEach((p, j) => cite(`schemas[${i}].postes[${j}]`, p.organisme))
  })
  dossier.reglagesFinancement.forEach((r, i) => cite(`reglagesFinancement[${i}]`, r.organisme))
  dossier.financements.forEach((f, i) => cite(`financements[${i}]`, f.organisme))
}

/**
 * The Caf decides who may see the convention: it is named, it is a Caf, and its département makes it
 * known. That of a demonstration is fictitious, and of no département.
 */
function checkCaf({ convention, organismes }: Dossier, erreurs: Erreurs): void {
  const caf = organismes.find(({ ref }) => ref === convention.caf)
  if (caf === undefined) {
    erreurs.add(
      'convention.caf',
      `Aucun élément de « organismes » ne porte la référence « ${convention.caf} » : ajoutez-y la Caf, ou corrigez cette référence.`,
    )
  } else if (caf.type !== 'CAF') {
    erreurs.add(
      'convention.caf',
      `« ${convention.caf} » n’est pas une Caf : citez l’organisme de type CAF, ou corrigez son type.`,
    )
  }
  organismes.forEach(({ type, departement }, i) => {
    if (type === 'CAF' && departement === null && !convention.demonstration) {
      erreurs.add(
        `organismes[${i}].departement`,
        'Une Caf se reconnaît à son département : écrivez son code, par exemple « 13 ».',
      )
    }
  })
}

/** Two lines for one organisme would make it sign, or count, twice. */
function checkDoublons({ convention, organismes }: Dossier, erreurs: Erreurs): void {
  const vus = new Map<string, number>()
  organismes.forEach((organisme, i) => {
    const cle = computeCle(organisme, convention.slug)
    const deja = vus.get(cle)
    if (deja === undefined) vus.set(cle, i)
    else {
      erreurs.add(
        `organismes[${i}]`,
        `${formatExtrait(organisme.nom)} est le même organisme que « organismes[${deja}] » (même code, ou même nom) : gardez-en un seul, avec tous ses représentants, ou distinguez leurs noms.`,
      )
    }
  })
}

/**
 * What a schema cannot say of a dossier: references that resolve, trees without a loop, schémas
 * that balance and do not overlap, values that the database can hold. Pure.
 * @param dossier as `dossierSchema` gives it
 * @returns what is wrong, with places and remedies; nothing when the dossier can be written
 */
export function checkReferences(dossier: Dossier): ErreurDossier[] {
  const erreurs = new Erreurs()
  const reperes = listReperes(dossier)
  const ensembles = Object.fromEntries(
    Object.entries(reperes).map(([genre, liste]) => [genre, new Set(liste.map(({ ref }) => ref))]),
  )
  checkUniques(reperes, erreurs)
  checkCaf(dossier, erreurs)
  checkDoublons(dossier, erreurs)
  checkOrganismesCites(dossier, ensembles, erreurs)
  checkParents(dossier, erreurs)
  checkPlan(dossier, ensembles, erreurs)
  checkVie(dossier, ensembles, erreurs)
  checkCibles(dossier, ensembles, erreurs)
  checkSchemas(dossier, erreurs)
  checkSuitePostes(dossier, erreurs)
  checkValeurs(dossier, erreurs)
  return erreurs.list()
}
