import fc from 'fast-check'
import type { Dossier } from '@/lib/dossier/schema/dossier'
import { codeTheme } from '@/lib/notation/schema'
import { mapTextesSelon } from '@/lib/plan-action/champs/rules/catalogue'
import { appreciation, cote } from '@/lib/plan-action/document/schema/fiche'
import * as schema from '@/lib/plan-action/document/schema/plan'
import { arbitraryIndicateur, buildIndicateurs } from './generator-indicateurs'
import {
  choix,
  date,
  decimal,
  enumeration,
  instant,
  liste,
  numerote,
  ouNul,
  periode,
  pick,
  pickUniques,
  texte,
  type Valeur,
} from './generator-valeurs'

/** What the fiches of a generated plan may cite. */
export interface LiensPlan {
  organismes: readonly string[]
  avenants: readonly string[]
  /** how many documents there are */
  documents: number
  /** names of the communes of the territory */
  communes: readonly string[]
}

type PlanDossier = NonNullable<Dossier['plan']>

const statut = enumeration(schema.statutFiche)

const arbitraryEtape = fc.record({
  numero: ouNul(texte),
  titre: texte,
  description: ouNul(texte),
  calendrier: periode,
  statut,
})

const arbitraryPilotage = fc.record({
  role: enumeration(schema.pilotage.shape.role),
  texte,
  organisme: choix,
  aDefinir: fc.boolean(),
})

const montant = ouNul(decimal({ decimales: 2, negatif: false }))

const arbitraryBudget = fc.record({
  annee: ouNul(fc.integer({ min: 1990, max: 2100 })),
  financeur: texte,
  organisme: choix,
  libelle: ouNul(texte),
  prevu: montant,
  realise: montant,
  source: ouNul(texte),
})

const arbitraryLien = fc.record({
  libelle: texte,
  precision: ouNul(texte),
  adresse: ouNul(fc.webUrl({ validSchemes: ['http', 'https'] })),
})

const arbitraryAppreciation = fc.record({
  cote: enumeration(cote),
  niveau: enumeration(appreciation.shape.niveau),
  texte: ouNul(texte),
  nom: texte,
  instant,
})

const arbitraryFiche = fc.record({
  axe: fc.nat(),
  ...mapTextesSelon(
    () => ouNul(texte),
    () => texte,
  ),
  calendrier: periode,
  statut,
  avancement: ouNul(fc.nat(100)),
  avancementMotif: ouNul(texte),
  enjeuCoordination: ouNul(fc.boolean()),
  aRediger: fc.boolean(),
  redaction: ouNul(fc.record({ motif: ouNul(texte), echeance: ouNul(date), avenant: choix })),
  themes: fc.shuffledSubarray([...codeTheme.options]),
  communes: liste(fc.nat(), 3),
  pilotages: liste(arbitraryPilotage, 3),
  etapes: liste(arbitraryEtape, 3),
  indicateurs: liste(arbitraryIndicateur, 3),
  budget: liste(arbitraryBudget, 2),
  liens: liste(arbitraryLien, 2),
  documents: liste(fc.nat(), 3),
  appreciations: fc.uniqueArray(arbitraryAppreciation, { maxLength: 2, selector: (a) => a.cote }),
})

const arbitraryAxe = fc.record({
  parent: choix,
  numero: ouNul(texte),
  titre: texte,
  description: ouNul(texte),
  objectifs: liste(texte, 2),
  absence: ouNul(texte),
  theme: ouNul(enumeration(codeTheme)),
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
function buildFiches(
  brutes: Valeur<typeof arbitraryFiche>[],
  axes: PlanDossier['axes'],
  { organismes, avenants, documents, communes }: LiensPlan,
): PlanDossier['fiches'] {
  if (axes.length === 0) return []
  const rangs = Array.from({ length: documents }, (_, i) => i + 1)
  const cite = <T extends { organisme: number | null }>(lignes: readonly T[]) =>
    lignes.map((ligne) => ({ ...ligne, organisme: pick(organismes, ligne.organisme) }))
  return numerote('fiche', brutes).map((fiche) => {
    const etapes = numerote(`${fiche.ref}-etape`, fiche.etapes)
    return {
      ...fiche,
      axe: axes[fiche.axe % axes.length]?.ref ?? '',
      redaction: fiche.redaction && { ...fiche.redaction, avenant: pick(avenants, fiche.redaction.avenant) },
      communes: pickUniques(communes, fiche.communes),
      documents: pickUniques(rangs, fiche.documents),
      pilotages: cite(fiche.pilotages),
      budget: cite(fiche.budget),
      etapes,
      indicateurs: buildIndicateurs(
        fiche.indicateurs,
        fiche.ref,
        etapes.map(({ ref }) => ref),
        organismes,
      ),
    }
  })
}

const arbitraryContenu = fc.record({
  titre: ouNul(texte),
  niveaux: fc.array(texte, { minLength: 1, maxLength: 3 }),
  nomFiche: texte,
  nomEtape: texte,
  texte: ouNul(texte),
  raisonSansFiche: ouNul(texte),
  numerotation: enumeration(schema.plan.shape.numerotation.unwrap()),
  prefixe: ouNul(texte),
  axes: liste(arbitraryAxe, 6),
  fiches: liste(arbitraryFiche, 4),
})

function buildContenu(brut: Valeur<typeof arbitraryContenu>, liens: LiensPlan): schema.ContenuPlan {
  const axes = buildAxes(brut.axes, brut.niveaux.length)
  return { ...brut, axes, fiches: buildFiches(brut.fiches, axes, liens) }
}

const arbitraryVersion = fc.record({
  libelle: texte,
  motif: ouNul(texte),
  avenant: choix,
  arreteeLe: date,
  contenu: arbitraryContenu.map((brut) => ({ ...brut, fiches: brut.fiches.slice(0, 1) })),
})

/** A plan with its closed versions, or none. */
export function arbitraryPlan(liens: LiensPlan): fc.Arbitrary<Dossier['plan']> {
  return ouNul(
    fc.tuple(arbitraryContenu, liste(arbitraryVersion, 2)).map(([brut, versions]) => ({
      ...buildContenu(brut, liens),
      // Versions are numbered, and may be written in any order.
      versions: versions.map((version, i) => ({
        ...version,
        numero: 10 - i,
        avenant: pick(liens.avenants, version.avenant),
        contenu: buildContenu(version.contenu, liens),
      })),
    })),
  )
}
