import { isZeroSansRaison } from '@/lib/cooperation/schemas/rules/equilibre'
import { canonicalDecimal, canonicalPeriode, canonicalPlan } from '@/lib/plan-action/document/rules'
import type { Dossier } from '@/lib/dossier/schema/dossier'
import { competence } from '@/lib/dossier/schema/gouvernance'
import { validation } from '@/lib/dossier/schema/reunion'
import { centiemesFromDecimal } from '@/lib/platform/nombres'

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
      points: reunion.points.map((point) => ({
        ...point,
        decisions: point.decisions.map((decision) => ({ ...decision, cible: canonicalDecimal(decision.cible) })),
      })),
      releves: reunion.releves
        .map((releve) => ({
          ...releve,
          validations: [...releve.validations].sort((a, b) => cotes.indexOf(a.cote) - cotes.indexOf(b.cote)),
        }))
        .sort((a, b) => a.numero - b.numero),
    })),
  }
}

/**
 * A zero of a schéma that is no draft has its reason: a dossier that gives none says « motif non précisé », which is
 * all that is known. So the dossiers of before the rule still come in.
 */
function canonicalSchema(schema: Dossier['schemas'][number]): Dossier['schemas'][number] {
  if (schema.etat === 'BROUILLON') return schema
  return {
    ...schema,
    affectations: schema.affectations.map((ligne) =>
      ligne.quotite !== null &&
      isZeroSansRaison({
        quotite: centiemesFromDecimal(ligne.quotite),
        raison: ligne.note,
        motif: ligne.motifZero,
      })
        ? { ...ligne, motifZero: 'NON_PRECISE' }
        : ligne,
    ),
  }
}

/**
 * Every convention is one with its Caf: a dossier in which the Caf does not sign was written when « false » was what
 * stood where nothing was said. Nobody’s signature is known there but those it names.
 */
function canonicalOrganismes(dossier: Dossier): Dossier['organismes'] {
  const caf = dossier.organismes.find(({ ref }) => ref === dossier.convention.caf)
  if (caf?.signataire !== false) return dossier.organismes
  return dossier.organismes.map((o) => (o.signataire === false ? { ...o, signataire: null } : o))
}

/**
 * The one way to write what can be written in several: an export answers this form, so that two
 * dossiers that say the same thing are the same text.
 */
export function canonicalDossier(dossier: Dossier): Dossier {
  return {
    ...dossier,
    organismes: canonicalOrganismes(dossier),
    chiffres: dossier.chiffres.map((chiffre) => ({ ...chiffre, valeur: canonicalDecimal(chiffre.valeur) })),
    jalons: dossier.jalons.map((jalon) => ({ ...jalon, periode: canonicalPeriode(jalon.periode) })),
    instances: dossier.instances.map(canonicalInstance),
    plan: canonicalPlan(dossier),
    schemas: dossier.schemas.map(canonicalSchema),
    coutsEtp: dossier.coutsEtp.map((cout) => ({ ...cout, montant: canonicalDecimal(cout.montant) })),
    evaluations: dossier.evaluations.map((evaluation) => ({
      ...evaluation,
      periode: canonicalPeriode(evaluation.periode),
    })),
  }
}
