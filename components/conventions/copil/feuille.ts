import type { VueCopil } from '@/lib/conventions/queries-copil'

/**
 * Size of the letters on paper, so that any convention fits on one sheet: an estimate of the height in rem, made
 * of what the panels hold. Sizes are those of copil.css; the browser test prints the pages and counts the sheets.
 */
const TAILLES = [9, 8.5, 8, 7.5, 7, 6.5, 6] as const
export type TailleFeuille = (typeof TAILLES)[number]

/** Height of a sheet between its margins, in pixels, less a little: words do not wrap where one thinks. */
const HAUTEUR = 1010
const PIXELS_PAR_POINT = 4 / 3

const lignes = (texte: string, largeur: number): number => Math.max(1, Math.ceil(texte.length / largeur))
const somme = <T>(elements: readonly T[], mesure: (element: T) => number): number => elements.reduce((total, element) => total + mesure(element), 0)

function mesureGouvernance({ instances }: VueCopil): number {
  return 8.5 + somme(instances, ({ nom }) => Math.max(2.5, 1 + 1.3 * lignes(nom, 22)))
}

function mesureDecisionsEtEtp({ decisions, etp }: VueCopil): number {
  const aDecider = somme(decisions.slice(0, 5), ({ texte }) => 1.8 + 1.5 * lignes(texte, 44))
  const repartis = etp === null ? 4 : 6.5 + somme(etp.lignes.slice(0, 7), ({ libelle }) => 0.4 + 1.5 * lignes(libelle, 46)) + 1.3 * lignes(etp.phrase, 70)
  return 4.5 + Math.max(aDecider, repartis, 5)
}

function mesureAvancement({ plan }: VueCopil): number {
  return plan === null ? 9 : 8 + somme(plan.axes, ({ titre }) => 0.4 + 1.5 * lignes(titre, plan.progression.total > 0 ? 70 : 105))
}

function mesureDatesEtManques({ echeances, manques }: VueCopil): number {
  const dates = somme(echeances.slice(0, 5), ({ texte }) => 0.6 + 1.5 * lignes(texte, 40))
  const inconnu = (manques.reserves > 0 ? 6.5 : 0) + (manques.lacunes.length > 0 ? 8.5 : 0)
  return 3.5 + Math.max(dates, inconnu, 4)
}

/** The greatest size at which the dashboard fits on one sheet. */
export function computeTailleFeuille(vue: VueCopil): TailleFeuille {
  const entete = 19 + (vue.convention.phase === 'EN_COURS' ? 0 : 1.5) + (vue.convention.demonstration ? 2 : 0)
  const hauteur = entete + mesureGouvernance(vue) + mesureDecisionsEtEtp(vue) + mesureAvancement(vue) + mesureDatesEtManques(vue)
  return TAILLES.find((taille) => hauteur * taille * PIXELS_PAR_POINT <= HAUTEUR) ?? 6
}
