/** The lines that one save left in the journal, as changes in words. */
import { capitalise } from '@/lib/platform/mots'
import { readRangee } from '@/lib/plan-action/champs/rules/tables'
import { CACHEES, formatColonne, formatPartie, formatRangee, formatSujet, formatValeurColonne } from './fil-mots'
import { COLONNES, findCle, LISTES, MOTS_CLE, type CleChangement } from '../words/fil'
import type { ChangementVu, Colonnes, LigneFil, Partie } from '../types/fil'

/** Longer words are folded. */
const LONGUEUR_PLIEE = 140

const isLong = (parties: readonly Partie[]): boolean =>
  parties.some(({ de, vers }) => (de ?? '').length > LONGUEUR_PLIEE || (vers ?? '').length > LONGUEUR_PLIEE)

function buildPartie(objet: string, colonne: string, avant: Colonnes, apres: Colonnes, seule: boolean): Partie {
  return {
    nom: seule ? null : formatPartie(objet, colonne),
    de: formatValeurColonne(objet, colonne, avant[colonne]),
    vers: formatValeurColonne(objet, colonne, apres[colonne]),
  }
}

/** The fields that an update changed, those made of several columns told once. */
function listModifications({ id, objet, sujet, avant, apres }: LigneFil): ChangementVu[] {
  if (!avant || !apres) return []
  const groupes = new Map<string, { cle: CleChangement | null; colonnes: string[] }>()
  for (const colonne of Object.keys(apres)) {
    // A row moved among its like changes many places at once: that is not what somebody wrote.
    if (CACHEES.has(colonne) || colonne === 'ordre') continue
    const cle = findCle(objet, colonne)
    const nom = cle ?? colonne
    groupes.set(nom, { cle, colonnes: [...(groupes.get(nom)?.colonnes ?? []), colonne] })
  }
  return [...groupes].map(([nom, { cle, colonnes }]) => {
    // « Période : fin 2026 · fin : 31 décembre 2026 »: the column that bears the field’s own name does not say it again.
    const isSeule = (colonne: string) =>
      cle === null || COLONNES[cle].length === 1 || formatPartie(objet, colonne) === MOTS_CLE[cle].toLowerCase()
    const parties = colonnes.map((colonne) => buildPartie(objet, colonne, avant, apres, isSeule(colonne)))
    return {
      cle: `${id}-${nom}`,
      sujet: formatSujet(objet, sujet),
      champ: cle ? MOTS_CLE[cle] : capitalise(formatColonne(objet, nom)),
      parties,
      long: isLong(parties),
      retablir: cle ? { ligne: id, champ: cle } : null,
    }
  })
}

/** A row added or withdrawn. */
function buildMouvement({ id, objet, sujet, avant, apres }: LigneFil): ChangementVu {
  const ligne = apres ?? avant ?? {}
  const { nom, masculin } = readRangee(objet)
  const mots = formatRangee(objet, ligne, sujet)
  const parties: Partie[] = [{ nom: null, de: apres ? null : mots, vers: apres ? mots : null }]
  const surIndicateur = objet === 'mesure' || objet === 'cible_indicateur' || objet === 'accord_mesure'
  return {
    cle: `${id}-mouvement`,
    sujet: objet === 'appreciation' || surIndicateur ? formatSujet(objet, sujet) : null,
    champ:
      objet === 'appreciation' || surIndicateur
        ? apres
          ? 'Ajout'
          : 'Retrait'
        : `${capitalise(nom)} ${apres ? 'ajouté' : 'retiré'}${masculin ? '' : 'e'}`,
    parties,
    long: isLong(parties),
    retablir: null,
  }
}

/** A list that one save changed in several lines: told once, put back whole. */
function buildListe(cle: CleChangement, lignes: readonly LigneFil[]): ChangementVu | null {
  const dire = ({ objet, avant, apres, sujet }: LigneFil) => formatRangee(objet, apres ?? avant ?? {}, sujet)
  const joindre = (siennes: readonly LigneFil[]) =>
    siennes
      .map(dire)
      .filter((mots) => mots !== null)
      .join(' · ') || null
  const ajouts = lignes.filter(({ avant }) => avant === null)
  const retraits = lignes.filter(({ apres }) => apres === null)
  const parties: Partie[] = [
    ...(ajouts.length > 0 ? [{ nom: 'ajout', de: null, vers: joindre(ajouts) }] : []),
    ...(retraits.length > 0 ? [{ nom: 'retrait', de: joindre(retraits), vers: null }] : []),
    ...lignes.flatMap(({ objet, avant, apres }): Partie[] =>
      avant && apres
        ? Object.keys(apres)
            .filter((colonne) => !CACHEES.has(colonne) && colonne !== 'ordre')
            .map((colonne) => buildPartie(objet, colonne, avant, apres, colonne === 'texte'))
        : [],
    ),
  ]
  if (parties.length === 0 && lignes.some(({ apres }) => apres && 'ordre' in apres))
    parties.push({ nom: 'ordre', de: null, vers: 'changé' })
  const [premiere] = lignes
  if (!premiere || parties.length === 0) return null
  return {
    cle: `${premiere.id}-${cle}`,
    sujet: null,
    champ: MOTS_CLE[cle],
    parties,
    long: isLong(parties),
    retablir: { ligne: premiere.id, champ: cle },
  }
}

/** Everything that one save changed, in words, in the order it was written. */
export function buildChangements(lignes: readonly LigneFil[]): ChangementVu[] {
  const vus = lignes.flatMap((ligne): ChangementVu[] => {
    const liste = LISTES.get(ligne.objet)
    if (liste) {
      const siennes = lignes.filter(({ objet }) => objet === ligne.objet)
      const change = siennes[0] === ligne ? buildListe(liste, siennes) : null
      return change ? [change] : []
    }
    return ligne.avant && ligne.apres ? listModifications(ligne) : [buildMouvement(ligne)]
  })
  if (vus.length > 0) return vus
  const deplacees = lignes.filter(({ apres }) => apres && 'ordre' in apres)
  const [premiere] = deplacees
  if (!premiere) return []
  const nom = readRangee(premiere.objet).nom.toLowerCase()
  return [
    {
      cle: `${premiere.id}-ordre`,
      sujet: null,
      champ: 'Ordre',
      parties: [{ nom: null, de: null, vers: `changé (${nom})` }],
      long: false,
      retablir: null,
    },
  ]
}
