import fc from 'fast-check'
import type { Dossier } from '@/lib/dossier/schema'
import { codeTheme } from '@/lib/dossier/schema-commun'
import * as schema from '@/lib/dossier/schema-plan'
import { bornes, choix, decimal, enumeration, liste, numerote, ouNul, periode, pick, texte, type Valeur } from './dossier-generator-valeurs'

type PlanDossier = NonNullable<Dossier['plan']>

const statut = enumeration(schema.statutFiche)

const arbitraryMesure = fc
  .tuple(
    fc.record({ periode: texte, valeur: ouNul(decimal()), valeurPrevue: ouNul(decimal()), texte: ouNul(texte), source: ouNul(texte), ventilation: ouNul(texte) }),
    bornes,
  )
  .map(([mesure, dates]) => ({ ...mesure, ...dates }))

const arbitraryIndicateur = fc.record({
  libelle: texte, note: ouNul(texte), etape: choix, nature: enumeration(schema.indicateur.shape.nature), unite: ouNul(texte), evolution: fc.boolean(),
  ventilation: ouNul(texte), sens: ouNul(texte), reference: ouNul(decimal()), cible: ouNul(decimal()), cibleTexte: ouNul(texte),
  source: ouNul(texte), fournisseur: ouNul(texte), mesures: liste(arbitraryMesure, 3),
})

const arbitraryEtape = fc.record({ numero: ouNul(texte), titre: texte, description: ouNul(texte), calendrier: periode, statut })

const arbitraryPilotage = fc.record({ role: enumeration(schema.pilotage.shape.role), texte, organisme: choix, aDefinir: fc.boolean() })

const arbitraryFiche = fc.record({
  axe: fc.nat(), numero: ouNul(texte), titre: texte, titreCourt: ouNul(texte), contexte: ouNul(texte), objectifs: ouNul(texte), description: ouNul(texte),
  publicVise: ouNul(texte), calendrier: periode, statut, avancement: ouNul(fc.nat(100)), enjeuCoordination: ouNul(fc.boolean()), suivi: ouNul(texte),
  themes: fc.shuffledSubarray([...codeTheme.options]), pilotages: liste(arbitraryPilotage, 3), etapes: liste(arbitraryEtape, 3), indicateurs: liste(arbitraryIndicateur, 3),
})

const arbitraryAxe = fc.record({
  parent: choix, numero: ouNul(texte), titre: texte, description: ouNul(texte), objectifs: liste(texte, 2), absence: ouNul(texte), theme: ouNul(enumeration(codeTheme)),
})

/** A tree no deeper than its names of levels: the first axes are at the top, the next may hang on those before. */
function buildAxes(bruts: Valeur<typeof arbitraryAxe>[], niveaux: number): PlanDossier['axes'] {
  const niveau = new Map<string, number>()
  return numerote('axe', bruts).map((axe) => {
    const possibles = [...niveau].filter(([, n]) => n < niveaux).map(([ref]) => ref)
    const parent = pick(possibles, axe.parent)
    niveau.set(axe.ref, parent === null ? 1 : (niveau.get(parent) ?? 0) + 1)
    return { ...axe, parent }
  })
}

/** Étapes and indicators are numbered across the whole dossier. */
function buildFiches(brutes: Valeur<typeof arbitraryFiche>[], axes: PlanDossier['axes'], organismes: readonly string[]): PlanDossier['fiches'] {
  if (axes.length === 0) return []
  return numerote('fiche', brutes).map((fiche) => {
    const etapes = numerote(`${fiche.ref}-etape`, fiche.etapes)
    return {
      ...fiche,
      axe: axes[fiche.axe % axes.length]?.ref ?? '',
      pilotages: fiche.pilotages.map((pilotage) => ({ ...pilotage, organisme: pick(organismes, pilotage.organisme) })),
      etapes,
      indicateurs: numerote(`${fiche.ref}-indicateur`, fiche.indicateurs).map((indicateur) => ({
        ...indicateur, etape: pick(etapes.map(({ ref }) => ref), indicateur.etape),
      })),
    }
  })
}

/** A plan, or none. @param organismes refs of the organismes of the dossier */
export function arbitraryPlan(organismes: readonly string[]): fc.Arbitrary<Dossier['plan']> {
  return ouNul(
    fc
      .record({
        titre: ouNul(texte), niveaux: fc.array(texte, { minLength: 1, maxLength: 3 }), nomFiche: texte, nomEtape: texte, texte: ouNul(texte),
        raisonSansFiche: ouNul(texte), axes: liste(arbitraryAxe, 6), fiches: liste(arbitraryFiche, 4),
      })
      .map((plan) => {
        const axes = buildAxes(plan.axes, plan.niveaux.length)
        return { ...plan, axes, fiches: buildFiches(plan.fiches, axes, organismes) }
      }),
  )
}
