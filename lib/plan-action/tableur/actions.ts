'use server'
import { createHash } from 'node:crypto'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { recordEvenement } from '@/lib/platform/journal'
import { formatCompte } from '@/lib/platform/typographie'
import { readTableur } from '@/lib/tableurs/read'
import { explainImport, lockImport, writeBilan } from './write/import'
import { checkTableurSchema, importTableurSchema, recordTableurSchema, removeTableurSchema } from './schema'
import { checkImport } from './write/analyse'
import { lockPlan, readContexteImport } from './read'
import { proposeCorrespondance } from './rules/correspondance'
import { writeImport } from './write/plan'
import { followProgres } from './write/progres'

/** Reads a spreadsheet and keeps what it says, with a first mapping of its columns: nothing of the plan changes. */
export const recordTableur = defineAction({
  nom: 'recordTableur',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: recordTableurSchema,
  effet: async ({ tx, convention, acteur }, { fichier }) => {
    const octets = new Uint8Array(await fichier.arrayBuffer())
    const lecture = await readTableur(octets)
    if (!lecture.ok) return echecs.invalide([{ champ: 'fichier', message: lecture.message }])
    const plan = await tx.planAction.count({ where: { conventionId: convention.id } })
    const correspondance = proposeCorrespondance(lecture.feuilles, plan > 0)
    // A person works on one file at a time; what was written keeps its report.
    await tx.$executeRaw`DELETE FROM import_tableur WHERE convention_id = ${convention.id} AND auteur_id = ${acteur.id} AND (etat <> 'ECRIT' OR cree_le < now() - interval '90 days')`
    const [cree] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO import_tableur (convention_id, auteur_id, nom, empreinte, contenu, correspondance, total)
      VALUES (${convention.id}, ${acteur.id}, ${fichier.name.slice(-200) || 'tableur'}, ${createHash('sha256').update(octets).digest('hex')},
        ${JSON.stringify({ feuilles: lecture.feuilles })}::jsonb, ${JSON.stringify(correspondance)}::jsonb, ${lecture.feuilles.reduce((somme, { lignes }) => somme + lignes.length, 0)})
      RETURNING id`
    if (!cree) throw new Error('import not kept')
    return succeed({ import: cree.id })
  },
})

/** Judges every row of a file against the plan, with this mapping; keeps the verdicts. Nothing of the plan changes. */
export const checkTableur = defineAction({
  nom: 'checkTableur',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: checkTableurSchema,
  effet: async ({ tx, convention }, { import: id, version, correspondance }) => {
    const lu = await lockImport(tx, convention.id, id)
    if (!lu || lu.version !== version) return explainImport(lu)
    if (lu.etat === 'ECRIT')
      return echecs.regle('IMPORT_ECRIT', 'Ce fichier a déjà été importé : choisissez-le de nouveau pour le reprendre.')
    const contexte = await readContexteImport(tx, convention)
    const { bilan } = await followProgres(id, 'VERIFICATION', (onAvance) =>
      checkImport(lu.feuilles, correspondance, contexte, onAvance),
    )
    await writeBilan(tx, convention.id, id, { correspondance, bilan, etat: 'VERIFIE' })
    return succeed({ comptes: bilan.comptes, version: version + 1 })
  },
})

/**
 * Writes what was checked: all of it in one transaction, or nothing. A plan that changed meanwhile is judged again, and
 * shown before anything is written.
 */
export const importTableur = defineAction({
  nom: 'importTableur',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: importTableurSchema,
  effet: async ({ tx, convention, acteur }, { import: id, version, sansRefusees }) => {
    await lockPlan(tx, convention.id)
    const lu = await lockImport(tx, convention.id, id)
    if (!lu || lu.version !== version) return explainImport(lu)
    const { correspondance } = lu
    if (lu.etat !== 'VERIFIE' || !lu.bilan || !correspondance)
      return echecs.regle(
        'IMPORT_A_VERIFIER',
        'Ce fichier n’a pas encore été vérifié, ou il est déjà importé : reprenez-le depuis le début.',
      )
    const contexte = await readContexteImport(tx, convention)
    const { bilan, ecritures } = await checkImport(lu.feuilles, correspondance, contexte)
    if (bilan.empreinte !== lu.bilan.empreinte) {
      await writeBilan(tx, convention.id, id, { correspondance, bilan, etat: 'VERIFIE' })
      return succeed({ ecrit: false as boolean, comptes: bilan.comptes, version: version + 1 })
    }
    if (bilan.comptes.REFUSEE > 0 && !sansRefusees)
      return echecs.regle(
        'LIGNES_REFUSEES',
        'Des lignes sont refusées : corrigez le fichier, ou cochez la case qui les laisse de côté.',
      )
    const total = Object.values(ecritures.creees)
      .concat(Object.values(ecritures.changees))
      .reduce((somme, lignes) => somme + lignes.length, 0)
    if (total > 0 || ecritures.pilotages.size > 0) {
      let faites = 0
      await followProgres(id, 'ECRITURE', (onAvance) =>
        writeImport(tx, { convention: convention.id, auteur: acteur.id }, ecritures, contexte.plan, (lot) =>
          onAvance((faites += lot), total),
        ),
      )
    }
    await writeBilan(tx, convention.id, id, { correspondance, bilan, etat: 'ECRIT' })
    const { CREEE, CHANGEE, REFUSEE } = bilan.comptes
    await recordEvenement(tx, {
      acteurId: acteur.id,
      conventionId: convention.id,
      operation: 'plan.importer',
      libelle:
        `${lu.nom} : ${formatCompte(CREEE, 'ligne créée', 'lignes créées')}, ${formatCompte(CHANGEE, 'changée')}`.slice(
          0,
          300,
        ),
      apres: {
        fichier: lu.nom,
        empreinte: lu.empreinte,
        creees: String(CREEE),
        changees: String(CHANGEE),
        refusees: String(REFUSEE),
      },
    })
    return succeed({ ecrit: true as boolean, comptes: bilan.comptes, version: version + 1 })
  },
  revalidate: refreshConvention,
})

/** Gives up a file that was not written. */
export const removeTableur = defineAction({
  nom: 'removeTableur',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: removeTableurSchema,
  effet: async ({ tx, convention }, { import: id, version }) => {
    const retires =
      await tx.$executeRaw`DELETE FROM import_tableur WHERE convention_id = ${convention.id} AND id = ${id} AND version = ${version}`
    return retires === 1 ? succeed({}) : explainImport(await lockImport(tx, convention.id, id))
  },
})
