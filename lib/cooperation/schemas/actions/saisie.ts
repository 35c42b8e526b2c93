'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { decimalOuNul } from '@/lib/platform/nombres'
import { foldTexte } from '@/lib/platform/texte'
import { markSchema, writeCroisements, writeDeveloppements, writeLignes } from '../write/lignes'
import { findPorteur, formatHorsTerritoire, listPorteurs } from '../read/porteurs'
import {
  createAffectationSchema,
  createAffectationsSchema,
  removeAffectationSchema,
  updateSchemaSchema,
} from '../schema/saisie'
import type { LigneSchema } from '../rules/enregistre'
import { lockSchema, requireBrouillon } from '../write/verrou'

const formatDejaLa = (libelle: string): string =>
  `« ${libelle} » figure déjà dans cette répartition : modifiez sa ligne.`

/** Saves a draft: its total, its lines, its evolution form, its cross table. It may be out of balance; the answer says by how much. */
export const updateSchema = defineAction({
  nom: 'updateSchema',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: updateSchemaSchema,
  effet: async ({ tx, convention }, input) => {
    const verrou = await lockSchema(tx, convention.id, input)
    if (!verrou.ok) return verrou
    const refus = requireBrouillon(verrou.schema)
    if (refus) return refus
    const { schema } = verrou
    const { evolution } = input
    const echec =
      (await writeLignes(tx, convention.id, schema, input.lignes)) ??
      (evolution ? await writeDeveloppements(tx, convention.id, schema, evolution.developpements) : null) ??
      (input.croise ? await writeCroisements(tx, convention.id, schema, input.croise) : null)
    if (echec) return echec
    await tx.schemaCooperation.updateMany({
      where: { id: input.schema, conventionId: convention.id },
      data: {
        total: decimalOuNul(input.total),
        ...(evolution ? { existant: decimalOuNul(evolution.existant) } : {}),
        version: { increment: 1 },
      },
    })
    return succeed({ version: input.version + 1 })
  },
  revalidate: refreshConvention,
})

const isDejaLa = (lignes: readonly LigneSchema[], libelle: string): boolean =>
  lignes.some((ligne) => foldTexte(ligne.libelle) === foldTexte(libelle))

/**
 * Adds a line to a draft, without a figure. By porteur, words that name a party or a commune of the territory
 * become that line; a commune from elsewhere is refused.
 */
export const createAffectation = defineAction({
  nom: 'createAffectation',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: createAffectationSchema,
  effet: async ({ tx, convention }, input) => {
    const verrou = await lockSchema(tx, convention.id, input)
    if (!verrou.ok) return verrou
    const refus = requireBrouillon(verrou.schema)
    if (refus) return refus
    const trouve =
      input.marge === 'PORTEUR'
        ? await findPorteur(tx, convention.id, input.libelle)
        : { ok: true as const, porteur: { organisme: null, libelle: input.libelle } }
    if (!trouve.ok) return echecs.invalide([{ champ: 'libelle', message: trouve.message }])
    const { organisme: organismeId, libelle } = trouve.porteur
    const deLaMarge = verrou.schema.lignes.filter(({ marge }) => marge === input.marge)
    const prise = deLaMarge.find(({ organisme }) => organisme !== null && organisme === organismeId)
    if (prise || isDejaLa(deLaMarge, libelle))
      return echecs.invalide([{ champ: 'libelle', message: formatDejaLa(prise?.libelle ?? input.libelle) }])
    await tx.affectation.createMany({
      data: {
        conventionId: convention.id,
        schemaId: input.schema,
        marge: input.marge,
        libelle,
        organismeId,
        themesTexte: [],
        ordre: deLaMarge.length + 1,
      },
    })
    await markSchema(tx, convention.id, input.schema)
    return succeed({ version: input.version + 1 })
  },
  revalidate: refreshConvention,
})

/** Adds several lines at once, without a figure: parties, communes of the territory, reference themes. Those already there are left alone. */
export const createAffectations = defineAction({
  nom: 'createAffectations',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: createAffectationsSchema,
  effet: async ({ tx, convention }, input) => {
    const verrou = await lockSchema(tx, convention.id, input)
    if (!verrou.ok) return verrou
    const refus = requireBrouillon(verrou.schema)
    if (refus) return refus
    const trouves = await listPorteurs(tx, convention.id, input.organismes, input.communes)
    if (trouves.organismes.length < new Set(input.organismes).size) return echecs.introuvable()
    const absente = input.communes.find((code) => !trouves.communes.some((commune) => commune.code === code))
    if (absente !== undefined) {
      const commune = await tx.commune.findUnique({ where: { code: absente }, select: { nom: true } })
      return echecs.invalide([{ champ: 'communes', message: formatHorsTerritoire(commune?.nom ?? absente) }])
    }
    const themes = await tx.themeAfas.findMany({
      where: { code: { in: input.themes } },
      orderBy: { ordre: 'asc' },
      select: { code: true, nom: true },
    })
    const lignes: { marge: LigneSchema['marge']; libelle: string; organisme: number | null; theme: string | null }[] =
      verrou.schema.lignes.slice()
    const demandees = [
      ...[...trouves.organismes, ...trouves.communes].map(({ libelle, organisme }) => ({
        marge: 'PORTEUR' as const,
        libelle,
        organisme,
        theme: null,
      })),
      ...themes.map(({ code, nom }) => ({ marge: 'THEMATIQUE' as const, libelle: nom, organisme: null, theme: code })),
    ]
    let ajoutees = 0
    for (const { marge, libelle, organisme, theme } of demandees) {
      const deLaMarge = lignes.filter((ligne) => ligne.marge === marge)
      const deja = deLaMarge.some(
        (l) =>
          foldTexte(l.libelle) === foldTexte(libelle) ||
          (organisme !== null && l.organisme === organisme) ||
          (theme !== null && l.theme === theme),
      )
      if (deja) continue
      await tx.affectation.createMany({
        data: {
          conventionId: convention.id,
          schemaId: input.schema,
          marge,
          libelle,
          organismeId: organisme,
          themeCode: theme,
          themesTexte: [],
          ordre: deLaMarge.length + 1,
        },
      })
      lignes.push({ marge, libelle, organisme, theme })
      ajoutees += 1
    }
    if (ajoutees === 0)
      return echecs.regle('RIEN_A_AJOUTER', 'Ces lignes figurent déjà dans la répartition, ou aucune n’est choisie.')
    await markSchema(tx, convention.id, input.schema)
    return succeed({ version: input.version + 1, ajoutees })
  },
  revalidate: refreshConvention,
})

/** Removes a line from a draft. */
export const removeAffectation = defineAction({
  nom: 'removeAffectation',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: removeAffectationSchema,
  effet: async ({ tx, convention }, input) => {
    const verrou = await lockSchema(tx, convention.id, input)
    if (!verrou.ok) return verrou
    const refus = requireBrouillon(verrou.schema)
    if (refus) return refus
    const postes = await tx.poste.count({ where: { conventionId: convention.id, affectationId: input.affectation } })
    if (postes > 0)
      return echecs.regle(
        'POSTE_RATTACHE',
        'Un poste est rattaché à cette ligne : mettez plutôt sa quotité à 0 avec un motif.',
      )
    const { count } = await tx.affectation.deleteMany({
      where: { id: input.affectation, conventionId: convention.id, schemaId: input.schema },
    })
    if (count === 0) return echecs.introuvable()
    await markSchema(tx, convention.id, input.schema)
    return succeed({ version: input.version + 1 })
  },
  revalidate: refreshConvention,
})
