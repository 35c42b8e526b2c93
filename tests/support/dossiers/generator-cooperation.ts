import fc from 'fast-check'
import type { Dossier } from '@/lib/dossier/schema/dossier'
import { codeTheme } from '@/lib/notation/schema'
import * as schema from '@/lib/dossier/schema/cooperation'
import {
  choix,
  enumeration,
  formatCentiemes,
  liste,
  numerote,
  ouNul,
  pick,
  texte,
  type Valeur,
} from './generator-valeurs'

type Schema = Dossier['schemas'][number]
type Affectation = Schema['affectations'][number]

/** At most 20 ETP for a line or a cell: a total then stays below 999,99. */
const centiemes = fc.nat(2_000)

const arbitraryLigne = fc.record({
  libelle: texte,
  organisme: choix,
  theme: ouNul(enumeration(codeTheme)),
  quotite: ouNul(centiemes),
  note: ouNul(texte),
  themesTexte: liste(texte, 2),
  motifZero: ouNul(enumeration(schema.affectation.shape.motifZero.unwrap().unwrap())),
  situation: enumeration(schema.affectation.shape.situation.unwrap()),
})
type Ligne = Valeur<typeof arbitraryLigne>

const arbitraryPoste = fc.record({
  intitule: texte,
  quotite: fc.integer({ min: 1, max: 300 }),
  organisme: choix,
  affectation: choix,
  note: ouNul(texte),
  mode: enumeration(schema.poste.shape.mode.unwrap()),
  themes: fc.uniqueArray(enumeration(codeTheme), { maxLength: 3 }).map((themes) => themes.sort()),
  missions: fc
    .uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 })
    .map((missions) => missions.sort((a, b) => a - b)),
  occupations: liste(
    fc.record({
      personne: texte,
      part: fc.integer({ min: 1, max: 100 }),
      ouverte: fc.boolean(),
      absente: fc.boolean(),
      remplacante: ouNul(texte),
    }),
    3,
  ),
})

const arbitraryBrut = fc.record({
  libelle: texte,
  periodeTexte: ouNul(texte),
  debutConnu: fc.boolean(),
  finConnue: fc.boolean(),
  etat: enumeration(schema.schemaCooperation.shape.etat),
  anterieur: fc.boolean(),
  note: ouNul(texte),
  source: ouNul(texte),
  forme: fc.constantFrom(
    'TOTAL' as const,
    'PORTEUR' as const,
    'THEMATIQUE' as const,
    'DEUX' as const,
    'CROISE' as const,
  ),
  total: centiemes,
  porteurs: fc.array(arbitraryLigne, { minLength: 1, maxLength: 4 }),
  thematiques: fc.array(arbitraryLigne, { minLength: 1, maxLength: 3 }),
  cases: fc.array(ouNul(centiemes), { minLength: 12, maxLength: 12 }),
  existant: ouNul(fc.nat(100)),
  developpements: fc.array(fc.record({ libelle: texte, organisme: choix, part: fc.nat(100) }), { maxLength: 3 }),
  postes: liste(arbitraryPoste, 3),
})
type Brut = Valeur<typeof arbitraryBrut>

/** Splits a whole number of hundredths in as many parts, the last taking what is left. */
function split(total: number, parts: readonly number[]): number[] {
  let reste = total
  return parts.map((part, i) => {
    const valeur = i === parts.length - 1 ? reste : Math.min(reste, part)
    reste -= valeur
    return valeur
  })
}

interface Repartition {
  total: number
  affectations: (Omit<Ligne, 'organisme'> & { marge: Affectation['marge']; organisme: string | null })[]
  croisements: { porteur: string; thematique: string; quotite: number }[]
}

/** Lines of both margins and cells that agree with one total, in the form the document gives it. */
function buildRepartition(brut: Brut, organismes: readonly string[]): Repartition {
  const lignes = (marge: Affectation['marge'], brutes: readonly Ligne[]) =>
    brutes.map((ligne, i) => ({
      ...ligne,
      marge,
      libelle: `${ligne.libelle.slice(0, 200)} ${i}`,
      organisme: pick(organismes, ligne.organisme),
    }))
  const porteurs = lignes('PORTEUR', brut.porteurs)
  const thematiques = lignes('THEMATIQUE', brut.thematiques)
  if (brut.forme === 'TOTAL') return { total: brut.total, affectations: [], croisements: [] }
  if (brut.forme === 'CROISE') {
    const croisements = porteurs.flatMap((porteur, i) =>
      thematiques.flatMap((thematique, j) => {
        const quotite = brut.cases[i * 3 + j] ?? null
        return quotite === null ? [] : [{ porteur: porteur.libelle, thematique: thematique.libelle, quotite }]
      }),
    )
    const somme = (cle: 'porteur' | 'thematique', libelle: string) =>
      croisements.filter((c) => c[cle] === libelle).reduce((total, { quotite }) => total + quotite, 0)
    const affectations = [
      ...porteurs.map((ligne) => ({ ...ligne, quotite: somme('porteur', ligne.libelle) })),
      ...thematiques.map((ligne) => ({ ...ligne, quotite: somme('thematique', ligne.libelle) })),
    ]
    const total = croisements.reduce((sum, { quotite }) => sum + quotite, 0)
    // An empty cross table is none, and then binds no line.
    return { total, affectations, croisements }
  }
  const repartit = (marge: typeof porteurs) => {
    const connues = marge.filter(({ quotite }) => quotite !== null)
    const parts = split(
      brut.total,
      connues.map(({ quotite }) => quotite ?? 0),
    )
    return marge.map((ligne) => ({
      ...ligne,
      quotite: ligne.quotite === null ? null : (parts[connues.indexOf(ligne)] ?? 0),
    }))
  }
  const affectations = [
    ...(brut.forme === 'THEMATIQUE' ? [] : repartit(porteurs)),
    ...(brut.forme === 'PORTEUR' ? [] : repartit(thematiques)),
  ]
  return { total: brut.total, affectations, croisements: [] }
}

type OccupationDossier = Schema['postes'][number]['occupations'][number]

/** One after the other, never more than the post, its line, nor full time; some absent for a while, and replaced. */
function buildOccupations(
  { occupations }: Brut['postes'][number],
  plafond: number,
  annee: number,
  cle: string,
): OccupationDossier[] {
  if (plafond < 1) return []
  const titulaires = occupations.map(
    ({ personne, part, ouverte, absente }, i): OccupationDossier => ({
      personne: `${personne} ${cle}-${i}`,
      // Who holds a post may be known, and for how much of it not.
      quotite: part % 5 === 0 ? null : formatCentiemes(Math.max(1, Math.trunc((plafond * part) / 100))),
      debut: `${annee}-0${i + 1}-01`,
      fin: ouverte && i === occupations.length - 1 ? null : `${annee}-0${i + 1}-28`,
      remplace: null,
      absences: absente ? [{ debut: `${annee}-0${i + 1}-05`, fin: `${annee}-0${i + 1}-20` }] : [],
    }),
  )
  const remplacements = titulaires.flatMap(({ quotite, absences }, i): OccupationDossier[] => {
    const { remplacante = null } = occupations[i] ?? {}
    if (remplacante === null || absences.length === 0) return []
    return [
      {
        personne: `${remplacante} ${cle}-r${i}`,
        quotite,
        debut: `${annee}-0${i + 1}-06`,
        fin: `${annee}-0${i + 1}-19`,
        remplace: i,
        absences: [],
      },
    ]
  })
  return [...titulaires, ...remplacements]
}

/**
 * Each has two years of its own, so that none overlaps another; the last one alone may have no end. What belongs to the
 * previous convention is wholly before it: here, where nothing dates it.
 */
function buildSchema(
  dessin: Brut & { ref: string },
  i: number,
  organismes: readonly string[],
  derniere: boolean,
): Schema {
  const annee = 2020 + 2 * i
  // Developments add to what exists, but in a draft and in history.
  const seuls = dessin.existant === null && (dessin.etat === 'PROPOSE' || dessin.etat === 'VALIDE')
  const brut = { ...dessin, developpements: seuls ? [] : dessin.developpements }
  const finConnue = brut.finConnue || (brut.debutConnu && !derniere)
  const { total, affectations, croisements } = buildRepartition(brut, organismes)
  const developpements =
    brut.existant === null
      ? brut.developpements.map(({ part }) => part)
      : split(
          total - Math.min(total, brut.existant),
          brut.developpements.map(({ part }) => part),
        )
  // Nothing developed: what exists is the whole.
  const existant =
    brut.existant === null ? null : brut.developpements.length === 0 ? total : Math.min(total, brut.existant)
  const porteurs = affectations.filter(({ marge }) => marge === 'PORTEUR')
  // A line is shared by three posts at most: each may fill a third of it.
  const computePlafond = (quotite: number, libelle: string | null) => {
    const ligne = porteurs.find((porteur) => porteur.libelle === libelle)?.quotite ?? null
    return Math.min(quotite, 100, ligne === null ? 100 : Math.trunc(ligne / 3))
  }
  return {
    ref: brut.ref,
    libelle: brut.libelle,
    debut: brut.debutConnu ? `${annee}-01-01` : null,
    fin: finConnue ? `${annee + 1}-12-31` : null,
    periodeTexte: brut.periodeTexte,
    total: formatCentiemes(total),
    existant: existant === null ? null : formatCentiemes(existant),
    developpements: brut.developpements.map(({ libelle, organisme }, j) => ({
      libelle,
      organisme: pick(organismes, organisme),
      quotite: formatCentiemes(developpements[j] ?? 0),
    })),
    etat: brut.etat,
    anterieur: brut.anterieur && !brut.debutConnu && !finConnue,
    note: brut.note,
    source: brut.source,
    affectations: affectations.map((ligne) => ({
      ...ligne,
      quotite: ligne.quotite === null ? null : formatCentiemes(ligne.quotite),
    })),
    croisements: croisements.map((c) => ({ ...c, quotite: formatCentiemes(c.quotite) })),
    postes: numerote(`${brut.ref}-poste`, brut.postes).map(({ quotite, occupations, ...poste }) => {
      const affectation = pick(
        porteurs.map(({ libelle }) => libelle),
        poste.affectation,
      )
      return {
        ...poste,
        quotite: formatCentiemes(quotite),
        organisme: pick(organismes, poste.organisme),
        affectation,
        occupations: buildOccupations(
          { ...poste, quotite, occupations },
          computePlafond(quotite, affectation),
          annee,
          poste.ref,
        ),
      }
    }),
  }
}

/** Schémas in every state: those that are more than a draft balance exactly. */
export function arbitrarySchemas(organismes: readonly string[]): fc.Arbitrary<Schema[]> {
  return liste(arbitraryBrut, 3).map((bruts) =>
    numerote('schema', bruts).map((brut, i) => buildSchema(brut, i, organismes, i === bruts.length - 1)),
  )
}

const montant = fc.nat(9_999_999).map((centimes) => formatCentiemes(centimes))
const annees = fc.integer({ min: 2020, max: 2030 })

const arbitrarySuiteBrute = fc.record({
  reglages: liste(
    fc.record({
      financeur: texte,
      organisme: choix,
      nature: enumeration(schema.reglageFinancement.shape.nature),
      part: fc.nat(10_000),
      debutConnu: fc.boolean(),
      source: texte,
    }),
    3,
  ),
  financements: liste(
    fc.record({
      annee: annees,
      poste: choix,
      organisme: choix,
      financeur: texte,
      prevu: ouNul(montant),
      realise: ouNul(montant),
      note: ouNul(texte),
    }),
    4,
  ),
  parts: liste(fc.record({ annee: annees, personne: choix, theme: enumeration(codeTheme), part: fc.nat(10_000) }), 4),
  activites: liste(fc.record({ annee: annees, mission: fc.integer({ min: 1, max: 12 }), personne: choix, texte }), 4),
  bilans: fc.uniqueArray(
    fc.record({
      annee: annees,
      effets: ouNul(texte),
      objectifs: ouNul(texte),
      moyens: ouNul(texte),
      difficultes: ouNul(texte),
      suites: ouNul(texte),
    }),
    { maxLength: 3, selector: ({ annee }) => annee },
  ),
})

type Suite = Pick<Dossier, 'reglagesFinancement' | 'financements' | 'repartitionsAfas' | 'activites' | 'bilansFonction'>

/** What stands beside the schémas, about their posts and their people. */
export function arbitrarySuite(organismes: readonly string[], schemas: readonly Schema[]): fc.Arbitrary<Suite> {
  const postes = schemas.flatMap((s) => s.postes)
  const personnes = [...new Set(postes.flatMap(({ occupations }) => occupations.map(({ personne }) => personne)))]
  return arbitrarySuiteBrute.map(
    ({ reglages, financements, parts, activites, bilans }): Suite => ({
      reglagesFinancement: reglages.map(({ organisme, part, debutConnu, ...reglage }) => ({
        ...reglage,
        organisme: pick(organismes, organisme),
        valeur: formatCentiemes(part),
        valableDu: debutConnu ? '2022-01-01' : null,
        valableAu: null,
      })),
      financements: financements.map(({ poste, organisme, ...f }) => ({
        ...f,
        poste: pick(
          postes.map(({ ref }) => ref),
          poste,
        ),
        organisme: pick(organismes, organisme),
      })),
      repartitionsAfas: parts.flatMap(({ personne, part, ...p }, i) => {
        const nom = pick(personnes, personne)
        // One part for a person, a year and a theme: the rank keeps the years apart.
        return nom === null
          ? []
          : [{ annee: p.annee + 11 * i, personne: nom, theme: p.theme, part: formatCentiemes(part) }]
      }),
      activites: activites.map(({ personne, ...activite }) => ({ ...activite, personne: pick(personnes, personne) })),
      bilansFonction: bilans,
    }),
  )
}
