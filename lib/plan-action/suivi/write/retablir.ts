import 'server-only'
import { checkGesteLibre } from '@/lib/competences/read'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Tx } from '@/lib/platform/db'
import { echecs, succeed, type Echec, type Resultat } from '@/lib/platform/resultat'
import { readChamps, updateChamps, type ContexteFiche } from '@/lib/plan-action/fiche/write/champs'
import { formatEtatMots } from '../rules/retablir-mots'
import {
  computeEtatAvant,
  findChamp,
  findCleRangee,
  formatEtat,
  toValeurs,
  type Etat,
  type LigneRejouee,
} from '../rules/retablir'
import type { ChangementsFiche } from '@/lib/plan-action/champs/schema'
import { COLONNES, isListe, type CleChangement } from '../words/fil'
import type { Colonnes, ConflitRetablir } from '../types/fil'

/** Putting a field back to what it was before a line of the journal: a new change like any other. */

/** The save a line belongs to, as far as it is about the same row or the same list. */
interface Sauvegarde {
  objet: string
  objetId: number | null
  premiere: number
  derniere: number
}

async function findSauvegarde(
  tx: Tx,
  conventionId: number,
  fiche: number,
  ligne: number,
  cle: CleChangement,
): Promise<Sauvegarde | null> {
  const objet = cle.split('.')[0] ?? ''
  const [lue] = await tx.$queryRaw<Sauvegarde[]>`
    SELECT l.objet, l.objet_id AS "objetId", min(s.id) AS premiere, max(s.id) AS derniere
    FROM journal l JOIN journal s ON s.convention_id = l.convention_id AND s.fiche_action_id = l.fiche_action_id AND s.objet = l.objet AND s.instant = l.instant
      AND s.utilisateur_id IS NOT DISTINCT FROM l.utilisateur_id AND (${isListe(cle)} OR s.objet_id = l.objet_id)
    WHERE l.convention_id = ${conventionId} AND l.fiche_action_id = ${fiche} AND l.id = ${ligne} AND l.objet = ${objet} GROUP BY l.objet, l.objet_id`
  return lue ?? null
}

/** Tables whose rows are put back: names of the code, never of a request. */
const TABLES: Record<string, Prisma.Sql> = {
  fiche_action: Prisma.sql`fiche_action`,
  fiche_theme: Prisma.sql`fiche_theme`,
  fiche_commune: Prisma.sql`fiche_commune`,
  pilotage: Prisma.sql`pilotage`,
  etape: Prisma.sql`etape`,
  indicateur: Prisma.sql`indicateur`,
}

/** The rows as they are now: those of the list, or the one row. */
async function readEtat(
  tx: Tx,
  conventionId: number,
  fiche: number,
  cle: CleChangement,
  { objet, objetId }: Sauvegarde,
): Promise<Etat> {
  const table = TABLES[objet]
  if (!table) return new Map()
  const lues = await tx.$queryRaw<{ ligne: Colonnes }[]>`
    SELECT (SELECT jsonb_object_agg(c.key, c.value) FROM jsonb_each_text(to_jsonb(t)) c) AS ligne FROM ${table} t
    WHERE t.convention_id = ${conventionId} AND ${isListe(cle) ? Prisma.sql`t.fiche_action_id = ${fiche}` : objet === 'fiche_action' ? Prisma.sql`t.id = ${fiche}` : Prisma.sql`t.id = ${objetId} AND t.fiche_action_id = ${fiche}`}`
  return new Map(lues.map(({ ligne }) => [findCleRangee(cle, null, ligne), ligne]))
}

async function listDepuis(
  tx: Tx,
  conventionId: number,
  fiche: number,
  cle: CleChangement,
  { objet, objetId, premiere }: Sauvegarde,
): Promise<LigneRejouee[]> {
  return tx.$queryRaw<LigneRejouee[]>`
    SELECT j.id, j.objet_id AS "objetId", (SELECT jsonb_object_agg(c.key, c.value) FROM jsonb_each_text(j.avant) c) AS avant, (SELECT jsonb_object_agg(c.key, c.value) FROM jsonb_each_text(j.apres) c) AS apres
    FROM journal j WHERE j.convention_id = ${conventionId} AND j.fiche_action_id = ${fiche} AND j.objet = ${objet} AND j.id >= ${premiere} AND (${isListe(cle)} OR j.objet_id = ${objetId})`
}

/** Names of themes and communes, for words. */
async function readNoms(tx: Tx, conventionId: number, cle: CleChangement): Promise<Record<string, string>> {
  if (cle !== 'fiche_theme.themes' && cle !== 'fiche_commune.communes') return {}
  const lus = await tx.$queryRaw<{ cle: string; nom: string }[]>`
    SELECT code AS cle, nom FROM theme_afas UNION ALL SELECT id::text, nom FROM porte.commune_territoire WHERE convention_id = ${conventionId}`
  return Object.fromEntries(lus.map(({ cle: id, nom }) => [id, nom]))
}

/** Writes the columns of an étape or of an indicator, and dates the fiche. */
async function writeRangee(
  tx: Tx,
  conventionId: number,
  fiche: number,
  cle: CleChangement,
  id: number,
  ligne: Colonnes,
): Promise<void> {
  const colonnes: readonly string[] = COLONNES[cle]
  const valeurs = JSON.stringify(Object.fromEntries(colonnes.map((colonne) => [colonne, ligne[colonne] ?? null])))
  if (cle.startsWith('etape.')) {
    await tx.$executeRaw`
      UPDATE etape e SET (numero, titre, description, periode_texte, periode_debut, periode_fin, statut)
        = (SELECT r.numero, r.titre, r.description, r.periode_texte, r.periode_debut, r.periode_fin, r.statut FROM jsonb_populate_record(e, ${valeurs}::jsonb) r), version = version + 1
      WHERE e.convention_id = ${conventionId} AND e.fiche_action_id = ${fiche} AND e.id = ${id}`
  } else {
    await tx.$executeRaw`
      UPDATE indicateur i SET (libelle, note, unite, sens, frequence, reference, reference_texte, cible, cible_texte, source, fournisseur)
        = (SELECT r.libelle, r.note, r.unite, r.sens, r.frequence, r.reference, r.reference_texte, r.cible, r.cible_texte, r.source, r.fournisseur
          FROM jsonb_populate_record(i, ${valeurs}::jsonb) r), version = version + 1
      WHERE i.convention_id = ${conventionId} AND i.fiche_action_id = ${fiche} AND i.id = ${id}`
  }
  await tx.$executeRaw`UPDATE fiche_action SET maj_le = now() WHERE convention_id = ${conventionId} AND id = ${fiche}`
}

const absent = (): Echec =>
  echecs.regle('CHANGEMENT_ABSENT', 'Ce changement n’est plus là, ou ne peut pas être rétabli : rechargez la page.')

interface Demande {
  fiche: number
  ligne: number
  champ: CleChangement
  /** the value now, as it was shown; null: what the line left */
  vu: string | null
}

/**
 * Puts a field back to what it was before a save. What changed since then is shown first: nothing is written over a value
 * that was not seen.
 */
export async function cancelChamp(
  contexte: ContexteFiche & { tx: Tx },
  { fiche, ligne, champ: cle, vu }: Demande,
): Promise<Resultat<{ champ: CleChangement }, ConflitRetablir>> {
  const { tx, convention } = contexte
  const [verrou] = await tx.$queryRaw<
    { id: number }[]
  >`SELECT id FROM fiche_action WHERE convention_id = ${convention.id} AND id = ${fiche} FOR NO KEY UPDATE`
  if (!verrou) return echecs.introuvable()
  const sauvegarde = await findSauvegarde(tx, convention.id, fiche, ligne, cle)
  if (!sauvegarde) return absent()
  const maintenant = await readEtat(tx, convention.id, fiche, cle, sauvegarde)
  if (!isListe(cle) && maintenant.size === 0) return absent()

  const lignes = await listDepuis(tx, convention.id, fiche, cle, sauvegarde)
  const avant = computeEtatAvant(cle, maintenant, lignes)
  const laisse = computeEtatAvant(
    cle,
    maintenant,
    lignes.filter(({ id }) => id > sauvegarde.derniere),
  )
  const actuel = formatEtat(cle, maintenant)
  if (actuel === formatEtat(cle, avant))
    return echecs.regle('DEJA_RETABLI', 'Ce champ a déjà cette valeur : il n’y a rien à rétablir.')
  if (actuel !== (vu ?? formatEtat(cle, laisse))) {
    const noms = await readNoms(tx, convention.id, cle)
    const conflit: ConflitRetablir = {
      vu: actuel,
      actuel: formatEtatMots(cle, maintenant, noms),
      voulu: formatEtatMots(cle, avant, noms),
    }
    return echecs.conflit(conflit)
  }

  const champ = findChamp(cle)
  if (champ !== null) {
    const valeurs = await readChamps(tx, convention.id, fiche)
    const voulues = toValeurs(cle, avant)
    // Both are of the same field: the vocabulary of edition cannot say so of a key read at run time.
    const champs = { [champ]: { avant: valeurs?.[champ] ?? null, apres: voulues[champ] ?? null } } as ChangementsFiche
    const ecrit = await updateChamps(tx, contexte, fiche, champs)
    if (ecrit.ok) return succeed({ champ: cle })
    // Typed over what was just read, the fiche held: two saves crossed.
    return ecrit.tag === 'CONFLIT' ? echecs.conflit<ConflitRetablir>(null) : ecrit
  }
  const rangee = [...avant.values()][0]
  if (sauvegarde.objetId === null || !rangee) return absent()
  const reserve = cle === 'indicateur.cible' ? await checkGesteLibre(tx, convention.id, 'CIBLE') : null
  if (reserve) return reserve
  await writeRangee(tx, convention.id, fiche, cle, sauvegarde.objetId, rangee)
  return succeed({ champ: cle })
}
