import type { Tone } from '@/components/ui/tokens'
import type { ModePoste } from '@/lib/cooperation/postes/types/postes'
import type { DebutVacance, PosteVue, Titulaire } from '@/lib/cooperation/postes/types/ecran'
import type { Effectif } from '@/lib/cooperation/postes/rules/pourvu'
import { MOTS_MODE_POSTE, MOTS_SITUATION_POSTE } from '@/lib/cooperation/schemas/words'
import { formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatListe } from '@/lib/platform/typographie'
import { THEMES } from '../mots'

/** Posts and people in words. */

export const MODES: Record<ModePoste, { mot: string; aide: string }> = {
  DIRECT: { mot: MOTS_MODE_POSTE.DIRECT, aide: 'le porteur emploie la personne' },
  EXTERNALISE: { mot: MOTS_MODE_POSTE.EXTERNALISE, aide: 'un opérateur extérieur est payé pour ce travail' },
  PARTAGE: { mot: MOTS_MODE_POSTE.PARTAGE, aide: 'plusieurs porteurs partagent la personne' },
  NON_PRECISE: { mot: MOTS_MODE_POSTE.NON_PRECISE, aide: '' },
}

export const NOMS_THEMES: { code: PosteVue['themes'][number]; nom: string }[] = [
  ...THEMES.flatMap(({ code, nom }) => (isTheme(code) ? [{ code, nom }] : [])),
  { code: 'GLOBAL', nom: 'Coopération globale' },
]

function isTheme(code: string): code is PosteVue['themes'][number] {
  return ['PETITE_ENFANCE', 'ENFANCE_JEUNESSE', 'PARENTALITE', 'DROITS_VIE_SOCIALE', 'GLOBAL'].includes(code)
}

/** The word beside a quotité in hundredths: singular below two. */
export const formatAccordEtp = (centiemes: number, mot: string): string => (centiemes < 200 ? mot : `${mot}s`)

export const formatEtp = (centiemes: number | null): string =>
  centiemes === null ? 'non précisé' : `${formatQuotite(centiemes)} ETP`

const QUOTITE_INCONNUE = 'quotité non précisée'

/** What somebody holds: a person may be known and the quotité not. */
export const formatTenue = (centiemes: number | null): string =>
  centiemes === null ? QUOTITE_INCONNUE : `${formatQuotite(centiemes)} ETP`

/** « du 1er janvier 2027 au 31 août 2027 », « depuis le 1er janvier 2027 ». */
export function formatDuree({ debut, fin }: { debut: DateCivile; fin: DateCivile | null }): string {
  return fin === null
    ? `à partir du ${formatDateCourte(debut)}`
    : `du ${formatDateCourte(debut)} au ${formatDateCourte(fin)}`
}

/** Since when something is vacant, in words; empty when nothing is. */
export function formatVacance(depuis: DebutVacance): string {
  if (depuis === null) return ''
  return depuis === 'INCONNU' ? 'depuis une date inconnue' : `depuis le ${formatDateCourte(depuis)}`
}

function formatTitulaire({ nom, quotite, absentJusque, remplacants }: Titulaire): string {
  const base = `${nom}, ${formatTenue(quotite)}`
  if (absentJusque === undefined) return base
  const absence = absentJusque === null ? 'absence en cours' : `absence jusqu’au ${formatDateCourte(absentJusque)}`
  const relais = remplacants.map(
    (qui) => `${qui.nom} (${qui.quotite === null ? QUOTITE_INCONNUE : formatQuotite(qui.quotite)})`,
  )
  return `${base}, ${absence}${relais.length > 0 ? `, remplacement par ${formatListe(relais)}` : ', sans remplacement'}`
}

/** What a post is at a date, in one sentence. */
export function formatEtatPoste({ quotite, effectif, vacantDepuis, titulaires }: PosteVue, date: DateCivile): string {
  const qui =
    titulaires.length > 0
      ? formatListe(titulaires.map(formatTitulaire))
      : effectif.externalise > 0
        ? 'confié à un opérateur extérieur, personne n’est nommé'
        : 'personne n’est en poste'
  const vacance =
    effectif.vacant > 0
      ? ` ; ${formatQuotite(effectif.vacant)} sur ${formatQuotite(quotite)} ETP vacant ${formatVacance(vacantDepuis)}`
      : ''
  return `Le ${formatDateCourte(date)} : ${qui}${vacance}.`
}

/** The state of a line or a post as a badge. */
export function readEtat(effectif: Effectif): { mot: string; tone: Tone } {
  const { pourvu, vacant, jamaisPourvu, externalise, nonPrecise } = effectif
  if (vacant > 0)
    return {
      mot: pourvu + externalise + jamaisPourvu === 0 ? MOTS_SITUATION_POSTE.VACANT : `${formatQuotite(vacant)} vacant`,
      tone: 'warn',
    }
  if (jamaisPourvu > 0)
    return {
      mot:
        pourvu + externalise === 0
          ? MOTS_SITUATION_POSTE.JAMAIS_POURVU
          : `${formatQuotite(jamaisPourvu)} jamais pourvu`,
      tone: 'warn',
    }
  if (nonPrecise > 0)
    return {
      mot:
        pourvu + externalise === 0
          ? MOTS_SITUATION_POSTE.NON_PRECISE
          : `${formatQuotite(nonPrecise)} ${MOTS_SITUATION_POSTE.NON_PRECISE}`,
      tone: 'neutral',
    }
  if (externalise > 0)
    return {
      mot:
        pourvu === 0
          ? `${MOTS_SITUATION_POSTE.EXTERNALISE}, personne n’est nommé`
          : `${formatQuotite(externalise)} ${MOTS_SITUATION_POSTE.EXTERNALISE}`,
      tone: 'neutral',
    }
  if (effectif.present < effectif.pourvu)
    return {
      mot: `pourvu, ${formatQuotite(effectif.pourvu - effectif.present)} ${formatAccordEtp(effectif.pourvu - effectif.present, 'absent')}`,
      tone: 'info',
    }
  return { mot: MOTS_SITUATION_POSTE.POURVU, tone: 'ok' }
}
