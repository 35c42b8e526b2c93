import { codeTheme } from '@/lib/notation/schema'
import { cote } from './schema/fiche'
import type { ContenuPlan, PlanDossier } from './schema/plan'

/** The one way to write a plan, and values that the rest of a dossier writes too. */

type Periode = { texte: string | null; debut: string | null; fin: string | null } | null

/** A period of which nothing is known is no period. */
export function canonicalPeriode<P extends Periode>(periode: P): P | null {
  return periode !== null && periode.texte === null && periode.debut === null && periode.fin === null ? null : periode
}

/** Zero has no sign. */
export const canonicalDecimal = <D extends string | null>(decimal: D): D | '0' => (decimal === '-0' ? '0' : decimal)

type Fiche = ContenuPlan['fiches'][number]
type Indicateur = Fiche['indicateurs'][number]

/** Sorts by the place of each in a list; what is not there comes last, in the order it was written. */
function createTri<T>(ordre: readonly T[]): (a: T, b: T) => number {
  const rangs = new Map(ordre.map((valeur, i) => [valeur, i]))
  const rang = (valeur: T) => rangs.get(valeur) ?? ordre.length
  return (a, b) => rang(a) - rang(b)
}

interface Tris {
  commune: (a: string, b: string) => number
  organisme: (a: string, b: string) => number
}

function canonicalRedaction(redaction: Fiche['redaction']): Fiche['redaction'] {
  return redaction !== null && redaction.motif === null && redaction.echeance === null && redaction.avenant === null
    ? null
    : redaction
}

function canonicalIndicateur(indicateur: Indicateur, tris: Tris): Indicateur {
  return {
    ...indicateur,
    reference: canonicalDecimal(indicateur.reference),
    cible: canonicalDecimal(indicateur.cible),
    cibles: indicateur.cibles.map((cible) => ({ ...cible, valeur: canonicalDecimal(cible.valeur) })),
    mesures: indicateur.mesures.map((mesure) => ({
      ...mesure,
      valeur: canonicalDecimal(mesure.valeur),
      valeurPrevue: canonicalDecimal(mesure.valeurPrevue),
      accords: [...mesure.accords].sort((a, b) => tris.organisme(a.organisme, b.organisme)),
    })),
  }
}

/** Themes, communes, documents and voices of a fiche, and who agreed to a value, are sets: each is told in one order. */
function canonicalFiche(fiche: Fiche, tris: Tris): Fiche {
  return {
    ...fiche,
    calendrier: canonicalPeriode(fiche.calendrier),
    redaction: canonicalRedaction(fiche.redaction),
    themes: codeTheme.options.filter((theme) => fiche.themes.includes(theme)),
    communes: [...fiche.communes].sort(tris.commune),
    etapes: fiche.etapes.map((etape) => ({ ...etape, calendrier: canonicalPeriode(etape.calendrier) })),
    indicateurs: fiche.indicateurs.map((indicateur) => canonicalIndicateur(indicateur, tris)),
    documents: [...fiche.documents].sort((a, b) => a - b),
    appreciations: [...fiche.appreciations].sort((a, b) => cote.options.indexOf(a.cote) - cote.options.indexOf(b.cote)),
  }
}

/** What the order of a plan's lists follows: that of the communes and of the parties in the dossier. */
interface DossierDuPlan {
  plan: PlanDossier | null
  territoire: { communes: readonly { nom: string }[] }
  organismes: readonly { ref: string }[]
}

/** The plan of a dossier, its lists in the order that an export gives them. */
export function canonicalPlan({ plan, territoire, organismes }: DossierDuPlan): PlanDossier | null {
  if (plan === null) return null
  const tris = {
    commune: createTri(territoire.communes.map(({ nom }) => nom)),
    organisme: createTri(organismes.map(({ ref }) => ref)),
  }
  const canonicalFiches = (fiches: readonly Fiche[]) => fiches.map((fiche) => canonicalFiche(fiche, tris))
  return {
    ...plan,
    fiches: canonicalFiches(plan.fiches),
    versions: plan.versions
      .map((version) => ({
        ...version,
        contenu: { ...version.contenu, fiches: canonicalFiches(version.contenu.fiches) },
      }))
      .sort((a, b) => a.numero - b.numero),
  }
}
