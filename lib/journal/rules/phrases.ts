/** The sentence of one row that came, changed or went. Its author stands before it: « a planifié le COPIL du … ». */
import { LABELS_STATUT } from '@/lib/plan-action/champs/words/statuts'
import { MOTS_COTE } from '@/lib/competences/words'
import { formatDateCourte, isDateCivile } from '@/lib/platform/dates'
import { formatListe } from '@/lib/platform/typographie'
import type { LigneJournal, Noms } from '../types'
import { AUTEURS, CACHEES } from '../words/tables'
import { formatValeur, listChangements, RIEN } from './details'
import {
  buildRangee,
  findParent,
  findRangee,
  formatA,
  formatComplement,
  formatDe,
  formatNom,
  formatNomEntier,
  formatNomPropre,
  readTexte,
  type Rangee,
} from './noms'

/** Fields told in a sentence; the others are counted. */
const CHAMPS_DITS = 4
/** Longest value that stands in a sentence. */
const VALEUR_COURTE = 60

type Phrase = (rangee: Rangee, noms: Noms, ligne: LigneJournal) => string | null

const valeur = ({ objet, ligne }: Rangee, colonne: string, noms: Noms): string | null => {
  const mots = formatValeur(objet, colonne, ligne[colonne], noms)
  return mots === RIEN ? null : mots
}

/** ' pour 2026', ' pour la période « 1er trimestre »'. */
const formatPour = ({ ligne }: Rangee): string => {
  const periode = readTexte(ligne, 'periode_texte')
  return periode === null ? '' : /^\d{4}$/.test(periode) ? ` pour ${periode}` : ` pour la période « ${periode} »`
}

/** '96 ouvertures', '96', 'texte'; null where no value is given. */
function formatMesure(rangee: Rangee, noms: Noms): string | null {
  const chiffre = valeur(rangee, 'valeur', noms) ?? valeur(rangee, 'valeur_prevue', noms)
  const unite = readTexte(findRangee(rangee, ['indicateur_id'], noms)?.ligne ?? {}, 'unite')
  const texte = readTexte(rangee.ligne, 'texte')
  if (chiffre !== null) return unite && chiffre.length + unite.length < VALEUR_COURTE ? `${chiffre} ${unite}` : chiffre
  return texte && texte.length <= VALEUR_COURTE ? `« ${texte} »` : texte && 'une valeur en mots'
}

const AJOUTS: Readonly<Record<string, Phrase>> = {
  reunion: (rangee, noms) => {
    const nom = formatNom(rangee, noms)
    if (rangee.ligne.etat === 'TENUE') return `a enregistré ${nom} (réunion tenue)`
    return rangee.ligne.etat === 'ANNULEE' ? `a enregistré ${nom} (réunion annulée)` : `a planifié ${nom}`
  },
  mesure: (rangee, noms) => {
    const mesure = formatMesure(rangee, noms)
    const verbe = rangee.ligne.etat === 'PROPOSEE' ? 'a proposé' : 'a saisi'
    const part = readTexte(rangee.ligne, 'ventilation')
    return `${verbe} ${mesure ?? 'une valeur'}${formatPour(rangee)}${part ? `, ${part}` : ''}${formatComplement(rangee, noms)}`
  },
  cible_indicateur: (rangee, noms) => {
    const vise = valeur(rangee, 'valeur', noms) ?? valeur(rangee, 'texte', noms)
    return `a fixé ${formatNom(rangee, noms)}${vise ? ` à ${vise}` : ''}${formatComplement(rangee, noms)}`
  },
  commentaire: (rangee, noms) => {
    const parent = findParent(rangee, noms)
    return `a commenté ${parent ? formatNom(parent, noms) : 'la convention'}`
  },
  mention: (rangee, noms) => {
    const parent = findParent(rangee, noms)
    const ou = parent ? ` sur ${formatNom(parent, noms, true)}` : ''
    return `a cité ${formatNomPropre(rangee, noms) ?? 'une personne'} dans un commentaire${ou}`
  },
  appreciation: (rangee, noms) => {
    const niveau = valeur(rangee, 'niveau', noms)
    return `a donné ${formatNom(rangee, noms)} sur ${formatParent(rangee, noms)}${niveau ? ` : ${niveau}` : ''}`
  },
  validation_releve: (rangee, noms) => {
    const cote = MOTS_COTE[rangee.ligne.cote as keyof typeof MOTS_COTE] as string | undefined
    const pour = cote ? ` pour ${cote}` : ''
    return `a validé le relevé de décisions${formatComplement(rangee, noms)}${pour}`
  },
  derogation: (rangee, noms) => {
    const regle = valeur(rangee, 'regle', noms)
    return `a écarté une règle de fréquence pour ${formatParent(rangee, noms)}${regle ? ` (${regle})` : ''}`
  },
  presence: (rangee, noms) => {
    const qui = formatNomPropre(rangee, noms)
    const etat = valeur(rangee, 'etat', noms)
    return `a noté ${qui ? `« ${qui} »` : 'un membre'}${etat ? ` ${etat}` : ''}${formatComplement(rangee, noms, formatA)}`
  },
  pilotage: (rangee, noms) => {
    const role = valeur(rangee, 'role', noms)
    const qui = readTexte(rangee.ligne, 'texte')
    if (!role || !qui) return null
    return `a nommé « ${qui} » ${role}${formatComplement(rangee, noms)}`
  },
  contribution_fiche: (rangee, noms) => `a proposé des changements ${formatA(formatParent(rangee, noms))}`,
  invitation_fiche: (rangee, noms) =>
    `a invité ${readTexte(rangee.ligne, 'nom') ?? 'une personne'} à mettre à jour ${formatParent(rangee, noms)}`,
}

/** What a row hangs on, in a sentence. */
function formatParent(rangee: Rangee, noms: Noms): string {
  const parent = findParent(rangee, noms)
  return parent ? formatNom(parent, noms) : 'un objet retiré depuis'
}

/** Capital first for statuses, whose choice people know under this name. */
const formatStatut = (statut: unknown): string | null =>
  typeof statut === 'string' && Object.hasOwn(LABELS_STATUT, statut)
    ? LABELS_STATUT[statut as keyof typeof LABELS_STATUT]
    : null

/** How a change of state is told, by table and state. */
const ETATS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  reunion: { TENUE: 'a déclaré la tenue', ANNULEE: 'a annulé', PREVUE: 'a remis au calendrier' },
  mesure: { CONFIRMEE: 'a confirmé', PROPOSEE: 'a proposé de changer' },
  decision: {
    PRISE: 'a enregistré comme prise',
    REFUSEE: 'a enregistré comme refusée',
    REPORTEE: 'a reporté',
    ATTENDUE: 'a remis en attente',
  },
  releve: {
    A_VALIDER: 'a soumis à la validation des deux côtés',
    VALIDE: 'a rendu définitif',
    BROUILLON: 'a remis en brouillon',
  },
  point_ordre_du_jour: { TRAITE: 'a noté comme traité', REPORTE: 'a reporté', A_TRAITER: 'a remis à traiter' },
  contribution_fiche: { ACCEPTEE: 'a accepté', REFUSEE: 'a refusé', PROPOSEE: 'a rouvert' },
  schema_cooperation: {
    BROUILLON: 'a remis en brouillon',
    PROPOSE: 'a proposé à la validation',
    VALIDE: 'a validé',
    CLOS: 'a clos',
  },
}

/** Gestures told by one column that was filled, or emptied. */
const GESTES: readonly { objet: string; colonne: string; rempli: string; vide?: string }[] = [
  { objet: 'reserve', colonne: 'levee_le', rempli: 'a confirmé', vide: 'a rouvert' },
  { objet: 'decision', colonne: 'realisee_le', rempli: 'a noté comme réalisée', vide: 'a noté comme non réalisée' },
  { objet: 'invitation_fiche', colonne: 'revoquee_le', rempli: 'a retiré' },
  { objet: 'membre', colonne: 'fin', rempli: 'a mis fin au mandat du' },
  { objet: 'avenant', colonne: 'valide_le', rempli: 'a enregistré comme validé' },
]

/** The fields that changed, in a sentence: the value where there is but a short one. */
function formatChamps({ objet, avant, apres }: LigneJournal, noms: Noms, sauf: ReadonlySet<string>): string {
  const garder = (colonnes: LigneJournal['avant']) =>
    Object.fromEntries(Object.entries(colonnes ?? {}).filter(([cle]) => !sauf.has(cle)))
  const changements = listChangements(objet, garder(avant), garder(apres), noms)
  const [seul] = changements
  if (!seul) return ''
  const [de, vers] = [seul.de ?? RIEN, seul.vers ?? RIEN]
  if (changements.length === 1 && de.length <= VALEUR_COURTE && vers.length <= VALEUR_COURTE) {
    if (vers === RIEN) return `${seul.champ} (effacé : ${de})`
    return de === RIEN ? `${seul.champ} (${vers})` : `${seul.champ} (${vers} au lieu ${formatDe(de)})`
  }
  const champs = [...new Set(changements.map(({ champ }) => champ))]
  const reste = champs.length - CHAMPS_DITS
  if (reste < 2) return formatListe(champs)
  return `${champs.slice(0, CHAMPS_DITS).join(', ')} et ${reste} autres champs`
}

const AUCUNE: ReadonlySet<string> = new Set()

/** What else changed beside what the sentence says. */
const formatAussi = (ligne: LigneJournal, noms: Noms, dites: readonly string[]): string => {
  const champs = formatChamps(ligne, noms, new Set(dites))
  return champs === '' ? '' : `, et modifié : ${champs}`
}

/** A change that has a verb of its own; null for any other. */
function formatChangementDit(rangee: Rangee, noms: Noms, ligne: LigneJournal): string | null {
  const { objet } = rangee
  const [avant, apres] = [ligne.avant ?? {}, ligne.apres ?? {}]
  const [de, vers] = [formatStatut(avant.statut), formatStatut(apres.statut)]
  if ((objet === 'fiche_action' || objet === 'etape') && de && vers)
    return `a passé ${formatNomEntier(rangee, noms)} de ${de} à ${vers}${formatAussi(ligne, noms, ['statut'])}`
  const etat = typeof apres.etat === 'string' ? ETATS[objet]?.[apres.etat] : undefined
  if (etat !== undefined) {
    const nom = formatNomEntier(rangee, noms)
    const suite = formatAussi(ligne, noms, [
      'etat',
      'motif_annulation',
      'confirmee_le',
      'soumis_le',
      'valide_le',
      'traitee_le',
    ])
    return `${etat} ${objet === 'reunion' && apres.etat === 'TENUE' ? formatDe(nom) : nom}${suite}`
  }
  if (objet === 'reunion' && typeof avant.date === 'string' && typeof apres.date === 'string') {
    const jour = apres.date.slice(0, 10)
    const ancienne = formatNom({ objet, ligne: { ...rangee.ligne, date: avant.date } }, noms)
    const quand = isDateCivile(jour) ? ` au ${formatDateCourte(jour)}` : ''
    return `a déplacé ${ancienne}${quand}${formatAussi(ligne, noms, ['date'])}`
  }
  if (objet === 'mesure' && 'valeur' in apres && apres.valeur !== null) {
    const ancienne = formatValeur(objet, 'valeur', avant.valeur, noms)
    const nouvelle = formatMesure(rangee, noms)
    const suite = formatAussi(ligne, noms, ['valeur'])
    return `a saisi ${nouvelle}${ancienne === RIEN ? '' : ` au lieu de ${ancienne}`}${formatPour(rangee)}${formatComplement(rangee, noms)}${suite}`
  }
  const geste = GESTES.find((candidat) => candidat.objet === objet && candidat.colonne in apres)
  if (!geste) return null
  const verbe = apres[geste.colonne] === null ? geste.vide : geste.rempli
  if (verbe === undefined) return null
  const dites = [geste.colonne, 'conclusion', 'motif_fin']
  const nom = formatNomEntier(rangee, noms)
  return `${verbe} ${verbe.endsWith(' du') ? nom.replace(/^le /, '') : nom}${formatAussi(ligne, noms, dites)}`
}

/** What one line says: « a ajouté l’étape 2 « Ouvrir » à la fiche 1.1 ». */
export function formatLigne(ligne: LigneJournal, noms: Noms): string {
  const rangee = buildRangee(ligne, noms)
  if (ligne.avant === null) {
    const dite = AJOUTS[ligne.objet]?.(rangee, noms, ligne)
    return dite ?? `a ajouté ${formatNom(rangee, noms)}${formatComplement(rangee, noms, formatA)}`
  }
  if (ligne.apres === null) return `a retiré ${formatNomEntier(rangee, noms)}`
  const dite = formatChangementDit(rangee, noms, ligne)
  if (dite !== null) return dite
  const champs = formatChamps(ligne, noms, AUCUNE)
  return `a modifié ${formatNomEntier(rangee, noms)}${champs === '' ? '' : ` : ${champs}`}`
}

/** True for a change of which nothing may be told: a key, a place. */
export const checkMuette = ({ avant, apres }: LigneJournal): boolean =>
  avant !== null &&
  apres !== null &&
  [...Object.keys(avant), ...Object.keys(apres)].every((cle) => CACHEES.has(cle) || AUTEURS.has(cle))
