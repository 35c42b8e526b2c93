import type { ContenuCopil } from './ecran-contenu'

/**
 * Size of the letters on paper, so that any convention fits on one sheet: the height of what the panels hold, in
 * rem, as measured on the six conventions delivered with the product. Sizes are those of copil.css; the browser
 * test prints the pages and counts the sheets.
 */
const TAILLES = [9, 8.5, 8, 7.5, 7, 6.5, 6] as const
export type TailleFeuille = (typeof TAILLES)[number]

/** Height of a sheet between its margins: 1024 pixels, less a little. Measures err on the side of caution. */
const HAUTEUR = 1015
const PIXELS_PAR_POINT = 4 / 3

/** Lines of text and of small text, with the space around a row of a table or of a list. */
const TEXTE = 1.5
const PETIT = 1.3
const ENTRE_PANNEAUX = 0.5
const CADRE = 2.3

const lignes = (texte: string | null, largeur: number): number => Math.max(1, Math.ceil((texte?.length ?? 0) / largeur))
const somme = <T>(elements: readonly T[], mesure: (element: T) => number): number =>
  elements.reduce((total, element) => total + mesure(element), 0)

const mesureEntete = ({ surtitre, temps, phase, demonstration }: ContenuCopil['entete']): number =>
  3.3 + TEXTE * lignes(surtitre, 125) + (temps ? 1.9 : 0) + (phase ? PETIT : 0) + (demonstration ? 1.8 : 0)

function mesureGouvernance({ frise, instances }: ContenuCopil['gouvernance']): number {
  if (frise === null) return 6.7 + 2.05 * Math.max(1, instances.length)
  return 9.9 + somme(frise.lignes, ({ nom, regle }) => Math.max(2.45, 1.25 * lignes(nom, 22) + 1.2 * lignes(regle, 28)))
}

const mesureDecisions = ({ lignes: decisions, reste }: ContenuCopil['decisions']): number =>
  decisions.length === 0
    ? 7.4
    : 3.3 +
      (reste ? 3 : 0) +
      somme(
        decisions,
        ({ texte, details, objet }) =>
          0.5 +
          TEXTE * lignes(texte, 52) +
          (details || objet ? PETIT * lignes(`${details}${objet?.libelle ?? ''}`, 74) : 0),
      )

function mesureEtp({ connu, lignes: repartis, sousTitre, phrase }: ContenuCopil['etp']): number {
  if (!connu) return 4.4 + TEXTE * lignes(phrase, 60)
  return (
    5.7 +
    PETIT * (lignes(sousTitre, 92) + lignes(phrase, 85)) +
    somme(repartis, ({ libelle }) => 0.4 + TEXTE * lignes(libelle, 58))
  )
}

function mesurePlan({ progression, axes, phrase }: ContenuCopil['plan']): number {
  if (progression === null) return 7.7 + TEXTE * lignes(phrase, 110)
  const barres = progression.total > 0
  return (
    (barres ? 5.6 : 3.7) +
    PETIT * lignes(phrase, 140) +
    somme(axes, ({ titre }) => 0.4 + TEXTE * lignes(titre, barres ? 84 : 110))
  )
}

const mesureDates = ({ lignes: dates }: ContenuCopil['dates']): number =>
  dates.length === 0 ? 7.4 : 2 + somme(dates.slice(0, 5), ({ texte }) => 0.5 + TEXTE * lignes(texte, 54))

const mesureEvolution = ({ phrases }: ContenuCopil['evolution']): number =>
  2.6 + somme(phrases, (phrase) => TEXTE * lignes(phrase, 118))

const mesurePhrases = ({ ou, souci, decision }: ContenuCopil['phrases']): number =>
  somme([ou, souci, decision], (phrase) => 0.2 + TEXTE * lignes(phrase, 145))

const mesureManques = ({ reserves, premieres, sujets, lacunes, autres }: ContenuCopil['manques']): number =>
  2 +
  (reserves > 0 ? 2.6 + PETIT * premieres.length : 0) +
  (sujets > 0 ? 1.6 + PETIT * (lacunes.length + (autres ? lignes(autres, 80) : 0)) : 0)

/** The greatest size at which the dashboard fits on one sheet. */
export function computeTailleFeuille({
  entete,
  chiffres,
  gouvernance,
  decisions,
  etp,
  plan,
  evolution,
  dates,
  manques,
  phrases,
}: ContenuCopil): TailleFeuille {
  const hauteurChiffres = 6.7 + (chiffres.some(({ chiffre }) => chiffre.passe) ? 1.9 : 0)
  const hauteur =
    mesureEntete(entete) +
    mesurePhrases(phrases) +
    hauteurChiffres +
    mesureGouvernance(gouvernance) +
    mesurePlan(plan) +
    CADRE +
    mesureEvolution(evolution) +
    6 * ENTRE_PANNEAUX +
    CADRE +
    Math.max(mesureDecisions(decisions), mesureEtp(etp)) +
    CADRE +
    Math.max(mesureDates(dates), mesureManques(manques))
  return TAILLES.find((taille) => hauteur * taille * PIXELS_PAR_POINT <= HAUTEUR) ?? 6
}
