/** « Que porte ma commune, que reçoit-elle ? »: one schéma, read commune by commune. Pure; no figure is drawn from words. */
import type { Centiemes } from '@/lib/platform/nombres'
import { compareSchemas } from '@/lib/cooperation/schemas/rules/comparaison'
import { findCites, toMots } from './mentions'
import { toSchemaRegle, type LigneSchema, type SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import { MOTS_MOTIF } from '@/lib/cooperation/schemas/words'
import type { LignePostes } from '@/lib/cooperation/postes/types/ecran'
import type { CommuneTerritoire, FicheCommune, Mention, VueCommunes } from '../types'

const sum = (lignes: readonly (LignePostes | null)[]): Centiemes =>
  lignes.reduce((total, ligne) => total + (ligne?.quotite ?? 0), 0)

/** Words that say the ETP of a line are carried by somebody else. */
const estPorteAilleurs = (ligne: LigneSchema): boolean =>
  ligne.motifZero === 'PORTE_PAR_AUTRE' || (ligne.quotite === 0 && /port[ée]e?s? par/i.test(ligne.note ?? ''))

const lireMots = (ligne: LigneSchema): string | null =>
  ligne.note ?? (ligne.motifZero ? MOTS_MOTIF[ligne.motifZero] : null)

/** The line of a commune: by its organisme, otherwise by its name as written. */
function findLigne(commune: CommuneTerritoire, lignes: readonly LigneSchema[]): LigneSchema | undefined {
  return (
    lignes.find(({ cle }) => commune.ref !== null && cle === `o:${commune.ref}`) ??
    lignes.find(({ libelle }) => toMots(libelle) === toMots(commune.nom))
  )
}

function listMentions(
  nom: string,
  ligne: LigneSchema | null,
  lignes: readonly LigneSchema[],
  noms: readonly string[],
): Mention[] {
  return lignes.flatMap((autre) =>
    autre.note !== null && autre.id !== ligne?.id && findCites(autre.note, noms).includes(nom)
      ? [{ libelle: autre.libelle, quotite: autre.quotite, texte: autre.note }]
      : [],
  )
}

interface Contexte {
  schema: SchemaLu
  /** The same lines with their posts at the date in view. */
  lignes: readonly LignePostes[]
  precedent: SchemaLu | null
  communes: readonly CommuneTerritoire[]
  /** References of organismes that the reader is an élu of. */
  siens: readonly string[]
}

const byPorteur = (schema: SchemaLu): LigneSchema[] => schema.lignes.filter(({ marge }) => marge === 'PORTEUR')

/**
 * Each commune of the territory, with or without a line, then each organisme that has one; those of the reader first.
 * The lines that are nobody’s in particular are apart: the document does not share them out between communes.
 */
export function buildVueCommunes({ schema, lignes, precedent, communes, siens }: Contexte): VueCommunes {
  const ecrites = byPorteur(schema)
  const comparable = precedent !== null && byPorteur(precedent).length > 0
  const differences = comparable
    ? compareSchemas(toSchemaRegle(precedent), toSchemaRegle(schema)).filter(({ lieu }) => lieu === 'PORTEUR')
    : []
  const avant = comparable ? byPorteur(precedent) : []
  const trouvees = communes.map((commune) => ({ commune, ligne: findLigne(commune, ecrites) ?? null }))
  const prises = new Set(trouvees.map(({ ligne }) => ligne?.id))
  const restes = ecrites.filter(({ id }) => !prises.has(id))
  const organismes = restes.filter(({ cle }) => cle.startsWith('o:'))
  const noms = [...communes.map(({ nom }) => nom), ...organismes.map(({ libelle }) => libelle)]

  const cles: string[] = []
  const toFiche = (
    nom: string,
    ref: string | null,
    genre: FicheCommune['genre'],
    ligne: LigneSchema | null,
    sienne: boolean,
  ): FicheCommune => {
    const ancienne = avant.find(
      ({ cle, libelle }) => cle === ligne?.cle || cle === `o:${ref ?? ''}` || toMots(libelle) === toMots(nom),
    )
    const mots = ligne && lireMots(ligne)
    const ailleurs = ligne !== null && estPorteAilleurs(ligne)
    const base = toMots(nom).trim().replaceAll(' ', '-')
    const adresse = cles.includes(base) ? `${base}-${cles.length + 1}` : base
    cles.push(adresse)
    return {
      cle: adresse,
      nom,
      genre,
      sienne,
      ligne: lignes.find(({ id }) => id === ligne?.id) ?? null,
      themes: ligne?.themesTexte ?? [],
      recoit: ailleurs ? mots : null,
      raison: ailleurs ? null : mots,
      citation: ligne !== null && ligne.note !== null,
      cites: listMentions(nom, ligne, ecrites, noms),
      developpements: schema.developpements
        .filter(({ libelle }) => findCites(libelle, noms).includes(nom))
        .map(({ libelle, quotite }) => ({ libelle, quotite })),
      changements: differences
        .filter(({ cle }) => cle !== null && (cle === ligne?.cle || cle === ancienne?.cle))
        .map(({ texte }) => texte),
    }
  }

  const fiches = [
    ...trouvees.map(({ commune, ligne }) => toFiche(commune.nom, commune.ref, 'COMMUNE', ligne, commune.sienne)),
    ...organismes.map((ligne) =>
      toFiche(ligne.libelle, ligne.cle.slice(2), 'ORGANISME', ligne, siens.includes(ligne.cle.slice(2))),
    ),
  ]
  const autres = restes.filter(({ cle }) => !cle.startsWith('o:'))
  const sansCommune = autres.flatMap(({ id, cle, themesTexte }) => {
    const ligne = lignes.find((candidate) => candidate.id === id)
    return ligne
      ? [
          {
            ligne,
            themes: themesTexte,
            changements: differences.filter((difference) => difference.cle === cle).map(({ texte }) => texte),
          },
        ]
      : []
  })
  const dans = (genre: FicheCommune['genre']) =>
    sum(fiches.filter((fiche) => fiche.genre === genre).map(({ ligne }) => ligne))
  return {
    fiches: [...fiches.filter(({ sienne }) => sienne), ...fiches.filter(({ sienne }) => !sienne)],
    sansCommune,
    sousTotaux: {
      communes: dans('COMMUNE'),
      organismes: dans('ORGANISME'),
      autres: sum(sansCommune.map(({ ligne }) => ligne)),
    },
    comparable,
    precedent: precedent?.libelle ?? null,
  }
}
