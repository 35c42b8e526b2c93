import type { Dossier } from './schema'
import { codeTheme } from './schema-commun'
import { competence } from './schema-gouvernance'
import { validation } from './schema-reunion'

type Periode = { texte: string | null; debut: string | null; fin: string | null } | null

/** A period of which nothing is known is no period. */
function canonicalPeriode<P extends Periode>(periode: P): P | null {
  return periode !== null && periode.texte === null && periode.debut === null && periode.fin === null ? null : periode
}

/** Zero has no sign. */
const canonicalDecimal = <D extends string | null>(decimal: D): D | '0' => (decimal === '-0' ? '0' : decimal)

type Plan = NonNullable<Dossier['plan']>
type Fiche = Plan['fiches'][number]

function canonicalFiche(fiche: Fiche): Fiche {
  return {
    ...fiche,
    calendrier: canonicalPeriode(fiche.calendrier),
    // Themes of a fiche are a set: they are told in the order of the reference.
    themes: codeTheme.options.filter((theme) => fiche.themes.includes(theme)),
    etapes: fiche.etapes.map((etape) => ({ ...etape, calendrier: canonicalPeriode(etape.calendrier) })),
    indicateurs: fiche.indicateurs.map((indicateur) => ({
      ...indicateur,
      reference: canonicalDecimal(indicateur.reference),
      cible: canonicalDecimal(indicateur.cible),
      mesures: indicateur.mesures.map((mesure) => ({
        ...mesure,
        valeur: canonicalDecimal(mesure.valeur),
        valeurPrevue: canonicalDecimal(mesure.valeurPrevue),
      })),
    })),
  }
}

type Instance = Dossier['instances'][number]

function canonicalInstance(instance: Instance): Instance {
  const matieres = competence.shape.matiere.options
  const cotes = validation.shape.cote.options
  return {
    ...instance,
    // What an instance decides of, the versions of minutes and their two sides are sets: each is told in one order.
    competences: [...instance.competences].sort((a, b) => matieres.indexOf(a.matiere) - matieres.indexOf(b.matiere)),
    reunions: instance.reunions.map((reunion) => ({
      ...reunion,
      points: reunion.points.map((point) => ({ ...point, decisions: point.decisions.map((decision) => ({ ...decision, cible: canonicalDecimal(decision.cible) })) })),
      releves: reunion.releves
        .map((releve) => ({ ...releve, validations: [...releve.validations].sort((a, b) => cotes.indexOf(a.cote) - cotes.indexOf(b.cote)) }))
        .sort((a, b) => a.numero - b.numero),
    })),
  }
}

/**
 * The one way to write what can be written in several: an export answers this form, so that two
 * dossiers that say the same thing are the same text.
 */
export function canonicalDossier(dossier: Dossier): Dossier {
  return {
    ...dossier,
    chiffres: dossier.chiffres.map((chiffre) => ({ ...chiffre, valeur: canonicalDecimal(chiffre.valeur) })),
    jalons: dossier.jalons.map((jalon) => ({ ...jalon, periode: canonicalPeriode(jalon.periode) })),
    instances: dossier.instances.map(canonicalInstance),
    plan: dossier.plan && { ...dossier.plan, fiches: dossier.plan.fiches.map(canonicalFiche) },
    coutsEtp: dossier.coutsEtp.map((cout) => ({ ...cout, montant: canonicalDecimal(cout.montant) })),
    evaluations: dossier.evaluations.map((evaluation) => ({ ...evaluation, periode: canonicalPeriode(evaluation.periode) })),
  }
}
