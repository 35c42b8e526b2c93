/** The table of a year: what each post costs, what financers planned and paid, what a vacancy leaves unspent. */
import { yearBounds } from '@/lib/platform/dates'
import type { Bornes } from '@/lib/platform/dates'
import type { Centiemes } from '@/lib/platform/nombres'
import { foldMots } from '@/lib/platform/texte'
import { computeCout, computeCouverture, computeTranchesCout, type Calcul, type Mesure } from './couts'
import { addFractions, roundFraction, ZERO, type Fraction } from './argent'
import { computeAttendu } from './reglages'
import { readEtatReste, type PosteRegle } from '@/lib/cooperation/postes/rules/pourvu'
import { computeMoyenne, roundMoyenne } from '@/lib/cooperation/postes/rules/effectif'
import type { EtatSchema, ModePoste, PeriodeConnue, SituationPoste } from '@/lib/cooperation/schemas/types/regles'
import type {
  AnneeMontants,
  CoutLu,
  Estimation,
  LigneCout,
  MontantLu,
  MontantVue,
  ReglageLu,
  SansEstimation,
  SchemaAnnee,
  TableauCouts,
  TotalCouts,
  TotalFinanceur,
} from '../types'

/** A schéma and its lines, as far as money is concerned. */
export interface SchemaCout extends PeriodeConnue {
  id: number
  ref: string
  libelle: string
  etat: EtatSchema
  total: Centiemes | null
  lignes: readonly {
    id: number
    marge: 'PORTEUR' | 'THEMATIQUE'
    libelle: string
    quotite: Centiemes | null
    situation: SituationPoste
  }[]
}

export interface PosteCout extends PosteRegle {
  id: number
  schema: number
  affectation: number | null
  intitule: string
  mode: ModePoste
}

export interface SourceCouts {
  schemas: readonly SchemaCout[]
  postes: readonly PosteCout[]
  couts: readonly CoutLu[]
  reglages: readonly ReglageLu[]
  montants: readonly MontantLu[]
}

type Brut = { fraction: Fraction } | { manque: SansEstimation }

interface LigneBrute extends Omit<LigneCout, 'cout' | 'nonDepense'> {
  cout: Brut
  nonDepense: Brut
}

const toEstimation = (brut: Brut): Estimation => ('manque' in brut ? brut : { centimes: roundFraction(brut.fraction) })

/** Sums exactly, rounds once. */
function computeTotal(bruts: readonly Brut[]): TotalCouts {
  const connus = bruts.flatMap((brut) => ('manque' in brut ? [] : [brut.fraction]))
  return { centimes: roundFraction(connus.reduce(addFractions, ZERO)), inconnues: bruts.length - connus.length }
}

function toLignePoste(poste: PosteCout, ligne: string | null, couts: readonly CoutLu[], bornes: Bornes): LigneBrute {
  const calcule = (mesure: Mesure): Calcul => computeCout(poste, mesure, couts, bornes)
  const moyenne = computeMoyenne(poste, bornes)
  // An operator is paid without anybody being named: nothing of what is spent can be read from that.
  const confie = moyenne.externalise.centiemesJours > 0
  const inconnue = moyenne.nonPrecise.centiemesJours > 0
  const anonyme = confie && moyenne.pourvu.centiemesJours === 0
  return {
    cle: `poste-${poste.id}`,
    genre: 'POSTE',
    poste: poste.id,
    libelle: poste.intitule,
    ligne,
    quotite: poste.quotite,
    situation: confie ? 'EXTERNALISE' : 'NON_PRECISE',
    pourvu: anonyme || inconnue ? null : roundMoyenne(moyenne.pourvu),
    vacant: anonyme || inconnue ? null : roundMoyenne(moyenne.vacant),
    cout: calcule('prevu'),
    nonDepense: inconnue ? { manque: 'QUOTITE_INCONNUE' } : confie ? { manque: 'EXTERNALISE' } : calcule('vacant'),
  }
}

function listLignes(
  schema: SchemaCout,
  postes: readonly PosteCout[],
  couts: readonly CoutLu[],
  bornes: Bornes,
): LigneBrute[] {
  const porteurs = schema.lignes.filter(({ marge }) => marge === 'PORTEUR')
  const lignes = porteurs.flatMap((ligne): LigneBrute[] => {
    const siens = postes.filter(({ affectation }) => affectation === ligne.id)
    if (siens.length === 0) {
      const { quotite } = ligne
      const cout: Brut =
        quotite === null
          ? { manque: 'SANS_QUOTITE' }
          : computeCout({ quotite, occupations: [] }, 'prevu', couts, bornes)
      const rien = quotite === 0
      return [
        {
          cle: `ligne-${ligne.id}`,
          genre: 'LIGNE',
          poste: null,
          libelle: ligne.libelle,
          ligne: null,
          quotite,
          situation: ligne.situation,
          pourvu: rien ? 0 : null,
          vacant: rien ? 0 : null,
          cout,
          nonDepense: rien ? cout : { manque: 'SANS_POSTE' },
        },
      ]
    }
    const reste = (ligne.quotite ?? 0) - siens.reduce((total, { quotite }) => total + quotite, 0)
    const decrites = siens.map((poste) => toLignePoste(poste, ligne.libelle, couts, bornes))
    if (reste <= 0) return decrites
    const cout = computeCout({ quotite: reste, occupations: [] }, 'prevu', couts, bornes)
    const situation = readEtatReste(ligne.situation)
    const confie = situation === 'EXTERNALISE'
    return [
      ...decrites,
      {
        cle: `reste-${ligne.id}`,
        genre: 'RESTE',
        poste: null,
        libelle: ligne.libelle,
        ligne: ligne.libelle,
        quotite: reste,
        situation,
        pourvu: confie ? null : 0,
        vacant: confie ? null : situation === 'VACANT' ? reste : 0,
        cout,
        nonDepense: confie ? { manque: 'EXTERNALISE' } : cout,
      },
    ]
  })
  return [
    ...lignes,
    ...postes
      .filter(({ affectation }) => affectation === null)
      .map((poste) => toLignePoste(poste, null, couts, bornes)),
  ]
}

function toSchemaAnnee(schema: SchemaCout, bornes: Bornes, an: Bornes, source: SourceCouts): SchemaAnnee {
  const lignes = listLignes(
    schema,
    source.postes.filter((poste) => poste.schema === schema.id),
    source.couts,
    bornes,
  )
  return {
    ref: schema.ref,
    libelle: schema.libelle,
    etat: schema.etat,
    total: schema.total,
    bornes,
    partielle: bornes.debut !== an.debut || bornes.fin !== an.fin,
    lignes: lignes.map((ligne) => ({
      ...ligne,
      cout: toEstimation(ligne.cout),
      nonDepense: toEstimation(ligne.nonDepense),
    })),
    cout: computeTotal(lignes.map(({ cout }) => cout)),
    nonDepense: computeTotal(lignes.map(({ nonDepense }) => nonDepense)),
  }
}

const sumConnus = (valeurs: readonly (number | null)[]): number | null => {
  const connues = valeurs.filter((valeur) => valeur !== null)
  return connues.length === 0 ? null : connues.reduce((total, valeur) => total + valeur, 0)
}

/** Planned and actual of some amounts: unknown ones are counted, never taken as zero. */
export function computeTotalMontants(
  montants: readonly Pick<MontantLu, 'prevu' | 'realise'>[],
): Omit<TotalFinanceur, 'financeur'> {
  return {
    prevu: sumConnus(montants.map(({ prevu }) => prevu)),
    realise: sumConnus(montants.map(({ realise }) => realise)),
    prevuInconnus: montants.filter(({ prevu }) => prevu === null).length,
    realiseInconnus: montants.filter(({ realise }) => realise === null).length,
  }
}

/** One total per financer, in the order they come. */
export function computeFinanceurs(
  montants: readonly Pick<MontantLu, 'financeur' | 'prevu' | 'realise'>[],
): TotalFinanceur[] {
  const parCle = new Map<string, Pick<MontantLu, 'financeur' | 'prevu' | 'realise'>[]>()
  for (const montant of montants)
    parCle.set(foldMots(montant.financeur), [...(parCle.get(foldMots(montant.financeur)) ?? []), montant])
  return [...parCle.values()].map((siens) => ({ financeur: siens[0]?.financeur ?? '', ...computeTotalMontants(siens) }))
}

function computeParAnnee(montants: readonly MontantLu[]): AnneeMontants[] {
  const annees = [...new Set(montants.map(({ annee }) => annee))].sort((a, b) => a - b)
  return annees.map((annee) => {
    const { prevu, realise } = computeTotalMontants(montants.filter((montant) => montant.annee === annee))
    return { annee, prevu, realise }
  })
}

/** The table of one civil year. Schémas that follow one another inside it keep each its own part: their totals are never added. */
export function buildTableauCouts(source: SourceCouts, annee: number): TableauCouts {
  const an = yearBounds(annee)
  const couverts = source.schemas.flatMap((schema) => {
    const bornes = computeCouverture(schema, an)
    return bornes === null ? [] : [{ schema, bornes }]
  })
  const intitules = new Map(source.postes.map(({ id, intitule }) => [id, intitule]))
  const montants = source.montants
    .filter((montant) => montant.annee === annee)
    .map(
      (montant): MontantVue => ({
        ...montant,
        libellePoste: montant.poste === null ? null : (intitules.get(montant.poste) ?? null),
      }),
    )
  const convenus = couverts.map(({ schema, bornes }) => ({ bornes, total: schema.total }))
  return {
    annee,
    schemas: couverts.map(({ schema, bornes }) => toSchemaAnnee(schema, bornes, an, source)),
    sansDate: source.schemas.filter(({ debut }) => debut === null).map(({ libelle }) => libelle),
    coutsAnnee: computeTranchesCout(source.couts, an).flatMap(({ bornes, cout }) => (cout ? [{ cout, bornes }] : [])),
    reglages: source.reglages.map((reglage) => ({
      ...reglage,
      attendu: toEstimation(computeAttendu(reglage, annee, convenus, source.couts)),
    })),
    montants,
    financeurs: computeFinanceurs(montants),
    total: computeTotalMontants(montants),
    parAnnee: computeParAnnee(source.montants),
  }
}
