/** What was declared by theme against what the schéma in force agrees on: differences in words, nothing forced. */
import { daysBetween, maxDate, minDate, yearBounds } from '@/lib/platform/dates'
import { formatQuotite, type Centiemes } from '@/lib/platform/nombres'
import { formatListe } from '@/lib/platform/typographie'
import { roundMoyenne, type Moyenne } from '@/lib/cooperation/postes/rules/effectif'
import type { EtatSchema, PeriodeConnue } from '@/lib/cooperation/schemas/types/regles'
import { CODES_THEMES, type CodeTheme } from '@/lib/cooperation/schemas/words'
import { MOTS_TOTAL_SCHEMA } from '@/lib/cooperation/schemas/words'

export interface SchemaAnnee extends PeriodeConnue {
  libelle: string
  etat: EtatSchema
}

/** Days of a civil year that a period covers; an unknown start covers nothing, an open end goes on. */
export function countJours({ debut, fin }: PeriodeConnue, annee: number): number {
  if (debut === null) return 0
  const an = yearBounds(annee)
  const jours = daysBetween(maxDate(debut, an.debut), minDate(fin ?? an.fin, an.fin)) + 1
  return Math.max(0, jours)
}

/**
 * The schéma that a year is compared with: the one that covers most of its days, the later one when two share it
 * equally. A draft agrees on nothing, and is compared with nothing. Two periods are never added up.
 */
export function findSchemaAnnee<T extends SchemaAnnee>(
  schemas: readonly T[],
  annee: number,
): { schema: T | null; autres: T[] } {
  const couvrants = schemas.filter((schema) => schema.etat !== 'BROUILLON' && countJours(schema, annee) > 0)
  const [schema = null] = [...couvrants].sort(
    (a, b) => countJours(b, annee) - countJours(a, annee) || (b.debut ?? '').localeCompare(a.debut ?? ''),
  )
  return { schema, autres: couvrants.filter((autre) => autre !== schema) }
}

export interface EcartTheme {
  theme: CodeTheme
  /** Rounded half up. */
  declare: Centiemes
  /** Null when the schéma gives no figure for this theme. */
  convenu: Centiemes | null
  phrase: string
}

export interface LigneTheme {
  theme: CodeTheme | null
  libelle: string
  quotite: Centiemes | null
}

function formatEcartTheme(declare: Centiemes, convenu: Centiemes | null, mot: string): string {
  if (convenu === null) return 'le schéma ne donne pas ce chiffre'
  if (declare === convenu) return `comme ${mot}`
  const ecart = `${formatQuotite(Math.abs(declare - convenu), { deux: true })} ETP`
  return declare < convenu ? `${ecart} de moins que ${mot}` : `${ecart} de plus que ${mot}`
}

/**
 * Each theme against the lines of the schéma that bear it; lines of no theme are told apart.
 * @param mot what the figures of the schéma are: agreed, or only proposed
 */
export function compareMarge(
  totaux: Record<CodeTheme, Moyenne>,
  lignes: readonly LigneTheme[],
  mot: string = MOTS_TOTAL_SCHEMA.VALIDE,
): { ecarts: EcartTheme[]; horsThemes: string | null } {
  const ecarts = CODES_THEMES.map((theme): EcartTheme => {
    const chiffres = lignes.filter((ligne) => ligne.theme === theme).map(({ quotite }) => quotite)
    const connus = chiffres.filter((quotite) => quotite !== null)
    const convenu =
      chiffres.length > 0 && connus.length === chiffres.length
        ? connus.reduce((somme, quotite) => somme + quotite, 0)
        : null
    const declare = roundMoyenne(totaux[theme])
    return { theme, declare, convenu, phrase: formatEcartTheme(declare, convenu, mot) }
  })
  const sans = lignes.filter(({ theme }) => theme === null)
  const noms = sans.map(
    ({ libelle, quotite }) => `« ${libelle} »${quotite === null ? '' : ` (${formatQuotite(quotite)} ETP)`}`,
  )
  const horsThemes = `Le schéma a aussi ${formatListe(noms)}, hors des thèmes AFAS : rien ne permet de ${sans.length > 1 ? 'les' : 'la'} comparer.`
  return { ecarts, horsThemes: sans.length > 0 ? horsThemes : null }
}
