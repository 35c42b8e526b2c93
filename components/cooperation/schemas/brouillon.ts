import type { LigneSchema, SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import { toSchemaRegle } from '@/lib/cooperation/schemas/rules/enregistre'
import type { MotifZero } from '@/lib/cooperation/schemas/words'
import { computeEquilibre, type Equilibre, type SituationPoste } from '@/lib/cooperation/schemas/rules/equilibre'
import { formatQuotite, parseQuotite } from '@/lib/platform/nombres'

/** What is typed in a draft: texts, kept as typed even when they cannot be read. */
export interface Saisie {
  total: string
  lignes: Record<number, LigneTapee>
  existant: string
  developpements: DeveloppementTape[]
  /** cells of the cross table, by porteur and thématique */
  croise: Record<string, string>
}

export interface LigneTapee {
  quotite: string
  motifZero: MotifZero | null
  note: string
  situation: SituationPoste
}

export interface DeveloppementTape {
  /** what React knows it by */
  cle: string
  id: number | null
  libelle: string
  organisme: number | null
  quotite: string
}

const formatSaisie = (quotite: number | null): string =>
  quotite === null ? '' : formatQuotite(quotite, { deux: true })

export const buildLigne = ({ quotite, motifZero, note, situation }: LigneSchema): LigneTapee => ({
  quotite: formatSaisie(quotite),
  motifZero,
  note: note ?? '',
  situation,
})

export const buildCle = (porteur: number, thematique: number): string => `${porteur}-${thematique}`

/** The cells of a schéma, by the ids of their lines. */
function buildCroise(schema: SchemaLu): Record<string, string> {
  const ids = new Map(schema.lignes.map(({ id, marge, libelle }) => [`${marge}:${libelle}`, id]))
  return Object.fromEntries(
    schema.croisements.map(({ porteur, thematique, quotite }) => [
      buildCle(ids.get(`PORTEUR:${porteur}`) ?? 0, ids.get(`THEMATIQUE:${thematique}`) ?? 0),
      formatSaisie(quotite),
    ]),
  )
}

export function buildSaisie(schema: SchemaLu): Saisie {
  return {
    total: formatSaisie(schema.total),
    lignes: Object.fromEntries(schema.lignes.map((ligne) => [ligne.id, buildLigne(ligne)])),
    existant: formatSaisie(schema.existant),
    developpements: schema.developpements.map(({ id, libelle, organisme, quotite }) => ({
      cle: String(id),
      id,
      libelle,
      organisme,
      quotite: formatSaisie(quotite),
    })),
    croise: buildCroise(schema),
  }
}

/** A typed quotité: hundredths, null when left empty, undefined when it cannot be read. */
export function readQuotite(texte: string): number | null | undefined {
  if (texte.trim() === '') return null
  const lu = parseQuotite(texte)
  return lu.ok ? lu.centiemes : undefined
}

/** Message beside a typed quotité that cannot be read. */
export function readErreurQuotite(texte: string): string | undefined {
  if (texte.trim() === '') return undefined
  const lu = parseQuotite(texte)
  return lu.ok ? undefined : lu.message
}

const readLigne = (saisie: Saisie, ligne: LigneSchema): LigneTapee => saisie.lignes[ligne.id] ?? buildLigne(ligne)

/** The lines of a schéma as they stand in what is typed; the figure stays the one that is saved. */
export const listLignesTapees = (lignes: LigneSchema[], saisie: Saisie): LigneSchema[] =>
  lignes.map((ligne) => {
    const { motifZero, note, situation } = readLigne(saisie, ligne)
    return { ...ligne, motifZero, note: note.trim() || null, situation }
  })

/** The balance of what is typed; an unreadable figure counts as not given. */
export function computeEquilibreSaisie(schema: SchemaLu, saisie: Saisie): Equilibre {
  const lignes = listLignesTapees(schema.lignes, saisie).map((ligne) => ({
    ...ligne,
    quotite: readQuotite(readLigne(saisie, ligne).quotite) ?? null,
  }))
  const marge = (laquelle: LigneSchema['marge']) => lignes.filter((ligne) => ligne.marge === laquelle)
  const croisements = marge('PORTEUR').flatMap((porteur) =>
    marge('THEMATIQUE').flatMap((thematique) => {
      const quotite = readQuotite(saisie.croise[buildCle(porteur.id, thematique.id)] ?? '')
      return quotite == null ? [] : [{ porteur: porteur.libelle, thematique: thematique.libelle, quotite }]
    }),
  )
  const developpements = saisie.developpements.map(({ libelle, organisme, quotite }, id) => ({
    id,
    libelle,
    organisme,
    quotite: readQuotite(quotite) ?? 0,
  }))
  return computeEquilibre(
    toSchemaRegle({
      ...schema,
      lignes,
      croisements,
      developpements,
      existant: readQuotite(saisie.existant) ?? null,
      total: readQuotite(saisie.total) ?? null,
    }),
  )
}

const hasChanged = (ligne: LigneSchema, saisie: Saisie): boolean => {
  const { quotite, motifZero, note, situation } = readLigne(saisie, ligne)
  return (
    readQuotite(quotite) !== ligne.quotite ||
    motifZero !== ligne.motifZero ||
    note.trim() !== (ligne.note ?? '') ||
    situation !== ligne.situation
  )
}

/** The lines whose typed values differ from what is saved. */
export const listChangees = (schema: SchemaLu, saisie: Saisie): LigneSchema[] =>
  schema.lignes.filter((ligne) => hasChanged(ligne, saisie))
export const hasTotalChange = (schema: SchemaLu, saisie: Saisie): boolean => readQuotite(saisie.total) !== schema.total

/** How many parts of the evolution form differ from what is saved. */
export function countEvolution(schema: SchemaLu, { existant, developpements }: Saisie): number {
  const change = developpements.filter((part) => {
    const avant = schema.developpements.find(({ id }) => id === part.id)
    return (
      !avant ||
      avant.libelle !== part.libelle.trim() ||
      avant.organisme !== part.organisme ||
      avant.quotite !== readQuotite(part.quotite)
    )
  })
  const retires = schema.developpements.filter(({ id }) => !developpements.some((part) => part.id === id))
  return (readQuotite(existant) === schema.existant ? 0 : 1) + change.length + retires.length
}

/** The cells that differ from what is saved. */
export function listCellules(
  schema: SchemaLu,
  saisie: Saisie,
): { porteur: number; thematique: number; quotite: string }[] {
  const avant = buildCroise(schema)
  const ids = new Set(schema.lignes.map(({ id }) => id))
  return [...new Set([...Object.keys(avant), ...Object.keys(saisie.croise)])].flatMap((cle) => {
    const [porteur = 0, thematique = 0] = cle.split('-').map(Number)
    const quotite = saisie.croise[cle] ?? ''
    const change = ids.has(porteur) && ids.has(thematique) && readQuotite(quotite) !== readQuotite(avant[cle] ?? '')
    return change ? [{ porteur, thematique, quotite }] : []
  })
}

/** A field of the evolution form, as the screens name it; undefined for any other. */
export function findChampEvolution(champ: string): string | undefined {
  const developpement = /^evolution\.developpements\.(\d+)\.(\w+)$/.exec(champ)
  if (developpement) return `developpement-${developpement[1]}-${developpement[2]}`
  return champ.startsWith('evolution') ? 'existant' : undefined
}
