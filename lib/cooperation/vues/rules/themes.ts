/** One schéma, read thématique by thématique. Pure; a quotité written for several thématiques is never split between them. */
import type { DateCivile } from '@/lib/platform/dates'
import { compareSchemas } from '@/lib/cooperation/schemas/rules/comparaison'
import { computeEquilibre } from '@/lib/cooperation/schemas/rules/equilibre'
import { readPartage } from '@/lib/cooperation/schemas/rules/partage'
import { computeEffectif } from '@/lib/cooperation/postes/rules/pourvu'
import { toSchemaRegle, type LigneSchema, type SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import { MOTS_MOTIF } from '@/lib/cooperation/schemas/words'
import type { CodeTheme } from '@/lib/cooperation/schemas/words'
import type { PosteLu } from '@/lib/cooperation/postes/types/postes'
import { foldTexte } from '@/lib/platform/texte'
import type { VueTheme, VueThematiques } from '../types'

/** Words by which the documents name each theme of the reference list; « mobilités » alone is in none. */
const MOTS_THEMES: Record<CodeTheme, RegExp> = {
  PETITE_ENFANCE: /petite enfance|inclusion/i,
  ENFANCE_JEUNESSE: /(?<!petite[\s-]+)enfance|jeunesse/i,
  PARENTALITE: /parentalit/i,
  DROITS_VIE_SOCIALE: /droits|vie sociale|logement|num[ée]rique/i,
  GLOBAL: /coop[ée]ration globale?|\bglobale?\b/i,
}

/** The themes of the reference list that words name; empty when none. */
export function readThemes(texte: string): CodeTheme[] {
  return (Object.keys(MOTS_THEMES) as CodeTheme[]).filter((code) => MOTS_THEMES[code].test(texte))
}

/** A margin line is about a theme of the list, or about its own words. */
const estCite = ({ theme, libelle }: LigneSchema, texte: string): boolean =>
  theme === null
    ? foldTexte(texte).trim() === foldTexte(libelle).trim()
    : readThemes(texte).some((code) => code === theme)

function toTheme(
  ligne: LigneSchema,
  schema: SchemaLu,
  postes: readonly PosteLu[],
  date: DateCivile,
  changements: string[],
): VueTheme {
  const siens = postes.filter(({ themes }) => themes.some((code) => code === ligne.theme))
  const seuls = siens.filter(({ themes }) => themes.length === 1)
  return {
    cle: ligne.cle,
    libelle: ligne.libelle,
    theme: ligne.theme,
    quotite: ligne.quotite,
    note: ligne.note ?? (ligne.motifZero ? MOTS_MOTIF[ligne.motifZero] : null),
    citePar: schema.lignes
      .filter(({ marge, themesTexte }) => marge === 'PORTEUR' && themesTexte.some((texte) => estCite(ligne, texte)))
      .map(({ libelle }) => libelle),
    postes: {
      nombre: seuls.length,
      quotite: seuls.reduce((total, { quotite }) => total + quotite, 0),
      pourvu: seuls.reduce((total, poste) => total + computeEffectif(poste, date).pourvu, 0),
      nonPrecise: seuls.reduce((total, poste) => total + computeEffectif(poste, date).nonPrecise, 0),
    },
    partages: siens.filter(({ themes }) => themes.length > 1).map(({ intitule, quotite }) => ({ intitule, quotite })),
    parts: schema.croisements
      .filter(({ thematique, quotite }) => thematique === ligne.libelle && quotite > 0)
      .map(({ porteur, quotite }) => ({ porteur, quotite })),
    changements,
  }
}

function explainCroise(schema: SchemaLu): string | null {
  if (schema.croisements.length > 0) return null
  const [porteur, thematique] = (['PORTEUR', 'THEMATIQUE'] as const).map((marge) =>
    schema.lignes.some((ligne) => ligne.marge === marge && ligne.quotite !== null),
  )
  if (porteur && thematique) {
    return 'Le schéma partage le même total deux fois, par commune et par thématique, sans dire ce que chaque commune consacre à chacune : les thématiques écrites à côté d’une commune n’ont pas de quotité propre, et rien ne permet de la calculer.'
  }
  if (porteur)
    return 'Le schéma ne partage le total que par commune : ce qui revient à chaque thématique n’est pas connu et ne se déduit pas.'
  if (thematique && readPartage(schema.lignes) === 'PART')
    return 'Le schéma ne partage le total qu’entre ces actions : qui porte chacune n’est pas connu et ne se déduit pas.'
  if (thematique)
    return 'Le schéma ne partage le total que par thématique : qui porte chacune n’est pas connu et ne se déduit pas.'
  return 'Le schéma ne donne que le total : ni la part de chaque commune, ni celle de chaque thématique ne sont connues.'
}

/**
 * Thématiques of one schéma at a date.
 * @param postes posts of this schéma only
 */
export function buildVueThematiques({
  schema,
  precedent,
  postes,
  date,
}: {
  schema: SchemaLu
  precedent: SchemaLu | null
  postes: readonly PosteLu[]
  date: DateCivile
}): VueThematiques {
  const lignes = schema.lignes.filter(({ marge }) => marge === 'THEMATIQUE')
  const comparable = precedent?.lignes.some(({ marge }) => marge === 'THEMATIQUE') ?? false
  const differences =
    comparable && precedent
      ? compareSchemas(toSchemaRegle(precedent), toSchemaRegle(schema)).filter(({ lieu }) => lieu === 'THEMATIQUE')
      : []
  const ecrits = [
    ...new Set(schema.lignes.filter(({ marge }) => marge === 'PORTEUR').flatMap(({ themesTexte }) => themesTexte)),
  ]
  return {
    partage: readPartage(schema.lignes),
    lignes: lignes.map((ligne) =>
      toTheme(
        ligne,
        schema,
        postes,
        date,
        differences.filter(({ cle }) => cle === ligne.cle).map(({ texte }) => texte),
      ),
    ),
    somme: computeEquilibre(toSchemaRegle(schema)).marges.THEMATIQUE,
    horsListe: ecrits.filter((texte) => !lignes.some((ligne) => estCite(ligne, texte))),
    postesSansTheme: postes.filter(({ themes }) => themes.length === 0).length,
    croise: schema.croisements.length > 0,
    pourquoi: explainCroise(schema),
  }
}
