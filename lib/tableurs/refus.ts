import { LIMITES } from './types'

/** Why a file is not read: a sentence with what to do. Thrown while reading, caught by `readTableur`. */
export class RefusTableur extends Error {
  constructor(message: string) {
    super(message)
  }
}

const ABIME =
  'Ce fichier est abîmé, ou n’est pas un tableur : ouvrez-le dans votre tableur, enregistrez-le de nouveau, puis choisissez-le.'

export const refus = {
  abime: () => new RefusTableur(ABIME),
  lourd: () =>
    new RefusTableur(
      'Ce fichier pèse plus de 5 Mo : retirez-en les images et les feuilles inutiles, ou partagez-le en plusieurs fichiers.',
    ),
  deploye: () =>
    new RefusTableur(
      'Une fois ouvert, ce fichier pèserait plus de 40 Mo : ne gardez que les lignes du plan, ou partagez-le en plusieurs fichiers.',
    ),
  entrees: () =>
    new RefusTableur(
      'Ce fichier contient trop de pièces : copiez vos lignes dans un classeur neuf, puis choisissez-le.',
    ),
  feuilles: () =>
    new RefusTableur(`Ce classeur a plus de ${LIMITES.feuilles} feuilles : ne gardez que celles du plan.`),
  lignes: (feuille: string) =>
    new RefusTableur(
      `La feuille « ${feuille} » dépasse 5 000 lignes : partagez-la en plusieurs fichiers, et effacez les lignes remplies par erreur tout en bas.`,
    ),
  colonnes: (feuille: string) =>
    new RefusTableur(
      `La feuille « ${feuille} » dépasse ${LIMITES.colonnes} colonnes : effacez celles qui ne servent pas, y compris tout à droite.`,
    ),
  cellule: (adresse: string) =>
    new RefusTableur(`La cellule ${adresse} dépasse 20 000 caractères : raccourcissez son texte.`),
  nul: (adresse: string, feuille: string) =>
    new RefusTableur(
      `La cellule ${adresse} de la feuille « ${feuille} » contient un caractère nul, que rien ne montre : effacez-la, tapez son texte de nouveau, puis choisissez le fichier.`,
    ),
  cellules: () =>
    new RefusTableur('Ce fichier a plus de 400 000 cellules remplies : partagez-le en plusieurs fichiers.'),
  duree: () =>
    new RefusTableur(
      'Ce fichier contient trop de cellules, même vides : ne gardez que les lignes du plan dans un classeur neuf, puis choisissez-le.',
    ),
  entites: () =>
    new RefusTableur(
      'Ce fichier contient des entités ou une déclaration DOCTYPE, qu’un tableur n’écrit jamais : enregistrez-le de nouveau depuis votre tableur.',
    ),
  protege: () =>
    new RefusTableur(
      'Ce fichier est protégé par un mot de passe, ou d’un ancien format (.xls) : enregistrez-le sans mot de passe en .xlsx, .ods ou .csv.',
    ),
  binaire: () => new RefusTableur('Le format .xlsb n’est pas lu : enregistrez ce classeur en .xlsx ou .ods.'),
  formule: (adresse: string) =>
    new RefusTableur(
      `La cellule ${adresse} contient une formule dont le fichier ne donne pas le résultat : ouvrez-le dans votre tableur, enregistrez-le, puis choisissez-le de nouveau.`,
    ),
  vide: () => new RefusTableur('Ce fichier ne contient aucune ligne : choisissez-en un autre.'),
  guillemets: (ligne: number) =>
    new RefusTableur(
      `Ligne ${ligne}, des guillemets s’ouvrent et ne se ferment pas : corrigez cette ligne, ou enregistrez le fichier de nouveau depuis votre tableur.`,
    ),
} as const
