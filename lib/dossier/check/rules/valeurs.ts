import { formatChemin, formatExtrait, type Erreurs } from './erreurs'
import type { Dossier } from '@/lib/dossier/schema/dossier'

/** Fields that hold a civil date, wherever they are. */
const CHAMPS_DATE = new Set([
  'date',
  'dateDebut',
  'dateFin',
  'dateEntree',
  'dateSignature',
  'debut',
  'fin',
  'echeance',
  'realiseeLe',
  'valableDu',
  'valideLe',
  'appliqueeLe',
  'soumisLe',
  'instant',
  'arreteeLe',
  'confirmeeLe',
  'le',
])
/** Fields that hold what a screen wrote down, in its own words. */
const CHAMPS_LIBRES = new Set(['contenu', 'avant'])
/** A year outside of these is a slip of the keyboard ("0202", "22025"). */
const ANNEES = { premiere: '1900', derniere: '2199' } as const

/** Walks the values of a dossier; it is no deeper than its schema, so recursion is safe. */
function checkDates(valeur: unknown, chemin: PropertyKey[], erreurs: Erreurs): void {
  if (Array.isArray(valeur)) {
    valeur.forEach((element: unknown, i) => checkDates(element, [...chemin, i], erreurs))
    return
  }
  if (typeof valeur !== 'object' || valeur === null) return
  for (const [champ, contenu] of Object.entries(valeur)) {
    if (typeof contenu === 'string' && CHAMPS_DATE.has(champ)) {
      const annee = contenu.slice(0, 4)
      if (annee < ANNEES.premiere || annee > ANNEES.derniere) {
        erreurs.add(
          formatChemin([...chemin, champ]),
          `L’année ${annee} n’est pas entre ${ANNEES.premiere} et ${ANNEES.derniere} : vérifiez la date.`,
        )
      }
    } else if (!CHAMPS_LIBRES.has(champ)) checkDates(contenu, [...chemin, champ], erreurs)
  }
}

const countDecimales = (decimal: string): number => decimal.split('.')[1]?.length ?? 0
const countChiffres = (decimal: string): number => decimal.replace(/^-/, '').split('.')[0]?.length ?? 0

/** What the columns of the database round or refuse is refused here: nothing is rounded in silence. */
function checkNombres(dossier: Dossier, erreurs: Erreurs): void {
  dossier.chiffres.forEach(({ valeur }, i) => {
    if (countDecimales(valeur) > 2)
      erreurs.add(
        `chiffres[${i}].valeur`,
        `Un chiffre clé garde deux décimales au plus : arrondissez ${formatExtrait(valeur)}.`,
      )
  })
  dossier.coutsEtp.forEach(({ montant }, i) => {
    const chemin = `coutsEtp[${i}].montant`
    if (countDecimales(montant) > 2)
      erreurs.add(chemin, `Un montant s’écrit au centime : arrondissez ${formatExtrait(montant)}.`)
    if (montant.startsWith('-') || countChiffres(montant) > 10)
      erreurs.add(chemin, `${formatExtrait(montant)} n’est pas un coût par ETP : vérifiez le montant.`)
  })
  if ((dossier.territoire.nombreCommunes ?? 0) > 100_000) {
    erreurs.add('territoire.nombreCommunes', 'La France compte moins de 35 000 communes : vérifiez ce nombre.')
  }
}

function checkMesures({ plan }: Dossier, erreurs: Erreurs): void {
  plan?.fiches.forEach(({ indicateurs }, i) =>
    indicateurs.forEach(({ mesures }, j) =>
      mesures.forEach(({ debut, fin }, k) => {
        if (debut !== null && fin !== null && debut > fin) {
          erreurs.add(
            `plan.fiches[${i}].indicateurs[${j}].mesures[${k}].fin`,
            'La période de cette mesure finit avant de commencer : inversez les deux dates.',
          )
        }
      }),
    ),
  )
}

function checkCommunes({ territoire }: Dossier, erreurs: Erreurs): void {
  const vues = new Map<string, number>()
  territoire.communes.forEach(({ nom }, i) => {
    const deja = vues.get(nom)
    if (deja === undefined) vues.set(nom, i)
    else
      erreurs.add(
        `territoire.communes[${i}].nom`,
        `${formatExtrait(nom)} est déjà à « territoire.communes[${deja}] » : gardez une seule ligne, ou distinguez les deux noms.`,
      )
  })
}

/** Values that are well written one by one, and yet cannot be kept as they are. */
export function checkValeurs(dossier: Dossier, erreurs: Erreurs): void {
  checkDates(dossier, [], erreurs)
  checkNombres(dossier, erreurs)
  checkMesures(dossier, erreurs)
  checkCommunes(dossier, erreurs)
}
