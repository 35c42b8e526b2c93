import 'server-only'
import { computeAnneeVue } from '@/lib/convention/phase/rules/annee'
import { yearOf, type DateCivile } from '@/lib/platform/dates'
import { computeReach } from '@/lib/platform/identite/politique'
import { defineQuery } from '@/lib/platform/query'
import type { IndicateurEcrit, MesureEcrite } from '@/lib/plan-action/fiche/sql/indicateurs'
import { sqlGrille, type GrilleLue } from './sql'
import { findCourante, isConfirmable, listCotes } from './rules/grille'
import { formatSaisie } from './rules/mesure'
import { findPeriode, listPeriodes } from './rules/periode'
import { computeTotal } from '@/lib/plan-action/indicateurs/rules/ventilation'
import { filtresGrilleSchema } from '@/lib/plan-action/indicateurs/schema'
import type { Cote } from '@/lib/plan-action/indicateurs/words'
import type { CelluleGrille, ColonneGrille, GroupeGrille, RangeeGrille, VueGrille } from './types/grille'

/** Lines on one page of the grid: all those of most plans. */
const TAILLE_PAGE = 60

interface Regard {
  colonnes: readonly ColonneGrille[]
  cotes: readonly Cote[]
}

function buildCellule(
  nature: IndicateurEcrit['nature'],
  mesures: MesureEcrite[],
  confirmable: boolean,
): CelluleGrille | null {
  const courante = findCourante(mesures, confirmable)
  if (!courante) return null
  const autre = mesures.findLast(({ id, etat }) => id !== courante.id && etat !== courante.etat)
  return {
    courante: {
      id: courante.id,
      version: courante.version,
      saisie: formatSaisie(nature, courante),
      etat: courante.etat,
      source: courante.source,
    },
    motif: courante.etat === 'PROPOSEE' ? courante.motif : (autre?.motif ?? null),
    auteur: courante.etat === 'PROPOSEE' ? courante.auteur : (autre?.auteur ?? null),
    autre: autre ? formatSaisie(nature, autre) : null,
  }
}

/** The values of one row by column, and how many are elsewhere. */
function placeMesures(
  { nature, mesures, confirmation }: IndicateurEcrit,
  ventilation: string | null,
  { colonnes, cotes }: Regard,
) {
  const siennes = mesures.filter((mesure) => mesure.ventilation === ventilation)
  const parPeriode = new Map<string, MesureEcrite[]>()
  for (const mesure of siennes) {
    const cle = findPeriode(mesure.debut, mesure.fin)?.cle ?? ''
    parPeriode.set(cle, [...(parPeriode.get(cle) ?? []), mesure])
  }
  const cellules: Record<string, CelluleGrille> = {}
  for (const { cle } of colonnes) {
    const cellule = buildCellule(nature, parPeriode.get(cle) ?? [], isConfirmable(confirmation, cotes))
    if (cellule) cellules[cle] = cellule
  }
  const placees = colonnes.reduce((somme, { cle }) => somme + (parPeriode.get(cle)?.length ?? 0), 0)
  return { cellules, autresValeurs: siennes.length - placees }
}

/** What the parts add up to at each column, where all are known. */
function sumParts({ nature, ventiles, mesures }: IndicateurEcrit, { colonnes }: Regard): Record<string, string> {
  if (ventiles.length === 0) return {}
  return Object.fromEntries(
    colonnes.flatMap(({ cle }) => {
      const siennes = mesures.filter(
        ({ debut, fin, etat, ventilation }) =>
          ventilation !== null && etat === 'CONFIRMEE' && findPeriode(debut, fin)?.cle === cle,
      )
      const { total } = computeTotal(
        nature,
        ventiles,
        new Map(siennes.map(({ ventilation, valeur }) => [ventilation ?? '', valeur])),
      )
      return total === null ? [] : [[cle, formatSaisie(nature, { valeur: total, prevue: null, texte: null })]]
    }),
  )
}

function formatCible({ nature, cible, cibleTexte, cibles }: IndicateurEcrit): string | null {
  const ecrire = (valeur: string | null, texte: string | null) =>
    valeur === null
      ? texte
      : formatSaisie(nature === 'PREVU_REALISE' ? 'NOMBRE' : nature, { valeur, prevue: null, texte: null })
  return (
    [ecrire(cible, cibleTexte), ...cibles.map(({ periode, valeur, texte }) => `${ecrire(valeur, texte)} (${periode})`)]
      .filter(Boolean)
      .join(', ') || null
  )
}

/** The rows of one indicator: itself, then the parts of its breakdown. */
function buildRangees(
  indicateur: IndicateurEcrit,
  genre: 'LIGNE' | 'PARTIE',
  saisissable: boolean,
  regard: Regard,
): RangeeGrille[] {
  const { id, ref, libelle, nature, unite, source, frequence, confirmation, ventiles, reference, referenceTexte } =
    indicateur
  const parts = saisissable ? ventiles : []
  const commun = {
    indicateur: id,
    ref,
    nature,
    unite,
    source,
    frequence,
    confirmation: isConfirmable(confirmation, regard.cotes) ? null : confirmation,
  }
  const depart =
    reference === null
      ? null
      : formatSaisie(nature === 'PREVU_REALISE' ? 'NOMBRE' : nature, { valeur: reference, prevue: null, texte: null })
  return [
    {
      ...commun,
      cle: String(id),
      genre,
      libelle,
      saisissable,
      ventilation: null,
      parts: parts.length,
      reference: [depart, referenceTexte].filter(Boolean).join(', ') || null,
      cible: formatCible(indicateur),
      totaux: sumParts(indicateur, regard),
      ...placeMesures(indicateur, null, regard),
    },
    ...parts.map(
      (part, rang): RangeeGrille => ({
        ...commun,
        cle: `${id}-${rang}`,
        genre: 'PART',
        libelle: part,
        saisissable: true,
        ventilation: part,
        parts: 0,
        reference: null,
        cible: null,
        totaux: {},
        ...placeMesures(indicateur, part, regard),
      }),
    ),
  ]
}

function computeAnnees(
  { debut, fin }: { debut: DateCivile | null; fin: DateCivile | null },
  annee: number,
): { debut: number; fin: number } {
  const premiere = debut === null ? annee - 2 : yearOf(debut)
  const derniere = fin === null ? annee + 1 : yearOf(fin)
  // A convention of ten years does not make ten columns narrower than a number.
  return { debut: Math.max(premiere, derniere - 7), fin: derniere }
}

/** The grid of values of a convention, of a fiche, of an axe: one row per line, one column per period. */
export const getGrilleIndicateurs = defineQuery({
  nom: 'getGrilleIndicateurs',
  operation: 'plan.lire',
  portee: 'CONVENTION',
  input: filtresGrilleSchema,
  run: async (
    { tx, acteur, convention, today },
    { pas, page, fiche, axe, fournisseur, etat, ...input },
  ): Promise<VueGrille> => {
    const annee = input.annee ?? computeAnneeVue({ debut: convention.debut, fin: convention.fin }, today)
    const annees = computeAnnees({ debut: convention.debut, fin: convention.fin }, annee)
    const [lue] = await tx.$queryRaw<GrilleLue[]>(
      sqlGrille(convention.id, { annee, fiche, axe, fournisseur, etat, page, taille: TAILLE_PAGE }),
    )
    if (!lue) throw new Error('no row')
    const colonnes = listPeriodes(pas === 'an' ? annees : { debut: annee, fin: annee }, pas).map(
      ({ cle, libelle, debut }): ColonneGrille => ({ cle, libelle, future: debut > today }),
    )
    const regard: Regard = { colonnes, cotes: listCotes(convention.roles) }
    const reach = computeReach('fiche.ecrire', convention.roles)
    const groupes: GroupeGrille[] = []
    for (const ligne of lue.lignes) {
      const dernier = groupes.at(-1)
      const groupe =
        dernier && dernier.fiche?.id === ligne.fiche?.id
          ? dernier
          : {
              fiche: ligne.fiche,
              modifiable:
                reach === 'OUI' ||
                (reach === 'SIENNE' && ligne.fiche !== null && convention.fichesPilotees.includes(ligne.fiche.id)),
              rangees: [],
            }
      if (groupe !== dernier) groupes.push(groupe)
      groupe.rangees.push(
        ...buildRangees(ligne.indicateur, 'LIGNE', ligne.parties.length === 0, regard),
        ...ligne.parties.flatMap((partie) => buildRangees(partie, 'PARTIE', true, regard)),
      )
    }
    const { pages, ...comptes } = lue.comptes
    return {
      nom: convention.nom,
      pas,
      annee,
      annees,
      colonnes,
      groupes,
      comptes,
      fiches: lue.fiches,
      axes: lue.axes,
      fournisseurs: lue.fournisseurs,
      lacune: lue.lacune,
      page: Math.min(page, pages),
      pages,
      personne: acteur.id,
      coordination: computeReach('plan.ecrire', convention.roles) === 'OUI',
      today,
    }
  },
})
